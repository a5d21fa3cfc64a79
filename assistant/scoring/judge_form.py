"""What the judge is asked, and what of its reply may be believed: plain items, 0 to 2, with quotes that must stand in the rep's own turns. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from assistant.domain.items import ASKED, CONTROLS, ITEMS

VALUES = {"0": 0, "1": 1, "2": 2}
NOT_APPLICABLE = "not_applicable"
MOST_QUOTES = 3
MOST_USES = 4
"""Items that one quote may show."""

FORM: dict[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "required": ["items"],
    "properties": {
        "items": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": ["item", "reason", "quotes", "value"],
                "properties": {
                    "item": {"type": "string", "enum": list(ASKED)},
                    "reason": {"type": "string"},
                    "quotes": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "additionalProperties": False,
                            "required": ["turn", "quote"],
                            "properties": {"turn": {"type": "integer"}, "quote": {"type": "string"}},
                        },
                    },
                    "value": {"type": "string", "enum": [*VALUES, NOT_APPLICABLE]},
                },
            },
        }
    },
}
"""Reason, then quotes, then value: the value comes last so that it has to follow from them."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One item as one run saw it: its value, 0-2, and (turn, words) that stand in the transcript as it was sent."""

    item: str
    value: int
    quotes: tuple[tuple[int, str], ...]


def answers_in(reply: Mapping[str, Any], sent: Mapping[int, str]) -> tuple[list[Answer], int]:
    """The first answer to each item whose every quote stands in the rep turn it names, and how many answers were dropped because one does not,
    or because the same words were given for nearly everything. `sent`: the rep's turns as the judge was shown them.
    A 0 needs no quote: what was not done cannot be quoted."""
    rows = reply.get("items")
    kept: dict[str, Answer] = {}
    dropped = 0
    for row in rows if isinstance(rows, list) else ():
        answer = _answer(row)
        if answer is None or answer.item in kept:
            continue
        if all(words and words in sent.get(turn, "") for turn, words in answer.quotes) and (answer.quotes or answer.value == 0):
            kept[answer.item] = answer
        else:
            dropped += 1
    overused = _overused(kept.values())
    believed = [one for one in kept.values() if one.value == 0 or not overused.issuperset(one.quotes)]
    return believed, dropped + len(kept) - len(believed)


def attentive(reply: Mapping[str, Any]) -> bool:
    """Whether every control was answered, and rightly."""
    rows = reply.get("items")
    given = [(str(row.get("item")), str(row.get("value"))) for row in rows if isinstance(row, Mapping)] if isinstance(rows, list) else []
    return all({value for item, value in given if item == control} == {str(right)} for control, right in CONTROLS.items())


def _overused(answers: Iterable[Answer]) -> set[tuple[int, str]]:
    """Quotes given for more items than words can show."""
    uses = Counter(quote for one in answers for quote in set(one.quotes))
    return {quote for quote, times in uses.items() if times > MOST_USES}


def _answer(row: object) -> Answer | None:
    if not isinstance(row, Mapping) or str(row.get("item")) not in ITEMS or str(row.get("value")) not in VALUES:
        return None
    quotes = row.get("quotes")
    pairs = [one for one in quotes if isinstance(one, Mapping)] if isinstance(quotes, Sequence) and not isinstance(quotes, str) else []
    return Answer(
        str(row["item"]),
        VALUES[str(row["value"])],
        tuple((turn if isinstance(turn := one.get("turn"), int) else -1, str(one.get("quote", "")).strip()) for one in pairs[:MOST_QUOTES]),
    )
