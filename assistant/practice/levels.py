"""What the three levels change: how fast trust grows, how much it takes, how long patience lasts, how hard objections are pressed.

Published simulators give in too easily (arXiv 2606.20708), so level 2 is meant to feel like an ordinary busy buyer and level 3 like one
who has been burnt.
"""

from dataclasses import dataclass

from assistant.domain.roleplay import Level

PATIENCE_TO_CHAT = 0.35
"""Below it, at any level, nothing is said that nobody asked for, and everything shortly."""


@dataclass(frozen=True, slots=True)
class Demands:
    """`trust_gain`, `patience_wear`: factors. `trust_more`: added to the trust a fact needs; `agree_more`: to the trust agreement needs.
    `facts_a_turn`: told at most.
    `needs_spared`: needs of an objection that may stay unmet. `acknowledge_first`: no objection is settled without being acknowledged.
    `thorough`: how many kinds of handling make up for one unmet need. `hesitates`: even a buyer who is convinced voices the last objection
    before the first step, and wants it met. `press_after`: turns a brushed-off objection waits before it returns. `object_chance`: of an
    objection without a trigger, per turn."""

    trust_gain: float
    trust_more: float
    agree_more: float
    patience_wear: float
    facts_a_turn: int
    needs_spared: int
    acknowledge_first: bool
    thorough: int
    hesitates: bool
    press_after: int
    object_chance: float
    volunteer_chance: float
    pressure_borne: int


LEVELS: dict[Level, Demands] = {
    1: Demands(1.28, -0.06, 0.08, 0.8, 2, 1, False, 3, False, 2, 0.35, 0.4, 2),
    2: Demands(1.12, 0.0, 0.1, 1.0, 2, 0, False, 4, True, 2, 0.5, 0.25, 2),
    3: Demands(0.87, 0.05, 0.12, 1.25, 1, 0, True, 4, True, 1, 0.7, 0.12, 1),
}
