"""Which of a scenario's topics a piece of talk is about: its cues first, then likeness to its words, then what the buyer was talking of."""

from collections.abc import Sequence
from functools import lru_cache

from assistant.domain.scenario import Topic
from assistant.domain.words import Language
from assistant.language.analysis import Token, analyse
from assistant.language.surface import Surface, squeezed, surface
from assistant.perception.echo import meaning
from assistant.perception.sentence import Sentence

LIKE = 0.25
"""Share of a sentence's words that a topic must know when no cue was said."""
ASKED = 2.0
"""How much more a question says about what a turn is about than a statement in it."""
CONTEXT = 0.3
"""How much the buyer's turn helps to choose between topics that the rep's turn names."""
ANYWHERE = 3
"""Letters from which on a Korean cue counts also inside a word; a shorter one must begin one ('방' is not in '방금')."""


def topics_of(text: str, topics: Sequence[Topic], language: Language) -> tuple[str, ...]:
    """Topic ids of one piece of talk, best first; empty when nothing fits."""
    scores = {topic.id: _cued(text, topic, language) for topic in topics}
    if not any(scores.values()):
        scores = {topic.id: like for topic in topics if (like := _likeness(text, topic, language)) >= LIKE}
    return _best(scores)


def topics_of_turn(said: Sequence[Sentence], before: str | None, topics: Sequence[Topic], language: Language) -> tuple[str, ...]:
    """Of a whole turn. Formulas, insults and attempts on the game are about nothing; a turn that names no topic goes on about the buyer's."""
    serious = [one for one in said if not one.has("break_game", "off_topic", "contempt")]
    scores: dict[str, float] = {}
    for one in serious:
        for topic in topics:
            if cued := _cued(one.plain, topic, language):
                scores[topic.id] = scores.get(topic.id, 0.0) + cued * (ASKED if one.is_question else 1.0)
    if scores:
        context = {topic.id: _cued(before or "", topic, language) for topic in topics}
        return _best({topic: score + CONTEXT * context[topic] for topic, score in scores.items()})
    if not any(_goes_on(one) for one in serious):
        return ()
    alike = topics_of(" ".join(one.plain for one in serious), topics, language)
    return alike or (topics_of(before, topics, language)[:1] if before else ())


def _goes_on(one: Sentence) -> bool:
    """It says something of its own, so that it is about something."""
    return not one.has("greeting", "thanks", "farewell", "apology") and bool(one.plain.strip(" .,!?~"))


def _best(scores: dict[str, float]) -> tuple[str, ...]:
    return tuple(sorted((topic for topic, score in scores.items() if score > 0), key=lambda topic: -scores[topic]))


@lru_cache(maxsize=1024)
def _cues(topic: Topic) -> tuple[str, ...]:
    return tuple(sorted({squeezed(cue) for cue in (*topic.cues.ko, *topic.cues.en) if cue.strip()}, key=len, reverse=True))


@lru_cache(maxsize=16384)
def _cued(text: str, topic: Topic, language: Language) -> float:
    """The letters of the text that the topic's cues account for; a cue inside another counts once."""
    form = surface(text, "ko")
    covered: set[int] = set()
    for cue in _cues(topic):
        at = form.text.find(cue)
        while at >= 0:
            if _stands(cue, at, form, text, language):
                covered.update(range(at, at + len(cue)))
            at = form.text.find(cue, at + 1)
    return float(len(covered))


def _stands(cue: str, at: int, form: Surface, text: str, language: Language) -> bool:
    """Latin cues begin where a word begins; short Korean ones where a morpheme does, and name no person ('이사님')."""
    if cue[0].isascii():
        return at == 0 or not form.text[at - 1].isascii() or not form.text[at - 1].isalnum() or form.starts[at] in _word_starts(text)
    if len(cue) >= ANYWHERE:
        return True
    if form.text.startswith("님", at + len(cue)) or language != "ko":
        return language != "ko"
    token = _token_starts(text).get(form.starts[at])
    return token is not None and token.tag != "IC" and (len(cue) > 1 or token.form == cue)


@lru_cache(maxsize=4096)
def _token_starts(text: str) -> dict[int, Token]:
    return {token.start: token for token in reversed(analyse(text, "ko").tokens)}


@lru_cache(maxsize=4096)
def _word_starts(text: str) -> frozenset[int]:
    return frozenset(index for index, char in enumerate(text) if char.isalnum() and (index == 0 or not text[index - 1].isalnum()))


@lru_cache(maxsize=1024)
def _words(topic: Topic, language: Language) -> frozenset[str]:
    return frozenset(word for one in (topic.name.in_(language), *topic.cues.in_(language)) for word in meaning(one, language))


def _likeness(text: str, topic: Topic, language: Language) -> float:
    said = meaning(text, language)
    return len(said & _words(topic, language)) / len(said) if said else 0.0
