"""Redo it now, as a rep does it: from the one thing to try into three turns, which end of themselves, to both tries side by side."""

import pytest
from playwright.sync_api import expect

from assistant.domain.words import Language
from tests.browser.app import App
from tests.browser.conftest import DESKTOP, PHONE, Sit
from tests.browser.rep import Rep
from tests.browser.test_appearance import holds
from tests.browser.test_reflect import ends
from ui.words import again, common, reflect, room

pytestmark = pytest.mark.browser

ANEW: dict[Language, tuple[str, ...]] = {
    "ko": (
        "한 달에 만 사천 통이면 받는 분들이 제일 지치셨겠네요. 그 여름에 어떤 일이 제일 마음에 남으세요?",
        "그 일로 상담사분들께는 어떤 말씀을 하셨어요?",
        "그러셨군요. 다음 여름 전에 무엇이 달라지면 마음이 놓이실까요?",
    ),
    "en": (
        "Fourteen thousand in a month must have worn your people out. What stays with you most from that summer?",
        "What did you tell your agents about it?",
        "I see. What would have to be different before next summer for you to feel easy?",
    ),
}


@pytest.mark.parametrize(("language", "window"), [("ko", DESKTOP), ("en", PHONE)], ids=["ko", "en-phone"])
def test_the_one_thing_to_try_is_tried_at_once_and_held_against_the_first_words(
    language: Language, window: object, offline_app: App, rep: Sit
) -> None:
    one = rep(offline_app, language, window)
    first = ends(one)
    one.button(reflect.SKIP).click()
    one.sees_the_scorecard()
    one.shows(f"{language}-62-one-thing-to-try", whole=True)
    one.button(again.REDO_NOW).click()
    expect(one.composer).to_be_visible()
    one.settled()
    redo = one.role_play
    one.sees(one.words(again.TRYING))
    one.sees(one.words(again.REDO, left=3))
    one.shows(f"{language}-63-redoing")
    begun = offline_app.kept(redo)
    assert begun.branch is not None
    assert (begun.branch.of, begun.branch.turns) == (first, 3)
    for words in ANEW[language][:2]:
        one.says(words)
    last_of_three(one)
    one.button(again.TO_BOTH).click()
    one.sees_title(one.words(again.TITLE))
    holds(one.page)
    for words in (ANEW[language][0], one.words(again.ONCE_MORE), one.words(again.TRYING)):
        one.sees(words)
    one.shows(f"{language}-64-redone", whole=True)
    ended = offline_app.kept(redo).ended
    assert ended is not None
    assert ended.why == "redo_done"
    one.link(common.OPEN_SCORECARD).click()
    one.sees_the_scorecard()
    assert one.role_play == first


def last_of_three(one: Rep) -> None:
    """The third turn is answered, and then the room is closed."""
    one.types(ANEW[one.language][2])
    one.sends()
    expect(one.button(again.TO_BOTH)).to_be_visible()
    one.sees(one.words(room.ending("open", "redo_done")))
    one.settled()
