"""The statistics of the benchmarks: ranks, Spearman's rho, the area under the curve, ridge regression. numpy only."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]
Figure = Literal["AUC", "rho"]
ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared" / "data"
"""Where the labelled files are in development; any folder can be given with --data."""

GOALS: dict[str, tuple[str, Figure, float, float]] = {
    "offers_warm_tough_en": ("warm", "AUC", 0.94, 0.81),
    "receptiveness_en": ("warm", "rho", 0.45, 0.21),
    "uptake_en": ("human", "rho", 0.54, 0.51),
    "feedback_specificity_en": ("human", "rho", 0.35, 0.28),
    "tydip_politeness_ko": ("warm", "rho", 0.70, 0.29),
    "kote_warm_cold_ko": ("warm", "AUC", 0.90, 0.64),
    "kocohub_respect_ko": ("warm", "AUC", 0.80, 0.59),
    "act_3i4k_ko": ("question", "AUC", 0.97, 0.58),
}
"""File -> what is read of the last rep turn, the figure, the goal, the floor."""


def rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def ranks(values: Vector) -> Vector:
    """Mean ranks from 1, ties shared."""
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    ends = np.cumsum(counts)
    return np.asarray((ends - (counts - 1) / 2)[inverse], dtype=np.float64)


def rho(a: Vector, b: Vector) -> float:
    """Spearman's; 0 where one of them does not vary."""
    if np.ptp(a) == 0 or np.ptp(b) == 0:
        return 0.0
    return float(np.corrcoef(ranks(a), ranks(b))[0, 1])


def auc(labels: Vector, values: Vector) -> float:
    """How often a positive stands above a negative, ties half."""
    positive = labels > 0.5
    wins = ranks(values)[positive].sum() - positive.sum() * (positive.sum() + 1) / 2
    return float(wins / (positive.sum() * (~positive).sum()))


def figure(kind: Figure, labels: Vector, values: Vector) -> float:
    return auc(labels, values) if kind == "AUC" else rho(labels, values)


def ridge(features: Vector, labels: Vector, penalty: Vector, weights: Vector, towards: Vector | None = None) -> Vector:
    """Weighted ridge regression of centred labels on centred features, with its own penalty per feature, towards given weights (else towards 0)."""
    prior = np.zeros(features.shape[1]) if towards is None else towards
    root = np.sqrt(weights)[:, None]
    left = features * root
    right = (labels - features @ prior) * root[:, 0]
    if left.shape[1] > left.shape[0]:
        scaled = left / penalty
        return np.asarray(prior + scaled.T @ np.linalg.solve(scaled @ left.T + np.eye(len(left)), right))
    return np.asarray(prior + np.linalg.solve(left.T @ left + np.diag(penalty), left.T @ right))


def folds(groups: list[str], count: int = 5) -> NDArray[np.int64]:
    """A fold for each row; rows of one group share it."""
    order = {group: place for place, group in enumerate(sorted(set(groups), key=lambda group: hash_of(group)))}
    return np.array([order[group] % count for group in groups])


def hash_of(text: str) -> int:
    """The same in every process."""
    value = 5381
    for char in text:
        value = (value * 33 + ord(char)) % 2**32
    return value
