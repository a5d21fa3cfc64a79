"""Practice that a manager sets: which deal, for whom, from when until when, how often, and what it takes to pass. And where one stands with it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Literal, get_args

from assistant.domain.people import Person
from assistant.domain.roleplay import Level, Mode, RolePlay
from assistant.domain.words import Dimension, Language

KnockOut = Literal["no_contradiction", "no_overclaim", "half_answered", "next_step", "stays_polite", "buyer_stays"]
"""What an attempt must not miss, whatever its scores: no claim against the playbook; nothing promised without limit; at least half of the buyer's
questions answered; a next step with three of its four parts; polite in nearly every turn; the buyer does not walk away."""
KNOCK_OUTS: tuple[KnockOut, ...] = get_args(KnockOut)
SOON = timedelta(days=2)
"""How long before its end an assignment is due soon."""


@dataclass(frozen=True, slots=True)
class PassRule:
    """What an attempt is held against; empty: taking part is enough. `bars`: the points (0-100) a dimension must reach."""

    bars: tuple[tuple[Dimension, int], ...] = ()
    knock_outs: tuple[KnockOut, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.bars or self.knock_outs)


@dataclass(frozen=True, slots=True)
class Assignment:
    """`people`: ids; none = whoever in the team practises, also who joins later. `language` None: the rep's choice. `attempts`: at most, None = as
    many as one likes. `time_limit_s`: of an assessment. `until`: a role-play begun before it counts. `revision`: from 1, so that two who change it
    at once notice. `ended_at`: when a manager ended it early."""

    id: str
    team: str
    scenario: str
    level: Level
    mode: Mode
    starts_at: datetime
    until: datetime
    by: str
    made_at: datetime
    people: frozenset[str] = frozenset()
    language: Language | None = None
    time_limit_s: int | None = None
    attempts: int | None = None
    rule: PassRule = field(default_factory=PassRule)
    note: str = ""
    revision: int = 1
    ended_at: datetime | None = None

    def last_moment(self) -> datetime:
        return self.until if self.ended_at is None else min(self.until, self.ended_at)

    def is_open(self, now: datetime) -> bool:
        return self.starts_at <= now < self.last_moment()

    def is_for(self, person: Person) -> bool:
        """Whether it is set for them, as the team stands today."""
        return person.active and self.team in person.teams and (person.id in self.people if self.people else "rep" in person.roles)


State = Literal["to_come", "open", "due_soon", "overdue", "begun", "done", "missed", "ended"]
"""Not yet; to be done; to be done soon; its end has passed and it was not done; a role-play of it goes on; done; every attempt was used up without a
word said; ended by a manager before it was done."""
DUE: frozenset[State] = frozenset({"open", "due_soon", "begun"})
"""What a rep can do something about now."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one person stands with one assignment. `tries`: their role-plays of it, oldest first; `left`: attempts, None = as many as one likes."""

    assignment: Assignment
    state: State
    tries: tuple[RolePlay, ...]
    left: int | None

    @property
    def finished(self) -> tuple[RolePlay, ...]:
        return tuple(one for one in self.tries if counts(one))

    @property
    def going_on(self) -> RolePlay | None:
        return next((one for one in reversed(self.tries) if one.ended is None), None)


def counts(role_play: RolePlay) -> bool:
    """A try that was finished and in which the rep said something."""
    return role_play.ended is not None and role_play.rep_spoke


def standing(assignment: Assignment, tries: Sequence[RolePlay], now: datetime) -> Standing:
    """`tries`: one person's role-plays of this assignment, any order."""
    own = tuple(sorted(tries, key=lambda one: (one.began_at, one.id)))
    left = None if assignment.attempts is None else max(0, assignment.attempts - len(own))
    return Standing(assignment, _state(assignment, own, now), own, left)


def _state(assignment: Assignment, tries: Sequence[RolePlay], now: datetime) -> State:
    if any(counts(one) for one in tries):
        return "done"
    if assignment.ended_at is not None and now >= assignment.ended_at:
        return "ended"
    if now < assignment.starts_at:
        return "to_come"
    if any(one.ended is None for one in tries):
        return "begun"
    if assignment.attempts is not None and len(tries) >= assignment.attempts:
        return "missed"
    if now >= assignment.until:
        return "overdue"
    return "due_soon" if assignment.until - now <= SOON else "open"
