"""Headings and paragraphs in the order they stand, gathered into sections. Every reader ends here, so heading paths mean the same everywhere."""

import re
from dataclasses import dataclass, field
from itertools import pairwise

from assistant.domain.playbook import PATH, Hidden, HiddenKind, Reading, Section

_SPACES = re.compile(r"[ \t\u00a0\u2000-\u200b\u3000\ufeff]+")
_SENTENCE_START = re.compile(r"(?<=[.!?。…])[\"'”’」』)\]]*\s+")
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\U000e0000-\U000e007f]")
_PLAYS_TRICKS = re.compile(r"[\u202a-\u202e\u2066-\u2069\U000e0001-\U000e007f]|(?:\w[\u200b-\u200d\u2060-\u2064\ufeff]+){3}\w")
"""Characters that turn the reading direction or spell words nobody sees, and words taken apart by what has no width; one such alone is a leftover
of copying."""
MAX_TITLE = 200
MOST_HIDDEN = 200
MAX_HIDDEN = 400
"""Pieces of hidden text that are told of a document, and characters of each."""
TINY_PT = 3.0
"""Letters of this size in points and below are not read by people."""
WHITE = frozenset({"ffffff", "#ffffff", "fefefe", "#fefefe", "fdfdfd", "#fdfdfd"})


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
    _hidden: list[Hidden] = field(default_factory=list)

    def heading(self, level: int, title: str) -> None:
        """A heading closes all of its level and deeper. An empty one is none."""
        self._look_for_characters(title, None)
        title = tidy(title)[:MAX_TITLE]
        if not title:
            return
        while self._heads and self._heads[-1][0] >= level:
            self._heads.pop()
        self._heads.append((level, title))
        self._fresh = True

    def paragraph(self, text: str, page: int | None = None) -> None:
        """Lines stay lines; nothing is kept of an empty paragraph."""
        self._look_for_characters(text, page)
        text = tidy_lines(text)
        if not text:
            return
        path = self.root + tuple(title for _, title in self._heads)
        if self._fresh or self._parts[-1][1] != page:
            self._parts.append((path, page, []))
            self._fresh = False
        self._parts[-1][2].append(text)

    def hide(self, kind: HiddenKind, text: str, page: int | None = None) -> None:
        """Words that are not among what people see here; told to whoever approves the document."""
        text = tidy(text)
        if any(map(str.isalnum, text)) and len(self._hidden) < MOST_HIDDEN:
            self._hidden.append(Hidden(kind, text[:MAX_HIDDEN], PATH.join(title for _, title in self._heads), page))

    def _look_for_characters(self, text: str, page: int | None) -> None:
        if _PLAYS_TRICKS.search(text):
            spelt = "".join(chr(ord(char) - 0xE0000) for char in text if 0xE0020 <= ord(char) < 0xE007F)
            self.hide("characters", f"{spelt} {text}" if spelt else text, page)

    def reading(self) -> Reading:
        return Reading(self.sections(), tuple(self._hidden))

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
