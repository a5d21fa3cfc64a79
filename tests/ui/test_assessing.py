"""Assessments on the screens: chosen at the briefing, named in the lists and on the scorecard."""

from collections.abc import Callable

from assistant.assembly import Engine
from assistant.domain.people import LOCAL_PERSON
from assistant.domain.terms import Terms
from assistant.practice.room import Words
from tests.ui import cards
from tests.ui.pages import GOOD, SCENARIO, Page, talked
from ui import state

Opened = Callable[..., Page]


def for_assessment(opened: Opened) -> Page:
    page = opened("briefing", scenario=SCENARIO)
    page.at.segmented_control(key=state.MODE).set_value("assessment").run()
    return page


def test_the_briefing_says_what_an_assessment_means_before_one_sits_down(opened: Opened) -> None:
    page = opened("briefing", scenario=SCENARIO)
    assert "15분 안에 마쳐요" not in page.words
    page.at.segmented_control(key=state.MODE).set_value("assessment").run()
    assert "15분 안에 마쳐요" in page.words
    assert "오늘 남은 기회 2번" in page.words
    assert "연습 15분쯤" not in page.words


def test_sitting_down_begins_an_assessment_and_a_double_click_is_one_attempt(opened: Opened, engine: Engine) -> None:
    for _ in range(2):
        page = for_assessment(opened)
        page.button("sit-down").click().run()
    mine = engine.room.mine(LOCAL_PERSON)
    assert [one.mode for one in mine] == ["assessment"] * 2, "two sessions are two attempts"
    page.go("briefing", scenario=SCENARIO)
    assert "오늘 기회를 모두 썼어요" in page.words
    assert page.button("sit-down").disabled
    page.at.segmented_control(key=state.MODE).set_value("practice").run()
    assert not page.button("sit-down").disabled


def test_practice_stays_what_one_gets_without_choosing(opened: Opened, engine: Engine) -> None:
    opened("briefing", scenario=SCENARIO).button("sit-down").click().run()
    assert engine.room.mine(LOCAL_PERSON)[0].mode == "practice"


def test_lists_and_scorecard_name_the_assessment_and_offer_no_way_back(opened: Opened, engine: Engine) -> None:
    role_play = engine.room.begin(LOCAL_PERSON, SCENARIO, "ko", 2, seed=7, terms=Terms())
    assert engine.room.say(LOCAL_PERSON, role_play.id, Words(GOOD[0], "c1")).wait(60)
    role_play = engine.room.finish(LOCAL_PERSON, role_play.id)
    cards.keep(engine, role_play, cards.card(role_play))
    assert "평가 · 2번 중 1번째" in opened("role-plays").words
    page = opened("scorecard", role_play=role_play.id)
    assert "평가 · 2번 중 1번째" in page.words
    assert not [one for one in page.at.button if str(one.key).startswith("again-")]


def test_the_scorecard_says_how_many_hints_were_used(opened: Opened, engine: Engine) -> None:
    role_play = talked(engine, GOOD[0])
    for _ in range(2):
        engine.coach.hint(LOCAL_PERSON, role_play.id)
    role_play = engine.room.finish(LOCAL_PERSON, role_play.id)
    cards.keep(engine, role_play, cards.card(role_play))
    assert "힌트를 2번 받았어요." in opened("scorecard", role_play=role_play.id).words
    assert "Hints used: 2." in opened("scorecard", language="en-GB", role_play=role_play.id).words


def test_without_hints_nothing_is_said_of_them(opened: Opened, engine: Engine) -> None:
    role_play = talked(engine, GOOD[0], finished=True)
    cards.keep(engine, role_play, cards.card(role_play))
    assert "힌트" not in opened("scorecard", role_play=role_play.id).words
