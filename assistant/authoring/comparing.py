"""What differs between two versions of a scenario, field by field. Members of lists are matched by their ids: a moved one has not changed. Pure."""

from collections.abc import Iterator, Mapping
from typing import Any

from assistant.domain.draft import Difference, Tree


def differences(before: Tree, after: Tree) -> tuple[Difference, ...]:
    """In the order of the fields; a list whose members only changed places is one difference, of their ids."""
    return tuple(_between(before, after, ""))


def _between(before: Any, after: Any, path: str) -> Iterator[Difference]:
    if before == after:
        return
    if isinstance(before, Mapping) and isinstance(after, Mapping):
        for key in dict.fromkeys((*before, *after)):
            yield from _between(before.get(key), after.get(key), f"{path}.{key}" if path else str(key))
        return
    old, new = _by_id(before), _by_id(after)
    if old is None or new is None:
        yield Difference(path, before, after)
        return
    for key in dict.fromkeys((*old, *new)):
        yield from _between(old.get(key), new.get(key), f"{path}.{key}")
    places = [key for key in old if key in new], [key for key in new if key in old]
    if places[0] != places[1]:
        yield Difference(path, *places)


def _by_id(members: Any) -> dict[str, Any] | None:
    """id -> member; None for what is no list of members that differ by their ids. A discovery item goes by its area."""
    if not isinstance(members, list | tuple):
        return None
    ids = [one.get("id") or one.get("area") if isinstance(one, Mapping) else None for one in members]
    if any(one is None for one in ids) or len(set(ids)) != len(ids):
        return None
    return dict(zip(map(str, ids), members, strict=True))
