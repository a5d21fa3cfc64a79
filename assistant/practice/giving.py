"""What a buyer gives to a question once it is known which facts it is about: one of them, a refusal, or what was told before. Pure."""

from dataclasses import dataclass, replace

from assistant.domain.buyer import Fact
from assistant.domain.heard import Question
from assistant.domain.roleplay import Mind
from assistant.domain.scenario import Scenario
from assistant.domain.words import Language
from assistant.language.asking import Kind
from assistant.practice.candidates import WORDS_TO_NAME, Asking
from assistant.practice.leaning import tells_more
from assistant.practice.levels import Demands
from assistant.practice.meant import Meant
from assistant.practice.picking import SURE
from assistant.practice.pointed import STRICT, kind_of
from assistant.practice.unlocking import asked_rightly, trust_needed

SHORT_QUESTION: dict[Language, int] = {"ko": 18, "en": 30}
"""Characters up to which a question names its subject and nothing else ('예산은요?')."""
SAME_AGAIN = 0.5
"""How like an example of what was told a question is, -1 to 1, that asks for it again."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the questions of a turn bring. `refused`: facts asked for too early or in the wrong way; `known`: those told before;
    `more`: one the buyer can say more about, because the rep follows up on it, and `behind`: the pool of remarks for what is asked behind it;
    `plain`: an answer to something anybody may ask; `in_a_word`: what was refused is nothing to say yes or no to; `sought`: what a
    question asks for that no fact answers; `unknown`: the pool of remarks for what is asked of somebody else and only they could say."""

    told: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()
    known: tuple[str, ...] = ()
    more: str | None = None
    plain: str | None = None
    behind: str = ""
    in_a_word: bool = False
    sought: Kind | None = None
    unknown: str = ""


def told_of(
    about: list[Fact],
    question: Question,
    words: str,
    topics: tuple[str, ...],
    close: dict[str, int],
    likely: tuple[Meant, ...],
    asking: Asking,
    reply: Answer,
) -> Answer:
    """The reply with the first of these that may be told; else with what is put off, or was told before. Who asks how many or who of
    something no fact is known by is kept nothing from: there is no answer."""
    mind, demands = asking.mind, asking.demands
    yes_or_no = kind_of(words, asking.language) == "whether"
    fresh = [fact for fact in about if fact.id not in mind.revealed]
    trusted = [fact for fact in fresh if mind.trust >= trust_needed(fact, demands)]
    tellable = [fact for fact in trusted if asked_rightly(fact, question, topics, asking.acknowledged, fact.id in close)]
    if tellable and _beside_the_point(tellable[0], fresh, question, topics, close, mind, demands, asking.language):
        tellable = []
    if tellable and _gets_its_own_answer(question, [*reply.told], asking.scenario, demands):
        return replace(reply, told=(*reply.told, tellable[0].id))
    last = lately([fact for fact in about if fact.id in mind.lately], mind) if question.follow_up else None
    if last and tells_more(asking.scenario.fact(last), words, asking):
        return replace(reply, more=reply.more or last)
    if fresh and fresh[0].id not in close and question.form != "open" and kind_of(words, asking.language) in STRICT:
        return replace(reply, sought=reply.sought or kind_of(words, asking.language))
    if fresh and not _closer_told(about, close, mind):
        return replace(reply, refused=(*reply.refused, fresh[0].id), in_a_word=reply.in_a_word or (yes_or_no and _takes_a_story(fresh[0], question)))
    again = {one.one.id for one in likely if one.like >= SAME_AGAIN or (one.sure >= SURE and not yes_or_no)}
    again -= {fact.id for fact in about if fact.id in mind.lately and not tells_more(fact, words, asking)}
    return replace(reply, known=(*reply.known, *[fact.id for fact in about if fact.id in mind.revealed and fact.id in again][:1]))


def _gets_its_own_answer(question: Question, told: list[str], scenario: Scenario, demands: Demands) -> bool:
    """The first question that can be answered; another one only when it openly asks about something else."""
    if not told:
        return True
    spoken_of = {topic for fact_id in told for topic in scenario.fact(fact_id).topics}
    return len(told) < demands.facts_a_turn and question.form == "open" and bool(question.topics) and question.topics[0] not in spoken_of


def _beside_the_point(
    answer: Fact,
    fresh: list[Fact],
    question: Question,
    topics: tuple[str, ...],
    close: dict[str, int],
    mind: Mind,
    demands: Demands,
    language: Language,
) -> bool:
    """Whether the very thing a short question names ('and your budget?') is kept back, or what one is put in the words of and a habit would be
    told instead: this answer would be about something else."""
    pointed = [fact for fact in fresh if fact.topics[0] == topics[0]]
    short = question.end - question.start <= SHORT_QUESTION[language]
    kept = all(mind.trust < trust_needed(fact, demands) for fact in pointed)
    locked = [fact for fact in fresh if mind.trust < trust_needed(fact, demands)]
    if answer.kind == "signal" and any(close.get(fact.id, 0) >= max(WORDS_TO_NAME, close.get(answer.id, 0) + 1) for fact in locked):
        return True
    return short and close.get(answer.id, 0) < WORDS_TO_NAME and bool(pointed) and kept


def _takes_a_story(fact: Fact, question: Question) -> bool:
    """No secret, but nothing to say yes or no to either."""
    return question.form == "closed" and fact.ask in {"open", "acknowledged"} and fact.kind in {"pain", "operation", "alternatives"}


def _closer_told(about: list[Fact], close: dict[str, int], mind: Mind) -> bool:
    """Whether the question is put in the words of a fact told before rather than of any the buyer still keeps."""
    told = max((close.get(fact.id, 0) for fact in about if fact.id in mind.revealed), default=0)
    return told > max((close.get(fact.id, 0) for fact in about if fact.id not in mind.revealed), default=0)


def lately(about: list[Fact], mind: Mind) -> str | None:
    """The last told of these facts, when nothing more was said about it yet."""
    told = [fact.id for fact in about if fact.id in mind.revealed and fact.id not in mind.elaborated]
    return max(told, key=mind.revealed.index) if told else None
