"""A conversation with its evidence marked in place. Quotes are found as written; what several quotes share is marked once, with all of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.domain.scorecard import Effect
from ui.markup import safe

_CLASS: dict[Effect, str] = {"+": "good", "-": "less"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A quote of a turn's text and what it did. `label` says it in words."""

    quote: str
    effect: Effect
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
    """What cost something shows before what helped where both meet: it is what the reader can act on."""
    return "".join(_marked(stretch) for stretch in stretches(text, marks))


def _marked(stretch: Stretch) -> str:
    if not stretch.marks:
        return safe(stretch.text)
    effect: Effect = "-" if any(mark.effect == "-" for mark in stretch.marks) else "+"
    labels = " · ".join(dict.fromkeys(mark.label for mark in stretch.marks))
    return f'<mark class="{_CLASS[effect]}" title="{safe(labels)}">{safe(stretch.text)}</mark>'


def legend(helped: str, cost: str) -> str:
    return f'<p class="maju-legend"><span><mark class="good">{safe(helped)}</mark></span><span><mark class="less">{safe(cost)}</mark></span></p>'


def note(text: str, by: str) -> str:
    """A trainer's comment under a turn."""
    return f'<div class="maju-note"><small>{safe(by)}</small>{safe(text)}</div>'
