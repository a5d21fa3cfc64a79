"""A next step asked for as a permission ('다시 와도 되겠습니까?', 'may I come back on Tuesday?') with a day or an hour in it. Pure.

Apart because it is the buyer's view of a turn: whoever asks leave to come at ten has proposed to come at ten.
"""

from dataclasses import replace

from assistant.domain.heard import Heard, NextStep, Question, Sign
from assistant.domain.words import Language
from assistant.language.asking import says, sought
from assistant.language.dates import concrete_dates


def with_proposal(heard: Heard, language: Language) -> Heard:
    """The turn with the next step it asks leave for, if nothing else in it was heard as one."""
    if heard.next_step:
        return heard
    asked = next((one for one in reversed(heard.questions) if _asks_leave(heard.text[one.start : one.end], language)), None)
    if asked is None:
        return heard
    words = heard.text[asked.start : asked.end]
    start, end = concrete_dates(words, language)[0]
    step = NextStep(words, "제가" if language == "ko" else "I", words[start:end])
    return replace(heard, signs=(*heard.signs, Sign("next_step", asked.start, asked.end)), questions=_closed(heard, asked), next_step=step)


def _asks_leave(words: str, language: Language) -> bool:
    """Not 'how much time is all right today?', which asks for something."""
    return sought(words, language).kind in {"whether", "how"} and bool(concrete_dates(words, language)) and says("asks_leave", words, language)


def _closed(heard: Heard, asked: Question) -> tuple[Question, ...]:
    """The same questions, the one that asks leave as the closed one it is."""
    return tuple(replace(one, form="closed") if one == asked else one for one in heard.questions)
