"""How a turn is taken: which pool of remarks answers it. Pure."""

from assistant.domain.heard import Heard
from assistant.domain.roleplay import Felt, Mind, Move
from assistant.domain.scenario import Scenario
from assistant.domain.words import Language
from assistant.language.asking import sought
from assistant.language.sense import sense, senses
from assistant.language.short_turns import ShortTurn, short_turn
from assistant.practice import everyday, memory
from assistant.practice.adding import Moment
from assistant.practice.levels import PATIENCE_TO_CHAT

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
SMALL_HARM = frozenset({"pitched_again", "one_word", "off_topic"})
"""What is not held against a turn that only does a courtesy."""
SHORT: dict[ShortTurn, str] = {"nods": "nodded", "laughs": "laughed", "sighs": "sighed", "bare_number": "bare_number"}
LEADS = frozenset({"thanked", "forgiven", "late", "congratulated", "complimented"})
"""Courtesies returned before anything else is said."""
OF_IT = 0.3
"""How like the buyer's question, -1 to 1, a turn must be that answers it in other words."""
STILL_FRESH = 2
"""Turns for which a kind word is taken as one about the worry voiced before it."""
ANSWER_NOTHING = frozenset({"react", "object", "press", "ask", "volunteer"})
"""Moves that answer nothing by themselves."""
COMPARES = 0.5
"""How often a figure or a claim is held against another offer the buyer has told of."""


def reaction(now: Moment, mind: Mind, move: Move, feelings: tuple[Felt, ...], answered: str | None) -> str:
    """The id of a pool of remarks, by what weighed most; empty when the move says enough. `answered`: the buyer's question that the turn
    is taken to answer."""
    heard, scenario = now.heard, now.scenario
    why = {one.why for one in feelings}
    small = everyday.remarked(now.remarks)
    harm = next((one for one in HARM if one in why and not (move.settle and one in TELLING_TOO_MUCH)), None)
    if harm and not (harm in SMALL_HARM and (small or heard.did("price", "reference"))):
        if harm != "one_word":
            return harm
        if short_turn(heard.text, now.language) or not sought(heard.text, now.language).words:
            return "answered" if answered else _to_a_word(now, mind, move)
    if small and move.because == "anybody_may_ask" and small not in LEADS:
        return ""
    if small and everyday.says_only(heard, now.remarks):
        worries = any(one in mind.raised and turn >= mind.turn - STILL_FRESH for one, _, turn in mind.pressed) and not (move.objection or move.settle)
        return "softened" if small == "empathy" and worries else small
    waits_for_a_word = _word_on_it(heard) if move.kind in ANSWER_NOTHING and not memory.proposes(heard) else ""
    if waits_for_a_word:
        return waits_for_a_word
    if _has_another_offer(mind, scenario) and heard.did("claim", "price") and move.kind == "react" and now.dice.random() < COMPARES:
        return "compared"
    if answered and not heard.questions and is_an_answer(heard, scenario, answered, now.language):
        return "answered"
    if heard.did("disclosure") and not heard.questions:
        return "disclosed"
    nothing_said_yet = mind.turn <= 1
    only_asks = nothing_said_yet or not memory.says_something(heard)
    gain = next((one for one in GAIN if one in why and not (only_asks and one in TAKING_IN)), None)
    if gain == "reference" and heard.did("disclosure"):
        gain = None
    return gain or _plain(heard, mind, move, small)


def _word_on_it(heard: Heard) -> str:
    """The pool for a turn that asks what the buyer makes of it, or for something to be allowed."""
    return "weighs_it" if memory.asks_reaction(heard) else "if_you" if memory.requests(heard) else ""


def _to_a_word(now: Moment, mind: Mind, move: Move) -> str:
    """What is made of a turn of a word or two by a buyer who has not lost patience and waits for nothing; a price that settles a worry is
    more than a word."""
    short = short_turn(now.heard.text, now.language)
    if short == "bare_number" and move.settle:
        return ""
    waits = now.owed or (bool(mind.discussing) and move.kind != "object")
    if short is None or waits or mind.patience < PATIENCE_TO_CHAT:
        return "one_word"
    return SHORT.get(short, "one_word")


def is_an_answer(heard: Heard, scenario: Scenario, curiosity_id: str, language: Language) -> bool:
    """Whether the turn speaks of what the buyer had asked, so that they can say they have been answered."""
    curiosity = next((one for one in scenario.buyer.curiosities if one.id == curiosity_id), None)
    if curiosity is None or set(curiosity.topics) & set(heard.topics):
        return True
    like = senses(curiosity.lines.in_(language)) @ sense(heard.text, language)
    return bool(like.max(initial=-1.0) >= OF_IT)


def _plain(heard: Heard, mind: Mind, move: Move, small: str) -> str:
    if any(memory.asks_how_one_is(one, heard) for one in heard.questions) and not move.tell:
        return "how_are_you"
    if heard.did("greeting") and mind.turn <= 1:
        return "greeted"
    if small and heard.questions:
        return small if move.kind == "tell" or small in LEADS else ""
    if heard.did("disclosure"):
        return "disclosed"
    if heard.did("small_talk"):
        return "small_talk"
    if heard.questions:
        return "asked" if move.kind == "tell" and not move.instead else ""
    if small or heard.did("pitch", "claim", "price"):
        return small or "pitched"
    return "greeted" if mind.turn <= 1 else "heard"


def _has_another_offer(mind: Mind, scenario: Scenario) -> bool:
    return any(scenario.fact(fact_id).kind == "alternatives" for fact_id in mind.revealed)
