"""Scorecards kept: the newest of each role-play, also right after another was added, and never one that was deleted."""

from dataclasses import replace

from sqlalchemy import delete

from assistant.store import Store
from assistant.store.tables import scorecards
from tests.store.samples import BEGAN, a_role_play, a_scenario, a_scorecard


def test_the_newest_of_each_also_right_after_another_was_added(store: Store) -> None:
    for name in ("r1", "r2"):
        store.role_plays.begin(a_role_play(name), a_scenario())
    store.scorecards.add("r1", a_scorecard(10), BEGAN)
    assert store.scorecards.latest_of(["r1", "r2"]) == {"r1": a_scorecard(10)}
    store.scorecards.add("r1", a_scorecard(20), BEGAN)
    store.scorecards.add("r2", a_scorecard(30), BEGAN)
    assert store.scorecards.latest_of(["r1", "r2"]) == store.scorecards.all_latest() == {"r1": a_scorecard(20), "r2": a_scorecard(30)}


def test_more_may_be_asked_for_than_one_question_to_a_database_may_name(store: Store) -> None:
    for name in ("r1", "r2"):
        store.role_plays.begin(a_role_play(name), a_scenario())
        store.scorecards.add(name, a_scorecard(10), BEGAN)
    more = {"sqlite": 300_000, "postgresql": 70_000}[store._database.engine.dialect.name]
    assert set(store.scorecards.latest_of(["r1", *(f"none-{n}" for n in range(more)), "r2"])) == {"r1", "r2"}


def test_a_deleted_one_is_gone_and_its_number_given_again_is_another_s(store: Store) -> None:
    for name in ("r1", "r2"):
        store.role_plays.begin(a_role_play(name), a_scenario())
    store.scorecards.add("r1", a_scorecard(10), BEGAN)
    assert store.scorecards.latest_of(["r1"])
    with store._database.writing() as connection:
        connection.execute(delete(scorecards))
    assert store.scorecards.latest_of(["r1"]) == {}
    store.scorecards.add("r2", replace(a_scorecard(10), id="r2"), BEGAN)
    assert store.scorecards.latest_of(["r2"])["r2"].id == "r2"
