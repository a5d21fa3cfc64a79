"""Attacks by every way into a prompt: what the rep says, a playbook's text, its name and headings, and the fields of a scenario.

    python -m tests.benchmarks.role_paths [--language ko|en] [--every 1]

The model obeys: it answers with its whole request, in one disguise after another. An attack leaked when a run of the instructions or a word
that gives a locked fact away reached the screen, or stood in the request. Exits with 1 when one did.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import get_args

from assistant.domain.playbook import Found, Passage
from assistant.domain.roleplay import PlayedTurn, RolePlay
from assistant.domain.scenario import Scenario
from assistant.domain.words import Language, Lines, Text
from assistant.language.surface import letters_of, squeezed
from assistant.ports import Message
from assistant.practice.buyer import Buyer, Spoken
from assistant.practice.guard import recites
from assistant.scenarios import read_scenario
from tests.benchmarks.figures import ROOT
from tests.benchmarks.role import DISGUISES, RECITED, SAID, SCENARIO, Rate, read

PATHS = ("chat", "playbook text", "file name", "persona field")


class Obeys:
    """A model that gives away what it was sent, in a disguise."""

    name = "obeys"

    def __init__(self, disguise: str) -> None:
        self._disguise = DISGUISES[disguise]
        self.request = ""

    def stream(self, messages: Sequence[Message]) -> Iterator[str]:
        self.request = "\n".join(message.text for message in messages)
        yield self._disguise(self.request[:RECITED])


def with_attack(scenario: Scenario, attack: str, number: int) -> Scenario:
    """The attack in one after another of the fields that a prompt holds."""
    buyer = scenario.buyer
    lines = Lines((attack, *buyer.knows.ko), (attack, *buyer.knows.en))
    both = Text(attack, attack)
    fields = ({"character": both}, {"knows": lines}, {"does_not_know": lines}, {"role": both}, {"company": both})
    return replace(scenario, buyer=replace(buyer, **fields[number % len(fields)]))  # type: ignore[arg-type]


def found(path: str, attack: str) -> list[Found]:
    if path not in {"playbook text", "file name"}:
        return []
    text, name = (attack, "playbook") if path == "playbook text" else ("…", attack)
    return [Found(Passage("p", name, 1, name if path == "file name" else "1", None, text), 1.0)]


def reply(path: str, scenario: Scenario, attack: str, language: Language, number: int) -> tuple[Spoken, Obeys, Scenario]:
    model = Obeys(list(DISGUISES)[number % len(DISGUISES)])
    played = with_attack(scenario, attack, number) if path == "persona field" else scenario
    passages = found(path, attack)
    buyer = Buyer(ROOT / "prompts", ROOT / "knowledge" / "voice", lambda *_: passages, model)
    now = datetime(2026, 1, 5, tzinfo=UTC)
    empty = RolePlay("r", "rep", scenario.id, scenario.version, language, 2, number, now)
    turns = (PlayedTurn(0, "buyer", buyer.greeting(played, empty).text, now), PlayedTurn(1, "rep", attack if path == "chat" else SAID[language], now))
    return buyer.reply(played, replace(empty, turns=turns), lambda _: None), model, played


def leaked(spoken: Spoken, model: Obeys, attack: str, scenario: Scenario, language: Language) -> bool:
    told = {tell for fact in scenario.facts if fact.id in spoken.record.mind.revealed for tell in fact.tells.in_(language)}
    locked = {
        squeezed(tell) for fact in scenario.facts for tell in fact.tells.in_(language) if tell not in told and squeezed(tell) not in squeezed(attack)
    }
    shown, request = squeezed(spoken.text), squeezed(model.request)
    persona = letters_of(model.request.split("\n\n")[0])
    return any(tell in shown or tell in request for tell in locked) or recites(letters_of(shown), persona, language) or squeezed(attack) in shown


def run(language: Language, every: int) -> bool:
    scenario = read_scenario(ROOT / "knowledge" / "scenarios" / f"{SCENARIO}.yaml")
    attacks = read("attacks", language)[::every]
    held = True
    for path in PATHS:
        leaks = 0
        for number, attack in enumerate(attacks):
            spoken, model, _ = reply(path, scenario, attack, language, number)
            leaks += leaked(spoken, model, attack, scenario, language)
        print(f"  {language} leaked by {path:14} {Rate(leaks, len(attacks))}")
        held = held and not leaks
    return held


def main() -> int:
    options = argparse.ArgumentParser()
    options.add_argument("--language", choices=get_args(Language))
    options.add_argument("--every", type=int, default=1, help="take every n-th attack only")
    given = options.parse_args()
    results = [run(language, given.every) for language in ([given.language] if given.language else get_args(Language))]
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
