"""The fields of a scenario as a form sees them, read off the domain's dataclasses: a field that is added there appears in the builder by itself."""

import types
from collections.abc import Iterator
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass, replace
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from assistant.domain.scenario import Scenario
from assistant.domain.words import LANGUAGES, Lines, Text

Kind = Literal["word", "text", "lines", "whole", "number", "flag", "choice", "words", "choices", "group", "items"]
"""`word`: a string that is the same in both languages; `words`: several of them; `items`: a list whose members have the form `of`."""

_SIMPLE: dict[Any, Kind] = {str: "word", Text: "text", Lines: "lines", int: "whole", float: "number", bool: "flag"}
NOT_WRITTEN = frozenset({"version"})
"""Known from a file's content, not written in it."""


@dataclass(frozen=True, slots=True)
class FormField:
    """`path`: without places in lists. `optional`: may be left out, then it is `default`. `choices`: of a choice. `parts`: of a group.
    `owner`: the class it is a field of; fields of the same class mean the same wherever they stand."""

    name: str
    path: str
    kind: Kind
    optional: bool = False
    choices: tuple[Any, ...] = ()
    parts: tuple["FormField", ...] = ()
    of: "FormField | None" = None
    default: Any = None
    owner: str = ""


@cache
def scenario_form() -> FormField:
    return _group(Scenario, "", "", False)


def walked(field: FormField) -> Iterator[FormField]:
    """The field and everything below it."""
    yield field
    for part in field.parts:
        yield from walked(part)
    if field.of:
        yield from walked(field.of)


@cache
def fields_by_path() -> dict[str, FormField]:
    """Every field by its path; a list, not its members, where both have the same."""
    by_path: dict[str, FormField] = {}
    for field in walked(scenario_form()):
        by_path.setdefault(field.path, field)
    return by_path


def likes_of(path: str) -> Iterator[str]:
    """The path itself, then those of the same field of the same class elsewhere, in the scenario's order."""
    yield path
    known = fields_by_path()
    here = known.get(path)
    yield from (one.path for one in known.values() if here and one is not here and (one.owner, one.name) == (here.owner, here.name))


def empty(field: FormField) -> Any:
    """What a field holds before anybody has filled it in."""
    if field.kind in {"text", "lines"}:
        return {language: "" if field.kind == "text" else [] for language in LANGUAGES}
    if field.kind == "group":
        return {part.name: empty(part) for part in field.parts if not part.optional}
    if field.kind in {"items", "words", "choices"}:
        return []
    return {"word": "", "whole": 0, "number": 0.0, "flag": False}.get(field.kind, field.choices[0] if field.choices else None)


def shaped(field: FormField, value: Any) -> Any:
    """The value with everything in its place that a form needs; what is there stays as it is, whatever it is."""
    if value is None:
        return empty(field)
    if field.kind == "group" and isinstance(value, dict):
        return {part.name: shaped(part, value.get(part.name)) for part in field.parts if not part.optional or value.get(part.name) is not None} | {
            key: one for key, one in value.items() if key not in {part.name for part in field.parts}
        }
    if field.kind == "items" and field.of and isinstance(value, list | tuple):
        return [shaped(field.of, one) for one in value]
    if field.kind in {"text", "lines"} and isinstance(value, dict):
        return empty(field) | {key: one for key, one in value.items() if one is not None}
    return value


def _group(of: Any, name: str, path: str, optional: bool) -> FormField:
    hints = get_type_hints(of)
    parts = tuple(replace(_field(one, hints[one.name], path), owner=of.__name__) for one in fields(of) if one.name not in NOT_WRITTEN)
    return FormField(name, path, "group", optional, parts=parts)


def _field(one: "Field[Any]", hint: Any, above: str) -> FormField:
    optional = one.default is not MISSING or one.default_factory is not MISSING
    field = _of_type(hint, one.name, f"{above}.{one.name}" if above else one.name, optional)
    return replace(field, default=one.default) if one.default is not MISSING else field


def _of_type(hint: Any, name: str, path: str, optional: bool) -> FormField:
    """Raises TypeError for a type that no part of the form can show."""
    if get_origin(hint) in {Union, types.UnionType}:
        inner = [one for one in get_args(hint) if one is not type(None)]
        if len(inner) == 1:
            return _of_type(inner[0], name, path, True)
    if hint in _SIMPLE:
        return FormField(name, path, _SIMPLE[hint], optional)
    if get_origin(hint) is Literal:
        return FormField(name, path, "choice", optional, get_args(hint))
    if is_dataclass(hint):
        return _group(hint, name, path, optional)
    if get_origin(hint) is tuple and get_args(hint)[1:] == (Ellipsis,):
        return _several(get_args(hint)[0], name, path, optional)
    raise TypeError(f"the builder has no form for {path}: {hint}")


def _several(hint: Any, name: str, path: str, optional: bool) -> FormField:
    if hint is str:
        return FormField(name, path, "words", optional)
    if get_origin(hint) is Literal:
        return FormField(name, path, "choices", optional, get_args(hint))
    return FormField(name, path, "items", optional, of=_of_type(hint, name, path, False))
