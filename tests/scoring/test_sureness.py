"""The band on the screen is the figure of the reliability table, and high scores for being human and warm need competence."""

from math import isclose, sqrt

import pytest

from assistant.domain.words import DIMENSIONS, LANGUAGES, Dimension, Language
from assistant.scoring import scorecard_json
from assistant.scoring.combine import Counted, combined
from assistant.scoring.measures import MEASURES, Measured
from tests.benchmarks.reliability import table, written
from tests.scoring.talks import GOOD_EN, GOOD_KO, PAIRS, ROOT, card, default_rubric

GATED: tuple[Dimension, ...] = ("human", "warm")
EITHER = pytest.mark.parametrize("language", LANGUAGES)
EACH = pytest.mark.parametrize("dimension", DIMENSIONS)


@EITHER
@EACH
def test_the_band_is_the_tables_and_shrinks_with_every_turn(dimension: Dimension, language: Language) -> None:
    sureness = default_rubric().file.sureness
    row = (sureness.ko if language == "ko" else sureness.en)[dimension]
    for turns, reliability in zip(sureness.turns, row.reliability, strict=True):
        assert isclose(sureness.half_band(language, dimension, turns), sureness.z * row.spread * sqrt(1 - reliability))
    widths = [sureness.half_band(language, dimension, turns) for turns in range(sureness.turns[-1] + 1)]
    assert widths == sorted(widths, reverse=True)
    assert widths[0] > widths[4] > widths[10] > widths[-1]
    assert sureness.half_band(language, dimension, 500) == widths[-1]


def test_the_scorecard_shows_the_tables_band() -> None:
    sureness = default_rubric().file.sureness
    for language, good, bad in PAIRS:
        for transcript in (good, bad):
            turns = sum(turn.speaker == "rep" for turn in transcript.turns)
            for dimension, score in card(transcript).scores.items():
                half = sureness.half_band(language, dimension, turns)
                assert score.value is not None
                assert score.low is not None
                assert score.high is not None
                assert score.high - score.low <= 2 * half + 1e-9
                assert score.low == 0 or score.high == 100 or score.value == 70 or isclose(score.high - score.low, 2 * half)


def test_a_new_table_takes_the_old_ones_place_and_nothing_else() -> None:
    text = (ROOT / "knowledge" / "rubrics" / "default.yaml").read_text(encoding="utf-8")
    found: dict[Language, dict[Dimension, tuple[float, float]]] = {one: dict.fromkeys(DIMENSIONS, (7.0, 12.5)) for one in LANGUAGES}
    made = written(text, table(found))
    assert made.count("spread: 12.5, reliability: [0.22,") == 8
    assert written(made, table(found)) == made
    assert made.split("gate:")[1] == text.split("gate:")[1]


@pytest.mark.parametrize("transcript", [GOOD_KO, GOOD_EN], ids=["ko", "en"])
def test_the_same_transcript_twice_is_the_same_scorecard(transcript: object) -> None:
    assert scorecard_json(card(transcript)) == scorecard_json(card(transcript))  # type: ignore[arg-type]


@EITHER
@pytest.mark.parametrize("dimension", GATED)
@pytest.mark.parametrize(
    ("answered", "contradicted", "free"), [(1.0, 0.0, True), (0.5, 0.0, True), (0.45, 0.0, False), (1.0, 1.0, False), (0.0, 2.0, False)]
)
def test_human_and_warm_above_the_gate_need_every_claim_standing_and_half_the_questions_answered(
    dimension: Dimension, language: Language, answered: float, contradicted: float, free: bool
) -> None:
    found = combined(_all_credit(answered, contradicted), dimension, 30, default_rubric(), language)
    assert found is not None
    assert found.gated is not free
    assert (found.value > default_rubric().file.gate.above) is free


@EITHER
@pytest.mark.parametrize("dimension", ["fast", "professional"])
def test_the_other_two_are_not_gated(dimension: Dimension, language: Language) -> None:
    found = combined(_all_credit(0.0, 2.0), dimension, 30, default_rubric(), language)
    assert found is not None
    assert not found.gated


def _all_credit(answered: float, contradicted: float) -> tuple[Counted, ...]:
    """Full credit everywhere, with these values where the gate looks."""
    values = {"answer_first": answered, "contradicted": contradicted}
    return tuple(Counted(row, Measured(values.get(row.name, 1.0), ()), 1.0, default_rubric().file.measures[row.name].weight) for row in MEASURES)
