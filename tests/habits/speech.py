"""Reps who all talk alike, by chance, about deals with words of their own; and what is planted on top of that."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from random import Random

from assistant.domain.words import Language
from assistant.habits.spoken import Spoken, SpokenTurn

BEGAN = datetime(2026, 9, 21, 9, tzinfo=UTC)
DEALS = ("phone", "van", "clinic", "office")
COMMON = [f"word{number}" for number in range(300)]
OF_A_DEAL = {deal: [f"{deal}{number}" for number in range(25)] for deal in DEALS}
TURNS = 12
OBJECTION = "I'm worried about the price, that's too expensive for us."
PLAIN = "We have forty people here."
Plant = Callable[[str, bool, Random], str]
"""(a turn, whether it follows an objection, dice) -> the turn with something planted."""


def role_plays(rep: str, count: int, seed: int, plant: Plant | None = None, deals: Sequence[str] = DEALS, language: Language = "en") -> list[Spoken]:
    """Oldest first, one a day, deals by turns."""
    dice = Random(f"{rep}:{seed}")
    return [_role_play(f"{rep}-{number}", rep, deals[number % len(deals)], number, dice, plant, language) for number in range(count)]


def _role_play(name: str, rep: str, deal: str, day: int, dice: Random, plant: Plant | None, language: Language) -> Spoken:
    turns = []
    for number in range(TURNS):
        objected = number % 4 == 2
        text = " ".join(_sentence(deal, dice) for _ in range(2))
        turns.append(SpokenTurn(2 * number + 1, plant(text, objected, dice) if plant else text, OBJECTION if objected else PLAIN, language))
    return Spoken(name, rep, deal, BEGAN + timedelta(days=day), language, tuple(turns))


def _sentence(deal: str, dice: Random) -> str:
    """Frequent words are frequent, as in any language; one in six belongs to the deal."""
    words = [dice.choice(OF_A_DEAL[deal]) if dice.random() < 1 / 6 else COMMON[int(len(COMMON) * dice.random() ** 2.5)] for _ in range(8)]
    return " ".join(words).capitalize() + "."


def saying(phrase: str, share: float, *, after: bool | None = None) -> Plant:
    """Begins a turn with the phrase, in that share of turns; `after`: only after objections, or only elsewhere."""

    def plant(text: str, objected: bool, dice: Random) -> str:
        fits = after is None or after == objected
        return f"{phrase}, {text}" if fits and dice.random() < share else text

    return plant


def team(count: int = 4, each: int = 12, seed: int = 1, plant: Plant | None = None) -> list[Spoken]:
    return [one for number in range(count) for one in role_plays(f"colleague{number}", each, seed, plant)]


def nothing_known(phrase: str, words: float) -> float:
    """A background in which everything is rare."""
    return 0.01
