"""How a team stands, from the role-plays that its manager may see: each person over time, what all of them find hard, groups beside each other."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from assistant.domain.progress import Course, Said
from assistant.domain.words import Dimension

HardKind = Literal["measure", "objection", "discovery", "passage"]
HEARD = 1
"""Quotes of each hard thing that are shown; of what would help most, all of them."""


@dataclass(frozen=True, slots=True)
class Mate:
    """One person. `role_plays`: finished ones that can be seen, in any language; `lately`: of the last four weeks; `courses`: one for each
    dimension, in one language and by one rubric."""

    person: str
    name: str
    role_plays: int
    lately: int
    latest_at: datetime | None
    courses: tuple[Course, ...]


@dataclass(frozen=True, slots=True)
class Hard:
    """Something that goes wrong. `name`: of a measure; `scenario:id` of an objection, `scenario:place` of a discovery item; a passage's text.
    `share` (0-1): of what a measure could earn is missing, on average over people; else of the `of` role-plays it came up in, it was left standing or
    missed. `people`: in whose role-plays, of `of_people`."""

    kind: HardKind
    name: str
    share: float
    role_plays: int
    of: int
    people: int
    of_people: int
    quotes: tuple[Said, ...] = ()

    @property
    def heard(self) -> tuple[Said, ...]:
        """Those that are shown."""
        return self.quotes[:HEARD]


@dataclass(frozen=True, slots=True)
class Interval:
    """A mean over `n` people, 0-100, and where it lies with 95 %."""

    mean: float
    low: float
    high: float
    n: int


@dataclass(frozen=True, slots=True)
class Group:
    """`levels`: the mean of its people's latest scores; a dimension is left out below three people."""

    name: str
    people: int
    role_plays: int
    levels: dict[Dimension, Interval]


@dataclass(frozen=True, slots=True)
class Apart:
    """What two groups differ by in a dimension, second less first, in points, with 95 %. `sure`: chance would hardly do it."""

    dimension: Dimension
    by: float
    low: float
    high: float

    @property
    def sure(self) -> bool:
        return self.low > 0 or self.high < 0


@dataclass(frozen=True, slots=True)
class Next:
    """What would help most: the measure, why (the hard thing itself), and the scenario in which it was hardest, None where no one stands out."""

    hard: Hard
    scenario: str | None


@dataclass(frozen=True, slots=True)
class TeamView:
    """`mates`: by name. `unscored`, `other_rubric`: finished role-plays of this language that are not in the scores; `rubric`: whose scores these
    are."""

    mates: tuple[Mate, ...]
    hard: tuple[Hard, ...]
    next: Next | None
    role_plays: int
    unscored: int
    other_rubric: int
    rubric: str | None

    @property
    def heard(self) -> tuple[Said, ...]:
        """What reps said, as it is shown."""
        return (*(self.next.hard.quotes if self.next else ()), *(said for one in self.hard for said in one.heard))
