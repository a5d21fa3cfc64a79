"""The composer's clock in a real browser: thinking, typing and pasting are told apart."""

import pytest

from assistant.domain.transcript import Typing
from tests.browser.app import App
from tests.browser.conftest import Sit
from tests.browser.rep import Rep
from ui.words import composer

pytestmark = pytest.mark.browser

THINKS_MS = 1_500
PASTED = "녹취는 지금 어디에 보관하세요?"


def clock_of(app: App, role_play: str) -> tuple[Typing, float]:
    """The last rep turn's clock, and the seconds from its first key to its sending."""
    turn = [turn for turn in app.kept(role_play).turns if turn.speaker == "rep"][-1]
    assert turn.typing is not None
    assert turn.typing.shown_at is not None
    assert turn.typing.first_key_at is not None
    return turn.typing, (turn.sent_at - turn.typing.first_key_at).total_seconds()


def thought_s(typing: Typing) -> float:
    assert typing.shown_at is not None
    assert typing.first_key_at is not None
    return (typing.first_key_at - typing.shown_at).total_seconds()


def thinks_then_says(one: Rep, words: str) -> None:
    one.page.wait_for_timeout(THINKS_MS)
    one.says(words)


def test_thinking_is_told_apart_from_typing_turn_after_turn(offline_app: App, rep: Sit) -> None:
    one = rep(offline_app)
    role_play = one.begins()
    for words in ("안녕하세요, 요즘 상담센터는 어떠세요?", "여름에는 전화를 몇 통이나 놓치세요?"):
        thinks_then_says(one, words)
        typing, typed_s = clock_of(offline_app, role_play)
        assert thought_s(typing) >= THINKS_MS / 1000
        assert typed_s > 0
        assert typing.pasted_chars == 0


def test_pasted_words_are_counted(offline_app: App, rep: Sit) -> None:
    one = rep(offline_app)
    role_play = one.begins()
    one.page.evaluate("words => navigator.clipboard.writeText(words)", PASTED)
    one.composer.click()
    one.page.keyboard.press("Control+V")
    one.button(composer.SEND).click()
    one.page.wait_for_timeout(500)
    one.settled()
    typing, _ = clock_of(offline_app, role_play)
    assert typing.pasted_chars == len(PASTED)
