"""What is kept about a finished role-play: its scorecards, the rep's reflection, the trainer's comments."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from assistant.domain.reflection import Closed as ReflectionClosed
from assistant.domain.reflection import Question, Reflection
from assistant.domain.review import Comment, Review
from assistant.domain.scorecard import Scorecard
from assistant.domain.words import Dimension


class Scorecards(Protocol):
    """Scorecards, appended, never overwritten."""

    def add(self, role_play_id: str, scorecard: Scorecard, at: datetime) -> None: ...

    def latest(self, role_play_id: str) -> Scorecard | None: ...

    def latest_of(self, role_play_ids: Sequence[str]) -> dict[str, Scorecard]:
        """By role-play; those without one are left out."""
        ...

    def all_latest(self) -> dict[str, Scorecard]: ...


class Reflections(Protocol):
    """What reps think of their own talks before they see the scores: open until it is closed, then never changed."""

    def get(self, role_play_id: str) -> Reflection | None: ...

    def open(self) -> frozenset[str]:
        """Role-plays whose reflection is not closed, so whose scores their rep has not seen."""
        ...

    def begin(self, role_play_id: str, at: datetime) -> Reflection:
        """Opens one, or returns the one there is. Raises NotFound when there is no such role-play."""
        ...

    def answer(self, role_play_id: str, question: Question, text: str) -> None:
        """Keeps what stands in one box; an empty text takes the answer away. Raises NotFound, and InputError once it is closed."""
        ...

    def guess(self, role_play_id: str, dimension: Dimension, points: int | None) -> None:
        """None takes the guess away. Raises NotFound, and InputError once it is closed."""
        ...

    def close(self, role_play_id: str, how: ReflectionClosed, at: datetime) -> Reflection:
        """Once; a closed one stays as it is. Raises NotFound."""
        ...


class Reviews(Protocol):
    def get(self, role_play_id: str) -> Review: ...

    def add_comment(self, role_play_id: str, comment: Comment) -> None: ...

    def mark_reviewed(self, role_play_id: str, by: str, at: datetime) -> None: ...
