"""A fresh endpoint, a chat model on it, and one that is impatient, so that no test of lateness waits long."""

from collections.abc import Iterator

import pytest

from assistant.llm import Deadlines, OpenAiChat
from tests.fakes.openai_endpoint import FakeOpenAI

IMPATIENT = Deadlines(first_token_s=0.5, between_tokens_s=0.4, total_s=2.0)


@pytest.fixture
def endpoint() -> Iterator[FakeOpenAI]:
    with FakeOpenAI() as running:
        yield running


@pytest.fixture
def chat(endpoint: FakeOpenAI) -> Iterator[OpenAiChat]:
    model = OpenAiChat("fake", base_url=endpoint.url, api_key="k")
    yield model
    model.close()


@pytest.fixture
def impatient(endpoint: FakeOpenAI) -> Iterator[OpenAiChat]:
    model = OpenAiChat("fake", base_url=endpoint.url, api_key="k", deadlines=IMPATIENT, form_deadlines=IMPATIENT)
    yield model
    model.close()
