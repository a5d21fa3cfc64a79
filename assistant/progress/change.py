"""Whether a score has really changed: the first role-plays against the last, by as much as chance would hardly bring. Pure.

(design: measurement 7.1; the reliable change index of Jacobson & Truax 1991, for means of several role-plays)
"""

import math
from collections.abc import Sequence
from itertools import pairwise
from statistics import fmean

from assistant.domain.progress import Change, ScoredPoint, Verdict

FEWEST = 3
"""Role-plays from which on a change can be told at all."""
MOST = 5
"""Role-plays at either end that are held against each other, at most; else a third of them."""
BAND_Z = 1.28
"""A score's band holds eight of ten; half of it is so many standard errors. The default rubric's `sureness.z`."""
SURE_Z = 1.96
MOVING_RANGE = 1.128
"""Mean difference of two neighbours over the standard deviation (Shewhart); a slow rise hardly adds to it."""


def change(points: Sequence[ScoredPoint]) -> Change | None:
    """`points`: oldest first; None with fewer than three."""
    if len(points) < FEWEST:
        return None
    of = max(1, min(MOST, len(points) // 3))
    first, last = points[:of], points[-of:]
    between = _between(points)
    needed = SURE_Z * math.hypot(_uncertainty(first, between), _uncertainty(last, between))
    before, now = fmean(one.value for one in first), fmean(one.value for one in last)
    verdict: Verdict = "steady" if abs(now - before) < needed else "risen" if now > before else "fallen"
    return Change(verdict, before, now, of, needed)


def _uncertainty(points: Sequence[ScoredPoint], between: float) -> float:
    """Standard error of their mean: what each score's band says of it, or what this rep's scores vary by from one role-play to the next, if that is
    more: another buyer, another day."""
    own = math.sqrt(sum(_error(one) ** 2 for one in points)) / len(points)
    return max(own, between / math.sqrt(len(points)))


def _error(one: ScoredPoint) -> float:
    """The wider half of the band, as the other may end at 0 or 100."""
    return max(one.high - one.value, one.value - one.low) / BAND_Z


def _between(points: Sequence[ScoredPoint]) -> float:
    return fmean(abs(after.value - before.value) for before, after in pairwise(points)) / MOVING_RANGE
