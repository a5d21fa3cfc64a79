"""One member of the team in one role-play: what they say next, and how long they take over it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from assistant.domain.roleplay import PlayedTurn
from assistant.domain.scenario import Scenario
from assistant.domain.transcript import Typing
from assistant.domain.words import Language
from assistant.language.pieces import pieces
from tests.benchmarks.reps.playing import seen_in, talk_for
from tests.benchmarks.reps.styles import STYLES
from tests.team.people import Person, Tic, along

SPREAD = 0.45
"""Of thinking times, as a logarithm."""
GLANCE = 0.04
"""Share of turns that are sent without having read."""


@dataclass(frozen=True, slots=True)
class Said:
    text: str
    sent_at: datetime
    typing: Typing


class Rep:
    """Remembers the conversation as `tests.benchmarks.reps` do. `week`: may lie between two weeks."""

    def __init__(self, person: Person, week: float, scenario: Scenario, language: Language, dice: Random) -> None:
        self._person, self._week, self._language, self._dice = person, week, language, dice
        self._talk = talk_for(scenario, language, dice.randrange(1_000_000))

    def says(self, buyer: PlayedTurn, now: datetime) -> Said:
        assert buyer.record
        self._talk.hears(seen_in(buyer.text, buyer.record.move))
        style = "excellent" if self._dice.random() < along(self._person.skill, self._week) else self._person.manner
        text = " ".join(part.text for part in STYLES[style](self._talk))
        return self._clocked(self._in_own_words(text, bool(buyer.record.move.objection)), buyer, now)

    def _in_own_words(self, text: str, objected: bool) -> str:
        for tic in self._person.tics.get(self._language, ()):
            if (tic.place == "objection") > objected or self._dice.random() >= along(tic.share, self._week):
                continue
            text = PLACES[tic.place](text, tic, self._language)
        return text

    def _clocked(self, text: str, buyer: PlayedTurn, now: datetime) -> Said:
        shown_at = now + timedelta(seconds=0.4)
        reads = len(buyer.text.split()) / self._person.reads
        thinks = along(self._person.thinks, self._week) * self._dice.lognormvariate(0, SPREAD)
        before = 0.3 if self._dice.random() < GLANCE else reads + thinks
        first_key_at = shown_at + timedelta(seconds=before)
        types = len(text) / (self._person.types * self._dice.lognormvariate(0, 0.12))
        return Said(text, first_key_at + timedelta(seconds=types), Typing(shown_at, first_key_at))


def _before(text: str, tic: Tic, language: Language) -> str:
    """Before the last sentence."""
    said = pieces(text, language)
    start = said[-1].start if said else 0
    rest = text[start:]
    if language == "en" and tic.words.endswith(",") and not rest.startswith(("I ", "I'")):
        rest = rest[:1].lower() + rest[1:]
    return f"{text[:start]}{tic.words} {rest}"


def _end(text: str, tic: Tic, language: Language) -> str:
    return f"{text} {tic.words}"


def _objection(text: str, tic: Tic, language: Language) -> str:
    return f"{tic.words} {text}"


PLACES: dict[str, Callable[[str, Tic, Language], str]] = {"before": _before, "end": _end, "objection": _objection}
