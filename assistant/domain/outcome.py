"""What came of selling, as a company's own records say it: deals won and lost, figures per person and month. Laid beside practice, never mixed in."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from assistant.domain.words import Text

OutcomeKind = Literal["deals", "kpi"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """A closed deal (`value` 1 won, 0 lost; `amount` in won if it is known) or a figure of a month (`day` its first, `name` the KPI). One of a
    person's is named by kind, name and, for a figure, month: a newer one takes an older one's place."""

    person: str
    kind: OutcomeKind
    name: str
    day: date
    value: float
    amount: float | None = None

    @property
    def key(self) -> str:
        return self.name if self.kind == "deals" else f"{self.day:%Y-%m} {self.name}"


@dataclass(frozen=True, slots=True)
class OutcomeFile:
    """A file that was taken in. `teams`: of the people in it. `rows`: how many it brought."""

    id: str
    name: str
    kind: OutcomeKind
    by: str
    at: datetime
    teams: frozenset[str]
    rows: int


@dataclass(frozen=True, slots=True)
class BadRow:
    """A line of a file (from 1, the heading being the first) and why it cannot be used."""

    line: int
    why: Text


@dataclass(frozen=True, slots=True)
class Read:
    """What a file holds, before anything of it is kept."""

    kind: OutcomeKind
    rows: tuple[Outcome, ...]
    bad: tuple[BadRow, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """A share (0-1) of `n` and where it lies with 95 % (Wilson 1927)."""

    of: int
    n: int
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Related:
    """A rank correlation over `n` people, with 95 %."""

    rho: float
    low: float
    high: float
    n: int

    @property
    def sure(self) -> bool:
        return self.low > 0 or self.high < 0
