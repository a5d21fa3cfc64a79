"""Which of a buyer's plain answers a question asks for: the one whose words stand in it most fully. Pure."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from assistant.domain.buyer import PlainAnswer
from assistant.domain.scenario import Scenario
from assistant.domain.words import Language
from assistant.language.anybody import asks, places, ways_of_asking
from assistant.language.asking import explaining, others, says, sought
from assistant.practice.following import BEHIND
from assistant.practice.ways import OWN_WAY, takes_in, without_address

MEANING = "what_is"
"""The intent of what explains a word."""


def plain_answer(question: str, scenario: Scenario, language: Language, closest: int = 0, told: Collection[str] = ()) -> PlainAnswer | None:
    """None when no way of asking stands in the question with all its words, or a fact shares more words with it (`closest`: how many; a way
    of several words that the scenario gives itself counts `OWN_WAY` times). `told`: the facts told so far; what says more about one of them
    comes first."""
    fits = [fit for fit in _ways(scenario, language) if takes_in(fit.way, question, scenario, language)]
    fits = [fit for fit in fits if is_about(fit.answer, others(question, language), scenario, language)]
    more = [fit for fit in fits if any(fact in told for fact in fit.answer.after)]
    best = max(more or [fit for fit in fits if not fit.answer.after], key=lambda fit: (len(fit.way.split()), len(fit.way)), default=None)
    return best.answer if best and (more or best.weight >= closest) else None


def taken_in(answer: PlainAnswer, question: str, scenario: Scenario, language: Language) -> float:
    """0-1: how much of the question the best of the answer's ways of asking takes in."""
    return max((takes_in(one.way, question, scenario, language) for one in _asked(answer, language)), default=0.0)


def explains(question: str, scenario: Scenario, language: Language) -> PlainAnswer | None:
    """What a word means that the question asks about and nothing else, the longest of them; 'what is your runway?' asks for theirs."""
    if not asks(MEANING, question, language) or says("yours", question, language):
        return None
    named = {one: [span for word in one.asks.in_(language) for span in places(word, question, language)] for one in _explaining(scenario)}
    spans = [span for found in named.values() for span in found]
    about = without_address(sought(question, language), scenario, language).words
    besides = [token for token in about if token.lemma not in explaining(language)]
    if not spans or not all(any(start < token.end and token.start < end for start, end in spans) for token in besides):
        return None
    return max(named, key=lambda one: sum(end - start for start, end in named[one]))


def _explaining(scenario: Scenario) -> tuple[PlainAnswer, ...]:
    return tuple(one for one in scenario.plain_answers if MEANING in one.intents)


def says_behind(question: str, told: str, scenario: Scenario, language: Language) -> PlainAnswer | None:
    """What there is to say to a question behind the fact just told (why, since when, what came of it); None when nothing is."""
    about = (answer for answer in scenario.plain_answers if told in answer.after)
    return next((one for one in about if any(intent in BEHIND and asks(intent, question, language) for intent in one.intents)), None)


def is_about(answer: PlainAnswer, named: frozenset[str], scenario: Scenario, language: Language) -> bool:
    """Whether it speaks of whom the question names: 'is your husband free?' is not answered with one's own time."""
    known = " ".join((*answer.asks.in_(language), *answer.lines.in_(language), scenario.buyer.role.in_(language), scenario.buyer.name.in_(language)))
    return all(word in known.lower() for word in named)


@dataclass(frozen=True, slots=True)
class Way:
    """A way of asking, its answer, and how many shared words it outweighs."""

    way: str
    answer: PlainAnswer
    weight: int


@lru_cache(maxsize=64)
def _ways(scenario: Scenario, language: Language) -> tuple[Way, ...]:
    """Every way of asking: an answer's own, and the common ones."""
    return tuple(way for answer in scenario.plain_answers for way in _asked(answer, language))


def _asked(answer: PlainAnswer, language: Language) -> Iterator[Way]:
    if MEANING in answer.intents:
        return
    for way in answer.asks.in_(language):
        words = len(way.split())
        yield Way(way, answer, words * OWN_WAY if words > 1 else words)
    for intent in answer.intents:
        if intent not in BEHIND:
            yield from (Way(way, answer, len(way.split())) for way in ways_of_asking(intent, language))
