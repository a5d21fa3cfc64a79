"""A scenario: a deal and a buyer to practise on. This module is the file format of `knowledge/scenarios/*.yaml`, whole: what a buyer is made of
stands in `buyer`, who else may sit there in `meetings`.

Ids, topics, trust and order stand once; every text stands in Korean and in English, written natively in each.
`assistant.scenarios` reads and checks the files against these very classes; unknown keys are errors.
"""

from dataclasses import dataclass, field
from typing import ClassVar

from assistant.domain.buyer import STRICT, Buyer, BuyerLines, DiscoveryItem, Fact, Objection, PlainAnswer, Topic
from assistant.domain.meetings import Committee, FollowUp, Gatekeeper, Person
from assistant.domain.words import Lines, Text


@dataclass(frozen=True, slots=True)
class Deal:
    """What is sold. Prices in won, over the whole contract; `price_how` says how it is paid."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT
    product: Text
    seller: Text
    summary: Text
    price_low_won: int
    price_high_won: int
    price_how: Text
    may_offer: Lines
    stage: Text
    minutes: int
    keywords: Lines
    """Words that name this kind of product: a playbook that uses them belongs to this deal."""


@dataclass(frozen=True, slots=True)
class Briefing:
    """What the rep knows before sitting down. Nothing in it may give a fact away."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT
    situation: Text
    goal: Text
    known: Lines


@dataclass(frozen=True, slots=True)
class Agreement:
    """When the buyer agrees to a next step, and to which one."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT
    next_step: Text
    trust: float
    facts_found: int
    settled: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scenario:
    """A deal and a buyer, whole. `id` is the file's name. `committee`, `gatekeeper`, `follow_up`: the other settings it can be practised in."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT
    id: str
    title: Text
    deal: Deal
    briefing: Briefing
    buyer: Buyer
    topics: tuple[Topic, ...]
    facts: tuple[Fact, ...]
    objections: tuple[Objection, ...]
    discovery: tuple[DiscoveryItem, ...]
    agreement: Agreement
    lines: BuyerLines
    plain_answers: tuple[PlainAnswer, ...] = ()
    committee: Committee | None = None
    gatekeeper: Gatekeeper | None = None
    follow_up: FollowUp | None = None
    version: str = field(default="", kw_only=True)

    def people(self) -> tuple[Person, ...]:
        """The others, where several sit at the table."""
        return self.committee.people if self.committee else ()

    def fact(self, fact_id: str) -> Fact:
        """The buyer's own or another person's."""
        others = (fact for one in self.people() for fact in one.facts)
        return next(fact for fact in (*self.facts, *others) if fact.id == fact_id)

    def plain_answer(self, answer_id: str) -> PlainAnswer:
        return next(one for one in self.plain_answers if one.id == answer_id)

    def objection(self, objection_id: str) -> Objection:
        """The buyer's own or another person's."""
        others = (objection for one in self.people() for objection in one.objections)
        return next(objection for objection in (*self.objections, *others) if objection.id == objection_id)
