"""Everything that goes wrong with a model has one name and one sentence, and nothing of the libraries comes through."""

import socket

import pytest

from assistant.errors import ProviderError
from assistant.llm import Deadlines, OpenAiChat
from assistant.ports import Message
from tests.fakes.openai_endpoint import FakeOpenAI, Fault, Reply
from tests.llm.threads import read_to_its_end

ASK = [Message("user", "예산은 어느 정도 보세요?")]
TEXT = "예산은 아직 정해지지 않았습니다. 다음 달에 정해요."
FAULTS: dict[Fault, str] = {
    "unfinished": "unfinished",
    "empty": "unfinished",
    "refused": "refused",
    "content_filter": "content_filter",
    "html": "html",
    "html_404": "html",
    "rate_limited": "rate_limited",
    "server_error": "server_error",
    "unavailable": "server_error",
    "error_event": "server_error",
    "auth": "auth",
    "no_model": "not_found",
    "bad_request": "rejected",
    "reset": "reset",
    "reset_at_once": "reset",
    "malformed": "bad_reply",
}
LATE: dict[Fault, str] = {"silence": "silence", "keep_alive": "silence", "stall": "stalled", "keep_alive_midway": "stalled"}


def fault_of(chat: OpenAiChat) -> ProviderError:
    with pytest.raises(ProviderError) as caught:
        list(chat.stream(ASK))
    return caught.value


@pytest.mark.parametrize(("wrong", "name"), FAULTS.items())
def test_a_fault_of_the_model_has_its_name_and_a_sentence(endpoint: FakeOpenAI, chat: OpenAiChat, wrong: Fault, name: str) -> None:
    endpoint.next(Reply(TEXT, fault=wrong))
    error = fault_of(chat)
    assert error.fault == name
    assert error.en.endswith(".")
    assert error.ko.endswith("요.")
    assert len(endpoint.chats()) == 1


@pytest.mark.parametrize(("wrong", "name"), LATE.items())
def test_a_model_that_is_late_is_hung_up_on(endpoint: FakeOpenAI, impatient: OpenAiChat, wrong: Fault, name: str) -> None:
    endpoint.next(Reply(TEXT, fault=wrong))
    assert fault_of(impatient).fault == name
    assert endpoint.hung_up.wait(10)
    assert len(endpoint.chats()) == 1


def test_a_connection_that_the_server_closes_as_it_is_used_again_is_made_anew(endpoint: FakeOpenAI, chat: OpenAiChat) -> None:
    list(chat.stream(ASK))
    read_to_its_end()
    endpoint.next(Reply(TEXT, fault="reset_at_once"))
    endpoint.next(Reply(TEXT))
    assert "".join(piece for piece in chat.stream(ASK)) == TEXT
    asked = [request.connection for request in endpoint.requests if request.path.endswith("/chat/completions")]
    assert asked[0] == asked[1] < asked[2]


def test_a_reply_that_takes_too_long_altogether_is_given_up(endpoint: FakeOpenAI, impatient: OpenAiChat) -> None:
    endpoint.next(Reply("네 " * 200, between_s=0.05))
    assert fault_of(impatient).fault == "timeout"


def test_a_fault_without_a_name_leaves_its_kind_in_the_log_and_no_word(
    endpoint: FakeOpenAI, chat: OpenAiChat, caplog: pytest.LogCaptureFixture
) -> None:
    endpoint.next(Reply(TEXT, fault="malformed"))
    assert fault_of(chat).fault == "bad_reply"
    (record,) = (one for one in caplog.records if one.name == "assistant.llm.faults")
    assert record.__dict__["told"]["error"] == "JSONDecodeError"
    assert record.__dict__["told"]["place"].startswith("decoder.py:")
    assert "예산" not in str(record.__dict__)


def test_a_reply_without_words_is_no_reply(endpoint: FakeOpenAI, chat: OpenAiChat) -> None:
    endpoint.next(Reply("", pieces=("<think>", "음", "</think>", "\n")))
    assert fault_of(chat).fault == "bad_reply"


def test_a_reply_that_a_gateway_ends_in_error_is_a_fault_of_the_server(endpoint: FakeOpenAI, chat: OpenAiChat) -> None:
    endpoint.next(Reply(TEXT, finish="error"))
    assert fault_of(chat).fault == "server_error"


def test_what_was_said_before_a_fault_was_heard(endpoint: FakeOpenAI, chat: OpenAiChat) -> None:
    endpoint.next(Reply(TEXT, fault="unfinished"))
    reply = chat.stream(ASK)
    heard = [next(reply) for _ in range(len(TEXT.split()))]
    with pytest.raises(ProviderError):
        next(reply)
    assert "".join(heard) == TEXT


def test_a_model_works_again_after_every_fault(endpoint: FakeOpenAI, impatient: OpenAiChat) -> None:
    impatient.warm_up()
    for wrong in (*FAULTS, *LATE):
        if wrong == "rate_limited":  # it says when to come back: see test_circuit
            continue
        for _ in range(2 if wrong == "reset_at_once" else 1):
            endpoint.next(Reply(TEXT, fault=wrong))
        fault_of(impatient)
        assert "".join(impatient.stream(ASK)) == ASK[0].text


def test_a_server_that_is_not_there_is_unreachable() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        assert OpenAiChat("fake", base_url=f"http://127.0.0.1:{taken.getsockname()[1]}/v1").answers() == "unreachable"


@pytest.mark.parametrize("address", ["localhost:1234", "http://", "ftp://127.0.0.1/v1", "그냥 글"])
def test_an_address_that_is_none_is_unreachable(address: str) -> None:
    assert OpenAiChat("fake", base_url=address).answers() == "unreachable"


@pytest.mark.parametrize("key", ["비밀", "a\nb"])
def test_a_key_that_cannot_be_one_is_not_accepted(endpoint: FakeOpenAI, key: str) -> None:
    assert OpenAiChat("fake", base_url=endpoint.url, api_key=key).answers() == "auth"


def test_the_deadlines_are_those_that_were_set(endpoint: FakeOpenAI) -> None:
    endpoint.next(Reply("네.", first_s=0.6), Reply("네.", first_s=0.6))
    hurried = OpenAiChat("fake", base_url=endpoint.url, deadlines=Deadlines(0.2, 0.2, 5.0))
    patient = OpenAiChat("fake", base_url=endpoint.url, deadlines=Deadlines(20.0, 0.2, 30.0))
    assert (hurried.answers(), patient.answers()) == ("silence", None)
    hurried.close()
    patient.close()
