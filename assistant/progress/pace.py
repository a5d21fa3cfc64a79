"""How fast this rep types and reads, from the composer's clock: own baselines, held against nobody. Pure. (design: measurement 4.1)"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from statistics import quantiles

from assistant.domain.progress import Pace
from assistant.domain.roleplay import PlayedTurn, RolePlay

FEWEST = 10
"""Clocked replies from which on a pace is called usual."""
LEAST_CHARS = 10
LEAST_WORDS = 6
FASTEST_WORDS = 500.0
"""Words a minute that nobody reads: such a reply was not read for."""
LONGEST_S = 300.0
"""Whoever took longer was not at it."""


def pace(role_plays: Iterable[RolePlay]) -> Pace:
    """Of one language. Typing is timed from the first key to the send, pasted text left out. Reading cannot be told from thinking, so it is the pace
    of the quickest quarter of replies: at least so fast."""
    pairs = [pair for one in role_plays for pair in _replies(one)]
    typed = [speed for _, reply in pairs if (speed := _typed(reply)) is not None]
    read = [speed for line, reply in pairs if (speed := _read(line, reply)) is not None]
    low, middle, high = quantiles(typed, n=4) if len(typed) >= FEWEST else (0.0, 0.0, 0.0)
    return Pace(
        typed=middle if len(typed) >= FEWEST else None,
        typed_between=(low, high),
        typed_of=len(typed),
        read=quantiles(read, n=4)[2] if len(read) >= FEWEST else None,
        read_of=len(read),
    )


def _replies(role_play: RolePlay) -> Iterator[tuple[PlayedTurn, PlayedTurn]]:
    """(buyer's turn, the rep's reply)."""
    return ((line, reply) for line, reply in pairwise(role_play.turns) if line.speaker == "buyer" and reply.speaker == "rep")


def _typed(reply: PlayedTurn) -> float | None:
    """Characters a minute."""
    clock = reply.typing
    if clock is None or clock.first_key_at is None or clock.pasted_chars or len(reply.text) < LEAST_CHARS:
        return None
    seconds = (reply.sent_at - clock.first_key_at).total_seconds()
    return 60 * len(reply.text) / seconds if 0 < seconds <= LONGEST_S else None


def _read(line: PlayedTurn, reply: PlayedTurn) -> float | None:
    """Words a minute, thinking included."""
    clock, words = reply.typing, len(line.text.split())
    if clock is None or clock.first_key_at is None or clock.shown_at is None or words < LEAST_WORDS:
        return None
    seconds = (clock.first_key_at - clock.shown_at).total_seconds()
    if not 0 < seconds <= LONGEST_S:
        return None
    speed = 60 * words / seconds
    return speed if speed <= FASTEST_WORDS else None
