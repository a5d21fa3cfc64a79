"""Where a sentence begins although nobody ended the one before.

Korean: after a formal or polite final ending, whether a comma follows or nothing does. English: a small logistic model over the words around the gap
where capitals are typed and another where none are, kept as data that `tests/benchmarks/boundary_fit.py` writes.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache

from assistant.domain.words import Language
from assistant.language.boundary_features import Said, class_features, gap_features, has_capitals, said_in, stretch_ends, words_of
from assistant.language.hangul import ending_in
from assistant.language.linear import read_model

_MARKED = re.compile(r"(?<=\w)[.!](?=[\"')\]’”]*(?: |$))")
_FINAL = re.compile(
    rf"(?P<word>[가-힣]*(?:[{ending_in('ㅂ')}]니[다까]|[가-힣]요|죠|시오)|넵)(?:,? +|,)(?=[\w“‘])"
    r"(?![가-힣 ]*님(?:[.,!?~]|$))(?!(?<=[요까] )(?:[가-힣]+ )?[가-힣]{1,4}님 )"
)
_NOUNS = ("필요", "중요", "주요", "수요", "소요", "개요", "강요", "동요")
"""They end like a polite verb."""
MODELS = {True: "sentence_start", False: "sentence_start_lower"}
LIKELY, SURELY = 0.5, 0.93
"""From these probabilities on a sentence begins: in text without any full stop, and in text whose writer does end sentences."""
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
    threshold, least = (SURELY, LONG) if marked else (LIKELY, SHORT)
    if len(words) < least:
        return ()
    ends = stretch_ends(text, words)
    if max(Counter([last for last, _ in ends]).values()) < least:
        return ()
    said, capitals = said_in(words), has_capitals(text)
    model, needed = _model(capitals), math.log(threshold / (1 - threshold)) - ROUNDED
    found, since, first = [], 0, 0
    for at in range(1, len(words)):
        if ends[at][0] != ends[at - 1][0]:
            since = first = at
        elif ends[at][0] - first + 1 >= least:
            written, last = words[at].group(), ends[at][0]
            if written == said.forms[at] and model.rules_out(needed, said, at, since, last):
                continue
            between = text[words[at - 1].end() : words[at].start()]
            if model.sum(gap_features(said, at, since, ends[at], between, written, capitals)) >= needed:
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
        self._most = {decides: math.fsum(each.values()) for decides, each in best.items()}
        self._anywhere = self._most.get(ANYWHERE, 0.0)

    def sum(self, names: list[str]) -> float:
        weights = self._weights
        return sum([weights[name] for name in names if name in weights])

    def rules_out(self, needed: float, said: Said, at: int, since: int, last: int) -> bool:
        """Whether the gap before the word number `at`, which has no capital, cannot come to what is needed."""
        most, before, here = self._most.get, said.kinds[at - 1], said.kinds[at]
        needed -= self._anywhere + most(("here", said.forms[at]), 0.0) + most(("before", said.forms[at - 1]), 0.0)
        if most(("kind", here), 0.0) + most((before, here), 0.0) < needed:
            return True
        return self.sum(class_features(said, at, since, last)) < needed


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
