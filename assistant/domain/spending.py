"""What calls to a model take: tokens, and money where somebody has said what tokens cost."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from typing import Literal

from assistant.domain.people import Person

Purpose = Literal["voice", "judge", "draft", "other"]


@dataclass(frozen=True, slots=True)
class Price:
    """Of a million tokens, in the currency of whoever set it."""

    tokens_in: float
    tokens_out: float

    def of(self, tokens_in: int, tokens_out: int) -> float:
        return (tokens_in * self.tokens_in + tokens_out * self.tokens_out) / 1e6


@dataclass(frozen=True, slots=True)
class Account:
    """What a call is for. `rep`: a person's id; `role_play`: None where it belongs to none."""

    rep: str
    role_play: str | None
    purpose: Purpose


@dataclass(frozen=True, slots=True)
class Spent:
    """One call. `estimated`: counted from the characters; `cost`: None where there is no price."""

    at: datetime
    account: Account
    model: str
    tokens_in: int
    tokens_out: int
    estimated: bool
    cost: float | None = None


@dataclass(frozen=True, slots=True)
class Total:
    calls: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    estimated: bool = False
    cost: float = 0.0

    def plus(self, other: "Total") -> "Total":
        return Total(
            self.calls + other.calls,
            self.tokens_in + other.tokens_in,
            self.tokens_out + other.tokens_out,
            self.estimated or other.estimated,
            self.cost + other.cost,
        )


NOBODY = Account("", None, "other")
_PRESENT: ContextVar[Account] = ContextVar("account", default=NOBODY)


@contextmanager
def on_account(rep: str, role_play: str | None, purpose: Purpose) -> Iterator[None]:
    """Calls to a model inside the block are for this; threads begun in it need its context (`telemetry.carried`)."""
    token = _PRESENT.set(Account(rep, role_play, purpose))
    try:
        yield
    finally:
        _PRESENT.reset(token)


def present_account() -> Account:
    return _PRESENT.get()


def month_of(now: datetime) -> datetime:
    """When its month began, in its own zone."""
    return now.replace(day=1, hour=0, minute=0, second=0, microsecond=0)


def summed(totals: Iterable[Total]) -> Total:
    return reduce(Total.plus, totals, Total())


def by_team(by_rep: Mapping[str, Total], people: Iterable[Person]) -> dict[str, Total]:
    """Team id -> what its people took together. Who is in two teams counts in both, so teams do not sum to the whole."""
    found: dict[str, Total] = {}
    for person in people:
        for team in person.teams if person.id in by_rep else ():
            found[team] = found.get(team, Total()).plus(by_rep[person.id])
    return found
