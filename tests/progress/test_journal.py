"""Whose progress it is, in which language, by which rubric; and what does not count."""

from dataclasses import replace
from datetime import UTC, timedelta

import pytest

from assistant.domain.people import LOCAL_PERSON, Actor
from assistant.domain.roleplay import Branch
from assistant.domain.scorecard import MadeBy, Score
from assistant.domain.words import DIMENSIONS
from assistant.progress import Journal
from assistant.store import Store
from tests.store.samples import BEGAN, a_greeting, a_role_play, a_scenario, a_scorecard, finished, rep_says

NOW = BEGAN + timedelta(days=20)
SAID = (a_greeting(), rep_says())


@pytest.fixture
def journal(store: Store) -> Journal:
    return Journal(store.role_plays, store.scorecards, store.reflections, lambda: NOW)


def practised(store: Store, name: str, day: int = 0, value: float | None = 50.0, rubric: str = "default@new", **changes: object) -> None:
    """A finished role-play, scored alike in every dimension; `value` None: not scored."""
    role_play = a_role_play(name, turns=SAID, ended=finished(), began_at=BEGAN + timedelta(days=day), **changes)
    store.role_plays.begin(role_play, a_scenario())
    if value is not None:
        score = Score(value, value - 10, value + 10, "")
        card = replace(a_scorecard(), scores=dict.fromkeys(DIMENSIONS, score), made_by=MadeBy("measured", rubric, "0.1.0"))
        store.scorecards.add(name, card, NOW)


def test_scores_stand_in_the_order_they_were_held_with_first_best_and_latest(journal: Journal, store: Store) -> None:
    for day, (name, value) in enumerate((("a", 40.0), ("b", 70.0), ("c", 60.0))):
        practised(store, name, day, value)
    course = journal.open(LOCAL_PERSON).progress("ko").courses[0]
    assert [one.role_play for one in course.points] == ["a", "b", "c"]
    assert course.best is not None
    assert course.best.role_play == "b"
    assert course.change is not None


def test_other_people_other_languages_second_tries_and_open_talks_are_left_out(journal: Journal, store: Store) -> None:
    practised(store, "mine")
    practised(store, "theirs", rep="somebody")
    practised(store, "english", language="en")
    practised(store, "again", branch=Branch("mine", 1))
    store.role_plays.begin(a_role_play("open", turns=SAID), a_scenario())
    found = journal.open(LOCAL_PERSON).progress("ko")
    assert [one.role_play for one in found.courses[0].points] == ["mine"]
    assert found.role_plays == 1
    assert journal.open(LOCAL_PERSON).languages == ("ko", "en")
    assert journal.open(Actor("nobody", "nobody", frozenset({"rep"}))).languages == ()


def test_scores_of_another_rubric_are_counted_but_never_drawn_together(journal: Journal, store: Store) -> None:
    practised(store, "old", 0, 20.0, "default@old")
    practised(store, "older", 1, 25.0, "default@old")
    practised(store, "new", 2, 60.0, "default@new")
    found = journal.open(LOCAL_PERSON).progress("ko")
    assert (found.rubric, [(one.version, one.role_plays) for one in found.rubrics]) == ("default@new", [("default@new", 1), ("default@old", 2)])
    assert [one.role_play for one in found.courses[0].points] == ["new"]
    earlier = journal.open(LOCAL_PERSON).progress("ko", rubric="default@old")
    assert [one.role_play for one in earlier.courses[0].points] == ["old", "older"]
    assert journal.open(LOCAL_PERSON).progress("ko", rubric="unknown").rubric == "default@new"


def test_a_score_that_its_rep_has_not_seen_is_not_given_away(journal: Journal, store: Store) -> None:
    practised(store, "looking-back")
    store.reflections.begin("looking-back", NOW)
    found = journal.open(LOCAL_PERSON).progress("ko")
    assert (found.courses[0].points, found.unscored) == ((), 1)
    store.reflections.close("looking-back", "skipped", NOW)
    assert len(journal.open(LOCAL_PERSON).progress("ko").courses[0].points) == 1


def test_what_was_not_scored_leaves_no_point_and_is_counted(journal: Journal, store: Store) -> None:
    practised(store, "scored")
    practised(store, "unscored", value=None)
    practised(store, "half", 1)
    card = replace(
        a_scorecard(), scores=dict.fromkeys(DIMENSIONS, Score(None, None, None, "too little")), made_by=MadeBy("measured", "default@new", "0")
    )
    store.scorecards.add("half", card, NOW)
    found = journal.open(LOCAL_PERSON).progress("ko")
    assert [one.role_play for one in found.courses[0].points] == ["scored"]
    assert (found.role_plays, found.unscored) == (3, 1)


def test_every_talk_counts_as_practice_whatever_its_language_but_a_redo(journal: Journal, store: Store) -> None:
    practised(store, "ko", 20)
    practised(store, "en", 20, language="en")
    practised(store, "redo", 20, branch=Branch("ko", 1, 3))
    assert journal.open(LOCAL_PERSON).progress("ko", UTC).rhythm.weeks[-1].role_plays == 2


def test_nobody_has_an_empty_page_fail(journal: Journal) -> None:
    found = journal.open(LOCAL_PERSON).progress("en")
    assert (found.rubric, found.rubrics, found.roles, found.role_plays) == (None, (), (), 0)
    assert all(course.points == () and course.change is None and course.best is None for course in found.courses)
    assert [one.role_plays for one in found.rhythm.weeks] == [0] * len(found.rhythm.weeks)
