"""After a talk, the way a rep goes: from the room's end to what the buyer was thinking, and from a quote to its moment."""

import pytest
from playwright.sync_api import expect

from tests.browser.app import App
from tests.browser.conftest import PHONE, Sit
from tests.browser.rep import BUYER
from ui.words import after_call

pytestmark = pytest.mark.browser

LINES = {
    "ko": ("안녕하세요 실장님, 지금 상담센터는 어떻게 운영하고 계세요?", "일단 10% 할인해 드릴게요. 오늘 계약하셔야 이 가격입니다."),
    "en": ("Hello, how do you run the contact centre at the moment?", "I can knock 10% off, but only if you sign today."),
}


@pytest.mark.parametrize(("language", "window", "scheme"), [("ko", None, "light"), ("en", PHONE, "dark")])
def test_the_buyers_account_is_read_after_the_talk(offline_app: App, rep: Sit, language: str, window: object, scheme: str) -> None:
    one = rep(offline_app, language, scheme=scheme) if window is None else rep(offline_app, language, window, scheme)
    one.begins()
    for line in LINES[language]:
        one.says(line)
    one.finishes()
    one.link(after_call.OPEN).click()
    one.sees_title(one.words(after_call.TITLE, buyer=BUYER.in_(one.language)))
    lost = one.page.get_by_role("heading", name=one.words(after_call.LOST))
    expect(lost).to_be_visible()
    expect(one.page.locator("mark.less").first).to_be_visible()
    one.shows(f"{language}-60-after-call", whole=True)
    one.page.locator(".maju-advice.less a").click()
    expect(one.page.locator(".maju-turn:target")).to_contain_text(LINES[language][1][:12])
    never = one.page.locator(".maju-areas details").first
    never.locator("summary").press("Enter")
    expect(never.locator("q").first).to_be_visible()
    assert one.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
