"""What must pay: of two replies that differ in one thing, the better one earns more."""

import pytest

from assistant.domain.words import LANGUAGES, Language
from tests.benchmarks.paired import ordered, pairs

RIGHTLY = 0.95
LEAST = 10


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_better_of_two_replies_earns_more(language: Language) -> None:
    every = pairs(language)
    wrong = [pair for pair in every if not ordered(pair, language)]
    assert len(wrong) <= (1 - RIGHTLY) * len(every), wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_ten_pairs_of_each_measure(language: Language) -> None:
    measures = [pair.measure for pair in pairs(language)]
    assert all(measures.count(one) >= LEAST for one in measures)
