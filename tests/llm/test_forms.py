"""A judge's form comes back as an object that fits, whatever the endpoint is able to do."""

import json
from typing import Any

import pytest

from assistant.errors import ProviderError
from assistant.llm import OpenAiChat
from assistant.ports import Message
from tests.fakes.openai_endpoint import FakeOpenAI, Reply

FORM = {
    "type": "object",
    "properties": {"quote": {"type": "string"}, "answer": {"enum": ["yes", "no", "partly"]}},
    "required": ["quote", "answer"],
    "additionalProperties": False,
}
ASK = [Message("system", "채점표를 채워 주세요."), Message("user", "rep: 고생 많으셨겠어요.")]
FILLED = {"quote": "고생 많으셨겠어요", "answer": "yes"}
GOOD = json.dumps(FILLED, ensure_ascii=False)


def formats(endpoint: FakeOpenAI) -> list[str]:
    return [(body.get("response_format") or {}).get("type", "prompt") for body in endpoint.chats()]


def test_an_endpoint_that_takes_schemas_is_given_the_form(endpoint: FakeOpenAI, chat: OpenAiChat) -> None:
    endpoint.next(GOOD)
    assert chat.fill(ASK, FORM).values == FILLED
    (body,) = endpoint.chats()
    assert body["response_format"]["json_schema"]["schema"] == FORM
    assert body["messages"][-1]["content"] == ASK[-1].text


@pytest.mark.parametrize(
    ("able", "tried"),
    [({"json_object"}, ["json_schema", "json_object", "json_object"]), (set(), ["json_schema", "json_object", "prompt", "prompt"])],
)
def test_an_endpoint_is_asked_once_what_it_can_do(endpoint: FakeOpenAI, chat: OpenAiChat, able: set[str], tried: list[str]) -> None:
    endpoint.formats = frozenset(able)
    endpoint.answer = lambda body: GOOD
    assert [chat.fill(ASK, FORM).values for _ in range(2)] == [FILLED, FILLED]
    assert formats(endpoint) == tried
    assert '"partly"' in endpoint.chats()[-1]["messages"][-1]["content"]


def test_an_endpoint_that_takes_the_schema_and_ignores_it_is_asked_in_words(endpoint: FakeOpenAI, chat: OpenAiChat) -> None:
    def answer(body: dict[str, Any]) -> str:
        return GOOD if "JSON schema" in body["messages"][-1]["content"] else "네, 공감하셨습니다."

    endpoint.answer = answer
    assert chat.fill(ASK, FORM).values == FILLED


@pytest.mark.parametrize(
    "text",
    [
        f"```json\n{GOOD}\n```",
        f"```\n{GOOD}```",
        f"<think>{{}}</think>{GOOD}",
        f"{{}}</think>\n{GOOD}",
        f"Here it is:\n{GOOD}\nAnything else?",
        f"Sure:\n```json\n{GOOD}\n```\n",
    ],
)
def test_what_stands_around_the_object_is_dropped(endpoint: FakeOpenAI, chat: OpenAiChat, text: str) -> None:
    endpoint.answer = lambda body: text
    assert chat.fill(ASK, FORM).values == FILLED


@pytest.mark.parametrize("text", ["[]", "null", '{"quote": "x"}', '{"quote": "x", "answer": "maybe"}', '{"quote": "x', "모르겠어요"])
def test_a_reply_that_does_not_fit_the_form_is_a_bad_reply(endpoint: FakeOpenAI, chat: OpenAiChat, text: str) -> None:
    endpoint.answer = lambda body: text
    with pytest.raises(ProviderError) as caught:
        chat.fill(ASK, FORM)
    assert caught.value.fault == "bad_reply"


def test_an_endpoint_that_has_filled_a_form_is_asked_once_for_the_next(endpoint: FakeOpenAI, chat: OpenAiChat) -> None:
    endpoint.next(GOOD, "글쎄요")
    chat.fill(ASK, FORM)
    with pytest.raises(ProviderError):
        chat.fill(ASK, FORM)
    assert formats(endpoint) == ["json_schema", "json_schema"]


def test_a_judge_that_refuses_is_not_asked_in_other_ways(endpoint: FakeOpenAI, chat: OpenAiChat) -> None:
    endpoint.next(Reply(fault="refused"))
    with pytest.raises(ProviderError) as caught:
        chat.fill(ASK, FORM)
    assert caught.value.fault == "refused"
    assert len(endpoint.chats()) == 1
