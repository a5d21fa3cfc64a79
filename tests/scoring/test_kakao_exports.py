"""KakaoTalk's exports as phones and PCs write them, and talks whose speakers only the person knows."""

import io
from datetime import UTC, datetime

import pytest

from assistant.domain.conversation import Dialogue
from assistant.scoring.transcripts import Unusable, read_dialogues, read_stream, roles_in

AT = datetime(2024, 1, 5, 15, 10, tzinfo=UTC)


def dialogues(text: str | bytes, name: str = "talk.txt") -> list[Dialogue]:
    found = list(read_dialogues(name, io.BytesIO(text if isinstance(text, bytes) else text.encode())))
    assert all(isinstance(one, Dialogue) for one in found), found
    return [one for one in found if isinstance(one, Dialogue)]


def said(one: Dialogue) -> list[tuple[str, str]]:
    return [(line.who, line.text) for line in one.lines]


EXPORTS = {
    "Android, Korean": "김도윤 님과 카카오톡 대화\n저장한 날짜 : 2024년 1월 6일 오전 9:01\n\n\n2024년 1월 5일 오후 3:10\n"
    "2024년 1월 5일 오후 3:10, 김도윤 : 견적 보셨어요?\n2024년 1월 5일 오후 3:12, 회원님 : 네, 봤습니다\n",
    "Android, English": "KakaoTalk Chats with 김도윤\nDate Saved : January 6, 2024 at 9:01 AM\n\nJanuary 5, 2024 at 3:10 PM\n"
    "January 5, 2024 at 3:10 PM, 김도윤 : 견적 보셨어요?\nJanuary 5, 2024 at 3:12 PM, You : 네, 봤습니다\n",
    "iPhone, Korean": "김도윤 님과 카카오톡 대화\n저장한 날짜: 2024. 1. 6. 오전 9:01\n\n2024년 1월 5일 금요일\n"
    "2024. 1. 5. 오후 3:10, 김도윤 : 견적 보셨어요?\n2024. 1. 5. 오후 3:12, 회원님 : 네, 봤습니다\n",
    "iPhone, 24 hours": "김도윤 님과 카카오톡 대화\n\n2024. 1. 5. 15:10, 김도윤 : 견적 보셨어요?\n2024. 1. 5. 15:12, 회원님 : 네, 봤습니다\n",
    "iPhone, English": "김도윤 KakaoTalk Chats\nDate Saved : Jan 6, 2024 at 9:01\n\nFriday, January 5, 2024\n"
    "Jan 5, 2024 at 15:10, 김도윤 : 견적 보셨어요?\nJan 5, 2024 at 15:12, Me : 네, 봤습니다\n",
    "iPhone, British": "KakaoTalk Chats with 김도윤\n\nFriday, 5 January 2024\n5 Jan 2024 at 15:10, 김도윤 : 견적 보셨어요?\n"
    "5 Jan 2024 at 15:12, Me : 네, 봤습니다\n",
    "PC, Korean": "김도윤 님과 카카오톡 대화\n저장한 날짜 : 2024-01-06 09:01:00\n\n--------------- 2024년 1월 5일 금요일 ---------------\n"
    "[김도윤] [오후 3:10] 견적 보셨어요?\n[나] [오후 3:12] 네, 봤습니다\n",
    "PC, English": "KakaoTalk Chats with 김도윤\nDate Saved : 2024-01-06 09:01:00\n\n--------------- Friday, January 5, 2024 ---------------\n"
    "[김도윤] [3:10 PM] 견적 보셨어요?\n[Me] [3:12 PM] 네, 봤습니다\n",
}


@pytest.mark.parametrize("export", EXPORTS.values(), ids=EXPORTS.keys())
@pytest.mark.parametrize("form", ["plain", "BOM and CRLF", "cp949"])
def test_every_form_says_who_said_what_when_and_who_is_who(export: str, form: str) -> None:
    raw = (
        export.encode("cp949") if form == "cp949" else export.encode() if form == "plain" else b"\xef\xbb\xbf" + export.replace("\n", "\r\n").encode()
    )
    (talk,) = dialogues(raw)
    assert [text for _, text in said(talk)] == ["견적 보셨어요?", "네, 봤습니다"]
    assert talk.lines[0].at == AT
    assert roles_in(talk, {}) == {talk.names[0]: "buyer", talk.names[1]: "rep"}


def test_system_lines_photos_calls_and_deleted_messages_are_no_words_and_long_messages_go_on() -> None:
    (talk,) = dialogues(
        "영업 2팀 5 님과 카카오톡 대화\n저장한 날짜 : 2024-01-06 09:01:00\n\n--------------- 2024년 1월 5일 금요일 ---------------\n"
        "봄날님이 들어왔습니다.\n운영자님이 라떼님을 초대했습니다.\n타인, 기관 등의 사칭에 유의해 주세요. 신고해 주시기 바랍니다.\n"
        "[봄날] [오후 3:10] 사진 3장\n[라떼] [오후 3:11] 견적은 두 가지예요.\n1) 월납\n2) 일시불\n\n"
        "[봄날] [오후 3:12] 이모티콘\n[봄날] [오후 3:12] 삭제된 메시지입니다.\n"
        "[봄날] [오후 3:13] 보이스톡 해요\n[봄날] [오후 3:14] 월납으로 갈게요\n라떼님이 나갔습니다.\n채팅방 관리자가 메시지를 가렸습니다.\n"
    )
    assert said(talk) == [("라떼", "견적은 두 가지예요.\n1) 월납\n2) 일시불"), ("봄날", "월납으로 갈게요")]


def test_several_exports_in_one_file_are_several_conversations_also_with_the_same_person() -> None:
    export = EXPORTS["PC, Korean"]
    assert [len(one.lines) for one in dialogues(export + "\n" + export + "\n" + export.replace("김도윤", "박서연"))] == [2, 2, 2]


def test_a_group_with_nicknames_cannot_be_told_and_says_what_to_do() -> None:
    export = "영업 2팀 님과 카카오톡 대화\n\n----- 2024년 1월 5일 -----\n[봄날] [오후 3:10] 네\n[라떼] [오후 3:11] 네\n[모카] [오후 3:12] 네\n"
    (talk,) = dialogues(export)
    assert talk.names == ("봄날", "라떼", "모카")
    assert roles_in(talk, {}) is None
    (refused,) = read_stream(io.BytesIO(export.encode()))
    assert isinstance(refused, Unusable)
    assert "라떼, 모카, 봄날" in refused.error.ko
    assert "실제 대화" in refused.error.ko
    assert "Real conversations" in refused.error.en


def test_kakaotalks_own_table_is_read() -> None:
    (talk,) = dialogues(
        'Date,User,Message\n2024-01-05 15:10:00,"봄날","견적, 보셨어요?"\n2024-01-05 15:11:00,"라떼","사진"\n2024-01-05 15:12:00,"라떼","네"\n',
        "a.csv",
    )
    assert said(talk) == [("봄날", "견적, 보셨어요?"), ("라떼", "네")]


def test_any_names_before_colons_are_speakers_where_they_come_again() -> None:
    (talk,) = dialogues("Jane: Did you see it?\nTom Park: I did.\nNote: it was long\nJane: And?\nTom Park: Fine: I'd take it.\n")
    assert said(talk) == [
        ("Jane", "Did you see it?"),
        ("Tom Park", "I did.\nNote: it was long"),
        ("Jane", "And?"),
        ("Tom Park", "Fine: I'd take it."),
    ]


def test_words_for_the_rep_and_the_buyer_need_nobody_to_say_who_is_who() -> None:
    (talk,) = dialogues("상담원: 안녕하세요\n고객: 네\n상담원: 무엇이 궁금하세요?\n고객: 요금이요\n")
    assert roles_in(talk, {}) == {"상담원": "rep", "고객": "buyer"}
