"""Conversations of every form the contract names come in, in order; a bad one costs only itself."""

import io
import json
import tracemalloc
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

import pytest

from assistant.domain.transcript import Transcript
from assistant.errors import TranscriptError
from assistant.scoring.transcripts import Unusable, read_stream, read_transcripts, transcript_json


def read(text: str | bytes, **speakers: str) -> list[Transcript | Unusable]:
    raw = text if isinstance(text, bytes) else text.encode()
    return list(read_stream(io.BytesIO(raw), speakers))  # type: ignore[arg-type]


def said(one: Transcript | Unusable) -> list[tuple[str, str]]:
    assert isinstance(one, Transcript), one
    return [(turn.speaker, turn.text) for turn in one.turns]


def good(one: Transcript | Unusable) -> Transcript:
    assert isinstance(one, Transcript), one
    return one


def bad(one: Transcript | Unusable) -> Unusable:
    assert isinstance(one, Unusable), one
    return one


def test_a_json_object_over_many_lines_is_one_conversation() -> None:
    raw = json.dumps({"id": "r1", "turns": [{"speaker": "rep", "text": "안녕하세요"}]}, ensure_ascii=False, indent=2)
    assert said(read(raw)[0]) == [("rep", "안녕하세요")]


def test_every_object_of_an_array_is_a_conversation(tmp_path: Path) -> None:
    file = tmp_path / "all.json"
    file.write_text('[{"id": 1, "turns": [{"speaker": "rep", "text": "a"}]},\n {"id": 2, "turns": [{"speaker": "rep", "text": "b"}]}]')
    assert [good(one).id for one in read_transcripts(file)] == ["1", "2"]


def test_a_bad_line_stands_in_its_place_with_its_number_and_what_was_expected() -> None:
    found = read(
        '{"id": "a", "turns": [{"speaker": "rep", "text": "hi"}]}\n'
        "{not json\n"
        '{"id": "c", "turns": [{"speaker": "bot", "text": "hi"}]}\n'
        "\n"
        '{"id": "d", "turns": [{"speaker": "rep", "text": "bye"}]}\n'
    )
    assert [one.id for one in found] == ["a", None, "c", "d"]
    assert bad(found[1]).json("en") == {"id": None, "line": 2, "error": "This is not JSON."}
    assert bad(found[2]).json("en") == {"id": "c", "line": 3, "error": "turns[0].speaker: expected 'rep' or 'buyer'."}
    assert "rep" in str(bad(found[2]).json("ko")["error"])


@pytest.mark.parametrize(
    "row",
    [
        "[]", "3", "null", '{"turns": []}', '{"turns": "hi"}', '{"turns": [3]}', '{"turns": [{"speaker": "rep"}]}',
        '{"turns": [{"speaker": "rep", "text": 1}]}',
        '{"turns": [{"speaker": "rep", "text": "  "}]}', '{"turns": [{"speaker": "rep", "text": "a", "sent_at": "yesterday"}]}',
        '{"turns": [{"speaker": "rep", "text": "a", "typing": 3}]}', '{"turns": [{"speaker": "rep", "text": "a"}], "language": "fr"}',
    ],
)  # fmt: skip
def test_what_is_no_conversation_is_one_clear_sentence(row: str) -> None:
    (one,) = read('{"id": "z", ' + row[1:] if row.startswith('{"') else row + "\n")
    assert bad(one).line == 1
    for language in ("ko", "en"):
        assert "\n" not in bad(one).error.in_(language)


def test_unknown_keys_are_ignored_and_what_is_missing_is_found() -> None:
    one = good(read('{"turns": [{"speaker": "Rep", "text": "안녕하세요 팀장님", "mood": 3}], "label": 1}')[0])
    assert (one.id, one.language, one.scenario) == (None, "ko", None)


def test_times_without_zone_are_utc_and_typing_comes_along() -> None:
    row = {
        "turns": [
            {"speaker": "buyer", "text": "hi", "sent_at": "2026-11-22 09:00:00"},
            {
                "speaker": "rep",
                "text": "hello",
                "sent_at": "2026-11-22T09:00:31Z",
                "typing": {"first_key_at": "2026-11-22T09:00:10Z", "pasted_chars": 2},
            },
        ]
    }
    one = good(read(json.dumps(row))[0])
    assert one.turns[0].sent_at is not None
    assert one.turns[1].sent_at is not None
    assert (one.turns[1].sent_at - one.turns[0].sent_at).total_seconds() == 31
    assert one.turns[1].typing is not None
    assert one.turns[1].typing.pasted_chars == 2


def test_half_an_emoji_is_no_reason_to_fail() -> None:
    one = good(read('{"turns": [{"speaker": "rep", "text": "ok \\ud83d"}]}')[0])
    assert one.turns[0].text == "ok \ufffd"


def test_csv_rows_are_grouped_by_conversation() -> None:
    found = read('speaker,text,conversation,sent_at\nrep,"hi, there\nyou",a,2026-01-01T00:00:00Z\nbuyer,yo,a,\nrep,x,b,\n')
    assert said(found[0]) == [("rep", "hi, there\nyou"), ("buyer", "yo")]
    assert [good(one).id for one in found] == ["a", "b"]


def test_csv_saved_by_a_korean_excel_is_read() -> None:
    assert said(read("speaker,text\nrep,안녕하세요\nbuyer,네\n".encode("cp949"))[0]) == [("rep", "안녕하세요"), ("buyer", "네")]


def test_csv_without_its_columns_says_which_it_needs(tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    file.write_text("who,what\nrep,hi\n")
    assert "speaker, text" in bad(next(iter(read_transcripts(file)))).error.ko


def test_text_lines_go_on_and_a_heading_begins_another_conversation() -> None:
    found = read("# first\nrep: 안녕하세요\n반갑습니다\nbuyer: 네\n\n# second\nbuyer: hello\nrep: hi\n")
    assert [good(one).id for one in found] == ["first", "second"]
    assert said(found[0])[0] == ("rep", "안녕하세요\n반갑습니다")


def test_text_that_names_no_speaker_is_refused_with_its_line() -> None:
    assert "rep:" in bad(read("hello world\n")[0]).error.en


KAKAO = {
    "pc ko": "홍길동 님과 카카오톡 대화\n저장한 날짜 : 2026-06-01 10:20:30\n\n--------------- 2026년 6월 1일 월요일 ---------------\n"
    "[홍길동] [오후 2:01] 안녕하세요\n둘째 줄\n[김영업] [오후 2:03] 네 반갑습니다\n",
    "pc en": "KakaoTalk Chats with 홍길동\nDate Saved : 2026-06-01 10:20:30\n\n--------------- Monday, June 1, 2026 ---------------\n"
    "[홍길동] [2:01 PM] 안녕하세요\n둘째 줄\n[김영업] [2:03 PM] 네 반갑습니다\n",
    "android ko": "홍길동 님과 카카오톡 대화\n저장한 날짜 : 2026년 6월 1일 오후 2:01\n\n2026년 6월 1일 오후 2:01\n"
    "2026년 6월 1일 오후 2:01, 홍길동 : 안녕하세요\n둘째 줄\n2026년 6월 1일 오후 2:03, 회원님 : 네 반갑습니다\n",
    "android en": "KakaoTalk Chats with 홍길동\nDate Saved : Jun 1, 2026, 2:01 PM\n\nJun 1, 2026, 2:01 PM\n"
    "Jun 1, 2026, 2:01 PM, 홍길동 : 안녕하세요\n둘째 줄\nJun 1, 2026, 2:03 PM, Me : 네 반갑습니다\n",
    "iphone ko": "홍길동 님과 카카오톡 대화\n저장한 날짜 : 2026. 6. 1. 오후 2:01\n\n2026년 6월 1일 월요일\n"
    "2026. 6. 1. 오후 2:01, 홍길동 : 안녕하세요\n둘째 줄\n2026. 6. 1. 오후 2:03, 김영업 : 네 반갑습니다\n",
}


@pytest.mark.parametrize("export", KAKAO.values(), ids=KAKAO.keys())
def test_a_kakaotalk_export_is_the_partner_and_the_rep(export: str) -> None:
    one = good(read(export)[0])
    assert said(one) == [("buyer", "안녕하세요\n둘째 줄"), ("rep", "네 반갑습니다")]
    assert one.turns[0].sent_at is not None
    assert one.turns[1].sent_at is not None
    assert (one.turns[1].sent_at - one.turns[0].sent_at).total_seconds() == 120


def test_who_is_who_can_be_said_where_an_export_does_not_tell() -> None:
    export = "2026년 6월 1일 오후 2:01, 홍길동 : 안녕하세요\n2026년 6월 1일 오후 2:03, 김영업 : 네\n"
    assert "홍길동" in bad(read(export)[0]).error.ko
    assert said(read(export, 김영업="rep")[0]) == [("buyer", "안녕하세요"), ("rep", "네")]


def test_a_file_of_another_kind_or_none_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    with pytest.raises(TranscriptError, match="kinds"):
        read_transcripts(tmp_path / "x.pdf")
    with pytest.raises(TranscriptError, match="cannot be opened"):
        read_transcripts(tmp_path / "x.json")


class Endless:
    """A file of many conversations that exists only while it is read: between `head` and the line of each, made from its text."""

    def __init__(self, head: str, line: Callable[[int, str], str], rows: int) -> None:
        talks = (line(at, f"hello number {at} " + "x" * 200) for at in range(rows))
        self._lines: Iterator[bytes] = (piece.encode() + b"\n" for piece in chain([head] if head else [], talks))
        self._rest = b""

    def read(self, size: int = -1) -> bytes:
        while len(self._rest) < size and (line := next(self._lines, b"")):
            self._rest += line
        piece, self._rest = self._rest[:size], self._rest[size:]
        return piece


def json_of(at: int, text: str) -> str:
    return json.dumps({"id": at, "turns": [{"speaker": "rep", "text": text}]})


FORMS: dict[str, tuple[str, Callable[[int, str], str]]] = {
    "lines of JSON": ("", json_of),
    "an array": ("[", lambda at, text: json_of(at, text) + ","),
    "a table": ("conversation,speaker,text", lambda at, text: f"{at},rep,{text}"),
    "text": ("", lambda at, text: f"# {at}\nrep: {text}\n"),
    "exports": ("", lambda at, text: f"김도윤 님과 카카오톡 대화\n[나] [오후 3:10] {text}"),
}


@pytest.mark.parametrize(("head", "line"), FORMS.values(), ids=FORMS.keys())
def test_a_hundred_times_longer_file_needs_no_more_memory(head: str, line: Callable[[int, str], str]) -> None:
    def peak(rows: int) -> int:
        tracemalloc.start()
        count = sum(isinstance(one, Transcript) for one in read_stream(Endless(head, line, rows)))  # type: ignore[arg-type]
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        assert count == rows
        return most

    peak(10)
    assert peak(5_000) < 3 * peak(50) + 200_000


def test_a_transcript_printed_and_read_again_is_the_same() -> None:
    row = {"id": "a", "language": "en", "turns": [{"speaker": "rep", "text": "hi", "sent_at": "2026-11-22T09:00:31+00:00"}]}
    assert transcript_json(good(read(json.dumps(row))[0])) == row
