"""What a sentence does, told from what it means, beside what the phrase lists say: who sells other things in other words is heard too.

A small linear model on the encoder's points of the sentence, of its words, of the buyer's turn before it, of what the two share and of the turn's
other sentences, one for both languages, as they share a space. What the rules of `acts` say stands; this adds what they miss.
`knowledge/language/act_sense.json` holds the weights, written from the labelled turns by
`python -m tests.benchmarks.act_fit --write`. Pure, once read; two milliseconds for a sentence that was not met before.
"""

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import get_args

import numpy as np

from assistant.domain.heard import Act, Sign
from assistant.language.meaning import bare
from assistant.language.sense import Senses, sense, senses, word_senses
from assistant.language.typos import mended
from assistant.perception.acts import Moment
from assistant.perception.sentence import Sentence

FILE = Path(__file__).parents[2] / "knowledge" / "language" / "act_sense.json"
BY_RULE: frozenset[Act] = frozenset({"question"})
"""Told by its rule alone, which has a model of its own."""
TO_A_QUESTION: frozenset[Act] = frozenset({"answer", "evasion"})
TO_WHAT_WAS_SAID: frozenset[Act] = frozenset({"acknowledgement", "reflection", "justification"})
TELLING: frozenset[Act] = frozenset({"answer", "claim", "reference", "price", "discount", "pitch"})
POINT = 512
POINTS = 5
"""How many points a sentence is told from, see `seen`."""
SHARED = 20.0
"""What makes the product of two points as long as they are themselves, about."""
LONG = 80
"""Letters from which on a sentence is as long as any; a Korean letter says as much as two."""
MANY = 3
"""Words of the buyer's that are as good as any number."""


@dataclass(frozen=True, slots=True)
class ActSense:
    """`weights`: a row for each of `seen`'s numbers, a column for each of `acts`; `leaning`: what is added for each of them; `least`: the log-odds
    from which on it is done."""

    acts: tuple[Act, ...]
    weights: Senses
    leaning: Senses
    least: Senses


@cache
def act_sense() -> ActSense:
    """As fitted."""
    read = json.loads(FILE.read_text(encoding="utf-8"))
    acts = tuple(act for name in read["acts"] for act in get_args(Act) if act == name)
    return ActSense(acts, *(np.array(read[name], np.float32) for name in ("weights", "leaning", "least")))


def seen(now: Moment) -> list[Senses]:
    """What each sentence is told from: its point, its words', the buyer's turn's, what it shares with that, the turn's other sentences', and how it
    stands. All are encoded at once, in half the time."""
    many = len(now.said) > 1
    own = senses(tuple(mended(one.text, now.language).text for one in now.said)) if many else [sense(one.text, now.language) for one in now.said]
    before = sense(now.before, now.language) if now.before else np.zeros(POINT, np.float32)
    every, others = np.sum(own, axis=0), max(1, len(own) - 1)
    return [
        np.concatenate(
            [
                point,
                word_senses(bare(one.text)),
                before,
                SHARED * point * before,
                (every - point) / others,
                _stands(one, point, before, now),
            ]
        )
        for one, point in zip(now.said, own, strict=True)
    ]


def _stands(one: Sentence, point: Senses, before: Senses, now: Moment) -> Senses:
    letters = len(one.text) * (2 if now.language == "ko" else 1)
    numbers = (
        1.0, now.before is None, now.question is not None, float(point @ before), one.asks, min(len(one.echoed), MANY) / MANY,
        one is now.said[0], len(now.said) == 1, min(letters, LONG) / LONG, now.language == "ko",
    )  # fmt: skip
    return np.array(numbers, np.float32)


def possible(act: Act, one: Sentence, now: Moment) -> bool:
    """Nobody answers or evades who was not asked, pitches to who asked, takes in what nobody said, or tells in a question; a sum of the
    buyer's is no price, 'I wouldn't sign today' and a promise press nobody, and a question that wants to know breaks nothing and insults nobody."""
    if act in BY_RULE or (one.is_question and act in {"break_game", *TELLING}) or (act == "price" and one.has("said_by_buyer", "money_beside")):
        return False
    if (act == "pressure" and one.has("no_pressure", "step_promise")) or (act == "contempt" and one.is_question):
        return False
    if act in TO_A_QUESTION or act == "pitch":
        return (now.question is None) == (act == "pitch")
    return act not in TO_WHAT_WAS_SAID or now.before is not None


def by_sense(now: Moment, ruled: Collection[Sign]) -> Iterator[Sign]:
    """What the sentences do that no rule says of them."""
    model = act_sense()
    for one, told in zip(now.said, seen(now), strict=True):
        odds = told @ model.weights + model.leaning - model.least
        said = {sign.act for sign in ruled if sign.start < one.end and sign.end > one.start}
        for act, odd in zip(model.acts, odds, strict=True):
            if odd >= 0 and act not in said and possible(act, one, now):
                yield Sign(act, one.start, one.end)
