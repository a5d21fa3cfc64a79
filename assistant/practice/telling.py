"""Which facts a buyer tells: those asked for, in the way they must be asked for, once trust allows. Pure."""

from dataclasses import replace

from assistant.domain.buyer import Fact, Objection
from assistant.domain.heard import Heard, Question
from assistant.domain.roleplay import Mind
from assistant.domain.scenario import Scenario
from assistant.domain.words import Language
from assistant.language.asking import core, refers_back, says
from assistant.language.short_turns import is_bare_subject
from assistant.language.standing import named_again
from assistant.practice import memory
from assistant.practice.candidates import Asking, candidates
from assistant.practice.following import behind, goes_on_about, holds, names_more
from assistant.practice.giving import Answer, lately, told_of
from assistant.practice.lasting import asks_since, tells_since
from assistant.practice.leaning import HOW, counts_those, leans, tells_more, unknown_of_it, without_strays
from assistant.practice.levels import Demands
from assistant.practice.meant import Meant, meant
from assistant.practice.narrowing import NO_SINCE, narrowed
from assistant.practice.neighbours import neighbours
from assistant.practice.objections import last_voiced
from assistant.practice.of_others import asked_of, known_of, unknown_of
from assistant.practice.picking import SURE, SURE_NAMED, SURE_OPEN, left_with, picked, plain_or_facts
from assistant.practice.plain import explains, says_behind
from assistant.practice.pointed import (
    STRICT,
    commonly_asked,
    fits,
    kind_of,
    pointed_at,
    says_about_what,
)

SURELY_ANOTHER = 2.0
"""Log-odds from which on a question is about another fact than the one just told, though its words could go on about that."""


def answer(heard: Heard, mind: Mind, scenario: Scenario, demands: Demands, language: Language) -> Answer:
    """What the buyer answers with `mind`'s trust, at most `demands.facts_a_turn` facts and one a question; the last question first."""
    reply = Answer()
    asking = Asking(heard, mind, scenario, demands, language)
    asked = memory.asked(heard)
    for place in reversed(range(len(asked))):
        question, words = asked[place], heard.text[asked[place].start : asked[place].end]
        new = place > 0 and says("somebody", heard.text[asked[place - 1].start : asked[place - 1].end], language)
        if heard.person and not new and named_again(words, heard.person, language) != words:
            words = named_again(words, heard.person, language)
        else:
            words = core(heard.text[_with_its_subject(place, asking) : asked[place].end], language)
        if kind_of(words, language) in {"why", "how"}:
            question = replace(question, form="open")
        reply = _answering(question, words, asking, reply)
    return replace(reply, told=tuple(reversed(reply.told)))


def _with_its_subject(place: int, asking: Asking) -> int:
    """Where the words begin that say what a question of the turn is about: those of the one before it when it points back to that, of all that
    stands before it when neither names anything."""
    heard, scenario, language = asking.heard, asking.scenario, asking.language
    asked = memory.asked(heard)
    words = heard.text[asked[place].start : asked[place].end]
    if place and refers_back(words, language):
        return _with_its_subject(place - 1, asking)
    start = _after_courtesies(heard, asked[place].start)
    named = says_about_what(words, scenario, language)
    before = says_about_what(heard.text[start : asked[place].start], scenario, language)
    return asked[place].start if named or (pointed_at(words, scenario, language) and not before) else start


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
    leaning = not (absent or unknown) and leans(words, asking)
    every = likely
    beside = frozenset[str]() if absent or unknown else neighbours(likely, words, asking)
    likely = likely if absent or unknown else without_strays(likely, words, asking)
    unknown = unknown or ("" if absent else unknown_of_it(question, words, asking))
    if absent:
        known = known_of(absent, likely, pointed_at(words, scenario, language), asking.mind.revealed, language)
        if not known:
            return replace(reply, unknown=reply.unknown or unknown_of(absent, language))
        anybodys, pointed = plain_or_facts([one.one for one in known], question, asking)
    else:
        sure = SURE_NAMED if is_bare_subject(words, language) else SURE_OPEN if question.form == "open" and not goes_on else SURE
        anybodys, pointed = picked(likely, question, asking, sure)
    if goes_on or _about_nothing_told(words, asking):
        pointed = ()
    if not (absent or anybodys) and all(one.id in asking.mind.revealed for one in pointed):
        further, reasons = left_with(every, words, asking)
        anybodys, pointed = (None if pointed else further), reasons or pointed
    told_so = leaning and goes_on and asking.latest is not None
    of_it = unknown == HOW and all(one == asking.latest for one in pointed)
    if unknown and not anybodys and (of_it or not (pointed or told_so)):
        return replace(reply, unknown=reply.unknown or unknown)
    if anybodys or (memory.courteous(question, asking.heard) and not pointed):
        return replace(reply, plain=reply.plain or (anybodys.id if anybodys else None))
    behind_it = () if pointed or (leaning and kind_of(words, language) in STRICT) else _behind(last_voiced(asking.mind, scenario), question)
    if not (pointed or behind_it) and _about_nothing_told(words, asking):
        return replace(reply, sought=reply.sought or kind_of(words, language))
    pointed = pointed or commonly_asked(words, question.topics, scenario, language)
    behind_it = () if pointed else behind_it
    followed = None if _elsewhere(words, likely, asking) else _following_up(question, words, pointed, bool(behind_it), asking, reply)
    if followed:
        return followed
    if leaning and not (pointed or behind_it) and (unknown or kind_of(words, language) in STRICT):
        return replace(reply, unknown=reply.unknown or unknown, sought=reply.sought or kind_of(words, language))
    about, close, topics = candidates(question, words, pointed, likely, behind_it, asking)
    about = [fact for fact in about if fact.id not in beside.union(reply.told)]
    if not topics or not about:
        return replace(reply, sought=reply.sought or kind_of(words, language)) if topics else reply
    return told_of(about, question, words, topics, close, likely, asking, reply)


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


def _following_up(question: Question, words: str, pointed: tuple[Fact, ...], behind_it: bool, asking: Asking, reply: Answer) -> Answer | None:
    """The reply to a question about what was just told, and about nothing else."""
    latest, mind, language = asking.latest, asking.mind, asking.language
    if latest is None or (pointed and pointed[0] != latest):
        return None
    of_it = not names_more(words, language) or any(fit.fact == latest.id and fit.share > 0 for fit in fits(words, asking.scenario, language))
    asked_behind = behind(words, latest, language)
    if (asked_behind == "asked_feel" and names_more(words, language)) or (asked_behind == "asked_then" and not of_it):
        asked_behind = ""
    said_behind = says_behind(words, latest.id, scenario=asking.scenario, language=language) if of_it else None
    if said_behind:
        return replace(reply, plain=reply.plain or said_behind.id)
    if asked_behind and not (asked_behind == "asked_why" and last_voiced(mind, asking.scenario)):
        return replace(reply, more=reply.more or latest.id, behind=reply.behind or asked_behind)
    bare = not says_about_what(words, asking.scenario, language)
    if (bare and holds(latest, words, language) and counts_those(latest, words, language)) or _since_when(words, latest, asking):
        return replace(reply, known=(*reply.known, latest.id))
    if asks_since(words, language):
        return replace(reply, unknown=reply.unknown or NO_SINCE)
    if not behind_it and goes_on_about(words, latest, bool(pointed), language) and tells_more(latest, words, asking):
        return replace(reply, more=reply.more or latest.id, sought=reply.sought or kind_of(words, language))
    goes_deeper = question.follow_up and not (question.topics or pointed) and tells_more(latest, words, asking)
    just_told = None if not goes_deeper else lately([asking.scenario.fact(one) for one in mind.lately], mind)
    return replace(reply, more=reply.more or just_told) if just_told else None


def _behind(voiced: Objection | None, question: Question) -> tuple[str, ...]:
    """Whoever asks what lies behind an objection just voiced may hear of it: the facts it opens with."""
    return voiced.opens if voiced and (question.form == "open" or question.follow_up) else ()
