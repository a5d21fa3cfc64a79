"""A conversation with its evidence marked in place. Quotes are found as written; what several quotes share is marked once, with all of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from assistant.domain.scorecard import Effect
from ui.markup import safe

Kind = Effect | Literal["pinned"]
_CLASS: dict[Kind, str] = {"-": "less", "+": "good", "pinned": "pinned"}
"""What shows where marks meet: what cost something, as the reader can act on it, then what helped, then what somebody commented on."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A quote of a turn's text and what it did, or that it is commented on. `label` says it in words."""

    quote: str
    kind: Kind
    label: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Part of a text and the marks that cover it, in the order given."""

    text: str
    marks: tuple[Mark, ...]


def stretches(text: str, marks: Sequence[Mark]) -> tuple[Stretch, ...]:
    """The text cut where marks begin and end; joined again it is the text. Quotes that do not stand in it mark nothing."""
    spans = [(start, start + len(mark.quote), mark) for mark in marks if mark.quote and (start := text.find(mark.quote)) >= 0]
    cuts = sorted({0, len(text), *(edge for start, end, _ in spans for edge in (start, end))})
    return tuple(
        Stretch(text[left:right], tuple(mark for start, end, mark in spans if start <= left and right <= end)) for left, right in pairwise(cuts)
    )


def marked(text: str, marks: Sequence[Mark]) -> str:
    return "".join(_marked(stretch) for stretch in stretches(text, marks))


def _marked(stretch: Stretch) -> str:
    if not stretch.marks:
        return safe(stretch.text)
    found = {mark.kind for mark in stretch.marks}
    shown = next(name for kind, name in _CLASS.items() if kind in found)
    labels = " · ".join(dict.fromkeys(mark.label for mark in stretch.marks))
    return f'<mark class="{shown}" title="{safe(labels)}">{safe(stretch.text)}</mark>'


def legend(helped: str, cost: str) -> str:
    return f'<p class="maju-legend"><span><mark class="good">{safe(helped)}</mark></span><span><mark class="less">{safe(cost)}</mark></span></p>'


def note(text: str, by: str, quote: str = "") -> str:
    """A trainer's comment under a turn; `quote`: the words of the turn that it is about."""
    about = f"<q>{safe(quote)}</q>" if quote else ""
    return f'<div class="maju-note"><small>{safe(by)}</small>{about}{safe(text)}</div>'
