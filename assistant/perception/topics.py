"""Which of a scenario's topics a piece of talk is about: its cues first, then likeness to its words; of a whole turn also what the buyer was
talking of and the subjects of any sale."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.domain.buyer import Topic
from assistant.domain.heard import Act
from assistant.domain.words import Language
from assistant.language.analysis import Token, analyse
from assistant.language.dates import time_expressions
from assistant.language.phrases import has, known, words
from assistant.language.surface import Surface, squeezed, surface
from assistant.perception.echo import meaning
from assistant.perception.sentence import Sentence
from assistant.perception.subjects import Evidence, Link, Weighing, evidence, standing, weighings

Cued = tuple[dict[str, float], dict[str, float]]
"""What the cues of each topic are worth in the rep's turn and in the buyer's."""
LEAST = 1.0
"""What must speak for a topic, in log-odds, before a turn is about it."""
LIKE = 0.4
"""Share of a sentence's words that a topic must know when no cue was said; a single word is like anything."""
HINTS = ("price", "timing", "decision", "alternatives", "references", "situation", "pain")
"""Questions that every deal has. `knowledge/language` says how else they are asked (hint_X) and which cues their topic has (cues_X)."""
USUAL = 2
"""How many of the usual cues make a topic the one a hint is about."""
FIRM = 20.0
"""Letters that a way of asking is worth whose words mean something else on their own ('is it your call alone?')."""
VAGUE = 0.4
"""What a letter of a word for any kind of trouble is worth."""
ANYWHERE = 3
"""Letters from which on a Korean cue counts also inside a word; a shorter one must begin one ('방' is not in '방금')."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What the topics of a turn are told from. `asked`: the question the buyer waits on."""

    said: tuple[Sentence, ...]
    before: str | None
    asked: str | None
    acts: frozenset[Act]
    language: Language


def topics_of(text: str, topics: Sequence[Topic], language: Language) -> tuple[str, ...]:
    """Topic ids of one piece of talk, best first; empty when nothing fits."""
    scores = {topic.id: _letters(text, topic, language) for topic in topics}
    if not any(scores.values()):
        scores = {topic.id: 1.0 for topic in topics if _hinted(text, topic, language)}
    if not scores:
        scores = {topic.id: like for topic in topics if (like := _likeness(text, topic, language)) >= LIKE}
    return _best(scores)


def topics_asked(question: Sentence, topics: Sequence[Topic]) -> tuple[str, ...]:
    """Of a question: what the clause that asks is about comes before what the others say. Korean asks last."""
    whole = topics_of(question.text, topics, question.language)
    clauses = question.clauses
    asking = clauses[-1] if question.language == "ko" else next((one for one in clauses if one.has("question_start")), question)
    asked = topics_of(asking.text, topics, question.language) if len(clauses) > 1 else ()
    return (*asked, *(topic for topic in whole if topic not in asked))


def topics_of_turn(turn: Turn, topics: Sequence[Topic]) -> tuple[str, ...]:
    """Of a whole turn, best first: the one it is most likely about, then those whose cues were said. Empty when it is likelier about nothing."""
    if not topics:
        return ()
    (own, heard), seen = cued_and_seen(turn, topics)
    ways = weighings(seen, turn.language)
    scores = {topic.id: sum(way.share * _speaks_for(topic, way, own, heard) for way in ways) for topic in topics}
    nothing = sum(way.share * way.nothing for way in ways)
    order = sorted(scores, key=lambda topic: -scores[topic])
    if scores[order[0]] <= max(nothing, LEAST):
        return ()
    return (order[0], *(topic for topic in order[1:] if topic in own or (turn.asked and seen.link and topic in heard)))


def _speaks_for(topic: Topic, way: Weighing, own: Mapping[str, float], heard: Mapping[str, float]) -> float:
    stands = sum(share * way.by_subject[subject] for subject, share in standing(topic).items())
    return stands + way.own_cue * own.get(topic.id, 0.0) + way.heard_cue * heard.get(topic.id, 0.0)


def cued_and_seen(turn: Turn, topics: Sequence[Topic]) -> tuple[Cued, Evidence]:
    """What the scenario's cues say of a turn, and everything else that tells what it is about.
    Courtesies, insults and attempts on the game are about nothing."""
    serious = [one for one in turn.said if _is_about_something(one)]
    goes_on = any(_goes_on(one) for one in serious)
    link: Link | None = None if not goes_on else "asked" if turn.asked else "echoed" if any(one.echoed for one in serious) else "beside"
    before = turn.asked or turn.before or ""
    own = _worth({topic.id: sum(_letters(one.plain, topic, turn.language) for one in serious) for topic in topics})
    heard = _worth({topic.id: _letters(before, topic, turn.language) for topic in topics})
    return (own, heard), evidence(serious, turn.before, link, before, (bool(own), bool(heard)), turn.acts, turn.language)


def _worth(letters: dict[str, float]) -> dict[str, float]:
    """The second cue of a topic says less than the first."""
    return {topic: math.log1p(count) for topic, count in letters.items() if count > 0}


def _is_about_something(one: Sentence) -> bool:
    if one.insults or one.has("break_game", "off_topic"):
        return False
    return one.is_question or bool(one.echoed) or not (one.has("greeting", "thanks", "farewell", "apology") or one.plain != one.text)


def _goes_on(one: Sentence) -> bool:
    """It goes on with what the buyer was talking of: it asks, takes up or answers, and is no mere formula."""
    return one.is_question or bool(one.echoed) or one.plain == one.text


def _best(scores: dict[str, float]) -> tuple[str, ...]:
    return tuple(sorted((topic for topic, score in scores.items() if score > 0), key=lambda topic: -scores[topic]))


@lru_cache(maxsize=1024)
def _cues(topic: Topic, language: Language) -> tuple[tuple[str, float], ...]:
    """Those of the language, and the other's Latin ones ('crm') unless they are short enough to be another word; each with what a letter is worth."""
    own = {squeezed(cue) for cue in topic.cues.in_(language)}
    other = {squeezed(cue) for cue in topic.cues.in_("en" if language == "ko" else "ko")}
    every = (own | {cue for cue in other if cue.isascii() and len(cue) >= ANYWHERE}) - {""}
    return tuple((cue, VAGUE if has("vague_cue", cue, language) else 1.0) for cue in sorted(every, key=len, reverse=True))


@lru_cache(maxsize=1024)
def _cues_by_beginning(topic: Topic, language: Language) -> dict[str, list[tuple[str, float]]]:
    """By their first two letters, so that only cues that can be there are looked for."""
    found: dict[str, list[tuple[str, float]]] = {}
    for cue, each in _cues(topic, language):
        found.setdefault(cue[:2], []).append((cue, each))
    return found


@lru_cache(maxsize=4096)
def _beginnings(flat: str) -> frozenset[str]:
    return frozenset(flat) | {flat[at : at + 2] for at in range(len(flat) - 1)}


def _letters(text: str, topic: Topic, language: Language) -> float:
    return _cued(text, topic, language) + (FIRM if _firmly(text, topic, language) else 0.0)


@lru_cache(maxsize=16384)
def _cued(text: str, topic: Topic, language: Language) -> float:
    """The letters of the text that the topic's cues account for; none counts twice.

    At a discount: words for any trouble ('걱정', 'problem'), and times, which say when rather than what ('주말까지').
    """
    form = surface(text, "ko")
    worth: dict[int, float] = {}
    beginnings = _cues_by_beginning(topic, language)
    for cue, each in (one for start in beginnings.keys() & _beginnings(form.text) for one in beginnings[start]):
        at = form.text.find(cue)
        while at >= 0:
            if _stands(cue, at, form, text, language):
                worth |= {place: max(each, worth.get(place, 0.0)) for place in range(at, at + len(cue))}
            at = form.text.find(cue, at + 1)
    if not worth:
        return 0.0
    told = {place for place, start in enumerate(form.starts) if any(one.start <= start < one.end for one in time_expressions(text, language))}
    return sum(value * VAGUE if place in told else value for place, value in worth.items())


def _stands(cue: str, at: int, form: Surface, text: str, language: Language) -> bool:
    """Latin cues begin where a word begins; short Korean ones where a morpheme does, and name no person ('이사님')."""
    if cue[0].isascii():
        return _begins_word(form, at, text) and (len(cue) > ANYWHERE or _ends_word(form, at + len(cue), text))
    if len(cue) >= ANYWHERE:
        return True
    if form.text.startswith("님", at + len(cue)) or language != "ko":
        return language != "ko"
    token = _token_starts(text).get(form.starts[at])
    return token is not None and token.tag != "IC" and (len(cue) > 1 or token.form == cue)


@lru_cache(maxsize=4096)
def _token_starts(text: str) -> dict[int, Token]:
    return {token.start: token for token in reversed(analyse(text, "ko").tokens)}


def _begins_word(form: Surface, at: int, text: str) -> bool:
    return at == 0 or not form.text[at - 1].isascii() or form.starts[at] in _word_starts(text)


def _ends_word(form: Surface, end: int, text: str) -> bool:
    """Also before a plural s."""
    rest = form.text[end:]
    if not rest or not rest[0].isascii() or not rest[0].isalpha() or form.starts[end] in _word_starts(text):
        return True
    return rest[0] == "s" and _ends_word(form, end + 1, text)


@lru_cache(maxsize=4096)
def _word_starts(text: str) -> frozenset[int]:
    return frozenset(index for index, char in enumerate(text) if char.isalnum() and (index == 0 or not text[index - 1].isalnum()))


@lru_cache(maxsize=16384)
def _hinted(text: str, topic: Topic, language: Language) -> bool:
    """A common question in other words ('월 부담은 어느 선까지', 'what sort of money') for the topic that has its usual cues."""
    return any(has(f"hint_{name}", text, language) and name in _stands_for(topic, language) for name in HINTS)


@lru_cache(maxsize=16384)
def _firmly(text: str, topic: Topic, language: Language) -> bool:
    """The same where the words would mislead: the lists firm_X."""
    return any(known(f"firm_{name}", language) and has(f"firm_{name}", text, language) and name in _stands_for(topic, language) for name in HINTS)


@lru_cache(maxsize=1024)
def _stands_for(topic: Topic, language: Language) -> frozenset[str]:
    """The questions of every deal whose usual cues a topic has."""
    cues = {cue for cue, _ in _cues(topic, language)} | {cue for cue, _ in _cues(topic, "en" if language == "ko" else "ko")}
    return frozenset(name for name in HINTS if len(cues & words(f"cues_{name}", language)) >= USUAL)


@lru_cache(maxsize=1024)
def _words(topic: Topic, language: Language) -> frozenset[str]:
    return frozenset(word for one in (topic.name.in_(language), *topic.cues.in_(language)) for word in meaning(one, language))


def _likeness(text: str, topic: Topic, language: Language) -> float:
    said = meaning(text, language)
    return len(said & _words(topic, language)) / len(said) if len(said) > 1 else 0.0
