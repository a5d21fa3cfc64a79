"""Making a scenario, as a manager does it: copy a deal, change what a fact sounds like, try, publish, practise it; an old talk stays as it was."""

from pathlib import Path

import pytest
from playwright.sync_api import Locator, expect

from assistant.scenarios import read_scenario
from tests.browser.app import App
from tests.browser.conftest import PHONE, Sit
from tests.browser.rep import DEAL, Rep
from ui.words import builder, common, minds, practise

pytestmark = pytest.mark.browser

OWN = f"{DEAL}-copy"
TITLE = "우리 콜센터 상품, 첫 만남"
LINES = [f"우리 회사 말로 하면 52석에 월 6만 4천 콜이에요, {one}." for one in ("보통은요", "평소에는요", "성수기 빼고요")]
ASKS = "한 달에 콜이 몇 통이나 들어오나요?"


def part(one: Rep, name: str) -> None:
    one.page.get_by_role("radio", name=name).first.click()
    one.settled()


def box(one: Rep, label: str) -> Locator:
    return one.page.get_by_role("textbox", name=label, exact=True)


def writes(one: Rep, label: str, words: str) -> None:
    """By keyboard alone: into the field, the words, and on with Tab."""
    field = box(one, label)
    field.focus()
    one.page.keyboard.press("ControlOrMeta+a")
    one.page.keyboard.insert_text(words)
    one.page.keyboard.press("Tab")
    one.settled()


def opens_the_list(one: Rep) -> None:
    one.page.goto(f"{one.url}/scenarios")
    one.sees_title(one.words(builder.TITLE))


def publishes(one: Rep, note: str) -> None:
    one.button(builder.PUBLISH).first.click()
    box(one, one.words(builder.NOTE)).fill(note)
    one.page.get_by_test_id("stPopoverBody").get_by_role("button", name=one.words(builder.PUBLISH)).click()
    expect(one.page.get_by_role("heading", name=one.words(builder.HISTORY))).to_be_visible()
    one.settled()


def test_a_deal_is_copied_changed_tried_published_and_practised(offline_app: App, rep: Sit, tmp_path: Path) -> None:
    one = rep(offline_app)
    opens_the_list(one)
    one.page.locator(f".st-key-copy-{DEAL} button").click()
    expect(box(one, "제목 · 한국어")).to_be_visible()
    one.settled()
    writes(one, "제목 · 한국어", TITLE)
    one.sees_title(TITLE)
    part(one, "사실")
    writes(one, "말할 때 · 한국어", "\n".join(LINES))
    expect(one.page.get_by_role("status").first).to_contain_text(one.words(builder.NOTHING_TO_MEND))
    one.shows("ko-60-builder")
    tries(one)
    one.page.reload()
    expect(box(one, "말할 때 · 한국어")).to_have_value("\n\n".join(LINES))
    one.settled()
    assert offline_app.role_plays() == ()
    takes_the_file_home(one, tmp_path)
    publishes(one, "우리 상품으로")
    one.shows("ko-61-versions", whole=True)
    first = practises(one)
    assert any(line in one.page.inner_text("body") for line in LINES)
    changes_it_again(one)
    again = offline_app.kept(first)
    assert (again.scenario, len(again.turns)) == (OWN, 3)
    one.goes_to(common.ROLE_PLAYS)
    one.sees(TITLE)
    expect(one.page.get_by_text("두 번째 판의 제목")).to_have_count(0)
    one.opens_the_gallery()
    one.sees("두 번째 판의 제목")


def tries(one: Rep) -> None:
    one.button(builder.TRY_START).click()
    say = one.page.get_by_role("textbox", name=one.words(builder.SAY))
    expect(say).to_be_visible()
    one.settled()
    say.click()
    one.page.keyboard.type(ASKS)
    one.page.keyboard.press("Enter")
    expect(one.page.get_by_role("note").nth(1)).to_contain_text(one.words(minds.MOVES["tell"]))
    one.settled()
    assert any(line in one.page.inner_text("body") for line in LINES)
    one.shows("ko-62-tried")


def takes_the_file_home(one: Rep, folder: Path) -> None:
    """What is downloaded is a scenario file like any other."""
    with one.page.expect_download() as download:
        one.button(builder.DOWNLOAD).first.click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    assert read_scenario(path).title.ko == TITLE


def practises(one: Rep) -> str:
    one.opens_the_gallery()
    one.sees(TITLE)
    one.opens_the_briefing(OWN)
    one.button(practise.SIT_DOWN).click()
    expect(one.composer).to_be_visible()
    one.settled()
    one.says(ASKS)
    return one.role_play


def changes_it_again(one: Rep) -> None:
    opens_the_list(one)
    one.page.locator(f".st-key-edit-{OWN} button").click()
    expect(box(one, "제목 · 한국어")).to_be_visible()
    one.settled()
    writes(one, "제목 · 한국어", "두 번째 판의 제목")
    publishes(one, "제목만")
    one.sees("제목 › 한국어")
    one.sees(one.words(builder.VERSION, number=2))


def test_two_windows_do_not_write_over_each_other(offline_app: App, rep: Sit) -> None:
    one = rep(offline_app)
    opens_the_list(one)
    one.button(builder.NEW).click()
    expect(box(one, "제목 · 한국어")).to_be_visible()
    one.settled()
    other = Rep(one.page.context.new_page(), one.url, "ko")
    other.page.goto(one.page.url)
    expect(box(other, "제목 · 한국어")).to_be_visible()
    other.settled()
    writes(one, "제목 · 한국어", "첫 번째 창")
    writes(other, "제목 · 한국어", "두 번째 창")
    other.sees("먼저 고쳐서 저장하지 않았어요")
    other.sees("두 번째 창")
    expect(box(other, "제목 · 한국어")).to_have_value("첫 번째 창")
    other.shows("ko-63-two-windows")


def test_the_builder_works_on_a_phone_in_english_and_in_the_dark(offline_app: App, rep: Sit) -> None:
    one = rep(offline_app, "en", PHONE, "dark")
    opens_the_list(one)
    one.page.locator(f".st-key-copy-{DEAL} button").click()
    expect(box(one, "Title · English")).to_be_visible()
    one.settled()
    part(one, "Facts")
    expect(box(one, "What gives it away · English")).to_be_visible()
    narrow = one.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert narrow
    one.shows("en-64-builder-phone", whole=True)
    writes(one, "How they say it · English", "Only one line.")
    expect(one.page.get_by_role("status").first).not_to_contain_text(one.words(builder.NOTHING_TO_MEND))
    one.sees("expected at least 3 lines, found 1")
