"""A chat model as a second opinion: plain items, asked three times at once in three orders, answered with quotes that must stand in the transcript.

It never decides alone. The transcript is data inside a fence that its own words cannot close, without personal data and the rep's name; answers
whose quotes nobody said are dropped and counted; a reading that gets wrong what anybody would get right counts for nothing; where its runs
contradict each other it is called uncertain and moves nothing.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from random import Random
from statistics import median
from time import monotonic

from assistant.domain.items import ASKED, ITEMS, verdicts
from assistant.domain.scorecard import Evidence, JudgedItem, Judging
from assistant.domain.spending import Price
from assistant.domain.words import Dimension, Language
from assistant.errors import ProviderError
from assistant.language.personal import masked, without_own_name
from assistant.ports import ChatModel, Filled, Message, Usage
from assistant.prompt_file import PromptFile
from assistant.scoring.judge_form import FORM, Answer, answers_in, attentive
from assistant.scoring.talk import Talk
from assistant.telemetry import carried

MOST_TURNS = 80
RUNS = 3
INTRODUCES = 2
"""The rep's turns in which they say who they are."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """`verdicts`: 0-1 per dimension it agrees with itself about. `failed`: a fault id when nothing of it can be used, else None."""

    judging: Judging
    verdicts: Mapping[Dimension, float] = field(default_factory=dict)
    evidence: tuple[Evidence, ...] = ()
    prompts: Mapping[str, str] = field(default_factory=dict)
    failed: str | None = None


@dataclass(frozen=True, slots=True)
class _Run:
    """What one call brought: answers, or the fault it ended with."""

    answers: tuple[Answer, ...] = ()
    dropped: int = 0
    fault: str | None = None
    usage: Usage = field(default=Usage(0, 0, estimated=False))


@dataclass(frozen=True, slots=True)
class Judge:
    """`runs`: how often it is asked; the median counts. `price`: None where nobody has set one."""

    chat: ChatModel
    prompts: Mapping[Language, PromptFile]
    runs: int = RUNS
    price: Price | None = None

    @property
    def model(self) -> str:
        return self.chat.name

    def judge(self, talk: Talk) -> Judgement:
        """Never raises for what the model does."""
        prompt = self.prompts[talk.language]
        name, _, digest = prompt.version.partition("@")
        sent = _sent(talk)
        began = monotonic()
        with ThreadPoolExecutor(self.runs, thread_name_prefix="judge") as pool:
            asked = [pool.submit(carried(self._run, _messages(talk, sent, prompt, run), talk, sent)) for run in range(self.runs)]
            runs = [one.result() for one in asked]
        judging = self._judging(runs, round(monotonic() - began, 3))
        if not judging.items:
            return Judgement(judging, prompts={name: digest}, failed=_why(runs))
        return Judgement(judging, verdicts(judging.items), _evidence(runs, talk, sent), {name: digest})

    def _run(self, messages: Sequence[Message], talk: Talk, sent: Mapping[int, str]) -> _Run:
        try:
            filled: Filled = self.chat.fill(messages, FORM)
        except ProviderError as error:
            return _Run(fault=error.fault)
        answers, dropped = answers_in(filled.values, {exchange.rep.index: sent[exchange.rep.index] for exchange in talk.exchanges})
        if answers and not attentive(filled.values):
            return _Run(fault="missed_controls", usage=filled.usage)
        fault = None if answers else "invented_quotes" if dropped else "malformed"
        return _Run(tuple(answers), dropped, fault, filled.usage)

    def _judging(self, runs: Sequence[_Run], seconds: float) -> Judging:
        usage = Usage(sum(one.usage.tokens_in for one in runs), sum(one.usage.tokens_out for one in runs), any(one.usage.estimated for one in runs))
        return Judging(
            runs=len(runs),
            items=_items(runs),
            dropped=sum(one.dropped for one in runs),
            faults=tuple(one.fault for one in runs if one.fault),
            seconds=seconds,
            tokens_in=usage.tokens_in,
            tokens_out=usage.tokens_out,
            estimated=usage.estimated,
            cost=self.price.of(usage.tokens_in, usage.tokens_out) if self.price else None,
        )


def _sent(talk: Talk) -> dict[int, str]:
    """Every turn as it leaves the house: without personal data and the rep's own name, every offset as it was."""
    texts = {turn.index: masked(turn.text) for turn in talk.turns}
    first = [exchange.text for exchange in talk.exchanges[:INTRODUCES]]
    return {index: without_own_name(text, first, talk.language) for index, text in texts.items()}


def _messages(talk: Talk, sent: Mapping[int, str], prompt: PromptFile, run: int) -> list[Message]:
    """The items in an order that differs between runs and transcripts and is the same for the same one."""
    lines = "\n".join(
        json.dumps({"turn": turn.index, "speaker": turn.speaker, "text": sent[turn.index]}, ensure_ascii=False) for turn in talk.turns[-MOST_TURNS:]
    )
    mark = hashlib.sha256(lines.encode()).hexdigest()[:12]
    order = sorted(ASKED)
    Random(f"{mark}{run}").shuffle(order)
    items = "\n\n".join(f"[{item}]\n{prompt.fill(item)}" for item in order)
    return [
        Message("system", prompt.fill("judge", fence=f"transcript-{mark}", items=items)),
        Message("user", prompt.fill("transcript", fence=f"transcript-{mark}", lines=lines)),
    ]


def _items(runs: Sequence[_Run]) -> tuple[JudgedItem, ...]:
    values: dict[str, list[int]] = defaultdict(list)
    for run in runs:
        for answer in run.answers:
            values[answer.item].append(answer.value)
    return tuple(
        JudgedItem(item, dimension, float(median(found)), min(found), max(found), len(found))
        for item, dimension in ITEMS.items()
        if (found := values.get(item))
    )


def _why(runs: Sequence[_Run]) -> str:
    """Why nothing of the judge can be used: what went wrong most often, the first of equals."""
    faults = [one.fault for one in runs if one.fault]
    return max(faults, key=faults.count, default="malformed")


def _evidence(runs: Sequence[_Run], talk: Talk, sent: Mapping[int, str]) -> tuple[Evidence, ...]:
    """One line per quote, however often it was given, cut from the turn as it was said; only first lines, as quotes never cross lines."""
    texts = {exchange.rep.index: exchange.text for exchange in talk.exchanges}
    shown = set()
    for answer in (one for run in runs for one in run.answers):
        for turn, words in answer.quotes:
            at = sent[turn].find(words)
            said = texts[turn][at : at + len(words)].split("\n")[0].strip()
            shown.add((turn, ITEMS[answer.item], f"judge:{answer.item}", said, answer.value > 0))
    return tuple(Evidence(dimension, name, turn, words, "+" if good else "-") for turn, dimension, name, words, good in sorted(shown) if words)
