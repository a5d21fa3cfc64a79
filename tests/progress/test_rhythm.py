"""Weeks of practice: of the viewer's calendar, without ranks."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from assistant.progress.rhythm import WEEKS, rhythm

NOW = datetime(2026, 11, 27, 3, tzinfo=UTC)
"""A Friday."""


def weeks_ago(*weeks: int) -> list[datetime]:
    return [NOW - timedelta(weeks=one) for one in weeks]


def test_weeks_in_a_row_end_with_this_one_or_the_last() -> None:
    assert rhythm(weeks_ago(0, 1, 2, 4), NOW, UTC).in_a_row == 3
    assert rhythm(weeks_ago(1, 2, 4), NOW, UTC).in_a_row == 2, "this week need not have begun"
    assert rhythm(weeks_ago(2, 3), NOW, UTC).in_a_row == 0
    assert rhythm([], NOW, UTC).in_a_row == 0


def test_a_monday_morning_in_seoul_is_no_sunday() -> None:
    """Sunday 23:30 in London, Monday 8:30 in Seoul."""
    at = datetime(2026, 11, 22, 23, 30, tzinfo=UTC)
    assert [one.role_plays for one in rhythm([at], NOW, ZoneInfo("Asia/Seoul")).weeks[-2:]] == [0, 1]
    assert [one.role_plays for one in rhythm([at], NOW, UTC).weeks[-2:]] == [1, 0]


@given(st.lists(st.integers(0, 40 * 7 * 24), max_size=60))
def test_every_role_play_of_these_weeks_is_in_one_of_them(hours: list[int]) -> None:
    moments = [NOW - timedelta(hours=one) for one in hours]
    found = rhythm(moments, NOW, UTC)
    first = found.weeks[0].monday
    assert len(found.weeks) == WEEKS
    assert found.weeks[-1].monday == date(2026, 11, 23)
    assert sum(one.role_plays for one in found.weeks) == sum(one.date() >= first for one in moments)
    assert 0 <= found.practised <= WEEKS
    assert found.in_a_row <= len({one.date() for one in moments})
