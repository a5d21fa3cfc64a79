"""A reload, a closed tab, a second tab in the middle of a reply: the role-play goes on from the store, nothing twice, nothing lost."""

import pytest
from playwright.sync_api import expect

from assistant.domain.roleplay import RolePlay
from tests.browser.conftest import Modelled, Open, Sit
from tests.browser.rep import Rep
from tests.fakes.openai_endpoint import Reply
from ui.words import common, room

pytestmark = pytest.mark.browser

QUESTION = "7월에 전화가 몰릴 때 현장은 어땠어요?"
SENTENCE = "많이 힘들었죠."
SLOWLY = Reply(SENTENCE, first_s=0.2, between_s=0.4, pieces=(SENTENCE, *[" "] * 10))
"""A model that says something at once and is not done for another four seconds."""


def spoken(role_play: RolePlay) -> list[tuple[str, str]]:
    return [(turn.speaker, turn.text) for turn in role_play.turns[1:]]


def asks_and_hears_the_first_sentence(rep: Rep, modelled: Modelled) -> int:
    """Returns how many chat calls there were before."""
    calls = len(modelled.endpoint.chats())
    modelled.endpoint.next(SLOWLY)
    rep.types(QUESTION)
    rep.page.keyboard.press("Enter")
    rep.sees(SENTENCE)
    assert [speaker for speaker, _ in spoken(modelled.app.kept(rep.role_play))] == ["rep"]
    return calls


def is_kept_once(modelled: Modelled, role_play: str) -> None:
    """The buyer may add what they had decided to tell and the model left out."""
    asked, (speaker, answer) = spoken(modelled.app.kept(role_play))
    assert asked == ("rep", QUESTION)
    assert speaker == "buyer"
    assert answer.startswith(SLOWLY.text)
    assert answer.count(SENTENCE) == 1


def sees_the_whole_reply_once(rep: Rep) -> None:
    expect(rep.buyer_turns.filter(has_text=SENTENCE)).to_have_count(1)
    rep.settled()
    expect(rep.buyer_turns).to_have_count(2)
    expect(rep.rep_turns).to_have_count(1)
    expect(rep.buyer_turns.last).to_contain_text(SLOWLY.text)


def test_a_reload_in_the_middle_of_a_reply_goes_on_with_it(modelled: Modelled, rep: Sit) -> None:
    one = rep(modelled.app)
    role_play = one.begins()
    calls = asks_and_hears_the_first_sentence(one, modelled)
    one.shows("ko-20-a-reply-as-it-is-spoken")
    one.page.reload()
    sees_the_whole_reply_once(one)
    is_kept_once(modelled, role_play)
    assert len(modelled.endpoint.chats()) == calls + 1
    one.says("그럼 올해는 무엇부터 바꾸고 싶으세요?")
    assert [speaker for speaker, _ in spoken(modelled.app.kept(role_play))] == ["rep", "buyer", "rep", "buyer"]
    assert len(modelled.endpoint.chats()) == calls + 2


def test_a_closed_tab_loses_nothing_and_the_history_leads_back(modelled: Modelled, rep: Sit) -> None:
    one = rep(modelled.app)
    role_play = one.begins()
    calls = asks_and_hears_the_first_sentence(one, modelled)
    one.page.close()
    later = rep(modelled.app)
    later.page.goto(f"{later.url}/role-plays")
    later.page.locator(f'a[href*="{role_play}"]').click()
    sees_the_whole_reply_once(later)
    is_kept_once(modelled, role_play)
    assert len(modelled.endpoint.chats()) == calls + 1


def test_a_second_tab_hears_the_same_reply_and_may_go_on(modelled: Modelled, browsers: Open) -> None:
    tabs = browsers("ko")
    first = Rep(tabs.new_page(), modelled.app.url, "ko")
    role_play = first.begins()
    second = Rep(tabs.new_page(), modelled.app.url, "ko")
    second.page.goto(first.page.url)
    expect(second.composer).to_be_visible()
    expect(second.buyer_turns).to_have_count(1)
    second.settled()
    calls = asks_and_hears_the_first_sentence(first, modelled)
    second.page.reload()
    sees_the_whole_reply_once(second)
    sees_the_whole_reply_once(first)
    second.says("그때 무엇을 들으셨어요?")
    first.types("올해는 무엇부터 바꾸고 싶으세요?")
    first.sends()
    expect(first.buyer_turns).to_have_count(4)
    expect(first.rep_turns).to_have_count(3)
    said = [words for speaker, words in spoken(modelled.app.kept(role_play)) if speaker == "rep"]
    assert said == [QUESTION, "그때 무엇을 들으셨어요?", "올해는 무엇부터 바꾸고 싶으세요?"]
    assert len(modelled.endpoint.chats()) == calls + 3


def test_words_sent_from_a_stale_tab_while_the_buyer_speaks_are_kept_in_its_composer(modelled: Modelled, browsers: Open) -> None:
    tabs = browsers("ko")
    first = Rep(tabs.new_page(), modelled.app.url, "ko")
    role_play = first.begins()
    second = Rep(tabs.new_page(), modelled.app.url, "ko")
    second.page.goto(first.page.url)
    second.types("저도 하나 여쭤볼게요.")
    asks_and_hears_the_first_sentence(first, modelled)
    second.page.keyboard.press("Enter")
    expect(second.page.get_by_role("alert").first).to_be_visible()
    expect(second.composer).to_have_value("저도 하나 여쭤볼게요.")
    second.shows("ko-21-both-tabs-spoke")
    expect(second.buyer_turns.filter(has_text=SENTENCE)).to_have_count(1)
    second.settled()
    second.composer.focus()
    second.sends()
    expect(second.buyer_turns).to_have_count(3)
    assert [words for speaker, words in spoken(modelled.app.kept(role_play)) if speaker == "rep"] == [QUESTION, "저도 하나 여쭤볼게요."]


def test_a_talk_finished_in_another_tab_shows_its_end_here(modelled: Modelled, browsers: Open) -> None:
    tabs = browsers("ko")
    first = Rep(tabs.new_page(), modelled.app.url, "ko")
    first.begins()
    first.says("안녕하세요.")
    second = Rep(tabs.new_page(), modelled.app.url, "ko")
    second.page.goto(first.page.url)
    second.types("하나만 더 여쭤볼게요.")
    first.button(room.FINISH).click()
    first.button(room.FINISH_YES).click()
    expect(first.composer).to_have_count(0)
    second.page.keyboard.press("Enter")
    expect(second.button(common.OPEN_SCORECARD)).to_be_visible()
    second.shows("ko-22-finished-elsewhere")
    assert [turn.text for turn in modelled.app.kept(second.role_play).turns if turn.speaker == "rep"] == ["안녕하세요."]
