"""Assignments on the screens: set by a manager, due to a rep, begun under their terms, shared when they end, seen by the manager."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from assistant.assembly import Engine
from assistant.assigning import Plan
from assistant.domain.assignment import Assignment, PassRule
from assistant.domain.people import Person
from assistant.practice.room import Words
from tests.ui.conftest import OPENED
from tests.ui.pages import GOOD, SCENARIO, Page
from tests.ui.test_team import a, as_
from ui import state
from ui.words import assignments, common, door, practise

As = Callable[[Person | None], None]
__all__ = ["as_"]


def plan(engine: Engine, **changes: Any) -> Plan:
    now = engine.now()
    values: dict[str, Any] = {"scenario": SCENARIO, "level": 2, "mode": "practice", "starts_at": now, "until": now + timedelta(days=7)}
    return Plan(**values | changes)


def assigned(engine: Engine, manager: Person, **changes: Any) -> Assignment:
    (made,) = engine.assigning.assign(manager.actor(), list(manager.teams), plan(engine, **changes))
    return made


def sits_down(page: Page) -> str:
    page.button("sit-down").click()
    page.run()
    return str(page.at.query_params[state.ROLE_PLAY])


def finishes(engine: Engine, rep: Person, role_play: str) -> None:
    for number, line in enumerate(GOOD):
        assert engine.room.say(rep.actor(), role_play, Words(line, f"line-{number}")).wait(60)
    engine.room.finish(rep.actor(), role_play)
    engine.scorer.of_role_play(rep.actor(), role_play)


def test_a_manager_sets_practice_and_it_is_due_to_the_rep_alone(engine: Engine, opened: OPENED, as_: As) -> None:
    manager, rep, other = a(engine, "마루", "manager"), a(engine, "보람", "rep"), a(engine, "다온", "rep", team="영업 2팀")
    as_(manager)
    page = opened("assignments")
    assert assignments.EMPTY.ko in page.words
    page.at.selectbox("scenario-assign-0").set_value(SCENARIO)
    page.at.text_area("note-assign-0").set_value("가격보다 통화량을 먼저 물어보세요.")
    page.at.number_input("bar-warm-assign-0").set_value(60)
    next(one for one in page.at.button if one.label == assignments.SET.ko and one.form_id).click()
    words = page.run().words
    assert "과제를 냈어요" in words
    assert "0/1명 마침" in words
    assert assignments.NOT_BEGUN.ko in words
    as_(rep)
    words = opened().words
    assert assignments.DUE.ko in words
    assert len(opened().links("briefing")) > 1
    as_(other)
    assert assignments.DUE.ko not in opened().words


@pytest.mark.parametrize(("language", "which"), [("ko-KR", "ko"), ("en-GB", "en")])
def test_the_briefing_says_before_it_begins_who_will_see_it_and_what_it_takes(
    engine: Engine, opened: OPENED, as_: As, language: str, which: Any
) -> None:
    manager, rep = a(engine, "마루", "manager"), a(engine, "보람", "rep")
    a(engine, "나래", "trainer")
    one = assigned(engine, manager, rule=PassRule((("warm", 60),), ("half_answered",)), note="천천히 하세요.", attempts=2)
    as_(rep)
    words = opened("briefing", language, assignment=one.id).words
    assert assignments.WHO_SEES.in_(which).format(team="영업 1팀", names="나래, 마루") in words
    assert assignments.KNOCK_OUTS["half_answered"].in_(which) in words
    assert assignments.LEFT.in_(which).format(left=2, of=2) in words
    assert "천천히 하세요." in words
    assert assignments.FROM_MANAGER.in_(which).format(name="마루") in words


def test_what_was_set_is_what_begins_and_it_is_shared_when_it_ends(engine: Engine, opened: OPENED, as_: As) -> None:
    manager, rep = a(engine, "마루", "manager"), a(engine, "보람", "rep")
    one = assigned(engine, manager, level=3, mode="assessment", time_limit_s=900, attempts=1, rule=PassRule((("warm", 5),)))
    as_(rep)
    talk = sits_down(opened("briefing", assignment=one.id))
    kept = engine.role_plays.get(talk)
    assert (kept.level, kept.mode, kept.time_limit_s, kept.attempt, kept.assignment) == (3, "assessment", 900, 1, one.id)
    as_(manager)
    assert common.NO_SUCH_TALK.ko in opened("scorecard", role_play=talk).words
    assert assignments.GOING_ON.ko in opened("assignments").words
    finishes(engine, rep, talk)
    as_(rep)
    page = opened("scorecard", role_play=talk)
    assert assignments.IS_SHARED.ko.format(teams="영업 1팀") in page.words
    assert assignments.YOUR_RESULT.ko.format(result=assignments.RESULTS["passed"].ko) in page.words
    assert not [one for one in page.at.button if one.key in {"share", "take-back"}]
    assert assignments.DUE.ko not in opened().words
    assert assignments.USED_UP.ko in opened("briefing", assignment=one.id).words
    as_(manager)
    page = opened("assignments")
    assert "1/1명 마침" in page.words
    assert assignments.RESULTS["passed"].ko in page.words
    assert page.links("scorecard") == [f"role_play={talk}"]
    assert GOOD[0][:20] in opened("scorecard", role_play=talk).html


def test_practice_with_an_assigned_buyer_counts_only_from_the_assignment(engine: Engine, opened: OPENED, as_: As) -> None:
    manager, rep = a(engine, "마루", "manager"), a(engine, "보람", "rep")
    assigned(engine, manager)
    as_(rep)
    page = opened("briefing", scenario=SCENARIO)
    assert assignments.THERE_IS_ONE.ko in page.words
    assert engine.role_plays.get(sits_down(page)).assignment is None


def test_another_s_assignment_is_nobody_s_to_open(engine: Engine, opened: OPENED, as_: As) -> None:
    one = assigned(engine, a(engine, "마루", "manager"))
    as_(a(engine, "다온", "rep", team="영업 2팀"))
    page = opened("briefing", assignment=one.id)
    assert common.NO_SUCH_BUYER.ko in page.words
    assert practise.SIT_DOWN.ko not in page.words
    assert door.NOT_YOURS.ko in opened("assignments").words


def test_late_or_ended_it_says_so_and_cannot_be_begun(engine: Engine, opened: OPENED, as_: As, monkeypatch: pytest.MonkeyPatch) -> None:
    manager, rep = a(engine, "마루", "manager"), a(engine, "보람", "rep")
    one = assigned(engine, manager)
    as_(manager)
    page = opened("assignments")
    page.button(f"end-yes-{one.id}").click()
    assert assignments.ENDED.ko in page.run().words
    as_(rep)
    words = opened("briefing", assignment=one.id).words
    assert assignments.WAS_ENDED.ko in words
    assert practise.SIT_DOWN.ko not in words


def test_a_change_keeps_what_was_not_touched(engine: Engine, opened: OPENED, as_: As) -> None:
    manager = a(engine, "마루", "manager")
    one = assigned(engine, manager, attempts=3, rule=PassRule((("warm", 60),), ("next_step",)), note="천천히", mode="assessment", time_limit_s=1200)
    as_(manager)
    page = opened("assignments")
    page.at.number_input(f"attempts-{one.id}-1").set_value(4)
    next(each for each in page.at.button if each.label == assignments.SAVE.ko and each.form_id).click()
    assert assignments.CHANGED.ko in page.run().words
    (after,) = engine.assigning.managed(manager.actor())
    assert (after.attempts, after.revision) == (4, 2)
    assert (after.rule, after.note, after.starts_at, after.until, after.time_limit_s) == (one.rule, one.note, one.starts_at, one.until, 1200)


def test_a_refused_form_keeps_what_was_filled_in(engine: Engine, opened: OPENED, as_: As) -> None:
    as_(a(engine, "마루", "manager"))
    page = opened("assignments")
    page.at.text_area("note-assign-0").set_value("메모")
    until = page.at.date_input("until-assign-0")
    assert isinstance(until.value, date)
    until.set_value(until.value - timedelta(days=9))
    next(one for one in page.at.button if one.label == assignments.SET.ko and one.form_id).click()
    words = page.run().words
    assert "마감은 시작보다 뒤여야 해요" in words
    assert page.at.text_area("note-assign-0").value == "메모"


def test_alone_nothing_is_assigned(engine: Engine, opened: OPENED) -> None:
    assert door.NOT_YOURS.ko in opened("assignments").words
    assert assignments.DUE.ko not in opened().words
