"""Scorecards and reviews: everything that was written stays, in its order."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from assistant.domain.review import Comment, Review
from assistant.errors import NotFound
from assistant.store import Store
from tests.store.samples import BEGAN, a_role_play, a_scenario, a_scorecard


@pytest.fixture
def begun(store: Store) -> Store:
    store.role_plays.begin(a_role_play(), a_scenario())
    store.role_plays.begin(a_role_play("r2"), a_scenario())
    return store


def comment(number: int, text: str = "여기서 먼저 물었으면 좋았겠어요.") -> Comment:
    return Comment(f"c{number}", 1, "trainer", text, BEGAN + timedelta(minutes=number))


def test_the_newest_scorecard_is_shown_exactly_as_it_was_made(begun: Store) -> None:
    begun.scorecards.add("r1", a_scorecard(50.0), BEGAN)
    begun.scorecards.add("r1", a_scorecard(1 / 3), BEGAN)
    assert begun.scorecards.latest("r1") == a_scorecard(1 / 3)


def test_a_role_play_without_a_scorecard_has_none(begun: Store) -> None:
    begun.scorecards.add("r1", a_scorecard(), BEGAN)
    assert begun.scorecards.latest("r2") is None
    assert begun.scorecards.all_latest() == {"r1": a_scorecard()}


def test_a_trainer_finds_the_newest_scorecard_of_every_role_play(begun: Store) -> None:
    begun.scorecards.add("r2", a_scorecard(10), BEGAN)
    begun.scorecards.add("r1", a_scorecard(20), BEGAN)
    begun.scorecards.add("r2", a_scorecard(30), BEGAN)
    assert begun.scorecards.all_latest() == {"r1": a_scorecard(20), "r2": a_scorecard(30)}


def test_a_scorecard_of_no_role_play_is_refused(begun: Store) -> None:
    with pytest.raises(NotFound):
        begun.scorecards.add("r9", a_scorecard(), BEGAN)


def test_an_unread_role_play_has_an_empty_review(begun: Store) -> None:
    assert begun.reviews.get("r1") == Review("r1")


def test_comments_stay_in_the_order_they_were_written(begun: Store) -> None:
    for number in (3, 1, 2):
        begun.reviews.add_comment("r1", comment(number))
    assert begun.reviews.get("r1").comments == (comment(3), comment(1), comment(2))
    assert begun.reviews.get("r2").comments == ()


def test_a_comment_clicked_many_times_is_there_once(begun: Store) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: begun.reviews.add_comment("r1", comment(1)), range(8)))
    assert begun.reviews.get("r1").comments == (comment(1),)


def test_a_review_is_done_when_it_is_marked_and_by_whom(begun: Store) -> None:
    begun.reviews.mark_reviewed("r1", "kim", BEGAN)
    begun.reviews.mark_reviewed("r1", "lee", BEGAN + timedelta(hours=1))
    assert begun.reviews.get("r1") == Review("r1", (), "lee", BEGAN + timedelta(hours=1))


def test_a_review_of_no_role_play_is_refused(begun: Store) -> None:
    with pytest.raises(NotFound):
        begun.reviews.get("r9")
    with pytest.raises(NotFound):
        begun.reviews.add_comment("r9", comment(1))
