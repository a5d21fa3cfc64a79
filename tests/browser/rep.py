"""What a rep does in front of the screens, in the words that stand there. Everything is found the way a person or a screen reader finds it."""

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlparse

from playwright.sync_api import Locator, Page, expect

from assistant.domain.words import Language, Text
from ui.words import common, composer, practise, reflect, room, scorecard

SCREENSHOTS = Path(__file__).parent / "screenshots"
DEAL = "cloud-phone-cx-lead"
BUYER = Text("윤가영", "Gayoung Yoon")
PATIENCE_MS = 45_000
"""For anything that a page is waited for; the machine may be busy with other tests."""
TALLEST = 4000


@dataclass(frozen=True, slots=True)
class Rep:
    """A rep with a browser. `language`: of the screens."""

    page: Page
    url: str
    language: Language

    def words(self, text: Text, **values: object) -> str:
        return text.in_(self.language).format(**values)

    def button(self, text: Text) -> Locator:
        return self.page.get_by_role("button", name=self.words(text))

    def link(self, text: Text) -> Locator:
        return self.page.get_by_role("link", name=self.words(text), exact=True)

    def sees(self, words: str) -> None:
        expect(self.page.get_by_text(words).first).to_be_visible()

    def sees_title(self, words: str) -> None:
        expect(self.page.get_by_role("heading", level=1, name=words)).to_be_visible()
        self.settled()

    def settled(self) -> None:
        """Streamlit has finished drawing."""
        expect(self.page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")

    def goes_to(self, place: Text) -> None:
        """By the navigation on top; behind a heading where there are many pages."""
        navigation = self.page.get_by_role("navigation")
        expect(navigation.get_by_role("link").first).to_be_visible()
        link = self.page.get_by_test_id(re.compile("stTopNav(Dropdown)?Link$")).filter(has_text=self.words(place))
        for heading in navigation.get_by_test_id("stTopNavSection").all():
            if link.count():
                break
            heading.click()
            expect(self.page.get_by_test_id("stTopNavDropdownLink").first).to_be_visible()
        link.first.click()

    # Practising

    def opens_the_gallery(self) -> None:
        self.page.goto(self.url)
        self.sees_title(self.words(practise.TITLE))

    def opens_the_briefing(self, deal: str = DEAL) -> None:
        self.page.locator(f'a[href*="briefing?scenario={deal}"]').click()
        expect(self.button(practise.SIT_DOWN)).to_be_visible()
        self.settled()

    def sits_down(self) -> str:
        """Returns the role-play's id."""
        self.button(practise.SIT_DOWN).click()
        expect(self.composer).to_be_visible()
        expect(self.buyer_turns).to_have_count(1)
        self.settled()
        return self.role_play

    def begins(self) -> str:
        """The shortest way into the room: gallery, briefing, sit down."""
        self.opens_the_gallery()
        self.opens_the_briefing()
        return self.sits_down()

    @property
    def role_play(self) -> str:
        return parse_qs(urlparse(self.page.url).query)["role_play"][0]

    @property
    def composer(self) -> Locator:
        return self.page.get_by_role("textbox", name=self.words(composer.LABEL, buyer=BUYER.in_(self.language)))

    @property
    def buyer_turns(self) -> Locator:
        return self.page.get_by_role("article").filter(has_text=f"{BUYER.in_(self.language)}:")

    @property
    def rep_turns(self) -> Locator:
        return self.page.get_by_role("article").filter(has_text=f"{self.words(room.REP_SPOKE)}:")

    def types(self, words: str) -> None:
        """Key by key; Hangul arrives syllable by syllable, as an input method hands it over."""
        self.composer.click()
        self.page.keyboard.type(words)
        expect(self.composer).to_have_value(words)

    def sends(self) -> None:
        """Enter, once the button shows that what stands in the box can be sent."""
        expect(self.button(composer.SEND)).to_have_attribute("aria-disabled", "false")
        self.page.keyboard.press("Enter")

    def says(self, words: str) -> None:
        """Types, presses Enter, and waits until the buyer has answered."""
        mine, theirs = self.rep_turns.count(), self.buyer_turns.count()
        self.types(words)
        self.sends()
        expect(self.rep_turns).to_have_count(mine + 1)
        expect(self.buyer_turns).to_have_count(theirs + 1)
        expect(self.composer).to_have_value("")
        self.settled()

    def finishes(self, again: bool = False) -> None:
        """Up to the scores. `again`: a second try, before whose scores nobody is asked to look back."""
        self.button(room.FINISH).click()
        self.button(room.FINISH_YES).click()
        if again:
            self.sees_the_scorecard()
        else:
            self.skips_looking_back()

    def skips_looking_back(self) -> None:
        """From the questions before the scores to the scores, by the one key it takes."""
        expect(self.button(reflect.SKIP)).to_be_visible()
        self.settled()
        self.page.keyboard.press("Escape")
        self.sees_the_scorecard()

    def sees_the_scorecard(self) -> None:
        self.sees_title(self.words(scorecard.TITLE, buyer=BUYER.in_(self.language)))
        scores, more = self.page.get_by_role("heading", name=self.words(scorecard.SCORES)), self.button(scorecard.MORE)
        expect(scores.or_(more).first).to_be_visible()
        self.settled()
        if more.count():
            more.click()
        expect(scores).to_be_visible()
        for name in common.DIMENSIONS.values():
            expect(self.page.get_by_text(self.words(name), exact=True).first).to_be_visible()
        self.settled()

    # Looking

    def shows(self, name: str, whole: bool = False) -> None:
        """A screenshot to be looked at. `whole`: the page down to its end, else as the window shows it."""
        SCREENSHOTS.mkdir(exist_ok=True)
        window = self.page.viewport_size
        if whole and window:
            height = int(self.page.get_by_test_id("stMain").evaluate("main => main.scrollHeight"))
            self.page.set_viewport_size({"width": window["width"], "height": min(max(height, window["height"]), TALLEST)})
        self.page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame)).then(() => null)")
        self.page.screenshot(path=SCREENSHOTS / f"{name}.png", animations="disabled")
        if whole and window:
            self.page.set_viewport_size(window)
