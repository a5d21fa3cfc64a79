"""The buyer's account as markup: a thought under a turn, a worry with what lay behind it, what was told and what never was."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ui.markup import safe
from ui.markup.scorecard import turn_link

Change = Literal["up", "down", "none"]
_ARROW: dict[Change, str] = {"up": "▲", "down": "▼", "none": "·"}


@dataclass(frozen=True, slots=True)
class Line:
    """A fact in the buyer's words. `note`: how one might have heard it, empty for a told one; `turn`: where it was told."""

    words: str
    note: str = ""
    turn: int | None = None
    link: str = ""


def thought(who: str, sentences: Sequence[str], change: Change, change_words: str) -> str:
    """What the buyer thought of the turn above it. `who`: for screen readers."""
    sign = f'<span class="change {change}"><span aria-hidden="true">{_ARROW[change]}</span> {safe(change_words)}</span>'
    said = " ".join(safe(sentence) for sentence in sentences)
    return f'<aside class="maju-thought"><span class="maju-hidden">{safe(who)}: </span><p>{said}</p>{sign}</aside>'


def moment(head: str, kind: str, parts: Sequence[str]) -> str:
    """`kind`: 'good' or 'less'; `parts`: markup."""
    return f'<section class="maju-advice {kind}"><h2>{safe(head)}</h2>{"".join(parts)}</section>'


def moments(left: str, right: str) -> str:
    """Two moments side by side, one above the other on a phone."""
    return f'<div class="maju-pair">{left}{right}</div>'


def worry(said: str, state: str, met: bool, behind_head: str, behind: str, link: str) -> str:
    """`said`: the buyer's own words; `link`: markup."""
    badge = f'<span class="maju-state {"ready" if met else "failed"}">{safe(state)}</span>'
    return f'<li><p class="said">{safe(said)} {badge} {link}</p><p class="behind"><b>{safe(behind_head)}</b> {safe(behind)}</p></li>'


def worries(items: Sequence[str]) -> str:
    return f'<ul class="maju-worries">{"".join(items)}</ul>'


def area(name: str, about: str, state: str, css: str, told: Sequence[Line], untold: Sequence[Line], untold_head: str) -> str:
    """One item of the map. `css`: covered, touched or missed."""
    dot = f'<span class="dot" role="img" aria-label="{safe(state)}" title="{safe(state)}"></span>'
    known = "".join(f"<li>{safe(one.words)}{_where(one)}</li>" for one in told)
    heard = f'<ul class="told">{known}</ul>' if known else ""
    missed = "".join(f"<li><q>{safe(one.words)}</q><small>{safe(one.note)}</small></li>" for one in untold)
    never = f'<details class="maju-fold"><summary>{safe(untold_head)}</summary><ul class="untold">{missed}</ul></details>' if missed else ""
    head = f'<p class="area"><b>{safe(name)}</b> <em>{safe(about)}</em> <span class="state">{safe(state)}</span></p>'
    return f'<li class="{css}">{dot}<div>{head}{heard}{never}</div></li>'


def _where(one: Line) -> str:
    return f" {turn_link(one.turn, one.link)}" if one.turn is not None else ""


def areas(items: Sequence[str]) -> str:
    return f'<ul class="maju-map maju-areas">{"".join(items)}</ul>'
