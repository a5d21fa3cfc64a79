"""How likely one sentence is a buyer's answer to what was staged: its features, weighted by a linear model kept as readable data. Pure.

What a sentence is about is held against what may be talked of now (the gist, the talk so far, what is open in the scenario); how it is put
(endings, short runs of words) and what it means (`talk_sense.py`) against how buyers and how assistants, sellers and yes-sayers talk.
`tests/benchmarks/role_fit.py` writes the weights.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from assistant.domain.words import Language
from assistant.language.analysis import Token, analyse
from assistant.language.english import STOP_WORDS
from assistant.language.linear import read_model
from assistant.language.phrases import has
from assistant.language.rarity import rarity
from assistant.practice.sentences import sentences
from assistant.practice.talk_sense import leaning, nearest

EVERYDAY = 0.78
"""A word not rarer than this belongs to no trade: how it is used may be learnt from any deal."""
LISTS = (
    "offers_help", "frame", "recites", "thinks_aloud", "agrees_to_it", "praises", "leaves", "service_talk",
    "consents", "commits", "serves", "directs", "asks_for_action", "to_the_buyer", "meta_words", "talk_about_talk", "warm_words",
)  # fmt: skip
"""Lists of `knowledge/language/guard.*.yaml` that count as features."""
AFTER = ("beside kin", "kin share", "strange", "rare", "long", "question", "refuses", "short", "near", "sense")
"""Features that weigh differently once all has been said."""
SENSE = "sense"
"""The feature of what the sentence means: its log odds,"""
SENSE_SPREAD = 4
"""in units that other features are of."""
NAMES = frozenset({"NNP", "SL"})
NOUNS = frozenset({"NNG", "NNP", "SL", "XR"})


@dataclass(frozen=True, slots=True)
class Talk:
    """What a sentence is held against: content words (lemmas) of the gist, of the talk so far, of what is open in the scenario."""

    language: Language
    gist: frozenset[str]
    kin: frozenset[str]
    """Those of every line the buyer has for what is staged: the same thing in other words."""
    said: frozenset[str]
    open: frozenset[str]
    offer: frozenset[str]
    """What only the rep would speak of: the product's own words and what may be offered."""
    tells: bool
    """Whether the gist tells something, rather than keeping quiet about it."""
    asks: bool
    """Whether the gist holds a question."""
    lines: tuple[str, ...]
    """The gist and every line the buyer has for it, a sentence each."""


@lru_cache(maxsize=4096)
def content(text: str, language: Language) -> frozenset[str]:
    return frozenset(analyse(text, language).content)


def talk(
    language: Language,
    gist: str,
    said: Iterable[str],
    opened: Iterable[str],
    offer: Iterable[str] = (),
    tells: bool = False,
    kin: Iterable[str] = (),
) -> Talk:
    akin = tuple(kin)
    return Talk(
        language,
        content(gist, language),
        content(gist, language).union(*(content(text, language) for text in akin)),
        frozenset().union(*(content(text, language) for text in said)),
        frozenset().union(*(content(text, language) for text in opened)),
        frozenset().union(*(content(text, language) for text in offer)),
        tells,
        "?" in gist,
        tuple(dict.fromkeys(one for line in (gist, *akin) for one in sentences(line))),
    )


def likeness(sentence: str, talk: Talk, whole: bool = False) -> float:
    """0-1: near 1 for what this buyer might well say, near 0 for what only a model out of its role would. `whole`: said when all that was staged
    had been said."""
    return read_model("buyer_talk", talk.language).share(features(sentence, talk, whole))


def grounded(sentence: str, talk: Talk) -> float:
    """The share of its content words, 0-1, that some line for what is staged holds too; 0 for a sentence without any."""
    words = analyse(sentence, talk.language).content
    return sum(word in talk.kin for word in words) / max(1, len(words))


def beside(sentence: str, talk: Talk) -> list[str]:
    """The content words that neither any line for what is staged nor the talk so far hold."""
    return [word for word in analyse(sentence, talk.language).content if word not in talk.kin and word not in talk.said]


def features(sentence: str, talk: Talk, whole: bool = False) -> dict[str, float]:
    """Named features of one sentence; how it is put counts once each."""
    about = _about(sentence, talk)
    after = {f"after, {name}": about[name] for name in AFTER} | {"after": 1.0} if whole else {}
    return {"constant": 1.0, **about, **after, **dict.fromkeys(_put(sentence, talk.language), 1.0)}


def _about(sentence: str, talk: Talk) -> dict[str, float]:
    tokens = analyse(sentence, talk.language).tokens
    words = [word for word in analyse(sentence, talk.language).content if not word[0].isdigit()]
    count = max(1, len(words))
    own = [word for word in words if word not in talk.gist]
    strange = [word for word in own if word not in talk.said and word not in talk.open]
    akin = sum(word in talk.kin for word in words)
    apart = len(words) - akin
    rare = [word for word in strange if rarity(word, talk.language) > EVERYDAY]
    offered = [word for word in own if word in talk.offer and word not in talk.said]
    quiet, near = 0.0 if talk.tells else 1.0, nearest(sentence, talk.lines, talk.language)
    refuses = has("refuses", sentence, talk.language) or "?" in sentence
    takes_up = any(
        word in talk.said and word not in talk.gist and (word[0].isdigit() or has("when", word, talk.language))
        for word in analyse(sentence, talk.language).content
    )
    return {
        "quiet": quiet,
        "quiet, rare": quiet * min(4, len(rare)) / 4,
        "quiet, beside gist": quiet * min(8, len(own)) / 8,
        "refuses": float(refuses),
        "quiet, refuses": quiet * refuses,
        "takes up the offer": float(takes_up),
        "takes up the offer, unrefused": float(takes_up and not refuses),
        "offered": min(3, len(offered)) / 3,
        "gist share": 1 - len(own) / count,
        "in gist": min(3, count - len(own)) / 3 if words else 0.0,
        "beside gist": min(8, len(own)) / 8,
        "kin share": akin / count,
        "in kin": min(3, akin) / 3,
        "beside kin": min(8, apart) / 8,
        "not in kin": float(akin == 0 < len(words)),
        "quiet, beside kin": quiet * min(8, apart) / 8,
        "strange": min(6, len(strange)) / 6,
        "rare": min(4, len(rare)) / 4,
        "rare share": len(rare) / count,
        "strange names": min(2, sum(_is_name(token, sentence) and token.lemma in strange for token in tokens)) / 2,
        SENSE: leaning(sentence, talk.language) / SENSE_SPREAD,
        "near": near,
        "quiet, near": quiet * near,
        "short": float(len(words) <= 2),
        "long": min(60, max(0, len(sentence) - (25 if talk.language == "ko" else 50))) / 60,
        "question": float(sentence.rstrip("\"'”’ ").endswith("?")),
        "question unasked": float(sentence.rstrip("\"'”’ ").endswith("?") and not talk.asks),
        **{f"list {name}": 1.0 for name in LISTS if has(name, sentence, talk.language)},
    }


def _is_name(token: Token, sentence: str) -> bool:
    return token.tag in NAMES or (
        token.tag == "W" and token.start > 0 and token.form[0].isupper() and token.form not in {"I", "I'm", "I'd", "I'll", "I've"}
    )


def _put(sentence: str, language: Language) -> Iterator[str]:
    """Runs of one to three words or morphemes; a word of a trade counts as a word only, a number as a number."""
    shapes = [
        "^",
        *(_shape(token, language) for token in analyse(sentence, language).tokens if not token.tag.startswith("S") or token.tag in {"SN", "SL"}),
        "$",
    ]
    yield from (f"1 {one}" for one in shapes[1:-1])
    yield from (f"2 {a} {b}" for a, b in pairwise(shapes))
    yield from (f"3 {a} {b} {c}" for a, b, c in zip(shapes, shapes[1:], shapes[2:], strict=False))


def _shape(token: Token, language: Language) -> str:
    if token.tag in {"SN", "N"}:
        return "#"
    if language == "en":
        word = token.form.lower().replace("’", "'")
        return word if word in STOP_WORDS or rarity(token.lemma, "en") <= EVERYDAY else "~"
    if token.tag.split("-")[0] in NOUNS:
        return token.lemma if rarity(token.lemma, "ko") <= EVERYDAY else "~"
    return token.lemma if token.tag.startswith("V") else token.form
