"""What can honestly be said of outcomes beside practice. Pure. Few people and much else at work: below ten people no relation is told at all."""

import math
from collections.abc import Mapping, Sequence
from statistics import fmean

from assistant.domain.outcome import Outcome, Related, Share

FEWEST_PEOPLE = 10
"""From which on a rank correlation is told: with ten, only one beyond about .65 is surely more than chance."""
FEWEST_DEALS = 5
"""Closed deals of a person from which on their share of won ones is held against anything."""
Z = 1.96
WIDER = 1.06
"""The variance of Fisher's z for ranks (Fieller, Hartley & Pearson 1957)."""


def won_share(outcomes: Sequence[Outcome]) -> Share | None:
    """Of one person's closed deals; None without any."""
    deals = [one for one in outcomes if one.kind == "deals"]
    if not deals:
        return None
    n, won = len(deals), sum(one.value > 0 for one in deals)
    centre, wide = won / n + Z**2 / (2 * n), Z * math.sqrt(won / n * (1 - won / n) / n + Z**2 / (4 * n**2))
    return Share(won, n, (centre - wide) / (1 + Z**2 / n), (centre + wide) / (1 + Z**2 / n))


def monthly(outcomes: Sequence[Outcome], name: str) -> float | None:
    """The mean of a person's months of this KPI."""
    values = [one.value for one in outcomes if one.kind == "kpi" and one.name == name]
    return fmean(values) if values else None


def related(first: Mapping[str, float], second: Mapping[str, float]) -> Related | None:
    """Over the people who have both; None with fewer than ten, and where all are alike in one."""
    both = [one for one in first if one in second]
    if len(both) < FEWEST_PEOPLE:
        return None
    a, b = _ranks([first[one] for one in both]), _ranks([second[one] for one in both])
    mean = (len(both) + 1) / 2
    spread = math.sqrt(sum((one - mean) ** 2 for one in a) * sum((one - mean) ** 2 for one in b))
    if spread == 0:
        return None
    rho = sum((x - mean) * (y - mean) for x, y in zip(a, b, strict=True)) / spread
    z, half = math.atanh(max(-0.999999, min(0.999999, rho))), Z * math.sqrt(WIDER / (len(both) - 3))
    return Related(rho, math.tanh(z - half), math.tanh(z + half), len(both))


def _ranks(values: Sequence[float]) -> list[float]:
    """From 1; equals share the middle of theirs."""
    ordered = sorted(values)
    return [(ordered.index(one) + 1 + len(ordered) - ordered[::-1].index(one)) / 2 for one in values]
