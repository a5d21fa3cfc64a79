"""What must not pay: tricks that bring words without what the words are for. The talks are kept as they were played, so that a buyer who learns to
talk differently changes nothing here."""

import json
from functools import cache
from pathlib import Path
from statistics import fmean

import pytest

from assistant.domain.transcript import Transcript
from assistant.domain.words import DIMENSIONS, LANGUAGES, Language
from assistant.scoring.transcripts.checked import transcript_of
from tests.benchmarks.gaming import at_once, gains, tricks

DATA = Path(__file__).parent / "data"


@cache
def talks(language: Language) -> tuple[Transcript, ...]:
    lines = (DATA / f"talks.{language}.jsonl").read_text(encoding="utf-8").splitlines()
    return tuple(transcript_of(json.loads(line)) for line in lines)


MEAN_POINTS = 1.0
"""Points a trick may bring in the mean of the kept talks: less than anybody can see."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", list(tricks("ko")))
def test_a_trick_does_not_pay(name: str, language: Language) -> None:
    found = gains(tricks(language)[name], talks(language))
    for dimension in DIMENSIONS:
        assert fmean(found[dimension]) <= MEAN_POINTS, (dimension, found[dimension])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["a next step without content", "a next step with an empty date", "only naming a next step"])
def test_an_empty_step_makes_no_talk_more_professional(name: str, language: Language) -> None:
    """Not even one: it neither answers an objection nor makes an answer of the proposal beside it."""
    assert max(gains(tricks(language)[name], talks(language))["professional"]) <= MEAN_POINTS


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reply_sent_before_anybody_could_have_read_costs(language: Language) -> None:
    assert fmean(gains(at_once, talks(language))["fast"]) < -3
