"""Which facts a question might bring out, before it is asked whether they may be told: by its words, its topics, what was just said. Pure."""

from dataclasses import dataclass

from assistant.domain.buyer import Fact, Objection
from assistant.domain.heard import LISTENING, Heard, Question
from assistant.domain.roleplay import Mind
from assistant.domain.scenario import Scenario
from assistant.domain.words import Language
from assistant.language.phrases import has
from assistant.practice import memory
from assistant.practice.levels import Demands
from assistant.practice.matching import closeness
from assistant.practice.meant import Meant
from assistant.practice.objections import last_voiced
from assistant.practice.pointed import STRICT, could_answer, kind_of, likeliest, says_about_what

TURNS_OF_OPENING = 3
LIKELY = 0.5
"""Log-odds from which on a fact of the right topic may be what a question for one thing (a person, a time, a yes or no) asks for."""
BEHIND_THE_BEST = 2.5
"""How far one of the topic may be behind the likeliest of all that was not told yet and still be what an open question asks for."""
FURTHER = -3.0
"""From which on one that was not told yet answers an open question about what was."""
WORDS_TO_NAME = 3
"""Telling words by which a question that names no topic is still about a fact."""


@dataclass(frozen=True, slots=True)
class Asking:
    """What the questions of a turn are held against."""

    heard: Heard
    mind: Mind
    scenario: Scenario
    demands: Demands
    language: Language

    @property
    def latest(self) -> Fact | None:
        """The fact that is being talked of."""
        told = self.mind.fact_talked_of
        return self.scenario.fact(told) if told else None

    @property
    def acknowledged(self) -> bool:
        return self.mind.acknowledged or self.heard.did(*LISTENING)


def candidates(
    question: Question, words: str, pointed: tuple[Fact, ...], likely: tuple[Meant, ...], behind_it: tuple[str, ...], asking: Asking
) -> tuple[list[Fact], dict[str, int], tuple[str, ...]]:
    """The facts that might answer, best first; how close each is to the question; and the topics it is about. Where no fact is `pointed` at,
    those of its topics that are likely enough to be meant."""
    scenario, mind, language = asking.scenario, asking.mind, asking.language
    if pointed:
        close = dict.fromkeys((fact.id for fact in pointed), WORDS_TO_NAME)
        return [*pointed, *_further(question, pointed, likely, asking)], close, pointed[0].topics
    named = None if question.topics else _named(words, mind, scenario, language)
    topics = named.topics if named else topics_of(question, mind, scenario, last_voiced(mind, scenario))
    if not topics and not behind_it:
        return [], {}, ()
    close = _close(words, topics, scenario, language)
    about = _about(question, topics, scenario, close, behind_it)
    if not behind_it:
        if not named:
            about = likeliest([fact for fact in about if could_answer(fact, words, scenario, language)], words, scenario, language)
        for_one_thing = question.form != "open" or kind_of(words, language) in STRICT
        pointed_question = for_one_thing and says_about_what(words, scenario, language)
        best = max((one.sure for one in likely if one.one.id not in mind.revealed), default=0.0)
        least = LIKELY if pointed_question else best - BEHIND_THE_BEST
        unlikely = {one.one.id for one in likely if one.sure < least and one.one.questions.in_(language)}
        about = [fact for fact in about if fact == named or fact.id not in unlikely]
    if has("hint_pain", words, language):
        about.sort(key=lambda fact: fact.kind != "pain" or fact.topics[0] not in topics[:2])
    return about, close, topics or ("",)


def _further(question: Question, pointed: tuple[Fact, ...], likely: tuple[Meant, ...], asking: Asking) -> list[Fact]:
    """What else there is to say of the same topics to an open question about what was told before."""
    if question.form != "open" or any(fact.id not in asking.mind.revealed for fact in pointed):
        return []
    topics = {*pointed[0].topics, *question.topics[:1]}
    facts = [one.one for one in likely if isinstance(one.one, Fact) and one.sure >= FURTHER]
    return [fact for fact in facts if fact.id not in asking.mind.revealed and topics & set(fact.topics)]


def topics_of(question: Question, mind: Mind, scenario: Scenario, voiced: Objection | None) -> tuple[str, ...]:
    """A question's own topics. One that names none is about the objection just voiced or, following up, what is being talked of; at the
    beginning an open one ("how are things?") is about what troubles the buyer. Any other is about something nobody foresaw."""
    if question.topics:
        return question.topics
    if voiced and (question.form == "open" or question.follow_up):
        return voiced.topics
    if mind.topic and question.follow_up:
        return (mind.topic,)
    if question.form == "open" and mind.turn <= TURNS_OF_OPENING:
        return next(fact.topics for fact in scenario.facts if fact.kind == "pain")
    return ()


def _named(question: str, mind: Mind, scenario: Scenario, language: Language) -> Fact | None:
    """The fact that a question is put in the words of, though it names no topic; a told one also by what gives it away."""
    best = max(scenario.facts, key=lambda fact: closeness(question, fact, scenario, language))
    if closeness(question, best, scenario, language) >= WORDS_TO_NAME:
        return best
    return next((fact for fact in map(scenario.fact, reversed(mind.revealed)) if memory.names(question, fact, language)), None)


def _close(question: str, topics: tuple[str, ...], scenario: Scenario, language: Language) -> dict[str, int]:
    """Facts about the topics, with how many of their telling words the question uses."""
    about = [fact for fact in scenario.facts if set(fact.topics) & set(topics[:2])]
    return {fact.id: words for fact in about if (words := closeness(question, fact, scenario, language))}


def _about(question: Question, topics: tuple[str, ...], scenario: Scenario, close: dict[str, int], behind: tuple[str, ...]) -> list[Fact]:
    """Facts that a question could bring out: the first topic's before the second's, those put in its words before others, cheap ones before
    dear ones; last those behind an objection that is being asked about."""
    rank = {topic: place for place, topic in enumerate(topics)}
    about = [fact for fact in scenario.facts if fact.id in close or any(topic in rank for topic in fact.topics)]
    places = {fact.id: min((rank[topic] for topic in fact.topics if topic in rank), default=len(rank)) for fact in about}
    moved_up = {fact.id: int(close.get(fact.id, 0) >= WORDS_TO_NAME) for fact in about}
    beside = {fact.id: fact.kind == "signal" and (question.form != "open" or fact.topics[0] not in topics[:1]) for fact in about}
    about.sort(key=lambda fact: (places[fact.id] - moved_up[fact.id], beside[fact.id], -close.get(fact.id, 0), fact.trust))
    return [*about, *(scenario.fact(one) for one in behind if scenario.fact(one) not in about)]
