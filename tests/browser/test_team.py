"""A team from its first start: a link from the terminal makes an admin, who invites; a talk is shared and read; somebody is put out."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from assistant.domain.words import Language, Text
from tests.browser.app import App, serving
from tests.browser.conftest import Sit
from tests.browser.rep import Rep
from ui.words import common, door, people, review, scorecard

pytestmark = pytest.mark.browser
PASSWORD = "느린 노새와 푸른 국수"
NAMES: dict[Language, tuple[str, str, str]] = {"ko": ("김보람", "이나래", "영업 1팀"), "en": ("Boram Kim", "Narae Lee", "Sales one")}

QUESTION: dict[Language, str] = {"ko": "너무 빨리 물었을까요?", "en": "Did I ask too soon?"}
SAYS: dict[Language, tuple[str, ...]] = {
    "ko": ("안녕하세요, 시간 내 주셔서 감사해요. 요즘 어떤 점이 제일 신경 쓰이세요?", "그러셨군요. 놓치는 전화는 하루에 몇 통쯤 되나요?"),
    "en": ("Thank you for making time. What is on your mind most these days?", "I see. How many calls do you miss on a busy day?"),
}


@pytest.fixture
def team_app(tmp_path: Path) -> Iterator[App]:
    with serving(tmp_path, {"MAJU_TEAM": "1"}) as app:
        yield app


def first_link(app: App) -> str:
    found = re.search(r"http://\S+/welcome\?link=\S+", (app.data.parent / "serve.log").read_text(encoding="utf-8"))
    assert found
    return found.group(0)


def joins(one: Rep, link: str) -> None:
    one.page.goto(link)
    one.page.get_by_label(one.words(door.NEW_PASSWORD)).fill(PASSWORD)
    one.page.get_by_role("button", name=one.words(door.SET)).click()
    expect(one.page.locator(".maju-account")).to_be_visible()
    one.settled()


def invites(admin: Rep, login: str, name: str, role: Text, team: str) -> str:
    page = admin.page
    form = page.get_by_test_id("stForm").filter(has=page.get_by_role("button", name=admin.words(people.MAKE_LINK)))
    form.get_by_label(admin.words(people.LOGIN), exact=True).fill(login)
    form.get_by_label(admin.words(people.PERSON), exact=True).fill(name)
    if role != door.ROLE_NAMES["rep"]:
        form.get_by_role("button", name=admin.words(door.ROLE_NAMES["rep"]), exact=True).click()
        form.get_by_role("button", name=admin.words(role), exact=True).click()
    form.get_by_label(admin.words(people.TEAMS), exact=True).fill(team)
    admin.button(people.MAKE_LINK).click()
    expect(page.get_by_text(admin.words(people.LINK, name=name))).to_be_visible()
    admin.settled()
    return page.get_by_test_id("stCode").inner_text().strip()


def leads_to_the_door(page: Page) -> None:
    expect(page).to_have_url(re.compile(r"/login\?next="))


@pytest.mark.parametrize("language", ["ko", "en"])
def test_a_team_from_its_first_start_to_a_shared_talk(team_app: App, rep: Sit, language: Language) -> None:
    boram, narae, team = NAMES[language]
    admin, trainer, seller = (rep(team_app, language) for _ in range(3))
    seller.page.goto(f"{team_app.url}/role-plays")
    leads_to_the_door(seller.page)
    seller.shows(f"{language}-90-login")

    joins(admin, first_link(team_app))
    admin.goes_to(people.NAME)
    admin.sees_title(admin.words(people.TITLE))
    for_trainer = invites(admin, "narae@hangyeol.kr", narae, door.ROLE_NAMES["trainer"], team)
    for_seller = invites(admin, "boram@hangyeol.kr", boram, door.ROLE_NAMES["rep"], team)
    admin.shows(f"{language}-91-people", whole=True)

    seller.page.goto(for_seller)
    seller.shows(f"{language}-92-welcome")
    joins(seller, for_seller)
    joins(trainer, for_trainer)
    expect(seller.link(people.NAME)).to_have_count(0)
    seller.opens_the_briefing()
    seller.sits_down()
    for line in SAYS[language]:
        seller.says(line)
    talk = seller.role_play
    seller.finishes()
    expect(seller.page.get_by_text(seller.words(people.ONLY_YOU))).to_be_visible()
    trainer.page.goto(f"{team_app.url}/scorecard?role_play={talk}")
    trainer.sees(trainer.words(common.NO_SUCH_TALK))
    seller.settled()
    seller.button(people.SHARE).click()
    expect(seller.page.get_by_text(seller.words(people.SHARED, teams=team))).to_be_visible()
    seller.settled()
    seller.button(review.SUBMIT).click()
    seller.page.get_by_role("textbox", name=seller.words(review.QUESTION)).fill(QUESTION[language])
    seller.page.get_by_role("button", name=seller.words(review.SUBMIT_NOW), exact=True).click()
    expect(seller.button(review.SUBMIT)).to_have_count(0)
    seller.settled()
    seller.shows(f"{language}-93-shared")

    trainer.goes_to(common.REVIEW)
    trainer.sees_title(trainer.words(review.TITLE))
    trainer.sees(boram)
    trainer.sees(QUESTION[language])
    trainer.shows(f"{language}-94-review")
    trainer.page.get_by_role("link", name=trainer.words(review.OPEN)).click()
    trainer.sees(trainer.words(scorecard.TRANSCRIPT))

    account = admin.page.locator('[class*="st-key-person-"]').filter(has_text=boram)
    account.get_by_text(boram).first.click()
    admin.settled()
    account.get_by_role("button", name=admin.words(people.SWITCH_OFF)).click()
    expect(admin.page.get_by_text(admin.words(people.SWITCHED_OFF, name=boram))).to_be_visible()
    seller.goes_to(common.PRACTISE)
    leads_to_the_door(seller.page)


def test_logging_out_and_in_again_leads_back(team_app: App, rep: Sit) -> None:
    one = rep(team_app)
    joins(one, first_link(team_app))
    one.page.goto(f"{team_app.url}/people")
    one.sees_title(one.words(people.TITLE))
    one.page.locator(".maju-account").click()
    one.page.get_by_role("button", name=one.words(door.LOG_OUT)).click()
    expect(one.page.get_by_role("status")).to_have_text(one.words(door.LOGGED_OUT))
    one.page.goto(f"{team_app.url}/people")
    leads_to_the_door(one.page)
    one.page.get_by_label(one.words(door.LOGIN)).fill("admin")
    one.page.get_by_label(one.words(door.PASSWORD)).fill("틀린 비밀번호예요")
    one.page.get_by_role("button", name=one.words(door.LOG_IN)).click()
    expect(one.page.get_by_role("alert")).to_contain_text("맞지 않아요")
    one.page.get_by_label(one.words(door.PASSWORD)).fill(PASSWORD)
    one.page.keyboard.press("Enter")
    one.sees_title(one.words(people.TITLE))
