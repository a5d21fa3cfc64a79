"""A playbook: a company document, read into sections and cut into passages. Its text in SQL is the truth; indexes are caches."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

PlaybookState = Literal["waiting", "reading", "read", "ready", "failed"]
"""'read': its text is there and waits for somebody's approval; only what is 'ready' is ever retrieved."""
WAS_READ: frozenset[PlaybookState] = frozenset({"read", "ready"})
HiddenKind = Literal["hidden", "slide", "sheet", "rows", "comment", "deleted", "white", "tiny", "off_page", "characters", "order"]
KEPT_IN: frozenset[HiddenKind] = frozenset({"characters", "order"})
"""Of these the words stay in the text: characters that show nothing are taken out of them, and orders to a model can be seen by who reads them."""

PATH = " > "
"""Between the headings of a path."""


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a document under one heading. `path` is its headings from the outermost; `page` counts from 1, None where there are no pages."""

    path: tuple[str, ...]
    text: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Hidden:
    """Words of a document that nobody sees who opens it, or that speak to a model instead of to people. `section`: heading path joined with ' > '."""

    kind: HiddenKind
    text: str
    section: str = ""
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as it was read: what people see of it, in order, and what was hidden in it."""

    sections: tuple[Section, ...]
    hidden: tuple[Hidden, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """What retrieval finds: part of a section, small enough to quote."""

    id: str
    playbook: str
    version: int
    section: str
    """Heading path joined with ' > '."""
    page: int | None
    text: str

    @property
    def heading(self) -> str:
        """The innermost of its path."""
        return self.section.rsplit(PATH, 1)[-1]


@dataclass(frozen=True, slots=True)
class Found:
    """A passage and how well it fits the query, 0-1."""

    passage: Passage
    score: float


@dataclass(frozen=True, slots=True)
class Because:
    """Why a passage was found. `words`: those of the question that it has, base forms; `heading`: those of them that stand in its own heading.
    `by_words` and `by_meaning` are what each adds to the score."""

    found: Found
    words: tuple[str, ...]
    heading: tuple[str, ...]
    by_words: float
    by_meaning: float


@dataclass(frozen=True, slots=True)
class Looked:
    """A search with its reasons. `words`: what the question was looked for by; `unknown`: those of them that stand in no passage."""

    found: tuple[Because, ...]
    words: tuple[str, ...]
    unknown: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlaybookVersion:
    """One uploaded state of a playbook. `name` is the file's name without its suffix; `problem` is for people, in the uploader's language."""

    id: str
    name: str
    version: int
    file_name: str
    digest: str
    state: PlaybookState
    added_at: datetime
    added_by: str
    passages: int = 0
    pages: int | None = None
    problem: str | None = None
    approved_at: datetime | None = None
    """When somebody said that it may be used; before it is read where whoever put it in said so at once. None of one that waits, and of those
    that were in use before there was an approval."""
    approved_by: str | None = None
    restores: int | None = None
    """The number of the version whose text this one brings back."""
