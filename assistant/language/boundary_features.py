"""What stands around a gap between two English words, by name: the words, their kinds, marks and capitals. The models of `boundaries` weigh it."""

import re
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from assistant.language.english import STOP_WORDS, stem
from assistant.language.linear import read_model

_WORD = re.compile(r"[\w$€£%#@]+(?:['’.,:/&+-][\w%]+)*")
_CAPITAL = re.compile(r"(?:[A-HJ-Z]|I\B)(?<!\w.)")
_ENDED = re.compile(r"[.!?…][\"')\]’”]* *$|\n")
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
LONG = 16
"""Words of a sentence so far that count."""
_SUBJECTS = frozenset({"i", "you", "they", "it", "i+", "you+", "they+", "it+"})
_WAITS = frozenset("because since if when while although though unless once as given considering after before whenever seeing".split())
"""First words that a main clause is still to follow."""
REACTIONS = frozenset(
    line.strip()
    for line in """
    ok, okay, ok then, right, all right, alright, sure, of course, absolutely, exactly, great, perfect, lovely, good, nice, cool,
    cool cool, no problem, no worries, got it, right got it, ah got it, gotcha, ah gotcha, i see, i hear you, i understand, understood,
    noted, makes sense, that makes sense, okay makes sense, fair enough, that's fair, fair point, good point, good question, you're right,
    interesting, hmm interesting, hmm, oh, ah, wow, thanks, thank you, thanks for that, alright thanks for that, thanks a lot,
    thank you so much, yes, no, yeah, not at all, sorry, i'm sorry, sorry     about that, one moment, don't worry, never mind, for sure,
    certainly, indeed, very well, that's great, that's true, true, okay great, yes of course
    """.replace("\n", " ").split(",")
)
"""Short reactions, without their marks, that are mostly a sentence by themselves."""
REACTION_WORDS = 4
_BEFORE_WAITING = ("so", "and", "but", "then")
MOST_COUNTED = 3


def words_of(text: str) -> list[re.Match[str]]:
    return list(_WORD.finditer(text))


class Said(NamedTuple):
    """The words of a text. `forms`: in lower case, with one kind of apostrophe; `kinds`: of each, how coarse `_class` tells; `finite`: for each
    place, how many finite ones stand before it."""

    forms: list[str]
    kinds: list[str]
    finite: list[int]


def said_in(words: list[re.Match[str]]) -> Said:
    forms = [word.group().lower().replace("’", "'") for word in words]
    kinds = [_class(form) for form in forms]
    return Said(forms, kinds, [0, *accumulate([kind in _FINITE for kind in kinds])])


def has_capitals(text: str) -> bool:
    """Whether the writer uses capitals at all, 'I' aside."""
    return _CAPITAL.search(text) is not None


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


def gap_features(said: Said, at: int, since: int, end: tuple[int, bool], between: str, written: str, capitals: bool) -> list[str]:
    """Names of what is there before the word number `at`; `since`: the word its sentence so far began with."""
    return [*word_features(said, at, since, end, between, written, capitals), *class_features(around(said, at, since, end[0]))]


def word_features(said: Said, at: int, since: int, end: tuple[int, bool], between: str, written: str, capitals: bool) -> list[str]:
    """Those that the words themselves tell."""
    forms, (last, asks) = said.forms, end
    before, here = forms[at - 1], forms[at]
    after = forms[at + 1] if at < last else "$"
    earlier = forms[at - 2] if at - 2 >= since else "^"
    mark = "," if "," in between else "-" if between != " " and re.search(r"[;:–—-]", between) else ""
    names = [
        "constant", f"next:{here}", f"prev:{before}", f"next2:{here} {after}", f"prev2:{earlier} {before}", f"pair:{before}|{here}",
        f"mark:{mark}", f"since:{min(at - since, 6)}", f"left:{min(last - at + 1, 6)}", f"asks:{asks}",
        f"next,since:{here}|{'few' if at - since <= 3 else 'many'}",
    ]  # fmt: skip
    if _reacts(said, at, since):
        names += ["reacts", f"reacts,next:{here}"]
    if _waits(said, at, since):
        finite = _finite_since(said, at, since)
        names += [f"waits,finite:{finite}", f"waits,first:{forms[since]} {finite}"]
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


class Around(NamedTuple):
    """What kinds of words stand around a gap: up to three before it in the sentence so far, up to three behind it, the sentence's first; how many
    finite ones it has (2: or more); whether it is nothing but a reaction; of one that waits for a main clause the subjects and finite words."""

    before: tuple[str, ...]
    here: tuple[str, ...]
    first: str
    finite: int
    reacts: bool
    waits: str


def around(said: Said, at: int, since: int, last: int) -> Around:
    kinds, finite = said.kinds, said.finite
    waits = ""
    if _waits(said, at, since):
        begun = min(MOST_COUNTED, sum(kind in _SUBJECTS for kind in kinds[since + 1 : at]))
        waits = f"{begun} {_finite_since(said, at, since)}"
    so_far = finite[at if at - since <= LONG else since + LONG] - finite[since]
    return Around(
        tuple(kinds[at - 3 if at - since >= 3 else since : at]),
        tuple(kinds[at : at + 3 if last - at >= 2 else last + 1]),
        kinds[since],
        so_far if so_far < 2 else 2,
        at - since <= REACTION_WORDS and _reacts(said, at, since),
        waits,
    )


def class_features(there: Around) -> list[str]:
    """What kinds of words stand around the gap, and whether the sentence so far could already be one."""
    earliest, earlier, before = ["^", "^", *there.before][-3:]
    here, after, later = [*there.here, "$", "$"][:3]
    names = [
        f"kinds:{before}|{here} {after}",
        f"kinds:{earlier} {before}|{here}",
        f"kinds:{earlier} {before}|{here} {after}",
        f"kinds:{before}|{here} {after} {later}",
        f"kinds:{earliest} {earlier} {before}|{here}",
        f"finite:{there.finite}|{here} {after}",
        f"finite,first:{there.finite} {there.first}|{here}",
    ]
    if there.reacts:
        names.append(f"reacts,next2:{here} {after}")
    if there.waits:
        names.append(f"waits:{there.waits}|{here}")
    return names


def _reacts(said: Said, at: int, since: int) -> bool:
    """The sentence so far is nothing but a reaction."""
    return at - since <= REACTION_WORDS and " ".join(said.forms[since:at]) in REACTIONS


def _waits(said: Said, at: int, since: int) -> bool:
    """The sentence began with a clause that another has to follow."""
    first = said.forms[since]
    return first in _WAITS or (at - since > 1 and first in _BEFORE_WAITING and said.forms[since + 1] in _WAITS)


def _finite_since(said: Said, at: int, since: int) -> int:
    return min(MOST_COUNTED, said.finite[at] - said.finite[since])


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
