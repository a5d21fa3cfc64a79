"""A line that goes down in the middle of a reply, a phone that sleeps, a way back and forward, a server that starts anew: the rep goes on where they
were, nothing is twice and nothing lost."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, WebSocketRoute, expect

from tests.browser.app import App, serving
from tests.browser.conftest import ANSWER, PHONE, Modelled, Sit
from tests.browser.rep import Rep
from tests.browser.test_continuing import QUESTION, SLOWLY, asks_and_hears_the_first_sentence, is_kept_once, sees_the_whole_reply_once, spoken
from tests.fakes.openai_endpoint import FakeOpenAI
from tests.servers.ports import free_port

pytestmark = pytest.mark.browser

DRAFT = "그럼 올해는 무엇부터 바꾸고 싶으세요?"
ASLEEP_S = 10


class Line:
    """The wire between the page and the app. While it is down, both ends have lost each other and nobody gets through."""

    def __init__(self, page: Page) -> None:
        self._down = False
        self._ends: list[WebSocketRoute] = []
        self.opened = 0
        page.route_web_socket("**/_stcore/stream*", self._opened)

    def _opened(self, here: WebSocketRoute) -> None:
        if self._down:
            here.close()
        else:
            self.opened += 1
            self._ends += [here, here.connect_to_server()]

    def goes_down(self) -> None:
        self._down = True
        for end in self._ends:
            end.close()
        self._ends.clear()

    def is_back(self) -> None:
        self._down = False


@pytest.mark.parametrize("seconds", [5, 130])
def test_a_line_that_was_down_in_the_middle_of_a_reply_loses_nothing(seconds: int, modelled: Modelled, rep: Sit) -> None:
    """After two minutes the app has forgotten the session; the store has not."""
    one = rep(modelled.app)
    line = Line(one.page)
    role_play = one.begins()
    calls = asks_and_hears_the_first_sentence(one, modelled)
    line.goes_down()
    one.page.wait_for_timeout(1000 * seconds)
    one.composer.fill(DRAFT)
    line.is_back()
    sees_the_whole_reply_once(one)
    is_kept_once(modelled, role_play)
    assert line.opened == 2
    assert len(modelled.endpoint.chats()) == calls + 1
    expect(one.composer).to_have_value(DRAFT)
    goes_on(one, modelled.app, role_play)


def test_a_phone_that_slept_wakes_up_in_the_room(modelled: Modelled, rep: Sit) -> None:
    one = rep(modelled.app, window=PHONE)
    line, phone = Line(one.page), one.page.context.new_cdp_session(one.page)
    role_play = one.begins()
    calls = asks_and_hears_the_first_sentence(one, modelled)
    phone.send("Page.setWebLifecycleState", {"state": "frozen"})
    line.goes_down()
    one.page.wait_for_timeout(1000 * ASLEEP_S)
    line.is_back()
    phone.send("Page.setWebLifecycleState", {"state": "active"})
    sees_the_whole_reply_once(one)
    is_kept_once(modelled, role_play)
    assert line.opened == 2
    assert len(modelled.endpoint.chats()) == calls + 1
    one.types(DRAFT)
    goes_on(one, modelled.app, role_play)


def test_back_and_forward_in_the_middle_of_a_reply_lead_into_the_room_again(modelled: Modelled, rep: Sit) -> None:
    one = rep(modelled.app)
    role_play = one.begins()
    calls = asks_and_hears_the_first_sentence(one, modelled)
    one.composer.fill(DRAFT)
    one.page.go_back()
    expect(one.composer).to_have_count(0)
    one.page.go_forward()
    sees_the_whole_reply_once(one)
    is_kept_once(modelled, role_play)
    assert len(modelled.endpoint.chats()) == calls + 1
    expect(one.composer).to_have_value(DRAFT)
    goes_on(one, modelled.app, role_play)


def test_a_server_that_starts_anew_in_the_middle_of_a_reply_answers_once(rep: Sit, tmp_path: Path) -> None:
    port = free_port()
    with FakeOpenAI(lambda _: ANSWER) as endpoint:
        settings = {"OPENAI_BASE_URL": endpoint.url, "OPENAI_API_KEY": "test", "MAJU_MODEL": "fake"}
        with serving(tmp_path, settings, port) as app:
            one = rep(app)
            role_play = one.begins()
            asks_and_hears_the_first_sentence(one, Modelled(app, endpoint))
        assert [speaker for speaker, _ in spoken(app.kept(role_play))] == ["rep"]
        one.composer.fill(DRAFT)
        endpoint.next(SLOWLY)
        with serving(tmp_path, settings, port):
            sees_the_whole_reply_once(one)
            is_kept_once(Modelled(app, endpoint), role_play)
            expect(one.composer).to_have_value(DRAFT)
            goes_on(one, app, role_play)


def goes_on(one: Rep, app: App, role_play: str) -> None:
    """Sends what stands in the composer, and is answered."""
    one.composer.focus()
    one.sends()
    expect(one.buyer_turns).to_have_count(3)
    one.settled()
    said = spoken(app.kept(role_play))
    assert [speaker for speaker, _ in said] == ["rep", "buyer", "rep", "buyer"]
    assert [said[0][1], said[2][1]] == [QUESTION, DRAFT]
