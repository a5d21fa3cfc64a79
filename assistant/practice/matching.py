"""How closely a question matches what a fact says: shared words that tell this scenario's facts apart. Pure.

A person answers the question as it was put, also when it names no topic or several.
"""

from collections import Counter
from functools import lru_cache

from assistant.domain.buyer import Fact
from assistant.domain.scenario import Scenario
from assistant.domain.words import Language
from assistant.language.analysis import analyse
from assistant.language.asking import generic

COMMON = 0.3
"""Share of facts from which on a word tells none of them apart."""


def closeness(question: str, fact: Fact, scenario: Scenario, language: Language) -> int:
    """Words of the question that this fact says and few others do; those that say what it is about, in its summary, count twice."""
    asked = set(analyse(question, language).content) - generic(language)
    gist = set(analyse(fact.summary.in_(language), language).content)
    telling = asked & _telling_words(scenario, language)[fact.id]
    return len(telling) + len(telling & gist)


@lru_cache(maxsize=64)
def _telling_words(scenario: Scenario, language: Language) -> dict[str, frozenset[str]]:
    said = {fact.id: frozenset(word for text in _texts(fact, language) for word in analyse(text, language).content) for fact in scenario.facts}
    counted = Counter(word for words in said.values() for word in words)
    common = {word for word, count in counted.items() if count >= COMMON * len(said)}
    return {fact_id: words - common for fact_id, words in said.items()}


def _texts(fact: Fact, language: Language) -> tuple[str, ...]:
    return (fact.summary.in_(language), *fact.lines.in_(language))
