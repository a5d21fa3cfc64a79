"""The team that leaves a past behind: the same one for the same seed, real role-plays, scored and dated as if they had been held then."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assistant.domain.people import LOCAL_PERSON
from assistant.store import open_store
from tests.team.people import TEAM, along
from tests.team.weeks import WEEKS, diary, made

UNTIL = datetime(2026, 11, 27, tzinfo=UTC)
DEALS = [f"deal{number}" for number in range(8)]


def test_a_curve_is_straight_between_its_points_and_flat_outside() -> None:
    curve = ((2.0, 0.2), (4.0, 0.6))
    assert [along(curve, week) for week in (0, 2, 3, 4, 9)] == pytest.approx([0.2, 0.2, 0.4, 0.6, 0.6])


def test_the_diary_is_the_same_for_the_same_seed_and_stays_in_its_weeks() -> None:
    held = diary(DEALS, UNTIL, WEEKS, 1)
    assert held == diary(DEALS, UNTIL, WEEKS, 1)
    assert held != diary(DEALS, UNTIL, WEEKS, 2)
    assert len({one.person.id for one in held}) == 8
    assert all(UNTIL - timedelta(weeks=WEEKS) <= one.at <= UNTIL + timedelta(days=1) for one in held)
    assert {one.language for one in held if one.person.id == LOCAL_PERSON.id} == {"ko", "en"}
    assert not [one for one in held if int(one.week) in one.person.away]


def test_a_week_leaves_scored_role_plays_behind_once(tmp_path: Path) -> None:
    data = tmp_path / "data"
    count = made(data, UNTIL, weeks=1, team=[one for one in TEAM if one.id == "oliver"])
    with open_store(f"sqlite:///{data / 'maju.db'}") as store:
        kept, cards = store.role_plays.all(), store.scorecards.all_latest()
    assert count == len(kept) > 0
    assert {one.id for one in kept} == set(cards)
    for one in kept:
        assert one.ended is not None
        assert UNTIL - timedelta(weeks=1) <= one.began_at < one.ended.at < UNTIL + timedelta(days=1)
        assert all(
            turn.typing and turn.typing.first_key_at and turn.sent_at > turn.typing.first_key_at for turn in one.turns if turn.speaker == "rep"
        )
    with pytest.raises(ValueError, match="holds role-plays already"):
        made(data, UNTIL, weeks=1)
