"""Which facts a buyer tells: those asked for, in the way they must be asked for, once trust allows. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.domain.buyer import Fact, Objection, PlainAnswer
from assistant.domain.heard import Heard, Question
from assistant.domain.roleplay import Mind
from assistant.domain.scenario import Scenario
from assistant.domain.words import Language
from assistant.language.asking import Kind, refers_back
from assistant.language.short_turns import is_bare_subject
from assistant.language.standing import named_again
from assistant.practice import memory
from assistant.practice.candidates import WORDS_TO_NAME, Asking, candidates
from assistant.practice.following import behind, goes_on_about, holds, names_more
from assistant.practice.lasting import asks_since, tells_since
from assistant.practice.levels import Demands
from assistant.practice.meant import Meant, meant
from assistant.practice.narrowing import NO_SINCE, narrowed
from assistant.practice.objections import last_voiced
from assistant.practice.of_others import asked_of, known_of, unknown_of
from assistant.practice.plain import explains, says_behind
from assistant.practice.pointed import (
    STRICT,
    commonly_asked,
    fits,
    kind_of,
    pointed_at,
    says_about_what,
)

PATIENCE_TO_CHAT = 0.35
SHORT_QUESTION: dict[Language, int] = {"ko": 18, "en": 30}
"""Characters up to which a question names its subject and nothing else ('예산은요?')."""
AS_IN_AN_EXAMPLE, FAR = 0.85, 3.0
"""How like an example of a plain answer, -1 to 1, a question is that is put as it is, and how far, in log-odds, it may be behind the likeliest."""
SURE_NAMED = 0.0
"""The same where a question is nothing but its subject ('parking?')."""
NEARER, CLEARLY = 0.7, 0.1
"""How like an example of a plain answer a question is, and by how much more than one of a likelier fact that is kept back, that is answered so
rather than not at all."""
SURE, SURE_OPEN, NEAR = 1.0, 0.0, 0.5
"""Log-odds from which on something is surely meant, by an open question less, which is content with what lies near; and how far behind the
likeliest something else is almost as likely."""
SURELY_ANOTHER = 2.0
"""Log-odds from which on a question is about another fact than the one just told, though its words could go on about that."""
TOLD = 2.0
"""How far, in log-odds, a plain answer may be behind a fact told before and still be what is asked for."""
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


def answer(heard: Heard, mind: Mind, scenario: Scenario, demands: Demands, language: Language) -> Answer:
    """What the buyer answers with `mind`'s trust, at most `demands.facts_a_turn` facts and one a question; the last question first."""
    reply = Answer()
    asking = Asking(heard, mind, scenario, demands, language)
    asked = memory.asked(heard)
    for place in reversed(range(len(asked))):
        question, words = asked[place], heard.text[asked[place].start : asked[place].end]
        if heard.person and named_again(words, heard.person, language) != words:
            words = named_again(words, heard.person, language)
        elif place and refers_back(words, language):
            words = heard.text[asked[place - 1].start : asked[place].end]
        elif not says_about_what(words, scenario, language) and not pointed_at(words, scenario, language):
            words = heard.text[_after_courtesies(heard, asked[place].start) : asked[place].end]
        if kind_of(words, language) in {"why", "how"}:
            question = replace(question, form="open")
        reply = _answering(question, words, asking, reply)
    return replace(reply, told=tuple(reversed(reply.told)))


def _after_courtesies(heard: Heard, before: int) -> int:
    """Where what a question may be about begins: behind greetings, thanks and good wishes."""
    return max((one.end for one in heard.signs if one.act in {"greeting", "thanks", "small_talk"} and one.end <= before), default=0)


def _answering(question: Question, words: str, asking: Asking, reply: Answer) -> Answer:
    """The reply with what this question brings. `words`: the question's, with those of the one before it when it refers back to it."""
    scenario, language = asking.scenario, asking.language
    explained = explains(words, scenario, language)
    if explained:
        return replace(reply, plain=reply.plain or explained.id)
    likely = meant(words, question.topics, scenario, language, asking.mind.revealed)
    absent = asked_of(words, scenario, language)
    goes_on = not absent and not _elsewhere(words, likely, asking) and _goes_on(words, asking)
    likely, unknown = (likely, "") if goes_on else narrowed(likely, words, language)
    if absent:
        known = known_of(absent, likely, pointed_at(words, scenario, language), asking.mind.revealed, language)
        if not known:
            return replace(reply, unknown=reply.unknown or unknown_of(absent))
        anybodys, pointed = _plain_or_facts([one.one for one in known], question, asking)
    else:
        sure = SURE_NAMED if is_bare_subject(words, language) else SURE_OPEN if question.form == "open" and not goes_on else SURE
        anybodys, pointed = _picked(likely, question, asking, sure)
    if goes_on or _about_nothing_told(words, asking):
        pointed = ()
    if unknown and not (anybodys or pointed):
        return replace(reply, unknown=reply.unknown or unknown)
    if anybodys or (memory.courteous(question, asking.heard) and not pointed):
        return replace(reply, plain=reply.plain or (anybodys.id if anybodys else None))
    behind_it = () if pointed else _behind(last_voiced(asking.mind, scenario), question)
    if not (pointed or behind_it) and _about_nothing_told(words, asking):
        return replace(reply, sought=reply.sought or kind_of(words, language))
    pointed = pointed or commonly_asked(words, question.topics, scenario, language)
    behind_it = () if pointed else behind_it
    followed = None if _elsewhere(words, likely, asking) else _following_up(question, words, pointed, bool(behind_it), asking, reply)
    if followed:
        return followed
    about, close, topics = candidates(question, words, pointed, likely, behind_it, asking)
    about = [fact for fact in about if fact.id not in reply.told]
    if not topics or not about:
        return replace(reply, sought=reply.sought or kind_of(words, language)) if topics else reply
    return _told_of(about, question, words, topics, close, likely, asking, reply)


def _about_nothing_told(words: str, asking: Asking) -> bool:
    """Whether it is a bare 'why?' or 'when was that?' though no fact was just told that it could go on about."""
    kind = kind_of(words, asking.language)
    bare = asking.latest is None and not says_about_what(words, asking.scenario, asking.language)
    return bare and (kind == "why" or (kind in STRICT and refers_back(words, asking.language)))


def _elsewhere(words: str, likely: tuple[Meant, ...], asking: Asking) -> bool:
    """Whether a question surely asks, in its words, for another fact than the one just told, one that was not told yet."""
    nearest = next(iter(likely), None)
    if nearest is None or not isinstance(nearest.one, Fact) or nearest.one == asking.latest:
        return False
    put_so = any(fit.fact == nearest.one.id and fit.named for fit in fits(words, asking.scenario, asking.language))
    return put_so and nearest.sure >= SURELY_ANOTHER and nearest.one.id not in asking.mind.revealed


def _goes_on(words: str, asking: Asking) -> bool:
    """Whether a question is about what was just told and names nothing of its own ('since when?')."""
    latest = asking.latest
    if latest is None:
        return False
    behind_it = bool(behind(words, latest, asking.language)) or _since_when(words, latest, asking)
    return behind_it or not says_about_what(words, asking.scenario, asking.language)


def _since_when(words: str, told: Fact, asking: Asking) -> bool:
    """Whether it asks since when that is which was just told, and that says so."""
    if not (asks_since(words, asking.language) and tells_since(told, asking.language)):
        return False
    of_it = any(fit.fact == told.id and fit.share > 0 for fit in fits(words, asking.scenario, asking.language))
    return of_it or refers_back(words, asking.language)


def _picked(likely: tuple[Meant, ...], question: Question, asking: Asking, sure: float) -> tuple[PlainAnswer | None, tuple[Fact, ...]]:
    """The plain answer to give, or the facts that are asked for, the likeliest first; neither when none reaches `sure`."""
    if not likely:
        return None, ()
    asked_so = max((one for one in likely if isinstance(one.one, PlainAnswer)), key=lambda one: one.like, default=None)
    put_so = asked_so is not None and asked_so.like >= max(AS_IN_AN_EXAMPLE, *(one.like for one in likely)) and asked_so.sure >= likely[0].sure - FAR
    if asked_so and put_so and isinstance(asked_so.one, PlainAnswer):
        return asked_so.one, ()
    fresh = _before_what_was_told(likely, asking)
    nearer = asked_so is not None and asked_so.like >= max(NEARER, fresh[0].like + CLEARLY) and asked_so.sure >= SURE
    if asked_so and nearer and isinstance(asked_so.one, PlainAnswer) and _is_kept(fresh[0].one, question, asking):
        return asked_so.one, ()
    return _plain_or_facts([one.one for one in fresh if one.sure >= max(sure, fresh[0].sure - NEAR)], question, asking)


def _before_what_was_told(likely: tuple[Meant, ...], asking: Asking) -> tuple[Meant, ...]:
    """Without the facts told before at the head, where a plain answer is nearer to the question and almost as likely."""
    head = next((at for at, one in enumerate(likely) if one.one.id not in asking.mind.revealed), None)
    if not head:
        return likely
    nearer = isinstance(likely[head].one, PlainAnswer) and likely[head].like > max(one.like for one in likely[:head])
    return likely[head:] if nearer and likely[head].sure >= likely[0].sure - TOLD else likely


def _plain_or_facts(meant_so: Sequence[Fact | PlainAnswer], question: Question, asking: Asking) -> tuple[PlainAnswer | None, tuple[Fact, ...]]:
    """The first plain answer, or the facts: those that may be told now come before a plain answer, which comes before those that may not."""
    facts = tuple(one for one in meant_so if isinstance(one, Fact))
    plain = next((one for one in meant_so if isinstance(one, PlainAnswer)), None)
    if plain and ((plain is meant_so[0] and plain.after) or not any(_may_be_told(fact, question, asking) for fact in facts)):
        return plain, ()
    return None, facts


def _is_kept(one: Fact | PlainAnswer, question: Question, asking: Asking) -> bool:
    return isinstance(one, Fact) and one.id not in asking.mind.revealed and not _may_be_told(one, question, asking)


def _may_be_told(fact: Fact, question: Question, asking: Asking) -> bool:
    trusted = asking.mind.trust >= trust_needed(fact, asking.demands)
    return fact.id not in asking.mind.revealed and trusted and asked_rightly(fact, question, fact.topics, asking.acknowledged, named=True)


def _following_up(question: Question, words: str, pointed: tuple[Fact, ...], behind_it: bool, asking: Asking, reply: Answer) -> Answer | None:
    """The reply to a question about what was just told, and about nothing else."""
    latest, mind, language = asking.latest, asking.mind, asking.language
    if latest is None or (pointed and pointed[0] != latest):
        return None
    asked_behind = behind(words, latest, language)
    if asked_behind == "asked_feel" and names_more(words, language):
        asked_behind = ""
    of_it = not names_more(words, language) or any(fit.fact == latest.id and fit.share > 0 for fit in fits(words, asking.scenario, language))
    said_behind = says_behind(words, latest.id, scenario=asking.scenario, language=language) if of_it else None
    if said_behind:
        return replace(reply, plain=reply.plain or said_behind.id)
    if asked_behind and not (asked_behind == "asked_why" and last_voiced(mind, asking.scenario)):
        return replace(reply, more=reply.more or latest.id, behind=reply.behind or asked_behind)
    bare = not says_about_what(words, asking.scenario, language)
    if (bare and holds(latest, words, language)) or _since_when(words, latest, asking):
        return replace(reply, known=(*reply.known, latest.id))
    if asks_since(words, language):
        return replace(reply, unknown=reply.unknown or NO_SINCE)
    if not behind_it and goes_on_about(words, latest, bool(pointed), language):
        return replace(reply, more=reply.more or latest.id, sought=reply.sought or kind_of(words, language))
    just_told = None if question.topics or pointed or not question.follow_up else _lately([asking.scenario.fact(one) for one in mind.lately], mind)
    return replace(reply, more=reply.more or just_told) if just_told else None


def _told_of(
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
    lately = _lately([fact for fact in about if fact.id in mind.lately], mind) if question.follow_up else None
    if lately:
        return replace(reply, more=reply.more or lately)
    if fresh and fresh[0].id not in close and question.form != "open" and kind_of(words, asking.language) in STRICT:
        return replace(reply, sought=reply.sought or kind_of(words, asking.language))
    if fresh and not _closer_told(about, close, mind):
        return replace(reply, refused=(*reply.refused, fresh[0].id), in_a_word=reply.in_a_word or (yes_or_no and _takes_a_story(fresh[0], question)))
    again = {one.one.id for one in likely if one.like >= SAME_AGAIN or (one.sure >= SURE and not yes_or_no)}
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


def _behind(voiced: Objection | None, question: Question) -> tuple[str, ...]:
    """Whoever asks what lies behind an objection just voiced may hear of it: the facts it opens with."""
    return voiced.opens if voiced and (question.form == "open" or question.follow_up) else ()


def _lately(about: list[Fact], mind: Mind) -> str | None:
    """The last told of these facts, when nothing more was said about it yet."""
    told = [fact.id for fact in about if fact.id in mind.revealed and fact.id not in mind.elaborated]
    return max(told, key=mind.revealed.index) if told else None


def trust_needed(fact: Fact, demands: Demands) -> float:
    """0-1. What costs the buyer nothing to say is not made dearer by the level."""
    return fact.trust if fact.trust <= 0.2 else fact.trust + demands.trust_more


def asked_rightly(fact: Fact, question: Question, topics: tuple[str, ...], acknowledged: bool, named: bool = False) -> bool:
    """`named`: the question is put in the fact's own words. A closed question brings out no habit or hobby
    but the one it is about."""
    if fact.kind == "signal" and not named and (fact.topics[0] != next(iter(topics), None) or (question.form == "closed" and len(topics) > 1)):
        return False
    if fact.ask == "direct":
        return named or not set(topics[2:]) & set(fact.topics) or bool(set(topics[:2]) & set(fact.topics))
    if fact.ask == "open":
        return question.form == "open"
    if fact.ask == "acknowledged":
        return acknowledged
    return True
