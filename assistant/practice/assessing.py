"""Assessments: how often one may be taken, how long it lasts, and when it is over. Pure; the store holds to it, not the browser."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta, tzinfo
from typing import TypedDict

from assistant.domain.roleplay import Ending, Mode, RolePlay
from assistant.domain.terms import Terms
from assistant.errors import InputError

TIME_LIMIT = "time_limit"
"""Why an assessment ended whose time had run out."""


class Limits(TypedDict, total=False):
    """What terms add to a role-play."""

    mode: Mode
    time_limit_s: int | None
    attempt: int | None
    attempts: int | None
    assignment: str | None
    share_at_end: frozenset[str]


def limits_of(mine: Sequence[RolePlay], scenario: str, terms: Terms) -> Limits:
    """Of the next attempt. Raises InputError when there is none left."""
    if attempts_left(mine, scenario, terms) == 0:
        raise InputError(
            ko="정해진 기회를 다 썼어요. 연습으로는 얼마든지 만날 수 있어요.",
            en="You have used every attempt. You can still practise with this buyer as often as you like.",
        )
    return {
        "mode": terms.mode,
        "time_limit_s": terms.time_limit_s,
        "attempt": attempts_made(mine, scenario, terms) + 1,
        "attempts": terms.attempts,
        "assignment": terms.assignment,
        "share_at_end": terms.share_with,
    }


def for_today(now: datetime, zone: tzinfo | None) -> Terms:
    """One's own terms, without an assignment: so many a day, the day being the rep's (`zone` None = the server's)."""
    return Terms(since=now.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0))


def attempts_made(mine: Iterable[RolePlay], scenario: str, terms: Terms) -> int:
    """`mine`: the rep's role-plays. One that was begun counts, whatever became of it; what was assigned and what was not are counted apart."""
    if terms.assignment is not None:
        return sum(one.assignment == terms.assignment for one in mine)
    own = (one for one in mine if one.mode == "assessment" and one.assignment is None and one.scenario == scenario)
    return sum(terms.since is None or one.began_at >= terms.since for one in own)


def attempts_left(mine: Iterable[RolePlay], scenario: str, terms: Terms) -> int | None:
    """None = as many as one likes."""
    return None if terms.attempts is None else max(0, terms.attempts - attempts_made(mine, scenario, terms))


def out_of_time(role_play: RolePlay, now: datetime) -> Ending | None:
    """How it ends when its time is up. What the rep said in time is answered first, unless that has failed."""
    deadline = role_play.deadline()
    if deadline is None or now < deadline or role_play.ended or (role_play.waits_for_buyer() and not role_play.fault):
        return None
    mind = role_play.mind()
    last = max((turn.sent_at for turn in role_play.turns), default=deadline)
    return Ending("limit", "committed" if mind and mind.agreed else "open", TIME_LIMIT, max(deadline, last))


def time_left(role_play: RolePlay, now: datetime) -> timedelta | None:
    """None without a time limit, never less than nothing."""
    deadline = role_play.deadline()
    return None if deadline is None else max(timedelta(), deadline - now)
