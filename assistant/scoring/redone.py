"""A few turns said anew, held against as many of the first try: on the measure that was tried, and on its dimension. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.domain.roleplay import Branch
from assistant.domain.scorecard import Evidence, Measure, Score, Verdict
from assistant.domain.words import Dimension, Language
from assistant.scoring.choosing import LEARNT
from assistant.scoring.combine import Counted, counted
from assistant.scoring.measures import MEASURES, Measured, Row
from assistant.scoring.measures.seen import mean_of
from assistant.scoring.measures.stepping import no_step
from assistant.scoring.rubric import Rubric
from assistant.scoring.score import dimension_score, evidence_of
from assistant.scoring.talk import Exchange, Talk

CHANGED = 0.1
"""Credit from which on a difference is one."""
FROM_THE_WHOLE = frozenset({"next_step", "depth", "ownership"})
"""Measures that ask for more than a few turns before they count at all: what they saw in the whole talk, within these turns, is counted then."""


@dataclass(frozen=True, slots=True)
class Tried:
    """One try. `measure`, `credit` (0-1): None where nothing in these turns called for it; `score`: of its dimension, over these turns alone;
    `evidence`: the measure's quotes; `turns`: of the rep's."""

    measure: Measure | None
    credit: float | None
    score: Score
    evidence: tuple[Evidence, ...]
    turns: int
    language: Language


@dataclass(frozen=True, slots=True)
class Redone:
    measure: str
    dimension: Dimension
    first: Tried
    second: Tried

    @property
    def verdict(self) -> Verdict:
        before, after = self.first.credit, self.second.credit
        if after is None:
            return "unseen"
        if before is None:  # nothing to compare with
            return "better" if after >= LEARNT else "same"
        return "better" if after - before >= CHANGED else "worse" if before - after >= CHANGED else "same"


def redone(first: Talk, second: Talk, branch: Branch, rubric: Rubric) -> Redone | None:
    """`second` branches off `first` at `branch.turn`. None where nothing was said since, or there is no such measure."""
    row = next((one for one in MEASURES if one.name == branch.measure), None)
    again = _since(second, branch.turn, branch.turns)
    before = _since(first, branch.turn, len(again))
    if row is None or not again or not before:
        return None
    return Redone(row.name, row.dimension, _tried(first, before, row, rubric), _tried(second, again, row, rubric))


def _since(talk: Talk, turn: int, most: int | None) -> tuple[Exchange, ...]:
    return tuple(one for one in talk.exchanges if one.rep.index >= turn)[:most]


def _tried(whole: Talk, exchanges: Sequence[Exchange], row: Row, rubric: Rubric) -> Tried:
    start = exchanges[0].before or exchanges[0].rep
    end = exchanges[-1].after or exchanges[-1].rep
    few = replace(whole, exchanges=tuple(exchanges), turns=tuple(turn for turn in whole.turns if start.index <= turn.index <= end.index))
    measures = counted(few, rubric)
    found = row.count(few) or (_of_the_whole(whole, few, row) if row.name in FROM_THE_WHOLE else None)
    rule = rubric.file.measures[row.name]
    credit = rule.credit(found.value, few.language) if found else None
    mine = (Counted(row, found, credit, rule.weight),) if found and credit is not None else ()
    return Tried(
        measure=Measure(row.name, row.dimension, found.value, row.unit) if found else None,
        credit=credit,
        score=dimension_score(few, measures, row.dimension, rubric, None),
        evidence=evidence_of(few, mine),
        turns=len(exchanges),
        language=few.language,
    )


def _of_the_whole(whole: Talk, few: Talk, row: Row) -> Measured | None:
    """Where the whole talk was long enough for a next step, turns that hold none have none."""
    found, here = row.count(whole), {one.rep.index for one in few.exchanges}
    inside = mean_of(one for one in found.seen if one.turn in here) if found else None
    return no_step(few) if found and inside is None and row.name == "next_step" else inside
