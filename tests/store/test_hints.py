"""Hints in the store: kept in order with their passage, and a database from before there were any opens as one without."""

from datetime import timedelta
from pathlib import Path

import pytest

from assistant.domain.hint import Hint
from assistant.domain.roleplay import Cited
from assistant.errors import NotFound
from assistant.store import Store, open_store
from tests.store.older import kept_by_an_older
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


def test_a_role_play_from_before_there_were_assessments_was_practice(tmp_path: Path) -> None:
    with open_store(kept_by_an_older(tmp_path, "0002", a_role_play())) as store:
        kept = store.role_plays.get("r1")
        assert kept == a_role_play()
        assert (kept.mode, kept.time_limit_s, kept.attempt) == ("practice", None, None)
        assert store.hints.of("r1") == ()
