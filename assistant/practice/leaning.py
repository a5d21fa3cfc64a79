"""Questions that lean on what was just said ('who was that?', 'how many?'): what lies near them is seldom what they ask for. Pure.

Apart from telling because short questions are near many things: without a subject of their own they are about what was told, and a person who
does not know that says so.
"""

import re

from assistant.domain.buyer import Fact, PlainAnswer
from assistant.domain.heard import Question
from assistant.domain.words import Language
from assistant.language.asking import Kind, counted, refers_back, says, sought
from assistant.practice.candidates import Asking
from assistant.practice.following import FEW_WORDS
from assistant.practice.meant import Meant
from assistant.practice.neighbours import AS_AN_EXAMPLE, NEAR, ONE_THING, neighbours
from assistant.practice.picking import SURE
from assistant.practice.plain import taken_in
from assistant.practice.pointed import (
    CLEAR,
    NAMED_ALONE,
    STRICT,
    UNDATED,
    is_dated,
    kind_of,
    known_share,
    knows_head,
    pointed_at,
    says_about_what,
    worth,
)

AS_THAT_VERY_ONE = 0.95
"""How like an example, -1 to 1, a question is that names nothing and asks for just that."""
ABOUT, SURELY = 0.1, 3.0
"""By how much less like an example than the nearest a question is that asks for more about what was told, and log-odds from which on something
else is meant."""
NOT_TOLD: dict[Kind, str] = {"age": "no_since"}
"""The pool of remarks for what is asked about something just told and not known, where it is not that for any question of its kind."""
FEW_OF_IT = 2
"""Words of its own that a question has at most which says 'that', 'they', '그때' and means by it what it is about."""
HOW = "no_how"
"""The same for how something was arrived at or found out."""
NEEDS_A_SUBJECT: frozenset[Kind] = frozenset({"where", "how_many", "how_often", "how_long"})
"""Questions that ask nothing where nothing was said that they could be about."""


def leans(words: str, asking: Asking) -> bool:
    """Whether it is about what was just said: it points back to it, names nothing of its own, asks whether something is in it, or for one thing
    that was ('who was the vendor?')."""
    if not _was_told(asking):
        return False
    back = refers_back(words, asking.language)
    names_nothing = not says_about_what(words, asking.scenario, asking.language)
    if asks_what_is_in_it(words, asking.language) or (names_nothing and (back or not pointed_at(words, asking.scenario, asking.language))):
        return True
    asked = sought(words, asking.language)
    elsewhere = any(one.id not in asking.mind.revealed for one in pointed_at(words, asking.scenario, asking.language))
    once = says("was_once", words, asking.language) and asked.kind in STRICT and not elsewhere
    few = FEW_OF_IT if asked.kind == "who" else FEW_WORDS
    return (once and len(asked.words) <= few) or (back and len(asked.words) <= FEW_OF_IT)


def asks_what_is_in_it(words: str, language: Language) -> bool:
    """'Does that include parts?', '보험도 포함이에요?': of what was said just now."""
    return kind_of(words, language) == "whether" and says("asks_included", words, language)


def without_strays(likely: tuple[Meant, ...], words: str, asking: Asking) -> tuple[Meant, ...]:
    """What a leaning question may be meant to ask for: what was just told and what is about the same, else only what is surely meant. Any that
    names nothing ('how many of you do it?', 'are you worried about it?') asks for no plain answer that merely lies near."""
    beside = neighbours(likely, words, asking)
    likely = _more_of_it_first(tuple(one for one in likely if one.one.id not in beside), asking)
    if leans(words, asking):
        return tuple(one for one in likely if _may_be_meant(one, words, asking))
    kind = kind_of(words, asking.language)
    one_thing = kind in STRICT or (kind == "whether" and refers_back(words, asking.language))
    if says_about_what(words, asking.scenario, asking.language) or not one_thing:
        return likely
    return tuple(one for one in likely if isinstance(one.one, Fact) or _may_be_meant(one, words, asking))


def _may_be_meant(one: Meant, words: str, asking: Asking) -> bool:
    named = says_about_what(words, asking.scenario, asking.language)
    if isinstance(one.one, Fact) and asks_what_is_in_it(words, asking.language):
        return one.one == asking.latest
    if one.like >= (AS_AN_EXAMPLE if named else AS_THAT_VERY_ONE):
        return True
    if isinstance(one.one, PlainAnswer):
        more = any(fact in asking.mind.revealed for fact in one.one.after)
        enough = SURELY if one.one.intents else SURE
        return more or taken_in(one.one, words, asking.scenario, asking.language) > 0 or (named and one.sure >= enough)
    latest = asking.latest
    same = latest is not None and (one.one == latest or (one.one.topics[:1] == latest.topics[:1] and one.sure >= SURE))
    return same or (named and one.sure >= SURELY)


def unknown_of_it(question: Question, words: str, asking: Asking) -> str:
    """The pool of remarks when a leaning question, or one how something is known, is about nothing the buyer knows; empty where any other
    question of its kind has one."""
    if says("asks_how_known", words, asking.language):
        return HOW
    told = _was_told(asking)
    names_nothing = not says_about_what(words, asking.scenario, asking.language) and not pointed_at(words, asking.scenario, asking.language)
    if names_nothing and not (told or question.topics) and kind_of(words, asking.language) in NEEDS_A_SUBJECT:
        return "what_about"
    if told and leans(words, asking) and kind_of(words, asking.language) == "whether":
        return "either" if question.form == "choice" else "long_ago" if says("asks_past", words, asking.language) else "no_whether"
    return NOT_TOLD.get(kind_of(words, asking.language), "") if told and leans(words, asking) and refers_back(words, asking.language) else ""


def tells_more(told: Fact, words: str, asking: Asking) -> bool:
    """Whether saying more about what was told may answer a question about it: it knows what the question is about and, where that asks for one
    thing, holds such a thing. A name or a place can be told of no fact."""
    scenario, language = asking.scenario, asking.language
    kind = kind_of(words, language)
    if says("asks_how_known", words, language) or kind in NAMED_ALONE or (kind == "whether" and says("asks_past", words, language)):
        return False
    if not says_about_what(words, scenario, language):
        return kind not in ONE_THING
    knows = known_share(told, words, scenario, language) > CLEAR and knows_head(told, words, scenario, language)
    holds = is_dated(told, language) if kind == "when" else kind not in STRICT or worth(told, kind, language) > UNDATED
    return kind == "why" or (knows and holds)


def _more_of_it_first(likely: tuple[Meant, ...], asking: Asking) -> tuple[Meant, ...]:
    """Those that say more about the very thing just told, and are about as near, before others that are no example's very words."""
    latest, least = asking.latest, max(NEAR, likely[0].like - ABOUT) if likely else 1.0
    if latest is None or not likely or likely[0].one == latest or likely[0].like >= AS_AN_EXAMPLE:
        return likely

    def more(one: Meant) -> bool:
        return isinstance(one.one, PlainAnswer) and latest.id in one.one.after and one.like >= least and one.sure >= SURE

    return tuple(sorted(likely, key=lambda one: not more(one)))


def _was_told(asking: Asking) -> bool:
    return bool(asking.latest or asking.mind.answered)


def counts_those(told: Fact, question: str, language: Language) -> bool:
    """Whether what was told counts what 'how many?' asks the number of; true where the question names nothing to count."""
    pattern = counted(question, language)
    if language == "ko" and pattern:
        pattern = rf"[0-9가-힣]\s?(?:{pattern})"
    return any(re.search(pattern, line.lower()) for line in told.lines.in_(language))
