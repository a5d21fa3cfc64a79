"""The benchmark of the other settings, on one deal each: what its table must show."""

from functools import cache

import pytest

from assistant.domain.roleplay import RolePlay
from assistant.domain.words import LANGUAGES, Language
from tests.benchmarks.meetings import at_gate, at_table, called_again, committed, repeats, through, told_anothers, told_as_new
from tests.practice.talk import scenario

COUPLE, CLINIC = scenario("apartment-remodel-couple"), scenario("ultrasound-clinic-owner")


@cache
def talk(language: Language, everybody: bool) -> RolePlay:
    return at_table((COUPLE, 2, language, 0), "excellent", everybody=everybody, only_buyer=not everybody)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_good_rep_wins_both_and_nobody_tells_what_is_the_others(language: Language) -> None:
    one = talk(language, everybody=True)
    assert committed(COUPLE, one)
    assert told_anothers(COUPLE, one) == repeats(one) == 0
    assert {turn.person for turn in one.turns if turn.speaker == "buyer"} == {None, "husband"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_door_opens_for_the_plain_and_for_nobody_else(language: Language) -> None:
    opened = {manner: through(CLINIC, at_gate((CLINIC, 2, language, 0), manner)) for manner in ("plain", "product-pusher", "pressure-closer", "liar")}
    assert opened == {"plain": True, "product-pusher": False, "pressure-closer": False, "liar": False}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_later_call_tells_nothing_of_the_first_as_new(language: Language) -> None:
    _, later = called_again((CLINIC, 2, language, 0), "decent")
    assert told_as_new(later) == repeats(later) == 0
