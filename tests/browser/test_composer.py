"""The composer in a real browser: nothing that was typed is lost, it grows, it fits a phone, and it sends only what its author meant to send."""

import pytest
from playwright.sync_api import Page, ViewportSize, WebSocketRoute, expect

from tests.browser.app import App
from tests.browser.conftest import PHONE, Modelled, Sit
from tests.browser.rep import Rep
from tests.browser.test_appearance import holds
from tests.browser.test_sending import InputMethod, said
from tests.fakes.openai_endpoint import Reply
from ui.words import common, composer

pytestmark = pytest.mark.browser

WORDS = "여름에 못 받는 전화가 하루에 얼마나 되나요?"
NARROWEST: ViewportSize = {"width": 360, "height": 640}
ZOOMED: ViewportSize = {"width": 640, "height": 430}
"""1280 × 860 at 200 %: half as many CSS pixels each way."""
MOST = 4000


class Line:
    """The wire between the page and the app, which can be cut without either end noticing."""

    def __init__(self, page: Page) -> None:
        self.cut = False
        page.route_web_socket("**/_stcore/stream*", self._opened)

    def _opened(self, here: WebSocketRoute) -> None:
        there = here.connect_to_server()
        here.on_message(lambda message: None if self.cut else there.send(message))


def note(one: Rep) -> str:
    return one.page.get_by_test_id("stMain").locator("#maju-composer-note").inner_text()


def test_a_draft_outlives_a_reload_a_visit_elsewhere_and_the_tab(offline_app: App, rep: Sit) -> None:
    one = rep(offline_app)
    role_play = one.begins()
    one.types(WORDS)
    one.page.reload()
    expect(one.composer).to_have_value(WORDS)
    one.goes_to(common.ROLE_PLAYS)
    one.page.locator(f'a[href*="{role_play}"]').click()
    expect(one.composer).to_have_value(WORDS)
    later = Rep(one.page.context.new_page(), one.url, "ko")
    one.page.close()
    later.page.goto(f"{one.url}/room?role_play={role_play}")
    expect(later.composer).to_have_value(WORDS)
    later.settled()
    later.composer.focus()
    later.sends()
    expect(later.buyer_turns).to_have_count(2)
    later.page.reload()
    expect(later.buyer_turns).to_have_count(2)
    expect(later.composer).to_have_value("")
    assert said(offline_app, role_play) == [WORDS]


def test_a_draft_belongs_to_its_role_play(offline_app: App, rep: Sit) -> None:
    one = rep(offline_app)
    one.begins()
    one.types(WORDS)
    one.begins()
    expect(one.composer).to_have_value("")


def test_what_a_dead_line_swallowed_is_said_to_be_unsent_and_goes_out_once_when_it_is_back(offline_app: App, rep: Sit) -> None:
    one = rep(offline_app)
    line = Line(one.page)
    role_play = one.begins()
    one.types(WORDS)
    line.cut = True
    one.sends()
    one.page.keyboard.type("하나만 더요.")
    one.sees(composer.UNSENT.ko)
    one.shows("ko-40-a-dead-line")
    assert said(offline_app, role_play) == []
    line.cut = False
    expect(one.buyer_turns).to_have_count(2)
    expect(one.composer).to_have_value("하나만 더요.")
    one.settled()
    assert said(offline_app, role_play) == [WORDS]
    turn = offline_app.kept(role_play).turns[1]
    assert turn.typing
    assert turn.typing.first_key_at
    assert (turn.sent_at - turn.typing.first_key_at).total_seconds() < 4, "waiting for the line is no typing"


def test_a_reload_after_a_dead_line_sends_what_was_sent_and_only_once(offline_app: App, rep: Sit) -> None:
    one = rep(offline_app)
    line = Line(one.page)
    role_play = one.begins()
    one.types(WORDS)
    line.cut = True
    one.sends()
    expect(one.composer).to_have_value("")
    line.cut = False
    one.page.reload()
    expect(one.buyer_turns).to_have_count(2)
    one.settled()
    assert said(offline_app, role_play) == [WORDS]


def test_one_may_type_ahead_while_the_buyer_speaks_but_not_send(modelled: Modelled, rep: Sit) -> None:
    one = rep(modelled.app)
    role_play = one.begins()
    modelled.endpoint.next(Reply("솔직히 많이 힘들었어요. 저도 옆에서 들었거든요.", first_s=0.5, between_s=0.5))
    one.types(WORDS)
    one.sends()
    expect(one.rep_turns).to_have_count(1)
    one.page.keyboard.type("그때 현장은 어땠어요?")
    expect(one.button(composer.SEND)).to_have_attribute("aria-disabled", "true")
    one.page.keyboard.press("Enter")
    one.sees(composer.WAITING.ko)
    expect(one.composer).to_have_value("그때 현장은 어땠어요?")
    expect(one.buyer_turns).to_have_count(2)
    one.sends()
    expect(one.buyer_turns).to_have_count(3)
    assert said(modelled.app, role_play) == [WORDS, "그때 현장은 어땠어요?"]


def test_an_enter_that_safari_sends_after_the_syllable_has_ended_sends_nothing(offline_app: App, rep: Sit) -> None:
    """Safari ends the composition first; what marks the key as the input method's is its code alone."""
    one = rep(offline_app)
    role_play = one.begins()
    hand = InputMethod(one.page)
    one.types("결정은 누구와 하시나")
    hand.composes("요")
    hand.commits("요")
    one.composer.evaluate("box => box.dispatchEvent(new KeyboardEvent('keydown', {bubbles: true, cancelable: true, key: 'Enter', keyCode: 229}))")
    one.settled()
    expect(one.composer).to_have_value("결정은 누구와 하시나요")
    assert said(offline_app, role_play) == []
    one.sends()
    expect(one.buyer_turns).to_have_count(2)
    assert said(offline_app, role_play) == ["결정은 누구와 하시나요"]


def test_keys_that_are_shortcuts_elsewhere_are_letters_here(offline_app: App, rep: Sit) -> None:
    one = rep(offline_app, "en")
    one.begins()
    one.types("r c R C ? are letters")
    expect(one.page.get_by_role("dialog")).to_have_count(0)


def test_the_box_grows_to_eight_lines_and_the_last_line_of_the_buyer_stays_in_sight(offline_app: App, rep: Sit) -> None:
    one = rep(offline_app)
    one.begins()
    one.says("안녕하세요. 요즘 상담센터는 어떠세요?")
    heights = [height(one)]
    one.composer.focus()
    for _ in range(11):
        one.page.keyboard.type("한 줄")
        one.page.keyboard.press("Shift+Enter")
        heights.append(height(one))
    assert heights[0] < heights[1] < heights[4] < heights[7]
    assert heights[-1] == heights[-3]
    line = (heights[4] - heights[1]) / 3
    assert heights[-1] <= 8 * line + 20
    expect(one.buyer_turns.last).to_be_in_viewport()
    expect(one.button(composer.SEND)).to_be_in_viewport()
    one.sends()
    expect(one.composer).to_have_value("")
    assert height(one) == heights[0]


def height(one: Rep) -> float:
    box = one.composer.bounding_box()
    assert box
    return box["height"]


def test_near_the_limit_the_count_is_told_and_what_is_too_long_is_neither_cut_nor_sent(offline_app: App, rep: Sit) -> None:
    one = rep(offline_app)
    role_play = one.begins()
    one.composer.focus()
    one.page.keyboard.insert_text("가" * (MOST - 300))
    expect(one.composer).to_have_value("가" * (MOST - 300))
    assert note(one) == ""
    one.page.keyboard.insert_text("나" * 288)
    one.sees("12자 더 쓸 수 있어요.")
    one.page.keyboard.insert_text("다" * 20)
    one.sees("8자가 많아요")
    expect(one.button(composer.SEND)).to_have_attribute("aria-disabled", "true")
    one.page.keyboard.press("Enter")
    expect(one.composer).to_have_value("가" * (MOST - 300) + "나" * 288 + "다" * 20)
    assert said(offline_app, role_play) == []
    expect(one.page.locator("#maju-composer-note")).to_have_attribute("aria-live", "polite")


@pytest.mark.parametrize("window", [PHONE, NARROWEST, ZOOMED], ids=["phone", "360px", "200percent"])
def test_it_fits_a_small_window_with_a_long_draft(window: ViewportSize, offline_app: App, rep: Sit) -> None:
    one = rep(offline_app, "ko", window)
    one.begins()
    one.says("안녕하세요. 요즘 상담센터는 어떠세요?")
    one.composer.focus()
    one.page.keyboard.insert_text("말씀 감사합니다. 성수기마다 전화가 몰려 쉬지 못한다는 이야기를 자주 들었습니다. " * 12)
    holds(one.page)
    expect(one.button(composer.SEND)).to_be_visible()
    one.button(composer.SEND).scroll_into_view_if_needed()
    expect(one.button(composer.SEND)).to_be_in_viewport()
    one.shows(f"ko-41-composer-{window['width']}")
    one.button(composer.SEND).click()
    expect(one.buyer_turns).to_have_count(3)
