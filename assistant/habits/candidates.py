"""What may be a habit, and where it is said: phrases and endings of the rep's own, found as plain words. Pure."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

from assistant.domain.habit import HabitKind
from assistant.habits.endings import endings
from assistant.habits.spoken import BEGIN, END, Spoken
from assistant.language.pieces import NUMBER

MOSTLY = 0.8
"""Share of its places from which on a phrase is called an opener or a closer, and a longer phrase takes the place of the shorter."""
LONGEST_GROWN = 8
Place = tuple[str, int]
"""(role-play, turn)."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """`name`: as the background knows it. A phrase is found by its words; an ending by its `pattern`."""

    name: str
    pattern: re.Pattern[str] | None = None

    def held_by(self, plain: str) -> bool:
        """`plain`: words between spaces, as `SpokenTurn.plain` has them."""
        return self.pattern.search(plain) is not None if self.pattern else f" {self.name} " in plain

    def within(self, other: "Candidate") -> bool:
        """Part of a longer one."""
        return self != other and self.pattern is None and f" {self.name} " in f" {other.name} "

    @property
    def one_word(self) -> bool:
        return self.pattern is None and " " not in self.name


@dataclass(frozen=True, slots=True)
class Tried:
    """A candidate and in how many of the rep's role-plays it stands."""

    candidate: Candidate
    role_plays: int


def candidates(own: Sequence[Spoken], least: int) -> list[Tried]:
    """Whatever stands in at least so many of the role-plays."""
    counted = Counter(chain.from_iterable(one.phrases for one in own))
    phrases = [Tried(Candidate(phrase), count) for phrase, count in sorted(counted.items()) if count >= least]
    named = [Candidate(name, pattern) for name, pattern in endings(own[0].language)] if own else []
    return phrases + [Tried(one, count) for one in named if (count := sum(one.held_by(role_play.plain) for role_play in own)) >= least]


def places(candidate: Candidate, own: Sequence[Spoken]) -> frozenset[Place]:
    """Every turn that holds it."""
    return frozenset((one.id, turn.index) for one in own if candidate.held_by(one.plain) for turn in one.turns if candidate.held_by(turn.plain))


def grown(candidate: Candidate, own: Sequence[Spoken]) -> Candidate:
    """The longest phrase around this one that nearly always stands where it does: '걱정 안' becomes '그 부분은 걱정 안 하셔도 되고요'."""
    if candidate.pattern:
        return candidate
    phrase = candidate.name
    said = [one.plain for one in own if candidate.held_by(one.plain)]
    while len(phrase.split()) < LONGEST_GROWN:
        parts = [part for plain in said for part in pairwise(plain.split(f" {phrase} "))]
        before = _mostly([left.rsplit(" ", 1)[-1] for left, _ in parts])
        after = _mostly([right.split(" ", 1)[0] for _, right in parts])
        if before is None and after is None:
            break
        phrase = " ".join(word for word in (before, phrase, after) if word)
    return Candidate(phrase)


def _mostly(words: Sequence[str]) -> str | None:
    """The word that nearly always stands there."""
    (word, count), *_ = Counter(words).most_common(1) or [("", 0)]
    return word if count >= MOSTLY * len(words) and word not in ("", BEGIN, END, NUMBER) else None


def kind_of(candidate: Candidate, own: Sequence[Spoken]) -> HabitKind:
    """A whole sentence is a phrase."""
    if candidate.pattern:
        return "ending"
    plain = "".join(one.plain for one in own)
    every = MOSTLY * plain.count(f" {candidate.name} ")
    opens, closes = (plain.count(f" {words} ") >= every for words in (f"{BEGIN} {candidate.name}", f"{candidate.name} {END}"))
    return "phrase" if opens == closes else "opener" if opens else "closer"
