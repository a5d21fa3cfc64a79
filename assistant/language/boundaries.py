"""Where a sentence begins although nobody ended the one before.

Korean: after a formal or polite final ending, whether a comma follows or nothing does. English: a small logistic model over the words around the gap
where capitals are typed and another where none are, kept as data that `tests/benchmarks/boundary_fit.py` writes.
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
_FINAL = re.compile(
    rf"(?P<word>[가-힣]*(?:[{ending_in('ㅂ')}]니[다까]|[가-힣]요|죠|시오)|넵)(?:,? +|,)(?=[\w“‘])"
    r"(?![가-힣 ]*님(?:[.,!?~]|$))(?!(?<=[요까] )(?:[가-힣]+ )?[가-힣]{1,4}님 )"
)
_NOUNS = ("필요", "중요", "주요", "수요", "소요", "개요", "강요", "동요")
"""They end like a polite verb."""
_ALWAYS = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
    mr mrs ms dr english korean
    """.split()
)
"""Words that have a capital wherever they stand."""
_KINDS = {
    word: kind
    for kind, every in {
        "i": "i we",
        "you": "you",
        "they": "he she they",
        "it": "it that this these those there",
        "aux": """is are was were am be been do does did have has
        had will would can could should may might must ll ve""",
        "det": "the a an my your our their his her its some any every each another both all",
        "prep": "of in on at by for from with to into over under about after before between through per without during until till as than like",
        "conj": "and or but nor so",
        "sub": "if because since when while although though whether unless once where that's",
        "wh": "what which who whose why how",
        "not": "not never just also only still already even really",
        "number": "one two three four five six seven eight nine ten twelve twenty thirty forty fifty hundred thousand million",
        "open": "yes no okay ok well thanks thank sorry sure right hello hi please then great good fine let's",
        "me": "me us him them",
        "verb": """know think want need see get go make take say tell ask look give use try feel hear understand mean
        works said told asked got made went came means takes needs wants costs runs""",
    }.items()
    for word in every.split()
}
"""Closed classes and everyday verbs; everything else goes by its ending."""
_FINITE = frozenset({"aux", "verb", "i+", "you+", "they+", "it+", "-ed"})
"""Kinds that a sentence mostly has one of."""
MODELS = {True: "sentence_start", False: "sentence_start_lower"}
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
            if _chance(names, capitals) >= threshold:
                found.append(words[at].start())
                since = at
    return tuple(found)


def _chance(names: list[str], capitals: bool) -> float:
    weights = _model(capitals).weights
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, sum(map(weights.__getitem__, names))))))


@cache
def _model(capitals: bool) -> LinearModel:
    """Where capitals are typed they say so much that the words would be learnt too little: without them another model reads the words alone."""
    return read_model(MODELS[capitals], "en")


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
    early = max(since, at - 3)
    names += _class_features(
        [_class(word) for word in forms[early : min(last + 1, at + 3)]], at - early, [_class(word) for word in forms[since : min(at, since + LONG)]]
    )
    if at + 1 < last:
        names.append(f"next3:{here} {after} {forms[at + 2]}")
    if asks:
        names += [f"asks,next:{here}", f"asks,first:{forms[since]}"]
    if mark:
        names.append(f"mark,next:{mark}{here}")
    if capitals:
        names.append(f"capital:{_capital(written, here)}")
        names.append(f"capital,prev:{before}" if written[0].isupper() else f"small,next:{here}")
    return names


def _class_features(near: list[str], here: int, so_far: list[str]) -> list[str]:
    """What kinds of words stand around the gap before `near[here]`, and whether the sentence so far could already be one."""
    before = [*["^"] * (3 - here), *near[:here]]
    after = [*near[here:], "$", "$"][:3]
    finite = min(2, sum(kind in _FINITE for kind in so_far))
    return [
        f"kinds:{before[2]}|{after[0]} {after[1]}",
        f"kinds:{before[1]} {before[2]}|{after[0]}",
        f"kinds:{before[1]} {before[2]}|{after[0]} {after[1]}",
        f"kinds:{before[2]}|{after[0]} {after[1]} {after[2]}",
        f"kinds:{before[0]} {before[1]} {before[2]}|{after[0]}",
        f"finite:{finite}|{after[0]} {after[1]}",
        f"finite,first:{finite} {so_far[0]}|{after[0]}",
    ]


@lru_cache(maxsize=32768)
def _class(word: str) -> str:
    """A coarse kind of word: its closed class, or its ending."""
    if word in _KINDS:
        return _KINDS[word]
    head = word.split("'")
    if len(head) > 1 and head[0] in _KINDS:
        return "not" if head[-1] == "t" else f"{_KINDS[head[0]]}+"
    if word.endswith("n't"):
        return "aux"
    if word[0].isdigit() or word[0] in "$€£":
        return "number"
    return next((f"-{ending}" for ending in ("ing", "ed", "ly", "tion", "er", "s") if len(word) > len(ending) + 2 and word.endswith(ending)), "word")


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
