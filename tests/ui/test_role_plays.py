"""My role-plays."""

from collections.abc import Callable

from assistant.assembly import Engine
from assistant.domain.people import LOCAL_PERSON
from tests.ui import cards
from tests.ui.pages import GOOD, Page, begun, reviewed, talked
from ui.views import role_plays

Opened = Callable[..., Page]


def test_an_empty_history_says_what_to_do(opened: Opened) -> None:
    page = opened("role-plays")
    assert "아직 연습한 대화가 없어요" in page.words
    assert page.links("")


def test_an_open_talk_is_continued_and_a_finished_one_opens_its_scorecard(opened: Opened, engine: Engine) -> None:
    finished, going_on = talked(engine, GOOD[0], finished=True), begun(engine)
    page = opened("role-plays")
    assert page.links("room") == [f"role_play={going_on.id}"]
    assert page.links("scorecard") == [f"role_play={finished.id}"]
    assert "진행 중" in page.words
    assert "아직 말을 꺼내지 않았어요" in page.words
    assert "1번 말했어요" in page.words


def test_a_trainer_s_comments_are_announced(opened: Opened, engine: Engine) -> None:
    role_play = talked(engine, GOOD[0], finished=True)
    cards.keep(engine, role_play, cards.card(role_play))
    engine.desk.comment(LOCAL_PERSON, role_play.id, 1, "좋았어요.")
    assert "트레이너 코멘트 1개" not in opened("role-plays").words, "told when the review is finished"
    reviewed(engine, role_play)
    assert "트레이너 코멘트 1개" in opened("role-plays").words


def test_a_long_history_comes_in_pages(opened: Opened, engine: Engine) -> None:
    for _ in range(role_plays.A_PAGE + 1):
        begun(engine)
    page = opened("role-plays")
    assert len(page.links("room")) == role_plays.A_PAGE
    page.at.pagination[0].set_value(2).run()
    assert len(page.links("room")) == 1
