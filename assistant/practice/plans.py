"""What a turn will be, before it is put into words: who speaks, by which scenario, with which decision, and what is said before it."""

from dataclasses import dataclass

from assistant.domain.roleplay import AtTheGate, Felt, Mind, Move, PersonMind
from assistant.domain.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Plan:
    """`scenario`: as the speaker sees it; `speaker`: the speaker's own mind; `mind`, `felt`: the buyer's; `person`: who speaks, None the buyer.

    `first`: wordings of what comes before the move's own, best first, each pool once; `alone`: nothing comes after them.
    """

    scenario: Scenario
    mind: Mind
    speaker: Mind
    move: Move
    felt: tuple[Felt, ...] = ()
    person: str | None = None
    people: tuple[PersonMind, ...] = ()
    gate: AtTheGate | None = None
    first: tuple[tuple[str, ...], ...] = ()
    alone: bool = False
