"""What calls take is entered for whom they were made, and a budget stops the call that would exceed it, however many ask at once."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest

from assistant.domain.spending import Price, month_of, on_account, summed
from assistant.errors import ProviderError
from assistant.llm import OpenAiChat, Till
from assistant.llm.till import MOST_OUT
from assistant.ports import Message
from assistant.store import Store
from assistant.telemetry import carried
from tests.fakes.openai_endpoint import FakeOpenAI, Reply
from tests.llm.conftest import IMPATIENT

NOW = datetime(2026, 11, 28, 6, tzinfo=UTC)
ASK = [Message("user", "예산은 어느 정도 보세요? " * 20)]
TEXT = "예산은 아직 정해지지 않았습니다. 다음 달에 정해요."
PRICE = Price(1.0, 10.0)
MOST = PRICE.of(0, MOST_OUT)
"""Of one call, nearly."""
Opened = Callable[..., OpenAiChat]


@pytest.fixture
def opened(endpoint: FakeOpenAI, store: Store) -> Iterator[Opened]:
    models: list[OpenAiChat] = []

    def opener(budget: float | None = None, price: Price | None = PRICE) -> OpenAiChat:
        till = Till(store.spendings, price, budget, lambda: NOW)
        models.append(OpenAiChat("fake", base_url=endpoint.url, deadlines=IMPATIENT, till=till))
        return models[-1]

    yield opener
    for one in models:
        one.close()


@contextmanager
def refused() -> Iterator[None]:
    with pytest.raises(ProviderError) as caught:
        yield
    assert caught.value.fault == "over_budget"


def test_a_call_is_entered_for_whom_and_what_it_was_made(endpoint: FakeOpenAI, store: Store, opened: Opened) -> None:
    chat = opened()
    endpoint.next(TEXT, TEXT)
    with on_account("kim", "r1", "voice"):
        list(chat.stream(ASK))
    with on_account("lee", None, "draft"):
        list(chat.stream(ASK))
    by_rep = store.spendings.by_rep(month_of(NOW))
    assert sorted(by_rep) == ["kim", "lee"]
    assert by_rep["kim"] == by_rep["lee"] == store.spendings.of_role_play("r1")
    assert by_rep["kim"].estimated
    assert by_rep["kim"].cost == pytest.approx(PRICE.of(by_rep["kim"].tokens_in, by_rep["kim"].tokens_out))
    assert store.spendings.of_role_play("r2").calls == 0


def test_a_call_that_breaks_off_is_entered_with_what_came(endpoint: FakeOpenAI, store: Store, opened: Opened) -> None:
    chat = opened()
    endpoint.next(Reply(TEXT, fault="reset"))
    with on_account("kim", "r1", "voice"), pytest.raises(ProviderError):
        list(chat.stream(ASK))
    took = store.spendings.of_role_play("r1")
    assert took.calls == 1
    assert took.tokens_in > 0


def test_last_month_does_not_count(store: Store, opened: Opened) -> None:
    with on_account("kim", "r1", "voice"):
        list(opened().stream(ASK))
    assert store.spendings.by_rep(month_of(datetime(2026, 12, 1, tzinfo=UTC))) == {}


def test_a_budget_refuses_before_anything_is_sent(endpoint: FakeOpenAI, store: Store, opened: Opened) -> None:
    chat = opened(budget=MOST / 2)
    with refused():
        list(chat.stream(ASK))
    assert endpoint.chats() == []
    assert store.spendings.by_rep(month_of(NOW)) == {}


def test_calls_at_once_never_exceed_it_together(endpoint: FakeOpenAI, store: Store, opened: Opened) -> None:
    budget = 3.5 * MOST
    chat = opened(budget=budget)
    endpoint.next(*[Reply(TEXT, first_s=0.2)] * 12)

    def call() -> str:
        try:
            return "".join(chat.stream(ASK))
        except ProviderError as error:
            return error.fault

    with on_account("kim", "r1", "voice"), ThreadPoolExecutor(12) as pool:
        came = [one.result() for one in [pool.submit(carried(call)) for _ in range(12)]]
    assert "over_budget" in came
    assert came.count(TEXT) == len(endpoint.chats())
    assert 1 <= came.count(TEXT) < 12
    assert summed(store.spendings.by_rep(month_of(NOW)).values()).cost < budget


def test_what_was_set_aside_and_not_taken_can_be_spent(endpoint: FakeOpenAI, store: Store, opened: Opened) -> None:
    chat = opened(budget=1.5 * MOST)
    endpoint.next(*[TEXT] * 5)
    assert ["".join(chat.stream(ASK)) for _ in range(5)] == [TEXT] * 5
