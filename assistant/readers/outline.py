"""Headings and paragraphs in the order they stand, gathered into sections. Every reader ends here, so heading paths mean the same everywhere."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from assistant.domain.playbook import Section

_SPACES = re.compile(r"[ \t\u00a0\u2000-\u200b\u3000\ufeff]+")
_SENTENCE_START = re.compile(r"(?<=[.!?。…])[\"'”’」』)\]]*\s+")
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
MAX_TITLE = 200


def tidy(text: str) -> str:
    """One line: control and invisible characters gone, runs of spaces one space."""
    return _SPACES.sub(" ", _UNSEEN.sub("", text.replace("\n", " "))).strip()


def tidy_lines(text: str) -> str:
    """The same, line by line, without empty lines."""
    return "\n".join(line for line in (tidy(one) for one in text.splitlines()) if line)


@dataclass(slots=True)
class Outline:
    """Collects a document. Text under one heading path and on one page is one section."""

    root: tuple[str, ...] = ()
    _heads: list[tuple[int, str]] = field(default_factory=list)
    _parts: list[tuple[tuple[str, ...], int | None, list[str]]] = field(default_factory=list)
    _fresh: bool = True

    def heading(self, level: int, title: str) -> None:
        """A heading closes all of its level and deeper. An empty one is none."""
        title = tidy(title)[:MAX_TITLE]
        if not title:
            return
        while self._heads and self._heads[-1][0] >= level:
            self._heads.pop()
        self._heads.append((level, title))
        self._fresh = True

    def paragraph(self, text: str, page: int | None = None) -> None:
        """Lines stay lines; nothing is kept of an empty paragraph."""
        text = tidy_lines(text)
        if not text:
            return
        path = self.root + tuple(title for _, title in self._heads)
        if self._fresh or self._parts[-1][1] != page:
            self._parts.append((path, page, []))
            self._fresh = False
        self._parts[-1][2].append(text)

    def sections(self) -> tuple[Section, ...]:
        return tuple(Section(path, "\n".join(lines), page) for path, page, lines in self._parts)

    def heading_only(self) -> tuple[Section, ...]:
        """The last heading without text, if there is one."""
        path = self.root + tuple(title for _, title in self._heads)
        return (Section(path, ""),) if self._heads else ()


def by_page(text: str, starts: list[tuple[int, int]]) -> list[tuple[int, str]]:
    """A paragraph that runs over pages, cut where the first sentence of each page starts.

    `starts`: (offset, page) for every stretch of the text, in order. A sentence belongs to the page it starts on.
    """
    cuts = [0, *(match.end() for match in _SENTENCE_START.finditer(text)), len(text)]
    parts: list[tuple[int, str]] = []
    for start, end in pairwise(cuts):
        page = max((one for one in starts if one[0] <= start), default=starts[0])[1]
        if parts and parts[-1][0] == page:
            parts[-1] = (page, parts[-1][1] + text[start:end])
        else:
            parts.append((page, text[start:end]))
    return parts
