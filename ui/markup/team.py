"""The team's page: people by dimensions, what is hard, groups. Pure functions from words to markup."""

from collections.abc import Sequence

from ui.markup import safe


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], label: str) -> str:
    """The first column names the row; on a phone every row becomes a card, whose cells carry their column's name."""
    head = "".join(f'<th scope="col">{safe(one)}</th>' for one in heads)
    body = "".join(_row(heads, row) for row in rows)
    table_of = f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody>"
    return f'<div class="maju-wide"><table class="maju-table" aria-label="{safe(label)}">{table_of}</table></div>'


def _row(heads: Sequence[str], row: Sequence[str]) -> str:
    name, *cells = row
    return (
        f'<tr><th scope="row">{safe(name)}</th>'
        + "".join(f'<td data-name="{safe(head)}">{safe(cell)}</td>' for head, cell in zip(heads[1:], cells, strict=True))
        + "</tr>"
    )


def hard(name: str, share: float, about: str) -> str:
    """A bar as long as what is missing (0-1)."""
    bar = f'<div class="maju-bar" aria-hidden="true"><i class="value" style="width:{100 * min(1.0, share):.0f}%"></i></div>'
    return f'<div class="maju-hard"><b>{safe(name)}</b><span class="of">{safe(about)}</span>{bar}</div>'
