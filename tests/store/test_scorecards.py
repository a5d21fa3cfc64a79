"""Scorecards kept: the newest of each role-play, also right after another was added, and never one that was deleted."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import delete

from assistant.domain.scorecard import Scorecard
from assistant.store import Store, open_store
from assistant.store.columns import in_json
from assistant.store.tables import scorecards
from tests.store.older import kept_by_an_older
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


def test_what_a_model_owed_to_an_older_maju_is_asked_for_again(tmp_path: Path) -> None:
    url = kept_by_an_older(tmp_path, "0018", a_role_play())
    card = a_scorecard()
    with closing(sqlite3.connect(tmp_path / "older.db")) as older:
        for name, faults in {"r1": (None, "timeout"), "r2": ("timeout", None), "r3": ("auth",), "r4": ()}.items():
            if name != "r1":
                _copied(older, name)
            for fault in faults:
                made = replace(card, made_by=replace(card.made_by, judge_failed=fault))
                values = (name, "2026-11-22 10:00:00.000000", in_json(Scorecard, made).decode())
                older.execute("INSERT INTO scorecards (role_play, at, body) VALUES (?, ?, ?)", values)
        older.commit()
    with open_store(url) as store:
        owed = store.scorecards.due(datetime.now(UTC))
    assert [(one.role_play, one.tries) for one in owed] == [("r1", 0)]


def _copied(older: sqlite3.Connection, name: str) -> None:
    """A role-play like r1."""
    columns = ", ".join(row[1] for row in older.execute("PRAGMA table_info(role_plays)") if row[1] != "id")
    older.execute(f"INSERT INTO role_plays (id, {columns}) SELECT ?, {columns} FROM role_plays WHERE id = 'r1'", (name,))
