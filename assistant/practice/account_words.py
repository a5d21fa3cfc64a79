"""The account after the call in the buyer's own words: `knowledge/account/*.yaml`, one file per language and speech level.

Several wordings of a thing take turns, so that a long talk does not say the same sentence twice running.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import yaml
from pydantic import TypeAdapter, ValidationError

from assistant.data_file import read_yaml
from assistant.domain.roleplay import Move
from assistant.domain.scenario import Scenario
from assistant.domain.words import Language
from assistant.errors import InputError
from assistant.practice.account import Thought, Untold


@dataclass(frozen=True, slots=True)
class Wordings:
    """`moved`: by what moved the buyer; `did`: by what the buyer then did; `says`, `ask`: single sentences by name."""

    moved: Mapping[str, tuple[str, ...]]
    did: Mapping[str, tuple[str, ...]]
    says: Mapping[str, str]
    ask: Mapping[str, str]


@dataclass(slots=True)
class Teller:
    """Puts one account into words; it remembers what it has said."""

    wordings: Wordings
    _told: Counter[str] = field(default_factory=Counter)

    def moved(self, why: str) -> str:
        return self._next(f"moved.{why}", self.wordings.moved[why])

    def did(self, thought: Thought) -> tuple[str, ...]:
        """What the buyer did and why, in the order it was said; nothing where somebody else spoke."""
        if not thought.spoke:
            return ()
        return tuple(self._next(f"did.{one}", self.wordings.did[one]) for one in doings(thought.move))

    def says(self, name: str) -> str:
        return self.wordings.says[name]

    def could_have(self, untold: Untold) -> str:
        """How the rep might have got to hear it."""
        return self.wordings.ask["too_early" if untold.asked_too_early else untold.fact.ask]

    def _next(self, name: str, lines: tuple[str, ...]) -> str:
        at = self._told[name]
        self._told[name] += 1
        return lines[at % len(lines)]


def doings(move: Move) -> tuple[str, ...]:
    """The names of what a move does, as `did` has them: what was settled, the answer, then what was added."""
    main = _main(move)
    added = [
        name
        for name, holds in (("volunteered", move.volunteer), ("objected", move.objection and move.kind != "press"), ("asked", move.ask))
        if holds and name != main
    ]
    bare = main == "nothing" and (added or move.settle)
    return tuple((["settled"] if move.settle else []) + ([] if bare else [main]) + added)


_BY_KIND = {
    "volunteer": "volunteered", "object": "objected", "press": "pressed", "ask": "asked", "clarify": "unforeseen", "bored": "bored",
    "warn": "warned", "agree": "agreed", "not_now": "not_now", "leave": "left", "farewell": "farewell",
}  # fmt: skip
_TOLD = {"says_more": "said_more", "told_before": "told_before", "anybody_may_ask": "told_plain"}


def _main(move: Move) -> str:
    if move.kind == "tell":
        return _TOLD.get(move.because, "told")
    if move.kind == "deflect":
        return "needs_story" if move.react == "in_a_word" else "kept_back"
    if move.kind == "stall":
        return "no_date" if move.because == "no_date" else f"stalled_{move.because}" if move.because in _STALLED else "stalled_trust"
    return _BY_KIND.get(move.kind, "nothing")


_STALLED = frozenset({"trust", "facts", "settled", "objection"})


def teller(folder: Path, scenario: Scenario, language: Language) -> Teller:
    """For one account, in this buyer's language and speech level. Raises InputError for a file that is not as it should be."""
    name = f"ko-{scenario.buyer.speech_level}" if language == "ko" else "en"
    return Teller(_read(folder / f"{name}.yaml"))


@cache
def _read(path: Path) -> Wordings:
    try:
        return TypeAdapter(Wordings).validate_python(read_yaml(path))
    except (ValidationError, yaml.YAMLError, OSError) as error:
        line = f"{path}: {error}"
        raise InputError(ko=line, en=line) from error
