"""Steps put into a rubric: the same file with other numbers for one language, in their own places, so that a person can read what moved."""

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.domain.words import Dimension, Language
from assistant.scoring.measures import MEASURES
from assistant.scoring.refit import JUDGE_STEP, PRIOR_STEP, Steps
from assistant.scoring.rubric import Levels, RubricFile, Rule
from assistant.scoring.shapes import Shape, stretched


@dataclass(frozen=True, slots=True)
class Moved:
    """One number or shape that moved. `what`: 'prior', 'judge' or a measure's name."""

    what: str
    before: str
    after: str


def moved(file: RubricFile, language: Language, steps: Mapping[Dimension, Steps]) -> RubricFile:
    """The rubric with these steps taken, for this language only."""
    measures: dict[str, Rule] = dict(file.measures)
    own = file.own.get(language, Levels())
    prior, judge = dict(own.prior), dict(own.judge)
    for dimension, taken in steps.items():
        if taken.get("prior"):
            prior[dimension] = min(100.0, max(0.0, file.prior_in(language, dimension) + PRIOR_STEP * taken["prior"]))
        if taken.get("judge"):
            judge[dimension] = round(min(1.0, max(0.0, file.judge_in(language, dimension) + JUDGE_STEP * taken["judge"])), 3)
        for name in (row.name for row in MEASURES if row.dimension == dimension):
            count = taken.get("all", 0) + taken.get(name, 0)
            if count:
                measures[name] = _with(measures[name], language, stretched(measures[name].shape_in(language), count))
    levels = Levels(prior=prior, judge=judge)
    return file.model_copy(update={"measures": measures, "own": {**file.own, language: levels}})


def _with(rule: Rule, language: Language, shape: Shape) -> Rule:
    both = {"ko": rule.shape_in("ko"), "en": rule.shape_in("en"), language: shape}
    return Rule(weight=rule.weight, ko=both["ko"], en=both["en"])


def moves(before: RubricFile, after: RubricFile, language: Language, dimension: Dimension) -> tuple[Moved, ...]:
    """What differs between two rubrics in one language and dimension, for people."""
    found = []
    for what, old, new in (
        ("prior", before.prior_in(language, dimension), after.prior_in(language, dimension)),
        ("judge", before.judge_in(language, dimension), after.judge_in(language, dimension)),
    ):
        if old != new:
            found.append(Moved(what, f"{old:g}", f"{new:g}"))
    for name in (row.name for row in MEASURES if row.dimension == dimension):
        was, now = before.measures[name].shape_in(language), after.measures[name].shape_in(language)
        if was != now:
            found.append(Moved(name, _said(was), _said(now)))
    return tuple(found)


def _said(shape: Shape) -> str:
    return " ".join(f"{name} {value:.3g}" for name, value in shape.model_dump(exclude={"kind"}).items())
