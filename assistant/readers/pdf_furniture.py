"""What stands on a PDF's pages but is not its text: running heads and feet, page numbers, tables of contents. Pure."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from statistics import median

from assistant.readers.pdf_lines import Line

_NUMBER = r"(?:\d{1,4}|[ivxlc]{1,7})"
_PAGE_NUMBER = re.compile(rf"[\W_]*(?:p(?:age|g)?\.?|쪽|페이지)?\s*{_NUMBER}\s*(?:(?:/|of|중)\s*\d{{1,4}})?\s*(?:쪽|페이지|p)?[\W_]*", re.IGNORECASE)
_LEADERS = re.compile(r"(?:\s?[.·…‥]){4,}\s*(?:\d{1,4}|[ivxlc]{1,7})\s*$")
_ENDS_IN_NUMBER = re.compile(r"\s\d{1,4}$")
_NUMBERED = re.compile(r"^(?:제\s*\d+\s*[장절부편]|(?:[A-Za-z]|\d+)(?:\.\d+)*\.?|\d+\s*[장절부편])[.:]?\s+")
_DIGITS = re.compile(r"[\d\s]+")
EDGE = 0.12
"""Heads and feet stand within this share of the page's height from its edges."""


def without_furniture(lines: Sequence[Line], titles: Iterable[str] = ()) -> list[Line]:
    """`titles`: the outline's, to know a table of contents by."""
    pages: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        pages[line.page].append(line)
    outline = {form for title in titles for form in (squeezed(title), unnumbered(title))}
    gone = _edges(pages, _top) | _edges(pages, _bottom)
    for page in pages.values():
        gone |= {id(line) for line in _contents(page, outline)}
    return [line for line in lines if id(line) not in gone]


def squeezed(text: str) -> str:
    """Letters and digits only: what two ways of spacing one title share."""
    return re.sub(r"[\W_]+", "", text).lower()


def unnumbered(text: str) -> str:
    """Without a number in front ('4.2 ', 'B.1.1 ', '제 3 장 '), squeezed."""
    return squeezed(_NUMBERED.sub("", text))


def _top(line: Line) -> float:
    return 1 - line.top


def _bottom(line: Line) -> float:
    return line.top


def _edges(pages: dict[int, list[Line]], distance: Callable[[Line], float]) -> set[int]:
    """Lines at one edge (by `distance` from it) that are page numbers, repeat over pages, or stand apart on nearly every page."""
    firsts = [sorted(page, key=distance)[:2] for page in pages.values()]
    repeats = Counter(
        {key: n for key, n in Counter(_key(line, distance) for first in firsts for line in first).items() if n >= max(3, len(pages) // 8)}
    )
    apart = _stands_apart(firsts, distance)
    gone: set[int] = set()
    for first in firsts:
        for line in first:
            if distance(line) > EDGE:
                break
            is_furniture = (
                _PAGE_NUMBER.fullmatch(line.text) or repeats[_key(line, distance)] or (apart is not None and abs(distance(line) - apart) < 0.004)
            )
            if not is_furniture:
                break
            gone.add(id(line))
    return gone


def _key(line: Line, distance: Callable[[Line], float]) -> tuple[str, int]:
    return _DIGITS.sub("#", line.text), round(distance(line) * 200)


def _stands_apart(firsts: list[list[Line]], distance: Callable[[Line], float]) -> float | None:
    """How far from the edge a head stands whose words change with the chapter: at one height on most pages, with a gap to the text below."""
    if len(firsts) < 8:
        return None
    places = Counter(round(distance(first[0]), 3) for first in firsts if first)
    place, often = places.most_common(1)[0]
    if often < 0.6 * len(firsts) or place > EDGE:
        return None
    gaps = [abs(first[1].top - first[0].top) * first[0].points for first in firsts if len(first) == 2 and round(distance(first[0]), 3) == place]
    size = median(first[0].size for first in firsts if first)
    return place if gaps and median(gaps) > 2.2 * size and min(gaps) > 1.7 * size else None


def _contents(page: list[Line], titles: set[str]) -> list[Line]:
    """Lines of a table of contents: with dot leaders, or titles with page numbers where most lines of the page are such."""
    leaders = [line for line in page if _LEADERS.search(line.text)]
    listed = [line for line in page if _ENDS_IN_NUMBER.search(line.text) and unnumbered(_ENDS_IN_NUMBER.sub("", line.text)) in titles]
    found = leaders
    if len(listed) >= 3 and len(listed) + len(leaders) >= 0.5 * len(page):
        found = [*found, *listed]
    if len(found) >= 0.6 * len(page):
        return page
    return found
