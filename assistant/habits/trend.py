"""Whether a habit is on the way out or in: a control chart over role-plays, each with the limits its number of turns allows. Pure.

(design: measurement 6; Shewhart's p-chart, and the rule of eight on one side)
"""

import math
from collections.abc import Sequence

from assistant.domain.habit import Direction, Trend, TrendPoint
from assistant.habits.spoken import Spoken

LATEST = 3
"""The last role-plays, held together against the ones before; never fewer, on either side."""
ONE_SIDE = 8
SIGMAS = 3.0


def trend(role_plays: Sequence[Spoken], said: Sequence[int]) -> Trend:
    """`said`: turns of each role-play that hold it; oldest first, none without turns."""
    turns = [len(one.turns) for one in role_plays]
    earlier = len(turns) - LATEST if len(turns) >= 2 * LATEST else len(turns)
    usual = _share(said[:earlier], turns[:earlier])
    points = tuple(TrendPoint(one.id, one.at, count / of, *limits(usual, of)) for one, count, of in zip(role_plays, said, turns, strict=True))
    return Trend(points, usual, direction(said, turns))


def limits(share: float, turns: int) -> tuple[float, float]:
    """Three sigmas around the share, within 0 and 1."""
    half = SIGMAS * math.sqrt(share * (1 - share) / turns)
    return max(0.0, share - half), min(1.0, share + half)


def direction(said: Sequence[int], turns: Sequence[int]) -> Direction | None:
    """'more' or 'less' when the last three together leave the limits of all before them, or the last eight all lie on one side of what was usual
    before; None with fewer than three on either side."""
    if len(turns) < 2 * LATEST:
        return None
    usual = _share(said[:-LATEST], turns[:-LATEST])
    now, many = _share(said[-LATEST:], turns[-LATEST:]), sum(turns[-LATEST:])
    low, high = limits(_half_more(said[:-LATEST], turns[:-LATEST]), many)
    if now > high and now > usual:
        return "more"
    if now < low and now < usual:
        return "less"
    return _one_side(said, turns) or "same"


def _one_side(said: Sequence[int], turns: Sequence[int]) -> Direction | None:
    if len(turns) < ONE_SIDE + LATEST:
        return None
    usual = _share(said[:-ONE_SIDE], turns[:-ONE_SIDE])
    shares = [count / of for count, of in zip(said[-ONE_SIDE:], turns[-ONE_SIDE:], strict=True)]
    if all(one > usual for one in shares):
        return "more"
    return "less" if all(one < usual for one in shares) else None


def _share(said: Sequence[int], turns: Sequence[int]) -> float:
    return sum(said) / sum(turns)


def _half_more(said: Sequence[int], turns: Sequence[int]) -> float:
    """Shrunk by half a turn, so that never before is no certainty."""
    return (sum(said) + 0.5) / (sum(turns) + 1)
