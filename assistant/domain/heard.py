"""What a rep's turn did, as perception hears it: acts with the very words that did them. Pure data, no model."""

from dataclasses import dataclass
from typing import Literal, get_args

Act = Literal[
    "greeting", "thanks", "apology", "farewell", "small_talk",
    "question", "acknowledgement", "empathy", "reflection", "disclosure",
    "claim", "reference", "price", "discount", "justification", "pitch",
    "next_step", "answer", "evasion", "pressure", "contempt",
    "boilerplate", "off_topic", "break_game",
]  # fmt: skip
ACTS: tuple[Act, ...] = get_args(Act)
LISTENING: tuple[Act, ...] = ("acknowledgement", "empathy", "reflection")
"""What shows that the buyer was listened to."""
QuestionForm = Literal["open", "closed", "choice", "leading"]


@dataclass(frozen=True, slots=True)
class Sign:
    """An act and where it stands: `start:end` are offsets into the turn's text."""

    act: Act
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Question:
    """One question. `topics`: scenario topic ids, best first; `follow_up`: it builds on what the buyer has just said."""

    start: int
    end: int
    form: QuestionForm
    follow_up: bool
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NextStep:
    """A proposed next step and which parts it names, each a quote from the turn or None."""

    action: str
    owner: str | None
    date: str | None


@dataclass(frozen=True, slots=True)
class Heard:
    """One rep turn, perceived. `echoed`: content words of the buyer's last turn that came back; `topics` of the whole turn, best first."""

    text: str
    signs: tuple[Sign, ...] = ()
    questions: tuple[Question, ...] = ()
    topics: tuple[str, ...] = ()
    next_step: NextStep | None = None
    echoed: tuple[str, ...] = ()
    person: str = ""
    """Whom 'he' or '그분' stands for: the last one the buyer named."""

    def did(self, *acts: Act) -> bool:
        """True when the turn did any of these."""
        return any(sign.act in acts for sign in self.signs)

    def quotes(self, act: Act) -> tuple[str, ...]:
        return tuple(self.text[sign.start : sign.end] for sign in self.signs if sign.act == act)
