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


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong at a place. `expected` is what should stand there: a phrase in English, a sentence in Korean."""

    path: str
    expected: Text
    kind: ProblemKind


@dataclass(frozen=True, slots=True)
class Change:
    """One place set to a value; `value` None takes it out."""

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
class DraftBegun:
    """How a draft began. `scenario`: the one it edits, None for a new one; `over`: the newest published version of it then, 0 for none."""

    id: str
    base: Tree
    scenario: str | None
    over: int
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as it stands after its edits. `closed`: why it is worked on no more."""

    begun: DraftBegun
    edits: tuple[Edit, ...]
    tree: Tree
    closed: Literal["published", "discarded"] | None = None

    @property
    def id(self) -> str:
        return self.begun.id

    @property
    def revision(self) -> int:
        return len(self.edits)

    @property
    def touched(self) -> datetime:
        return self.edits[-1].at if self.edits else self.begun.at


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a scenario of one's own. `tree` None: with this one it was taken out of use."""

    scenario: str
    number: int
    tree: Tree | None
    by: str
    at: datetime
    note: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a model made of notes and passages, for one draft. `changes`: each to be taken or put away by a person, never of itself;
    a path ending in `+` appends. `dropped`: how much of its answer could not be used. `decided`: indices of changes done with."""

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
    """One place where two trees differ; None = there is nothing."""

    path: str
    before: Any
    after: Any
