"""Agreement figures, held against published examples and against their own definitions."""

from itertools import product
from random import Random

import pytest

from assistant.domain.consensus import consensus, severities
from assistant.review.agreement import agreement, among, mean_with_interval, more_needed

KRIPPENDORFF = (
    (1, 1, None, 1), (2, 2, 3, 2), (3, 3, 3, 3), (3, 3, 3, 3), (2, 2, 2, 2), (1, 2, 3, 4), (4, 4, 4, 4), (1, 1, 2, 1), (2, 2, 2, 2),
    (None, 5, 5, 5), (None, None, 1, 1),
)  # fmt: skip
"""Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section C: four observers, twelve units, one of which a single one judged."""


def test_alpha_is_that_of_krippendorff_s_own_example() -> None:
    found = among([[float(one) for one in unit if one is not None] for unit in KRIPPENDORFF])
    assert found is not None
    assert found.value == pytest.approx(0.849, abs=0.0005)
    assert found.low < found.value < found.high


def test_quadratic_weighted_kappa_is_that_of_scikit_learn_s_example() -> None:
    first, second = [0] * 46 + [1] * 44 + [2] * 10, [0] * 50 + [1] * 40 + [2] * 10
    found = agreement([[(float(x), float(y))] for x, y in zip(first, second, strict=True)], step=1.0)
    assert found is not None
    assert found.kappa.value == pytest.approx(0.9541, abs=0.00005)


def test_kappa_is_what_its_table_of_weights_gives() -> None:
    dice = Random(3)
    pairs = [(float(dice.randrange(5)), float(min(4, max(0, dice.randrange(5) + dice.randrange(2))))) for _ in range(80)]
    found = agreement([[one] for one in pairs], step=1.0)
    seen = sum((x - y) ** 2 for x, y in pairs) / len(pairs)
    chance = sum((x - y) ** 2 for (x, _), (_, y) in product(pairs, pairs)) / len(pairs) ** 2
    assert found is not None
    assert found.kappa.value == pytest.approx(1 - seen / chance)


def test_alpha_of_two_sides_is_that_of_the_same_units() -> None:
    dice = Random(5)
    pairs = [(dice.uniform(20, 90), dice.uniform(20, 90)) for _ in range(30)]
    two, many = agreement([[one] for one in pairs]), among(pairs)
    assert two is not None
    assert many is not None
    assert two.alpha.value == pytest.approx(many.value)


def test_a_kind_machine_is_found_biased_and_an_even_one_not() -> None:
    dice = Random(1)
    true = [dice.gauss(55, 12) for _ in range(80)]
    even, kind = ([[(one + above + dice.gauss(0, 4), one + dice.gauss(0, 4))] for one in true] for above in (0.0, 9.0))
    good, bad = agreement(even), agreement(kind)
    assert good is not None
    assert bad is not None
    assert good.enough
    assert not good.biased
    assert bad.biased
    assert bad.difference.value == pytest.approx(9, abs=2)
    assert bad.difference.low > 0


def test_intervals_narrow_and_hold_what_is_true_about_as_often_as_they_say() -> None:
    dice, held = Random(8), 0
    for _ in range(60):
        found = mean_with_interval([dice.gauss(3, 10) for _ in range(40)])
        assert found is not None
        held += found.low <= 3 <= found.high
    assert held >= 51
    wide, narrow = (mean_with_interval([dice.gauss(0, 10) for _ in range(many)]) for many in (20, 200))
    assert wide is not None
    assert narrow is not None
    assert narrow.half_width < wide.half_width / 1.8


def test_what_is_still_needed_grows_with_the_square_of_the_interval() -> None:
    assert (more_needed(20, 0.1), more_needed(20, 0.2), more_needed(20, 0.05)) == (0, 60, 0)


def test_of_too_few_nothing_is_said_and_of_one_number_no_agreement() -> None:
    assert agreement([[(1.0, 2.0)]] * 4) is None
    assert among([[1.0, 2.0]] * 4) is None
    same = agreement([[(50.0, 50.0)]] * 9)
    assert same is not None
    assert same.kappa.value != same.kappa.value, "nobody differs, so there is nothing to agree about"
    assert same.difference.value == 0


def test_a_severe_trainer_weighs_no_more_on_those_they_happened_to_score() -> None:
    dice = Random(2)
    true = {f"t{number}": dice.uniform(30, 80) for number in range(60)}
    above = {"kind": 8.0, "even": 0.0, "severe": -8.0}
    scores = {talk: {one: points + above[one] + dice.gauss(0, 2) for one in dice.sample(sorted(above), 2)} for talk, points in true.items()}
    found = severities(scores)
    assert found["kind"] - found["severe"] == pytest.approx(14.5, abs=2), "16, drawn towards nothing"
    plain = {talk: sum(by.values()) / len(by) for talk, by in scores.items()}
    together = consensus(scores)
    error = {name: sum((of[talk] - points) ** 2 for talk, points in true.items()) for name, of in (("plain", plain), ("together", together))}
    assert error["together"] < error["plain"] / 2
    assert severities({"t": {"alone": 70.0}}) == {"alone": 0.0}
