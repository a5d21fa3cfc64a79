"""Members of a list in a draft: added, duplicated, removed, moved, renamed. Each gives the changes that do it. Pure."""

from collections.abc import Iterator
from typing import Any

from assistant.authoring.explanations import refers_to
from assistant.authoring.fields import FormField, empty, scenario_form, walked
from assistant.domain.draft import Change, Tree
from assistant.domain.tree import at

SINGULAR = {"curiosities": "question", "discovery": "find"}


def added(tree: Tree, path: str, field: FormField) -> tuple[Change, ...]:
    """A blank one at the end, with an id of its own where members have ids."""
    if field.of is None:
        return ()
    blank = empty(field.of)
    if isinstance(blank, dict) and "id" in blank:
        blank |= {"id": _free(tree, path, _stem(field.name))}
    return (Change(path, [*_members(tree, path), blank]),)


def with_free_id(tree: Tree, path: str, member: Any, before: int = 0) -> Any:
    """A member made elsewhere, under an id that is free here. `before`: how many were added in the same edit."""
    if not isinstance(member, dict) or "id" not in member:
        return member
    taken = {at(one, "id") for one in _members(tree, path)}
    return member | {"id": _next_free(taken, _stem(path.rsplit(".", 1)[-1]), len(taken) + 1 + before)}


def duplicated(tree: Tree, path: str, i: int) -> tuple[Change, ...]:
    members = _members(tree, path)
    twin = members[i]
    if isinstance(twin, dict) and "id" in twin:
        twin = twin | {"id": _free(tree, path, str(twin["id"]))}
    return (Change(path, [*members[: i + 1], twin, *members[i + 1 :]]),)


def removed(tree: Tree, path: str, i: int) -> tuple[Change, ...]:
    members = _members(tree, path)
    return (Change(path, members[:i] + members[i + 1 :]),)


def moved(tree: Tree, path: str, i: int, by: int) -> tuple[Change, ...]:
    """Nothing where it cannot go further."""
    members = _members(tree, path)
    to = i + by
    if not 0 <= to < len(members):
        return ()
    members[i], members[to] = members[to], members[i]
    return (Change(path, members),)


def renamed(tree: Tree, path: str, i: int, new: str) -> tuple[Change, ...]:
    """The member's id and everything that names it; an id that another member has too takes nothing along."""
    members = _members(tree, path)
    old = at(members[i], "id") if i < len(members) else None
    changes = [Change(f"{path}.{i}.id", new)]
    if isinstance(old, str) and old and sum(at(one, "id") == old for one in members) == 1:
        above, _, name = path.rpartition(".")
        for field in walked(scenario_form()):
            if field.kind == "words" and any(listed.rpartition(".")[2] == name for listed in refers_to(field.path)):
                uses = [(place, ids) for place, ids in _uses(tree, "", field.path.split("."), old) if place.startswith(above)]
                changes += [Change(place, [new if one == old else one for one in ids]) for place, ids in uses]
    return tuple(changes)


def _uses(node: Any, place: str, steps: list[str], used: str) -> Iterator[tuple[str, list[Any]]]:
    """Every place of a field of ids that holds this one."""
    if isinstance(node, list) and steps:
        for i, one in enumerate(node):
            yield from _uses(one, f"{place}.{i}", steps, used)
    elif isinstance(node, dict) and steps:
        inner = node.get(steps[0])
        yield from _uses(inner, f"{place}.{steps[0]}".lstrip("."), steps[1:], used)
    elif isinstance(node, list) and used in node:
        yield place, node


def _members(tree: Tree, path: str) -> list[Any]:
    found = at(tree, path)
    return list(found) if isinstance(found, list | tuple) else []


def _free(tree: Tree, path: str, stem: str) -> str:
    """An id nobody in the list has: the stem with the next number."""
    taken = {at(one, "id") for one in _members(tree, path)}
    return _next_free(taken, stem, len(taken) + 1)


def _next_free(taken: set[Any], stem: str, number: int) -> str:
    while f"{stem}_{number}" in taken:
        number += 1
    return f"{stem}_{number}"


def _stem(name: str) -> str:
    return SINGULAR.get(name, name.removesuffix("s"))
