"""What stands behind a habit: sentences it was said in, and whether the scorecards quote these as good or not. Pure."""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from assistant.domain.habit import Example, HabitRole
from assistant.domain.scorecard import Evidence
from assistant.domain.words import Language
from assistant.habits.candidates import Candidate, Place
from assistant.habits.keyness import Drawn, beyond_chance
from assistant.habits.spoken import Spoken, SpokenTurn

MOST_EXAMPLES = 3
QUOTES = 3
"""Quotes from which on a habit is called good or not."""
ITSELF = 1 / 2
"""Share of a quote's words from which on its praise is the habit's own, and not that of what stands beside it."""
CLEARLY = 2.0
"""Times as many of one sign as of the other; and sigmas away from what the same role-plays' other quotes say."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """Quotes of one role-play's scorecard that hold the habit, by their sign, and all of its quotes."""

    helped: int
    cost: int
    all_helped: int
    all_cost: int


def quoted(
    candidate: Candidate, where: Collection[Place], evidence: Mapping[str, Collection[Evidence]], language: Language, *, itself: bool = False
) -> list[Quoted]:
    """One row per role-play with a scorecard. A sentence that several measures quote with one sign counts once. `itself`: only quotes that are
    the habit for the most part."""
    rows = []
    for role_play, quotes in evidence.items():
        distinct = {(one.turn, one.quote, one.effect) for one in quotes}
        held = [
            effect
            for turn, quote, effect in distinct
            if (role_play, turn) in where and _speaks_of(candidate, SpokenTurn(turn, quote, "", language), itself)
        ]
        every = [effect for _, _, effect in distinct]
        rows.append(Quoted(held.count("+"), held.count("-"), every.count("+"), every.count("-")))
    return rows


def _speaks_of(candidate: Candidate, quote: SpokenTurn, itself: bool) -> bool:
    if not candidate.held_by(quote.plain):
        return False
    words = sum(len(piece.words) for piece in quote.pieces)
    return not itself or len(candidate.name.split()) >= ITSELF * words


def role_of(rows: Sequence[Quoted], itself: Sequence[Quoted]) -> HabitRole:
    """Worth a look where the quotes that hold it mostly cost something, a strength where those that are hardly more than it mostly helped; either
    clearly more so than the other quotes of the same role-plays: in a good talk everything is praised."""
    if _mostly_of(itself, helped=True):
        return "strength"
    return "watch" if _mostly_of(rows, helped=False) else "signature"


def _mostly_of(rows: Sequence[Quoted], *, helped: bool) -> bool:
    good, bad = sum(one.helped for one in rows), sum(one.cost for one in rows)
    many, few, sign = (good, bad, 1) if helped else (bad, good, -1)
    return many >= QUOTES and many >= CLEARLY * few and sign * _surprise(rows) >= CLEARLY


def _surprise(rows: Sequence[Quoted]) -> float:
    """Sigmas by which more of the quotes helped than if they had been drawn from all quotes of their role-plays."""
    surprise, variance = beyond_chance([Drawn(one.helped + one.cost, one.helped, one.all_helped + one.all_cost, one.all_helped) for one in rows])
    return surprise / math.sqrt(variance) if variance > 0 else 0.0


def examples(candidate: Candidate, where: Collection[Place], own: Sequence[Spoken], *, after_objections: bool) -> tuple[Example, ...]:
    """One of each role-play, the newest first."""
    found = []
    for role_play in reversed(own):
        for turn in role_play.turns:
            quote = _quote(candidate, turn) if (role_play.id, turn.index) in where and (turn.after_objection or not after_objections) else None
            if quote:
                found.append(Example(role_play.id, turn.index, quote, role_play.at))
                break
        if len(found) == MOST_EXAMPLES:
            break
    return tuple(found)


def _quote(candidate: Candidate, turn: SpokenTurn) -> str | None:
    """The first piece that holds it, as written."""
    return next((turn.text[one.start : one.end] for one in turn.pieces if candidate.held_by(turn.plain_of(one))), None)
