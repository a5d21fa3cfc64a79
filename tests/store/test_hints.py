"""Hints in the store: kept in order with their passage, and a database from before there were any opens as one without."""

from datetime import timedelta

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, text

from assistant.domain.hint import Hint
from assistant.domain.roleplay import Cited
from assistant.errors import NotFound
from assistant.store import Store, open_store
from assistant.store.migrate import MIGRATIONS
from tests.store.samples import BEGAN, a_role_play, a_scenario

PLAIN = Hint(0, "opening", BEGAN)
WITH_PASSAGE = Hint(2, "area", BEGAN + timedelta(minutes=1), "price", Cited("p1", "가격표", 2, "요금 > 할인", 3), "할인은 나중에.")


def test_hints_come_back_in_the_order_they_were_given(store: Store) -> None:
    store.role_plays.begin(a_role_play(), a_scenario())
    for hint in (PLAIN, WITH_PASSAGE, PLAIN):
        store.hints.add("r1", hint)
    assert store.hints.of("r1") == (PLAIN, WITH_PASSAGE, PLAIN)
    assert store.hints.of("r2") == ()


def test_a_hint_of_no_role_play_is_not_kept(store: Store) -> None:
    with pytest.raises(NotFound):
        store.hints.add("nobody", PLAIN)


def test_limits_come_back_as_they_went_in(store: Store) -> None:
    limited = a_role_play("r2", mode="assessment", time_limit_s=900, attempt=2, attempts=2)
    store.role_plays.begin(limited, a_scenario())
    assert store.role_plays.get("r2") == limited


def test_a_role_play_from_before_there_were_assessments_was_practice(url: str) -> None:
    engine = create_engine(url)
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0002")
        connection.execute(text("INSERT INTO scenario_copies VALUES ('d', '{}')"))
        connection.execute(
            text(
                "INSERT INTO role_plays (id, rep, scenario, scenario_version, scenario_copy, language, level, seed, began_at, playbooks) "
                "VALUES ('old', 'local', 's', 'v', 'd', 'ko', 2, 1, '2026-11-22 09:00:00.000000', '[]')"
            )
        )
    engine.dispose()
    with open_store(url) as store:
        kept = store.role_plays.get("old")
        assert (kept.mode, kept.time_limit_s, kept.attempt) == ("practice", None, None)
        assert store.hints.of("old") == ()
