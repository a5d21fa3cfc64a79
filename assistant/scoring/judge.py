"""A chat model as a second opinion: yes, partly or no to plain items, each with quotes that must stand in the transcript. It never decides alone.

The transcript is data inside a fence that its own words cannot close; items whose quotes are invented are dropped and counted; a model that fails or
answers nonsense leaves the measured score as it was.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from statistics import fmean, median
from typing import Any

from assistant.domain.scorecard import Evidence
from assistant.domain.words import Dimension, Language
from assistant.errors import ProviderError
from assistant.ports import ChatModel, Message
from assistant.prompt_file import PromptFile
from assistant.scoring.talk import Talk

ITEMS: dict[str, Dimension] = {
    "takes_up": "warm", "asks_on": "warm", "lets_talk": "warm",
    "builds_on": "human", "only_for_them": "human",
    "answers_first": "fast", "fixes_next": "fast",
    "explores": "professional", "their_reason": "professional", "grounds": "professional",
}  # fmt: skip
"""Each item's anchors and examples are the part of that name in `prompts/judge.*.md`."""
VALUES: dict[str, float] = {"yes": 1.0, "partly": 0.5, "no": 0.0}
MOST_TURNS = 80
MOST_QUOTES = 3

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
                    "item": {"type": "string", "enum": list(ITEMS)},
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
                    "value": {"type": "string", "enum": [*VALUES, "not_applicable"]},
                },
            },
        }
    },
}
"""Reason, then quotes, then value: the value comes last so that it has to follow from them."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """`verdicts`: 0-1 per dimension it could say something about. `dropped`: items whose quotes were invented or missing. `failed`: a fault
    id or None."""

    verdicts: Mapping[Dimension, float] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()
    prompts: Mapping[str, str] = field(default_factory=dict)
    dropped: int = 0
    failed: str | None = None


@dataclass(frozen=True, slots=True)
class _Answer:
    item: str
    value: float
    quotes: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Judge:
    """`runs`: how often it is asked; the median counts."""

    chat: ChatModel
    prompts: Mapping[Language, PromptFile]
    runs: int = 1

    @property
    def model(self) -> str:
        return self.chat.name

    def judge(self, talk: Talk) -> Judgement:
        """Never raises for what the model does."""
        prompt = self.prompts[talk.language]
        name, _, digest = prompt.version.partition("@")
        used = {name: digest}
        answers: list[_Answer] = []
        dropped = 0
        for run in range(self.runs):
            try:
                found, bad = _checked(self.chat.fill(_messages(talk, prompt, run), FORM), talk)
            except ProviderError as error:
                return Judgement(prompts=used, dropped=dropped, failed=error.fault)
            answers += found
            dropped += bad
        if not answers:
            return Judgement(prompts=used, dropped=dropped, failed="malformed" if not dropped else "invented_quotes")
        return Judgement(_verdicts(answers), _evidence(answers), used, dropped)


def _messages(talk: Talk, prompt: PromptFile, run: int) -> list[Message]:
    """The items in an order that differs between runs and transcripts and is the same for the same one."""
    lines = "\n".join(
        json.dumps({"turn": turn.index, "speaker": turn.speaker, "text": turn.text}, ensure_ascii=False) for turn in talk.turns[-MOST_TURNS:]
    )
    mark = hashlib.sha256(lines.encode()).hexdigest()[:12]
    order = sorted(ITEMS)
    Random(f"{mark}{run}").shuffle(order)
    items = "\n\n".join(f"[{item}]\n{prompt.fill(item)}" for item in order)
    return [
        Message("system", prompt.fill("judge", fence=f"transcript-{mark}", items=items)),
        Message("user", prompt.fill("transcript", fence=f"transcript-{mark}", lines=lines)),
    ]


def _checked(reply: Mapping[str, Any], talk: Talk) -> tuple[list[_Answer], int]:
    """The answers whose every quote stands in a rep turn, one per item, and how many were dropped."""
    rows = reply.get("items")
    texts = {exchange.rep.index: exchange.text for exchange in talk.exchanges}
    kept: dict[str, _Answer] = {}
    dropped = 0
    for row in rows if isinstance(rows, list) else ():
        answer = _answer(row)
        if answer is None or answer.item in kept:
            continue
        if all(words and words in texts.get(turn, "") for turn, words in answer.quotes) and (answer.quotes or answer.value == 0):
            kept[answer.item] = answer
        else:
            dropped += 1
    return list(kept.values()), dropped


def _answer(row: object) -> _Answer | None:
    if not isinstance(row, Mapping) or str(row.get("item")) not in ITEMS or str(row.get("value")) not in VALUES:
        return None
    quotes = row.get("quotes")
    pairs = [one for one in quotes if isinstance(one, Mapping)] if isinstance(quotes, Sequence) and not isinstance(quotes, str) else []
    return _Answer(
        str(row["item"]),
        VALUES[str(row["value"])],
        tuple((turn if isinstance(turn := one.get("turn"), int) else -1, str(one.get("quote", "")).strip()) for one in pairs[:MOST_QUOTES]),
    )


def _verdicts(answers: list[_Answer]) -> dict[Dimension, float]:
    by_item: dict[str, list[float]] = defaultdict(list)
    for answer in answers:
        by_item[answer.item].append(answer.value)
    by_dimension: dict[Dimension, list[float]] = defaultdict(list)
    for item, values in by_item.items():
        by_dimension[ITEMS[item]].append(median(values))
    return {dimension: fmean(values) for dimension, values in by_dimension.items()}


def _evidence(answers: list[_Answer]) -> tuple[Evidence, ...]:
    """One line per quote, however often it was given; only first lines, as quotes of a turn never cross its lines."""
    shown = {
        (turn, ITEMS[one.item], f"judge:{one.item}", words.split("\n")[0].strip(), one.value >= VALUES["partly"])
        for one in answers
        for turn, words in one.quotes
    }
    return tuple(Evidence(dimension, name, turn, words, "+" if good else "-") for turn, dimension, name, words, good in sorted(shown))
