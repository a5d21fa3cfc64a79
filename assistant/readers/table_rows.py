"""Rows of a sheet or a CSV file as lines of text. Each value carries its column's name, because a passage may be cut far below the first row."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from assistant.readers.outline import tidy

_LOOKED_AT = 10
MIN_COLUMNS = 2


def lines(rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """One line per row that says anything: `name: value | name: value`; lines above the row of names, and tables without one, as `value | value`."""
    filled = (cells for cells in ([tidy(cell) for cell in row] for row in rows) if any(cells))
    first = list(islice(filled, _LOOKED_AT))
    place = _place_of_names(first)
    if place is None:
        yield from (_plain(row) for row in [*first, *filled])
        return
    names = first[place]
    yield from (_plain(row) for row in first[:place])
    below = [*first[place + 1 :]]
    yield from (_named(names, row) for row in [*below, *filled])
    if not below:
        yield _plain(names)


def _place_of_names(first: list[list[str]]) -> int | None:
    """The first row that is wide enough, has no number, and says nothing twice: a row of names."""
    for place, row in enumerate(first):
        cells = [cell for cell in row if cell]
        widest = max(sum(map(bool, other)) for other in first)
        if len(cells) < max(MIN_COLUMNS, widest - 1):
            continue
        named = len(set(cells)) == len(cells) and not any(char.isdigit() for cell in cells for char in cell)
        return place if named else None
    return None


def _plain(row: Sequence[str]) -> str:
    return " | ".join(cell for cell in row if cell)


def _named(names: Sequence[str], row: Sequence[str]) -> str:
    pairs = ((names[i] if i < len(names) else "", cell) for i, cell in enumerate(row))
    return " | ".join(f"{name}: {cell}" if name else cell for name, cell in pairs if cell)
