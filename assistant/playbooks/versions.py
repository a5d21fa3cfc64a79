"""What changed from one version of a document to the next: lines taken out, put in, or worded anew, with the words that differ. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from assistant.domain.playbook import PATH, Section

ALIKE = 0.4
"""Share of their words from which on two lines are one that was worded anew."""
NEAR = 40
"""How many lines further down the other side of a line is looked for."""
_WORDS = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line. `kept`: it stands on both sides."""

    words: str
    kept: bool


@dataclass(frozen=True, slots=True)
class Change:
    """One line on both sides; the side where it does not stand is empty. `section`: its headings joined with ' > ', as they are after the change."""

    kind: Literal["added", "removed", "changed"]
    section: str
    page: int | None
    before: tuple[Piece, ...]
    after: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    section: str
    page: int | None
    text: str


def compared(before: Sequence[Section], after: Sequence[Section]) -> tuple[Change, ...]:
    """In the order of the document. Where a line stands on a page is no change, under which heading it stands is one."""
    old, new = list(_lines(before)), list(_lines(after))
    matcher = SequenceMatcher(None, [(one.section, one.text) for one in old], [(one.section, one.text) for one in new], autojunk=False)
    return tuple(change for how, i, j, k, m in matcher.get_opcodes() if how != "equal" for change in _changes(old[i:j], new[k:m]))


def _lines(sections: Sequence[Section]) -> Iterator[_Line]:
    for section in sections:
        for text in section.text.splitlines():
            if text.strip():
                yield _Line(PATH.join(section.path), section.page, text.strip())


def _changes(old: list[_Line], new: list[_Line]) -> Iterator[Change]:
    """Lines that are alike are paired in order; what stands between them was taken out or put in."""
    done_old = done_new = 0
    for i, j in [*_pairs(old, new), (len(old), len(new))]:
        yield from (Change("removed", one.section, one.page, _pieces(one.text), ()) for one in old[done_old:i])
        yield from (Change("added", one.section, one.page, (), _pieces(one.text)) for one in new[done_new:j])
        if i < len(old):
            yield Change("changed", new[j].section, new[j].page, *_worded(old[i].text, new[j].text))
        done_old, done_new = i + 1, j + 1


def _pairs(old: list[_Line], new: list[_Line]) -> Iterator[tuple[int, int]]:
    start = 0
    for i, one in enumerate(old):
        best = max(range(start, min(len(new), start + NEAR)), key=lambda j: _alike(one.text, new[j].text), default=None)
        if best is not None and _alike(one.text, new[best].text) >= ALIKE:
            yield i, best
            start = best + 1


def _alike(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one.split(), other.split(), autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= ALIKE else 0.0


def _worded(old: str, new: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    left, right = [], []
    for how, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        kept = how == "equal"
        left.append(Piece("".join(before[i:j]), kept))
        right.append(Piece("".join(after[k:m]), kept))
    return tuple(one for one in left if one.words), tuple(one for one in right if one.words)


def _pieces(text: str) -> tuple[Piece, ...]:
    return (Piece(text, kept=False),)
