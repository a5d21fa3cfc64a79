"""A playbook: a company document, read into sections and cut into passages. Its text in SQL is the truth; indexes are caches."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

PlaybookState = Literal["waiting", "reading", "ready", "failed"]


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of a document under one heading. `path` is its headings from the outermost; `page` counts from 1, None where there are no pages."""

    path: tuple[str, ...]
    text: str
    page: int | None = None


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


@dataclass(frozen=True, slots=True)
class Found:
    """A passage and how well it fits the query, 0-1."""

    passage: Passage
    score: float


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
