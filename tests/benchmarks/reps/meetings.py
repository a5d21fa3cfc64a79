"""Role-plays in the other settings, with the real buyer, offline: several at a table, somebody at the door, a call days later."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from random import Random

import yaml
from pydantic import TypeAdapter

from assistant.domain.buyer import Curiosity
from assistant.domain.roleplay import Ending, Level, Move, PlayedTurn, RolePlay, Setting
from assistant.domain.scenario import Scenario
from assistant.domain.words import Language
from assistant.practice.buyer import Buyer
from assistant.practice.endings import ended_by
from assistant.settings import HOME
from tests.benchmarks.reps.phrases import Handling, Lines, Phrases, phrases
from tests.benchmarks.reps.playing import MOST_TURNS
from tests.benchmarks.reps.styles import STYLES
from tests.benchmarks.reps.talk import Part, Seen, Talk

WHEN = datetime(2026, 11, 1, tzinfo=UTC)
FILE = Path(__file__).parent / "people.yaml"
TURNS_TO_TURN = 2
"""Rep turns after which a good rep turns to whoever was not spoken to."""
Says = Callable[[RolePlay], str]


@dataclass(frozen=True, slots=True)
class More:
    """What reps say beyond a scenario's own bank, in one language; see the file."""

    people: Mapping[str, Lines] = field(default_factory=dict)
    heard: Mapping[str, Lines] = field(default_factory=dict)
    objections: Mapping[str, Handling] = field(default_factory=dict)
    curious: Mapping[str, Lines] = field(default_factory=dict)
    gate: Mapping[str, Lines] = field(default_factory=dict)


@cache
def _lines() -> dict[str, dict[Language, More]]:
    return TypeAdapter(dict[str, dict[Language, More]]).validate_python(yaml.safe_load(FILE.read_text(encoding="utf-8")))


@cache
def _buyer() -> Buyer:
    return Buyer(HOME / "prompts", HOME / "knowledge" / "voice", lambda *_: [], None)


def played(scenario: Scenario, level: Level, language: Language, seed: int, setting: Setting, says: Says, first: RolePlay | None = None) -> RolePlay:
    """To its end, or until a rep gives up for the day."""
    one = RolePlay(f"{setting}-{seed}", "rep", scenario.id, "", language, level, seed, WHEN, setting=setting, follows=first.id if first else None)
    greeting = _buyer().greeting(scenario, one, first)
    one = replace(one, turns=(PlayedTurn(0, "buyer", greeting.text, WHEN, record=greeting.record, person=greeting.person),))
    for turn in range(MOST_TURNS):
        one = replace(one, turns=(*one.turns, PlayedTurn(len(one.turns), "rep", says(one), WHEN)))
        spoken = _buyer().reply(scenario, one, lambda sentence: None, first)
        one = replace(one, turns=(*one.turns, PlayedTurn(len(one.turns), "buyer", spoken.text, WHEN, record=spoken.record, person=spoken.person)))
        ended = ended_by(spoken.move, spoken.record.mind, turn + 1)
        if ended or spoken.record.mind.agreed:
            by, outcome, why = ended or ("rep", "committed", "agreed")
            return replace(one, ended=Ending(by, outcome, why, WHEN))
    return replace(one, ended=Ending("rep", "open", "rep_finished", WHEN))


def rep(
    scenario: Scenario,
    language: Language,
    style: str,
    seed: int,
    turns_to: tuple[str, ...] = (),
    only_buyer: bool = False,
    knows: tuple[str, ...] = (),
) -> Says:
    """A manner of selling. `turns_to`: the people at the table whom this rep does not forget; `only_buyer`: asks the buyer, by name, whatever it
    is about; `knows`: facts the rep was told in an earlier call."""
    dice = Random(f"rep:{seed}:{scenario.id}:{language}")
    everybodys = (*scenario.objections, *(one for person in scenario.people() for one in person.objections))
    topics = tuple(topic.id for topic in scenario.topics)
    talk = Talk(_phrases(scenario, language), dice, topics, {one.id: one.topics for one in everybodys}, told=list(knows))
    talk.asked += [scenario.fact(one).topics[0] for one in knows]
    since = dict.fromkeys(turns_to, 0)

    def says(role_play: RolePlay) -> str:
        last = role_play.turns[-1]
        assert last.record
        talk.hears(_seen(last.text, last.record.move))
        parts = STYLES[style](talk)
        for person in since:
            since[person] = 0 if last.person == person else since[person] + 1
        waiting = max(since, key=lambda person: since[person], default=None)
        if waiting and since[waiting] >= TURNS_TO_TURN and parts and parts[-1].asks:
            parts = [*parts[:-1], Part(talk.pick(_lines()[scenario.id][language].people[waiting]))]
            since[waiting] = 0
        if only_buyer and parts and parts[-1].form:
            parts = [*parts[:-1], replace(parts[-1], text=f"{talk.phrases.name}, {parts[-1].text}")]
        return " ".join(part.text for part in parts)

    return says


def at_the_door(scenario: Scenario, language: Language, manner: str, seed: int) -> Says:
    """`plain`: says who and why, and holds on; `liar`; anything else is a manner of selling."""
    dice = Random(f"door:{seed}:{scenario.id}:{language}")
    lines = _lines()[scenario.id][language].gate
    if manner not in {"plain", "liar"}:
        return rep(scenario, language, manner, seed)

    def says(role_play: RolePlay) -> str:
        turn = sum(one.speaker == "rep" for one in role_play.turns)
        step = ("who", "why", "hold_on")[min(turn, 2)] if manner == "plain" else ("who", "lie")[min(turn, 1)]
        said = {one.text for one in role_play.turns}
        return dice.choice([line for line in lines[step] if line not in said] or list(lines[step]))

    return says


def _phrases(scenario: Scenario, language: Language) -> Phrases:
    """The scenario's own, with what is said to others on the buyer's side and of what has happened meanwhile."""
    base = phrases(scenario.id, language)
    more = _lines().get(scenario.id, {}).get(language, More())
    answers = tuple(line for lines in base.bank.curious.values() for line in lines)
    bank = replace(
        base.bank,
        heard={**base.bank.heard, **more.heard},
        objections={**base.bank.objections, **more.objections},
        curious={**base.bank.curious, **{one.id: answers for one in _events(scenario)}, **more.curious},
    )
    return replace(base, bank=bank)


def _events(scenario: Scenario) -> tuple[Curiosity, ...]:
    return scenario.follow_up.meanwhile if scenario.follow_up else ()


def _seen(text: str, move: Move) -> Seen:
    return Seen(text, move.kind, (*move.tell, *move.volunteer), move.objection, move.settle, move.ask, move.react)
