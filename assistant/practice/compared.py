"""Two answers to the same line of the buyer's, set side by side by what perception hears in them. No score. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.domain.good_rep import Point
from assistant.domain.heard import LISTENING, Act, Heard, Question
from assistant.domain.roleplay import PlayedTurn
from assistant.domain.scenario import Scenario
from assistant.domain.words import Language
from assistant.language.numbers import quantities
from assistant.language.spelt import spelt_out
from assistant.perception import hear

GOOD: tuple[Point, ...] = ("takes_in", "open_question", "one_question", "answers", "reason", "figure", "next_step")
LESS: tuple[Point, ...] = ("pitches", "presses", "discounts", "evades", "formula")
FIGURES: tuple[Act, ...] = ("claim", "price", "answer", "justification")
"""Acts whose figures are the speaker's own."""
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
    heard = [hear(text, before.text, scenario.topics, language, buyer_asked=asked) for text in (own, good)]
    did = [_points(one, language) for one in heard]
    rows = tuple(Row(point, point in did[0], point in did[1]) for point in (*GOOD, *LESS) if point in did[0] or point in did[1])
    return Comparison(rows, _longest(heard[0].echoed), _longest(heard[1].echoed))


def _points(heard: Heard, language: Language) -> frozenset[Point]:
    asked = _asked(heard)
    good: dict[Point, bool] = {
        "takes_in": heard.did(*LISTENING, "justification"),
        "open_question": any(one.form == "open" for one in asked),
        "one_question": len(asked) == 1,
        "answers": heard.did("answer"),
        "reason": heard.did("justification"),
        "figure": heard.did("reference") or _counts(heard, language),
        "next_step": heard.next_step is not None and heard.next_step.date is not None and not heard.did("pressure"),
    }
    less = {point for point, acts in _LESS_ACTS.items() if heard.did(*acts)}
    return frozenset(_holding(good)) | less


def _asked(heard: Heard) -> tuple[Question, ...]:
    """The questions that want an answer: none that presses, and one whose choices are heard apart is one."""
    pressing = [(sign.start, sign.end) for sign in heard.signs if sign.act in {"pressure", "contempt"}]
    wanted = [one for one in heard.questions if not any(start < one.end and one.start < end for start, end in pressing)]
    return tuple(one for one in wanted if not heard.text[one.start : one.end].rstrip().endswith(","))


def _counts(heard: Heard, language: Language) -> bool:
    """A figure of one's own that one could check; being number one is none."""
    theirs = {(sign.start, sign.end) for sign in heard.signs if sign.act in LISTENING}
    said = [heard.text[one.start : one.end] for one in heard.signs if one.act in FIGURES and (one.start, one.end) not in theirs]
    return any(one.value != 1 for words in said for one in quantities(spelt_out(words) if language == "en" else words, language))


def _longest(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word for word in words if not any(word != other and word in other for other in words))


def _holding(points: dict[Point, bool]) -> Sequence[Point]:
    return [point for point, holds in points.items() if holds]
