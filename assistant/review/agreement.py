"""How far two sides agree on the same talks: Krippendorff's alpha on points, quadratic weighted kappa, the mean difference, each with an interval.

Alpha: Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), interval metric; from the sums of each unit, as alpha is one minus the
variance within units over the variance of all values. Kappa: Cohen 1968; with quadratic weights it needs only means and variances, so no table.
Intervals: 95 %, bootstrap over talks, seeded. What is enough: Williamson, Xi & Breyer 2012. The well-kept packages for
alpha and ICC are GPL, or bring scipy along for these few lines; tests hold them against published examples.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
TIMES = 1000
SEED = 20_261_128
FEWEST = 5
"""Talks below which nothing is said."""
KAPPA_ENOUGH, SMD_ENOUGH = 0.70, 0.15
HALF_WIDTH = 0.10
"""Of the interval of alpha that one can rely on."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """With its 95 % interval."""

    value: float
    low: float
    high: float

    @property
    def half_width(self) -> float:
        return (self.high - self.low) / 2


@dataclass(frozen=True, slots=True)
class Agreement:
    """`talks`: how many; `difference`: points the first side gives above the second; `smd`: that in standard deviations; `more`: talks still needed
    for an interval of alpha of `HALF_WIDTH` on either side."""

    talks: int
    alpha: Estimate
    kappa: Estimate
    difference: Estimate
    smd: float
    more: int

    @property
    def enough(self) -> bool:
        return self.kappa.value >= KAPPA_ENOUGH and abs(self.smd) <= SMD_ENOUGH

    @property
    def biased(self) -> bool:
        """The difference is no chance, and large enough to matter."""
        return abs(self.smd) > SMD_ENOUGH and (self.difference.low > 0 or self.difference.high < 0)


def agreement(talks: Sequence[Sequence[tuple[float, float]]], step: float = 5.0) -> Agreement | None:
    """Of two sides. `talks`: for each the pairs (first, second) of points on it; `step`: to which kappa rounds them. None of too few talks."""
    if len(talks) < FEWEST:
        return None
    exact = np.array([_pair_sums(one) for one in talks])
    rounded = np.array([_pair_sums([(_to(first, step), _to(second, step)) for first, second in one]) for one in talks])
    drawn = _draws(len(talks))
    alpha = _estimate(_alpha_of_pairs, exact, drawn)
    total = exact.sum(axis=0, keepdims=True)
    return Agreement(
        talks=len(talks),
        alpha=alpha,
        kappa=_estimate(_kappa, rounded, drawn),
        difference=_estimate(_difference, exact, drawn),
        smd=float(_smd(total)[0]),
        more=more_needed(len(talks), alpha.half_width),
    )


def among(talks: Sequence[Sequence[float]]) -> Estimate | None:
    """Alpha among any number of people; `talks`: the points of each talk, at least two. None of too few talks."""
    if len(talks) < FEWEST:
        return None
    return _estimate(_alpha, np.array([_unit_sums(one) for one in talks]), _draws(len(talks)))


def more_needed(talks: int, half_width: float) -> int:
    """The interval narrows with the root of the number of talks; where there is none, nothing can be said."""
    if not math.isfinite(half_width):
        return 0
    return max(0, math.ceil(talks * (half_width / HALF_WIDTH) ** 2) - talks)


def mean_with_interval(values: Sequence[float]) -> Estimate | None:
    """None of too few."""
    if len(values) < FEWEST:
        return None
    return _estimate(lambda sums: sums[:, 1] / sums[:, 0], np.array([(1.0, one) for one in values]), _draws(len(values)))


def _to(value: float, step: float) -> float:
    return step * math.floor(value / step + 0.5)


def _pair_sums(pairs: Sequence[tuple[float, float]]) -> tuple[float, ...]:
    return (
        float(len(pairs)),
        sum(x for x, _ in pairs),
        sum(y for _, y in pairs),
        sum(x * x for x, _ in pairs),
        sum(y * y for _, y in pairs),
        sum((x - y) ** 2 for x, y in pairs),
    )


def _unit_sums(values: Sequence[float]) -> tuple[float, ...]:
    """How many, their sum and sum of squares, and how many times their variance."""
    many, total, squares = len(values), sum(values), sum(one * one for one in values)
    return float(many), float(total), float(squares), many * (squares - total * total / many) / (many - 1)


def _draws(talks: int) -> Floats:
    """How often each talk is drawn, draw by draw."""
    return np.random.default_rng(SEED).multinomial(talks, np.full(talks, 1 / talks), size=TIMES).astype(np.float64)


def _estimate(of: Callable[[Floats], Floats], sums: Floats, drawn: Floats) -> Estimate:
    value = float(of(sums.sum(axis=0, keepdims=True))[0])
    found = of(drawn @ sums)
    found = found[np.isfinite(found)]
    low, high = (float(one) for one in np.percentile(found, (2.5, 97.5))) if len(found) else (value, value)
    return Estimate(value, low, high)


def _over(part: Floats, whole: Floats) -> Floats:
    """Where everybody gives everything the same there is nothing to disagree about and nothing to show agreement: nan."""
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(whole > 0, part / whole, np.nan)


def _alpha(sums: Floats) -> Floats:
    many, total, squares, within = sums.T
    variance = (squares - total * total / many) / (many - 1)
    return 1 - _over(within / many, variance)


def _alpha_of_pairs(sums: Floats) -> Floats:
    pairs, x, y, xx, yy, apart = sums.T
    both = 2 * pairs
    return _alpha(np.stack([both, x + y, xx + yy, apart], axis=1))


def _kappa(sums: Floats) -> Floats:
    pairs, x, y, xx, yy, apart = sums.T
    by_chance = (xx + yy) / pairs - 2 * (x / pairs) * (y / pairs)
    return 1 - _over(apart / pairs, by_chance)


def _difference(sums: Floats) -> Floats:
    pairs, x, y, *_ = sums.T
    return np.asarray((x - y) / pairs)


def _smd(sums: Floats) -> Floats:
    pairs, x, y, xx, yy, _ = sums.T
    spread = np.sqrt(((xx - x * x / pairs) + (yy - y * y / pairs)) / (2 * np.maximum(pairs - 1, 1)))
    return np.nan_to_num(_over((x - y) / pairs, spread))
