"""An endpoint that keeps failing is left alone, tried once after a while, and used again when it answers; nobody waits for it meanwhile."""

from collections.abc import Iterator
from threading import Barrier, Thread

import pytest

from assistant.errors import ProviderError, provider_error
from assistant.llm import OpenAiChat
from assistant.llm.circuit import IN_A_ROW, LONGEST_S, REST_S, Circuit
from assistant.ports import Message
from tests.fakes.openai_endpoint import FakeOpenAI, Fault, Reply
from tests.llm.conftest import IMPATIENT

ASK = [Message("user", "예산은 어느 정도 보세요?")]
TEXT = "예산은 아직 정해지지 않았습니다. 다음 달에 정해요."


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def chat(endpoint: FakeOpenAI, clock: Clock) -> Iterator[OpenAiChat]:
    model = OpenAiChat("fake", base_url=endpoint.url, api_key="k", deadlines=IMPATIENT, form_deadlines=IMPATIENT, circuit=Circuit(clock))
    yield model
    model.close()


def asked(chat: OpenAiChat) -> str:
    """What came: the words, or the fault in brackets."""
    try:
        return "".join(chat.stream(ASK))
    except ProviderError as error:
        return f"<{error.fault}>"


@pytest.mark.parametrize("wrong", ["silence", "stall", "reset", "reset_at_once", "unfinished", "server_error", "unavailable"])
def test_it_opens_after_failures_in_a_row_and_closes_when_the_endpoint_comes_back(
    endpoint: FakeOpenAI, chat: OpenAiChat, clock: Clock, wrong: Fault
) -> None:
    endpoint.next(*[Reply(TEXT, fault=wrong)] * IN_A_ROW)
    assert not [one for one in (asked(chat) for _ in range(IN_A_ROW)) if one == "<resting>"]
    assert [asked(chat), asked(chat)] == ["<resting>"] * 2
    assert chat.resting
    assert len(endpoint.chats()) == IN_A_ROW
    clock.now += REST_S + 1
    endpoint.next(TEXT, TEXT)
    assert [asked(chat), asked(chat)] == [TEXT, TEXT]
    assert not chat.resting


def test_what_a_refusal_or_a_wrong_key_says_is_no_illness(endpoint: FakeOpenAI, chat: OpenAiChat) -> None:
    for wrong in ("refused", "auth", "bad_request", "content_filter", "no_model", "html"):
        endpoint.next(*[Reply(TEXT, fault=wrong)] * IN_A_ROW)
        assert "<resting>" not in {asked(chat) for _ in range(IN_A_ROW)}


def test_success_between_failures_keeps_it_closed(endpoint: FakeOpenAI, chat: OpenAiChat) -> None:
    for _ in range(2 * IN_A_ROW):
        endpoint.next(Reply(TEXT, fault="server_error"), TEXT)
        assert [asked(chat), asked(chat)] == ["<server_error>", TEXT]


def test_a_server_that_says_when_to_come_back_is_left_alone_until_then(endpoint: FakeOpenAI, chat: OpenAiChat, clock: Clock) -> None:
    endpoint.next(Reply(fault="rate_limited"))  # Retry-After: 60
    assert [asked(chat), asked(chat)] == ["<rate_limited>", "<resting>"]
    clock.now += 59
    assert asked(chat) == "<resting>"
    clock.now += 2
    endpoint.next(TEXT)
    assert asked(chat) == TEXT


def failing(circuit: Circuit, retry_after_s: float | None = None) -> None:
    with pytest.raises(ProviderError), circuit.closed(lambda: retry_after_s):
        raise provider_error("rate_limited" if retry_after_s else "server_error")


def test_a_rest_grows_with_every_trial_that_fails_but_never_beyond_bounds(clock: Clock) -> None:
    circuit = Circuit(clock)
    failing(circuit, 86_400.0)
    rests = []
    for _ in range(8):
        before = clock.now
        while circuit.is_open:
            clock.now += 1
        rests.append(clock.now - before)
        failing(circuit)
    assert rests[0] == LONGEST_S
    assert rests[1:] == sorted(rests[1:])
    assert max(rests) == LONGEST_S


def test_only_one_call_tries_whether_it_is_back(clock: Clock) -> None:
    circuit = Circuit(clock)
    for _ in range(IN_A_ROW):
        failing(circuit)
    clock.now += REST_S + 1
    let_in: list[str] = []
    together, leave = Barrier(8), Barrier(2)

    def tries() -> None:
        together.wait()
        try:
            with circuit.closed():
                let_in.append("in")
                leave.wait(20)
        except ProviderError as error:
            let_in.append(error.fault)
            if let_in.count("resting") == 7:
                leave.wait(20)

    threads = [Thread(target=tries) for _ in range(8)]
    for one in threads:
        one.start()
    for one in threads:
        one.join(30)
    assert sorted(let_in) == ["in", *["resting"] * 7]


def test_a_reply_nobody_hears_to_its_end_was_an_answer(endpoint: FakeOpenAI, chat: OpenAiChat, clock: Clock) -> None:
    endpoint.next(*[Reply(fault="server_error")] * IN_A_ROW)
    for _ in range(IN_A_ROW):
        asked(chat)
    clock.now += REST_S + 1
    endpoint.next(Reply(TEXT, between_s=0.01), TEXT)
    pieces = chat.stream(ASK)
    next(pieces)
    pieces.close()  # type: ignore[attr-defined]
    assert asked(chat) == TEXT
