"""What a fact needs before it is told: trust, and the right way of asking. Pure."""

from assistant.domain.buyer import Fact
from assistant.domain.heard import Question
from assistant.practice.candidates import Asking
from assistant.practice.levels import Demands


def may_be_told(fact: Fact, question: Question, asking: Asking) -> bool:
    trusted = asking.mind.trust >= trust_needed(fact, asking.demands)
    return fact.id not in asking.mind.revealed and trusted and asked_rightly(fact, question, fact.topics, asking.acknowledged, named=True)


def trust_needed(fact: Fact, demands: Demands) -> float:
    """0-1. What costs the buyer nothing to say is not made dearer by the level."""
    return fact.trust if fact.trust <= 0.2 else fact.trust + demands.trust_more


def asked_rightly(fact: Fact, question: Question, topics: tuple[str, ...], acknowledged: bool, named: bool = False) -> bool:
    """`named`: the question is put in the fact's own words. A closed question brings out no habit or hobby
    but the one it is about."""
    if fact.kind == "signal" and not named and (fact.topics[0] != next(iter(topics), None) or (question.form == "closed" and len(topics) > 1)):
        return False
    if fact.ask == "direct":
        return named or not set(topics[2:]) & set(fact.topics) or bool(set(topics[:2]) & set(fact.topics))
    if fact.ask == "open":
        return question.form == "open"
    if fact.ask == "acknowledged":
        return acknowledged
    return True
