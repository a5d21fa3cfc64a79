"""Which of a scenario's topics a piece of talk is about: cues first, then likeness to their words."""

from collections.abc import Sequence
from functools import lru_cache

from assistant.domain.scenario import Topic
from assistant.domain.words import Language
from assistant.language.analysis import analyse
from assistant.language.surface import squeezed, surface

LIKE = 0.34
"""How alike (0-1) talk and a topic's words must be when no cue was said."""


@lru_cache(maxsize=1024)
def _cues(topic: Topic) -> tuple[str, ...]:
    return tuple(sorted({squeezed(cue) for cue in (*topic.cues.ko, *topic.cues.en) if cue.strip()}, key=len, reverse=True))


@lru_cache(maxsize=1024)
def _words(topic: Topic, language: Language) -> frozenset[str]:
    said = (topic.name.in_(language), *topic.cues.in_(language))
    return frozenset(lemma for one in said for lemma in analyse(one, language).content)


def topics_of(text: str, topics: Sequence[Topic], language: Language) -> tuple[str, ...]:
    """Topic ids, best first; empty when nothing fits."""
    scored = [(_score(text, topic, language), -index, topic.id) for index, topic in enumerate(topics)]
    named = [one for one in scored if one[0] > 0]
    if not named:
        named = [(like, -index, topic.id) for index, topic in enumerate(topics) if (like := _likeness(text, topic, language)) >= LIKE]
    return tuple(topic_id for _, _, topic_id in sorted(named, reverse=True))


def _score(text: str, topic: Topic, language: Language) -> float:
    """The letters of the text that the topic's cues account for; a cue inside another counts once."""
    form = squeezed(text)
    starts = _word_starts(text)
    covered: set[int] = set()
    for cue in _cues(topic):
        at = form.find(cue)
        while at >= 0:
            if not cue[0].isascii() or at in starts or not form[at - 1].isascii():
                covered.update(range(at, at + len(cue)))
            at = form.find(cue, at + 1)
    return float(len(covered))


@lru_cache(maxsize=4096)
def _word_starts(text: str) -> frozenset[int]:
    """Offsets into the squeezed text at which an English word begins."""
    spaced = surface(text, "en").text
    starts, at = set(), 0
    for index, char in enumerate(spaced):
        if char == " ":
            continue
        if index == 0 or not spaced[index - 1].isalnum():
            starts.add(at)
        at += 1
    return frozenset(starts)


def _likeness(text: str, topic: Topic, language: Language) -> float:
    said = frozenset(analyse(text, language).content)
    words = _words(topic, language)
    if not said or not words:
        return 0.0
    pairs = _bigrams(said)
    return max(len(said & words) / len(said), len(pairs & _bigrams(words)) / max(4, len(pairs)))


def _bigrams(words: frozenset[str]) -> frozenset[str]:
    return frozenset(word[at : at + 2] for word in words for at in range(len(word) - 1))
