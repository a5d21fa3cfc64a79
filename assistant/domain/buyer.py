"""What a buyer is made of: part of the file format of a scenario (`assistant.domain.scenario`)."""

from dataclasses import dataclass
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
    One of the intent `what_is` says what a word means: its `asks` are the word in all its forms.
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
