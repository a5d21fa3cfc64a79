"""A scenario in the making and the versions it became. A draft is a tree of plain values as a scenario file holds them: it may lack anything.

Paths name places in a tree with dots: `facts.3.lines.ko`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from assistant.domain.words import Language, Text

Tree = Mapping[str, Any]
"""Dicts, lists, strings, numbers, truth values."""

ProblemKind = Literal["form", "empty", "few", "reference", "range", "twice", "secret"]
"""`form`: no such field, or a value of the wrong kind; `few`: too few to practise on well; `secret`: something public gives a fact away."""
Closed = Literal["published", "discarded"]


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong at a place. `expected` is what should stand there: a phrase in English, a sentence in Korean."""

    path: str
    expected: Text
    kind: ProblemKind


@dataclass(frozen=True, slots=True)
class Change:
    """One place set to a value; `value` None takes it out. A path ending in `+` appends to a list."""

    path: str
    value: Any


@dataclass(frozen=True, slots=True)
class Edit:
    """Changes made together, appended to a draft. `undoes`: the number of the edit that this one takes back."""

    number: int
    changes: tuple[Change, ...]
    by: str
    at: datetime
    undoes: int | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """How a draft began, and its edits since, numbered from 1. `scenario`: the one it edits, None for a new one; `over`: the newest version of
    it then, 0 for none. `closed`: why it is worked on no more."""

    id: str
    base: Tree
    scenario: str | None
    over: int
    by: str
    at: datetime
    edits: tuple[Edit, ...] = ()
    closed: Closed | None = None

    @property
    def revision(self) -> int:
        return len(self.edits)


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a scenario of one's own. `tree` None: with this one it was taken out of use. `digest`: of its file."""

    scenario: str
    number: int
    tree: Tree | None
    digest: str
    by: str
    at: datetime
    note: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a model made of notes and passages, for one draft. `changes`: each to be taken or put away by a person, never of itself.
    `dropped`: how much of its answer could not be used. `decided`: indices of changes done with."""

    id: str
    draft: str
    changes: tuple[Change, ...]
    language: Language
    made_by: str
    prompt: str
    dropped: int
    by: str
    at: datetime
    decided: tuple[int, ...] = ()

    def open(self) -> tuple[tuple[int, Change], ...]:
        return tuple((i, one) for i, one in enumerate(self.changes) if i not in self.decided)


@dataclass(frozen=True, slots=True)
class Difference:
    """One place where two trees differ; None = there is nothing. Members of a list are named by their id, not by their place."""

    path: str
    before: Any
    after: Any
