"""One role-play of a rep's policy against the real buyer: the rep's words are heard, decided on and answered as in the room."""

from dataclasses import dataclass
from random import Random

from assistant.domain.heard import Act, Heard, NextStep, Question, Sign
from assistant.domain.roleplay import Level, Mind, Move, Outcome
from assistant.domain.scenario import Scenario
from assistant.domain.words import Language
from assistant.perception import hear
from assistant.practice.embedded_voice import speak
from assistant.practice.endings import ended_by
from assistant.practice.mind import Decision, at_first, decide
from assistant.practice.nearest import asked_in
from assistant.practice.sentences import sentences
from assistant.practice.wordings import wordings_for
from assistant.settings import HOME
from tests.benchmarks.reps.phrases import phrases
from tests.benchmarks.reps.styles import STYLES
from tests.benchmarks.reps.talk import Part, Seen, Talk

MOST_TURNS = 24
"""Rep turns after which a rep gives up for the day."""
SWAPS = 4


@dataclass(frozen=True, slots=True)
class Exchange:
    """A rep's line and the buyer's answer to it. `before`: what the buyer had in mind and had said."""

    parts: tuple[Part, ...]
    heard: Heard
    before: Mind
    buyer_said: str
    decision: Decision
    spoken: tuple[str, ...]

    @property
    def line(self) -> str:
        return " ".join(part.text for part in self.parts)

    @property
    def reply(self) -> str:
        return " ".join(self.spoken)


@dataclass(frozen=True, slots=True)
class Played:
    scenario: Scenario
    level: Level
    language: Language
    style: str
    seed: int
    opening: str
    exchanges: tuple[Exchange, ...]
    outcome: Outcome

    @property
    def buyer_turns(self) -> tuple[str, ...]:
        return (self.opening, *(one.reply for one in self.exchanges))


def play(scenario: Scenario, level: Level, language: Language, style: str, seed: int, as_meant: bool = False) -> Played:
    """`as_meant`: the buyer hears what the rep's lines are meant to do, whatever perception makes of them."""
    talk = talk_for(scenario, language, seed)
    wordings = wordings_for(HOME / "knowledge" / "voice", scenario, language)
    mind = at_first(scenario, level)
    move = Move("greet")
    opening = " ".join(speak(move, mind, scenario, language, wordings, (), _dice(seed, scenario, language, mind)))
    said, exchanges = [opening], list[Exchange]()
    outcome: Outcome = "open"
    while len(exchanges) < MOST_TURNS:
        talk.hears(seen_in(said[-1], move))
        parts = tuple(STYLES[style](talk))
        line = " ".join(part.text for part in parts)
        heard = meant(parts, move) if as_meant else hear(line, said[-1], scenario.topics, language)
        dice = _dice(seed, scenario, language, mind)
        decision = decide(mind, scenario, level, language, heard, dice)
        spoken = speak(decision.move, decision.mind, scenario, language, wordings, said, dice, asked=asked_in(heard))
        exchanges.append(Exchange(parts, heard, mind, said[-1], decision, tuple(line for text in spoken for line in sentences(text))))
        mind, move = decision.mind, decision.move
        said.append(exchanges[-1].reply)
        ended = ended_by(move, mind, len(exchanges))
        outcome = "committed" if mind.agreed else ended[1] if ended else "open"
        if ended or mind.agreed:
            break
    return Played(scenario, level, language, style, seed, opening, tuple(exchanges), outcome)


def meant(parts: tuple[Part, ...], move: Move) -> Heard:
    """What a perfect listener would hear."""
    text = " ".join(part.text for part in parts)
    signs, questions, at = list[Sign](), list[Question](), 0
    step: NextStep | None = None
    for part in parts:
        end = at + len(part.text)
        also: frozenset[Act] = frozenset({"answer", "reference"}) if "claim" in part.acts and part.topics else frozenset()
        signs += [Sign(act, at, end) for act in sorted(part.acts | also)]
        if "question" in part.acts:
            questions.append(Question(at, end, part.form or "open", not part.topics, part.topics))
        if "next_step" in part.acts:
            step = NextStep(part.text, part.text, part.text)
        at = end + 1
    topics = tuple(dict.fromkeys(topic for part in parts for topic in part.topics))
    echoed = ("said",) if any("acknowledgement" in part.acts for part in parts) else ()
    return Heard(text, tuple(signs), tuple(questions), topics, step, echoed)


def talk_for(scenario: Scenario, language: Language, seed: int) -> Talk:
    dice = Random(f"rep:{seed}:{scenario.id}:{language}")
    topics = [topic.id for topic in scenario.topics]
    for _ in range(SWAPS):
        at = dice.randrange(len(topics) - 1)
        topics[at], topics[at + 1] = topics[at + 1], topics[at]
    return Talk(phrases(scenario.id, language), dice, tuple(topics), {one.id: one.topics for one in scenario.objections})


def seen_in(text: str, move: Move) -> Seen:
    return Seen(text, move.kind, (*move.tell, *move.volunteer), move.objection, move.settle, move.ask, move.react)


def _dice(seed: int, scenario: Scenario, language: Language, mind: Mind) -> Random:
    return Random(f"{seed}:{scenario.id}:{language}:{mind.turn}")
