"""A scenario: a deal and a buyer to practise on. This module is the file format of `knowledge/scenarios/*.yaml`.

Ids, topics, trust and order stand once; every text stands in Korean and in English, written natively in each.
`assistant.scenarios` reads and checks the files against these very classes; unknown keys are errors.
"""

from dataclasses import dataclass, field
from typing import ClassVar, Literal

from assistant.domain.words import Lines, Text

FactKind = Literal["pain", "money", "decision", "alternatives", "timing", "personal", "signal", "operation", "regulation"]
Ask = Literal["any", "direct", "open", "acknowledged"]
Manner = Literal["analytical", "brisk", "warm", "cautious", "proud", "sceptical", "talkative", "dry"]
SpeechLevel = Literal["formal", "polite"]
Area = Literal["customer", "regulation", "references", "partners", "price", "operation", "personal"]
Need = Literal["acknowledgement", "question", "answer", "number", "reference", "justification", "next_step"]
Trigger = Literal["pitch", "price", "next_step", "any"]
Mood = Literal["warm", "open", "neutral", "guarded", "impatient"]

STRICT: dict[str, str] = {"extra": "forbid"}
NO_LINES = Lines((), ())


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
class Topic:
    """Something one can talk about. `cues` are words or word stems a rep may use for it (matched without spaces, lower case)."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT
    id: str
    name: Text
    cues: Lines

    def __hash__(self) -> int:
        """Quick: perception remembers what it found out about a topic."""
        return hash(self.id)


@dataclass(frozen=True, slots=True)
class Fact:
    """Something the buyer knows and does not volunteer.

    `ask`: any = whenever its topic comes up in a question; direct = a question that is about its topic; open = an open question about it;
    acknowledged = a question about it from a rep who has just acknowledged what the buyer said.
    `trust`: 0-1, the trust it needs. `volunteered_to`: told in passing at levels up to this one (0 = never unasked).
    `tells`: words that give the fact away (names, amounts, dates): a voice may not say them while it is locked.
    `answers`: words (parts of words) by which it is asked for, beside those of its own lines: what it is about, what people call it, what it
    says of it ('notice', 'by when'). A question about anything else is not answered with it. That it holds a sum, a time or a person is read
    off its lines.
    `asks`: whole ways of asking for it, as a plain answer has them, for questions that its words alone would not lead to it.
    `questions`: examples of whole questions it answers; what means much the same asks for it too.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT
    id: str
    kind: FactKind
    topics: tuple[str, ...]
    ask: Ask
    trust: float
    summary: Text
    lines: Lines
    tells: Lines
    answers: Lines = NO_LINES
    asks: Lines = NO_LINES
    questions: Lines = NO_LINES
    volunteered_to: int = 0


@dataclass(frozen=True, slots=True)
class PlainAnswer:
    """What the buyer says to something anybody may ask: it costs nothing and gives nothing away.

    `asks`: words that must all stand in one question (parts of words, of several joined by a bar one; Korean without regard to spaces), one
    entry a way of asking; `questions`: examples of whole questions, as a fact has them; `intents`: common questions it answers as well, by
    their names in `knowledge/language/anybody.yaml`.
    `after`: facts it says more about: it is the answer only once one of them was told, to a bare 'why?' or 'since when?' only right after it.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT
    id: str
    lines: Lines
    asks: Lines = NO_LINES
    questions: Lines = NO_LINES
    intents: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Objection:
    """A resistance, in the order of the list. `lines` get sharper: the first is the mildest.

    `raised_on`: the rep's act that brings it out; `settled_by`: what the rep must have done since it was raised, all of it;
    `behind`: what really lies behind (shown after the call, never to a voice); `settled`: what the buyer says when it is.
    `opens`: facts whose knowing helps (a rep who has found them settles it with an answer alone).
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT
    id: str
    topics: tuple[str, ...]
    raised_on: Trigger
    settled_by: tuple[Need, ...]
    behind: Text
    lines: Lines
    settled: Lines
    opens: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Curiosity:
    """A question the buyer asks of the rep, because it concerns them."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT
    id: str
    topics: tuple[str, ...]
    lines: Lines


@dataclass(frozen=True, slots=True)
class Buyer:
    """Who sits opposite. `character` and `knows` go to the voice as they stand, so they hold no fact.

    `trust`, `patience`: 0-1 at the start. `speech_level`: formal = 합쇼체, polite = 해요체 (Korean only).
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT
    name: Text
    role: Text
    company: Text
    character: Text
    manner: Manner
    speech_level: SpeechLevel
    knows: Lines
    does_not_know: Lines
    mood: Mood
    trust: float
    patience: float
    colour: str
    curiosities: tuple[Curiosity, ...]


@dataclass(frozen=True, slots=True)
class BuyerLines:
    """The scenario's own wordings of moves that carry no fact. General ones stand beside the voice."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT
    opening: Lines
    deflect: Lines
    unforeseen: Lines
    bored: Lines
    stall: Lines
    accept: Lines
    not_now: Lines
    leave: Lines


@dataclass(frozen=True, slots=True)
class DiscoveryItem:
    """One thing a good rep finds out. Covered when any of `facts` was told, touched when its topic came up in a question."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT
    area: Area
    name: Text
    facts: tuple[str, ...]
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Agreement:
    """When the buyer agrees to a next step, and to which one."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT
    next_step: Text
    trust: float
    facts_found: int
    settled: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """Where somebody at the table sees it otherwise than the others: said in the turn after another spoke about `topics`, and tied to their stake."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT
    id: str
    topics: tuple[str, ...]
    lines: Lines


@dataclass(frozen=True, slots=True)
class PersonAgreement:
    """What one person needs before they nod: trust, own facts found, own objections out of the way."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT
    trust: float
    facts_found: int
    settled: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PersonLines:
    """Wordings of somebody else at the table. `neglected`: when nobody speaks to them; `excuse`: when they have had enough and go."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT
    deflect: Lines
    unforeseen: Lines
    bored: Lines
    stall: Lines
    leave: Lines
    neglected: Lines
    excuse: Lines


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody else on the buyer's side, with facts and a stake of their own. What stands here as in `Buyer` means the same.

    `called`: parts of words by which the rep may address or mean them (without spaces, lower case); `topics`: those that are theirs to answer;
    `stake`: what they have to gain or lose (shown after the call, never to a voice).
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT
    id: str
    name: Text
    role: Text
    called: Lines
    character: Text
    manner: Manner
    speech_level: SpeechLevel
    knows: Lines
    does_not_know: Lines
    mood: Mood
    trust: float
    patience: float
    colour: str
    stake: Text
    topics: tuple[str, ...]
    facts: tuple[Fact, ...]
    objections: tuple[Objection, ...]
    curiosities: tuple[Curiosity, ...]
    differs: tuple[Difference, ...]
    agreement: PersonAgreement
    lines: PersonLines


@dataclass(frozen=True, slots=True)
class Committee:
    """The deal with several people at the table. `situation`, `goal` stand for the briefing's own; `called`: how the rep may address the buyer;
    `unsaid`: facts, objections, curiosities and plain answers of the buyer's that nobody says in this company; `opening`, `accept` stand for the
    buyer's own; `facts_found`: of the buyer's own, fewer than alone, as others tell theirs; `left_alone`: why the buyer does not decide once
    somebody has gone; `discovery`: what more there is to find out.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT
    situation: Text
    goal: Text
    called: Lines
    people: tuple[Person, ...]
    opening: Lines
    accept: Lines
    left_alone: Lines
    facts_found: int
    differs: tuple[Difference, ...] = ()
    unsaid: tuple[str, ...] = ()
    discovery: tuple[DiscoveryItem, ...] = ()


@dataclass(frozen=True, slots=True)
class GatekeeperLines:
    """`who`, `why`: asking who calls and what it is about; `mail`: fobbing off; `pitched`, `pressed`: to a rep who sells or pushes at the desk;
    `caught`: to one who was not honest; `picks_up`: the buyer's own first words once put through."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT
    opening: Lines
    who: Lines
    why: Lines
    mail: Lines
    unforeseen: Lines
    pitched: Lines
    pressed: Lines
    caught: Lines
    put_through: Lines
    refuse: Lines
    picks_up: Lines


@dataclass(frozen=True, slots=True)
class Gatekeeper:
    """Who answers before the buyer does. `worth`: cues of what makes a call worth the buyer's time (as in `Topic`); `untrue`: cues of what would
    be a lie here; `patience` 0-1 at the start."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT
    name: Text
    role: Text
    character: Text
    manner: Manner
    speech_level: SpeechLevel
    patience: float
    colour: str
    situation: Text
    worth: Lines
    untrue: Lines
    lines: GatekeeperLines
    plain_answers: tuple[PlainAnswer, ...] = ()


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A later call. `meanwhile`: what has happened since, each ending in a question of the buyer's."""

    __pydantic_config__: ClassVar[dict[str, str]] = STRICT
    days_later: int
    meanwhile: tuple[Curiosity, ...]


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
