"""Numbers side by side: a small table that a screen reader reads row by row."""

from collections.abc import Sequence

from ui.markup import safe

Cell = tuple[str, str]
"""What stands in it, and something small behind it or nothing."""


def table(corner: str, heads: Sequence[str], rows: Sequence[tuple[str, Sequence[Cell]]]) -> str:
    """`corner`: over the names of the rows. As wide as it needs to be, scrolling by itself on a phone."""
    top = f"<th>{safe(corner)}</th>" + "".join(f'<th class="number" scope="col">{safe(head)}</th>' for head in heads)
    body = "".join(f'<tr><th scope="row">{safe(name)}</th>{"".join(_cell(one) for one in cells)}</tr>' for name, cells in rows)
    return f'<div class="maju-scroll"><table class="maju-both"><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table></div>'


def _cell(cell: Cell) -> str:
    text, small = cell
    more = f" <small>{safe(small)}</small>" if small else ""
    return f'<td class="number">{safe(text)}{more}</td>'
