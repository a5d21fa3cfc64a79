"""The trainer's desk in a browser: a rep submits, a trainer scores blind by keyboard alone, overrides, comments; the rep sees both and answers."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import expect

from assistant.domain.items import ITEMS
from assistant.domain.words import DIMENSIONS, Language
from tests.browser.app import App, serving
from tests.browser.conftest import Sit
from tests.browser.rep import Rep
from tests.browser.test_team import NAMES, QUESTION, SAYS, first_link, invites, joins
from ui.words import calibration, common, door, people, review, scorecard

pytestmark = pytest.mark.browser
MOST_KEYS = 60
"""For four scores and ten items. A practised typist makes 3.6 a second (Card, Moran & Newell 1980), so well under half a minute; reading thirty turns
aloud in one's head takes about four."""
PAUSE_MS = 1500
"""Longer than the pause in typing after which the words are kept."""
WHY: dict[Language, str] = {"ko": "걱정을 들었지만 바로 질문으로 넘어갔어요.", "en": "The worry was heard, and then came the next question."}
COMMENT: dict[Language, str] = {"ko": "이 질문이 아주 좋았어요.", "en": "This question was very good."}
NEXT: dict[Language, str] = {"ko": "다음에는 결재 과정을 먼저 물어보세요.", "en": "Next time ask how it is decided."}


@pytest.fixture
def team_app(tmp_path: Path) -> Iterator[App]:
    with serving(tmp_path, {"MAJU_TEAM": "1"}) as app:
        yield app


@dataclass
class Keys:
    """What is pressed, and how often."""

    rep: Rep
    count: int = 0

    def press(self, key: str) -> None:
        self.rep.page.keyboard.press(key)
        self.count += 1

    def tab_to(self, kind: str) -> None:
        """On to the next control of this kind."""
        self._tab_until(f"document.activeElement.type === '{kind}'")

    def tab_to_button(self, words: str) -> None:
        self._tab_until(f"document.activeElement.innerText.includes({json.dumps(words)})")

    def _tab_until(self, there: str) -> None:
        for _ in range(8):
            self.press("Tab")
            if self.rep.page.evaluate(there):
                return
        raise AssertionError(f"not within eight tabs: {there}")


def scores_by_keyboard(trainer: Rep) -> int:
    """Four scores and every item, from the first score on; how many keys that took."""
    keys = Keys(trainer)
    trainer.page.get_by_role("spinbutton", name=trainer.words(common.DIMENSIONS[DIMENSIONS[0]])).focus()
    for number, _ in enumerate(DIMENSIONS):
        if number:
            keys.tab_to("number")
        for digit in "45":
            keys.press(digit)
    for number, _ in enumerate(ITEMS):
        keys.tab_to("radio")
        keys.press(("Space", "ArrowDown")[number % 2])
    trainer.settled()
    keys.tab_to_button(trainer.words(review.KEEP))
    keys.press("Enter")
    expect(trainer.page.get_by_text(trainer.words(review.MACHINE_SAW))).to_be_visible()
    trainer.settled()
    return keys.count


@pytest.mark.parametrize("language", ["ko", "en"])
def test_from_asking_a_trainer_to_both_numbers(team_app: App, rep: Sit, language: Language, capsys: pytest.CaptureFixture[str]) -> None:
    boram, narae, team = NAMES[language]
    admin, trainer, seller = (rep(team_app, language) for _ in range(3))
    joins(admin, first_link(team_app))
    admin.goes_to(people.NAME)
    admin.sees_title(admin.words(people.TITLE))
    for_trainer = invites(admin, "narae@hangyeol.kr", narae, door.ROLE_NAMES["trainer"], team)
    joins(seller, invites(admin, "boram@hangyeol.kr", boram, door.ROLE_NAMES["rep"], team))
    joins(trainer, for_trainer)
    seller.opens_the_briefing()
    seller.sits_down()
    for line in SAYS[language]:
        seller.says(line)
    talk = seller.role_play
    seller.finishes()
    seller.button(review.SUBMIT).click()
    seller.page.get_by_role("textbox", name=seller.words(review.QUESTION)).fill(QUESTION[language])
    seller.page.get_by_role("button", name=seller.words(review.SUBMIT_NOW), exact=True).click()
    expect(seller.button(review.SUBMIT)).to_have_count(0)

    trainer.goes_to(common.REVIEW)
    trainer.sees_title(trainer.words(review.TITLE))
    trainer.sees(QUESTION[language])
    trainer.shows(f"{language}-95-desk", whole=True)
    trainer.link(review.OPEN).click()
    expect(trainer.button(review.KEEP)).to_be_visible()
    trainer.settled()
    assert "<mark" not in trainer.page.content()
    trainer.shows(f"{language}-96-blind", whole=True)
    trainer.page.set_viewport_size({"width": 390, "height": 844})
    trainer.shows(f"{language}-96-blind-phone", whole=True)
    trainer.page.set_viewport_size({"width": 1280, "height": 900})
    count = scores_by_keyboard(trainer)
    with capsys.disabled():
        print(f" [{count} keys for {len(DIMENSIONS)} scores and {len(ITEMS)} items]", end="")
    assert count <= MOST_KEYS

    page = trainer.page
    page.get_by_role("textbox", name=trainer.words(review.WORDS)).fill(COMMENT[language])
    page.get_by_role("textbox", name=trainer.words(review.QUOTE)).fill(SAYS[language][0][-20:])
    trainer.settled()
    trainer.button(review.SEND).click()
    expect(page.get_by_role("article").filter(has_text=COMMENT[language])).to_have_count(1)
    trainer.settled()
    warm = trainer.words(common.DIMENSIONS["warm"])
    page.get_by_role("radio", name=warm, exact=True).or_(page.get_by_role("button", name=warm, exact=True)).first.click()
    reason = page.get_by_role("textbox", name=trainer.words(review.REASON), exact=True)
    expect(reason).to_be_visible()
    reason.fill(WHY[language])
    trainer.settled()
    trainer.button(review.PUT).click()
    expect(trainer.button(review.TAKE_BACK)).to_be_visible()
    page.get_by_role("textbox", name=trainer.words(review.FOLLOW_UP)).fill(NEXT[language])
    page.wait_for_timeout(PAUSE_MS)
    trainer.settled()
    page.reload()
    expect(page.get_by_role("textbox", name=trainer.words(review.FOLLOW_UP))).to_have_value(NEXT[language])
    trainer.settled()
    trainer.shows(f"{language}-97-beside", whole=True)
    trainer.button(review.CLOSE).click()
    trainer.sees(trainer.words(review.NOT_NOTED))
    trainer.goes_to(calibration.NAME)
    trainer.sees_title(trainer.words(calibration.TITLE))

    seller.goes_to(common.PRACTISE)
    expect(seller.link(review.READ_IT)).to_be_visible()
    seller.shows(f"{language}-98-news")
    seller.link(review.READ_IT).click()
    seller.sees(WHY[language])
    seller.sees(NEXT[language])
    seller.settled()
    assert seller.role_play == talk
    expect(seller.page.get_by_text(seller.words(review.ANSWER))).to_be_visible()
    seller.shows(f"{language}-99-reviewed", whole=True)
    seller.button(review.TAKE_NOTE).click()
    expect(seller.button(review.TAKE_NOTE)).to_have_count(0)
    expect(seller.page.get_by_text(scorecard.SCORES.in_(language)).first).to_be_visible()
