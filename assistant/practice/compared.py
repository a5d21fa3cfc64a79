"""Two answers to the same line of the buyer's, set side by side by what perception hears in them. No score. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain.good_rep import Point
from assistant.domain.heard import Act, Heard
from assistant.domain.roleplay import PlayedTurn
from assistant.domain.scenario import Scenario
from assistant.domain.words import Language
from assistant.language.numbers import quantities
from assistant.perception import hear

GOOD: tuple[Point, ...] = ("takes_in", "open_question", "one_question", "answers", "reason", "figure", "next_step")
LESS: tuple[Point, ...] = ("pitches", "presses", "discounts", "evades", "formula")
_LESS_ACTS: dict[Point, tuple[Act, ...]] = {
    "pitches": ("pitch",), "presses": ("pressure", "contempt"), "discounts": ("discount",), "evades": ("evasion",), "formula": ("boilerplate",),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that at least one of the two answers did."""

    point: Point
    own: bool
    good: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """`own_echoes`, `good_echoes`: the buyer's words that came back in each."""

    rows: tuple[Row, ...]
    own_echoes: tuple[str, ...]
    good_echoes: tuple[str, ...]


def compared(own: str, good: str, before: PlayedTurn, scenario: Scenario, language: Language) -> Comparison:
    """`before`: the buyer's turn that both answer."""
    asked = before.record is not None and before.record.move.ask is not None
    heard = [hear(text, before.text, scenario.topics, language, buyer_asked=asked, about=False) for text in (own, good)]
    did = [_points(one, language) for one in heard]
    rows = tuple(Row(point, point in did[0], point in did[1]) for point in (*GOOD, *LESS) if point in did[0] or point in did[1])
    return Comparison(rows, _longest(heard[0].echoed), _longest(heard[1].echoed))


def _points(heard: Heard, language: Language) -> frozenset[Point]:
    good: dict[Point, bool] = {
        "takes_in": heard.did("acknowledgement", "empathy", "reflection"),
        "open_question": any(one.form == "open" for one in heard.questions),
        "one_question": len(heard.questions) == 1,
        "answers": heard.did("answer"),
        "reason": heard.did("justification"),
        "figure": heard.did("reference") or _counts(heard, language),
        "next_step": heard.next_step is not None and heard.next_step.date is not None,
    }
    less = {point for point, acts in _LESS_ACTS.items() if heard.did(*acts)}
    return frozenset(_holding(good)) | less


def _counts(heard: Heard, language: Language) -> bool:
    """A figure one could check; being number one is none."""
    said = [*heard.quotes("claim"), *heard.quotes("price"), *heard.quotes("answer")]
    return any(one.value != 1 for words in said for one in quantities(words, language))


def _longest(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if not any(word != other and word in other for other in words))


def _holding(points: dict[Point, bool]) -> Sequence[Point]:
    return [point for point, holds in points.items() if holds]
