"""Real conversations on the page: files in, who is who, results, the scorecard with its quotes, and out again."""

import time
from collections.abc import Callable

import pytest

from assistant.assembly import Engine
from assistant.domain.people import LOCAL_PERSON
from tests.ui.pages import Page, read
from ui import state
from ui.engine import reading

Opened = Callable[..., Page]
DAY = "----- 2024년 1월 5일 금요일 -----\n"
EXPORT = (
    f"영업 2팀 님과 카카오톡 대화\n저장한 날짜 : 2024-01-06 09:01:00\n\n{DAY}"
    "[봄날] [오후 3:10] 전화기 바꾸는 게 걱정이에요. 주말에 끊기면 어떡하죠? 010-1234-5678로 연락 주세요\n"
    "[라떼] [오후 3:12] 주말에 끊길까 봐 걱정되시는군요. 지난번에 끊겼을 때는 몇 시간쯤 전화를 못 받으셨어요?\n"
    "[봄날] [오후 3:13] 두 시간이요. 예약이 스무 건은 날아갔어요\n"
    "[라떼] [오후 3:15] 스무 건이면 타격이 크셨겠어요. 그래서 토요일 새벽에 옮기고, 제가 직접 옆에서 확인할게요. "
    "화요일 오전 10시에 일정표 들고 찾아봬도 될까요?\n"
    "[모카] [오후 3:16] 저도 갈게요\n"
    "[봄날] [오후 3:17] 네, 좋아요\n"
)


def take(engine: Engine, text: str = EXPORT, name: str = "봄날.txt") -> None:
    engine.real_talks.take(LOCAL_PERSON, name, text.encode(), lambda done, of: None)


def scored(engine: Engine) -> None:
    for _ in range(300):
        if not any(stage == "waiting" for _, stage in engine.real_talks.counts(LOCAL_PERSON)):
            return
        time.sleep(0.1)
    raise AssertionError("it still waits")


@pytest.fixture
def mapped(engine: Engine) -> Engine:
    take(engine)
    engine.real_talks.map(LOCAL_PERSON, ("봄날", "라떼", "모카"), {"봄날": "buyer", "라떼": "rep", "모카": "out"})
    scored(engine)
    return engine


def test_an_empty_page_says_where_such_a_file_comes_from(opened: Opened) -> None:
    assert "대화 내용 내보내기" in opened("conversations").words
    assert "Export chat" in opened("conversations", "en-GB").words


def test_what_was_read_and_hidden_is_told_and_who_is_who_is_asked(opened: Opened) -> None:
    page = opened("conversations")
    page.at.file_uploader[0].set_value([("봄날.txt", EXPORT.encode("cp949"), "text/plain"), ("무엇.pdf", b"x", "application/pdf")])
    page.at.form_submit_button[0].click().run()
    for task in reading().tasks("talks-"):
        assert task.wait(60)
    page.run()
    assert "봄날.txt: 대화 1개를 읽었어요." in read(page.at.success)
    assert "무엇.pdf: 읽을 수 있는 파일은" in read(page.at.error)[0]
    for expected in ("누가 누구인가요?", "전화번호 1개", "전화기 바꾸는 게 걱정이에요"):
        assert expected in page.words
    assert "1234-5678" not in page.words + page.html


def test_without_a_rep_nothing_is_scored_and_one_sentence_says_so(opened: Opened, engine: Engine) -> None:
    take(engine)
    page = opened("conversations")
    next(one for one in page.at.button if (one.key or "").startswith("use-")).click().run()
    assert read(page.at.error) == ["누가 영업 담당자인지 한 명은 골라 주세요."]


def test_the_list_names_the_buyer_and_the_scores_and_leads_to_the_scorecard(opened: Opened, mapped: Engine) -> None:
    page = opened("conversations")
    assert "사람다움" in page.words
    (link,) = page.links("conversation")
    key, _, conversation_id = link.partition("=")
    assert key == state.CONVERSATION
    card = opened("conversation", url={state.CONVERSATION: conversation_id})
    for expected in ("잘한 한 가지", "왜 이렇게 봤나요?", "라떼", "스무 건이면 타격이 크셨겠어요"):
        assert expected in card.words
    assert "저도 갈게요" not in card.words
    assert '<mark class="good"' in card.html


def test_a_conversation_can_be_deleted_and_its_page_says_so(opened: Opened, mapped: Engine) -> None:
    (one,) = mapped.real_talks.page(LOCAL_PERSON, ("scored",), 0, 5)
    page = opened("conversation", url={state.CONVERSATION: one.id})
    page.button("delete").click().run()
    assert "되돌릴 수 없어요" in page.words
    page.button("delete").click()  # a dialog lives in a fragment, which AppTest draws only with its page
    page.button("delete-yes").click().run()
    assert "그런 대화가 없어요" in opened("conversation", url={state.CONVERSATION: one.id}).words


def test_thousands_of_conversations_show_a_page_of_them(opened: Opened, mapped: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mapped.real_talks, "wake", lambda: None)
    line = '{{"id": "c{0}", "turns": [{{"speaker": "rep", "text": "안녕하세요 {0}"}}, {{"speaker": "buyer", "text": "네"}}]}}'
    take(mapped, "\n".join(line.format(number) for number in range(2000)), "many.jsonl")
    page = opened("conversations")
    assert "2,001개 가운데 1개를 채점했어요" in page.words + " ".join(str(one.proto.text) for one in page.at.get("progress"))
    assert len(page.links("conversation")) == 0
    assert len([one for one in page.at.html if 'class="maju-facts"' in one.value]) == 12 + 2
