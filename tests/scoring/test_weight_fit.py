"""Fitting weights to graded talks finds what tells them apart, and leaves alone what says nothing."""

import numpy as np

from tests.benchmarks.weight_fit import Sheet, fitted, left_out

GRADES = [1, 1, 2, 3, 3, 4, 5, 5, 2, 4]


def planted() -> Sheet:
    """One measure that follows the grades, one of chance, and one that only a single talk shows."""
    chance = np.random.default_rng(7).random(len(GRADES))
    credit = np.column_stack([np.array(GRADES) / 5, chance, np.eye(len(GRADES))[0]])
    seen = np.column_stack([np.ones((len(GRADES), 2)), np.eye(len(GRADES))[0]])
    pairs = tuple((a, b, GRADES[a] - GRADES[b]) for a in range(len(GRADES)) for b in range(len(GRADES)) if GRADES[a] > GRADES[b])
    return Sheet(("follows", "chance", "once"), np.ones(3), credit, seen, pairs)


def test_what_follows_the_grades_gains_on_what_does_not() -> None:
    given = planted()
    weights = fitted(given, hold=0.03)
    assert weights[0] > 1.3 > 0.8 > weights[1]
    assert given.right(weights, iter(given.pairs))[0] >= given.right(given.weights, iter(given.pairs))[0]


def test_the_tighter_the_hold_the_nearer_to_the_rubric() -> None:
    loose, tight = (fitted(planted(), hold) for hold in (0.01, 1.0))
    assert np.abs(np.log(tight)).max() < np.abs(np.log(loose)).max()


def test_every_pair_is_asked_of_weights_that_saw_neither_or_one_of_its_talks() -> None:
    given = planted()
    apart = sum(1 for *_, grades in given.pairs if grades >= 2)
    right, total = left_out(given, hold=0.1)
    assert apart <= total <= 2 * apart
    assert right <= total
