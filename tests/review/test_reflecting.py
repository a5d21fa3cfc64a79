"""Who is asked to look back, when, and what is kept of it."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from assistant.domain.people import LOCAL_PERSON, Actor, Team
from assistant.domain.reflection import QUESTIONS
from assistant.domain.roleplay import Branch, RolePlay
from assistant.domain.words import DIMENSIONS
from assistant.errors import InputError, NotFound
from assistant.review import Reflecting
from assistant.store import Store
from tests.store.samples import a_greeting, a_role_play, a_scenario, a_scorecard, finished, rep_says

NOW = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)
SAID = (a_greeting(), rep_says())


@pytest.fixture
def reflecting(store: Store) -> Reflecting:
    return Reflecting(store.role_plays, store.scorecards, store.reflections, lambda: NOW)


@pytest.fixture
def talk(store: Store) -> RolePlay:
    role_play = a_role_play(turns=SAID, ended=finished())
    store.role_plays.begin(role_play, a_scenario())
    return role_play


def test_a_talk_that_was_just_practised_is_looked_back_on_before_its_scores(reflecting: Reflecting, talk: RolePlay, store: Store) -> None:
    asked = reflecting.asked(LOCAL_PERSON, talk)
    assert asked is not None
    store.scorecards.add(talk.id, a_scorecard(), NOW)
    assert reflecting.asked(LOCAL_PERSON, talk) == asked, "a scorecard made meanwhile does not end the looking back"
    reflecting.close(LOCAL_PERSON, talk.id, "done")
    assert reflecting.asked(LOCAL_PERSON, talk) is None


def test_whose_scores_are_known_already_is_not_asked(reflecting: Reflecting, talk: RolePlay, store: Store) -> None:
    store.scorecards.add(talk.id, a_scorecard(), NOW)
    assert reflecting.asked(LOCAL_PERSON, talk) is None
    assert store.reflections.get(talk.id) is None


@pytest.mark.parametrize(
    "changed",
    [
        {"ended": None},
        {"turns": (a_greeting(),)},
        {"mode": "assessment"},
        {"branch": Branch("r0", 1)},
        {"branch": Branch("r0", 1, 3, "tone")},
        {"rep": "somebody"},
    ],
    ids=["goes on", "nothing said", "assessment", "second try", "redo", "somebody else's"],
)
def test_nobody_is_asked_where_it_would_not_help(reflecting: Reflecting, talk: RolePlay, store: Store, changed: dict[str, object]) -> None:
    other = replace(talk, id="r2", **changed)  # type: ignore[arg-type]
    store.role_plays.begin(other, a_scenario())
    assert reflecting.asked(LOCAL_PERSON, other) is None
    assert store.reflections.get("r2") is None


def test_what_is_written_hides_personal_data_and_is_read_only_once_the_scores_are_open(reflecting: Reflecting, talk: RolePlay) -> None:
    reflecting.asked(LOCAL_PERSON, talk)
    for question in QUESTIONS:
        reflecting.answer(LOCAL_PERSON, talk.id, question, f"  {question} 010-1234-5678 ")
    for dimension in DIMENSIONS:
        reflecting.guess(LOCAL_PERSON, talk.id, dimension, 55)
    assert reflecting.kept(LOCAL_PERSON, talk.id) is None
    reflecting.close(LOCAL_PERSON, talk.id, "skipped")
    kept = reflecting.kept(LOCAL_PERSON, talk.id)
    assert kept is not None, "what was written before one skipped the rest stays"
    assert not any("1234" in text for text in kept.answers.values())
    assert kept.answers["worth"].startswith("worth")
    assert kept.guess == dict.fromkeys(DIMENSIONS, 55)


def test_who_skipped_at_once_has_nothing_beside_the_scores(reflecting: Reflecting, talk: RolePlay) -> None:
    reflecting.asked(LOCAL_PERSON, talk)
    reflecting.close(LOCAL_PERSON, talk.id, "skipped")
    assert reflecting.kept(LOCAL_PERSON, talk.id) is None


@pytest.mark.parametrize("points", [-5, 3, 105])
def test_a_guess_is_a_step_between_nothing_and_everything(reflecting: Reflecting, talk: RolePlay, points: int) -> None:
    reflecting.asked(LOCAL_PERSON, talk)
    with pytest.raises(InputError):
        reflecting.guess(LOCAL_PERSON, talk.id, "warm", points)


def test_an_answer_that_is_too_long_is_refused_whole(reflecting: Reflecting, talk: RolePlay, store: Store) -> None:
    reflecting.asked(LOCAL_PERSON, talk)
    with pytest.raises(InputError):
        reflecting.answer(LOCAL_PERSON, talk.id, "worth", "가" * 301)
    kept = store.reflections.get(talk.id)
    assert kept is not None
    assert kept.answers == {}


def test_the_trainer_it_was_shared_with_reads_it_and_nobody_else_writes_in_it(reflecting: Reflecting, talk: RolePlay, store: Store) -> None:
    trainer, stranger = Actor("t", "t", frozenset({"trainer"}), frozenset({"sales"})), Actor("s", "s", frozenset({"rep"}), frozenset({"sales"}))
    reflecting.asked(LOCAL_PERSON, talk)
    reflecting.answer(LOCAL_PERSON, talk.id, "process", "먼저 물었어요")
    for actor in (trainer, stranger):
        with pytest.raises(NotFound):
            reflecting.answer(actor, talk.id, "process", "남의 글")
    reflecting.close(LOCAL_PERSON, talk.id, "done")
    with pytest.raises(NotFound):
        reflecting.kept(trainer, talk.id)
    store.accounts.add_team(Team("sales", "sales"))
    store.role_plays.share(talk.id, ["sales"], NOW)
    kept = reflecting.kept(trainer, talk.id)
    assert kept is not None
    assert kept.answers == {"process": "먼저 물었어요"}
    with pytest.raises(NotFound):
        reflecting.kept(stranger, talk.id)
