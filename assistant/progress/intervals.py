"""Means of a few people with what they are sure of, and what two groups differ by. Pure. (Student 1908; Welch 1947)"""

import math
from collections.abc import Sequence
from statistics import fmean, variance

from assistant.domain.team import Interval

FEWEST = 3
"""People from which on a group's mean is told: with fewer it would be one person's, by another name."""
_T = (
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086,
    2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
)  # fmt: skip
"""Student's t at 97.5 %, by degrees of freedom from 1."""


def t_975(degrees: float) -> float:
    """Between whole degrees the lower one, which is the wider interval."""
    return _T[max(1, int(degrees)) - 1] if degrees < len(_T) + 1 else 1.96 + 2.4 / degrees


def interval(values: Sequence[float]) -> Interval | None:
    """None below three."""
    if len(values) < FEWEST:
        return None
    mean = fmean(values)
    half = t_975(len(values) - 1) * math.sqrt(variance(values) / len(values))
    return Interval(mean, mean - half, mean + half, len(values))


def difference(first: Sequence[float], second: Sequence[float]) -> tuple[float, float, float] | None:
    """(second less first, low, high); None where either has fewer than three."""
    if min(len(first), len(second)) < FEWEST:
        return None
    a, b = variance(first) / len(first), variance(second) / len(second)
    by = fmean(second) - fmean(first)
    if a + b == 0:
        return by, by, by
    degrees = (a + b) ** 2 / (a**2 / (len(first) - 1) + b**2 / (len(second) - 1))
    half = t_975(degrees) * math.sqrt(a + b)
    return by, by - half, by + half
