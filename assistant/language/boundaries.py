"""Where a sentence begins although nobody ended the one before.

Korean: after a formal or polite final ending. English: a small logistic model over the words around the gap, kept as data that
`tests/benchmarks/boundary_fit.py` writes; capitals help where they are typed.
"""

import math
import re
from functools import cache, lru_cache

from assistant.domain.words import Language
from assistant.language.english import STOP_WORDS, stem
from assistant.language.hangul import ending_in
from assistant.language.linear import LinearModel, read_model

_WORD = re.compile(r"[\w$€£%#@]+(?:['’.,:/&+-][\w%]+)*")
_ENDED = re.compile(r"[.!?…][\"')\]’”]* *$|\n")
_MARKED = re.compile(r"(?<=\w)[.!](?=[\"')\]’”]*(?: |$))")
_FINAL = re.compile(rf"(?P<word>[가-힣]*(?:[{ending_in('ㅂ')}]니[다까]|[가-힣]요|죠|시오)|넵) +(?=[\w“‘])(?![가-힣 ]*님(?:[.,!?~]|$))")
_NOUNS = ("필요", "중요", "주요", "수요", "소요", "개요", "강요", "동요")
"""They end like a polite verb."""
_ALWAYS = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
    mr mrs ms dr english korean
    """.split()
)
"""Words that have a capital wherever they stand."""
LIKELY, SURELY = 0.5, 0.93
"""From these probabilities on a sentence begins: in text without any full stop, and in text whose writer does end sentences."""
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
    forms = forms_of(words)
    ends, capitals = stretch_ends(text, words), has_capitals(text)
    found, since, first = [], 0, 0
    for at in range(1, len(words)):
        if ends[at][0] != ends[at - 1][0]:
            since = first = at
        elif ends[at][0] - first + 1 >= least:
            between = text[words[at - 1].end() : words[at].start()]
            names = gap_features(forms, at, since, ends[at], between, words[at].group(), capitals)
            if _chance(names) >= threshold:
                found.append(words[at].start())
                since = at
    return tuple(found)


def _chance(names: list[str]) -> float:
    weights = _model().weights
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, sum(map(weights.__getitem__, names))))))


@cache
def _model() -> LinearModel:
    return read_model("sentence_start", "en")


def words_of(text: str) -> list[re.Match[str]]:
    return list(_WORD.finditer(text))


def forms_of(words: list[re.Match[str]]) -> list[str]:
    """In lower case, with one kind of apostrophe."""
    return [word.group().lower().replace("’", "'") for word in words]


def has_capitals(text: str) -> bool:
    """Whether the writer uses capitals at all, 'I' aside."""
    return re.search(r"\b(?!I\b)[A-Z]", text) is not None


def stretch_ends(text: str, words: list[re.Match[str]]) -> list[tuple[int, bool]]:
    """For each word: the number of the last word of its stretch without a mark, and whether that stretch ends in a question mark."""
    ends: list[tuple[int, bool]] = [(0, False)] * len(words)
    last, asks = len(words) - 1, False
    for at in range(len(words) - 1, -1, -1):
        after = text[words[at].end() : words[at + 1].start() if at + 1 < len(words) else len(text)]
        if at == len(words) - 1 or (after != " " and _ENDED.search(after)):
            last, asks = at, "?" in after
        ends[at] = (last, asks)
    return ends


def gap_features(forms: list[str], at: int, since: int, end: tuple[int, bool], between: str, written: str, capitals: bool) -> list[str]:
    """Names of what is there before the word number `at`; `since`: the word its sentence so far began with."""
    last, asks = end
    before, here = forms[at - 1], forms[at]
    after = forms[at + 1] if at < last else "$"
    earlier = forms[at - 2] if at - 2 >= since else "^"
    mark = "," if "," in between else "-" if re.search(r"[;:–—-]", between) else ""
    names = [
        "constant", f"next:{here}", f"prev:{before}", f"next2:{here} {after}", f"prev2:{earlier} {before}", f"pair:{before}|{here}",
        f"mark:{mark}", f"since:{min(at - since, 6)}", f"left:{min(last - at + 1, 6)}", f"asks:{asks}",
        f"next,since:{here}|{'few' if at - since <= 3 else 'many'}",
    ]  # fmt: skip
    if asks:
        names += [f"asks,next:{here}", f"asks,first:{forms[since]}"]
    if mark:
        names.append(f"mark,next:{mark}{here}")
    if capitals:
        names.append(f"capital:{_capital(written, here)}")
        names.append(f"capital,prev:{before}" if written[0].isupper() else f"small,next:{here}")
    else:
        names += ["all lower", f"lower,next:{here}", f"lower,prev:{before}"]
    return names


def _capital(written: str, word: str) -> str:
    """What a capital says about where a sentence begins: nothing on 'I', on a day, and on what is written in capitals."""
    if not written[0].isupper():
        return "none"
    if word.split("'")[0] == "i":
        return "I"
    if word in _ALWAYS or (len(written) > 1 and written.isupper()):
        return "always"
    return "word" if _common(word) else "name"


def _common(word: str) -> bool:
    """Known from everyday text, so that a capital on it means something."""
    return word in STOP_WORDS or stem(word) in read_model("rarity", "en").weights
