"""The other settings a deal can be practised in: several at the table, somebody at the door, a call days later.

Part of the file format of a scenario (`assistant.domain.scenario`).
"""

from dataclasses import dataclass
from typing import ClassVar

from assistant.domain.buyer import STRICT, Curiosity, DiscoveryItem, Fact, Manner, Mood, Objection, PlainAnswer, SpeechLevel
from assistant.domain.words import Lines, Text


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
    plain_answers: tuple[PlainAnswer, ...] = ()


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
