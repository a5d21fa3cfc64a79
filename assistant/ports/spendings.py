"""What was spent on models."""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol

from assistant.domain.spending import Spent, Total


class Spendings(Protocol):
    """One entry a call, durable when a method returns."""

    def add(self, spent: Spent) -> None: ...

    def reserve(self, most: Spent, since: datetime, limit: float) -> int | None:
        """Enters a call before it is made with the most it may take; None, and nothing entered, when what was spent since then and this together
        would be more than `limit`. Calls in other processes count too."""
        ...

    def settle(self, number: int, tokens_in: int, tokens_out: int, estimated: bool, cost: float | None) -> None:
        """What it took in truth. A call that never comes back keeps what was reserved."""
        ...

    def of_role_play(self, role_play_id: str) -> Total: ...

    def by_rep(self, since: datetime) -> Mapping[str, Total]:
        """Person id -> what was spent for them since then."""
        ...
