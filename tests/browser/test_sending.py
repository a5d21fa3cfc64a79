"""What a rep sends is one turn, as they meant it: Hangul in the making, Enter twice, a double click."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.app import App
from tests.browser.conftest import Sit
from ui.words import composer, practise, room

pytestmark = pytest.mark.browser


def said(app: App, role_play: str) -> list[str]:
    """What the store holds of the rep's words."""
    return [turn.text for turn in app.kept(role_play).turns if turn.speaker == "rep"]


class InputMethod:
    """A Korean input method, as Chromium hears it: a syllable is underlined until it is committed."""

    def __init__(self, page: Page) -> None:
        self._wire = page.context.new_cdp_session(page)

    def composes(self, syllable: str) -> None:
        self._wire.send("Input.imeSetComposition", {"text": syllable, "selectionStart": len(syllable), "selectionEnd": len(syllable)})

    def enter(self) -> None:
        """The Enter that ends a syllable: the input method takes it, so it types nothing."""
        for kind in ("rawKeyDown", "keyUp"):
            self._wire.send("Input.dispatchKeyEvent", {"type": kind, "windowsVirtualKeyCode": 229, "key": "Enter", "code": "Enter"})

    def commits(self, syllable: str) -> None:
        self._wire.send("Input.insertText", {"text": syllable})


def test_enter_inside_a_syllable_sends_nothing_and_the_next_enter_sends_it_whole(offline_app: App, rep: Sit) -> None:
    one = rep(offline_app)
    role_play = one.begins()
    hand = InputMethod(one.page)
    one.types("결정은 누구와 하시나")
    for jamo in ("ㅇ", "요"):
        hand.composes(jamo)
    expect(one.composer).to_have_value("결정은 누구와 하시나요")
    one.composer.evaluate("box => box.addEventListener('keydown', key => box.dataset.heard = `${key.key} ${key.isComposing}`)")
    hand.enter()
    expect(one.composer).to_have_attribute("data-heard", "Enter true")
    one.settled()
    expect(one.composer).to_have_value("결정은 누구와 하시나요")
    expect(one.rep_turns).to_have_count(0)
    hand.commits("요")
    one.page.keyboard.press("Enter")
    expect(one.rep_turns).to_have_count(1)
    expect(one.buyer_turns).to_have_count(2)
    expect(one.composer).to_have_value("")
    assert said(offline_app, role_play) == ["결정은 누구와 하시나요"]


def test_an_input_methods_own_enter_keys_send_no_half_syllable(offline_app: App, rep: Sit) -> None:
    """Browsers tell of it in two ways: `isComposing`, or the key code 229."""
    one = rep(offline_app)
    role_play = one.begins()
    one.types("이번 달 통화량이 어느 정돈")
    for event in (
        "{key: 'Enter', code: 'Enter', keyCode: 13, isComposing: true}",
        "{key: 'Process', code: 'Enter', keyCode: 229, isComposing: true}",
    ):
        one.composer.evaluate(f"box => box.dispatchEvent(new KeyboardEvent('keydown', {{bubbles: true, cancelable: true, ...{event}}}))")
        expect(one.composer).to_have_value("이번 달 통화량이 어느 정돈")
    one.page.keyboard.insert_text("가요?")
    one.page.keyboard.press("Enter")
    expect(one.buyer_turns).to_have_count(2)
    assert said(offline_app, role_play) == ["이번 달 통화량이 어느 정돈가요?"]


def test_shift_enter_is_a_new_line_and_markup_stays_words(offline_app: App, rep: Sit) -> None:
    one = rep(offline_app)
    role_play = one.begins()
    one.types("<b>두 가지</b>를 여쭐게요.")
    one.page.keyboard.press("Shift+Enter")
    one.page.keyboard.type("첫째, *통화량*이요.")
    one.page.keyboard.press("Enter")
    expect(one.buyer_turns).to_have_count(2)
    expect(one.rep_turns).to_contain_text("<b>두 가지</b>를 여쭐게요. 첫째, *통화량*이요.")
    assert said(offline_app, role_play) == ["<b>두 가지</b>를 여쭐게요.\n첫째, *통화량*이요."]


@pytest.mark.parametrize("way", ["enter", "click"])
def test_sending_twice_at_once_is_one_turn(way: str, offline_app: App, rep: Sit) -> None:
    one = rep(offline_app)
    role_play = one.begins()
    one.types("여름에 못 받는 전화가 얼마나 되나요?")
    if way == "enter":
        one.page.keyboard.press("Enter")
        one.page.keyboard.press("Enter")
    else:
        one.button(composer.SEND).dblclick()
    expect(one.rep_turns).to_have_count(1)
    expect(one.buyer_turns).to_have_count(2)
    one.says("그때 현장은 어땠어요?")
    assert said(offline_app, role_play) == ["여름에 못 받는 전화가 얼마나 되나요?", "그때 현장은 어땠어요?"]


def test_a_double_click_sits_down_once_and_finishes_once(offline_app: App, rep: Sit) -> None:
    one = rep(offline_app)
    before = len(offline_app.role_plays())
    one.opens_the_gallery()
    one.opens_the_briefing()
    one.button(practise.SIT_DOWN).dblclick()
    expect(one.composer).to_be_visible()
    one.settled()
    one.says("안녕하세요. 요즘 상담센터는 어떠세요?")
    one.button(room.FINISH).click()
    one.button(room.FINISH_YES).dblclick()
    one.skips_looking_back()
    assert len(offline_app.role_plays()) == before + 1
    kept = offline_app.kept(one.role_play)
    assert kept.ended is not None
    assert len(kept.turns) == 3


def test_only_spaces_are_no_turn(offline_app: App, rep: Sit) -> None:
    one = rep(offline_app)
    role_play = one.begins()
    one.types("   ")
    one.page.keyboard.press("Enter")
    expect(one.composer).to_have_value("   ")
    one.page.keyboard.type("안녕하세요.")
    one.page.keyboard.press("Enter")
    expect(one.buyer_turns).to_have_count(2)
    assert said(offline_app, role_play) == ["안녕하세요."]
