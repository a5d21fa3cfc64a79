"""Where a PDF's sections begin: by its outline (bookmarks) where it has one, else by how its lines look. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.readers.headings import Look, bare, levels
from assistant.readers.pdf_furniture import squeezed, unnumbered
from assistant.readers.pdf_lines import Bookmark, Line

MIN_BOOKMARKS = 2
_LABEL = re.compile(r"제\s*\d+\s*[장편부]|(?:chapter|part|appendix|부록)\s*\w{1,4}|\d{1,2}\s*장?", re.IGNORECASE)
_TOLERANCE = 0.012
"""Share of a page's height by which a bookmark may point below the line it means."""


@dataclass(frozen=True, slots=True)
class Start:
    """A section begins at line `at`; its heading takes `lines` lines (0 when it is not printed there)."""

    at: int
    lines: int
    level: int
    title: str


def starts(lines: Sequence[Line], bookmarks: Sequence[Bookmark]) -> list[Start]:
    """In document order."""
    if len(bookmarks) >= MIN_BOOKMARKS:
        found = _by_outline(lines, bookmarks)
        return sorted(found, key=lambda one: (one.at, one.level))
    return _by_look(lines)


def _by_outline(lines: Sequence[Line], bookmarks: Sequence[Bookmark]) -> list[Start]:
    first_of_page: dict[int, int] = {}
    for i, line in enumerate(lines):
        first_of_page.setdefault(line.page, i)
    pages = sorted(first_of_page)
    found = []
    for bookmark in bookmarks:
        page = next((one for one in pages if one >= bookmark.page), None)
        if page is None:
            continue
        begin = first_of_page[page]
        end = next((first_of_page[one] for one in pages if one > page), len(lines))
        found.append(_printed(lines, begin, end, bookmark) or _at_height(lines, begin, end, bookmark))
    return found


def _printed(lines: Sequence[Line], begin: int, end: int, bookmark: Bookmark) -> Start | None:
    """The line, or up to three, that print the title: the nearest to where the bookmark points."""
    titles = {squeezed(bookmark.title), unnumbered(bookmark.title)} - {""}
    best: tuple[float, Start] | None = None
    for at in range(begin, end):
        for count in (1, 2, 3):
            printed = " ".join(line.text for line in lines[at : min(at + count, end)])
            if squeezed(printed) not in titles and unnumbered(printed) not in titles:
                continue
            away = abs(lines[at].top - bookmark.top) if bookmark.top is not None else 1 - lines[at].top
            if best is None or away < best[0]:
                label = _label(lines, begin, at)
                best = away, Start(label, at + count - label, bookmark.level, bookmark.title)
            break
    return best[1] if best else None


def _label(lines: Sequence[Line], begin: int, at: int) -> int:
    """Where the heading really begins: a 'Chapter 4' in big type on the line above belongs to it."""
    before = lines[at - 1] if at > begin else None
    return at - 1 if before is not None and before.size >= 0.8 * lines[at].size and _LABEL.fullmatch(before.text) else at


def _at_height(lines: Sequence[Line], begin: int, end: int, bookmark: Bookmark) -> Start:
    if bookmark.top is None:
        return Start(begin, 0, bookmark.level, bookmark.title)
    at = next((i for i in range(begin, end) if lines[i].top <= bookmark.top + _TOLERANCE), end)
    return Start(at, 0, bookmark.level, bookmark.title)


def _by_look(lines: Sequence[Line]) -> list[Start]:
    """Lines that look like headings; two in a row of one look are one heading."""
    found: list[Start] = []
    for i, level in enumerate(levels([Look(line.text, line.size, line.bold) for line in lines])):
        if level is None:
            continue
        last = found[-1] if found else None
        if last and last.level == level and last.at + last.lines == i and _goes_on(lines[i - 1], lines[i]) and last.lines < 3:
            found[-1] = Start(last.at, last.lines + 1, level, f"{last.title} {lines[i].text}")
        else:
            found.append(Start(i, 1, level, bare(lines[i].text)))
    return found


def _goes_on(line: Line, following: Line) -> bool:
    gap = (line.top - following.top) * line.points
    return line.page == following.page and 0 < gap < 1.8 * line.size and line.size == following.size and line.right > 0.6
