"""Drafts and versions of scenarios in the store: nothing is written over, whoever writes at once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest

from assistant.domain.draft import Change, Draft, Edit, Proposal, Version
from assistant.errors import InputError, NotFound, Overtaken
from assistant.store import Store, open_store
from tests.store.samples import BEGAN


def a_draft(draft_id: str = "d1", **changes: Any) -> Draft:
    values: dict[str, Any] = {
        "base": {"title": {"ko": "가", "en": "a"}, "facts": [{"trust": 0.1}]},
        "scenario": "deal",
        "over": 2,
        "by": "kim",
        "at": BEGAN,
    }
    return Draft(draft_id, **values | changes)


def test_a_draft_is_kept_with_every_edit_in_its_order(store: Store, url: str) -> None:
    store.drafts.begin(a_draft())
    at = BEGAN + timedelta(minutes=1)
    assert store.drafts.append("d1", 0, [Change("title.ko", "나"), Change("facts.+", {"trust": 0.30000000000000004})], "kim", at) == 1
    assert store.drafts.append("d1", 1, [Change("facts", None)], "lee", at, undoes=1) == 2
    with open_store(url) as again:
        kept = again.drafts.get("d1")
    assert kept == a_draft(
        edits=(
            Edit(1, (Change("title.ko", "나"), Change("facts.+", {"trust": 0.30000000000000004})), "kim", at),
            Edit(2, (Change("facts", None),), "lee", at, 1),
        )
    )


def test_edits_of_different_places_pass_each_other_and_of_one_place_do_not(store: Store) -> None:
    store.drafts.begin(a_draft())
    store.drafts.append("d1", 0, [Change("title.ko", "나")], "kim", BEGAN)
    assert store.drafts.append("d1", 0, [Change("title.en", "b")], "lee", BEGAN) == 2
    with pytest.raises(Overtaken):
        store.drafts.append("d1", 1, [Change("facts.0.trust", 0.5), Change("title.en", "c")], "kim", BEGAN)
    assert store.drafts.revision("d1") == (2, None)


def test_writers_at_once_each_get_a_number_of_their_own(store: Store) -> None:
    store.drafts.begin(a_draft())
    with ThreadPoolExecutor(6) as pool:
        numbers = list(pool.map(lambda i: store.drafts.append("d1", 0, [Change(f"field_{i}", i)], "kim", BEGAN), range(12)))
    assert sorted(numbers) == list(range(1, 13))


def test_a_closed_draft_takes_nothing_more(store: Store) -> None:
    store.drafts.begin(a_draft())
    store.drafts.begin(a_draft("d2", scenario=None))
    store.drafts.close("d1", "published", BEGAN)
    store.drafts.close("d1", "discarded", BEGAN)
    assert store.drafts.revision("d1") == (0, "published")
    assert [one.id for one in store.drafts.open()] == ["d2"]
    with pytest.raises(InputError):
        store.drafts.append("d1", 0, [Change("title.ko", "나")], "kim", BEGAN)


def test_a_draft_that_is_not_there_is_said_to_be_so(store: Store) -> None:
    for ask in (store.drafts.get, store.drafts.revision):
        with pytest.raises(NotFound):
            ask("nowhere")


def test_proposals_are_kept_newest_first_and_decided_piece_by_piece(store: Store) -> None:
    store.drafts.begin(a_draft())
    for number in (1, 2):
        changes = (Change("title", {"ko": "다", "en": "c"}), Change("facts.+", {"id": "x"}))
        store.drafts.propose(Proposal(f"p{number}", "d1", changes, "ko", "model", "scenario.ko@1", 3, "kim", BEGAN))
    store.drafts.decide("p1", [1])
    store.drafts.decide("p1", [0, 1])
    newest, first = store.drafts.proposals("d1")
    assert (newest.id, newest.decided, len(newest.open())) == ("p2", (), 2)
    assert (first.decided, first.open()) == ((0, 1), ())


def test_versions_are_added_one_after_the_other_and_never_changed(store: Store) -> None:
    one = Version("deal", 1, {"id": "deal"}, "abc", "kim", BEGAN, "첫 판")
    store.scenario_versions.add(one, 0)
    with pytest.raises(Overtaken, match="Version 1"):
        store.scenario_versions.add(Version("deal", 1, {"id": "deal"}, "xyz", "lee", BEGAN), 0)
    out = Version("deal", 2, None, "", "lee", BEGAN)
    store.scenario_versions.add(out, 1)
    assert store.scenario_versions.newest() == {"deal": 2}
    assert store.scenario_versions.of("deal") == (out, one)
    assert store.scenario_versions.get("deal", 1) == one
    with pytest.raises(NotFound):
        store.scenario_versions.get("deal", 3)
