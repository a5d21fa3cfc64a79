"""How a turn is taken: which pool of remarks answers it. Pure."""

from random import Random

from assistant.domain.heard import Heard
from assistant.domain.roleplay import Felt, Mind, Move
from assistant.domain.scenario import Scenario
from assistant.practice import memory

HARM = (
    "contradicted", "overpromised", "discount_early", "evaded", "repeated", "monologue", "fired_questions", "formula", "off_topic", "one_word",
    "pitched_again",
)  # fmt: skip
"""What is remarked on, gravest first."""
TELLING_TOO_MUCH = frozenset({"pitched_again", "monologue"})
"""What nobody holds against a rep whose words have just met a worry."""
GAIN = ("justified", "acknowledged", "reflection", "empathy", "reference", "specific")
TAKING_IN = frozenset({"acknowledged", "reflection", "empathy"})
"""What a buyer who has only said hello has nothing to agree with."""
COMPARES = 0.5
"""How often a figure or a claim is held against another offer the buyer has told of."""


def reaction(heard: Heard, mind: Mind, scenario: Scenario, move: Move, feelings: tuple[Felt, ...], answered: bool, dice: Random) -> str:
    """The id of a pool of remarks, by what weighed most; empty when the move says enough."""
    why = {one.why for one in feelings}
    harm = next((one for one in HARM if one in why and not (move.settle and one in TELLING_TOO_MUCH)), None)
    if harm:
        return harm
    if _has_another_offer(mind, scenario) and heard.did("claim", "price") and move.kind == "react" and dice.random() < COMPARES:
        return "compared"
    if answered and not heard.questions:
        return "answered"
    nothing_said_yet = mind.turn <= 1
    only_asks = nothing_said_yet or not memory.says_something(heard)
    gain = next((one for one in GAIN if one in why and not (only_asks and one in TAKING_IN)), None)
    return gain or _plain(heard, mind, move)


def _plain(heard: Heard, mind: Mind, move: Move) -> str:
    if any(memory.asks_how_one_is(one, heard) for one in heard.questions):
        return "how_are_you"
    if heard.did("greeting") and mind.turn <= 1:
        return "greeted"
    if heard.did("disclosure"):
        return "disclosed"
    if heard.did("small_talk"):
        return "small_talk"
    if heard.questions:
        return "asked" if move.kind == "tell" and not move.instead else ""
    return "pitched" if heard.did("pitch", "claim", "price") else "heard"


def _has_another_offer(mind: Mind, scenario: Scenario) -> bool:
    return any(scenario.fact(fact_id).kind == "alternatives" for fact_id in mind.revealed)
