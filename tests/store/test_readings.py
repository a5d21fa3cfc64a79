"""Scorecards and reviews: everything that was written stays, in its order."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from assistant.domain.review import Comment, Override, Review, ReviewsOf, Submission, kept_blind, scored
from assistant.domain.words import DIMENSIONS
from assistant.errors import InputError, NotFound
from assistant.store import Store, open_store
from tests.store.older import kept_by_an_older
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
    assert begun.reviews.of("r1") == ReviewsOf("r1")


def test_comments_stay_in_the_order_they_were_written(begun: Store) -> None:
    for number in (3, 1, 2):
        begun.reviews.add_comment("r1", comment(number))
    assert begun.reviews.of("r1").comments == (comment(3), comment(1), comment(2))
    assert begun.reviews.of("r2").comments == ()


def test_a_comment_clicked_many_times_is_there_once(begun: Store) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: begun.reviews.add_comment("r1", comment(1)), range(8)))
    assert begun.reviews.of("r1").comments == (comment(1),)


def test_each_trainer_has_one_review_which_changes_or_stays_as_it_was(begun: Store) -> None:
    at = BEGAN + timedelta(hours=1)
    first = begun.reviews.change("r1", "kim", lambda one: scored(one, "warm", 45), Review("r1", "kim", BEGAN, "submitted"))
    begun.reviews.change("r1", "lee", lambda one: one, Review("r1", "lee", at))
    assert begun.reviews.of("r1").reviews == (first, Review("r1", "lee", at))
    with pytest.raises(InputError):
        begun.reviews.change("r1", "kim", lambda one: kept_blind(scored(one, "fast", 10), at))
    assert begun.reviews.of("r1").by("kim") == first
    whole = replace(
        first, scores=dict.fromkeys(DIMENSIONS, 50), items={"grounds": None, "takes_up": 2}, blind_at=at,
        overrides={"warm": Override(40, "이유가 있어요")}, boxes={"comment": "반쯤"}, follow_up="다음 한 가지", closed="sent_back", closed_at=at,
        answer="네", answered_at=at,
    )  # fmt: skip
    begun.reviews.change("r1", "kim", lambda _: whole)
    assert begun.reviews.of("r1").by("kim") == whole
    assert begun.reviews.blind() == (whole,)
    assert set(begun.reviews.of_all(["r1", "r2"])) == {"r1"}


def test_two_tabs_that_change_a_review_at_once_lose_nothing(begun: Store) -> None:
    begin = Review("r1", "kim", BEGAN)
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda one: begun.reviews.change("r1", "kim", lambda now: scored(now, one, 50), begin), DIMENSIONS))
    mine = begun.reviews.of("r1").by("kim")
    assert mine is not None
    assert set(mine.scores) == set(DIMENSIONS)


def test_a_submission_replaces_the_one_before_and_is_withdrawn(begun: Store) -> None:
    begun.reviews.submit("r1", Submission(BEGAN))
    begun.reviews.submit("r1", Submission(BEGAN, "가격이 빨랐나요?"))
    assert begun.reviews.of("r1").submission == Submission(BEGAN, "가격이 빨랐나요?")
    begun.reviews.withdraw("r1")
    assert begun.reviews.of("r1").submission is None


def test_an_older_maju_s_marks_and_comments_are_finished_reviews(tmp_path: Path) -> None:
    url = kept_by_an_older(tmp_path, "0009", a_role_play())
    with closing(sqlite3.connect(tmp_path / "older.db")) as older:
        older.execute("INSERT INTO reviews VALUES ('r1', 'kim', '2026-11-22 10:00:00.000000')")
        for number, by in enumerate(("kim", "lee")):
            values = (f"c{number}", "r1", 0, by, "좋았어요.", f"2026-11-22 09:0{number}:00.000000")
            older.execute('INSERT INTO comments (id, role_play, turn_index, "by", text, at) VALUES (?, ?, ?, ?, ?, ?)', values)
        older.commit()
    with open_store(url) as store:
        left = store.reviews.of("r1")
    assert left.told() == left
    assert {(one.by, one.closed, one.blind_at) for one in left.reviews} == {("kim", "done", None), ("lee", "done", None)}
    assert {one.closed_at for one in left.reviews} == {datetime(2026, 11, 22, 10, tzinfo=UTC), datetime(2026, 11, 22, 9, 1, tzinfo=UTC)}
    assert left.news() == ()
    assert [one.quote for one in left.comments] == ["", ""]


def test_a_review_of_no_role_play_is_refused(begun: Store) -> None:
    with pytest.raises(NotFound):
        begun.reviews.of("r9")
    with pytest.raises(NotFound):
        begun.reviews.add_comment("r9", comment(1))
