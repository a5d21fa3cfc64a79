"""The coach in practice, and an assessment in which there is none: chosen at the briefing, ended by the clock of the store."""

import sqlite3
from contextlib import closing

import pytest
from playwright.sync_api import expect

from assistant.domain.words import Language
from tests.browser.app import App
from tests.browser.conftest import Sit
from tests.browser.rep import Rep
from ui.words import assessing, common, composer, hints, practise, room, scorecard

pytestmark = pytest.mark.browser

HELLO: dict[Language, str] = {
    "ko": "안녕하세요. 7월에 못 받은 전화가 얼마나 됐나요?",
    "en": "Good morning. How many calls went unanswered in July?",
}
DRAFT: dict[Language, str] = {"ko": "하나만 더 여쭤볼게요.", "en": "One more question, if I may."}


def chooses(one: Rep, mode: str) -> None:
    one.page.get_by_role("radio", name=mode, exact=True).click()


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_coach_asks_on_demand_and_the_scorecard_says_how_often(language: Language, offline_app: App, rep: Sit) -> None:
    one = rep(offline_app, language)
    one.begins()
    one.button(hints.HINT).click()
    asked = one.page.locator(".maju-hint p")
    expect(asked).to_contain_text("?")
    first = asked.inner_text()
    one.button(hints.HINT).click()
    expect(asked).not_to_have_text(first)
    one.shows(f"{language}-45-hint")
    one.says(HELLO[language])
    expect(asked).to_have_count(0)
    one.page.get_by_text(one.words(hints.MOOD)).click()
    expect(one.page.locator(".maju-mood")).to_have_text("")
    one.says(DRAFT[language])
    expect(one.page.locator(".maju-mood")).to_have_text("")
    one.finishes()
    one.sees(one.words(hints.USED, count=2))


@pytest.mark.parametrize("language", ["ko", "en"])
def test_an_assessment_ends_by_the_store_s_clock_and_keeps_what_was_being_typed(language: Language, offline_app: App, rep: Sit) -> None:
    """In Korean when something is sent too late; in English while one only types."""
    one = rep(offline_app, language)
    one.opens_the_gallery()
    one.opens_the_briefing()
    one.page.get_by_text(one.words(practise.SELDOM)).click()
    chooses(one, one.words(assessing.MODES["assessment"]))
    one.sees(one.words(assessing.RULES, minutes=15))
    one.shows(f"{language}-46-assessment-briefing")
    role_play = one.sits_down()
    expect(one.button(hints.HINT)).to_have_count(0)
    expect(one.page.get_by_text(one.words(room.MAP))).to_have_count(0)
    one.says(HELLO[language])
    one.shows(f"{language}-47-assessment-room")
    if language == "ko":
        one.types(DRAFT[language])
        pass_by(offline_app, role_play, "16 minutes")
        one.sends()
    else:
        pass_by(offline_app, role_play, "890 seconds")
        one.page.reload()
        one.sees(one.words(assessing.LAST_MINUTE))
        one.types(DRAFT[language])
    expect(one.button(common.OPEN_SCORECARD)).to_be_visible()
    one.sees(one.words(room.ending("open", "time_limit")))
    expect(one.composer).to_have_value(DRAFT[language])
    one.sees(one.words(composer.TIME_UP))
    one.shows(f"{language}-48-time-is-up")
    one.page.reload()
    expect(one.composer).to_have_value(DRAFT[language])
    kept = offline_app.kept(role_play)
    assert kept.ended
    assert (kept.ended.by, kept.ended.why) == ("limit", "time_limit")
    assert [turn.text for turn in kept.turns if turn.speaker == "rep"] == [HELLO[language]]
    one.button(common.OPEN_SCORECARD).click()
    one.sees_the_scorecard()
    expect(one.page.get_by_text(one.words(assessing.WHICH, attempt=kept.attempt, of=2))).to_be_visible()
    one.link(scorecard.AGAIN).click()
    expect(one.button(practise.SIT_DOWN)).to_be_visible()


def pass_by(app: App, role_play: str, time: str) -> None:
    """As the store sees it: the role-play began that much earlier."""
    with closing(sqlite3.connect(app.data / "maju.db")) as store, store:
        store.execute("UPDATE role_plays SET began_at = datetime(began_at, ?) || '.000000' WHERE id = ?", (f"-{time}", role_play))
