"""Conversations to change and score again: eight manners of selling in eight deals, with the real buyer, sixty-four in each language."""

from functools import cache, lru_cache

from assistant.domain.roleplay import Level
from assistant.domain.scorecard import Scorecard
from assistant.domain.transcript import Transcript, Turn
from assistant.domain.words import DIMENSIONS, Dimension, Language
from assistant.scoring import Rubric, read_rubric, score
from tests.benchmarks.buyer import scenarios
from tests.benchmarks.figures import ROOT
from tests.benchmarks.reps.playing import play

STYLES = ("excellent", "decent", "hesitant", "product-pusher", "over-promiser", "early-discounter", "script-reader", "pressure-closer")
LEVEL: Level = 2
Points = dict[Dimension, float | None]
MIDDLE = 50.0
"""Where there is no score."""


@cache
def conversations(language: Language, styles: tuple[str, ...] = STYLES, seed: int = 1) -> tuple[Transcript, ...]:
    """Without clocks and without scenarios: what is measured is the words."""
    return tuple(_played(deal.id, style, language, seed) for deal in scenarios() for style in styles)


def played(style: str, language: Language, seed: int) -> tuple[Transcript, ...]:
    """One manner of selling in every deal."""
    return tuple(_played(deal.id, style, language, seed) for deal in scenarios())


def _played(deal: str, style: str, language: Language, seed: int) -> Transcript:
    played = play(scenarios(deal)[0], LEVEL, language, style, seed, False)
    turns = [Turn(0, "buyer", played.opening)]
    for one in played.exchanges:
        turns += [Turn(len(turns), "rep", one.line), Turn(len(turns) + 1, "buyer", one.reply)]
    return Transcript(f"{deal}-{style}", tuple(turns), language=language)


@cache
def rubric() -> Rubric:
    return read_rubric(ROOT / "knowledge" / "rubrics" / "default.yaml")


@lru_cache(maxsize=512)
def points(transcript: Transcript) -> Points:
    card = score(transcript, rubric=rubric())
    return {dimension: card.scores[dimension].value for dimension in DIMENSIONS}


def last(card: Scorecard, read: str) -> float:
    """Of the last rep turn; the middle where it has none."""
    found = getattr(card.turns[-1], read)
    return MIDDLE if found is None else float(found)


def whole(card: Scorecard, read: Dimension) -> float:
    """Of the conversation; the middle where it has none."""
    found = card.scores[read].value
    return MIDDLE if found is None else float(found)


def differences(before: Points, after: Points) -> dict[Dimension, float]:
    """After less before, where both were scored."""
    pairs = ((one, before[one], after[one]) for one in DIMENSIONS)
    return {one: late - early for one, early, late in pairs if early is not None and late is not None}
