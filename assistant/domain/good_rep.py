"""What a good rep says to one buyer: the file format of `knowledge/good_reps/*.yaml`, one file a scenario, `any.yaml` for all of them.

The lines are whole sentences in both languages, written natively in each. What is chosen when is `assistant.practice.good_rep`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar, Literal, get_args

from assistant.domain.words import Language

Technique = Literal[
    "propose", "meet", "hear_out", "answer", "apologise", "be_brief", "ask_what_is_missing", "ask_for_doubts", "back_off", "open", "give_back",
    "follow_up", "ask",
]  # fmt: skip
"""What a good rep does in a turn, the weightiest first where a turn does several."""
TECHNIQUES: tuple[Technique, ...] = get_args(Technique)
STRICT: dict[str, str] = {"extra": "forbid"}
Wordings = tuple[str, ...]
Point = Literal[
    "takes_in", "open_question", "one_question", "answers", "reason", "figure", "next_step",
    "pitches", "presses", "discounts", "evades", "formula",
]  # fmt: skip
"""What one of two answers to the same line of the buyer's may have done."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """How an objection is met: `hear` takes it in and asks what lies behind it, `answer` answers and ties the answer to what the buyer said."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT
    hear: Wordings
    answer: Wordings


@dataclass(frozen=True, slots=True)
class DealLines:
    """One deal in one language. `ask`: topic -> open questions, in the order they are asked; `heard`: fact -> what is said once it was told,
    the fullest first; `ties`: fact -> the reason it gives for a next step, the best first; `curious`: the buyer's own question -> its answer;
    `step`: next steps with what, who and when."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT
    hello: Wordings
    ask: Mapping[str, Wordings]
    heard: Mapping[str, Wordings]
    ties: Mapping[str, str]
    objections: Mapping[str, Meeting]
    curious: Mapping[str, str]
    step: Wordings


@dataclass(frozen=True, slots=True)
class AnyLines:
    """What is said in any deal. `again`: takes in what was told a second time; `step`: next steps for when the deal's own are
    spent; `doubts`: asks what is in the way; `more`: open questions that go on with whatever was said last."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT
    sorry: Wordings
    brief: Wordings
    back_off: Wordings
    missing: Wordings
    again: Wordings
    step: Wordings
    doubts: Wordings
    more: Wordings


@dataclass(frozen=True, slots=True)
class Repertoire:
    """Everything a good rep has to say in one deal and language."""

    language: Language
    deal: DealLines
    any: AnyLines


@dataclass(frozen=True, slots=True)
class GoodLine:
    """A turn of a good rep. `about`: the fact, objection or question it takes up, None when it takes up none."""

    text: str
    techniques: tuple[Technique, ...]
    about: str | None = None


@dataclass(frozen=True, slots=True)
class SwapTurn:
    """One turn of swapped sides: what the person who watches would have said, empty when they only watched, and what the good rep says."""

    turn: int
    own: str
    good: GoodLine
