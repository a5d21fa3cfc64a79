"""Assignments: who may set them, who has them, when they are due, how often they may be tried, and who can read what came of it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from assistant.access.directory import TERMINAL
from assistant.domain.assignment import PassRule, standing
from assistant.domain.people import Role
from assistant.domain.policy import may, of_talk
from assistant.errors import InputError, NotAllowed, NotFound
from tests.assigning.conftest import Office
from tests.store.samples import a_role_play, a_scenario, buyer_says, leaving, rep_says


def test_what_a_manager_sets_for_a_team_is_due_to_those_who_practise_in_it_and_to_who_joins_later(office: Office) -> None:
    manager, rep, stranger = office.has("마루", "manager"), office.has("보람", "rep"), office.has("다온", "rep", team="영업 2팀")
    (assignment,) = office.assigning.assign(manager, [office.team], office.plan(note="  가격 이야기를 연습해요. "))
    assert office.store.accounts.audited(1)[0].action == "assigned"
    late = office.has("새봄", "rep")
    assert [one.assignment for one in office.assigning.due(rep)] == [assignment]
    assert [one.assignment for one in office.assigning.due(late)] == [assignment]
    assert office.assigning.due(stranger) == ()
    assert office.assigning.due(manager) == ()
    assert assignment.note == "가격 이야기를 연습해요."


def test_of_several_teams_each_has_its_own_assignment_with_its_own_people(office: Office) -> None:
    manager = replace(office.has("마루", "manager"), teams=frozenset({office.team, office.other}))
    here, there = office.has("보람", "rep"), office.has("다온", "rep", team="영업 2팀")
    made = office.assigning.assign(manager, [office.team, office.other], office.plan(people=frozenset({here.id, there.id})))
    assert {one.team: one.people for one in made} == {office.team: frozenset({here.id}), office.other: frozenset({there.id})}
    assert len(office.assigning.due(here)) == len(office.assigning.due(there)) == 1


@pytest.mark.parametrize("role", ["rep", "trainer", "admin"])
def test_nobody_but_a_manager_sets_practice(office: Office, role: Role) -> None:
    (assignment,) = office.assigning.assign(office.has("마루", "manager"), [office.team], office.plan())
    other = office.has("보람", role)
    with pytest.raises(NotAllowed):
        office.assigning.assign(other, [office.team], office.plan())
    with pytest.raises(NotAllowed):
        office.assigning.managed(other)
    with pytest.raises(NotFound):
        office.assigning.change(other, assignment, office.plan())
    with pytest.raises(NotFound):
        office.assigning.end(other, assignment.id)


def test_another_team_s_manager_finds_no_such_assignment(office: Office) -> None:
    (assignment,) = office.assigning.assign(office.has("마루", "manager"), [office.team], office.plan())
    other = office.has("바다", "manager", team="영업 2팀")
    with pytest.raises(NotFound):
        office.assigning.end(other, assignment.id)
    with pytest.raises(NotFound):
        office.assigning.change(other, assignment, office.plan())
    with pytest.raises(NotAllowed):
        office.assigning.assign(other, [office.team], office.plan())
    assert office.assigning.managed(other) == ()


@pytest.mark.parametrize(
    "changes",
    [
        {"scenario": "no-such"},
        {"attempts": 0},
        {"attempts": 21},
        {"mode": "assessment", "time_limit_s": 60},
        {"note": "가" * 501},
        {"rule": PassRule((("warm", 0),))},
        {"rule": PassRule((("warm", 50), ("warm", 60)))},
        {"people": frozenset({"nobody"})},
    ],
)
def test_what_cannot_be_an_assignment_leaves_nothing_behind(office: Office, changes: dict[str, Any]) -> None:
    manager = office.has("마루", "manager")
    with pytest.raises(InputError):
        office.assigning.assign(manager, [office.team], office.plan(**changes))
    assert office.assigning.managed(manager) == ()


def test_it_ends_after_it_begins_and_not_in_the_past(office: Office) -> None:
    manager, now = office.has("마루", "manager"), office.clock()
    for starts, until in ((now, now), (now - timedelta(days=2), now - timedelta(days=1)), (now, now + timedelta(days=400))):
        with pytest.raises(InputError):
            office.assigning.assign(manager, [office.team], office.plan(starts_at=starts, until=until))


def test_it_comes_is_open_is_due_soon_and_overdue(office: Office) -> None:
    rep, now = office.has("보람", "rep"), office.clock()
    office.assigning.assign(
        office.has("마루", "manager"), [office.team], office.plan(starts_at=now + timedelta(days=1), until=now + timedelta(days=7))
    )
    states = []
    for days in (0, 1, 4, 2):
        office.clock.passes(days=days)
        states.append(office.assigning.mine(rep)[0].state)
    assert states == ["to_come", "open", "due_soon", "overdue"]
    assert len(office.assigning.due(rep)) == 1
    office.clock.passes(days=14)
    assert office.assigning.due(rep) == ()


def test_it_cannot_be_begun_before_or_after_its_time_or_by_somebody_else(office: Office) -> None:
    rep, now = office.has("보람", "rep"), office.clock()
    (assignment,) = office.assigning.assign(
        office.has("마루", "manager"), [office.team], office.plan(starts_at=now + timedelta(days=1), until=now + timedelta(days=2))
    )
    with pytest.raises(InputError):
        office.assigning.terms(rep, assignment.id)
    office.clock.passes(days=1)
    assert office.assigning.terms(rep, assignment.id).share_with == {office.team}
    with pytest.raises(NotFound):
        office.assigning.terms(office.has("다온", "rep", team="영업 2팀"), assignment.id)
    office.clock.passes(days=1)
    with pytest.raises(InputError):
        office.assigning.terms(rep, assignment.id)


def test_a_try_is_its_rep_s_alone_until_it_ends_and_the_team_s_from_then_on(office: Office) -> None:
    manager, rep = office.has("마루", "manager"), office.has("보람", "rep")
    (assignment,) = office.assigning.assign(manager, [office.team], office.plan())
    going_on = office.begins(rep, assignment.id)
    assert office.assigning.due(rep)[0].state == "begun"
    assert not may(manager, "read_role_play", of_talk(office.store.role_plays.get(going_on.id)))
    ended = office.plays(rep, assignment.id, "r2")
    assert ended.shared == {office.team}
    assert may(manager, "read_role_play", of_talk(ended))
    (done,) = office.assigning.done(manager, [assignment])[assignment.id]
    assert (done.person.name, done.standing.state, [one.role_play.id for one in done.attempts]) == ("보람", "done", ["r2"])
    assert office.assigning.due(rep) == ()


def test_it_is_shared_however_it_ends(office: Office) -> None:
    rep = office.has("보람", "rep")
    (assignment,) = office.assigning.assign(office.has("마루", "manager"), [office.team], office.plan())
    office.begins(rep, assignment.id)
    office.store.role_plays.add_rep_turn("r1", rep_says())
    assert office.store.role_plays.add_buyer_turn("r1", buyer_says(), leaving())
    assert office.store.role_plays.get("r1").shared == {office.team}
    assert office.store.role_plays.end("r1", leaving()).shared == {office.team}


def test_practice_of_one_s_own_stays_one_s_own(office: Office) -> None:
    rep = office.has("보람", "rep")
    office.assigning.assign(office.has("마루", "manager"), [office.team], office.plan())
    office.store.role_plays.begin(a_role_play("own", rep=rep.id), a_scenario())
    assert office.store.role_plays.end("own", leaving()).shared == frozenset()
    assert office.assigning.due(rep)[0].tries == ()


def test_silence_uses_an_attempt_up_and_does_nothing(office: Office) -> None:
    rep = office.has("보람", "rep")
    (assignment,) = office.assigning.assign(office.has("마루", "manager"), [office.team], office.plan(attempts=1))
    office.begins(rep, assignment.id)
    office.store.role_plays.end("r1", leaving())
    (one,) = office.assigning.mine(rep)
    assert (one.state, one.left, one.finished) == ("missed", 0, ())


def test_once_begun_only_dates_attempts_people_and_the_note_change(office: Office) -> None:
    manager, rep = office.has("마루", "manager"), office.has("보람", "rep")
    (assignment,) = office.assigning.assign(manager, [office.team], office.plan())
    assignment = office.assigning.change(manager, assignment, office.plan(level=3, attempts=2))
    assert (assignment.level, assignment.revision) == (3, 2)
    office.begins(rep, assignment.id)
    longer = office.plan(level=3, attempts=4, until=assignment.until + timedelta(days=1), note="하루 늘렸어요.")
    changed = office.assigning.change(manager, assignment, longer)
    assert (changed.attempts, changed.note) == (4, "하루 늘렸어요.")
    with pytest.raises(InputError, match="Somebody has begun"):
        office.assigning.change(manager, changed, replace(longer, level=1))


def test_of_two_who_change_it_at_once_the_second_is_told(office: Office) -> None:
    manager, other = office.has("마루", "manager"), office.has("바다", "manager")
    (seen,) = office.assigning.assign(manager, [office.team], office.plan())
    office.assigning.change(other, seen, office.plan(attempts=3))
    with pytest.raises(InputError, match="Somebody else"):
        office.assigning.change(manager, seen, office.plan(attempts=5))
    assert office.store.assignments.get(seen.id).attempts == 3


def test_ended_it_is_nobody_s_duty_any_more_and_what_was_begun_may_be_finished(office: Office) -> None:
    manager, rep, other = office.has("마루", "manager"), office.has("보람", "rep"), office.has("새봄", "rep")
    (assignment,) = office.assigning.assign(manager, [office.team], office.plan())
    office.begins(rep, assignment.id)
    ended = office.assigning.end(manager, assignment.id)
    assert office.assigning.end(manager, assignment.id) == ended
    assert office.assigning.due(other) == ()
    with pytest.raises(InputError):
        office.assigning.terms(rep, assignment.id)
    with pytest.raises(InputError, match="was ended"):
        office.assigning.change(manager, ended, office.plan())
    office.store.role_plays.add_rep_turn("r1", rep_says())
    assert office.store.role_plays.end("r1", leaving()).shared == {office.team}
    assert office.assigning.mine(rep)[0].state == "done"


def test_who_has_left_the_team_has_no_duty_and_what_they_did_stays(office: Office) -> None:
    manager, rep = office.has("마루", "manager"), office.has("보람", "rep")
    (assignment,) = office.assigning.assign(manager, [office.team], office.plan())
    office.plays(rep, assignment.id)
    office.directory.change(TERMINAL, rep.id, name="보람", roles=["rep"], teams=["영업 2팀"])
    assert office.assigning.mine(rep) == ()
    assert [one.person.name for one in office.assigning.done(manager, [assignment])[assignment.id]] == ["보람"]


def test_a_standing_counts_attempts_down(office: Office) -> None:
    (assignment,) = office.assigning.assign(office.has("마루", "manager"), [office.team], office.plan(attempts=3))
    tries = [a_role_play(f"r{number}") for number in range(2)]
    assert standing(assignment, tries, office.clock()).left == 1
    assert standing(replace(assignment, attempts=None), tries, office.clock()).left is None
