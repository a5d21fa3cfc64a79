"""A rep's verbal habits: what they say more often than others do in the same deals, or as soon as an objection comes."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

HabitKind = Literal["phrase", "opener", "closer", "ending"]
HabitRole = Literal["strength", "watch", "signature", "reflex"]
"""By what the scorecards say of the sentences it stands in: mostly good, mostly not, neither; a reflex follows objections."""
Direction = Literal["more", "less", "same"]
Compared = Literal["team", "background"]


@dataclass(frozen=True, slots=True)
class Example:
    """A verbatim quote of turn `turn`."""

    role_play: str
    turn: int
    quote: str
    at: datetime


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """One role-play: the share (0-1) of the rep's turns that hold the habit, and the control limits for as many turns."""

    role_play: str
    at: datetime
    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Trend:
    """Oldest first. `usual`: share of turns over the role-plays that the latest are held against; `direction`: None with too few to tell."""

    points: tuple[TrendPoint, ...]
    usual: float
    direction: Direction | None


@dataclass(frozen=True, slots=True)
class Reflex:
    """Turns that hold it: of those after an objection or a worry, and of the others."""

    after: int
    objections: int
    elsewhere: int
    others: int


@dataclass(frozen=True, slots=True)
class Habit:
    """`said_in` of `of` role-plays hold it; `expected`: how many would, if the others had held them. `helped`, `cost`: quotes of the scorecards that
    hold it. `examples`: newest first."""

    words: str
    kind: HabitKind
    role: HabitRole
    said_in: int
    of: int
    expected: float
    helped: int
    cost: int
    reflex: Reflex | None
    examples: tuple[Example, ...]
    trend: Trend


@dataclass(frozen=True, slots=True)
class Habits:
    """What was found, clearest first. `role_plays`, `scenarios`: of the rep's own that were counted; `others`: the role-plays of
    `colleagues` they were held against, none of either when it was the background. A language of its own: nothing is compared across them."""

    found: tuple[Habit, ...]
    role_plays: int
    scenarios: int
    compared: Compared
    colleagues: int
    others: int
