"""What a rep thinks of their own talk before they see its scores: four short answers, and a guess of the four bars."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, get_args

from assistant.domain.words import Dimension

Question = Literal["went_well", "process", "measured", "worth"]
QUESTIONS: tuple[Question, ...] = get_args(Question)
"""What went well here, by what process, measured by what, worth what to the buyer's organisation."""
Closed = Literal["done", "skipped"]


@dataclass(frozen=True, slots=True)
class Reflection:
    """One rep's on one role-play. `guess`: 0-100, only of the bars that were guessed. `closed` None: still being written."""

    role_play: str
    began_at: datetime
    answers: Mapping[Question, str] = field(default_factory=dict)
    guess: Mapping[Dimension, int] = field(default_factory=dict)
    closed: Closed | None = None
    closed_at: datetime | None = None

    def says_anything(self) -> bool:
        return bool(self.answers or self.guess)
