"""A scorecard: four scores with their bands, the measures under them, the quotes behind those, and one piece of advice each way.

Field names are those of the JSON that `maju score` prints.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from assistant.domain.words import Dimension, Language

Effect = Literal["+", "-"]
Verdict = Literal["better", "same", "worse", "unseen"]
"""Of a second try at one thing; `unseen`: nothing called for it."""


@dataclass(frozen=True, slots=True)
class Score:
    """0-100 with the band [low, high] it is sure of, or None with the reason why it could not be scored."""

    value: float | None
    low: float | None
    high: float | None
    reason: str


@dataclass(frozen=True, slots=True)
class TurnScore:
    """One rep turn's continuous scores (0-100, None = nothing to measure) and the probability (0-1) that it asks something."""

    turn: int
    human: float | None
    warm: float | None
    fast: float | None
    professional: float | None
    question: float


@dataclass(frozen=True, slots=True)
class Measure:
    """A counted fact about turns; `value` is in `unit`."""

    name: str
    dimension: Dimension
    value: float
    unit: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A verbatim quote of turn `turn` that moved a measure up or down."""

    dimension: Dimension
    measure: str
    turn: int
    quote: str
    effect: Effect


@dataclass(frozen=True, slots=True)
class Strength:
    """`measure`: what it is a strength of, so that `why` can be said in another language; not part of the printed JSON."""

    turn: int
    quote: str
    why: str
    measure: str | None = None


@dataclass(frozen=True, slots=True)
class TryNext:
    """The one thing to try: what was said, how this rep could have said it, the rule, and the playbook passage if there is one.
    `measure`: as in `Strength`."""

    turn: int
    quote: str
    rewrite: str
    rule: str
    passage: str | None = None
    measure: str | None = None


@dataclass(frozen=True, slots=True)
class JudgedItem:
    """One plain item as the judge's runs saw it: the median of `runs` values, each 0-2, and the lowest and highest of them."""

    item: str
    dimension: Dimension
    value: float
    lowest: int
    highest: int
    runs: int

    @property
    def uncertain(self) -> bool:
        """One run saw all of it and another nothing."""
        return self.highest - self.lowest > 1


@dataclass(frozen=True, slots=True)
class Judging:
    """How a model read along. `dropped`: answers with quotes that nobody said; `faults`: of runs that brought nothing, fault ids;
    `estimated`: the tokens are counted from characters; `cost`: in the currency of the price that was set, None without one."""

    runs: int
    items: tuple[JudgedItem, ...]
    dropped: int
    faults: tuple[str, ...]
    seconds: float
    tokens_in: int
    tokens_out: int
    estimated: bool
    cost: float | None


@dataclass(frozen=True, slots=True)
class MadeBy:
    """What made the scorecard: 'measured' or 'measured+judge', rubric name@hash, model and prompt versions, Maju's version.
    `judging` is not part of the printed JSON."""

    scorer: str
    rubric: str
    version: str
    model: str | None = None
    prompts: dict[str, str] = field(default_factory=dict)
    judge_failed: str | None = None
    judging: Judging | None = None


@dataclass(frozen=True, slots=True)
class Owed:
    """The model's part of a role-play's scorecard, which may still come: asked for again so often already, and from when on anew."""

    role_play: str
    tries: int
    due_at: datetime


@dataclass(frozen=True, slots=True)
class Scorecard:
    """`strength` and `try_next` are None when there is nothing honest to say."""

    id: str | None
    language: Language
    scores: dict[Dimension, Score]
    turns: tuple[TurnScore, ...]
    measures: tuple[Measure, ...]
    evidence: tuple[Evidence, ...]
    strength: Strength | None
    try_next: TryNext | None
    made_by: MadeBy
