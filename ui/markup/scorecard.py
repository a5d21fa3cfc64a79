"""The parts of a scorecard that are text: the two pieces of advice, a score's head, its quotes with links to their turns."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain.scorecard import Effect
from ui.markup import safe

_CLASS: dict[Effect, str] = {"+": "good", "-": "less"}


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quote with the way to its turn. `sign` says in words whether it helped."""

    turn: int
    quote: str
    effect: Effect
    sign: str


def turn_link(turn: int, words: str) -> str:
    return f'<a href="#turn-{turn}">{safe(words)}</a>'


def quote(text: str) -> str:
    return f'<blockquote class="maju-quote">{safe(text)}</blockquote>'


def advice(kind: str, head: str, parts: Sequence[str]) -> str:
    """`kind`: 'good' or 'less'. `parts` are markup already."""
    return f'<section class="maju-advice {kind}"><h2>{safe(head)}</h2>{"".join(parts)}</section>'


def beside(left: str, right: str) -> str:
    """Two pieces of markup of equal height, one above the other on a phone."""
    return f'<div class="maju-two">{left}{right}</div>'


def named(name: str, body: str) -> str:
    """A small head over markup."""
    return f'<p class="maju-quiet">{safe(name)}</p>{body}'


def score_head(name: str, asks: str, value: str, band: str) -> str:
    """`value`: empty when it was not scored; `band` then says so."""
    top, below = (value, f'<span class="band sure">{safe(band)}</span>') if value else (band, "")
    kind = "value" if value else "band sure"
    asked = f'<span class="band asks">{safe(asks)}</span>' if asks else ""
    return f'<div class="maju-score"><h3>{safe(name)}</h3><span class="{kind}">{safe(top)}</span>{asked}{below}</div>'


def score_bar(value: float, low: float, high: float, alt: str, guess: int | None = None) -> str:
    """0 to 100: the value as a bar, the band it is sure of as a line with ends over it, what the rep had guessed as a mark below."""
    band = f'<i class="band" style="left:{low:.1f}%;width:{high - low:.1f}%"></i>'
    guessed = "" if guess is None else f'<i class="guess" style="left:{guess}%"></i>'
    return f'<div class="maju-bar" role="img" aria-label="{safe(alt)}"><i class="value" style="width:{value:.1f}%"></i>{band}{guessed}</div>'


def guessed(said: str) -> str:
    """What the rep had guessed, with the mark that stands for it in the bar."""
    return f'<p class="maju-guessed"><i></i>{safe(said)}</p>'


def named_bar(name: str, value: str, bar: str) -> str:
    """One bar of several; `bar` is markup, empty when there was nothing to score."""
    shown = f"<b>{safe(value)}</b>{bar}" if bar else f'<span class="none">{safe(value)}</span>'
    return f'<div class="maju-named-bar"><span>{safe(name)}</span>{shown}</div>'


def fold(head: str, body: str, opened: bool = False) -> str:
    """`body`: markup, shown when the head is opened."""
    return f'<details class="maju-fold"{" open" if opened else ""}><summary>{safe(head)}</summary><div>{body}</div></details>'


def dimension(parts: Sequence[str]) -> str:
    return f'<section class="maju-dimension">{"".join(parts)}</section>'


def measure(label: str, value: str, found: Sequence[Quoted], counted: str = "") -> str:
    """A measure with its value, what was counted, and the quotes it rests on, each a link to its turn."""
    head = f'<p class="maju-measure"><span>{safe(label)}</span><span>{safe(value)}</span></p>'
    return head + (counts(counted) if counted else "") + quotes(found)


def quotes(found: Sequence[Quoted], linked: bool = True) -> str:
    """`linked`: their turns stand on the same page."""
    return f'<ul class="maju-quotes">{"".join(_quoted(one, linked) for one in found)}</ul>' if found else ""


def counts(text: str) -> str:
    """What was counted, in small print."""
    return f'<p class="maju-counts">{safe(text)}</p>'


def asked(question: str, answer: str) -> str:
    """A number that is asked for, and the plain answer."""
    return f'<p class="maju-measure asked"><span>{safe(question)}</span></p>{counts(answer)}'


def absent(label: str, why: str) -> str:
    """A measure that could not be taken."""
    return f'<p class="maju-measure absent"><span>{safe(label)}</span></p><p class="maju-quiet">{safe(why)}</p>'


def _quoted(one: Quoted, linked: bool) -> str:
    sign = f'<span class="sign {_CLASS[one.effect]}">{safe(one.sign)}</span>'
    words = f"“{safe(one.quote)}”"
    return f'<li>{sign}<a href="#turn-{one.turn}">{words}</a></li>' if linked else f"<li>{sign}{words}</li>"
