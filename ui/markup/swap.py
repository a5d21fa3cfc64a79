"""Two lines to the same word of the buyer's, side by side, and what can be heard in each."""

from collections.abc import Sequence
from dataclasses import dataclass

from ui.markup import safe


@dataclass(frozen=True, slots=True)
class Heard:
    """One thing heard in at least one of the two lines, and in words whether it is in each; `less`: it is nothing to wish for."""

    name: str
    own: bool
    good: bool
    less: bool


def line(head: str, words: str, kind: str, below: str = "") -> str:
    """`kind`: 'own' or 'good'; `below`: markup."""
    return f'<section class="maju-line {kind}"><h3>{safe(head)}</h3><p>{safe(words)}</p>{below}</section>'


def pair(own: str, good: str) -> str:
    return f'<div class="maju-pair">{own}{good}</div>'


def table(caption: str, heads: tuple[str, str], rows: Sequence[Heard], yes: str, no: str) -> str:
    """Marks have words for screen readers; no mark is told by colour alone."""
    body = "".join(
        f'<tr class="{"less" if row.less else "more"}"><th scope="row">{safe(row.name)}</th>{_cell(row.own, yes, no)}{_cell(row.good, yes, no)}</tr>'
        for row in rows
    )
    top = "".join(f'<th scope="col">{safe(head)}</th>' for head in heads)
    return f'<table class="maju-heard"><caption>{safe(caption)}</caption><thead><tr><td></td>{top}</tr></thead><tbody>{body}</tbody></table>'


def _cell(did: bool, yes: str, no: str) -> str:
    sign, word = ("●", yes) if did else ("–", no)
    return f'<td><span aria-hidden="true">{sign}</span><span class="maju-hidden">{safe(word)}</span></td>'
