"""What must pay: of two replies that differ in one thing, the better one earns more."""

from typing import get_args

import pytest

from assistant.domain.words import LANGUAGES, Language
from assistant.scoring.measures import MEASURES
from tests.benchmarks.paired import Half, measures_of, ordered, pairs

RIGHTLY = 0.95
LEAST = 10


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_better_of_two_replies_earns_more(language: Language) -> None:
    every = pairs(language)
    wrong = [pair for pair in every if not ordered(pair, language)]
    assert len(wrong) <= (1 - RIGHTLY) * len(every), wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_measure_has_ten_pairs_and_half_of_them_are_kept_apart(language: Language) -> None:
    open_, held, later, fresh = ([pair.measure for pair in pairs(language, half)] for half in get_args(Half))
    for measure in measures_of(language):
        assert open_.count(measure) + held.count(measure) >= LEAST, measure
        assert held.count(measure) >= LEAST // 2, measure
    assert {*open_, *held, *later, *fresh} <= {row.name for row in MEASURES}
