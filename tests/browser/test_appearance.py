"""Languages, windows and colours: every screen holds on a phone, in the dark and in both languages."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from assistant.domain.words import Language
from tests.browser.app import App
from tests.browser.conftest import DESKTOP, PHONE, Sit
from tests.browser.rep import Rep
from ui.words import common, playbooks, practise, room

pytestmark = pytest.mark.browser

WIDER = """() => [...document.querySelectorAll('[data-testid="stMain"] *')]
    .filter(one => one.getClientRects().length && one.getBoundingClientRect().right > window.innerWidth + 1
        && !one.closest('.maju-hidden, [data-testid="stElementToolbar"], [data-testid="stSlider"] input[type=range]'))
    .map(one => one.tagName + '.' + one.className + ': ' + one.innerText?.slice(0, 40))"""
"""Whatever sticks out of the window to the right."""

FOCUSED = """() => { const one = document.activeElement;
    const named = [one.innerText, one.ariaLabel, ...[...(one.labels || [])].map(label => label.textContent)];
    return one.matches('a, button, input, textarea') ? named.join(' ') : ''; }"""
PAINT = """one => { const paint = getComputedStyle(one); return [paint.color, paint.backgroundColor]; }"""


def holds(page: Page) -> None:
    """Nothing has to be scrolled sideways."""
    for box in ("document.documentElement", "document.querySelector('[data-testid=\"stMain\"]')"):
        assert page.evaluate(f"{box}.scrollWidth - {box}.clientWidth") <= 0
    assert page.evaluate(WIDER) == []


def luminance(colour: str) -> float:
    """Relative luminance of 'rgb(r, g, b)' after WCAG 2."""
    channels = [int(value) / 255 for value in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4 for value in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def opens_every_screen(rep: Rep, check: Callable[[Page], None], prefix: str) -> None:
    """Gallery, briefing, room, scorecard, history, playbooks, review, reading."""

    def here(name: str) -> None:
        rep.settled()
        check(rep.page)
        rep.shows(f"{prefix}-{name}", whole=name != "room")

    rep.opens_the_gallery()
    here("gallery")
    rep.opens_the_briefing()
    here("briefing")
    rep.sits_down()
    rep.says({"ko": "안녕하세요. 7월에 못 받은 전화가 얼마나 됐나요?", "en": "Good morning. How many calls went unanswered in July?"}[rep.language])
    rep.says(LONG[rep.language])
    here("room")
    rep.finishes()
    here("scorecard")
    for name in ("role-plays", "playbooks", "review"):
        rep.page.goto(f"{rep.url}/{name}")
        expect(rep.page.get_by_role("heading", level=1)).to_be_visible()
        here(name)
    rep.page.locator('a[href*="reading"]').first.click()
    expect(rep.page.get_by_role("article").first).to_be_visible()
    here("reading")


LONG: dict[Language, str] = {
    "ko": "말씀 감사합니다. "
    + "성수기마다 전화가 몰려 상담사분들이 쉬지 못한다는 이야기를 다른 렌탈 회사에서도 자주 들었습니다. " * 6
    + "실장님은 어떠세요?",
    "en": "Thank you. "
    + "We hear from other rental companies that agents cannot rest in the peak weeks because calls pile up. " * 6
    + "What about you?",
}


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_phone_never_scrolls_sideways(language: Language, offline_app: App, rep: Sit) -> None:
    opens_every_screen(rep(offline_app, language, PHONE), holds, f"{language}-phone")


def test_on_a_phone_the_way_into_the_room_is_at_hand_and_the_room_leaves_half_to_the_talk(offline_app: App, rep: Sit) -> None:
    one = rep(offline_app, "ko", PHONE)
    one.opens_the_gallery()
    one.opens_the_briefing()
    expect(one.button(practise.SIT_DOWN)).to_be_in_viewport()
    one.sits_down()
    one.says("안녕하세요. 요즘 상담센터는 어떠세요?")
    side = one.page.locator(".st-key-side").bounding_box()
    assert side is not None
    assert side["height"] < PHONE["height"] * 0.3


def test_the_dark_is_dark_and_readable(offline_app: App, rep: Sit) -> None:
    def readable(page: Page) -> None:
        ink, ground = page.get_by_test_id("stApp").evaluate(PAINT)
        assert luminance(ground) < 0.1
        assert contrast(ink, ground) > 7
        for quiet in page.locator(".maju-quiet:visible, .maju-lead:visible, .maju-cited:visible").all()[:10]:
            assert contrast(quiet.evaluate(PAINT)[0], ground) > 4.5

    opens_every_screen(rep(offline_app, "ko", DESKTOP, "dark"), readable, "ko-dark")


def test_a_switched_language_stays_over_pages_and_reloads(offline_app: App, rep: Sit) -> None:
    korean = rep(offline_app, "ko")
    korean.opens_the_gallery()
    switch = korean.page.get_by_role("radiogroup", name=common.SCREEN_LANGUAGE.ko)
    switch.get_by_role("radio").nth(1).click()
    english = Rep(korean.page, korean.url, "en")
    english.sees_title(practise.TITLE.en)
    english.page.reload()
    english.sees_title(practise.TITLE.en)
    english.goes_to(common.PLAYBOOKS)
    english.sees_title(playbooks.TITLE.en)
    english.page.reload()
    english.sees_title(playbooks.TITLE.en)
    english.goes_to(common.PRACTISE)
    english.opens_the_briefing()
    english.sits_down()
    english.sees(room.OFFLINE.en)
    english.page.reload()
    expect(english.composer).to_be_visible()


def test_the_whole_way_into_the_room_goes_by_keyboard(offline_app: App, rep: Sit) -> None:
    """Tab reaches the deal, the button, the composer and the way out, in an order a person can follow."""
    one = rep(offline_app)
    one.opens_the_gallery()
    tabs_to(one.page, "만날 준비하기")
    one.page.keyboard.press("Enter")
    expect(one.button(practise.SIT_DOWN)).to_be_visible()
    one.settled()
    tabs_to(one.page, practise.SIT_DOWN.ko)
    one.page.keyboard.press("Enter")
    expect(one.page.get_by_role("textbox")).to_be_visible()
    one.settled()
    tabs_to(one.page, "할 말을 적어 주세요")
    one.page.keyboard.type("안녕하세요. 요즘 상담센터는 어떠세요?")
    one.page.keyboard.press("Enter")
    expect(one.page.get_by_role("article")).to_have_count(3)


def tabs_to(page: Page, words: str, most: int = 60) -> None:
    for _ in range(most):
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        if words in focused:
            return
    raise AssertionError(f"Tab never reaches {words!r}")


@pytest.mark.parametrize("language", ["ko", "en"])
def test_an_address_of_no_page_is_told_in_the_reader_s_language(offline_app: App, rep: Sit, language: Language) -> None:
    one = rep(offline_app, language)
    one.page.goto(f"{offline_app.url}/role_plays")
    one.sees_title(one.words(practise.TITLE))
    one.sees(one.words(common.NOWHERE))
    expect(one.page.get_by_role("dialog")).to_have_count(0)
    one.shows(f"{language}-03-nowhere")
    one.goes_to(common.ROLE_PLAYS)
    one.sees_title(one.words(common.ROLE_PLAYS))
    expect(one.page.get_by_text(one.words(common.NOWHERE))).to_have_count(0)
