"""What the screens are made of: how amounts are written, what a session keeps, how quotes are marked, work in the background."""

from datetime import UTC, datetime, timedelta
from threading import Event
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.roleplay import BuyerRecord, Cited, Mind, Move, PlayedTurn
from ui import shown, state
from ui.background import Background, Task
from ui.markup import conversation, safe, unmarked
from ui.markup.transcript import Mark, marked, stretches

NOW = datetime(2026, 11, 22, 6, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("low", "high", "ko", "en"),
    [
        (36_000_000, 89_000_000, "3,600만~8,900만 원", "36–89 million won"),
        (540_000_000, 900_000_000, "5억 4,000만~9억 원", "540–900 million won"),
        (5_500_000, 5_500_000, "550만 원", "5.5 million won"),
        (900, 900, "900 원", "900 won"),
    ],
)
def test_money_is_written_the_way_it_is_read(low: int, high: int, ko: str, en: str) -> None:
    assert shown.won_range(low, high, "ko") == ko
    assert shown.won_range(low, high, "en") == en


def test_moments_stand_in_the_browser_s_time_zone() -> None:
    assert shown.moment(NOW, "ko", ZoneInfo("Asia/Seoul")) == "11월 22일 오후 3:05"
    assert shown.moment(NOW, "en", ZoneInfo("Asia/Seoul")) == "22 Nov, 15:05"
    assert shown.moment(NOW.replace(hour=15), "ko", ZoneInfo("Asia/Seoul")) == "11월 23일 오전 12:05"


def test_minutes_become_hours() -> None:
    assert shown.minutes(timedelta(seconds=61), "ko") == "1분"
    assert shown.minutes(timedelta(minutes=65), "ko") == "1시간 5분"


def test_less_than_a_minute_is_no_number() -> None:
    assert shown.minutes(timedelta(seconds=59), "ko") == ""
    assert shown.minutes(timedelta(seconds=-3), "en") == ""


def test_words_that_could_not_be_kept_are_told_until_others_were() -> None:
    session: dict[Any, Any] = {}
    state.refuse_words(session, "r1", "c1", "디스크가 가득 찼어요.")
    state.refuse_words(session, "r1", "c1", "디스크가 가득 찼어요.")
    refused = state.refused_words(session, "r1")
    assert refused == state.Refused("c1", "디스크가 가득 찼어요.", 2)
    assert state.refused_words(session, "r2") is None
    state.kept_words(session, "r1")
    assert state.refused_words(session, "r1") is None


def test_a_line_is_first_shown_once() -> None:
    session: dict[Any, Any] = {}
    assert state.first_shown(session, "r1", 2, NOW) == NOW
    assert state.first_shown(session, "r1", 2, NOW + timedelta(minutes=1)) == NOW
    assert state.first_shown(session, "r1", 4, NOW + timedelta(minutes=1)) == NOW + timedelta(minutes=1)


def test_an_unknown_choice_falls_back_to_the_ordinary_one() -> None:
    assert state.chosen_level({state.LEVEL: "x"}) == 2
    assert state.chosen_talk({}, "en") == "en"
    assert state.chosen_talk({state.talk_in("en"): "ko"}, "en") == "ko"
    assert state.chosen_talk({state.talk_in("en"): "en"}, "ko") == "ko"


MARKS = st.lists(st.tuples(st.text("ab <&", max_size=4), st.sampled_from("+-")), max_size=5)


@given(st.text("ab <&", max_size=20), MARKS)
def test_marking_changes_no_letter(text: str, found: list[tuple[str, Any]]) -> None:
    marks = [Mark(quote, effect, "x") for quote, effect in found]
    assert "".join(one.text for one in stretches(text, marks)) == text
    assert "<mark" not in safe(marked(text, marks)) or marks


@given(st.text("ab", min_size=1, max_size=12), st.text("ab", min_size=1, max_size=3))
def test_a_quote_that_stands_in_the_text_is_marked_whole(text: str, quote: str) -> None:
    covered = "".join(one.text for one in stretches(text, [Mark(quote, "+", "x")]) if one.marks)
    assert covered == (quote if quote in text else "")


def test_where_quotes_meet_the_one_that_cost_something_shows() -> None:
    shared = marked("가나다라", [Mark("가나다", "+", "좋음"), Mark("나다라", "-", "아쉬움")])
    assert shared == (
        '<mark class="good" title="좋음">가</mark><mark class="less" title="좋음 · 아쉬움">나다</mark><mark class="less" title="아쉬움">라</mark>'
    )


def test_nobody_s_words_become_markup() -> None:
    assert "<script" not in marked("<script>alert(1)</script>", [Mark("alert", "+", '"><b>')])
    assert unmarked("a_b*c~d$e") == "a\\_b\\*c\\~d\\$e"


def citing(*cited: Cited) -> PlayedTurn:
    return PlayedTurn(2, "buyer", "네.", NOW, record=BuyerRecord(Mind(0.3, 0.8, "neutral"), Move("tell"), (), "embedded", cited=cited))


def cited_at(section: str, page: int | None) -> PlayedTurn:
    return citing(*(Cited("p1", "한결콜-플레이북", 1, section, page),) * 2)


def test_a_citation_names_file_section_and_page_once_and_no_title_twice() -> None:
    assert conversation.places(cited_at("한결콜 플레이북 > 가격 > 할인", 3), "{page}쪽") == ("한결콜-플레이북 › 가격 › 할인, 3쪽",)
    assert conversation.places(cited_at("가격", None), "{page}쪽") == ("한결콜-플레이북 › 가격",)
    assert conversation.places(cited_at("", 1), "{page}쪽") == ("한결콜-플레이북, 1쪽",)


def test_a_playbook_cited_for_several_passages_is_named_once_and_all_but_one_line_are_folded() -> None:
    turn = citing(Cited("p1", "가격표", 1, "할인", None), Cited("p2", "규정", 1, "녹취", None), Cited("p3", "가격표", 1, "약정", 2))
    places = conversation.places(turn, "{page}쪽")
    assert places == ("가격표 › 할인", "약정, 2쪽", "규정 › 녹취")
    folded = conversation.cited("관련 플레이북", places)
    assert "<summary><span>관련 플레이북: 가격표 › 할인</span> <b>+2</b></summary>" in folded
    assert conversation.cited("관련 플레이북", ()) == ""


def test_the_same_work_is_done_once_while_it_runs() -> None:
    background, go, runs = Background(), Event(), []

    def work(task: Task) -> str:
        runs.append(task)
        assert go.wait(10)
        return "done"

    first, second = background.start("score-1", "x", work), background.start("score-1", "x", work)
    go.set()
    assert first is second
    assert first.wait(10)
    assert (first.result, len(runs)) == ("done", 1)
    assert background.start("score-1", "x", work).wait(10)
    assert len(runs) == 2


def test_work_that_fails_says_so_and_the_next_goes_on() -> None:
    background = Background(workers=1)
    failing = background.start("a", "a", lambda task: 1 / 0)
    fine = background.start("b", "b", lambda task: "fine")
    assert failing.wait(10)
    assert fine.wait(10)
    assert isinstance(failing.error, ZeroDivisionError)
    assert fine.result == "fine"


def test_finished_work_is_forgotten_when_asked_and_running_work_is_not() -> None:
    background, go = Background(), Event()
    finished = background.start("upload-1", "x", lambda task: None)
    assert finished.wait(10)
    running = background.start("upload-2", "y", lambda task: go.wait(10))
    background.forget("upload-")
    assert background.tasks("upload-") == (running,)
    go.set()
    assert running.wait(10)
