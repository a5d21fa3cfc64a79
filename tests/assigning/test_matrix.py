"""Every set of roles, inside and outside the team, at every door of assignments, the team's page and outcomes: generated from the policy's table."""

from collections.abc import Callable
from dataclasses import replace
from itertools import chain, combinations, product

import pytest

from assistant.domain.assignment import Assignment
from assistant.domain.people import ROLES, Actor, Role
from assistant.domain.policy import TABLE, Action
from assistant.errors import InputError, NotAllowed, NotFound
from assistant.outcomes import OutcomeBook
from assistant.progress import TeamBook
from tests.assigning.conftest import Office

ROLE_SETS = [frozenset(one) for one in chain.from_iterable(combinations(ROLES, size) for size in range(len(ROLES) + 1))]
Door = Callable[[Office, Actor, Assignment], object]


def book(office: Office) -> TeamBook:
    return TeamBook(
        office.store.role_plays,
        office.store.scorecards,
        office.store.accounts,
        lambda cards: [{} for _ in cards],
        tuple,
        office.clock,
        lambda actor, talks: None,
    )


def outcomes(office: Office) -> OutcomeBook:
    return OutcomeBook(office.store.outcomes, office.store.accounts, office.clock)


DEALS = "담당자,거래,종료일,결과\n보람,가,2026-10-01,수주\n".encode()
DOORS: dict[str, tuple[Action, Door]] = {
    "assign": ("assign", lambda office, actor, _: office.assigning.assign(actor, [office.team], office.plan())),
    "change": ("assign", lambda office, actor, one: office.assigning.change(actor, one, office.plan())),
    "end": ("assign", lambda office, actor, one: office.assigning.end(actor, one.id)),
    "look at one": ("assign", lambda office, actor, one: office.assigning.of_manager(actor, one.id)),
    "members": ("assign", lambda office, actor, _: office.assigning.members(actor, office.team)),
    "the team's page": ("see_team", lambda office, actor, _: book(office).open(actor, [office.team])),
    "take outcomes in": ("import_outcomes", lambda office, actor, _: outcomes(office).take_in(actor, "a.csv", DEALS)),
}


@pytest.mark.parametrize("name", list(DOORS))
def test_only_who_the_table_lets_gets_through(office: Office, name: str) -> None:
    action, door = DOORS[name]
    office.has("보람", "rep")
    manager = office.has("마루", "manager")
    for roles, inside in product(ROLE_SETS, (True, False)):
        (one,) = office.assigning.assign(manager, [office.team], office.plan())
        actor = Actor("somebody", "Somebody", roles, frozenset({office.team if inside else office.other}))
        allowed = inside and any(TABLE[action].get(role) == "team" for role in roles)
        try:
            door(office, actor, one)
        except (NotAllowed, NotFound, InputError):
            assert not allowed, (sorted(roles), inside)
        else:
            assert allowed, (sorted(roles), inside)


@pytest.mark.parametrize("role", ROLES)
def test_begun_only_by_whom_it_is_for(office: Office, role: Role) -> None:
    """Whoever is asked by name may be anybody who practises; a forged id, another's or another team's, is not there."""
    manager, named, other = office.has("마루", "manager"), office.has("보람", role), office.has("다온", role)
    (one,) = office.assigning.assign(manager, [office.team], office.plan(people=frozenset({named.id})))
    if "practise" in {action for action, by in TABLE.items() if role in by}:
        assert office.assigning.terms(named, one.id).assignment == one.id
    else:
        with pytest.raises(NotFound):
            office.assigning.terms(named, one.id)
    for actor, wanted in ((other, one.id), (named, "no-such"), (replace(named, id=other.id), one.id)):
        with pytest.raises(NotFound):
            office.assigning.terms(actor, wanted)
