"""Who may do what, generated from the table: every action, every set of roles, one's own things, the team's, another team's, nobody's."""

from itertools import chain, combinations, product

import pytest

from assistant.domain.people import LOCAL_PERSON, ROLES, Actor, Role
from assistant.domain.policy import ANY, NOT_ONES_OWN, TABLE, Action, Thing, may

MINE, OTHERS = frozenset({"sales"}), frozenset({"clinic"})
ROLE_SETS = [frozenset(one) for one in chain.from_iterable(combinations(ROLES, size) for size in range(len(ROLES) + 1))]
THINGS = {
    "one's own": Thing("me"),
    "one's own, shared": Thing("me", MINE),
    "a team mate's": Thing("mate"),
    "a team mate's, shared with the team": Thing("mate", MINE),
    "a stranger's, shared with another team": Thing("stranger", OTHERS),
    "a stranger's": Thing("stranger"),
    "nobody's": ANY,
}


def allowed(roles: frozenset[Role], action: Action, thing: Thing) -> bool:
    """The rule in other words than the code's: what some role of theirs reaches."""
    reaches = {TABLE[action].get(role) for role in roles}
    own = thing.owner == "me"
    if "all" in reaches:
        return True
    if own:
        return bool(reaches - {None}) and action not in NOT_ONES_OWN
    return "team" in reaches and bool(thing.teams & MINE)


@pytest.mark.parametrize("action", list(TABLE))
def test_every_role_and_thing(action: Action) -> None:
    for roles, (name, thing) in product(ROLE_SETS, THINGS.items()):
        assert may(Actor("me", "Me", roles, MINE), action, thing) is allowed(roles, action, thing), (sorted(roles), name)


@pytest.mark.parametrize("action", list(TABLE))
def test_without_a_role_nothing_is_allowed(action: Action) -> None:
    assert not any(may(Actor("me", "Me", frozenset(), MINE), action, thing) for thing in THINGS.values())


@pytest.mark.parametrize("action", list(TABLE))
def test_without_a_team_another_s_things_stay_closed_except_where_a_role_reaches_all(action: Action) -> None:
    for roles in ROLE_SETS:
        if "all" not in {TABLE[action].get(role) for role in roles}:
            assert not may(Actor("me", "Me", roles), action, THINGS["a team mate's, shared with the team"])


def test_what_was_not_shared_is_its_rep_s_alone() -> None:
    everybody = Actor("me", "Me", frozenset(ROLES), MINE)
    assert not may(everybody, "read_role_play", Thing("mate"))
    assert may(everybody, "read_role_play", Thing("mate", MINE))


def test_an_admin_reads_nobody_s_talks() -> None:
    admin = Actor("me", "Me", frozenset({"admin"}), MINE)
    assert not may(admin, "read_role_play", Thing("mate", MINE))
    assert not may(admin, "review", Thing("mate", MINE))


def test_a_trainer_reviews_the_team_and_not_themselves() -> None:
    trainer = Actor("me", "Me", frozenset({"rep", "trainer"}), MINE)
    assert may(trainer, "review", Thing("mate", MINE))
    assert not may(trainer, "review", Thing("me", MINE))


@pytest.mark.parametrize("action", list(TABLE))
def test_alone_on_this_machine_everything_is_allowed(action: Action) -> None:
    assert all(may(LOCAL_PERSON, action, thing) for thing in THINGS.values())
