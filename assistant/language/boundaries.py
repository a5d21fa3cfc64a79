"""Where a sentence begins although nobody ended the one before.

Korean: after a formal or polite final ending, whether a comma follows or nothing does. English: a small logistic model over the words around the gap
where capitals are typed and another where none are, kept as data that `tests/benchmarks/boundary_fit.py` writes.
"""

import math
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from assistant.domain.words import Language
from assistant.language.boundary_features import Around, Said, around, class_features, has_capitals, said_in, stretch_ends, word_features, words_of
from assistant.language.hangul import ending_in
from assistant.language.linear import read_model

_MARKED = re.compile(r"[.!](?<=\w.)(?=[\"')\]’”]*(?: |$))")
_FINAL = re.compile(
    rf"(?P<word>[가-힣]*(?:[{ending_in('ㅂ')}]니[다까]|[가-힣]요|죠|시오)|넵)(?:,? +|,)(?=[\w“‘])"
    r"(?![가-힣 ]*님(?:[.,!?~]|$))(?!(?<=[요까] )(?:[가-힣]+ )?[가-힣]{1,4}님 )"
)
_NOUNS = ("필요", "중요", "주요", "수요", "소요", "개요", "강요", "동요")
"""They end like a polite verb."""
MODELS = {True: "sentence_start", False: "sentence_start_lower"}
LIKELY, SURELY = 0.5, 0.93
"""From these probabilities on a sentence begins: in text without any full stop, and in text whose writer does end sentences."""
MOST_KEPT = 65536
"""Of the ways in which kinds of words stand around gaps."""
ROUNDED = 1e-6
"""More than sums of weights can differ by the order they are added up in."""
SHORT, LONG = 4, 16
"""Words from which on a stretch without a mark may be more than one sentence: of the one writer and of the other."""


@lru_cache(maxsize=8192)
def unmarked_starts(text: str, language: Language) -> tuple[int, ...]:
    """Offsets of the words that begin such a sentence, in order."""
    return _korean(text) if language == "ko" else _english(text)


def _korean(text: str) -> tuple[int, ...]:
    return tuple(match.end() for match in _FINAL.finditer(text) if not match["word"].endswith(_NOUNS))


def _english(text: str) -> tuple[int, ...]:
    """About 10 µs a word of text without full stops."""
    words = words_of(text)
    marked = _MARKED.search(text) is not None
    least = LONG if marked else SHORT
    if len(words) < least:
        return ()
    capitals, found, first = has_capitals(text), list[int](), 0
    for last, asks in dict.fromkeys(stretch_ends(text, words)):
        if last - first + 1 >= least:
            begun = words[first].start()
            found += [begun + start for start in _in_stretch(text[begun : words[last].end()], asks, capitals, marked)]
        first = last + 1
    return tuple(found)


@lru_cache(maxsize=8192)
def _in_stretch(text: str, asks: bool, capitals: bool, marked: bool) -> tuple[int, ...]:
    """Of a stretch without a mark, which comes back in the sentences of its turn. `asks`: a question mark ends it; `capitals`, `marked`: whether its
    writer types capitals and ends sentences."""
    threshold = SURELY if marked else LIKELY
    words = words_of(text)
    said, last = said_in(words), len(words) - 1
    model, needed = _model(capitals), math.log(threshold / (1 - threshold)) - ROUNDED
    words_most, kinds_most, forms = model.most_of_words(said), model.most_of_kinds(said), said.forms
    found, since = list[int](), 0
    for at in range(1, len(words)):
        written, lacking = words[at].group(), needed - words_most[at]
        small = written == forms[at]
        if (small and kinds_most[at] < lacking) or ((kinds := model.of_kinds(around(said, at, since, last))) < lacking and small):
            continue
        between = text[words[at - 1].end() : words[at].start()]
        if kinds + model.sum(word_features(said, at, since, (last, asks), between, written, capitals)) >= needed:
            found.append(words[at].start())
            since = at
    return tuple(found)


class _Model:
    """The weights by the features' names, and the most that a gap can come to as far as the two words around it tell: few gaps need more."""

    def __init__(self, capitals: bool) -> None:
        self._weights: dict[str, float] = dict(read_model(MODELS[capitals], "en").weights)
        best: dict[tuple[str, str], dict[str, float]] = {}
        for name, weight in self._weights.items():
            for decides, of, settled in _decided_by(name):
                each = best.setdefault(decides, {})
                each[of] = weight if settled else max(weight, each.get(of, 0.0))
        most = {decides: math.fsum(each.values()) for decides, each in best.items()}
        groups = ("here", "before", "kind")
        self._here, self._before, self._kind = ({of: weight for (by, of), weight in most.items() if by == group} for group in groups)
        self._kinds = {pair: weight + self._kind.get(pair[1], 0.0) for pair, weight in most.items()}
        self._anywhere = most.get(ANYWHERE, 0.0)
        self._by_kinds: dict[Around, float] = {}

    def sum(self, names: list[str]) -> float:
        weight = self._weights.get
        return sum([weight(name, 0.0) for name in names])

    def most_of_words(self, said: Said) -> list[float]:
        """For each word: what the gap before it can come to at most as far as it and the one before it tell, beside their kinds. 0 for the first."""
        here, before, anywhere = self._here, self._before, self._anywhere
        return [0.0, *(anywhere + here.get(after, 0.0) + before.get(word, 0.0) for word, after in pairwise(said.forms))]

    def most_of_kinds(self, said: Said) -> list[float]:
        """The same as far as their kinds tell."""
        kinds, kind = self._kinds, self._kind
        return [0.0, *(kinds[pair] if pair in kinds else kind.get(pair[1], 0.0) for pair in pairwise(said.kinds))]

    def of_kinds(self, there: Around) -> float:
        """What the kinds of words around a gap come to, added up once: people use few."""
        known = self._by_kinds.get(there)
        if known is None:
            if len(self._by_kinds) >= MOST_KEPT:
                self._by_kinds.clear()
            known = self._by_kinds[there] = self.sum(class_features(there))
        return known


ANYWHERE = "", ""


def _decided_by(name: str) -> Iterator[tuple[tuple[str, str], str, bool]]:
    """What of a gap's two words a feature rests on, in which group of features that exclude each other, and whether that settles it."""
    group, _, of = name.partition(":")
    match group:
        case "next" | "small,next":
            yield ("here", of), group, True
        case "next2" | "next3" | "next,since" | "asks,next" | "reacts,next":
            yield ("here", re.split("[ |]", of)[0]), group, False
        case "pair":
            yield ("here", of.rpartition("|")[2]), group, False
        case "mark,next":
            yield ("here", of[1:]), group, False
        case "prev":
            yield ("before", of), group, True
        case "prev2":
            yield ("before", of.rpartition(" ")[2]), group, False
        case "kinds":
            left, right = of.split("|")
            yield (left.split()[-1], right.split()[0]), f"{left.count(' ')}|{right.count(' ')}", False
        case "finite" | "finite,first" | "waits" | "reacts,next2":
            yield ("kind", of.rpartition("|")[2].split()[0]), group, False
        case "constant" | "since" | "left" | "asks" | "asks,first" | "mark" | "reacts" | "waits,first" | "waits,finite":
            yield ANYWHERE, group, group == "constant"
        case "capital" if of == "none":
            yield ANYWHERE, group, True


@cache
def _model(capitals: bool) -> _Model:
    """Where capitals are typed they say so much that the words would be learnt too little: without them another model reads the words alone."""
    return _Model(capitals)
