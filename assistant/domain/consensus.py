"""What trainers think of a talk together: each one's severity is taken out first, so that it matters less who happened to score it. Pure.

An additive model of talks and trainers by alternating means; severities are drawn towards none, the more the fewer talks a trainer has scored.
"""

from collections import defaultdict
from collections.abc import Mapping
from statistics import fmean

ROUNDS = 50
SHRINK = 4.0
"""Talks that a trainer's severity is worth when they have scored none with others."""


def severities(scores: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """Trainer -> points they give above the others on the same talks. `scores`: talk -> trainer -> points. Talks that one trainer alone has scored
    say nothing about it."""
    shared = {talk: by for talk, by in scores.items() if len(by) > 1}
    trainers = {one for by in scores.values() for one in by}
    above = dict.fromkeys(trainers, 0.0)
    for _ in range(ROUNDS):
        apart: dict[str, list[float]] = defaultdict(list)
        for by in shared.values():
            middle = fmean(points - above[one] for one, points in by.items())
            for one, points in by.items():
                apart[one].append(points - middle)
        above = {one: sum(apart[one]) / (len(apart[one]) + SHRINK) for one in trainers}
        mean = fmean(above.values()) if above else 0.0
        above = {one: value - mean for one, value in above.items()}
    return above


def consensus(scores: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """Talk -> points, 0-100."""
    above = severities(scores)
    return {talk: min(100.0, max(0.0, fmean(points - above[one] for one, points in by.items()))) for talk, by in scores.items() if by}
