"""What must not pay: tricks that bring words without what the words are for."""

from statistics import fmean

import pytest

from assistant.domain.words import DIMENSIONS, LANGUAGES, Language
from tests.benchmarks.conversations import conversations
from tests.benchmarks.gaming import PAYS, gains, tricks

DECENT = 4
"""Conversations a trick is tried on here; `python -m tests.benchmarks.gaming` tries sixty-four."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", list(tricks("ko")))
def test_a_trick_does_not_pay(name: str, language: Language) -> None:
    found = gains(tricks(language)[name], conversations(language, ("decent",))[:DECENT])
    for dimension in DIMENSIONS:
        assert fmean(found[dimension]) <= PAYS, (dimension, found[dimension])
