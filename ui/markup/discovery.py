"""The discovery map of a role-play: what was found out, what was only asked about, what is still open."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from ui.markup import safe

State = Literal["covered", "touched", "missed"]


@dataclass(frozen=True, slots=True)
class Spot:
    """One thing to find out. `detail` says what it is about, and stays hidden while it is missed: the map is no list of answers."""

    area: str
    detail: str
    state: State


def discovery_map(head: str, count: str, spots: Sequence[Spot], states: Mapping[State, str]) -> str:
    """On a phone the list is folded under its count."""
    ul = f'<ul class="maju-map">{"".join(_row(spot, states[spot.state]) for spot in spots)}</ul>'
    title = f'<div class="maju-map-head">{safe(head)}<span>{safe(count)}</span></div>'
    fold = f'<details class="maju-fold maju-narrow"><summary>{safe(head)} <span>{safe(count)}</span></summary>{ul}</details>'
    return f'<div class="maju-wide">{title}{ul}</div>{fold}'


def _row(spot: Spot, state: str) -> str:
    detail = "" if spot.state == "missed" else f"<em>{safe(spot.detail)}</em>"
    dot = f'<span class="dot" role="img" aria-label="{safe(state)}" title="{safe(state)}"></span>'
    return f'<li class="{spot.state}">{dot}<span>{safe(spot.area)}{detail}</span></li>'
