"""The page after the call: reachable from where a talk is shown, in the buyer's words, with quotes that lead to their turns."""

from collections.abc import Callable

import pytest

from assistant.assembly import Engine
from assistant.domain.roleplay import RolePlay
from tests.ui.pages import GOOD, Page, begun, talked
from ui.theme.charts import FeltMark, FeltPoint, felt_lines

Opened = Callable[..., Page]
PUSH = "일단 10% 할인해 드릴게요. 오늘 계약하셔야 이 가격입니다."


@pytest.fixture
def over(engine: Engine) -> RolePlay:
    return talked(engine, GOOD[0], GOOD[1], PUSH, finished=True)


def test_the_buyer_says_where_they_were_gained_and_lost_and_by_which_words(opened: Opened, over: RolePlay) -> None:
    page = opened("after-call", role_play=over.id)
    assert "윤가영 님의 속마음" in page.words
    assert "저를 놓치신 건 이때예요." in page.words
    assert "오늘 계약하셔야 이 가격입니다." in page.words
    assert 'href="#turn-5"' in page.html
    assert 'id="turn-5"' in page.html


def test_what_was_never_told_is_told_now_with_what_could_have_been_asked(opened: Opened, over: RolePlay) -> None:
    page = opened("after-call", role_play=over.id)
    assert "파트장 셋이 지난여름을 또 겪으면 같이 나가겠대요." in page.words
    assert "제 말을 먼저 알아주고 물어보셨다면 말씀드렸을 거예요." in page.words
    assert "실장님 이야기와 안부에 대해" in page.words


def test_what_lay_behind_a_worry_and_what_was_missing_are_said(opened: Opened, over: RolePlay) -> None:
    page = opened("after-call", role_play=over.id)
    assert "이 정도 약속이라면 받아들일 생각이었어요." in page.words
    assert "그만큼 믿을 만하다는 생각이 아직 안 들었어요." in page.words


def test_the_account_is_in_the_language_of_the_screen(opened: Opened, over: RolePlay) -> None:
    page = opened("after-call", "en-GB", role_play=over.id)
    assert "What Gayoung Yoon was thinking" in page.words
    assert "This is where you lost me." in page.words


def test_nothing_is_told_before_it_is_over(opened: Opened, engine: Engine) -> None:
    going_on = talked(engine, GOOD[0])
    page = opened("after-call", role_play=going_on.id)
    assert "아직 끝나지 않은 대화예요." in page.words
    assert "파트장 셋" not in page.words
    assert page.links("room") == [f"role_play={going_on.id}"]


def test_a_talk_without_a_word_has_nothing_to_look_back_on(opened: Opened, engine: Engine) -> None:
    silent = begun(engine)
    from assistant.domain.people import LOCAL_PERSON

    engine.room.finish(LOCAL_PERSON, silent.id)
    assert "상대도 떠올릴 것이 없어요." in opened("after-call", role_play=silent.id).words


@pytest.mark.parametrize("place", ["scorecard", "role-plays", "room"])
def test_the_way_there_starts_wherever_the_talk_is_shown(opened: Opened, over: RolePlay, place: str) -> None:
    page = opened(place, role_play=over.id)
    if place == "scorecard":
        page.button("reflect-skipped").click().run()
    assert page.links("after-call") == [f"role_play={over.id}"]


def test_the_line_of_trust_stays_between_nothing_and_everything() -> None:
    drawn = felt_lines([FeltPoint(0, 0.3, 0.8), FeltPoint(1, 0.4, 0.7)], [FeltMark(1, 0.4, "합의", "diamond")], ("믿음", "인내심"), "순서").to_dict()
    assert drawn["layer"][0]["encoding"]["y"]["scale"]["domain"] == [0, 1]
    assert drawn["layer"][1]["encoding"]["shape"]["scale"]["range"] == ["diamond"]
