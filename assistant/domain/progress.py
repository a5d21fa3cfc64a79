"""What has become of a rep over their role-plays: scores over time and what really changed, rhythm of practice, roles, own pace."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from assistant.domain.roleplay import Level
from assistant.domain.words import Dimension

Verdict = Literal["risen", "fallen", "steady"]
CareerRole = Literal["making", "selling", "operating"]
"""Designing the solution; finding out and persuading; next steps and how it is done."""
CAREER_ROLES: tuple[CareerRole, ...] = ("making", "selling", "operating")


@dataclass(frozen=True, slots=True)
class ScoredPoint:
    """One role-play's score in one dimension, 0-100, with the band it is sure of."""

    role_play: str
    at: datetime
    level: Level
    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Change:
    """The first `of` role-plays' mean against the last `of`. `needed`: points they must differ by to be more than chance."""

    verdict: Verdict
    before: float
    now: float
    of: int
    needed: float


@dataclass(frozen=True, slots=True)
class Course:
    """A dimension over time, oldest first. `change`: None with fewer than three role-plays."""

    dimension: Dimension
    points: tuple[ScoredPoint, ...]
    change: Change | None

    @property
    def best(self) -> ScoredPoint | None:
        """The latest of equals."""
        return max(reversed(self.points), key=lambda one: one.value, default=None)


@dataclass(frozen=True, slots=True)
class Week:
    """A calendar week from its Monday, and the role-plays in which the rep said something in it."""

    monday: date
    role_plays: int


@dataclass(frozen=True, slots=True)
class Rhythm:
    """The latest weeks, oldest first, this one last. `in_a_row`: weeks with practice up to now; this week need not have begun."""

    weeks: tuple[Week, ...]
    in_a_row: int

    @property
    def practised(self) -> int:
        return sum(one.role_plays > 0 for one in self.weeks)


@dataclass(frozen=True, slots=True)
class Said:
    """A verbatim quote of a role-play's turn."""

    role_play: str
    turn: int
    quote: str


@dataclass(frozen=True, slots=True)
class RoleShare:
    """How much of what the rep said (shares, 0-1, of the sentences that are of one of the roles) was of this one: of all, and of the first and the
    last few role-plays. `examples`: newest first."""

    role: CareerRole
    share: float
    first: float
    latest: float
    sentences: int
    examples: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Pace:
    """What is usual for this rep. `typed`: characters a minute, with the middle half of replies as (low, high); `read`: words (eojeol) a minute, at
    least so fast. None with too few that were clocked. `typed_of`, `read_of`: replies counted."""

    typed: float | None
    typed_between: tuple[float, float]
    typed_of: int
    read: float | None
    read_of: int


@dataclass(frozen=True, slots=True)
class RubricUse:
    """A rubric's version and how many role-plays were scored by it."""

    version: str
    role_plays: int


@dataclass(frozen=True, slots=True)
class Progress:
    """In one language and by one rubric. `rubrics`: all that there are, the newest first; `judged`: role-plays a model read along;
    `unscored`: finished, but without a scorecard."""

    rubric: str | None
    rubrics: tuple[RubricUse, ...]
    courses: tuple[Course, ...]
    role_plays: int
    judged: int
    unscored: int
    rhythm: Rhythm
    roles: tuple[RoleShare, ...]
    pace: Pace
