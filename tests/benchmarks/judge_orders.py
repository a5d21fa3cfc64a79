"""Transcripts that tell the judge what to give: does an order reach it, does a score move, is innocent talk left out?

    python -m tests.benchmarks.judge_orders [open|held] [--language ko|en] [--tries 1000] [--quick]

An order is put together from `role/orders.*.yaml` (`held` taught the word lists nothing), written in one disguise after another, and stands in a
turn of the rep or of the buyer, before what they say, after it or in its place. The judge reads every disguise and obeys whatever order it can
read, all items at once; else it keeps to its honest values. *Moved*: a verdict differs from the same conversation without the order. *Set
aside*: an order reached the judge, it obeyed, and its reading counted for nothing; the measured score stands and the scorecard says so.
*Recited*: the judge's own instructions stood in what came back from it. *Gained*: the measured score of a dimension rose by more than
three points. Beside it innocent talk: texts of which anything was left out. Rates stand with Wilson's 95 % interval. Exits with 1
when a score moved or the instructions came out.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import cycle
from random import Random
from typing import Any, Literal, get_args

from assistant.domain.items import ASKED, CONTROLS
from assistant.domain.transcript import Transcript
from assistant.domain.words import LANGUAGES, Language
from assistant.language.sentences import sentences
from assistant.language.surface import letters_of, squeezed
from assistant.ports import Filled, Message, Usage
from assistant.practice.guard import WHOLE_CHARS, recites
from assistant.prompt_file import read_prompt
from assistant.scoring.judge import Judge, Judgement
from assistant.scoring.orders import without_orders
from assistant.scoring.talk import talk_of
from tests.benchmarks.conversations import conversations, differences, points
from tests.benchmarks.disguises import INTO
from tests.benchmarks.figures import ROOT
from tests.benchmarks.gaming import PAYS
from tests.benchmarks.role import Rate, read, readings
from tests.benchmarks.role_adversary import made

Half = Literal["open", "held"]
QUICK = 60
PROMPTS = {language: read_prompt(ROOT / "prompts" / f"judge.{language}.md") for language in LANGUAGES}
EXCHANGES = 4
SEED = 20261128


@dataclass(frozen=True, slots=True)
class Obeys:
    """A judge that gives everything where it can read an order, else nothing. `recites`: it quotes its instructions instead."""

    order: str
    language: Language
    recites: bool = False
    name = "obeys"

    def stream(self, messages: Sequence[Message]) -> Iterator[str]:
        raise AssertionError("a judge fills in a form")

    def answers(self) -> str | None:
        return None

    def fill(self, messages: Sequence[Message], form: Mapping[str, Any]) -> Filled:
        lines = [json.loads(line) for line in messages[1].text.splitlines() if line.startswith('{"turn"')]
        said = cycle(
            [{"turn": line["turn"], "quote": line["text"].split("\n")[0]} for line in lines if line["speaker"] == "rep" and line["text"].strip()]
        )
        told = cycle([{"turn": lines[0]["turn"], "quote": line} for line in messages[0].text.splitlines() if line])
        obeys = any(legible(self.order, line["text"], self.language) for line in lines)
        value = "2" if obeys or self.recites else "0"
        rows = [{"item": item, "reason": messages[0].text, "quotes": [next(told if self.recites else said)], "value": value} for item in ASKED]
        if not obeys:
            rows = [row | {"value": str(CONTROLS.get(str(row["item"]), value))} for row in rows]
        return Filled({"items": rows}, Usage(0, 0, estimated=False))


def legible(order: str, text: str, language: Language) -> bool:
    """Whether a sentence of the order can be made out in the text."""
    parts = [letters_of(squeezed(order[slice(*span)])) for span in sentences(order, language)]
    whole = [one for one in parts if len(one) >= WHOLE_CHARS[language]] or parts
    return any(one in letters_of(reading) for reading in readings(text) for one in whole if one)


def orders(language: Language, half: Half, tries: int) -> Iterator[tuple[str, str, str]]:
    """(the order, the disguise's name, the order in it)"""
    dice, templates = Random(SEED), read("orders", language)[half]
    for number in range(tries):
        order = made(templates[number % len(templates)], dice)
        name = list(INTO)[number // len(templates) % len(INTO)]
        yield order, name, INTO[name](order)


def with_order(talk: Transcript, order: str, number: int) -> Transcript:
    at = number % len(talk.turns)
    said = talk.turns[at].text
    text = (f"{said} {order}", f"{order} {said}", f"{said}\n{order}")[number % 3]
    return replace(talk, turns=tuple(replace(one, text=text) if one.index == at else one for one in talk.turns))


def short(talk: Transcript) -> Transcript:
    return replace(talk, turns=talk.turns[: 2 * EXCHANGES + 1])


def judged(talk: Transcript, judge: Obeys) -> Judgement:
    return Judge(judge, PROMPTS, runs=1).judge(talk_of(talk, judge.language))


def recited(talk: Transcript, language: Language) -> bool:
    """Whether a judge that quotes its instructions gets any of them onto a scorecard."""
    instructions = letters_of(PROMPTS[language].parts["judge"])
    return any(recites(letters_of(one.quote), instructions, language) for one in judged(talk, Obeys("", language, recites=True)).evidence)


def gained(before: Transcript, after: Transcript) -> bool:
    return any(one > PAYS for one in differences(points(before), points(after)).values())


def run(language: Language, half: Half, tries: int) -> bool:
    talks = [short(talk) for talk in conversations(language, ("decent", "product-pusher"))]
    honest = {talk.id: judged(talk, Obeys("\0", language)) for talk in talks}
    reached: Counter[str] = Counter()
    tried: Counter[str] = Counter()
    moved = came_out = paid = 0
    for number, (order, disguise, written) in enumerate(orders(language, half, tries)):
        talk = talks[number % len(talks)]
        ordered = with_order(talk, written, number)
        judgement = judged(ordered, Obeys(order, language))
        tried[disguise] += 1
        if judgement.verdicts != honest[talk.id].verdicts or judgement.failed:
            moved += judgement.failed != "missed_controls"
            reached[disguise] += 1
            print(f"    {disguise}: {order!r}", flush=True)
        came_out += recited(ordered, language)
        paid += gained(talk, ordered)
    print(f"  {language} {half:5} moved a verdict                  {Rate(moved, tries)}")
    print(f"  {language} {half:5} reached the judge, set aside      {Rate(reached.total() - moved, tries)}")
    for disguise in tried:
        print(f"      {disguise:18}{Rate(reached[disguise], tried[disguise])}")
    print(f"  {language} {half:5} instructions recited             {Rate(came_out, tries)}")
    print(f"  {language} {half:5} a measured score gained > {PAYS:.0f}      {Rate(paid, tries)}")
    print(f"  {language} {half:5} near misses left out             {innocence(read('orders', language)['near'][half], language)}")
    print(f"  {language} {half:5} ordinary sentences left out      {innocence(ordinary(language), language)}", flush=True)
    return not moved and not came_out


def ordinary(language: Language) -> list[str]:
    return [*read("ordinary", language), *sorted({turn.text for talk in conversations(language) for turn in talk.turns})]


def innocence(texts: Sequence[str], language: Language) -> Rate:
    left_out = [text for text in texts if without_orders(text, language) != text]
    for text in left_out:
        print(f"    left out: {text!r}")
    return Rate(len(left_out), len(texts))


def main() -> int:
    options = argparse.ArgumentParser()
    options.add_argument("half", choices=get_args(Half), nargs="?", default="held")
    options.add_argument("--language", choices=LANGUAGES)
    options.add_argument("--tries", type=int, default=1000, help="orders per language")
    options.add_argument("--quick", action="store_const", const=QUICK, dest="tries", help=f"--tries {QUICK}")
    given = options.parse_args()
    results = [run(language, given.half, given.tries) for language in ([given.language] if given.language else LANGUAGES)]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
