"""A conversation between a rep and a buyer, as it was held; where it came from does not matter to whoever scores it."""

from dataclasses import dataclass
from datetime import datetime

from assistant.domain.words import Language, Speaker


@dataclass(frozen=True, slots=True)
class Typing:
    """The composer's clock, times in UTC. `shown_at`: the buyer's line stood there whole; `pasted_chars`: characters not typed."""

    shown_at: datetime | None = None
    first_key_at: datetime | None = None
    pasted_chars: int = 0


@dataclass(frozen=True, slots=True)
class Turn:
    """What one speaker said before the other spoke. `index` counts the turns as given, from 0."""

    index: int
    speaker: Speaker
    text: str
    sent_at: datetime | None = None
    typing: Typing | None = None


@dataclass(frozen=True, slots=True)
class Transcript:
    """Turns in order. `language` is None until somebody has said or found which it is."""

    id: str | None
    turns: tuple[Turn, ...]
    language: Language | None = None
    scenario: str | None = None

    def rep_turns(self) -> tuple[Turn, ...]:
        return tuple(turn for turn in self.turns if turn.speaker == "rep")


def merged(turns: tuple[Turn, ...]) -> tuple[Turn, ...]:
    """Turns of one speaker in a row as one, named by the first; its clock is the last's send and the first's typing."""
    joined: list[Turn] = []
    for turn in turns:
        last = joined[-1] if joined else None
        if last is not None and last.speaker == turn.speaker:
            text = f"{last.text}\n{turn.text}"
            joined[-1] = Turn(last.index, last.speaker, text, turn.sent_at or last.sent_at, last.typing or turn.typing)
        else:
            joined.append(turn)
    return tuple(joined)
