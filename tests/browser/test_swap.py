"""Swapped sides, the way a rep walks through them: from the briefing, one's own line by keyboard, both lines, the buyer's answer, a reload."""

import pytest
from playwright.sync_api import expect

from tests.browser.app import App
from tests.browser.conftest import PHONE, Sit
from tests.browser.rep import BUYER
from ui.words import swap

pytestmark = pytest.mark.browser

OWN = {
    "ko": "저희 한결콜은 올인원 솔루션이에요. 보이스봇까지 다 됩니다.",
    "en": "Our Hangyeol Call is an all-in-one solution with a voice bot.",
}


@pytest.mark.parametrize(("language", "window", "scheme"), [("ko", None, "light"), ("en", PHONE, "dark")])
def test_one_watches_a_good_rep_and_says_first_what_one_would_say(offline_app: App, rep: Sit, language: str, window: object, scheme: str) -> None:
    one = rep(offline_app, language, scheme=scheme) if window is None else rep(offline_app, language, window, scheme)
    one.opens_the_gallery()
    one.opens_the_briefing()
    one.button(swap.START).click()
    one.sees_title(one.words(swap.TITLE, buyer=BUYER.in_(one.language)))
    composer = one.page.get_by_role("textbox", name=one.words(swap.COMPOSER))
    expect(composer).to_be_visible()
    one.shows(f"{language}-61-swap-asked")
    composer.click()
    one.page.keyboard.type(OWN[language])
    one.page.keyboard.press("Enter")
    expect(one.page.locator(".maju-line.good")).to_be_visible()
    expect(one.page.locator(".maju-line.own")).to_contain_text(OWN[language])
    one.settled()
    one.shows(f"{language}-62-swap-both", whole=True)
    one.page.reload()
    expect(one.page.locator(".maju-line.own")).to_contain_text(OWN[language])
    one.settled()
    one.button(swap.NEXT).press("Enter")
    expect(one.buyer_turns).to_have_count(2)
    expect(composer).to_be_visible()
    one.settled()
    one.button(swap.SKIP).click()
    expect(one.page.locator(".maju-line.good")).to_be_visible()
    one.sees(one.words(swap.SKIPPED))
    assert one.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert offline_app.role_plays() == ()
