"""A scorecard in the words of one language: reasons, praise, rules and values, made from its measures whenever it is shown.

Separate from scoring, because the screen's language can change after the scorecard was made. Quotes and rewrites stay as they were said.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from assistant.domain.scorecard import Measure, Score, Scorecard
from assistant.domain.words import DIMENSIONS, Dimension, Language
from assistant.scoring.combine import competent
from assistant.scoring.measures import MEASURES
from assistant.scoring.rubric import Rubric
from assistant.scoring.wordings import Wordings, filled, wordings

GOOD, BAD = 0.75, 0.4
"""Credits from and up to which a measure is a reason."""
FAIR = 55.0
"""Score from which on it is worth saying that something bad was not there."""
ABSENCES = frozenset(
    {"formula_share", "tell_share", "politeness_floor", "deictic_share", "unanswered", "monologue", "soothing", "contradicted", "overclaim", "spoken"}
)
"""Measures whose best value is that nothing happened: what somebody did is the better reason."""
AT_ONCE_S = 1.5
FOUR_PARTS = frozenset({"next_step", "objection_handling"})
PER_TURN = frozenset({"discovery", "follow_up"})


@dataclass(frozen=True, slots=True)
class Worded:
    """A measure's name and its value in words, or why it was not measured; `counts`: what was counted and how."""

    label: str
    text: str
    counts: str = ""


@dataclass(frozen=True, slots=True)
class CardWords:
    """`measures` by measure name; `absent`: what could not be measured, in the table's order."""

    reasons: Mapping[Dimension, str]
    why: str | None
    rule: str | None
    measures: Mapping[str, Worded]
    absent: Mapping[Dimension, tuple[Worded, ...]]


def card_words(card: Scorecard, rubric: Rubric, language: Language) -> CardWords:
    """What an older scorecard says that has no measure any more stays in its own words."""
    words = wordings(language)
    strength, tried = card.strength, card.try_next
    return CardWords(
        reasons={dimension: _reason(card, dimension, rubric, words) for dimension in card.scores},
        why=_said(strength.measure, words, "why", strength.why) if strength else None,
        rule=_said(tried.measure, words, "rule", tried.rule) if tried else None,
        measures={one.name: worded_measure(one, rubric, language, card.language) for one in card.measures},
        absent={dimension: tuple(_absent(card, dimension, rubric, words)) for dimension in DIMENSIONS},
    )


def worded(card: Scorecard, rubric: Rubric, language: Language) -> Scorecard:
    """The scorecard with its reasons, praise and rule in that language."""
    words = card_words(card, rubric, language)
    return replace(
        card,
        scores={dimension: replace(one, reason=words.reasons[dimension]) for dimension, one in card.scores.items()},
        strength=replace(card.strength, why=words.why or card.strength.why) if card.strength else None,
        try_next=replace(card.try_next, rule=words.rule or card.try_next.rule) if card.try_next else None,
    )


def worded_measure(one: Measure, rubric: Rubric, language: Language, of: Language) -> Worded:
    """One measure in words. `of`: the language of the conversation, whose shapes it is held against."""
    words = wordings(language)
    said = words.measures.get(one.name)
    return Worded(_label(one.name, words), _value(one, of, rubric, words), said.counts if said else "")


def _said(measure: str | None, words: Wordings, part: Literal["why", "rule"], before: str) -> str:
    said = words.measures.get(measure or "")
    return before if said is None else said.why if part == "why" else said.rule


def _reason(card: Scorecard, dimension: Dimension, rubric: Rubric, words: Wordings) -> str:
    """What raised the score most, what is to be tried where that is as low as a reason, else what lowered it most, and whether the gate held it."""
    score = card.scores[dimension]
    mine = sorted(_counted(card, dimension, rubric))
    if score.value is None:
        return _not_scored(card, dimension, sum(weight for _, _, weight, _ in mine), rubric, words)
    said = []
    good = sorted((one[1] not in ABSENCES, *one) for one in mine if one[3] >= GOOD and (one[1] not in ABSENCES or score.value >= FAIR))
    if good:
        said.append(_sentence(good[-1][2], card, rubric, words, good=True))
    tried = card.try_next.measure if card.try_next else None
    worst = min(((name != tried, pull, name) for pull, name, _, credit in mine if credit <= BAD), default=None)
    if worst:
        said.append(_sentence(worst[-1], card, rubric, words, good=False))
    if _gated(card, dimension, score, rubric):
        said.append(words.gated.replace("{above}", f"{rubric.file.gate.above:g}"))
    return " ".join(said) or words.middle


def _counted(card: Scorecard, dimension: Dimension, rubric: Rubric) -> list[tuple[float, str, float, float]]:
    """(pull, name, weight, credit) of each of the dimension's measures that has weight."""
    found = []
    for one in card.measures:
        rule = rubric.file.measures.get(one.name)
        if one.dimension == dimension and rule and rule.weight:
            credit = rule.credit(one.value, card.language)
            found.append((rule.weight * (credit - 0.5), one.name, rule.weight, credit))
    return found


def _not_scored(card: Scorecard, dimension: Dimension, weight: float, rubric: Rubric, words: Wordings) -> str:
    if not card.turns:
        return words.no_rep
    whole = sum(rubric.file.measures[row.name].weight for row in MEASURES if row.dimension == dimension)
    if weight >= rubric.file.sureness.least * whole:
        return words.few_words
    return (words.too_little if weight else words.none).replace("{dimension}", words.dimensions[dimension])


def _gated(card: Scorecard, dimension: Dimension, score: Score, rubric: Rubric) -> bool:
    gate = rubric.file.gate
    values = {one.name: one.value for one in card.measures}
    return dimension in gate.dimensions and score.value == gate.above and not competent(values, rubric)


def _sentence(name: str, card: Scorecard, rubric: Rubric, words: Wordings, *, good: bool) -> str:
    value = next(one.value for one in card.measures if one.name == name)
    said = words.measures[name]
    exceeded = rubric.file.measures[name].exceeded(value, card.language)
    return filled(said.good if good else (said.over if exceeded and said.over else said.bad), value)


def _label(name: str, words: Wordings) -> str:
    return words.measures[name].label if name in words.measures else name


def _value(one: Measure, of: Language, rubric: Rubric, words: Wordings) -> str:
    """What it came to, and how good that is where it counts: '16 % · could be better'."""
    rule = rubric.file.measures.get(one.name)
    credit = rule.credit(one.value, of) if rule else 0.5
    level = words.levels["high" if credit >= GOOD else "low" if credit <= BAD else "middle"]
    amount = _amount(one, words)
    return level if amount is None else f"{amount} · {level}" if rule and rule.weight else amount


def _amount(one: Measure, words: Wordings) -> str | None:
    """A share in per cent, seconds, parts of four, a count, times in ten turns; None for what is none of these."""
    said = words.values
    if one.name in FOUR_PARTS:
        return filled(said.four, one.value)
    if one.name in PER_TURN or one.unit.startswith("questions per ten"):
        return filled(said.in_ten, one.value if one.name in PER_TURN else one.value / 10)
    if one.unit.startswith("share"):
        return filled(said.share, one.value)
    if one.unit == "claims":
        return filled(said.times, one.value) if one.value else said.no_times
    if one.unit == "seconds":
        return said.unread if one.value < 0 else said.at_once if one.value < AT_ONCE_S else filled(said.seconds, one.value)
    return None


def _absent(card: Scorecard, dimension: Dimension, rubric: Rubric, words: Wordings) -> list[Worded]:
    """Only what can be measured in the language of the conversation and says why in particular."""
    there = {one.name for one in card.measures}
    return [
        Worded(words.measures[row.name].label, words.measures[row.name].absent or words.absent)
        for row in MEASURES
        if row.dimension == dimension and row.name not in there and rubric.file.measures[row.name].weight and words.measures[row.name].absent
    ]
