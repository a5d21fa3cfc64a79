"""The milestones of a talk: a short list that fills in; a sign and a word each, so that colour need not tell."""

from collections.abc import Sequence
from dataclasses import dataclass

from ui.markup import safe


@dataclass(frozen=True, slots=True)
class Mark:
    """`when`: in which turn it was reached, None while it is not. `state`: the same in a word, for screen readers."""

    name: str
    when: str | None
    state: str


def milestones(head: str, count: str, marks: Sequence[Mark]) -> str:
    """On a phone the list is folded under its count, as the discovery map is."""
    rows = "".join(map(_row, marks))
    title = f'<div class="maju-map-head">{safe(head)}<span>{safe(count)}</span></div>'
    fold = (
        f'<details class="maju-fold maju-narrow"><summary>{safe(head)} <span>{safe(count)}</span></summary><ul class="maju-map">{rows}</ul></details>'
    )
    return f'<div class="maju-wide">{title}<ul class="maju-map">{rows}</ul></div>{fold}'


def _row(mark: Mark) -> str:
    sign = f'<span class="step" role="img" aria-label="{safe(mark.state)}" title="{safe(mark.state)}">{"✓" if mark.when else ""}</span>'
    when = f"<em>{safe(mark.when)}</em>" if mark.when else ""
    return f'<li class="{"covered" if mark.when else "missed"}">{sign}<span>{safe(mark.name)}{when}</span></li>'
