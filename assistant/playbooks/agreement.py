"""Where documents say the same, and where they say different numbers of one thing: near-same passages and contradictions, each with both sources.

Pure. Only between documents: one that repeats or corrects itself is its author's business.
"""

import hashlib
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from assistant.domain.playbook import Passage
from assistant.domain.words import Language
from assistant.language.analysis import language_of
from assistant.language.numbers import MONEY, Quantity, quantities
from assistant.language.rarity import telling, weight
from assistant.language.sentences import sentences
from assistant.language.surface import letters_of

SHINGLE = 8
"""Letters of the pieces by which passages are held against each other."""
SAME = 0.6
"""Share of such pieces, of those of both, from which on two passages are near the same."""
ALIKE = 0.5
"""Share of the words, the rarer the weightier, that two numbers must be said about alike."""
SHARED = 2
ROUNDED = 0.01
COMPARABLE = 20.0
"""Numbers further apart than this factor are of different things."""
COMMON = 60
"""A word that so many numbers are about says nothing."""
YEARS = range(1900, 2101)
_CLAUSE = re.compile(r"[,;|:()](?!\d)|(?<=[고며]) |(?<=지만) |\b(?:and|but|while|plus)\b")


@dataclass(frozen=True, slots=True)
class Said:
    """A passage, and the stretch of it that is meant; of a contradiction the number stands at `number`, a span within `words`."""

    passage: Passage
    words: str
    number: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """`key`: the same for the same two texts whatever version they stand in, so that what was settled stays so."""

    kind: Literal["same", "contradiction"]
    one: Said
    other: Said
    alike: float

    @property
    def key(self) -> str:
        texts = sorted(" ".join(one.words.split()) for one in (self.one, self.other))
        return hashlib.sha256("\n".join((self.kind, *texts)).encode()).hexdigest()


def duplicates(passages: Sequence[Passage]) -> tuple[Pair, ...]:
    """The most alike first."""
    pieces = [_shingles(one.text) for one in passages]
    where: dict[int, list[int]] = defaultdict(list)
    for at, found in enumerate(pieces):
        for piece in found:
            where[piece].append(at)
    together = Counter(
        pair
        for places in where.values()
        if len(places) <= COMMON
        for pair in combinations(places, 2)
        if passages[pair[0]].playbook != passages[pair[1]].playbook
    )
    shares = ((a, b, count / (len(pieces[a]) + len(pieces[b]) - count)) for (a, b), count in together.items())
    pairs = [Pair("same", _whole(passages[a]), _whole(passages[b]), share) for a, b, share in shares if share >= SAME]
    return tuple(sorted(pairs, key=lambda one: -one.alike))


def contradictions(passages: Sequence[Passage]) -> tuple[Pair, ...]:
    """The most alike first. A number that the other document gives for the same thing elsewhere contradicts nothing."""
    stated = [one for passage in passages for one in _statements(passage)]
    by_word: dict[tuple[str, str], list[int]] = defaultdict(list)
    for at, one in enumerate(stated):
        for word in one.about:
            by_word[one.quantity.unit, word].append(at)
    near: dict[tuple[int, int], float] = {}
    for places in by_word.values():
        if len(places) <= COMMON:
            for a, b in combinations(places, 2):
                if (a, b) not in near and stated[a].passage.playbook != stated[b].passage.playbook:
                    near[a, b] = _alike(stated[a], stated[b])
    agreed = {
        (place, stated[other].passage.playbook)
        for (a, b), share in near.items()
        if share >= ALIKE and _equal(stated[a], stated[b])
        for place, other in ((a, b), (b, a))
    }
    differ = {
        (a, b): (share, _worded_alike(stated[a], stated[b]))
        for (a, b), share in near.items()
        if share >= ALIKE and _differ(stated[a], stated[b]) and not {(a, stated[b].passage.playbook), (b, stated[a].passage.playbook)} & agreed
    }
    found = [Pair("contradiction", stated[a].said, stated[b].said, differ[a, b][0]) for a, b in _each_others_nearest(differ, stated)]
    return tuple({one.key: one for one in sorted(found, key=lambda one: -one.alike)}.values())


def _each_others_nearest(near: Mapping[tuple[int, int], tuple[float, float]], stated: Sequence["_Statement"]) -> Iterator[tuple[int, int]]:
    """Of a price list's rows, which are about the same thing in the same words, those that are the same row."""
    best: dict[tuple[int, str], tuple[float, float]] = defaultdict(lambda: (0.0, 0.0))
    for (a, b), how in near.items():
        for place, other in ((a, b), (b, a)):
            key = place, stated[other].passage.playbook
            best[key] = max(best[key], how)
    for (a, b), how in near.items():
        if how == best[a, stated[b].passage.playbook] == best[b, stated[a].passage.playbook]:
            yield a, b


@dataclass(frozen=True, slots=True)
class _Statement:
    passage: Passage
    said: Said
    quantity: Quantity
    about: frozenset[str]
    language: Language


def _statements(passage: Passage) -> Iterator[_Statement]:
    language = language_of(passage.text)
    heading = telling(passage.heading, language)
    for start, end in sentences(passage.text, language):
        words = passage.text[start:end]
        for one in quantities(words, language):
            if one.unit == "number" or (one.unit == "year" and one.value in YEARS):
                continue
            about = telling(_clause(words, one), language)
            about = about if len(about) >= SHARED else about | telling(words, language)
            about = about if len(about) >= SHARED else about | heading
            if len(about) >= SHARED:
                yield _Statement(passage, Said(passage, words, (one.start, one.end)), one, about, language)


def _clause(text: str, number: Quantity) -> str:
    start = max((match.end() for match in _CLAUSE.finditer(text) if match.end() <= number.start), default=0)
    end = min((match.start() for match in _CLAUSE.finditer(text) if match.start() >= number.end), default=len(text))
    return text[start:end]


def _alike(one: _Statement, other: _Statement) -> float:
    """0 where they share too few words or are in two languages."""
    shared = one.about & other.about
    if len(shared) < SHARED or one.language != other.language:
        return 0.0
    return weight(shared, one.language) / (weight(one.about | other.about, one.language) or 1.0)


def _worded_alike(one: "_Statement", other: "_Statement") -> float:
    """Share of the words of both sentences, as they are written."""
    words, others = set(one.said.words.split()), set(other.said.words.split())
    return len(words & others) / len(words | others)


def _equal(one: _Statement, other: _Statement) -> bool:
    low, high = sorted((abs(one.quantity.value), abs(other.quantity.value)))
    return high - low <= (ROUNDED * high if one.quantity.unit in MONEY else 0.0)


def _differ(one: _Statement, other: _Statement) -> bool:
    low, high = sorted((abs(one.quantity.value), abs(other.quantity.value)))
    return not _equal(one, other) and high <= COMPARABLE * low


def _shingles(text: str) -> frozenset[int]:
    letters = letters_of(text)
    every = (hash(letters[at : at + SHINGLE]) for at in range(max(1, len(letters) - SHINGLE + 1)))
    return frozenset(every)


def _whole(passage: Passage) -> Said:
    return Said(passage, passage.text)
