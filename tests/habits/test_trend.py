"""Whether a habit grows or fades: never told from too few, and only beyond what chance does."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.habits.trend import direction, limits, trend
from tests.habits.speech import TURNS, role_plays


@given(st.lists(st.tuples(st.integers(0, 12), st.integers(1, 12)), max_size=5))
def test_fewer_than_six_role_plays_have_no_direction(rows: list[tuple[int, int]]) -> None:
    assert direction([min(said, of) for said, of in rows], [of for _, of in rows]) is None


@pytest.mark.parametrize(
    ("said", "way"),
    [
        ([6] * 6 + [0, 0, 0], "less"),
        ([1] * 6 + [7, 8, 7], "more"),
        ([3, 2, 4, 3, 2, 4, 3, 2, 3], "same"),
        ([3, 4, 3, *[2] * 8], "less"),
        ([0] * 9, "same"),
    ],
)
def test_a_change_is_told_from_the_last_three_or_from_eight_on_one_side(said: list[int], way: str) -> None:
    assert direction(said, [TURNS] * len(said)) == way


def test_chance_seldom_looks_like_a_change() -> None:
    dice = Random(7)
    told = [direction([sum(dice.random() < 0.25 for _ in range(TURNS)) for _ in range(20)], [TURNS] * 20) for _ in range(400)]
    assert sum(one != "same" for one in told) <= 0.05 * len(told)


@given(st.floats(0, 1), st.integers(1, 60))
def test_limits_hold_the_share_and_narrow_with_more_turns(share: float, turns: int) -> None:
    low, high = limits(share, turns)
    assert 0 <= low <= share <= high <= 1
    narrower = limits(share, turns + 1)
    assert narrower[1] - narrower[0] <= high - low + 1e-9


def test_a_course_has_a_point_for_every_role_play() -> None:
    held = role_plays("me", 7, 1)
    course = trend(held, [6, 6, 6, 6, 0, 0, 0])
    assert [one.role_play for one in course.points] == [one.id for one in held]
    assert [one.share for one in course.points] == [0.5] * 4 + [0] * 3
    assert course.usual == 0.5
    assert course.direction == "less"
