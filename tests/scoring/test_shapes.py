"""Shapes turn values into credit between 0 and 1, in the direction they promise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from assistant.scoring.shapes import Band, Floor, Saturating

VALUES = st.floats(-1e6, 1e6)


@given(VALUES, VALUES, st.floats(-100, 100), st.floats(0.01, 100))
def test_more_never_earns_less_with_a_floor(a: float, b: float, none: float, span: float) -> None:
    shape = Floor(kind="floor", none=none, full=none + span)
    low, high = sorted((a, b))
    assert 0 <= shape.credit(low) <= shape.credit(high) <= 1


@given(VALUES, VALUES, st.floats(0.01, 100))
def test_more_never_earns_less_when_saturating_and_the_first_ones_count_most(a: float, b: float, half: float) -> None:
    shape = Saturating(kind="saturating", half=half)
    low, high = sorted((a, b))
    assert 0 <= shape.credit(low) <= shape.credit(high) <= 1
    assert shape.credit(half) == pytest.approx(0.5)
    assert shape.credit(half) - shape.credit(0) >= shape.credit(2 * half) - shape.credit(half)


@given(VALUES, st.lists(st.floats(-100, 100), min_size=4, max_size=4))
def test_a_band_pays_fully_inside_and_less_the_further_outside(value: float, edges: list[float]) -> None:
    least, low, high, most = sorted(edges)
    shape = Band(kind="band", least=least, low=low, high=high, most=most)
    assert 0 <= shape.credit(value) <= 1
    assert shape.credit(low) == shape.credit(high) == 1
    if value > high:
        assert shape.credit(value) >= shape.credit(value + 1)


def test_edges_in_the_wrong_order_are_refused() -> None:
    with pytest.raises(ValidationError, match="least <= low"):
        Band(kind="band", least=2, low=1, high=3, most=4)
    with pytest.raises(ValidationError, match="none < full"):
        Floor(kind="floor", none=1, full=1)
