"""A trainer's reading of a scored role-play."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Comment:
    id: str
    turn: int
    by: str
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Review:
    """Comments in the order they were written; `reviewed_at` is None while the trainer is not done."""

    role_play: str
    comments: tuple[Comment, ...] = ()
    reviewed_by: str | None = None
    reviewed_at: datetime | None = None
