"""A manager sets practice; the rep sees it due and who will see it, practises, ends; the manager sees who has done it, and reads it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import expect

from assistant.access.passwords import Passwords
from assistant.domain.people import Person, Role, Team
from assistant.domain.words import Language
from assistant.store import open_store
from tests.browser.app import App, serving
from tests.browser.conftest import PHONE, Sit
from tests.browser.rep import BUYER, Rep
from tests.browser.test_team import PASSWORD, SAYS
from ui.words import assignments, common, door, practise, room, team

pytestmark = pytest.mark.browser
TEAM = "영업 1팀"
MANAGER, REP = "정마루", "김보람"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[App]:
    with serving(tmp_path, {"MAJU_TEAM": "1"}) as app:
        kept, now = Passwords().hashed(PASSWORD), datetime.now(UTC)
        people: tuple[tuple[str, str, Role], ...] = (("m", MANAGER, "manager"), ("r", REP, "rep"))
        with open_store(f"sqlite:///{app.data / 'maju.db'}") as store:
            store.accounts.add_team(Team("one", TEAM))
            for own, name, role in people:
                store.accounts.add(Person(own, f"{own}@maju.example", name, frozenset({role}), frozenset({"one"}), now))
                store.accounts.set_password(own, kept)
        yield app


def logs_in(one: Rep, login: str) -> None:
    one.page.goto(f"{one.url}/login")
    one.page.get_by_label(one.words(door.LOGIN)).fill(f"{login}@maju.example")
    one.page.get_by_label(one.words(door.PASSWORD)).fill(PASSWORD)
    one.page.keyboard.press("Enter")
    expect(one.page.locator(".maju-account")).to_be_visible()
    one.settled()


@pytest.mark.parametrize("language", ["ko", "en"])
def test_what_a_manager_sets_is_due_done_and_seen(office: App, rep: Sit, language: Language) -> None:
    manager, seller = rep(office, language), rep(office, language, PHONE)
    logs_in(manager, "m")
    manager.page.goto(f"{office.url}/assignments?scenario=cloud-phone-cx-lead")
    manager.sees_title(manager.words(assignments.TITLE))
    manager.page.get_by_label(manager.words(assignments.NOTE)).fill("통화량부터 물어보세요." if language == "ko" else "Ask about call volume first.")
    manager.shows(f"{language}-95-assign", whole=True)
    manager.page.get_by_test_id("stForm").first.get_by_role("button", name=manager.words(assignments.SET)).click()
    expect(manager.page.get_by_text(manager.words(assignments.WAS_SET, title=""))).to_be_visible()

    logs_in(seller, "r")
    seller.sees_title(seller.words(practise.TITLE))
    expect(seller.page.get_by_role("heading", name=seller.words(assignments.DUE))).to_be_visible()
    seller.shows(f"{language}-96-due")
    with seller.page.expect_download() as saved:
        seller.button(assignments.CALENDAR).click()
    assert "BEGIN:VEVENT" in saved.value.path().read_text(encoding="utf-8")
    seller.page.get_by_role("link", name=seller.words(assignments.OPEN_IT)).first.click()
    seller.sees(seller.words(assignments.WHO_SEES, team=TEAM, names=MANAGER))
    seller.shows(f"{language}-97-assigned-briefing", whole=True)
    talk = seller.sits_down()
    for line in SAYS[language]:
        seller.says(line)
    manager.page.goto(f"{office.url}/scorecard?role_play={talk}")
    manager.sees(manager.words(common.NO_SUCH_TALK))
    assert not office.kept(talk).shared
    finish = seller.button(room.FINISH)
    finish.scroll_into_view_if_needed()
    seller.finishes()
    seller.sees(seller.words(assignments.IS_SHARED, teams=TEAM))
    assert office.kept(talk).shared == {"one"}

    manager.page.goto(f"{office.url}/assignments")
    manager.sees_title(manager.words(assignments.TITLE))
    manager.page.locator('[class*="st-key-assignment-"]').first.get_by_text("1").first.click()
    manager.sees(REP)
    manager.shows(f"{language}-98-done", whole=True)
    manager.page.goto(f"{office.url}/team")
    manager.sees_title(manager.words(team.TITLE))
    manager.sees(REP)
    manager.shows(f"{language}-99-team", whole=True)
    manager.page.goto(f"{office.url}/scorecard?role_play={talk}")
    manager.sees_title(BUYER.in_(language))
