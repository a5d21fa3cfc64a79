"""Vectors from the endpoint: one per text, in order, of unit length."""

import pytest

from assistant.errors import ProviderError
from assistant.llm import Deadlines, LlmEmbedder
from assistant.ports import Embedder
from tests.fakes.openai_endpoint import FakeOpenAI, Fault, Reply, vector_of


def an_embedder(endpoint: FakeOpenAI) -> LlmEmbedder:
    return LlmEmbedder("bge", base_url=endpoint.url)


def test_the_dimension_is_the_models_own(endpoint: FakeOpenAI) -> None:
    embedder: Embedder = an_embedder(endpoint)
    assert (embedder.name, embedder.dimension, embedder.dimension) == ("bge", 8, 8)
    assert len(endpoint.requests) == 1


def test_every_text_gets_its_own_unit_vector_in_order(endpoint: FakeOpenAI) -> None:
    texts = [f"{n}번 문단" for n in range(150)]
    vectors = an_embedder(endpoint).vectors(texts)
    assert vectors == [pytest.approx([x / 2 for x in vector_of(text, 8)]) for text in texts]
    assert [len(request.body["input"]) for request in endpoint.requests] == [64, 64, 22]


def test_no_text_is_sent_empty(endpoint: FakeOpenAI) -> None:
    assert len(an_embedder(endpoint).vectors(["", "네"])) == 2
    assert all(endpoint.requests[0].body["input"])
    assert an_embedder(endpoint).vectors([]) == []


@pytest.mark.parametrize(
    ("wrong", "name"),
    [("rate_limited", "rate_limited"), ("html", "html"), ("no_model", "not_found"), ("reset_at_once", "reset"), ("malformed", "bad_reply")],
)
def test_a_fault_has_its_name(endpoint: FakeOpenAI, wrong: Fault, name: str) -> None:
    endpoint.next(Reply(fault=wrong))
    with pytest.raises(ProviderError) as caught:
        an_embedder(endpoint).vectors(["네", "아니요"])
    assert caught.value.fault == name


def test_an_endpoint_that_says_nothing_is_given_up(endpoint: FakeOpenAI) -> None:
    endpoint.next(Reply(fault="silence"))
    with pytest.raises(ProviderError) as caught:
        LlmEmbedder("bge", base_url=endpoint.url, deadlines=Deadlines(0.3, 0.3, 0.3)).vectors(["네"])
    assert caught.value.fault in {"silence", "timeout"}
