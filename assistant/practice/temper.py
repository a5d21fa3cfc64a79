"""What a buyer's manner does to their decisions: how fast trust comes and goes, how long they listen, how hard they press, how much they say. Pure.

The levels say how hard a buyer is, the manner in which way.
"""

from dataclasses import dataclass, replace
from typing import Literal

from assistant.domain.buyer import Manner
from assistant.practice.levels import Demands

Length = Literal["short", "any", "long"]


@dataclass(frozen=True, slots=True)
class Temper:
    """`gain`, `loss`: factors of trust earned and lost; `wear`: of patience lost to mere talk; `presses`: turns a brushed-off objection waits more
    (or less); `objects`, `confides`, `asks`: factors of how often an objection, something unasked and a question of their own come up;
    `stalls`: proposals that are put off before an honest 'not now'; `says`: which wordings come first; `silent`: bored, they all but fall silent."""

    gain: float = 1.0
    loss: float = 1.0
    wear: float = 1.0
    presses: int = 0
    objects: float = 1.0
    confides: float = 1.0
    asks: float = 1.0
    stalls: int = 2
    says: Length = "any"
    silent: bool = False


TEMPERS: dict[Manner, Temper] = {
    "analytical": Temper(asks=1.3),
    "brisk": Temper(gain=1.1, wear=1.05, presses=-1, asks=0.8, stalls=1, says="short", silent=True),
    "warm": Temper(gain=1.05, loss=0.9, wear=0.9, objects=0.9, confides=1.4, says="long"),
    "cautious": Temper(loss=1.1, confides=0.7, stalls=3),
    "proud": Temper(loss=1.1, objects=0.9, confides=1.1, asks=0.8, says="long"),
    "sceptical": Temper(loss=1.05, presses=-1, objects=1.2, confides=0.7, silent=True),
    "talkative": Temper(gain=1.05, wear=0.85, confides=1.6, asks=1.1, says="long"),
    "dry": Temper(loss=0.95, gain=1.05, objects=1.1, asks=0.7, says="short", silent=True),
}


def tempered(demands: Demands, manner: Manner) -> Demands:
    """What a level demands, in this buyer's way."""
    temper = TEMPERS[manner]
    return replace(
        demands,
        trust_gain=demands.trust_gain * temper.gain,
        patience_wear=demands.patience_wear * temper.wear,
        press_after=max(1, demands.press_after + temper.presses),
        object_chance=min(1.0, demands.object_chance * temper.objects),
        volunteer_chance=min(1.0, demands.volunteer_chance * temper.confides),
    )
