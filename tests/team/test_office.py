"""Three teams with accounts: the same for the same seed, nobody before they joined, and what they leave behind is what the screens need."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from assistant.access.passwords import Passwords
from assistant.domain.people import Actor
from assistant.store import open_store
from tests.team.crews import CREWS, DIRECTOR
from tests.team.office import LASTS, PASSWORD, _sets, _sittings, engaged

UNTIL = datetime(2026, 11, 27, tzinfo=UTC)
DEALS = [f"deal{number}" for number in range(8)]


def test_the_teams_are_the_same_for_the_same_seed_and_nobody_is_there_before_they_joined() -> None:
    sets = list(_sets(CREWS, DEALS, UNTIL, 10, 1))
    held = list(_sittings(CREWS, sets, DEALS, UNTIL, 10, 1))
    assert held == list(_sittings(CREWS, sets, DEALS, UNTIL, 10, 1))
    assert {one.of.name for one in sets} == {crew.name for crew in CREWS}
    for crew in CREWS:
        for person, week in crew.joined:
            assert all(one.one.week >= week for one in held if one.one.person.id == person)
    by_number = {one.number: one for one in sets}
    for one in held:
        if one.assignment is not None:
            its = by_number[one.assignment]
            assert (its.of.name, its.scenario) == (one.team, one.one.scenario)
            assert its.at < one.one.at < its.at + LASTS


def test_a_week_leaves_accounts_assignments_shared_talks_and_deals_behind(tmp_path: Path) -> None:
    crew = replace(CREWS[0], reps=CREWS[0].reps[1:2])
    data = tmp_path / "data"
    count = engaged(data, UNTIL, 1, 1, [crew], lambda done, of: None)
    with open_store(f"sqlite:///{data / 'maju.db'}") as store:
        talks = store.role_plays.all()
        assert len(talks) == count > 0
        person, kept = store.accounts.password_of(f"{crew.reps[0][0].id}@maju.example")
        assert person is not None
        assert Passwords().fits(PASSWORD, kept)
        (assignment,) = store.assignments.of_teams([crew.name])
        assert UNTIL - timedelta(weeks=1) <= assignment.starts_at < UNTIL
        assigned = [one for one in talks if one.assignment]
        assert all(one.shared == {crew.name} and one.assignment == assignment.id for one in assigned)
        assert {one.kind for one in store.outcomes.of_people([person.id])} == {"deals", "kpi"}
        director = store.accounts.person(DIRECTOR[0]).actor()
        assert isinstance(director, Actor)
        assert director.roles == {"manager"}
