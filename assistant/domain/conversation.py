"""A conversation somebody had with a real buyer, on its way to a scorecard: who speaks in it, who of them is the rep, how far it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from assistant.domain.scorecard import Scorecard
from assistant.domain.transcript import Transcript, Turn
from assistant.domain.words import Language, Speaker, Text

Part = Literal["rep", "buyer", "out"]
"""What a speaker is in it; 'out': what they say is left out."""
Personal = Literal["resident", "phone", "card", "account", "e_mail", "other_id"]
"""Kinds of personal data that are hidden."""
Stage = Literal["unmapped", "waiting", "scored", "failed"]
"""`unmapped`: nobody has said yet who the rep is."""
MOST_CHARACTERS = 100_000
"""Of one turn. Nobody types more; what is longer is a document, and analysing it would hold everybody else up."""


@dataclass(frozen=True, slots=True)
class Line:
    """One message as its file has it. `at` is in UTC, or local time taken for it where the file names no zone."""

    who: str
    text: str
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Dialogue:
    """Messages in order. `partner`: whom the file's title names; `line`: where it begins in the file, from 1; `id`: the file's own."""

    id: str | None
    lines: tuple[Line, ...]
    partner: str | None = None
    line: int = 1
    language: Language | None = None
    scenario: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """Who speaks, in the order of their first words."""
        return tuple(dict.fromkeys(one.who for one in self.lines))


@dataclass(frozen=True, slots=True)
class ConversationFile:
    """A file that was given. `read`: how many conversations of it are kept; `whole`: nothing of it is missing; `bad`: why others were not."""

    id: str
    owner: str
    name: str
    digest: str
    at: datetime
    read: int
    whole: bool
    hidden: Mapping[Personal, int]
    bad: tuple[tuple[int, Text], ...] = ()
    """(line, why), at most a handful; `bad_count` counts them all."""
    bad_count: int = 0


@dataclass(frozen=True, slots=True)
class Conversation:
    """`number`: its place in the file, from 0. `parts`: by speaker, empty until somebody has said; `why`: why it failed."""

    id: str
    owner: str
    file: str
    number: int
    dialogue: Dialogue
    parts: Mapping[str, Part]
    stage: Stage
    card: Scorecard | None = None
    why: Text | None = None


def transcript_of(one: Conversation) -> Transcript:
    """What is scored: without those who are left out."""
    roles: dict[str, Speaker] = {name: "rep" if part == "rep" else "buyer" for name, part in one.parts.items() if part != "out"}
    kept = (line for line in one.dialogue.lines if line.who in roles)
    turns = tuple(Turn(at, roles[line.who], line.text, line.at) for at, line in enumerate(kept))
    return Transcript(one.id, turns, one.dialogue.language, one.dialogue.scenario)


def names_of_turns(one: Conversation) -> tuple[str, ...]:
    """Who says each turn of its transcript."""
    return tuple(line.who for line in one.dialogue.lines if one.parts.get(line.who, "out") != "out")


def can_be_scored(parts: Mapping[str, Part]) -> bool:
    """Somebody is the rep."""
    return "rep" in parts.values()


def remembered(names: tuple[str, ...], known: Mapping[str, Part]) -> dict[str, Part] | None:
    """What the same names were in earlier conversations; with one more beside a known rep, that one is the buyer. None where that does not
    settle it."""
    parts: dict[str, Part] = {name: known[name] for name in names if name in known}
    rest = [name for name in names if name not in known]
    if len(rest) == 1 and "rep" in parts.values() and "buyer" not in parts.values():
        parts[rest[0]] = "buyer"
        rest = []
    return parts if not rest and can_be_scored(parts) else None
