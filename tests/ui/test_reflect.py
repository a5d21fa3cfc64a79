"""Looking back before the scores: asked once, kept as typed, and beside what the talk shows ever after."""

from collections.abc import Callable

import pytest

from assistant.assembly import Engine
from assistant.domain.people import LOCAL_PERSON
from assistant.domain.reflection import QUESTIONS
from assistant.domain.roleplay import RolePlay
from assistant.domain.words import DIMENSIONS
from tests.ui import cards
from tests.ui.pages import GOOD, Page, read, talked
from tests.ui.test_review import fills_in
from ui import state
from ui.words import reflect

Opened = Callable[..., Page]
WENT_WELL = "전화를 놓친다는 말부터 받아 줬어요"


@pytest.fixture
def ended(engine: Engine) -> RolePlay:
    return talked(engine, *GOOD, finished=True)


def types(page: Page, role_play: RolePlay, part: str, words: str) -> None:
    page.at.text_input(key=state.reflection_box(role_play.id, part)).set_value(words).run()


def test_before_the_scores_four_questions_and_four_guesses_stand_there_and_no_number(opened: Opened, ended: RolePlay) -> None:
    page = opened("scorecard", role_play=ended.id)
    assert [one.label for one in page.at.text_input] == [reflect.QUESTIONS[one].ko for one in QUESTIONS]
    assert [one.label for one in page.at.select_slider] == ["사람다움", "따뜻함", "빠름", "전문성"]
    assert "점 사이일 수 있어요" not in page.words


def test_what_was_typed_and_guessed_is_there_when_one_comes_back_in_another_window(opened: Opened, engine: Engine, ended: RolePlay) -> None:
    page = opened("scorecard", role_play=ended.id)
    types(page, ended, "went_well", WENT_WELL)
    page.at.select_slider(key=state.reflection_box(ended.id, "warm")).set_value(70).run()
    later = opened("scorecard", role_play=ended.id)
    assert later.at.text_input(key=state.reflection_box(ended.id, "went_well")).value == WENT_WELL
    assert later.at.select_slider(key=state.reflection_box(ended.id, "warm")).value == 70
    assert later.at.select_slider(key=state.reflection_box(ended.id, "fast")).value is None


def test_afterwards_guess_and_answers_stand_beside_what_was_measured_on_every_look(opened: Opened, engine: Engine, ended: RolePlay) -> None:
    page = opened("scorecard", role_play=ended.id)
    types(page, ended, "went_well", WENT_WELL)
    types(page, ended, "measured", "상대가 숫자를 말해 줬어요")
    for dimension, points in zip(DIMENSIONS, (0, 100, 40, 60), strict=True):
        page.at.select_slider(key=state.reflection_box(ended.id, dimension)).set_value(points).run()
    cards.keep(engine, ended, cards.card(ended))
    page.button("reflect-done").click().run()
    for look in (page, opened("scorecard", role_play=ended.id)):
        for expected in (
            WENT_WELL,
            "상대가 숫자를 말해 줬어요",
            "내 어림 0점 · 잰 폭보다 낮아요",
            "내 어림 100점 · 잰 폭보다 높아요",
            "내 어림 40점",
            "내 어림 60점 · 잰 폭 안이에요",
            reflect.QUESTIONS["went_well"].ko,
        ):
            assert expected in look.words
        assert reflect.QUESTIONS["process"].ko not in look.words
        assert 'aria-label="따뜻함 62점, 51점에서 74점 사이, 어림 100점"' in look.html
        assert not look.at.text_input


def test_skipping_shows_the_scores_and_nothing_is_asked_again(opened: Opened, ended: RolePlay) -> None:
    page = opened("scorecard", role_play=ended.id)
    page.button("reflect-skipped").click().run()
    assert "네 가지로 본 대화" in page.words
    assert reflect.BESIDE.ko not in page.words
    assert not opened("scorecard", role_play=ended.id).at.text_input


def test_the_talk_is_scored_while_one_looks_back(opened: Opened, engine: Engine, ended: RolePlay) -> None:
    page = opened("scorecard", role_play=ended.id)
    assert engine.scorer.of_role_play(LOCAL_PERSON, ended.id) is not None
    page.run()
    assert page.at.text_input, "a scorecard made meanwhile does not end the looking back"


def test_what_cannot_be_kept_stays_in_its_box_with_the_reason(
    opened: Opened, engine: Engine, ended: RolePlay, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError("no space")

    page = opened("scorecard", role_play=ended.id)
    monkeypatch.setattr(engine._store.reflections, "answer", full)
    types(page, ended, "went_well", WENT_WELL)
    assert len(read(page.at.error)) == 1
    assert page.at.text_input(key=state.reflection_box(ended.id, "went_well")).value == WENT_WELL


def test_an_assessment_goes_straight_to_its_scores(opened: Opened, engine: Engine) -> None:
    from assistant.domain.terms import Terms
    from assistant.practice.room import Words
    from tests.ui.pages import SCENARIO

    role_play = engine.room.begin(LOCAL_PERSON, SCENARIO, "ko", 2, seed=7, terms=Terms())
    assert engine.room.say(LOCAL_PERSON, role_play.id, Words(GOOD[0], "c1")).wait(60)
    engine.room.finish(LOCAL_PERSON, role_play.id)
    assert not opened("scorecard", role_play=role_play.id).at.text_input


def test_a_trainer_reads_the_reps_own_view_beside_the_scores(opened: Opened, engine: Engine, ended: RolePlay) -> None:
    page = opened("scorecard", role_play=ended.id)
    types(page, ended, "worth", "상담사 이직이 줄어요")
    page.button("reflect-done").click().run()
    reading = opened("reading", role_play=ended.id)
    assert "상담사 이직이 줄어요" not in reading.words
    fills_in(reading, ended)
    reading.button("keep-blind").click().run()
    assert "상담사 이직이 줄어요" in reading.words


def test_it_is_asked_in_english(opened: Opened, ended: RolePlay) -> None:
    page = opened("scorecard", language="en-GB", role_play=ended.id)
    assert [one.label for one in page.at.text_input] == [reflect.QUESTIONS[one].en for one in QUESTIONS]
    assert "Skip" in page.words
