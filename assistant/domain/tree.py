"""Reading and changing trees of plain values by path. Pure: a change gives a new tree and shares what it left alone."""

from collections.abc import Iterable, Mapping
from typing import Any

from assistant.domain.draft import Change, Tree

APPEND = "+"


def at(tree: Any, path: str) -> Any:
    """What stands at a path; None when there is nothing."""
    for step in path.split(".") if path else ():
        if isinstance(tree, Mapping):
            tree = tree.get(step)
        elif isinstance(tree, list | tuple) and step.isdigit() and int(step) < len(tree):
            tree = tree[int(step)]
        else:
            return None
    return tree


def changed(tree: Tree, changes: Iterable[Change]) -> dict[str, Any]:
    """The tree with every change made, in order."""
    for change in changes:
        tree = _set(tree, change.path.split("."), change.value)
    return dict(tree)


def inverse(tree: Tree, changes: Iterable[Change]) -> tuple[Change, ...]:
    """What takes these changes back: to what `tree` held before them."""
    return tuple(Change(path, at(tree, path)) for path in dict.fromkeys(_place(change.path) for change in changes))


def overlap(one: str, other: str) -> bool:
    """Whether a change at one path touches what stands at the other."""
    a, b = _place(one).split("."), _place(other).split(".")
    return all(x == y for x, y in zip(a, b, strict=False))


def bare(path: str) -> str:
    """The field a path names, whichever member it is of: `facts.3.lines.ko` is of `facts.lines.ko`."""
    return ".".join(step for step in path.split(".") if not step.isdigit())


def _place(path: str) -> str:
    """Of an append, the list as a whole."""
    return path.removesuffix(f".{APPEND}")


def _set(node: Any, steps: list[str], value: Any) -> Any:
    if not steps:
        return value
    step, rest = steps[0], steps[1:]
    if isinstance(node, list | tuple) or step == APPEND:
        return _set_in_list(list(node or ()), step, rest, value)
    kept = dict(node) if isinstance(node, Mapping) else {}
    inner = _set(kept.get(step), rest, value)
    if inner is None:
        kept.pop(step, None)
    else:
        kept[step] = inner
    return kept


def _set_in_list(items: list[Any], step: str, rest: list[str], value: Any) -> list[Any]:
    if step == APPEND:
        return [*items, value]
    i = int(step)
    if i >= len(items):
        return items
    inner = _set(items[i], rest, value)
    return items[:i] + ([] if inner is None else [inner]) + items[i + 1 :]
