"""What the calibration page counts, for whom, and what it never shows before its time."""

from dataclasses import replace
from datetime import timedelta

import pytest

from assistant.domain.scorecard import Evidence
from assistant.domain.words import DIMENSIONS
from assistant.errors import NotAllowed
from assistant.review import Calibration, Desk
from assistant.review.calibration import drift, furthest_apart, item_rows, own_severity, rows
from assistant.store import Store
from tests.review.test_desk import MANAGER, NOW, OTHER, REP, STRANGER, TEAM, TRAINER, desk, held, plain, scored

__all__ = ["desk"]


@pytest.fixture
def calibration(store: Store) -> Calibration:
    return Calibration(store.role_plays, store.scorecards, store.reviews, lambda actor, talks: None)


def scored_talks(desk: Desk, store: Store, many: int = 6, machine: float = 70.0) -> None:
    for number in range(many):
        talk = held(store, f"t{number}", plain(machine + number))
        scored(desk, TRAINER, talk, 50 + 5 * number)
        scored(desk, OTHER, talk, 45 + 5 * number)


def test_machine_and_trainers_are_counted_by_whatever_one_splits(desk: Desk, store: Store, calibration: Calibration) -> None:
    scored_talks(desk, store)
    seen = calibration.seen(MANAGER)
    for split, group in (("language", "ko"), ("scenario", "cloud-phone"), ("team", TEAM.id)):
        found = rows(seen, split, [TEAM.id])  # type: ignore[arg-type]
        assert [(one.group, one.of, one.talks) for one in found] == [(group, dimension, 6) for dimension in DIMENSIONS]
        assert found[0].machine is not None
        assert found[0].machine.difference.value == pytest.approx(72.5 - 60.0)
        assert found[0].trainers is not None
        assert found[0].shared == 6
    assert rows(seen, "team", []) == ()
    assert item_rows(seen) == ()


def test_what_is_not_within_reach_is_not_counted(desk: Desk, store: Store, calibration: Calibration) -> None:
    scored_talks(desk, store)
    assert len(calibration.seen(TRAINER)) == 6
    assert calibration.seen(STRANGER) == ()
    with pytest.raises(NotAllowed):
        calibration.seen(REP)


def test_where_they_part_is_told_with_quotes_but_not_to_a_trainer_who_has_still_to_score(desk: Desk, store: Store, calibration: Calibration) -> None:
    card = replace(plain(90.0), evidence=(Evidence("warm", "tone", 1, "요즘 콜센터는", "+"), Evidence("warm", "tone", 1, "어떠세요?", "-")))
    talk = held(store, "far", card)
    scored(desk, OTHER, talk, 40)
    desk.override(OTHER, talk.id, "warm", 40, "걱정을 듣고 지나갔어요.")
    desk.close(OTHER, talk.id, "done")
    seen = calibration.seen(TRAINER)
    assert len(seen) == 1
    assert furthest_apart(TRAINER, seen) == ()
    warm = next(one for one in furthest_apart(MANAGER, seen) if one.dimension == "warm")
    assert [one.quote for one in warm.because] == ["요즘 콜센터는"]
    assert warm.reasons == ("걱정을 듣고 지나갔어요.",)
    scored(desk, TRAINER, talk, 85)
    assert [one.machine - one.trainers for one in furthest_apart(TRAINER, calibration.seen(TRAINER))] == [27.5] * 4


def test_drift_is_told_four_weeks_at_a_time(desk: Desk, store: Store, calibration: Calibration) -> None:
    scored_talks(desk, store)
    found = drift(calibration.seen(TRAINER), NOW + timedelta(weeks=5))
    assert {one.dimension for one in found} == set(DIMENSIONS)
    assert all(one.since <= NOW < one.since + timedelta(weeks=4) for one in found)
    assert all(one.talks == 12 and one.above.low <= 12.5 <= one.above.high for one in found)


def test_a_trainer_hears_how_kind_they_are_and_of_nobody_else(desk: Desk, store: Store, calibration: Calibration) -> None:
    scored_talks(desk, store)
    mine = own_severity(calibration.seen(TRAINER), TRAINER.id)
    assert all(1 < points < 2.6 for points in mine.values()), "half of five, drawn towards nothing"
    assert own_severity(calibration.seen(MANAGER), MANAGER.id) == {}
