"""The table of acts: for each, the rule that says which sentences do it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from assistant.domain.heard import Act, NextStep, Sign
from assistant.domain.words import Language
from assistant.language.formulas import formulas
from assistant.language.phrases import has
from assistant.language.speech_level import speech_levels
from assistant.perception import listening, telling
from assistant.perception.answers import answering, dodging, price_asked, wanted_kind
from assistant.perception.next_step import step_sentences
from assistant.perception.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Moment:
    """The turn as a whole, as the rules see it. `question`: what the buyer asked and waits for, or None."""

    text: str
    said: tuple[Sentence, ...]
    before: str | None
    question: str | None
    step: NextStep | None
    language: Language


def acts(now: Moment) -> Iterator[Sign]:
    """Every act with the sentence that did it."""
    for act, rule in RULES.items():
        for one in now.said:
            if rule(one, now):
                yield Sign(act, one.start, one.end)
    yield from _answers(now)
    yield from (Sign("boilerplate", start, end) for start, end in formulas(now.text, now.language))
    if now.language == "ko":
        yield from _plain_speech(now)


def _cue(name: str) -> Callable[[Sentence, Moment], bool]:
    return lambda one, now: one.has(name)


def _chats(one: Sentence, now: Moment) -> bool:
    """Small talk; where a meeting begins also talk of what is to be seen, heard or eaten, if it holds nothing of the deal."""
    if one.has("farewell", "off_topic", "break_game"):
        return False
    if one.has("small_talk"):
        return True
    if not one.has("opening_chat") or one.has("deal_word"):
        return False
    return now.before is None or has("greeting", now.before, now.language)


def _claims(one: Sentence, now: Moment) -> bool:
    """A bare figure counts when nobody asked for it and it belongs to no appointment and no pressing. What a reason comes to is part of it."""
    if listening.justifying(now.said):
        return False
    bare = now.question is None and now.step is None and not any(other.presses for other in now.said)
    return telling.claims(one) or (bare and telling.counts(one))


def _pitches(one: Sentence, now: Moment) -> bool:
    """What is told while the buyer waits for an answer is an answer or an evasion, what is told for the buyer's own reason a proposal: no pitch."""
    if now.question or listening.justifying(now.said):
        return False
    return telling.pitches(one) or (_claims(one, now) and not telling.refers(one) and not one.presses)


def _confides(one: Sentence, now: Moment) -> bool:
    """Something of the rep's own life; an apology or chat is none, whoever it speaks of."""
    return one.has("disclosure") and not one.has("apology", "break_game", "off_topic") and not _chats(one, now)


def _prices(one: Sentence, now: Moment) -> bool:
    wanted = price_asked(now.question, now.language) or (now.before is not None and price_asked(now.before, now.language))
    return telling.prices(one, wanted)


RULES: dict[Act, Callable[[Sentence, Moment], bool]] = {
    "greeting": _cue("greeting"),
    "thanks": _cue("thanks"),
    "apology": _cue("apology"),
    "farewell": _cue("farewell"),
    "small_talk": _chats,
    "question": lambda one, now: one.is_question,
    "acknowledgement": lambda one, now: listening.acknowledges(one) and one not in listening.justifying(now.said),
    "empathy": lambda one, now: listening.empathises(one),
    "reflection": lambda one, now: listening.reflects(one),
    "disclosure": _confides,
    "claim": _claims,
    "reference": lambda one, now: telling.refers(one),
    "price": _prices,
    "discount": lambda one, now: telling.discounts(one),
    "justification": lambda one, now: one in listening.justifying(now.said),
    "pitch": _pitches,
    "next_step": lambda one, now: one in step_sentences(now.said),
    "pressure": lambda one, now: one.presses and not one.has("break_game"),
    "contempt": lambda one, now: one.insults,
    "off_topic": _cue("off_topic"),
    "break_game": _cue("break_game"),
}


def _answers(now: Moment) -> Iterator[Sign]:
    if not now.question or wanted_kind(now.question, now.language) == "again":
        return
    answers = answering(now.said, now.question, now.language)
    if answers:
        yield from (Sign("answer", one.start, one.end) for one in answers)
    elif around := dodging(now.said, now.question, now.language):
        yield Sign("evasion", around.start, around.end)


def _plain_speech(now: Moment) -> Iterator[Sign]:
    """반말 to the buyer: every sentence with an ending is plain, one of them speaks to somebody, and no word lowers oneself or honours them."""
    if any(one.has("break_game", "off_topic", "humble") for one in now.said):
        return
    levels = [one for one in speech_levels(now.text) if one.level]
    if any(one.level != "plain" for one in levels):
        return
    yield from (Sign("contempt", one.start, one.end) for one in levels if one.to_somebody)
