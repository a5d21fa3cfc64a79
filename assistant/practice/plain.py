"""Which of a buyer's plain answers a question asks for: the one whose words stand in it most fully. Pure."""

from functools import lru_cache

from assistant.domain.scenario import PlainAnswer, Scenario
from assistant.domain.words import Language
from assistant.language.anybody import stands_in, ways_of_asking
from assistant.language.asking import others


def plain_answer(question: str, scenario: Scenario, language: Language, closest: int = 0) -> PlainAnswer | None:
    """None when no way of asking stands in the question with all its words, or a fact shares more words with it (`closest`: how many)."""
    fits = [(len(way.split()), len(way), answer) for way, answer in _ways(scenario, language) if stands_in(way, question, language)]
    fits = [fit for fit in fits if _is_about(fit[2], others(question, language), scenario, language)]
    best = max(fits, key=lambda fit: fit[:2], default=None)
    return best[2] if best and best[0] >= closest else None


def _is_about(answer: PlainAnswer, named: frozenset[str], scenario: Scenario, language: Language) -> bool:
    """Whether it speaks of whom the question names: 'is your husband free?' is not answered with one's own time."""
    known = " ".join((*answer.asks.in_(language), *answer.lines.in_(language), scenario.buyer.role.in_(language), scenario.buyer.name.in_(language)))
    return all(word in known.lower() for word in named)


@lru_cache(maxsize=64)
def _ways(scenario: Scenario, language: Language) -> tuple[tuple[str, PlainAnswer], ...]:
    """Every way of asking with its answer: its own ways, and the common ones."""
    return tuple((way, answer) for answer in scenario.plain_answers for way in _asked(answer, language))


def _asked(answer: PlainAnswer, language: Language) -> tuple[str, ...]:
    return (*answer.asks.in_(language), *(way for intent in answer.intents for way in ways_of_asking(intent, language)))
