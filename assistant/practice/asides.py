"""What a turn calls for before, or instead of, an answer from what the buyer knows: a figure that changed, one's own words asked back, a summary
to confirm, a question nothing answers. Pure.
"""

import re
from dataclasses import replace

from assistant.domain.buyer import Fact
from assistant.domain.heard import Heard
from assistant.domain.roleplay import Mind, Move
from assistant.domain.scenario import Scenario
from assistant.domain.words import Language
from assistant.language.asking import NOUNS, Kind, beside, others, says, sought
from assistant.language.questions import question_form
from assistant.language.short_turns import is_bare_subject
from assistant.language.surface import squeezed
from assistant.practice import memory
from assistant.practice.adding import Moment, added
from assistant.practice.figures import recalled, sets_right
from assistant.practice.putting_off import may_be_asked_instead
from assistant.practice.ways import without_address

NO_ANSWER: dict[Kind, str] = {
    "sum": "no_figure", "how_much": "no_figure", "how_many": "no_figure", "how_often": "no_figure", "age": "no_age", "attribute": "no_which",
    "who": "no_person", "when": "no_time", "how_long": "no_span", "where": "no_place", "which": "no_which", "which_noun": "no_which",
    "why": "no_reason",
}  # fmt: skip
"""The pool of remarks for a question nothing answers, by what it asks for."""
OPEN_ANSWER: dict[Kind, str] = {"whether": "neither", "how": "which_part", "what": "which_part"}
"""The same for questions that ask for no one thing."""
SUPPOSES = {"asks_included": "no_whether", "hearsay": "hearsay", "guesses": "guessed", "feeling": "guessed", "asks_past": "long_ago"}
"""The same for what a yes or no is asked about: whether something is part of something, what was heard of the buyer, what is supposed, a feeling,
what lies behind them."""
_OF_TWO = re.compile(r", [^,?]{2,50} or [^,?]{2,50}[?]?$")
"""The two things that a question which asks for one thing names behind it: 'who does it, a firm or your own people?'."""
VARIES = frozenset({"no_span", "no_time", "no_figure", "neither", "no_whether"})
"""Those for which what is asked of a habit is never the same, rather than not known."""
MEASURED: frozenset[Kind] = frozenset({"how_long", "how_often", "when", "whether"})
"""Questions that ask so."""
NO_SECRET = frozenset({"operation", "pain", "timing", "signal"})
"""Kinds of fact that a buyer keeps back for no reason but that it is early."""
NAMES_IT: frozenset[Kind] = frozenset({"how_many", "sum", "which", "which_noun"})
"""English questions whose noun stands right behind the question word, so that it can be taken up."""


def first(mind: Mind, now: Moment, settled: str | None) -> tuple[Mind, Move] | None:
    """The answer to a turn that must be met before its questions are; None when there is no such thing in it."""
    heard, language = now.heard, now.language
    if now.changed and not now.changed.mended:
        return mind, Move("react", react="figure_changed", about=(now.changed.before, now.changed.now), because="figure_changed")
    said = recalled(mind, heard, language) if heard.questions else None
    if said:
        return mind, Move("react", react="figure_recalled", about=(said,), because="asked_back")
    mends = bool(now.changed) or sets_right(heard, language)
    if mends and (not memory.questions(heard) or says("asks_own_words", heard.text, language)):
        return added(mind, Move("react", react="figure_mended", because="figure_mended"), now, settled)
    if mind.revealed and not settled and says("sums_up", heard.text, language) and _only_confirms(now):
        return added(mind, Move("react", react="summed_up", because="summed_up"), now, settled)
    if _asks_of_what_is_kept(mind, now, "asks_why_kept"):
        return mind, Move("react", react="why_not", because="asked_why_kept")
    if _asks_of_what_is_kept(mind, now, "asks_what_to_ask"):
        return mind, Move("react", react="ask_me_this" if may_be_asked_instead(mind, now) else "why_not", because="asked_what_to_ask")
    if _asks_own_name(now):
        return mind, Move("react", react="own_name", about=(now.scenario.buyer.name.in_(language),), because="anybody_may_ask")
    if _asks_about_seller(now):
        return added(mind, Move("react", react="about_us", because="asked_about_us"), now, settled)
    return None


def nothing_to_say(question: str, scenario: Scenario, language: Language, after_telling: bool = False) -> Move:
    """An honest answer to a question that nothing answers, in the words of the question where they can be taken up."""
    kind = sought(question, language).kind
    if is_bare_subject(question, language):
        return Move("clarify", react="what_about", about=_about(question, scenario, language), because="nobody_foresaw")
    for phrase, pool in SUPPOSES.items():
        if kind == "whether" and says(phrase, question, language):
            return Move("clarify", react=pool, because="nobody_foresaw")
    if question_form(question, language) == "choice" and (kind == "whether" or _OF_TWO.search(question)):
        return Move("clarify", react="either", because="nobody_foresaw")
    if kind == "when" and says("was_once", question, language):
        return Move("clarify", react="back_when", because="nobody_foresaw")
    asks_more = after_telling and says("asks_more", question, language)
    pool = NO_ANSWER.get(kind) or ("no_more" if asks_more else OPEN_ANSWER.get(kind, "no_answer"))
    return Move("clarify", react=pool, about=_about(question, scenario, language), because="nobody_foresaw")


def honestly(move: Move, question: str, heard: Heard, language: Language) -> Move:
    """The same, where it is asked whether what the rep would do would do, or of a habit: that depends, and is nothing to look up."""
    if move.react != "either" and says("offers_if", heard.text, language):
        return replace(move, react="if_you", about=())
    habit = sought(question, language).kind in MEASURED and says("of_habit", question, language) and not says("was_once", question, language)
    return replace(move, react="it_varies", about=()) if habit and move.react in VARIES else move


def puts_off(fact: Fact) -> str:
    """The pool that puts a question about it off: what is no secret is only not gone into yet; empty for what is."""
    return "not_yet" if fact.kind in NO_SECRET else ""


def with_rest(move: Move, put_off: bool) -> Move:
    """A move that answers one of several questions says that the other waits."""
    alone = put_off and move.kind == "tell" and not (move.bridge or move.objection or move.ask or move.volunteer)
    return replace(move, bridge="rest_later") if alone else move


def _only_confirms(now: Moment) -> bool:
    return all(one.form in {"closed", "leading", "choice"} for one in now.heard.questions)


def _asks_of_what_is_kept(mind: Mind, now: Moment, phrase: str) -> bool:
    """Whether a rep who was refused something asks why, or what to ask then."""
    asked = now.heard.questions
    return bool(mind.refused and asked) and says(phrase, now.heard.text[asked[-1].start : asked[-1].end], now.language)


def _asks_own_name(now: Moment) -> bool:
    """'Your name?', not that of somebody else whom the question names; 'are you Ms. Min?'."""
    words = _last_question(now)
    if says("is_it_you", words, now.language) and _names_buyer(words, now):
        return True
    role = now.scenario.buyer.role.in_(now.language).lower()
    return says("asks_name", words, now.language) and all(one in role for one in others(words, now.language))


def _names_buyer(words: str, now: Moment) -> bool:
    """By their whole name; in English the family name will do."""
    name = now.scenario.buyer.name.in_(now.language)
    return name.split()[-1].lower() in words.lower().strip(" ?.!").split() if now.language == "en" else name in squeezed(words)


def _asks_about_seller(now: Moment) -> bool:
    return says("about_seller", _last_question(now), now.language)


def _last_question(now: Moment) -> str:
    """Its words; none where nothing is asked."""
    asked = memory.questions(now.heard)
    return now.heard.text[asked[-1].start : asked[-1].end] if asked else ""


def _about(question: str, scenario: Scenario, language: Language) -> tuple[str, ...]:
    """The noun a question asks for, with the nouns that stand right before it; empty when none can be taken up."""
    asked = without_address(sought(question, language), scenario, language)
    named_alone = asked.kind == "whether" and len(asked.words) == 1 and (language == "en" or asked.words[0].tag in NOUNS)
    head = asked.words[0] if named_alone else asked.head
    if head is None or head.lemma in beside(language) or (language == "en" and not named_alone and asked.kind not in NAMES_IT):
        return ()
    if language == "en":
        return (head.form.capitalize(),)
    start = head.start
    for token in reversed(asked.words):
        if token.tag in NOUNS and token.end in {start, start - 1} and token.end > 0:
            start = token.start
    words = question[start : head.end].strip()
    whole = start == 0 or not "가" <= question[start - 1] <= "힣"
    return (words,) if whole and len(words) > 1 and not question.startswith("님", head.end) else ()
