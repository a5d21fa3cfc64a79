"""What a rep sees when the provider does not answer: their words stay, one sentence says what happened, and *try again* gives one reply."""

import pytest
from playwright.sync_api import expect

from assistant.practice.faults import fault_sentence
from tests.browser.conftest import Modelled, Sit
from tests.fakes.openai_endpoint import Fault, Reply
from ui.words import common, room

pytestmark = pytest.mark.browser

QUESTION = "교환기 계약은 언제 끝나나요?"
REPLY = "그건 왜 물으세요?"


@pytest.mark.parametrize("fault", ["server_error", "reset", "html"])
def test_a_fault_is_one_sentence_and_trying_again_twice_is_one_reply(fault: Fault, modelled: Modelled, rep: Sit) -> None:
    one = rep(modelled.app)
    role_play = one.begins()
    calls = len(modelled.endpoint.chats())
    modelled.endpoint.next(Reply("제 생각에는 아직 이른 것 같아요.", fault=fault), Reply(REPLY, first_s=0.3))
    one.types(QUESTION)
    one.page.keyboard.press("Enter")
    expect(one.button(room.RETRY)).to_be_visible()
    kept = modelled.app.kept(role_play)
    assert kept.fault is not None
    expect(one.page.get_by_role("alert")).to_have_count(1)
    expect(one.page.get_by_role("alert")).to_contain_text(fault_sentence(kept.fault).ko)
    expect(one.buyer_turns).to_have_count(1)
    expect(one.rep_turns).to_have_count(1)
    one.shows(f"ko-30-fault-{fault}")
    one.settled()
    one.button(room.RETRY).dblclick()
    expect(one.buyer_turns).to_have_count(2)
    expect(one.buyer_turns.last).to_contain_text(REPLY)
    expect(one.page.get_by_role("alert")).to_have_count(0)
    one.settled()
    _, mine, theirs = modelled.app.kept(role_play).turns
    assert mine.text == QUESTION
    assert theirs.text.startswith(REPLY)
    assert theirs.text.count(REPLY) == 1
    assert len(modelled.endpoint.chats()) == calls + 2


def test_a_fault_is_still_told_after_a_reload_and_the_talk_goes_on_after_it(modelled: Modelled, rep: Sit) -> None:
    one = rep(modelled.app)
    one.begins()
    modelled.endpoint.next(Reply(fault="unavailable"))
    one.types(QUESTION)
    one.page.keyboard.press("Enter")
    expect(one.button(room.RETRY)).to_be_visible()
    one.page.reload()
    expect(one.button(room.RETRY)).to_be_visible()
    expect(one.rep_turns).to_have_count(1)
    one.settled()
    one.button(room.RETRY).click()
    expect(one.page.get_by_role("alert")).to_have_count(0)
    one.settled()
    expect(one.buyer_turns).to_have_count(2)
    one.says("연장은 누구와 정하시나요?")
    expect(one.buyer_turns).to_have_count(3)


def test_no_traceback_and_no_key_is_ever_on_the_screen(modelled: Modelled, rep: Sit) -> None:
    one = rep(modelled.app)
    one.page.goto(f"{one.url}/room?role_play=gone")
    expect(one.page.get_by_role("status")).to_contain_text(one.words(common.NO_SUCH_TALK))
    one.page.goto(f"{one.url}/briefing?scenario=..%2F..%2Fetc")
    expect(one.page.get_by_role("status")).to_contain_text(one.words(common.NO_SUCH_BUYER))
    one.settled()
    words = one.page.get_by_test_id("stApp").inner_text()
    assert "Traceback" not in words
    assert "etc" not in words
    one.shows("ko-31-no-such-scenario")
