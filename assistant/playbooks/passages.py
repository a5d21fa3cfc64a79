"""Sections to passages: pieces of 300 to 700 characters, cut where sentences end, each a verbatim stretch of its section. Pure."""

import hashlib
from collections.abc import Iterator, Sequence

from assistant.domain.playbook import PATH, Passage, PlaybookVersion, Section
from assistant.language.analysis import analyse, language_of

SMALL, LARGE = 300, 700
"""Characters. A passage ends at the first paragraph end after SMALL; no paragraph end before LARGE: at a sentence end."""
CRUMB = 120
"""A rest shorter than this joins the passage before it."""


def passages_of(version: PlaybookVersion, sections: Sequence[Section]) -> tuple[Passage, ...]:
    """Ids depend on the version and on nothing else that could change, so reading the same version again gives the same passages."""
    pieces = [(section, piece) for section in sections for piece in cut(section.text)]
    return tuple(
        Passage(_id(version.id, place, piece), version.name, version.version, PATH.join(section.path), section.page, piece)
        for place, (section, piece) in enumerate(pieces)
    )


def cut(text: str) -> list[str]:
    """The text in pieces; together they are the text, but for the white space between them."""
    pieces: list[tuple[int, int]] = []
    start = end = 0
    for stop in _stops(text):
        if end > start and end - start >= SMALL and stop - start > LARGE - CRUMB:
            pieces.append((start, end))
            start = end
        end = stop
    if end > start:
        pieces.append((start, end))
    if len(pieces) > 1 and len(text[pieces[-1][0] : pieces[-1][1]].strip()) < CRUMB:
        (first, _), (_, last) = pieces[-2:]
        pieces[-2:] = [(first, last)]
    return [piece for piece in (text[a:b].strip() for a, b in pieces) if piece]


def _stops(text: str) -> Iterator[int]:
    """Where a passage may end: at line ends, in long lines at sentence ends, in endless sentences at spaces."""
    start = 0
    for line in text.splitlines(keepends=True):
        if len(line) <= SMALL:
            yield start + len(line)
        else:
            yield from (start + stop for stop in _sentence_stops(line))
        start += len(line)


def _sentence_stops(line: str) -> Iterator[int]:
    last = 0
    for _, end in analyse(line, language_of(line)).sentences:
        yield from _forced(line, last, end)
        last = end
    if last < len(line):
        yield from _forced(line, last, len(line))


def _forced(line: str, start: int, end: int) -> Iterator[int]:
    while end - start > LARGE:
        space = line.rfind(" ", start + SMALL, start + LARGE)
        start = space + 1 if space > 0 else start + LARGE
        yield start
    yield end


def _id(version_id: str, place: int, text: str) -> str:
    return hashlib.sha256(f"{version_id}\n{place}\n{text}".encode()).hexdigest()[:24]
