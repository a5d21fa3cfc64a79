"""One run of a scenario: its turns, what the buyer has in mind, and how it ended."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from assistant.domain.buyer import Mood
from assistant.domain.transcript import Transcript, Turn, Typing
from assistant.domain.words import Language, Speaker, Text

Level = Literal[1, 2, 3]
EndedBy = Literal["buyer", "rep", "limit", "fault"]
Mode = Literal["practice", "assessment"]
Voice = Literal["model", "embedded"]
Setting = Literal["alone", "gatekeeper", "committee", "follow_up"]
GATEKEEPER = "gatekeeper"
"""The id under which a gatekeeper speaks; people at a table have their own, the buyer none."""
Outcome = Literal["committed", "open", "walked_away"]
OUTCOME_NAMES: dict[Outcome, Text] = {
    "committed": Text("다음 단계를 약속받았어요", "Agreed on a next step"),
    "open": Text("결론 없이 끝났어요", "Ended without a decision"),
    "walked_away": Text("상대가 자리를 떴어요", "The buyer walked away"),
}
MoveKind = Literal[
    "greet", "tell", "volunteer", "deflect", "object", "press", "settle", "ask", "react", "clarify",
    "stall", "bored", "warn", "agree", "not_now", "leave", "farewell",
    "differ", "excuse", "put_through", "refuse",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mind:
    """What the buyer has in mind after a turn. `trust`, `patience`: 0-1. Everything is a tuple so that it can be stored and compared."""

    trust: float
    patience: float
    mood: Mood
    turn: int = 0
    revealed: tuple[str, ...] = ()
    raised: tuple[str, ...] = ()
    """Objections standing, oldest first; an objection that was settled is in `settled` only."""
    pressed: tuple[tuple[str, int, int], ...] = ()
    """(objection, how often it was said so far, the turn it was last said in)."""
    met: tuple[tuple[str, str], ...] = ()
    """(objection, need) pairs met since it was raised."""
    settled: tuple[str, ...] = ()
    discussing: str | None = None
    """The standing objection that was voiced or gone into in the last turn."""
    asked: tuple[str, ...] = ()
    """The buyer's own questions already asked."""
    unanswered: str | None = None
    """The buyer's question (a curiosity's id) that the rep still owes an answer."""
    touched: tuple[str, ...] = ()
    """Topics the rep has asked about."""
    refused: tuple[str, ...] = ()
    """Facts asked for too early, waiting for trust."""
    put_off: int = 0
    """Turns in a row in which the buyer would not tell what was asked."""
    warned: int = 0
    proposals: int = 0
    """Next steps the rep has proposed so far."""
    agreed: bool = False
    pressure: int = 0
    contempt: int = 0
    acknowledged: bool = False
    """Whether the rep's last turn acknowledged what the buyer had said."""
    topic: str | None = None
    """What is being talked of: the topic of the buyer's last answer."""
    volunteered_at: int = 0
    """The turn in which the buyer last said something unasked."""
    picked_up: tuple[str, ...] = ()
    """Told facts the rep has come back to."""
    lately: tuple[str, ...] = ()
    """Facts told in the last turn."""
    answered: str | None = None
    """The plain answer given in the last turn."""
    talked_of: str | None = None
    """The fact told last, as long as the rep asks on about it and the buyer knows no more; minds kept by an older program have it in `lately`."""
    elaborated: tuple[str, ...] = ()
    """Told facts the buyer has said more about."""
    promised: tuple[str, ...] = ()
    """Topics the rep has guaranteed something about."""
    guarantees: int = 0
    discounts: int = 0
    doubted: bool = False
    """Whether the rep has used up the benefit of the doubt for a harsh or pressing word."""
    closed_run: int = 0
    """Closed questions in a row, from a rep who took nothing in."""
    rep_said: tuple[str, ...] = ()
    """Digests of the rep's sentences, so that a repeat is noticed."""
    figures: tuple[tuple[str, str, float, str], ...] = ()
    """Figures the rep has named: (as said, unit, value, what each was about)."""
    told_earlier: tuple[str, ...] = ()
    """Facts told in an earlier call."""
    owed: tuple[str, ...] = ()
    """What the rep promised in an earlier call and has not come back to, in their own words."""
    held_up: tuple[str, ...] = ()
    """The rep's own words that a contradiction was pointed out with."""
    differed: tuple[str, ...] = ()
    """Where the speaker has said already that they see it otherwise than somebody else at the table."""

    @property
    def fact_talked_of(self) -> str | None:
        """The fact told in the last turn, or before it while the rep asks on about it."""
        return self.lately[-1] if self.lately else self.talked_of


@dataclass(frozen=True, slots=True)
class Move:
    """What the buyer decides to do: in order, what is told, raised or asked. A voice only puts it into words."""

    kind: MoveKind
    tell: tuple[str, ...] = ()
    volunteer: tuple[str, ...] = ()
    objection: str | None = None
    settle: str | None = None
    ask: str | None = None
    topic: str | None = None
    proposal: str | None = None
    """The next step agreed to, in the rep's words."""
    react: str = ""
    """How what the rep just did is taken: the id of a reaction ('acknowledged', 'pitched', 'pressed', ...), empty for none."""
    plain: str | None = None
    """A plain answer, to something anybody may ask."""
    bridge: str = ""
    """How what is added (an objection, a question, something in passing) is led up to: the id of a pool, empty when it follows by itself."""
    about: tuple[str, ...] = ()
    """The words that are taken up: of the question, or the figures that differ."""
    instead: str = ""
    """The pool of remarks when there is nothing more to say about what was told."""
    differ: str | None = None
    """Where the speaker sees it otherwise than who spoke last: a difference's id."""
    quote: str = ""
    """The rep's own words that are held up to them."""
    because: str = ""
    """Why, for the trainer and for the account after the call; an id, not a sentence."""


@dataclass(frozen=True, slots=True)
class Felt:
    """What one act of the rep did to the buyer's trust and patience (shares, signed)."""

    why: str
    trust: float
    patience: float


@dataclass(frozen=True, slots=True)
class PersonMind:
    """What somebody else at the table has in mind after a turn. `unheard`: rep turns since anything was said to them;
    `spoke_up`: they have asked to be spoken to; `gone`: they have left the table."""

    person: str
    mind: Mind
    felt: tuple[Felt, ...] = ()
    unheard: int = 0
    spoke_up: bool = False
    gone: bool = False


@dataclass(frozen=True, slots=True)
class AtTheGate:
    """How far the rep has come with a gatekeeper. `who`, `why`: the rep has said so; `hurdles`: times fobbed off; `through`: put through."""

    patience: float
    turn: int = 0
    who: bool = False
    why: bool = False
    hurdles: int = 0
    pitches: int = 0
    pressed: int = 0
    through: bool = False
    refused: bool = False


@dataclass(frozen=True, slots=True)
class Cited:
    """A playbook passage the buyer's turn was grounded in."""

    passage_id: str
    playbook: str
    version: int
    section: str
    page: int | None


@dataclass(frozen=True, slots=True)
class BuyerRecord:
    """How a buyer's turn came about. Seconds: `first_s` to the first sentence, `total_s` to the last."""

    mind: Mind
    move: Move
    felt: tuple[Felt, ...]
    voice: str
    """'embedded' or the model's name."""
    prompt: str | None = None
    cited: tuple[Cited, ...] = ()
    replaced: tuple[str, ...] = ()
    """Reasons why sentences of a model were not shown."""
    first_s: float = 0.0
    total_s: float = 0.0
    people: tuple[PersonMind, ...] = ()
    """The others at the table; `mind` and `felt` are the buyer's own, `move` is the speaker's."""
    gate: AtTheGate | None = None
    """Where a gatekeeper stands before the buyer."""


@dataclass(frozen=True, slots=True)
class PlayedTurn:
    """A turn of a role-play as stored. `client_id` makes a double click one turn; `record` only on buyer turns; `person`: who speaks on the
    buyer's side, None for the buyer."""

    index: int
    speaker: Speaker
    text: str
    sent_at: datetime
    client_id: str | None = None
    typing: Typing | None = None
    record: BuyerRecord | None = None
    person: str | None = None


@dataclass(frozen=True, slots=True)
class Ending:
    by: EndedBy
    outcome: Outcome
    why: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Branch:
    """Where a role-play branches off an earlier one: `turn` is the first that is said anew, one of the rep's.
    `turns`: it ends of itself after so many of the rep's, None = it goes on as any other; `measure`: what is tried in them."""

    of: str
    turn: int
    turns: int | None = None
    measure: str | None = None


@dataclass(frozen=True, slots=True)
class RolePlay:
    """One run of a scenario, with the scenario and playbook versions it began with."""

    id: str
    rep: str
    scenario: str
    scenario_version: str
    language: Language
    level: Level
    seed: int
    began_at: datetime
    playbooks: tuple[str, ...] = ()
    turns: tuple[PlayedTurn, ...] = ()
    ended: Ending | None = None
    fault: str | None = None
    """Why the reply to the last rep turn is absent; None when nothing failed."""
    branch: Branch | None = None
    """None for a first try."""
    mode: Mode = "practice"
    """An assessment is held without hints, mood, discovery map or way back, within its limits."""
    time_limit_s: int | None = None
    attempt: int | None = None
    """Which attempt this is, from 1, of `attempts` that there are; None where they are not counted."""
    attempts: int | None = None
    setting: Setting = "alone"
    follows: str | None = None
    """The role-play that a follow-up call goes on from, and how many days later it is."""
    days_later: int | None = None
    voice: Voice = "model"
    """What answers from now on: the model, where there is one, or, since the rep has chosen so, the embedded voice."""
    shared: frozenset[str] = frozenset()
    """Ids of the teams that it is shared with; nobody else reads what is not shared."""
    assignment: str | None = None
    """The assignment it was begun for; None for practice of one's own, second tries and later calls included."""
    share_at_end: frozenset[str] = frozenset()
    """Ids of the teams that it is shared with when it ends, as was said before it began."""

    def deadline(self) -> datetime | None:
        return None if self.time_limit_s is None else self.began_at + timedelta(seconds=self.time_limit_s)

    @property
    def is_redo(self) -> bool:
        """A few turns said anew to try one thing, and no conversation of its own."""
        return self.branch is not None and self.branch.turns is not None

    @property
    def is_whole(self) -> bool:
        """Finished, and no second try, which begins as another role-play did."""
        return self.ended is not None and self.branch is None

    @property
    def rep_spoke(self) -> bool:
        """Whether the rep said anything."""
        return any(turn.speaker == "rep" for turn in self.turns)

    def redo_turns_left(self) -> int | None:
        """How many of the rep's turns a redo still has; None where turns are not counted."""
        if self.branch is None or self.branch.turns is None:
            return None
        return max(0, self.branch.turns - sum(one.speaker == "rep" and one.index >= self.branch.turn for one in self.turns))

    def waits_for_buyer(self) -> bool:
        return self.ended is None and bool(self.turns) and self.turns[-1].speaker == "rep"

    def mind(self) -> Mind | None:
        return next((turn.record.mind for turn in reversed(self.turns) if turn.record), None)

    def transcript(self) -> Transcript:
        turns = tuple(Turn(turn.index, turn.speaker, turn.text, turn.sent_at, turn.typing) for turn in self.turns)
        return Transcript(self.id, turns, self.language, self.scenario)
