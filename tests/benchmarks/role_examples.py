"""What the weights of a buyer's talk are fitted on (`tests/benchmarks/role_fit.py`).

A buyer's own talk: the lines of the scenarios and the voice, each held against another line for the same thing, and the good replies of
`role/dev_replies`, `role/innocent` and `role/learnt`. Not a buyer's, not now: facts, acceptances and farewells nobody staged, what reps and
playbooks say, and the bad replies of `role/dev_replies`, `role/misbehaviour` and `role/learnt`. Nothing that was kept apart is read.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

import yaml

from assistant.domain.scenario import Scenario
from assistant.domain.words import Language
from assistant.practice.likeness import Talk, talk
from assistant.practice.model_voice import Staged, goes_beyond
from assistant.practice.rules import Rules, offer_texts, open_texts, rules
from assistant.practice.sentences import sentences
from assistant.scenarios import read_scenario
from tests.benchmarks.figures import ROOT
from tests.benchmarks.role_replies import cases, staged_case

ROLE = Path(__file__).with_name("role")
REPS = Path(__file__).with_name("reps")
SELLING = {"claim", "pitch", "next_step", "price", "discount", "boilerplate", "reference", "pressure"}
AFTERWARDS = 0.4
"""So often a line without a talk of its own is taken for one said when all was said."""


@dataclass(frozen=True, slots=True)
class Example:
    """`group`: what must not stand on both sides of a check."""

    sentence: str
    talk: Talk
    good: bool
    weight: float
    group: str = ""
    whole: bool = False


def lines_of(scenario: Scenario, language: Language) -> dict[str, list[Sequence[str]]]:
    """Kind -> pools; the lines of a pool say the same thing in other words."""
    own = scenario.lines
    return {
        "facts": [fact.lines.in_(language) for fact in scenario.facts],
        "plain": [answer.lines.in_(language) for answer in scenario.plain_answers],
        "resists": [one.lines.in_(language) for one in scenario.objections],
        "settles": [one.settled.in_(language) for one in scenario.objections],
        "asks": [one.lines.in_(language) for one in scenario.buyer.curiosities],
        "talk": [pool.in_(language) for pool in (own.deflect, own.unforeseen, own.bored, own.stall, own.not_now)],
        "agrees": [own.accept.in_(language)],
        "leaves": [own.leave.in_(language)],
    }


def scenarios() -> list[Scenario]:
    return [read_scenario(path) for path in sorted((ROOT / "knowledge" / "scenarios").glob("*.yaml"))]


def general_lines(language: Language) -> list[list[str]]:
    """The voice's pools, but for those that agree or end."""
    files = ("en",) if language == "en" else ("ko-polite", "ko-formal")
    voices = [yaml.safe_load((ROOT / "knowledge" / "voice" / f"{name}.yaml").read_text(encoding="utf-8")) for name in files]
    slots = [slot for slot in voices[0] if slot not in {"agreed", "farewell"}]
    return [[line for voice in voices for lines in voice[slot].values() for line in lines] for slot in slots]


class Against:
    """Makes the talk that a line of one scenario is held against."""

    def __init__(self, scenario: Scenario, language: Language, dice: Random) -> None:
        self.pools = lines_of(scenario, language)
        self.anything = [pool for kind in ("facts", "plain", "resists", "asks", "talk") for pool in self.pools[kind]]
        self.names = [" ".join((topic.name.in_(language), *topic.cues.in_(language)[:3])) for topic in scenario.topics]
        self._language, self._dice = language, dice
        self._opened, self._offer = open_texts(scenario, language), offer_texts(scenario, language)
        self._pool_of = {line: pool for pools in self.pools.values() for pool in pools for line in pool}
        self._telling = {line for kind in ("facts", "plain") for pool in self.pools[kind] for line in pool}

    def __call__(self, gist: str, line: str = "") -> Talk:
        """`line`: what is held against it, which is no kin of itself."""
        kin = [other for other in self._pool_of.get(gist, ()) if other != line]
        return talk(self._language, gist, [self._dice.choice(self.names)], self._opened, self._offer, gist in self._telling, kin)


def from_scenarios(language: Language, dice: Random) -> Iterator[Example]:
    general = general_lines(language)
    for scenario in scenarios():
        against = Against(scenario, language, dice)
        yield from staged_lines(against, dice)
        for pool in general:
            for line in dice.sample(pool, min(3, len(pool))):
                gist = dice.choice(pool) if dice.random() < 0.5 else dice.choice(dice.choice(against.anything))
                yield from (Example(one, against(gist), True, 0.7) for one in sentences(line.replace("{heading}", against.names[0])))
        yield from unstaged_lines(against, dice)


def staged_lines(against: Against, dice: Random) -> Iterator[Example]:
    """Lines held against another line for the same thing."""
    for kind in ("facts", "plain", "resists", "settles", "asks", "talk"):
        for pool in against.pools[kind]:
            for line in pool:
                gist = dice.choice([other for other in pool if other != line] or pool)
                yield from (Example(one, against(gist, line), True, 1.0) for one in sentences(line))


def unstaged_lines(against: Against, dice: Random) -> Iterator[Example]:
    """Facts, acceptances and farewells held against something else."""
    for kind, weight in (("facts", 1.0), ("agrees", 3.0), ("leaves", 3.0)):
        for pool in against.pools[kind]:
            for line in pool:
                gist = dice.choice(dice.choice([one for one in against.anything if one is not pool]))
                yield from (Example(one, against(gist), False, weight) for one in sentences(line))


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from strings(one)


def strings_in(value: Any, language: Language) -> Iterator[str]:
    """Those under a key that names the language, wherever it stands."""
    if isinstance(value, dict) and language in value:
        yield from strings(value[language])
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from strings_in(one, language)


def sellers_lines(language: Language) -> Iterator[tuple[str, float]]:
    """What reps say and what a playbook teaches, with its weight."""
    for path in sorted(REPS.glob("*.yaml")):
        yield from ((line, 0.25) for line in strings_in(yaml.safe_load(path.read_text(encoding="utf-8")), language))
    rows = (ROOT / "tests" / "perception" / "data" / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
    yield from ((row["text"], 0.6) for row in map(json.loads, rows) if not row["held"] and SELLING & set(row["acts"]))
    for path in (ROOT / "knowledge" / "playbooks").glob("*.md"):
        if ("한결" in path.name) == (language == "ko"):
            yield from ((line.strip("#-*| "), 0.4) for line in path.read_text(encoding="utf-8").splitlines())


def from_sellers(language: Language, talks: Sequence[Talk], dice: Random) -> Iterator[Example]:
    for line, weight in sellers_lines(language):
        yield from (Example(one, dice.choice(talks), False, weight) for one in sentences(line) if len(one) > 12)


def from_dev(language: Language, by_id: dict[str, Scenario]) -> Iterator[Example]:
    for number, case in enumerate(cases("dev", language)):
        staged = staged_case(case, by_id[case["deal"]], language)
        against = rules_of(staged, language).talk
        for reply in case["good"]:
            yield from in_turn(reply, staged, Example("", against, True, 3.0, f"dev {number}"))
        for bad in case["bad"]:
            before, rest = bad["say"].split("[[", 1)
            inside, _ = rest.rsplit("]]", 1)
            yield from in_turn(before, staged, Example("", against, True, 1.0, f"dev {number}"))
            yield from in_turn(inside, staged, Example("", against, False, 4.0, f"dev {number}"), sentences(before))


def rules_of(staged: Staged, language: Language) -> Rules:
    return rules(staged.move, staged.mind, staged.scenario, language, staged.turns, staged.gist)


def in_turn(text: str, staged: Staged, like: Example, said: Sequence[str] = ()) -> Iterator[Example]:
    """Its sentences, each knowing whether all was said before it."""
    before = [*said]
    for sentence in sentences(text):
        yield replace(like, sentence=sentence, whole=goes_beyond(sentence, before, staged))
        before.append(sentence)


def from_lines(language: Language, talks: Sequence[Talk], dice: Random) -> Iterator[Example]:
    for number, line in enumerate(yaml.safe_load((ROLE / f"innocent.{language}.yaml").read_text(encoding="utf-8"))):
        for sentence in sentences(line):
            yield Example(sentence, dice.choice(talks), True, 2.0, f"innocent {number}", dice.random() < AFTERWARDS)
    for kind, parts in yaml.safe_load((ROLE / f"misbehaviour.{language}.yaml").read_text(encoding="utf-8")).items():
        for part, items in parts.items():
            for number, item in enumerate(items):
                for sentence in sentences(item["bad"]):
                    yield Example(sentence, dice.choice(talks), False, 3.0, f"{kind} {part} {number}", dice.random() < AFTERWARDS)


def from_learnt(language: Language, talks: Sequence[Talk], dice: Random) -> Iterator[Example]:
    for kind, lines in yaml.safe_load((ROLE / f"learnt.{language}.yaml").read_text(encoding="utf-8")).items():
        for number, line in enumerate(lines):
            for sentence in sentences(line):
                whole = dice.random() < AFTERWARDS
                yield Example(sentence, dice.choice(talks), kind == "good", 2.0 if kind == "good" else 4.0, f"{kind} {number}", whole)


def examples(language: Language) -> list[Example]:
    dice = Random(7)
    by_id = {one.id: one for one in scenarios()}
    dev = list(from_dev(language, by_id))
    talks = [one.talk for one in dev]
    return [
        *from_scenarios(language, dice),
        *dev,
        *from_lines(language, talks, dice),
        *from_learnt(language, talks, dice),
        *from_sellers(language, talks, dice),
    ]
