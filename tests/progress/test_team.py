"""A team as its manager sees it: who is in it and who is not, what is hard for them, groups beside each other."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from assistant.domain.people import Actor, Person, Role, Team
from assistant.domain.policy import Thing, may
from assistant.domain.roleplay import Mind, RolePlay
from assistant.domain.scorecard import Evidence, MadeBy, Measure, Score, TryNext
from assistant.domain.words import DIMENSIONS
from assistant.errors import NotAllowed, StoreError
from assistant.progress import TeamBook
from assistant.progress.intervals import difference, interval, t_975
from assistant.progress.struggles import hard_in_deals
from assistant.store import Store
from tests.store.samples import BEGAN, a_greeting, a_role_play, a_scenario, a_scorecard, finished, rep_says

NOW = BEGAN + timedelta(days=20)
ONE, OTHER = "one", "other"
MANAGER = Actor("boss", "Boss", frozenset({"manager"}), frozenset({ONE}))
BOTH = replace(MANAGER, teams=frozenset({ONE, OTHER}))
Played = Callable[..., None]


@pytest.fixture
def book(store: Store) -> TeamBook:
    return book_of(store)


def book_of(store: Store, quoted: Callable[[Actor, Iterable[RolePlay]], None] = lambda actor, talks: None) -> TeamBook:
    for team in (ONE, OTHER):
        store.accounts.add_team(Team(team, team))
    return TeamBook(
        store.role_plays,
        store.scorecards,
        store.accounts,
        lambda cards: [{one.name: (1.0, one.value) for one in card.measures} for card in cards],
        lambda: (a_scenario(),),
        lambda: NOW,
        quoted,
    )


def person(store: Store, name: str, team: str = ONE, joined: datetime = BEGAN, roles: frozenset[Role] = frozenset({"rep"})) -> None:
    store.accounts.add(Person(name, f"{name}@x.kr", name, roles, frozenset({team}), joined))


def played(store: Store, name: str, rep: str, *teams: str, day: int = 0, value: float | None = 50.0, credit: float = 1.0, **changes: Any) -> None:
    """A finished role-play of a rep's, shared with these teams; `credit`: of its one measure."""
    turns = (a_greeting(), rep_says())
    store.role_plays.begin(a_role_play(name, rep=rep, turns=turns, ended=finished(), began_at=BEGAN + timedelta(days=day), **changes), a_scenario())
    if teams:
        store.role_plays.share(name, teams, NOW)
    if value is not None:
        card = replace(
            a_scorecard(),
            scores=dict.fromkeys(DIMENSIONS, Score(value, value - 10, value + 10, "")),
            measures=(Measure("uptake", "human", credit, ""),),
            evidence=(Evidence("human", "uptake", 1, f"{rep} said it", "-"),),
            made_by=MadeBy("measured", "default@new", "0.1.0"),
        )
        store.scorecards.add(name, card, NOW)


def test_what_was_not_shared_is_not_in_it_not_even_counted(book: TeamBook, store: Store) -> None:
    person(store, "a")
    person(store, "b")
    played(store, "shared", "a", ONE)
    played(store, "own", "a")
    played(store, "elsewhere", "a", OTHER)
    found = book.open(MANAGER, [ONE]).view("ko")
    assert [(one.name, one.role_plays) for one in found.mates] == [("a", 1), ("b", 0)]
    assert [point.role_play for point in found.mates[0].courses[0].points] == ["shared"]
    assert found.role_plays == 1


def test_only_the_team_s_own_manager_opens_it(book: TeamBook) -> None:
    for actor, teams in ((MANAGER, [OTHER]), (MANAGER, [ONE, OTHER]), (MANAGER, []), (replace(MANAGER, roles=frozenset({"trainer", "rep"})), [ONE])):
        assert not (teams and all(may(actor, "see_team", Thing(teams=frozenset({one}))) for one in teams))
        with pytest.raises(NotAllowed):
            book.open(actor, teams)


def test_people_stand_by_name_and_not_by_score(book: TeamBook, store: Store) -> None:
    for name, value in (("c", 90.0), ("a", 10.0), ("b", 50.0)):
        person(store, name)
        played(store, f"r-{name}", name, ONE, value=value)
    assert [one.name for one in book.open(MANAGER, [ONE]).view("ko").mates] == ["a", "b", "c"]


def test_what_is_missing_from_the_scores_is_counted(book: TeamBook, store: Store) -> None:
    person(store, "a")
    played(store, "r1", "a", ONE)
    played(store, "r2", "a", ONE, value=None, day=1)
    played(store, "r3", "a", ONE, language="en", day=2)
    found = book.open(MANAGER, [ONE])
    assert found.languages == ("ko", "en")
    assert (found.view("ko").role_plays, found.view("ko").unscored) == (2, 1)


def test_what_is_hard_for_the_team_counts_people_alike_and_shows_their_words(book: TeamBook, store: Store) -> None:
    for name in ("a", "b"):
        person(store, name)
    for day in range(5):
        played(store, f"a{day}", "a", ONE, day=day, credit=1.0)
    for day in range(2):
        played(store, f"b{day}", "b", ONE, day=day, credit=0.0)
    found = book.open(MANAGER, [ONE]).view("ko")
    (hard,) = [one for one in found.hard if one.kind == "measure"]
    assert (hard.name, hard.share, hard.role_plays, hard.of, hard.people, hard.of_people) == ("uptake", 0.5, 2, 7, 1, 2)
    assert {one.quote for one in hard.quotes} == {"a said it", "b said it"}
    assert found.next is not None
    assert found.next.hard == hard


def test_whose_words_are_shown_is_kept_and_nobody_else_s(store: Store) -> None:
    kept: list[tuple[str, str]] = []
    book = book_of(store, lambda actor, talks: kept.extend((actor.id, one.id) for one in talks))
    for name in ("a", "b", "c"):
        person(store, name)
    for day in range(5):
        played(store, f"a{day}", "a", ONE, day=day, credit=1.0)
        played(store, f"c{day}", "c", ONE, day=day, language="en", credit=0.0)
    for day in range(2):
        played(store, f"b{day}", "b", ONE, day=day, credit=0.0)
    opened = book.open(MANAGER, [ONE])
    assert kept == []
    found = opened.view("ko")
    assert found.heard
    assert sorted(kept) == sorted({("boss", one.role_play) for one in found.heard})
    assert not any(talk.startswith("c") for _, talk in kept)


def test_a_look_that_cannot_be_kept_is_not_given(store: Store) -> None:
    def fails(actor: Actor, talks: Iterable[RolePlay]) -> None:
        raise StoreError(ko="저장하지 못했어요.", en="It could not be kept.")

    book = book_of(store, fails)
    person(store, "a")
    for day in range(5):
        played(store, f"a{day}", "a", ONE, day=day, credit=0.0)
    opened = book.open(MANAGER, [ONE])
    with pytest.raises(StoreError):
        opened.view("ko")


def test_what_somebody_has_learnt_is_not_held_against_the_team(book: TeamBook, store: Store) -> None:
    person(store, "a")
    for day in range(10):
        played(store, f"a{day}", "a", ONE, day=day, credit=0.0 if day < 5 else 1.0)
    found = book.open(MANAGER, [ONE]).view("ko")
    assert (found.hard, found.next) == ((), None)


def test_a_passage_that_advice_points_to_again_is_told(book: TeamBook, store: Store) -> None:
    person(store, "a")
    for number in range(3):
        played(store, f"r{number}", "a", ONE, day=number)
        tried = TryNext(1, "싸요", "월 3만 원이에요", "", "기본료는 월 3만 원입니다." if number else None)
        store.scorecards.add(f"r{number}", replace(store.scorecards.latest(f"r{number}") or a_scorecard(), try_next=tried), NOW)
    (passage,) = [one for one in book.open(MANAGER, [ONE]).view("ko").hard if one.kind == "passage"]
    assert (passage.name, passage.role_plays, passage.of) == ("기본료는 월 3만 원입니다.", 2, 3)


def test_objections_left_standing_and_what_nobody_finds_out() -> None:
    from tests.practice.talk import scenario

    deal = scenario("cloud-phone-cx-lead")
    objection = deal.objections[0].id
    left = Mind(0.5, 0.5, "neutral", raised=(objection,))
    settled = Mind(0.5, 0.5, "neutral", settled=(objection,), revealed=tuple(one.id for one in deal.facts))
    talks = [a_role_play(f"r{number}", rep=f"p{number}", scenario=deal.id) for number in range(4)]
    minds = {one.id: left if number < 3 else settled for number, one in enumerate(talks)}
    found = hard_in_deals(talks, minds, {deal.id: deal})
    (one,) = [each for each in found if each.kind == "objection"]
    assert (one.name, one.role_plays, one.of, one.people) == (f"{deal.id}:{objection}", 3, 4, 3)
    assert f"{deal.id}:0" in {each.name for each in found if each.kind == "discovery"}
    assert hard_in_deals(talks[:2], minds, {deal.id: deal}) == ()


def test_the_last_mind_is_read_once_and_is_the_last(book: TeamBook, store: Store) -> None:
    store.role_plays.begin(a_role_play("r1"), a_scenario())
    assert store.role_plays.last_minds(["r1", "no-such"]) == {"r1": a_greeting().record.mind}  # type: ignore[union-attr]


def test_teams_and_newcomers_beside_each_other_from_three_people_on(book: TeamBook, store: Store) -> None:
    for number in range(3):
        for team, value in ((ONE, 40.0), (OTHER, 70.0)):
            name = f"{team}{number}"
            person(store, name, team, BEGAN if number else BEGAN + timedelta(days=10))
            played(store, f"r-{name}", name, team, value=value + number)
    found = book.open(BOTH, [ONE, OTHER])
    one, other = found.by_team("ko", {ONE: "일팀", OTHER: "이팀"})
    assert (one.name, one.people, one.role_plays) == ("일팀", 3, 3)
    assert one.levels["warm"].mean == pytest.approx(41)
    assert one.levels["warm"].high < other.levels["warm"].low
    apart = found.apart("ko", [f"{ONE}{n}" for n in range(3)], [f"{OTHER}{n}" for n in range(3)])
    assert all(each.sure and each.by == pytest.approx(30) for each in apart)
    first_day = (BEGAN + timedelta(days=9)).date()
    new, old = found.joined("ko", first_day, date(2027, 1, 1), UTC, ("new", "old"))
    assert (new.people, new.levels, old.people) == (2, {}, 4)


def test_an_interval_is_student_s_and_a_difference_welch_s() -> None:
    found = interval([10, 20, 30])
    assert found is not None
    assert (found.mean, round(found.low, 2), round(found.high, 2)) == (20, -4.84, 44.84)
    assert interval([10, 20]) is None
    assert difference([1, 2], [3, 4, 5]) is None
    by, low, high = difference([10, 20, 30], [40, 50, 60]) or (0.0, 0.0, 0.0)
    assert (by, round(low, 1), round(high, 1)) == (30, 7.3, 52.7)
    assert difference([5, 5, 5], [5, 5, 5]) == (0, 0, 0)
    assert t_975(1) > t_975(2.9) > t_975(30) > t_975(200) > 1.96
