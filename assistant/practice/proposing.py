"""A next step asked for as a permission ('다시 와도 되겠습니까?', 'may I come back on Tuesday?') with a day or an hour in it. Pure.

Apart because it is the buyer's view of a turn: whoever asks leave to come at ten has proposed to come at ten.
"""

from dataclasses import replace

from assistant.domain.heard import Heard, NextStep, Question, Sign
from assistant.domain.words import Language
from assistant.language.anybody import asks
from assistant.language.asking import says, sought
from assistant.language.dates import concrete_dates


def with_proposal(heard: Heard, language: Language) -> Heard:
    """The turn with the next step it asks leave for, if nothing else in it was heard as one."""
    if heard.next_step:
        return _with_leave(heard, language)
    learnt = _step_by_sense(heard, language)
    if learnt:
        return _with_leave(replace(heard, next_step=learnt), language)
    suits = next((one for one in heard.questions if asks("when_suits", heard.text[one.start : one.end], language)), None)
    if suits:
        step = NextStep(heard.text[suits.start : suits.end], None, None)
        rest = tuple(replace(one, form="closed", topics=()) if one == suits else one for one in heard.questions)
        return replace(heard, signs=(*heard.signs, Sign("next_step", suits.start, suits.end)), questions=rest, next_step=step)
    asked = next((one for one in reversed(heard.questions) if _proposes(heard, one, language)), None)
    if asked is None:
        return heard
    words = heard.text[asked.start : asked.end]
    start, end = concrete_dates(heard.text, language)[0]
    step = NextStep(words, "제가" if language == "ko" else "I", heard.text[start:end])
    return replace(heard, signs=(*heard.signs, Sign("next_step", asked.start, asked.end)), questions=_closed(heard, asked), next_step=step)


def _step_by_sense(heard: Heard, language: Language) -> NextStep | None:
    """What was heard as a next step by what it means alone, where it names a day."""
    for sign in heard.signs:
        words = heard.text[sign.start : sign.end]
        dates = concrete_dates(words, language) if sign.act == "next_step" else ()
        if dates:
            return NextStep(words, "제가" if language == "ko" else "I", words[slice(*dates[0])])
    return None


def _with_leave(heard: Heard, language: Language) -> Heard:
    """'Would that work?' behind a proposal belongs to it."""
    leave = [one for one in heard.questions if not one.topics and says("asks_leave", heard.text[one.start : one.end], language)]
    return replace(heard, signs=(*heard.signs, *(Sign("next_step", one.start, one.end) for one in leave))) if leave else heard


def _proposes(heard: Heard, asked: Question, language: Language) -> bool:
    """It asks leave for a day, or names a day and an hour and asks nothing else ('Thursday at 3, with Mr. Oh?', '… Deal?'). Not 'how much time
    is all right today?', which asks for something."""
    words = heard.text[asked.start : asked.end]
    seeks = sought(words, language)
    if seeks.kind not in {"whether", "how"}:
        return False
    if concrete_dates(words, language) and says("asks_leave", words, language):
        return True
    dated = words if len(seeks.words) > 1 else heard.text
    return seeks.kind == "whether" and bool(concrete_dates(dated, language)) and says("day_and_hour", dated, language)


def _closed(heard: Heard, asked: Question) -> tuple[Question, ...]:
    """The same questions, the one that asks leave as the closed one it is."""
    return tuple(replace(one, form="closed") if one == asked else one for one in heard.questions)
