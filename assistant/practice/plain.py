"""Which of a buyer's plain answers a question asks for: the one whose words stand in it most fully. Pure."""

from functools import lru_cache

from assistant.domain.scenario import PlainAnswer, Scenario
from assistant.domain.words import Language
from assistant.language.anybody import stands_in, ways_of_asking


def plain_answer(question: str, scenario: Scenario, language: Language, closest: int = 0) -> PlainAnswer | None:
    """None when no way of asking stands in the question with all its words, or a fact shares more words with it (`closest`: how many)."""
    fits = [(len(way.split()), len(way), answer) for way, answer in _ways(scenario, language) if stands_in(way, question, language)]
    best = max(fits, key=lambda fit: fit[:2], default=None)
    return best[2] if best and best[0] >= closest else None


@lru_cache(maxsize=64)
def _ways(scenario: Scenario, language: Language) -> tuple[tuple[str, PlainAnswer], ...]:
    """Every way of asking with its answer: its own ways, and the common ones."""
    return tuple((way, answer) for answer in scenario.plain_answers for way in _asked(answer, language))


def _asked(answer: PlainAnswer, language: Language) -> tuple[str, ...]:
    return (*answer.asks.in_(language), *(way for intent in answer.intents for way in ways_of_asking(intent, language)))
