"""What is kept about a finished role-play: its scorecards, the rep's reflection, the trainer's comments."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from assistant.domain.reflection import Closed as ReflectionClosed
from assistant.domain.reflection import Question, Reflection
from assistant.domain.review import Change, Comment, Review, ReviewsOf, Submission
from assistant.domain.rubric_version import RubricVersion
from assistant.domain.scorecard import Owed, Scorecard
from assistant.domain.words import Dimension


class Scorecards(Protocol):
    """Scorecards, appended, never overwritten."""

    def add(self, role_play_id: str, scorecard: Scorecard, at: datetime, passages: Collection[str] = (), again_at: datetime | None = None) -> None:
        """`passages`: ids of those it was held against. `again_at`: from when on a model is asked again for its part; None: it owes nothing, and no
        longer owes what it did."""
        ...

    def due(self, at: datetime) -> tuple[Owed, ...]:
        """What a model is to be asked for again, the longest due first."""
        ...

    def owed(self, role_play_id: str) -> Owed | None:
        """What a model still owes its newest scorecard."""
        ...

    def put_off(self, owed: Owed) -> None:
        """To its `due_at`, with its `tries`; nothing happens where nothing is owed any more."""
        ...

    def forgo(self, role_play_id: str) -> None:
        """Nothing is owed any more."""
        ...

    def latest(self, role_play_id: str) -> Scorecard | None: ...

    def latest_of(self, role_play_ids: Sequence[str]) -> dict[str, Scorecard]:
        """By role-play; those without one are left out."""
        ...

    def all_latest(self) -> dict[str, Scorecard]: ...

    def forget(self) -> None:
        """Drops what is held in memory: some of it was deleted."""
        ...


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


class RubricVersions(Protocol):
    """Rubrics that were accepted in place of the bundled one, appended."""

    def all(self) -> tuple[RubricVersion, ...]:
        """Oldest first; the newest counts."""
        ...

    def add(self, version: RubricVersion) -> RubricVersion:
        """Raises Overtaken when its number is not the next."""
        ...


class Reviews(Protocol):
    """What trainers leave on role-plays, and which were submitted to them. Every write is one durable transaction; all raise NotFound when there is
    no such role-play."""

    def of(self, role_play_id: str) -> ReviewsOf: ...

    def of_all(self, role_play_ids: Collection[str]) -> dict[str, ReviewsOf]:
        """By role-play, of those on which something was left."""
        ...

    def blind(self) -> tuple[Review, ...]:
        """Every review whose scores were kept blind, in the order they were kept."""
        ...

    def change(self, role_play_id: str, by: str, change: Change, begin: Review | None = None) -> Review:
        """The trainer's review after the change, made from the one that is kept then, or from `begin`; what the change raises leaves it as it was.
        Raises NotFound when there is none and `begin` is None."""
        ...

    def submit(self, role_play_id: str, submission: Submission) -> None:
        """In place of an earlier one."""
        ...

    def withdraw(self, role_play_id: str) -> None: ...

    def add_comment(self, role_play_id: str, comment: Comment) -> None: ...
