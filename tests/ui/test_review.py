"""Review: a trainer reads, comments, and marks what was read."""

from collections.abc import Callable

import pytest

from assistant.assembly import Engine
from assistant.domain.people import LOCAL_PERSON
from assistant.domain.roleplay import RolePlay
from tests.ui import cards
from tests.ui.pages import GOOD, Page, talked
from ui import state

Opened = Callable[..., Page]


@pytest.fixture
def scored(engine: Engine) -> RolePlay:
    role_play = talked(engine, *GOOD, finished=True)
    cards.keep(engine, role_play, cards.card(role_play))
    return role_play


def test_an_empty_desk_says_when_something_will_lie_on_it(opened: Opened) -> None:
    assert "아직 채점된 대화가 없어요" in opened("review").words


def test_a_scored_talk_lies_on_the_desk(opened: Opened, scored: RolePlay) -> None:
    page = opened("review")
    assert page.links("reading") == [f"role_play={scored.id}"]
    assert "윤가영" in page.words


def test_the_reading_shows_transcript_and_scores_side_by_side(opened: Opened, scored: RolePlay) -> None:
    page = opened("reading", role_play=scored.id)
    assert GOOD[2] in page.words
    assert "네 가지로 본 대화" in page.words
    assert '<mark class="good"' in page.html


def test_a_comment_on_a_turn_is_kept_and_stands_under_it(opened: Opened, engine: Engine, scored: RolePlay) -> None:
    page = opened("reading", role_play=scored.id)
    page.at.selectbox[0].set_value(3)
    page.at.text_area[0].set_value("받아 주는 말이 좋았어요.")
    page.at.form_submit_button[0].click().run()
    (comment,) = engine.desk.review(LOCAL_PERSON, scored.id).comments
    assert (comment.turn, comment.text) == (3, "받아 주는 말이 좋았어요.")
    assert "받아 주는 말이 좋았어요." in page.words
    assert page.at.text_area[0].value in (None, "")


def test_an_empty_comment_is_refused_in_a_sentence_and_nothing_is_kept(opened: Opened, engine: Engine, scored: RolePlay) -> None:
    page = opened("reading", role_play=scored.id)
    page.at.form_submit_button[0].click().run()
    assert "코멘트는 1자 이상" in page.at.error[0].value
    assert engine.desk.review(LOCAL_PERSON, scored.id).comments == ()


def test_marking_takes_it_off_the_desk_but_not_out_of_the_list(opened: Opened, engine: Engine, scored: RolePlay) -> None:
    page = opened("reading", role_play=scored.id)
    page.button("mark-reviewed").click().run()
    assert engine.desk.review(LOCAL_PERSON, scored.id).reviewed_at is not None
    assert "에 읽었어요" in page.words
    desk = opened("review")
    assert "다 읽었어요. 남은 대화가 없어요." in desk.words
    desk.at.segmented_control(key=state.REVIEW_WHICH).set_value("all").run()
    assert desk.links("reading") == [f"role_play={scored.id}"]


def test_a_reading_that_is_not_there_says_so(opened: Opened) -> None:
    page = opened("reading", role_play="nobody")
    assert "그런 대화를 찾지 못했어요" in page.words
    assert page.links("review") == [""]


def test_the_desk_exists_in_english(opened: Opened, scored: RolePlay) -> None:
    words = opened("reading", language="en-GB", role_play=scored.id).words
    for expected in ("Leave a comment", "Mark as read", "The whole conversation"):
        assert expected in words
