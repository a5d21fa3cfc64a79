"""From measures to scores: credits, weighted means, shrinkage towards the prior, bands, the gate. No total. (design: measurement 8)"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import fmean

from assistant.domain.scorecard import TurnScore
from assistant.domain.words import DIMENSIONS, Dimension, Language
from assistant.language.questions import question_probability
from assistant.scoring.measures import MEASURES, Measured, Row, Seen
from assistant.scoring.rubric import Rubric
from assistant.scoring.talk import Talk

PRIOR_WEIGHT = 0.5
"""What the prior weighs in the score of one turn, in weights of measures."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A measure that had an opportunity: its value, its credit 0-1 and its weight."""

    row: Row
    measured: Measured
    credit: float
    weight: float


@dataclass(frozen=True, slots=True)
class Combined:
    """A dimension's score before any judge, 0-100, and half the width of its band. `gated`: held down by the gate."""

    value: float
    half_band: float
    gated: bool


def counted(talk: Talk, rubric: Rubric) -> tuple[Counted, ...]:
    """Every measure that had an opportunity, in the table's order."""
    every = []
    for row in MEASURES:
        measured = row.count(talk)
        if measured is not None:
            rule = rubric.file.measures[row.name]
            every.append(Counted(row, measured, rule.credit(measured.value, talk.language), rule.weight))
    return tuple(every)


def combined(measures: tuple[Counted, ...], dimension: Dimension, rep_turns: int, rubric: Rubric, language: Language) -> Combined | None:
    """None when too little of the dimension could be measured."""
    found = observed(measures, dimension, rubric)
    if found is None:
        return None
    sureness = rubric.file.sureness
    reliability = sureness.reliability(language, dimension, rep_turns)
    value = reliability * found + (1 - reliability) * rubric.file.prior_in(language, dimension)
    gate = rubric.file.gate
    if dimension in gate.dimensions and _insults(measures):
        value = min(value, gate.insult)
    values = {one.row.name: one.measured.value for one in measures}
    gated = value > gate.above and dimension in gate.dimensions and not competent(values, rubric)
    return Combined(min(value, gate.above) if gated else value, sureness.half_band(language, dimension, rep_turns), gated)


def observed(measures: tuple[Counted, ...], dimension: Dimension, rubric: Rubric) -> float | None:
    """0-100 by these measures alone, before it is drawn towards the middle; None when they are too small a part of the dimension."""
    mine = [one for one in measures if one.row.dimension == dimension and one.weight > 0]
    weight = sum(one.weight for one in mine)
    whole = sum(rubric.file.measures[row.name].weight for row in MEASURES if row.dimension == dimension)
    if not mine or weight < rubric.file.sureness.least * whole:
        return None
    return 100 * sum(one.weight * one.credit for one in mine) / weight


def _insults(measures: tuple[Counted, ...]) -> bool:
    return any(seen.value == 0.0 for one in measures if one.row.name == "politeness_floor" for seen in one.measured.seen)


def competent(values: Mapping[str, float], rubric: Rubric) -> bool:
    """What the gate asks for; `values` by measure."""
    return values.get("contradicted", 0.0) == 0 and values.get("answer_first", 1.0) >= rubric.file.gate.answer_first


def turn_scores(talk: Talk, measures: tuple[Counted, ...], rubric: Rubric) -> tuple[TurnScore, ...]:
    """Every rep turn by the measures that say something about one turn, None where nothing was to be seen."""
    credits_of: dict[tuple[int, Dimension], list[tuple[float, float]]] = defaultdict(list)
    for one in measures:
        if one.row.per_turn and one.weight:
            for turn, (value, weight) in _by_turn(one.measured).items():
                credit = rubric.file.measures[one.row.name].credit(value, talk.language)
                credits_of[turn, one.row.dimension].append((one.weight * weight, credit))
    return tuple(
        TurnScore(
            turn=exchange.rep.index,
            **{
                dimension: _points(credits_of.get((exchange.rep.index, dimension)), rubric.file.prior_in(talk.language, dimension))
                for dimension in DIMENSIONS
            },
            question=question_probability(exchange.text, talk.language),
        )
        for exchange in talk.exchanges
    )


def _by_turn(measured: Measured) -> Mapping[int, tuple[float, float]]:
    """Turn -> (mean value, how much there was to see)."""
    seen: dict[int, list[Seen]] = defaultdict(list)
    for one in measured.seen:
        seen[one.turn].append(one)
    return {turn: (fmean([one.value for one in found]), max([one.weight for one in found])) for turn, found in seen.items()}


def _points(seen: list[tuple[float, float]] | None, prior: float) -> float | None:
    """A turn of which little was to be seen stays near the prior."""
    if not seen or sum(weight for weight, _ in seen) == 0:
        return None
    total = sum(weight for weight, _ in seen)
    return (100 * sum(weight * credit for weight, credit in seen) + PRIOR_WEIGHT * prior) / (total + PRIOR_WEIGHT)
