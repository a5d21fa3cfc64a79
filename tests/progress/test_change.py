"""What counts as a change: three role-plays at least, and more than chance."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.assembly import KNOWLEDGE
from assistant.domain.progress import ScoredPoint
from assistant.progress.change import BAND_Z, change
from assistant.scoring.rubric import read_rubric

BEGAN = datetime(2026, 9, 21, tzinfo=UTC)
VALUES = st.floats(0, 100)


def points(*values: float, half: float = 12.0) -> list[ScoredPoint]:
    return [
        ScoredPoint(f"r{day}", BEGAN + timedelta(days=day), 2, value, max(0.0, value - half), min(100.0, value + half))
        for day, value in enumerate(values)
    ]


@given(st.lists(VALUES, max_size=2))
def test_fewer_than_three_role_plays_tell_no_change(values: list[float]) -> None:
    assert change(points(*values)) is None


@given(st.lists(VALUES, min_size=3, max_size=30), st.floats(2, 40))
def test_a_change_is_told_only_beyond_what_is_needed(values: list[float], half: float) -> None:
    found = change(points(*values, half=half))
    assert found is not None
    assert (found.verdict == "steady") == (abs(found.now - found.before) < found.needed)
    assert found.verdict != "risen" or found.now > found.before
    assert found.verdict != "fallen" or found.now < found.before


@given(st.lists(VALUES, min_size=3, max_size=30))
def test_the_same_scores_backwards_are_the_opposite_change(values: list[float]) -> None:
    forth, back = change(points(*values)), change(points(*reversed(values)))
    assert forth is not None
    assert back is not None
    opposite = {"risen": "fallen", "fallen": "risen", "steady": "steady"}
    assert back.verdict == opposite[forth.verdict]
    assert back.needed == pytest.approx(forth.needed)


@given(st.lists(VALUES, min_size=3, max_size=30), st.floats(1, 30), st.floats(0, 30))
def test_wider_bands_need_more(values: list[float], half: float, wider: float) -> None:
    """Bands that end at 0 or 100 say as much as their other side."""
    inside = [10 + 0.8 * value for value in values]
    narrow, wide = change(points(*inside, half=half)), change(points(*inside, half=half + wider))
    assert narrow is not None
    assert wide is not None
    assert wide.needed >= narrow.needed - 1e-9


def test_a_rise_like_a_learner_s_is_told_and_three_and_three_make_one() -> None:
    found = change(points(40, 44, 41, 48, 52, 60, 66, 70, 68))
    assert found is not None
    assert (found.verdict, found.of) == ("risen", 3)


def test_whoever_varies_much_needs_more_to_have_changed() -> None:
    calm, restless = change(points(50, 51, 50, 60, 61, 60)), change(points(30, 71, 30, 80, 31, 80))
    assert calm is not None
    assert restless is not None
    assert restless.needed > calm.needed


def test_chance_alone_seldom_tells_a_change() -> None:
    """Scores that vary as much as their bands say, around the same skill."""
    for count in (3, 6, 12, 24):
        dice = Random(count)
        told = [change(points(*(55 + dice.gauss(0, 12 / BAND_Z) for _ in range(count)))) for _ in range(500)]
        assert sum(one is not None and one.verdict != "steady" for one in told) <= 0.05 * len(told), count


def test_the_band_is_read_as_the_rubric_means_it() -> None:
    assert read_rubric(Path(KNOWLEDGE / "rubrics" / "default.yaml")).file.sureness.z == BAND_Z


def test_a_band_cut_off_at_the_end_of_the_scale_counts_by_its_whole_side() -> None:
    whole = points(50, 50, 50)
    cut = [replace(one, high=one.value) for one in whole]
    assert change(cut) == change(whole)
