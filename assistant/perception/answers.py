"""Whether the rep answered what the buyer asked, or walked around it."""

from typing import Literal

from assistant.domain.words import Language
from assistant.language.asking import sought
from assistant.language.dates import concrete_dates, time_expressions
from assistant.language.numbers import quantities
from assistant.language.phrases import has
from assistant.language.questions import questions
from assistant.perception.echo import echoes_of
from assistant.perception.listening import acknowledges, empathises, reflects
from assistant.perception.sentence import Sentence

Wanted = Literal["amount", "time", "reason", "yes_no", "content", "again"]
_KINDS: tuple[tuple[str, Wanted], ...] = (
    ("asks_again", "again"), ("asks_amount", "amount"), ("asks_time", "time"), ("asks_reason", "reason"),
)  # fmt: skip
_NO_ANSWER = ("evasion", "empty_ack", "off_topic", "break_game")
_NAMED = frozenset({"who", "where", "which", "which_noun"})
"""'Who pays the fee?' wants no sum."""
_REASONS = frozenset({"아서", "어서", "여서", "라서", "라", "니까", "으니까", "느라", "느라고", "거든"})
"""Korean endings that give one."""
_TIMES = frozenset({"year", "month", "week", "day", "hour", "minute"})


def buyers_question(before: str | None, language: Language) -> str | None:
    """The last thing the buyer asked, or None. 'Is that so?' only shows that they listen."""
    asked = [one for one in questions(before or "", language) if not has("backchannel", (before or "")[one.start : one.end], language)]
    return (before or "")[asked[-1].start : asked[-1].end] if asked else None


def wanted_kind(question: str, language: Language) -> Wanted:
    """What sort of thing would answer a question; 'again' when the buyer only did not catch it."""
    asked = sought(question, language).kind
    for name, kind in _KINDS:
        if has(name, question, language) and not (asked in _NAMED and kind in {"amount", "time"}):
            return kind
    return "content" if has("open_words", question, language) else "yes_no"


def price_asked(question: str | None, language: Language) -> bool:
    return question is not None and has("asks_price", question, language)


def answering(said: tuple[Sentence, ...], question: str, language: Language) -> tuple[Sentence, ...]:
    """The sentences that hold the kind of thing the buyer asked for."""
    wanted = wanted_kind(question, language)
    told = [one for one in said if not (one.presses or one.insults or one.has(*_NO_ANSWER))]
    said_so = [one for one in told if not one.is_question or (wanted == "time" and _appoints(one))]
    return tuple(one for one in said_so if _gives(one, wanted, question))


def _appoints(one: Sentence) -> bool:
    """'Wednesday at three?' answers when it was asked when."""
    return one.has("appointment", "step_invites") and bool(concrete_dates(one.text, one.language))


def dodging(said: tuple[Sentence, ...], question: str, language: Language) -> Sentence | None:
    """The sentence that walks around the question, or None when the turn has another reason to hold no answer."""
    if any(one.insults or one.has("admits", "break_game", "off_topic", "thanks", "greeting", "farewell", "apology", "small_talk") for one in said):
        return next((one for one in said if one.has("evasion") and not one.has("admits")), None)
    cued = next((one for one in said if one.has("evasion")), None)
    if cued or any(takes_in(one) for one in said):
        return cued
    concrete = wanted_kind(question, language) in {"amount", "time", "reason"}
    return next((one for one in said if _says_something(one, concrete) and (concrete or not one.is_question)), None)


def takes_in(one: Sentence) -> bool:
    """Listening first is no dodge."""
    return acknowledges(one) or empathises(one) or reflects(one)


def _says_something(one: Sentence, concrete: bool) -> bool:
    """More than a nod; where a number was wanted, any word."""
    return one.is_question or one.says("product") or len(one.plain_meaning) >= (1 if concrete else 2)


def _explains(one: Sentence) -> bool:
    return one.language == "ko" and any(token.tag in {"EC", "EF"} and token.form in _REASONS for token in one.analysis.tokens)


def _gives(one: Sentence, wanted: Wanted, question: str) -> bool:
    numbers = quantities(one.text, one.language)
    if wanted == "amount":
        return bool(numbers) or one.has("spoken_number", "fraction") or bool(time_expressions(one.text, one.language))
    if wanted == "time":
        return one.has("spoken_number") or bool(time_expressions(one.text, one.language)) or any(number.unit in _TIMES for number in numbers)
    if wanted == "reason":
        return one.has("because") or bool(echoes_of(one.analysis, question)) or _explains(one)
    if numbers or echoes_of(one.analysis, question) or (wanted == "yes_no" and one.has("yes_start")):
        return True
    if one.says("superlative", "guarantee") or takes_in(one) or (one.says("product") and not has("asks_who", question, one.language)):
        return False
    return one.has("yes_no") or len(one.plain_meaning) >= (2 if one.language == "ko" else 1)
