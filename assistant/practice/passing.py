"""What a buyer says of themselves unasked: a habit the rep has noticed, and now and then a fact in passing. Pure."""

from collections.abc import Set
from random import Random

from assistant.domain.buyer import Fact
from assistant.domain.heard import Heard
from assistant.domain.roleplay import Level, Mind
from assistant.domain.scenario import Scenario
from assistant.domain.words import Language
from assistant.practice import memory
from assistant.practice.candidates import TURNS_OF_OPENING
from assistant.practice.levels import PATIENCE_TO_CHAT, Demands
from assistant.practice.unlocking import trust_needed

TURNS_BETWEEN_VOLUNTEERED = 3


def in_passing(
    mind: Mind, scenario: Scenario, level: Level, demands: Demands, heard: Heard, talked_of: Set[str], language: Language, dice: Random
) -> str | None:
    """A fact said unasked: everyday signals and what the level volunteers, seldom, not at once, and not by a bored buyer; sooner one about
    what is being talked of."""
    mentioned = next((one for one in scenario.facts if _is_mentioned(one, heard, mind, level, language)), None)
    if mentioned:
        return mentioned.id
    rested = mind.turn >= TURNS_OF_OPENING and mind.turn - mind.volunteered_at >= TURNS_BETWEEN_VOLUNTEERED
    chance = 1.0 if heard.did("small_talk", "disclosure") else demands.volunteer_chance
    if not rested or mind.patience < PATIENCE_TO_CHAT or dice.random() >= chance:
        return None
    open_to_it = [
        fact for fact in scenario.facts if fact.id not in mind.revealed and level <= fact.volunteered_to and mind.trust >= trust_needed(fact, demands)
    ]
    near = [fact for fact in open_to_it if set(fact.topics) & talked_of]
    return next((fact.id for fact in (near or open_to_it)), None)


def _is_mentioned(fact: Fact, heard: Heard, mind: Mind, level: Level, language: Language) -> bool:
    """A habit the rep has noticed and brings up; one that the buyer may speak of."""
    free = fact.kind == "signal" and fact.id not in mind.revealed and level <= fact.volunteered_to and mind.trust >= fact.trust
    return free and memory.names(heard.text, fact, language)
