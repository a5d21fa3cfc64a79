"""A model for what it owes scorecards, in the process that is killed: one that is away, one that is back."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from assistant.domain.items import CONTROLS, ITEMS
from assistant.errors import provider_error
from assistant.ports import Filled, Message, Usage


class Away:
    name = "away"

    def stream(self, messages: Sequence[Message]) -> Iterator[str]:
        raise provider_error("unreachable")

    def fill(self, messages: Sequence[Message], form: Mapping[str, Any]) -> Filled:
        raise provider_error("unreachable")

    def answers(self) -> str | None:
        return None


class Back(Away):
    """Finds no occasion for anything, and reads what anybody reads."""

    name = "back"

    def fill(self, messages: Sequence[Message], form: Mapping[str, Any]) -> Filled:
        values = dict.fromkeys(ITEMS, 0) | CONTROLS
        items = [{"item": item, "reason": "-", "quotes": [], "value": str(value)} for item, value in values.items()]
        return Filled({"items": items}, Usage(900, 100, estimated=True))
