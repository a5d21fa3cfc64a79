"""My progress over ten weeks of a team: what changed, a habit and where it was said, in both languages, on a desk and on a phone."""

import pytest
from playwright.sync_api import Locator, ViewportSize, expect

from assistant.domain.words import Language, Text
from tests.browser.app import App
from tests.browser.conftest import DESKTOP, PHONE, Sit
from tests.browser.rep import Rep
from ui.words import common, habits, practise, progress

TIC = Text("솔직히 말씀드리면", "to be honest")
"""What the local rep of `tests.team` says without noticing."""


def opens_progress(one: Rep) -> None:
    one.page.goto(f"{one.url}/progress")
    one.sees_title(one.words(progress.TITLE))


def fits(one: Rep) -> bool:
    return bool(one.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


def card_of(one: Rep, habit: str) -> Locator:
    return one.page.locator('[class*="st-key-card-habit-"]').filter(has_text=habit).first


@pytest.mark.browser
@pytest.mark.parametrize(("language", "window"), [("ko", DESKTOP), ("en", DESKTOP), ("ko", PHONE), ("en", PHONE)])
def test_ten_weeks_show_what_changed_and_which_habits_one_has(team_app: App, rep: Sit, language: Language, window: ViewportSize) -> None:
    one = rep(team_app, language, window)
    opens_progress(one)
    changed = one.page.locator(".maju-changed.risen").first
    expect(changed).to_be_visible()
    expect(one.page.get_by_test_id("stVegaLiteChart")).to_have_count(4)
    for dimension in common.DIMENSIONS.values():
        expect(one.page.get_by_role("heading", name=one.words(dimension), level=3)).to_be_visible()
    card = card_of(one, one.words(TIC))
    expect(card).to_be_visible()
    assert fits(one)
    one.shows(f"{language}-70-progress-{window['width']}", whole=True)
    card.get_by_text(one.words(habits.OPEN)).click()
    quotes = card.get_by_role("link")
    expect(quotes).to_have_count(3)
    expect(card.get_by_test_id("stVegaLiteChart")).to_be_visible()
    expect(quotes.first).to_contain_text(one.words(TIC), ignore_case=True)
    assert fits(one)
    one.shows(f"{language}-71-habit-{window['width']}", whole=True)


@pytest.mark.browser
@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_habit_s_quote_leads_to_the_turn_it_was_said_in(team_app: App, rep: Sit, language: Language) -> None:
    one = rep(team_app, language)
    opens_progress(one)
    card = card_of(one, one.words(TIC))
    card.get_by_text(one.words(habits.OPEN)).click()
    card.get_by_role("link").first.click()
    turn = one.page.locator(".maju-turn:target")
    expect(turn).to_be_visible()
    expect(turn).to_contain_text(one.words(TIC), ignore_case=True)
    expect(turn).to_be_in_viewport()


@pytest.mark.browser
@pytest.mark.parametrize("language", ["ko", "en"])
def test_why_a_score_is_said_to_have_changed_is_answered_with_counts_and_quotes(team_app: App, rep: Sit, language: Language) -> None:
    one = rep(team_app, language)
    one.opens_the_gallery()
    one.goes_to(progress.TITLE)
    one.sees_title(one.words(progress.TITLE))
    why = one.page.locator(".st-key-why-professional")
    why.locator("summary").press("Enter")
    expect(why.get_by_role("link").first).to_be_visible()
    expect(why).to_contain_text(one.words(progress.LATEST_WHY))
    other: Language = "en" if language == "ko" else "ko"
    one.page.get_by_role("radio", name=common.LANGUAGE_NAMES[other]).last.click()
    one.settled()
    expect(card_of(one, TIC.in_(other))).to_be_visible()
    expect(one.page.locator(".maju-changed").first).to_be_visible()


@pytest.mark.browser
@pytest.mark.parametrize("language", ["ko", "en"])
def test_an_empty_page_says_what_will_appear_and_leads_to_a_buyer(offline_app: App, rep: Sit, language: Language) -> None:
    one = rep(offline_app, language, PHONE)
    opens_progress(one)
    one.sees(one.words(progress.EMPTY))
    one.sees(one.words(progress.WILL[1]))
    one.shows(f"{language}-72-progress-empty")
    one.link(common.TO_PRACTISE).click()
    one.sees_title(one.words(practise.TITLE))
