"""Every call to a model is entered with what it took; with a budget, the most a call may take is set aside before it is made.

A call that does not fit what is left of the month is not made. The most is a bound for what Maju asks, twice the estimate of what is sent and more
than a buyer says or a form holds; a server that counts hidden reasoning tells Maju nothing of it, so there the provider's own limit is the last one.
"""

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from assistant.domain.spending import Price, Spent, month_of, present_account, summed
from assistant.errors import StoreError, provider_error
from assistant.llm.deadlines import Piece
from assistant.llm.tokens import usage_of
from assistant.ports import Message, Spendings, Usage
from assistant.telemetry import note_tokens

LOG = logging.getLogger(__name__)
MOST_OUT = 4_000
"""Tokens set aside for what comes back."""
SAFELY = 2
"""Estimates of what is sent are less than twice too low."""


class Till:
    """`budget`: for a calendar month by `now`'s zone, in the currency of the price, which it needs."""

    def __init__(self, spendings: Spendings, price: Price | None, budget: float | None, now: Callable[[], datetime]) -> None:
        self._spendings = spendings
        self._price = price
        self._budget = budget
        self._now = now

    @contextmanager
    def entered(self, model: str, messages: Sequence[Message]) -> Iterator[Callable[[Piece], None]]:
        """Around one call; gets its pieces. Raises ProviderError 'over_budget' before anything is sent."""
        number = self._reserved(model, messages)
        texts: list[str] = []
        told: list[tuple[int, int]] = []

        def got(piece: Piece) -> None:
            texts.append(piece.text)
            if piece.tokens:
                told.append(piece.tokens)

        try:
            yield got
        finally:
            self._settle(number, model, usage_of(messages, "".join(texts), told[-1] if told else None))

    def left(self) -> float | None:
        """Share of this month's budget that is left, 0 to 1, and 0 where the smallest call no longer fits in; None without a budget."""
        if self._budget is None:
            return None
        spent = summed(self._spendings.by_rep(month_of(self._now())).values()).cost
        left = self._budget - spent
        return left / self._budget if left > 0 and left >= (self._cost(0, MOST_OUT) or 0.0) else 0.0

    def _reserved(self, model: str, messages: Sequence[Message]) -> int | None:
        if self._budget is None:
            return None
        now = self._now()
        most_in = SAFELY * usage_of(messages, "", None).tokens_in
        most = Spent(now, present_account(), model, most_in, MOST_OUT, True, self._cost(most_in, MOST_OUT))
        number = self._spendings.reserve(most, month_of(now), self._budget)
        if number is None:
            raise provider_error("over_budget")
        return number

    def _settle(self, number: int | None, model: str, usage: Usage) -> None:
        """A store that cannot be written takes no reply away: what was set aside stays so."""
        note_tokens(usage.tokens_in, usage.tokens_out, present_account().purpose, model)
        cost = self._cost(usage.tokens_in, usage.tokens_out)
        try:
            if number is None:
                spent = Spent(self._now(), present_account(), model, usage.tokens_in, usage.tokens_out, usage.estimated, cost)
                self._spendings.add(spent)
            else:
                self._spendings.settle(number, usage.tokens_in, usage.tokens_out, usage.estimated, cost)
        except StoreError as error:
            LOG.warning("a call was not entered: %s", error)

    def _cost(self, tokens_in: int, tokens_out: int) -> float | None:
        return self._price.of(tokens_in, tokens_out) if self._price else None
