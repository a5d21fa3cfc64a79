"""What a model owes a scorecard is asked for again by whoever is free, in time and not for ever."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from assistant.domain.roleplay import RolePlay
from assistant.domain.scorecard import Scorecard
from assistant.ports.claims import of_judging
from assistant.scoring.asking_again import AGAIN, AT_LAST_EVERY, MOST_ANSWERED, MOST_TRIES, again_at, pause
from assistant.scoring.judging_later import JudgingLater
from assistant.store import Store, open_store
from tests.store.samples import a_role_play, a_scenario, a_scorecard

NOW = datetime(2026, 11, 28, 9, tzinfo=UTC)


class Model:
    """Brings its part, or the fault that is set."""

    def __init__(self) -> None:
        self.fault: str | None = "timeout"
        self.asked: list[str] = []
        self.broken: str | None = None

    def score(self, role_play: RolePlay) -> Scorecard:
        self.asked.append(role_play.id)
        if role_play.id == self.broken:
            raise ValueError("not foreseen")
        return card(self.fault)


class Clock:
    def __init__(self) -> None:
        self.at = NOW

    def __call__(self) -> datetime:
        return self.at


def card(fault: str | None) -> Scorecard:
    made = a_scorecard()
    return replace(made, made_by=replace(made.made_by, judge_failed=fault))


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def model() -> Model:
    return Model()


@pytest.fixture
def later(store: Store, clock: Clock, model: Model) -> JudgingLater:
    return JudgingLater(model.score, store.scorecards, store.role_plays, clock, store.claim)


@pytest.fixture
def owing(store: Store) -> Callable[[str], None]:
    def scored(name: str, fault: str = "timeout") -> None:
        store.role_plays.begin(replace(a_role_play(), id=name), a_scenario())
        store.scorecards.add(name, card(fault), NOW, again_at=again_at(fault, 0, NOW))

    return scored


def test_it_comes_when_the_model_is_back_and_nobody_has_a_page_open(
    store: Store, later: JudgingLater, clock: Clock, model: Model, owing: Callable[[str], None]
) -> None:
    owing("r1")
    assert later.waits("r1")
    assert later.run() == 0
    assert model.asked == []  # not yet due
    clock.at += AGAIN
    assert later.run() == 0
    assert model.asked == ["r1"]
    clock.at += AGAIN
    assert later.run() == 0
    assert model.asked == ["r1"]  # twice as long the next time
    model.fault = None
    clock.at += AGAIN
    assert later.run() == 1
    assert not later.waits("r1")
    newest = store.scorecards.latest("r1")
    assert newest is not None
    assert newest.made_by.judge_failed is None
    clock.at += timedelta(days=1)
    assert later.run() == 0


@pytest.mark.parametrize(("fault", "times"), [("auth", 1), ("malformed", MOST_ANSWERED)])
def test_what_asking_does_not_change_is_not_asked_for_ever(
    store: Store, later: JudgingLater, clock: Clock, model: Model, owing: Callable[[str], None], fault: str, times: int
) -> None:
    owing("r1")
    model.fault = fault
    for _ in range(2 * MOST_ANSWERED):
        clock.at += AT_LAST_EVERY
        later.run()
    assert len(model.asked) == times
    assert not later.waits("r1")
    kept = store.scorecards.latest("r1")
    assert kept is not None
    assert kept.made_by.judge_failed == "timeout", "the first scorecard stands"


def test_a_model_that_is_away_is_asked_for_about_a_week() -> None:
    at, tries = NOW, 0
    while (due := again_at("unreachable", tries, at)) is not None:
        at, tries = due, tries + 1
    assert tries == MOST_TRIES
    assert timedelta(days=7) < at - NOW < timedelta(days=8)


@pytest.mark.parametrize(("tries", "waits"), [(0, AGAIN), (1, 2 * AGAIN), (3, 8 * AGAIN), (4, AT_LAST_EVERY), (5000, AT_LAST_EVERY)])
def test_it_waits_longer_each_time(tries: int, waits: timedelta) -> None:
    assert pause(tries) == waits


@pytest.mark.parametrize("fault", [None, "auth", "refused"])
def test_nothing_is_owed_where_nothing_failed_or_asking_changes_nothing(
    store: Store, later: JudgingLater, owing: Callable[..., None], fault: str | None
) -> None:
    owing("r1", fault)
    assert not later.waits("r1")


def test_somebody_who_looks_has_it_asked_at_once_but_not_again_and_again(
    store: Store, later: JudgingLater, clock: Clock, model: Model, owing: Callable[[str], None]
) -> None:
    owing("r1")
    for _ in range(5):
        clock.at += AT_LAST_EVERY
        later.run()
    asked = len(model.asked)
    clock.at += AGAIN / 2
    later.soon("r1")
    assert later.run() == 0
    assert len(model.asked) == asked, "it was asked half a minute ago"
    clock.at += AGAIN / 2
    later.run()
    assert len(model.asked) == asked + 1
    later.soon("nobody")


def test_one_that_fails_in_a_way_nobody_foresaw_keeps_no_other_waiting(
    store: Store, later: JudgingLater, clock: Clock, model: Model, owing: Callable[[str], None]
) -> None:
    owing("broken")
    owing("r2")
    model.broken, model.fault = "broken", None
    clock.at += AGAIN
    assert later.run() == 1
    assert later.waits("broken")
    assert not later.waits("r2")


def test_what_came_and_could_not_be_kept_is_not_counted_and_waits_its_time(
    store: Store, later: JudgingLater, clock: Clock, model: Model, owing: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object) -> None:
        raise OSError("the disk is full")

    owing("r1")
    model.fault = None
    clock.at += AGAIN
    with monkeypatch.context() as broken:
        broken.setattr(store.scorecards, "add", full)
        assert later.run() == 0
    assert later.run() == 0
    assert model.asked == ["r1"], "it is paid for: not again at once"
    clock.at += 2 * AGAIN
    assert later.run() == 1
    assert not later.waits("r1")


@pytest.fixture
def another(url: str, store: Store) -> Iterator[Store]:
    with open_store(url) as opened:
        yield opened


def test_what_another_process_asks_for_is_left_to_it(
    another: Store, later: JudgingLater, clock: Clock, model: Model, owing: Callable[[str], None]
) -> None:
    owing("r1")
    clock.at += AGAIN
    with another.claim(of_judging("r1")) as mine:
        assert mine
        assert later.run() == 0
    assert model.asked == []
    later.run()
    assert model.asked == ["r1"]


def test_without_a_model_nothing_is_asked_and_nothing_is_said_to_come(store: Store, clock: Clock, owing: Callable[[str], None]) -> None:
    owing("r1")
    offline = JudgingLater(None, store.scorecards, store.role_plays, clock, store.claim)
    clock.at += AGAIN
    assert offline.run() == 0
    assert not offline.waits("r1")
    assert store.scorecards.owed("r1") is not None, "it is asked for when there is one again"
