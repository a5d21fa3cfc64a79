"""A real KakaoTalk export with nicknames: upload, say who is who, scores with quotes; a restart in the middle loses nothing."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from assistant.domain.words import Language
from tests.browser.app import App, serving
from tests.browser.conftest import PHONE, Sit
from tests.browser.rep import PATIENCE_MS, SCREENSHOTS, Rep
from tests.ui.test_conversations import EXPORT
from ui.words import conversations, scorecard

pytestmark = pytest.mark.browser
ENGLISH = (
    "KakaoTalk Chats with Harbour deal\nDate Saved : 2024-01-06 09:01:00\n\n--------------- Friday, January 5, 2024 ---------------\n"
    "[Blue Whale] [3:10 PM] I'm worried the phones go dead at the weekend. Call me on 010-1234-5678.\n"
    "[Sandpiper] [3:12 PM] A dead line on a Saturday would worry me too. How long were you without phones last time?\n"
    "[Blue Whale] [3:13 PM] Two hours, and twenty bookings gone.\n"
    "[Sandpiper] [3:15 PM] Twenty bookings hurts. So we move at dawn on Saturday and I stand beside it. Shall I bring the plan on Tuesday at ten?\n"
    "[Blue Whale] [3:17 PM] Yes, that works.\n"
)
TALKS: dict[Language, tuple[str, str, str, str]] = {
    "ko": (EXPORT, "봄날", "라떼", "스무 건이면 타격이 크셨겠어요"),
    "en": (ENGLISH, "Blue Whale", "Sandpiper", "Twenty bookings hurts"),
}


def puts_in(rep: Rep, file: Path) -> None:
    rep.page.goto(f"{rep.url}/conversations")
    rep.page.locator("input[type=file]").set_input_files(str(file))
    expect(rep.page.get_by_text(file.name)).to_be_visible()
    rep.page.get_by_role("button", name=rep.words(conversations.PUT_IN)).click()


def maps(rep: Rep, name: str) -> None:
    expect(rep.page.get_by_text(rep.words(conversations.WHO))).to_be_visible()
    rep.page.get_by_role("radiogroup", name=name).get_by_text(rep.words(conversations.PARTS["rep"])).click()
    rep.page.get_by_role("button", name=rep.words(conversations.USE)).click()


@pytest.mark.parametrize("language", ["ko", "en"])
def test_an_export_with_nicknames_becomes_a_scorecard(offline_app: App, rep: Sit, tmp_path: Path, language: Language) -> None:
    export, buyer, seller, quote = TALKS[language]
    file = tmp_path / f"talk-{language}.txt"
    file.write_text(export, encoding="utf-8-sig")
    person = rep(offline_app, language)
    puts_in(person, file)
    expect(person.page.get_by_text(person.words(conversations.WHO))).to_be_visible()
    person.page.screenshot(path=SCREENSHOTS / f"conversations-who-{language}.png", full_page=True)
    maps(person, seller)
    card = person.page.locator('[class*="st-key-card-"]').filter(has_text=buyer)
    link = card.get_by_role("link", name=person.words(conversations.OPEN), exact=True)
    expect(link).to_be_visible()
    person.page.screenshot(path=SCREENSHOTS / f"conversations-{language}.png", full_page=True)
    link.click()
    expect(person.page.get_by_text(person.words(scorecard.TRANSCRIPT))).to_be_visible()
    expect(person.page.locator(".maju-talk").get_by_text(quote).first).to_be_visible()
    expect(person.page.locator(".maju-talk mark").first).to_be_visible()
    assert "1234-5678" not in person.page.content()
    person.page.screenshot(path=SCREENSHOTS / f"conversation-{language}.png", full_page=True)
    phone = rep(offline_app, language, PHONE, "dark")
    phone.page.goto(person.page.url)
    expect(phone.page.get_by_text(phone.words(scorecard.TRANSCRIPT))).to_be_visible()
    phone.page.screenshot(path=SCREENSHOTS / f"conversation-phone-{language}.png", full_page=True)


def test_scoring_goes_on_after_a_restart(rep: Sit, tmp_path: Path) -> None:
    line = (
        '{{"id": "c{0}", "turns": [{{"speaker": "buyer", "text": "{0}번 지점이 걱정이에요"}},'
        ' {{"speaker": "rep", "text": "{0}번 지점은 어떤 점이 걱정되세요?"}}]}}'
    )
    file = tmp_path / "many.jsonl"
    file.write_text("\n".join(line.format(number) for number in range(300)), encoding="utf-8")
    folder = tmp_path / "app"
    folder.mkdir()
    with serving(folder) as app:
        person = rep(app)
        puts_in(person, file)
        expect(person.page.get_by_text("300개 가운데")).to_be_visible()
        person.page.close()
    with serving(folder) as app:
        person = rep(app)
        person.page.goto(f"{app.url}/conversations")
        expect(person.page.get_by_text("대화 300개")).to_be_visible()
        expect(person.page.get_by_role("link", name=person.words(conversations.OPEN), exact=True)).to_have_count(12, timeout=4 * PATIENCE_MS)
        expect(person.page.get_by_text("300개 가운데")).to_have_count(0, timeout=4 * PATIENCE_MS)
