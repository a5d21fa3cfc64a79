"""Whole ways of asking ('boss|manager say|think'): which stand in a question, and how much of what it is about they take in. Pure."""

from assistant.domain.buyer import Fact
from assistant.domain.scenario import Scenario
from assistant.domain.words import Language
from assistant.language.analysis import analyse
from assistant.language.anybody import places
from assistant.language.asking import Sought, sought

ENOUGH = 0.5
"""Share of what a question is about that a way of asking must take in."""
OWN_WAY = 2
"""What a word of a way of asking that the scenario gives itself is worth beside a word that a fact shares with the question."""


def without_address(asked: Sought, scenario: Scenario, language: Language) -> Sought:
    """Without the buyer's own name and role, by which they are addressed."""
    own = {token.lemma for text in (scenario.buyer.role, scenario.buyer.name) for token in analyse(text.in_(language), language).tokens}
    words = tuple(token for token in asked.words if token.lemma not in own)
    return Sought(asked.kind, words, asked.head if asked.head in words else next(iter(reversed(words)), None) if asked.head else None)


def asked_in_a_way(question: str, fact: Fact, scenario: Scenario, language: Language) -> int:
    """What a way of asking for this fact that stands in the question weighs beside a plain answer's; 0 when none does."""
    ways = (way for way in fact.asks.in_(language) if takes_in(way, question, scenario, language))
    return max((OWN_WAY * len(way.split()) for way in ways), default=0)


def takes_in(way: str, question: str, scenario: Scenario, language: Language) -> float:
    """0-1: how much of what a question is about a way of asking takes in that stands in it; 0 when it does not stand there, or when the
    rest is so much that something else is meant."""
    stands = places(way, question, language)
    if not stands:
        return 0.0
    asked = without_address(sought(question, language), scenario, language).words
    about = sum(any(start < token.end and token.start < end for start, end in stands) for token in asked)
    return 0.0 if about < ENOUGH * len(asked) else about / len(asked) if asked else 1.0
