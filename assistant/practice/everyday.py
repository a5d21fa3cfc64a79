"""What a turn holds beside business: courtesies, offers, requests, asking back; and what anybody does about them. Pure.

Apart because it needs no trust and moves little: a buyer who is thanked, asked for leave, or not understood says what anybody would.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.domain.buyer import PlainAnswer
from assistant.domain.heard import LISTENING, Act, Heard, Question, Sign
from assistant.domain.roleplay import Mind, Move
from assistant.domain.scenario import Scenario
from assistant.domain.words import Language
from assistant.language.asking import says
from assistant.language.remarks import INTENTS, LIKE, Remark, remark
from assistant.language.sentences import sentences
from assistant.language.short_turns import short_turn
from assistant.practice import memory
from assistant.practice.meant import meant
from assistant.practice.objections import having_said, last_voiced, times_said
from assistant.practice.plain import explains
from assistant.practice.pointed import STRICT, kind_of, says_about_what

POOLS: dict[Remark, str] = {
    "did_not_hear": "say_again", "asks_to_note": "ask_away", "asks_for_time": "ask_away",
    "offers_to_show": "show_me", "offers_to_send": "send_it", "asks_for_papers": "papers_later",
    "asks_to_look_round": "look_round", "asks_to_meet_others": "meet_them", "asks_for_a_name": "call_me", "will_check": "check_and_tell",
    "notes_it": "noted", "asks_comfort": "go_ahead", "offers_treat": "treated",
    "asks_leave_to_ask": "ask_away", "invites_questions": "nothing_to_ask", "says_goodbye": "farewell", "is_late": "late",
    "not_in_a_hurry": "not_pressed",
    "not_selling": "no_selling", "admits": "honest", "confides": "disclosed", "feels_with": "empathy", "sides_with": "acknowledged",
    "asks_of_here": "here_now", "brings_bad_news": "bad_news",
    "apologises": "forgiven", "thanks": "thanked", "congratulates": "congratulated", "praises": "complimented", "chats": "small_talk",
}  # fmt: skip
"""The pool of remarks that answers each, those that weigh most first: who thanks and takes leave takes leave."""
REQUESTS: frozenset[Remark] = frozenset(
    {"offers_to_show", "offers_to_send", "asks_for_papers", "asks_to_look_round", "asks_to_meet_others", "asks_for_a_name", "asks_leave_to_ask",
     "will_check", "asks_to_note", "asks_for_time", "notes_it", "asks_comfort", "offers_treat"}
)  # fmt: skip
"""What asks leave for something small: no question about the deal and no next step."""
UNDATED: frozenset[Remark] = frozenset({"will_check", "offers_to_send", "asks_to_note", "asks_for_time", "notes_it"})
"""Those that are no appointment though they hold a date."""
MAY_BE_ASKED: frozenset[Remark] = REQUESTS | {"did_not_hear", "invites_questions", "chats", "asks_of_here", "not_in_a_hurry", "says_goodbye"}
"""What is put as a question; a question is none of the others."""
ALSO_SAID: tuple[Act, ...] = ("price", "reference", "discount", "justification", "pressure", "contempt", "break_game", "off_topic", "boilerplate")
"""What a courtesy beside it does not cover."""
BUSINESS: tuple[Act, ...] = ("claim", *ALSO_SAID)
"""What makes a sentence no mere courtesy."""
HUMBLE: frozenset[Remark] = frozenset({"thanks", "apologises", "admits"})
"""Words that lower oneself."""
ALSO_BOLD: tuple[Act, ...] = ("price", "reference", "discount", "justification", "pressure", "break_game", "claim")
"""What they do not make up for."""
SURELY_HUMBLE = 0.5
"""How like words must be that lower oneself for a harsh word in them ('forgive my silly questions') to be meant for nobody else."""
SURELY_LEAVES = 0.62
"""How like a farewell words must be that end a meeting."""
OF_THEIR_OWN: frozenset[Remark] = frozenset({"confides", "apologises", "admits"})
"""Words about oneself, whatever feeling is in them."""
SMALL_TALK: frozenset[Remark] = frozenset({"chats", "praises", "thanks", "asks_of_here"})
"""What a bare question behind it ('is it always like that?') goes on with."""
NO_BUSINESS_NOW: frozenset[Remark] = frozenset({"brings_bad_news", "feels_with", "confides", "congratulates", "praises", "chats", "asks_of_here"})
"""What nobody answers with a new worry or a question of their own."""
BY_THESE_WORDS: dict[Remark, str] = {
    "asks_of_here": "of_here", "notes_it": "notes", "asks_comfort": "asks_favour", "offers_treat": "offers_something",
    "is_late": "late",
    "asks_for_time": "of_time", "apologises": "sorry",
}  # fmt: skip
"""What a sentence is only when it also says so."""
SURELY_OF_HERE = 0.75
"""How like an example an open question about the place is: 'what brought you here today?' is none."""
SURELY_BUSINESS = 3.0
"""Log-odds from which on what this buyer can be asked for is meant, however like a request the words are ('how long have you had it?')."""
OPENS = 1
"""Turns in which thanks and good wishes are a greeting."""


@dataclass(frozen=True, slots=True)
class Said:
    """One sentence that is no business, and where it stands in the turn."""

    kind: Remark
    start: int
    end: int


def remarks_in(heard: Heard, mind: Mind, scenario: Scenario, language: Language) -> tuple[Said, ...]:
    """Those of the turn, in their order."""
    if short_turn(heard.text, language) == "puzzled":
        return (Said("did_not_hear", 0, len(heard.text)),)
    return tuple(_found(heard, mind, scenario, language))


def _found(heard: Heard, mind: Mind, scenario: Scenario, language: Language) -> Iterator[Said]:
    last: Remark | None = None
    for span in sentences(heard.text, language):
        last = _kind_of(span, last, heard, mind, scenario, language)
        if last:
            yield Said(last, *span)


def _kind_of(span: tuple[int, int], last: Remark | None, heard: Heard, mind: Mind, scenario: Scenario, language: Language) -> Remark | None:
    """What kind of remark a sentence is, behind one of the kind `last`; None for business."""
    words = heard.text[slice(*span)]
    if says("asks_own_words", words, language) or explains(words, scenario, language):
        return None
    asked = [one for one in heard.questions if one.start < span[1] and span[0] < one.end]
    goes_on = last in SMALL_TALK and not any(one.topics for one in asked) and kind_of(words, language) not in STRICT
    goes_on = goes_on and (says("of_here", words, language) or not says_about_what(words, scenario, language))
    if asked and (goes_on or _is_about_here(span, asked, heard, mind, scenario, language)):
        return "asks_of_here"
    kind, like = remark(words, language)
    if asked and kind == "chats" and says("of_here", words, language):
        kind = "asks_of_here"
    said_so = None if asked else _says_late(kind, words, span, heard, language) or _in_form(words, span, heard, language)
    if said_so in {"confides", "brings_bad_news", "is_late"} or (said_so and kind not in OF_THEIR_OWN):
        return said_so
    if kind is None and not asked and memory.signed(heard, span, "apology") and not memory.signed(heard, span, *BUSINESS):
        return "apologises"
    if (kind in BY_THESE_WORDS and not says(BY_THESE_WORDS[kind], words, language)) or _is_none_of_that(kind, span, asked, heard):
        return None
    if kind == "asks_of_here" and like < SURELY_OF_HERE and any(one.form == "open" for one in asked):
        return None
    if kind is None or (memory.signed(heard, span, *BUSINESS) and not _lowers_oneself(kind, like, span, heard)):
        return None
    heard_out = kind in REQUESTS | {"did_not_hear"} and memory.signed(heard, span, *LISTENING)
    pitched = like < LIKE and memory.signed(heard, span, "pitch")
    forms = {one.form for one in asked}
    about_deal = any(_asks_more(one, heard, kind, like, mind, scenario, language) for one in asked)
    dated = memory.signed(heard, span, "next_step") and heard.next_step is not None and heard.next_step.date is not None
    if heard_out or pitched or about_deal or (forms and kind not in MAY_BE_ASKED) or (dated and kind not in UNDATED):
        return None
    if kind != "says_goodbye":
        return kind
    early = mind.turn <= OPENS or memory.signed(heard, span, "greeting")
    if like >= SURELY_LEAVES and says("takes_leave", words, language) and not (early or forms):
        return kind
    return "thanks" if memory.signed(heard, span, "thanks") and not early else None


def _is_about_here(span: tuple[int, int], asked: Sequence[Question], heard: Heard, mind: Mind, scenario: Scenario, language: Language) -> bool:
    """Whether it is a question in small talk about what is to be seen and heard around, and surely about nothing else."""
    words = heard.text[slice(*span)]
    if not says("of_here", words, language) or not memory.signed(heard, span, "small_talk"):
        return False
    if any(one.form == "open" or memory.is_pleasantry(one, heard) for one in asked):
        return False
    nothing_else = remark(words, language)[0] in {None, "asks_of_here"}
    return nothing_else and meant(words, (), scenario, language, mind.revealed)[0].sure < SURELY_BUSINESS


def _is_none_of_that(kind: Remark | None, span: tuple[int, int], asked: Sequence[Question], heard: Heard) -> bool:
    """A greeting is no request, and an open question about something of the deal no small talk."""
    if kind in REQUESTS:
        return memory.signed(heard, span, "greeting")
    return kind == "chats" and any(one.form == "open" and one.topics for one in asked)


def _says_late(kind: Remark | None, words: str, span: tuple[int, int], heard: Heard, language: Language) -> Remark | None:
    """Whether an apology is one for being late, in however many words."""
    sorry = kind in {"apologises", "is_late"} or memory.signed(heard, span, "apology")
    return "is_late" if sorry and says("late", words, language) else None


def _in_form(words: str, span: tuple[int, int], heard: Heard, language: Language) -> Remark | None:
    """What a sentence is by its form, in whatever words: it supposes or shares a feeling ('that must have been lonely'), tells of oneself, or
    remarks on what is to be seen and heard around. No sale is in any of them."""
    if memory.signed(heard, span, *ALSO_SAID, "next_step"):
        return None
    if says("bad_news", words, language):
        return "brings_bad_news"
    if says("of_oneself", words, language):
        return "confides"
    if memory.signed(heard, span, "claim"):
        return None
    if says("feels_form", words, language) and says("feeling", words, language):
        return "feels_with"
    if memory.signed(heard, span, *LISTENING, "pitch", "greeting", "thanks", "answer") or heard.echoed:
        return None
    if says("admires", words, language):
        return "praises"
    return "chats" if says("observes", words, language) and not heard.topics else None


def _lowers_oneself(kind: Remark, like: float, span: tuple[int, int], heard: Heard) -> bool:
    return kind in HUMBLE and like >= SURELY_HUMBLE and not memory.signed(heard, span, *ALSO_BOLD)


def _asks_more(question: Question, heard: Heard, kind: Remark, like: float, mind: Mind, scenario: Scenario, language: Language) -> bool:
    """Whether a question that sounds like a remark is business all the same: it asks no leave and no favour, or what this buyer can be asked
    for is as near."""
    words = heard.text[question.start : question.end]
    requests = kind in REQUESTS - {"asks_for_a_name", "asks_for_time"}
    as_request = question.form != "open" and (says("asks_leave", words, language) or says("asks_favour", words, language))
    if not (as_request if requests else like >= LIKE):
        return True
    known = meant(words, question.topics, scenario, language, mind.revealed)
    if known[0].sure >= SURELY_BUSINESS and not (isinstance(known[0].one, PlainAnswer) and INTENTS.get(kind) in known[0].one.intents):
        return True
    return any(one.like >= like and not (kind in INTENTS and isinstance(one.one, PlainAnswer) and INTENTS[kind] in one.one.intents) for one in known)


def leading(remarks: tuple[Said, ...]) -> Remark | None:
    """The one that weighs most."""
    kinds = {one.kind for one in remarks}
    return next((kind for kind in POOLS if kind in kinds), None)


def plainly(heard: Heard, remarks: tuple[Said, ...]) -> Heard:
    """The turn without what a remark was only taken for: a question about the deal, a next step, a pitch. Taking leave is a farewell."""
    if not remarks:
        return heard
    small = [one for one in remarks if one.kind in MAY_BE_ASKED]
    questions = tuple(one for one in heard.questions if not _within(one.start, one.end, small))
    dropped: tuple[Act, ...] = ("next_step", "pitch", "contempt", "off_topic", "boilerplate")
    own = [one for one in remarks if one.kind == "confides"]
    signs = [one for one in heard.signs if not (one.act in dropped and _within(one.start, one.end, remarks))]
    signs = [one for one in signs if not (one.act == "claim" and _within(one.start, one.end, own))]
    signs = [one for one in signs if not (one.act == "question" and _within(one.start, one.end, small))]
    signs += [Sign("farewell", one.start, one.end) for one in remarks if one.kind == "says_goodbye"]
    still = any(one.act == "next_step" for one in signs)
    return replace(heard, signs=tuple(signs), questions=questions, next_step=heard.next_step if still else None)


def _within(start: int, end: int, remarks: Sequence[Said]) -> bool:
    return any(one.start < end and start < one.end for one in remarks)


def no_moment_for_business(heard: Heard, remarks: tuple[Said, ...]) -> bool:
    """A turn that feels with the buyer, confides something or chats, and does nothing else."""
    return leading(remarks) in NO_BUSINESS_NOW and says_only(heard, remarks)


def says_only(heard: Heard, remarks: tuple[Said, ...]) -> bool:
    """Whether there is no business in the turn beside."""
    return bool(remarks) and not heard.did(*ALSO_SAID) and not memory.questions(heard) and heard.next_step is None


def answered(remarks: tuple[Said, ...], before: Mind, mind: Mind, scenario: Scenario) -> tuple[Mind, Move] | None:
    """What is done about a turn without business; None for what only a remark is made on."""
    kind = leading(remarks)
    if kind == "did_not_hear":
        return _again(before, mind, scenario)
    if kind == "invites_questions":
        question = next((one.id for one in scenario.buyer.curiosities if one.id not in mind.asked), None)
        if question:
            return replace(mind, asked=(*mind.asked, question), unanswered=question), Move("ask", ask=question, because="asked_for_it")
    plain = next((one for one in scenario.plain_answers if kind in INTENTS and INTENTS[kind] in one.intents), None) if kind else None
    if plain:
        return replace(mind, unanswered=before.unanswered), Move("tell", plain=plain.id, because="anybody_may_ask")
    if kind in REQUESTS or kind == "invites_questions":
        waits = before.unanswered if kind == "asks_leave_to_ask" else None
        return replace(mind, unanswered=waits), Move("react", react=POOLS[kind], because="told_something")
    return None


def _again(before: Mind, mind: Mind, scenario: Scenario) -> tuple[Mind, Move]:
    """What was said last, in other words: the question, the worry, what was told; whoever said nothing much says so."""
    if before.unanswered:
        return replace(mind, unanswered=before.unanswered), Move("ask", react="say_again", ask=before.unanswered, because="asked_back")
    voiced = last_voiced(mind, scenario)
    if voiced and times_said(mind, voiced.id) < len(voiced.lines.ko):
        return having_said(mind, voiced.id), Move("press", react="say_again", objection=voiced.id, because="asked_back")
    if before.lately:
        return mind, Move("tell", react="say_again", tell=before.lately[:1], because="told_before")
    if before.answered:
        return mind, Move("tell", react="say_again", plain=before.answered, because="told_before")
    return mind, Move("react", react="never_mind", because="told_something")


def remarked(remarks: tuple[Said, ...]) -> str:
    """The pool for a remark on a turn that also holds something else; empty when there is nothing to remark on."""
    kind = leading(remarks)
    return "" if kind is None or kind in {"did_not_hear", "invites_questions", "says_goodbye", *INTENTS} else POOLS[kind]


def guessing(heard: Heard, language: Language) -> tuple[str, Question | None]:
    """What a turn without questions supposes ('your husband seems careful') or has heard of the buyer: the pool that answers it, and the
    question it comes to. Empty when it does neither."""
    if heard.questions or heard.next_step or heard.did(*BUSINESS):
        return "", None
    for start, end in reversed(sentences(heard.text, language)):
        said = heard.text[start:end]
        pool = "hearsay" if says("hearsay", said, language) else "guessed" if says("guesses", said, language) else ""
        if pool:
            return pool, Question(start, end, "closed", True, heard.topics[:1])
    return "", None
