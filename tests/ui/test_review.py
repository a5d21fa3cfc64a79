"""Review: a trainer scores blind, then beside the machine, comments, and finishes."""

from collections.abc import Callable

import pytest

from assistant.assembly import Engine
from assistant.domain.items import ITEMS
from assistant.domain.people import LOCAL_PERSON
from assistant.domain.roleplay import RolePlay
from assistant.domain.words import DIMENSIONS
from tests.ui import cards
from tests.ui.pages import GOOD, Page, talked
from ui import state
from ui.words import review

Opened = Callable[..., Page]


@pytest.fixture
def scored(engine: Engine) -> RolePlay:
    role_play = talked(engine, *GOOD, finished=True)
    cards.keep(engine, role_play, cards.card(role_play))
    return role_play


def test_an_empty_desk_says_when_something_will_lie_on_it(opened: Opened) -> None:
    assert "아직 볼 대화가 없어요" in opened("review").words


def test_alone_every_scored_talk_lies_on_the_desk(opened: Opened, scored: RolePlay) -> None:
    page = opened("review")
    assert page.links("reading") == [f"role_play={scored.id}"]
    assert "윤가영" in page.words


def fills_in(page: Page, role_play: RolePlay, points: int = 45) -> None:
    for dimension in DIMENSIONS:
        page.at.number_input(state.review_box(role_play.id, dimension)).set_value(points).run()


def test_what_is_scored_is_kept_at_once_and_there_when_the_page_is_opened_again(opened: Opened, engine: Engine, scored: RolePlay) -> None:
    page = opened("reading", role_play=scored.id)
    page.at.number_input(state.review_box(scored.id, "warm")).set_value(45).run()
    page.at.radio(state.review_box(scored.id, "takes_up")).set_value(2).run()
    page.at.radio(state.review_box(scored.id, "grounds")).set_value(-1).run()
    mine = engine.desk.open(LOCAL_PERSON, scored.id).mine
    assert mine is not None
    assert (dict(mine.scores), dict(mine.items)) == ({"warm": 45}, {"takes_up": 2, "grounds": None})
    again = opened("reading", role_play=scored.id)
    assert again.at.number_input(state.review_box(scored.id, "warm")).value == 45
    assert again.at.radio(state.review_box(scored.id, "takes_up")).value == 2
    assert again.at.radio(state.review_box(scored.id, "grounds")).value == -1
    assert again.links("reading") == []


def test_every_item_shows_what_earns_each_value(opened: Opened, scored: RolePlay) -> None:
    page = opened("reading", role_play=scored.id)
    assert len(page.at.radio) == len(ITEMS)
    takes_up = page.at.radio(state.review_box(scored.id, "takes_up"))
    assert [one.split(" · ")[0] for one in takes_up.options] == ["2", "1", "0", "해당 없음"]
    assert "무엇이 걱정인지 자기 말로 짚고 나서 설명한다" in takes_up.options[0]
    assert "맞는 예" in takes_up.help


def test_the_machine_s_scores_come_beside_when_mine_are_kept(opened: Opened, engine: Engine, scored: RolePlay) -> None:
    page = opened("reading", role_play=scored.id)
    page.button("keep-blind").click().run()
    assert "네 가지 점수를 모두 적은 뒤에" in page.at.error[0].value
    assert "62" not in page.words
    fills_in(page, scored)
    page.button("keep-blind").click().run()
    assert review.MACHINE_SAW.ko in page.words
    assert '<mark class="good"' in page.html
    assert "-17" in page.words, "45 beside 62.4"
    assert "채점 못 함" in page.words


def test_an_override_is_put_and_taken_back(opened: Opened, engine: Engine, scored: RolePlay) -> None:
    page = opened("reading", role_play=scored.id)
    fills_in(page, scored)
    page.button("keep-blind").click().run()
    page.at.segmented_control(key=state.review_box(scored.id, "which")).set_value("warm").run()
    page.button("override").click().run()
    assert "한 문장으로 적어 주세요" in page.at.error[0].value
    page.at.text_input(state.review_box(scored.id, "reason")).set_value("걱정을 듣고 설명만 했어요.").run()
    page.button("override").click().run()
    assert "따뜻함: 기계 62 → 트레이너 45" in page.words
    page.button("back-warm").click().run()
    mine = engine.desk.open(LOCAL_PERSON, scored.id).mine
    assert mine is not None
    assert mine.overrides == {}


def test_a_comment_is_pinned_to_a_sentence_and_stands_under_its_turn(opened: Opened, engine: Engine, scored: RolePlay) -> None:
    page = opened("reading", role_play=scored.id)
    page.at.selectbox(state.review_box(scored.id, "turn")).set_value(3).run()
    page.at.button_group(state.review_box(scored.id, "sentence")).set_value(0).run()
    assert page.at.text_input(state.review_box(scored.id, "quote")).value == "그러셨군요."
    page.at.text_input(state.review_box(scored.id, "comment")).set_value("받아 주는 말이 좋았어요.").run()
    half_written = opened("reading", role_play=scored.id)
    assert half_written.at.text_input(state.review_box(scored.id, "comment")).value == "받아 주는 말이 좋았어요."
    page.button("send-comment").click().run()
    (comment,) = engine.desk.open(LOCAL_PERSON, scored.id).left.comments
    assert (comment.turn, comment.quote, comment.text) == (3, "그러셨군요.", "받아 주는 말이 좋았어요.")
    assert '<mark class="pinned"' in page.html
    assert page.at.text_input(state.review_box(scored.id, "comment")).value == ""


def test_words_nobody_said_and_an_empty_comment_are_refused_in_a_sentence(opened: Opened, engine: Engine, scored: RolePlay) -> None:
    page = opened("reading", role_play=scored.id)
    page.button("send-comment").click().run()
    assert "코멘트는 1자 이상" in page.at.error[0].value
    page.at.text_input(state.review_box(scored.id, "quote")).set_value("한 적 없는 말").run()
    page.at.text_input(state.review_box(scored.id, "comment")).set_value("음").run()
    page.button("send-comment").click().run()
    assert "고른 발화에 없어요" in page.at.error[0].value
    assert page.at.text_input(state.review_box(scored.id, "comment")).value == "음"
    assert engine.desk.open(LOCAL_PERSON, scored.id).left.comments == ()


def test_finishing_tells_what_was_done_and_sending_back_asks_for_what_to_do(opened: Opened, engine: Engine, scored: RolePlay) -> None:
    page = opened("reading", role_play=scored.id)
    fills_in(page, scored)
    page.button("keep-blind").click().run()
    page.button("close-sent_back").click().run()
    assert "무엇을 다시 해 볼지" in page.at.error[0].value
    page.at.text_input(state.review_box(scored.id, "follow_up")).set_value("결재 과정을 먼저 물어보세요.").run()
    page.button("close-sent_back").click().run()
    assert "다시 해 보라고 돌려보냈어요" in page.words
    assert "담당자가 아직 읽지 않았어요." in page.words


def test_a_reading_that_is_not_there_says_so(opened: Opened) -> None:
    page = opened("reading", role_play="nobody")
    assert "그런 대화를 찾지 못했어요" in page.words
    assert page.links("review") == [""]


def test_the_desk_exists_in_english(opened: Opened, scored: RolePlay) -> None:
    page = opened("reading", language="en-GB", role_play=scored.id)
    for expected in ("Leave a comment", "My scores", "The whole conversation"):
        assert expected in page.words
    fills_in(page, scored)
    page.button("keep-blind").click().run()
    for expected in ("Side by side", "Override a score", "Finish and tell the rep"):
        assert expected in page.words
