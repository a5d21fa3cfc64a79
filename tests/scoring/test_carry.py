"""What a score must still tell apart in talk of a kind it was never fitted on, and in whatever form it was typed."""

import re

import pytest

from assistant.domain.words import LANGUAGES, Language
from assistant.scoring.measures.warm import telling
from assistant.scoring.talk import talk_of
from tests.benchmarks.carry.__main__ import KINDS, Kind, items, value
from tests.scoring.talks import measure, talk

OPEN = 10
SETS = [(kind, language) for kind in KINDS for language in LANGUAGES if items(kind, language)]


@pytest.mark.parametrize(("kind", "language"), SETS, ids=lambda one: one.name if isinstance(one, Kind) else one)
def test_the_best_reply_stands_above_the_worst_in_kinds_of_talk_never_fitted_on(kind: Kind, language: Language) -> None:
    every = items(kind, language)[: 2 * OPEN : 2]
    rightly = [value(kind, before, replies[0], language) > value(kind, before, replies[-1], language) for before, replies in every]
    assert sum(rightly) >= 0.8 * len(every)


@pytest.mark.parametrize("language", LANGUAGES)
def test_capitals_spaces_and_marks_hardly_move_how_warm_a_line_is(language: Language) -> None:
    kind = next(kind for kind in KINDS if kind.name == "politeness")
    lines = [reply for _, replies in items(kind, language)[:OPEN] for reply in replies]
    bare = [re.sub(r"[.,!?]", "", line.lower()) if language == "en" else line.replace(", ", ",") for line in lines]
    moved = [abs(value(kind, "", one, language) - value(kind, "", other, language)) for one, other in zip(lines, bare, strict=True)]
    assert sorted(moved)[len(moved) // 2] <= 5


def test_giving_stands_above_claiming_and_neither_is_no_occasion() -> None:
    buyer = "buyer: could we have the earlier date? my team is short"
    kind = measure(talk(buyer, "rep: Of course, you take the first slot. Would that work for you?"), "goodwill")
    hard = measure(talk(buyer, "rep: I need that slot. It's not my problem."), "goodwill")
    assert kind == 1.0
    assert hard == 0.0
    assert measure(talk(buyer, "rep: The report lists twelve seats."), "goodwill") is None


def test_a_word_more_does_not_flip_a_turn_into_telling() -> None:
    told = talk_of(talk("buyer: we are five in the office", "rep: Our system records every call in the cloud. How do you do that today?"), "en")
    more = talk_of(talk("buyer: we are five in the office", "rep: Our system records every call in the cloud. How do you do that there today?"), "en")
    (one, _), (other, _) = telling(told.exchanges[0]), telling(more.exchanges[0])
    assert abs(one - other) < 0.1
