"""How long talks are kept, what is deleted and why, and who has looked at what."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, get_args

from assistant.domain.people import Person

ErasedKind = Literal["person", "role_play", "file"]
"""A person with everything they said; a role-play with what was built on it; a file of real conversations with all of them."""
ERASED_KINDS: tuple[ErasedKind, ...] = get_args(ErasedKind)
ErasedWhy = Literal["asked", "retention", "restored"]
"""`restored`: it had been deleted, and an old copy of the database brought it back."""
NO_TEAM = ""
"""In place of a team's id: people who are in none, and a Maju of one's own."""
SHORTEST_DAYS, LONGEST_DAYS = 30, 3650


@dataclass(frozen=True, slots=True)
class Retention:
    """How many days the talks of a team's people are kept. It counts from `since`, so that people can be told before anything is deleted."""

    team: str
    days: int
    since: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Erasure:
    """One deletion that was asked for: done at `due_at` or soon after; until then it can be taken back."""

    number: int
    kind: ErasedKind
    thing: str
    why: ErasedWhy
    by: str
    asked_at: datetime
    due_at: datetime


@dataclass(frozen=True, slots=True)
class Gone:
    """What is remembered of a deletion: ids, never words."""

    kind: ErasedKind
    thing: str
    at: datetime


@dataclass(frozen=True, slots=True)
class KeptTalk:
    """A role-play or a file of conversations, as far as keeping it is concerned. `on`: the role-play it was built on (a second try, a later call)."""

    kind: ErasedKind
    id: str
    owner: str
    at: datetime
    on: str | None = None
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Sought:
    """Which records of what was done are looked for; None: whatever it is. `since` included, `until` not."""

    by: str | None = None
    not_by: str | None = None
    action: str | None = None
    owner: str | None = None
    since: datetime | None = None
    until: datetime | None = None


def kept_days(teams: Iterable[str], retentions: Mapping[str, Retention]) -> Retention | None:
    """The rule for somebody in these teams: the longest of their teams'; None where one of them keeps everything."""
    rules = [retentions.get(team) for team in (list(teams) or [NO_TEAM])]
    if any(one is None for one in rules):
        return None
    return max((one for one in rules if one is not None), key=lambda one: one.days)


def groups(talks: Iterable[KeptTalk]) -> list[list[KeptTalk]]:
    """Talks that go together, the one that others were built on first: a later call makes no sense without the one before."""
    talks = list(talks)
    known = {one.id: one for one in talks}

    def root(one: KeptTalk) -> str:
        passed = {one.id}
        while one.on in known and one.on not in passed:
            one = known[one.on]
            passed.add(one.id)
        return one.id

    found: dict[str, list[KeptTalk]] = {}
    for one in sorted(talks, key=lambda one: (one.at, one.id)):
        found.setdefault(root(one), []).append(one)
    return [sorted(together, key=lambda one: one.id != first) for first, together in found.items()]


def due(together: Iterable[KeptTalk], rule: Retention) -> datetime:
    """When talks that go together are deleted: counted from the last of them, and not before the rule counts."""
    return max(max(one.at for one in together) + timedelta(days=rule.days), rule.since)


def teams_of(people: Iterable[Person]) -> dict[str, frozenset[str]]:
    """Person id -> team ids."""
    return {one.id: one.teams for one in people}
