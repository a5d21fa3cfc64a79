"""Retention: what is due is deleted, nothing sooner, and everybody could know before."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.domain.people import LOCAL_PERSON
from assistant.domain.privacy import NO_TEAM, KeptTalk, Retention, due, groups, kept_days
from assistant.domain.roleplay import Branch
from assistant.errors import InputError, NotAllowed
from assistant.privacy.erasing import GRACE
from tests.privacy.house import ADMIN, House
from tests.store.samples import BEGAN, a_role_play, a_scenario


def team_of(house: House, name: str = "영업 1팀") -> str:
    return next(one.id for one in house.store.accounts.teams() if one.name == name)


def runs(house: House) -> None:
    house.keeping.run()
    house.eraser.run()


def test_talks_are_deleted_when_their_time_is_over_and_no_others(house: House) -> None:
    rep, elsewhere = house.person("보람"), house.person("다온", team="영업 2팀")
    house.talk(rep, "old")
    house.talk(elsewhere, "elsewhere")
    house.keeping.set(ADMIN, team_of(house), 90)
    house.clock.passes(days=60)
    house.talk(rep, "young")
    house.clock.passes(days=29)
    runs(house)
    assert house.talks() == {"old", "young", "elsewhere"}
    house.clock.passes(days=1)
    runs(house)
    assert house.talks() == {"young", "elsewhere"}


def test_what_is_over_already_when_a_rule_is_set_has_a_week_left(house: House) -> None:
    rep = house.person("보람")
    house.talk(rep, "old")
    house.clock.passes(days=400)
    team = team_of(house)
    ahead = house.keeping.ahead(ADMIN, team, 90)
    assert ahead
    assert (ahead.talks, ahead.people, ahead.first_at) == (1, 1, house.clock() + GRACE)
    house.keeping.set(ADMIN, team, 90)
    assert house.keeping.next_of(rep.actor()) == (house.clock() + GRACE, 1)
    house.clock.at += GRACE - timedelta(seconds=1)
    runs(house)
    assert house.talks() == {"old"}
    house.clock.passes(seconds=1)
    runs(house)
    assert house.talks() == set()


def test_a_longer_time_does_not_put_off_and_a_shorter_one_does_not_surprise(house: House) -> None:
    house.person("보람")
    team = team_of(house)
    first = house.keeping.set(ADMIN, team, 90)
    house.clock.passes(days=30)
    longer = house.keeping.set(ADMIN, team, 365)
    assert first
    assert longer
    assert longer.since == first.since
    shorter = house.keeping.set(ADMIN, team, 30)
    assert shorter
    assert shorter.since == house.clock() + GRACE


def test_without_a_rule_or_with_it_taken_away_everything_stays(house: House) -> None:
    rep = house.person("보람")
    house.talk(rep, "old")
    team = team_of(house)
    house.keeping.set(ADMIN, team, 30)
    house.keeping.set(ADMIN, team, None)
    house.clock.passes(days=4000)
    runs(house)
    assert house.talks() == {"old"}
    assert house.keeping.mine(rep.actor()) is None
    assert house.keeping.next_of(rep.actor()) is None


def test_in_two_teams_the_longer_time_counts(house: House) -> None:
    rep = house.directory.invite(ADMIN, "둘@hangyeol.kr", "둘", ["rep"], ["영업 1팀", "영업 2팀"])
    house.talk(rep, "old")
    house.keeping.set(ADMIN, team_of(house), 30)
    house.clock.passes(days=100)
    runs(house)
    assert house.talks() == {"old"}
    house.keeping.set(ADMIN, team_of(house, "영업 2팀"), 200)
    rule = house.keeping.mine(house.store.accounts.person(rep.id).actor())
    assert rule
    assert rule.days == 200


def test_a_first_try_stays_as_long_as_what_was_built_on_it(house: House) -> None:
    rep = house.person("보람")
    house.talk(rep, "first")
    house.keeping.set(ADMIN, team_of(house), 90)
    house.clock.passes(days=80)
    house.talk(rep, "again", branch=Branch("first", 1))
    house.clock.passes(days=20)
    runs(house)
    assert house.talks() == {"first", "again"}
    house.clock.passes(days=70)
    runs(house)
    assert house.talks() == set()


def test_alone_one_has_a_rule_of_one_s_own(house: House) -> None:
    house.talk(house.person("보람"), "x")
    house.store.role_plays.begin(a_role_play("mine", began_at=house.clock()), a_scenario())
    house.keeping.set(LOCAL_PERSON, NO_TEAM, 30)
    assert house.keeping.mine(LOCAL_PERSON)
    house.clock.passes(days=31)
    runs(house)
    assert house.talks() == {"x"}


def test_only_an_admin_sets_it_within_bounds(house: House) -> None:
    manager = house.person("나래", "manager")
    team = team_of(house)
    for call in (house.keeping.set, house.keeping.ahead):
        with pytest.raises(NotAllowed):
            call(manager.actor(), team, 90)
    for days in (0, 29, 3651, -5):
        with pytest.raises(InputError):
            house.keeping.set(ADMIN, team, days)
    assert house.keeping.rules(ADMIN) == {}


@given(st.lists(st.tuples(st.integers(0, 400), st.integers(-1, 12)), max_size=12))
def test_every_talk_is_in_one_group_and_goes_with_what_it_was_built_on(built: list[tuple[int, int]]) -> None:
    talks = [
        KeptTalk("role_play", str(number), "me", BEGAN + timedelta(days=days), str(on) if on >= 0 else None)
        for number, (days, on) in enumerate(built)
    ]
    found = groups(talks)
    assert sorted(one.id for together in found for one in together) == sorted(one.id for one in talks)
    of = {one.id: number for number, together in enumerate(found) for one in together}
    loops = {one.id for one in talks if _loops(talks, one)}
    assert all(of[one.id] == of[one.on] for one in talks if one.on in of and one.id not in loops and one.on is not None)
    rule = Retention("", 30, BEGAN, "")
    assert all(due(together, rule) >= one.at + timedelta(days=30) for together in found for one in together)


def _loops(talks: list[KeptTalk], one: KeptTalk) -> bool:
    known, passed = {talk.id: talk for talk in talks}, set[str]()
    while one.on in known:
        if one.id in passed:
            return True
        passed.add(one.id)
        one = known[one.on]
    return False


def test_one_team_that_keeps_everything_is_enough() -> None:
    rules = {"a": Retention("a", 30, BEGAN, "")}
    assert kept_days({"a", "b"}, rules) is None
    assert kept_days((), rules) is None
