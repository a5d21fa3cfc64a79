"""Reflections in the store: kept answer by answer, closed once, and absent in a database from before there were any."""

from datetime import timedelta
from pathlib import Path
from threading import Thread

import pytest

from assistant.domain.reflection import QUESTIONS, Reflection
from assistant.domain.roleplay import Branch
from assistant.errors import InputError, NotFound
from assistant.store import Store, open_store
from tests.store.older import kept_by_an_older
from tests.store.samples import BEGAN, a_role_play, a_scenario

LATER = BEGAN + timedelta(minutes=5)


@pytest.fixture
def begun(store: Store) -> Store:
    store.role_plays.begin(a_role_play(), a_scenario())
    store.reflections.begin("r1", BEGAN)
    return store


def test_what_was_typed_and_guessed_comes_back_and_an_emptied_box_is_no_answer(begun: Store) -> None:
    begun.reflections.answer("r1", "went_well", "걱정부터 받아 줬어요")
    begun.reflections.answer("r1", "worth", "임시")
    begun.reflections.answer("r1", "worth", "")
    begun.reflections.guess("r1", "warm", 60)
    begun.reflections.guess("r1", "warm", 65)
    begun.reflections.guess("r1", "fast", 30)
    begun.reflections.guess("r1", "fast", None)
    assert begun.reflections.get("r1") == Reflection("r1", BEGAN, {"went_well": "걱정부터 받아 줬어요"}, {"warm": 65})


def test_beginning_twice_keeps_what_was_typed(begun: Store) -> None:
    begun.reflections.answer("r1", "process", "먼저 물었어요")
    assert begun.reflections.begin("r1", LATER) == Reflection("r1", BEGAN, {"process": "먼저 물었어요"})


def test_it_is_closed_once_and_nothing_is_added_after_the_scores_were_seen(begun: Store) -> None:
    begun.reflections.close("r1", "skipped", LATER)
    assert begun.reflections.close("r1", "done", LATER + timedelta(hours=1)) == Reflection("r1", BEGAN, {}, {}, "skipped", LATER)
    with pytest.raises(InputError):
        begun.reflections.answer("r1", "worth", "나중에 안 것")
    with pytest.raises(InputError):
        begun.reflections.guess("r1", "fast", 99)
    assert begun.reflections.get("r1") == Reflection("r1", BEGAN, {}, {}, "skipped", LATER)


def test_boxes_written_at_the_same_time_in_two_windows_are_all_kept(begun: Store) -> None:
    writers = [Thread(target=begun.reflections.answer, args=("r1", question, question * 2)) for question in QUESTIONS]
    for one in writers:
        one.start()
    for one in writers:
        one.join()
    kept = begun.reflections.get("r1")
    assert kept is not None
    assert kept.answers == {question: question * 2 for question in QUESTIONS}


def test_nobody_reflects_on_a_talk_that_is_not_there(store: Store) -> None:
    assert store.reflections.get("nobody") is None
    with pytest.raises(NotFound):
        store.reflections.begin("nobody", BEGAN)
    with pytest.raises(NotFound):
        store.reflections.close("nobody", "done", BEGAN)


def test_a_redo_comes_back_with_its_measure_and_its_number_of_turns(store: Store) -> None:
    redo = a_role_play("r2", branch=Branch("r1", 3, 3, "acknowledgement"))
    store.role_plays.begin(redo, a_scenario())
    assert store.role_plays.get("r2") == redo
    assert store.role_plays.of_rep("local")[0].branch == redo.branch


def test_a_branch_from_before_there_were_redos_goes_on_as_before(tmp_path: Path) -> None:
    with open_store(kept_by_an_older(tmp_path, "0006", a_role_play(branch=Branch("r0", 1)))) as store:
        kept = store.role_plays.get("r1")
        assert kept.branch == Branch("r0", 1)
        assert not kept.is_redo
        assert store.reflections.get("r1") is None


def test_open_ones_are_known_until_they_are_closed(begun: Store) -> None:
    assert begun.reflections.open() == {"r1"}
    begun.reflections.close("r1", "skipped", LATER)
    assert begun.reflections.open() == frozenset()
