"""Trees change by path, share what was left alone, and every change can be taken back."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from assistant.authoring.comparing import differences
from assistant.authoring.fields import fields_by_path
from assistant.authoring.items import added, duplicated, moved, removed, renamed, with_free_id
from assistant.domain.draft import Change, Difference
from assistant.domain.tree import at, bare, changed, inverse, overlap

TREE: dict[str, Any] = {
    "title": {"ko": "가", "en": "a"},
    "topics": [{"id": "price"}, {"id": "time"}],
    "facts": [{"id": "one", "topics": ["price"], "lines": {"ko": ["하나"], "en": []}}, {"id": "two", "topics": ["time", "price"]}],
    "discovery": [{"area": "price", "facts": ["one"], "topics": ["price"]}],
}


@pytest.mark.parametrize(
    ("path", "value"),
    [("title.ko", "나"), ("facts.0.lines.ko", ["둘", "셋"]), ("facts.+", {"id": "three"}), ("deal", {"minutes": 3}), ("facts", []), ("title", None)],
)
def test_a_change_can_be_taken_back(path: str, value: Any) -> None:
    after = changed(TREE, [Change(path, value)])
    assert after != TREE
    back = changed(after, inverse(TREE, [Change(path, value)]))
    assert {key: one for key, one in back.items() if one != {}} == TREE


def test_a_change_leaves_the_tree_it_began_with_alone() -> None:
    changed(TREE, [Change("facts.0.lines.ko", ["다른 말"]), Change("facts.+", {})])
    assert at(TREE, "facts.0.lines.ko") == ["하나"]
    assert len(TREE["facts"]) == 2


paths = some.lists(some.sampled_from(["facts", "0", "1", "lines", "ko", "id"]), min_size=1, max_size=4).map(".".join)


@given(paths, paths)
def test_two_changes_touch_when_one_stands_inside_the_other(one: str, other: str) -> None:
    assert overlap(one, other) == overlap(other, one)
    assert overlap(one, other) == (f"{one}.".startswith(f"{other}.") or f"{other}.".startswith(f"{one}."))


def test_adding_to_a_list_touches_the_whole_list() -> None:
    assert overlap("facts.+", "facts.3.lines")
    assert not overlap("facts.+", "topics.0.id")
    assert bare("facts.3.lines.ko") == "facts.lines.ko"


def test_a_new_member_has_an_id_of_its_own() -> None:
    after = changed(TREE, added(TREE, "facts", fields_by_path()["facts"]))
    assert [one["id"] for one in after["facts"]] == ["one", "two", "fact_3"]
    assert with_free_id(after, "facts", {"id": ""}, before=1)["id"] == "fact_5"


def test_a_twin_stands_below_under_another_id() -> None:
    after = changed(TREE, duplicated(TREE, "facts", 0))
    assert [one["id"] for one in after["facts"]] == ["one", "one_3", "two"]


def test_members_move_and_go() -> None:
    assert [one["id"] for one in changed(TREE, moved(TREE, "facts", 1, -1))["facts"]] == ["two", "one"]
    assert moved(TREE, "facts", 0, -1) == ()
    assert [one["id"] for one in changed(TREE, removed(TREE, "facts", 0))["facts"]] == ["two"]


def test_whatever_names_a_member_follows_its_new_id() -> None:
    after = changed(TREE, renamed(TREE, "topics", 0, "money"))
    assert [one["topics"] for one in after["facts"]] == [["money"], ["time", "money"]]
    assert after["discovery"][0]["topics"] == ["money"]
    assert after["discovery"][0]["area"] == "price"


def test_two_members_of_one_id_take_nothing_along() -> None:
    twins = {**TREE, "topics": [{"id": "price"}, {"id": "price"}]}
    assert [change.path for change in renamed(twins, "topics", 1, "cost")] == ["topics.1.id"]


def test_members_are_compared_by_their_ids_not_their_places() -> None:
    after = changed(TREE, moved(TREE, "facts", 0, 1))
    assert differences(TREE, after) == (Difference("facts", ["one", "two"], ["two", "one"]),)
    after = changed(TREE, [Change("facts", [{"id": "new"}, *TREE["facts"]]), Change("facts.1.lines.ko", ["달라짐"])])
    assert {one.path for one in differences(TREE, after)} == {"facts.new", "facts.one.lines.ko"}
    assert differences(TREE, TREE) == ()
