"""Which of the subjects of any sale a turn is about, and which of a scenario's topics stand for them."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from assistant.domain.buyer import Topic
from assistant.domain.heard import Act
from assistant.domain.words import LANGUAGES, Language
from assistant.language.asking import sought
from assistant.language.dates import concrete_dates
from assistant.language.numbers import Unit, quantities
from assistant.language.subject_model import SubjectModel, speaks_for, subject_model, subject_words
from assistant.language.subject_sense import NOTHING, SubjectSense, means, subject_sense
from assistant.perception.sentence import Sentence

Link = Literal["asked", "echoed", "beside"]
Weighed = Literal["asked", "echoed", "beside", "asked own", "echoed own", "beside own"]
"""A link, and whether the rep also says a cue of their own: then the buyer's words count for less."""
_COURTESIES: tuple[Act, ...] = (
    "farewell", "thanks", "apology", "greeting", "boilerplate", "break_game", "off_topic", "next_step", "acknowledgement", "question", "small_talk",
)  # fmt: skip
_MANY = 6
"""Words from which on a turn says enough to be about something."""


_COUNTED: Mapping[Unit, str] = {
    "won": "#money", "dollar": "#money", "pound": "#money", "euro": "#money",
    "year": "#time", "month": "#time", "week": "#time", "day": "#time", "hour": "#hours",
    "minute": "#hours", "%": "#share", "metre": "#length", "person": "#people",
}  # fmt: skip
"""What a unit counts."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What tells what a turn is about. `own`, `heard`: words of the rep's and of what of the buyer's counts, `said`, `told`: as they stand;
    `link`: how it goes on from the buyer's turn, None when it does not; `nothing`: what speaks for no subject."""

    own: frozenset[str]
    heard: frozenset[str]
    said: str
    told: str
    link: Weighed | None
    nothing: Mapping[str, float]


def evidence(
    serious: Sequence[Sentence], before: str | None, link: Link | None, heard: str, cued: tuple[bool, bool], acts: frozenset[Act], language: Language
) -> Evidence:
    """`serious`: the sentences that are about anything; `heard`: what of the buyer's turn counts; `cued`: whether rep and buyer said a cue."""
    words = frozenset(word for one in serious for word in subject_words(one.plain, language))
    count = len([word for word in words if not word.startswith("~")])
    nothing: dict[str, float] = {
        "always": 1.0,
        "nothing serious": float(not serious),
        "no words": float(not words),
        "opening": float(before is None),
        "asked": float(link == "asked"),
        "no link": float(link is None),
        "echoed": float(any(one.echoed for one in serious)),
        "words": min(count, _MANY) / _MANY,
        "cue said": float(cued[0]),
        "cue heard": float(cued[1] and link is not None),
        "asked, no cue": float(link == "asked" and not cued[0]),
        **{act: float(act in acts) for act in _COURTESIES},
    }
    own = frozenset((*words, *(f"@{act}" for act in acts), *(kind for one in serious for kind in _kinds(one.text, one.is_question, language))))
    others = frozenset((*subject_words(heard, language), *_kinds(heard, link == "asked", language))) if link else frozenset()
    said = " ".join(one.text for one in serious)
    return Evidence(own if serious else words, others, said, heard if link else "", _weighed(link, cued[0]), nothing)


@lru_cache(maxsize=4096)
def _kinds(text: str, asks: bool, language: Language) -> tuple[str, ...]:
    """What is counted, dated or asked for, whatever the words: '#money', '#time', '?who'."""
    counted = [_COUNTED[one.unit] for one in quantities(text, language) if one.unit in _COUNTED]
    dated = ["#date"] if concrete_dates(text, language) else []
    return (*counted, *dated, f"?{sought(text, language).kind}") if asks else (*counted, *dated)


def _weighed(link: Link | None, own_cue: bool) -> Weighed | None:
    if link is None or not own_cue:
        return link
    ways: dict[Link, Weighed] = {"asked": "asked own", "echoed": "echoed own", "beside": "beside own"}
    return ways[link]


@dataclass(frozen=True, slots=True)
class Weighing:
    """What one way of telling makes of a turn: how strongly it speaks for each subject and for none, how much a cue of the rep's own counts
    and one of the buyer's beside it; `share`: how much it counts itself, 0-1."""

    by_subject: Mapping[str, float]
    nothing: float
    own_cue: float
    heard_cue: float
    share: float


def weighings(seen: Evidence, language: Language) -> tuple[Weighing, Weighing]:
    """By its words and by what it means: each hears what the other does not."""
    return _by_words(seen, language), _by_sense(seen, language)


def _by_words(seen: Evidence, language: Language) -> Weighing:
    model = subject_model(language)
    scores = dict(model.leaning)
    for subject, weight in speaks_for(seen.own, language).items():
        scores[subject] += weight
    if seen.link:
        for subject, weight in speaks_for(seen.heard, language).items():
            scores[subject] += model.mix[f"words {seen.link}"] * weight
    return _weighing(scores, 0.0, model, seen, 1 - subject_sense().share)


def _by_sense(seen: Evidence, language: Language) -> Weighing:
    model = subject_sense()
    scores = means(seen.said, seen.told, language)
    nothing = scores.pop(NOTHING)
    return _weighing({subject: model.leaning[subject] + score for subject, score in scores.items()}, nothing, model, seen, model.share)


def _weighing(scores: Mapping[str, float], nothing: float, model: SubjectModel | SubjectSense, seen: Evidence, share: float) -> Weighing:
    none = nothing + sum(model.nothing[name] * value for name, value in seen.nothing.items())
    return Weighing(scores, none, model.mix["own cues"], model.mix[f"cues {seen.link}"] if seen.link else 0.0, share)


@lru_cache(maxsize=1024)
def standing(topic: Topic) -> Mapping[str, float]:
    """Which subjects a topic stands for, by what its cues speak for; the shares add up to 1."""
    shares: dict[str, float] = {}
    for language in LANGUAGES:
        for cue in topic.cues.in_(language):
            spoken = speaks_for(subject_words(cue, language), language)
            if spoken:
                best = max(spoken, key=lambda subject: spoken[subject])
                shares[best] = shares.get(best, 0.0) + 1.0
    whole = math.fsum(share * share for share in shares.values())
    return {subject: share * share / whole for subject, share in shares.items()}
