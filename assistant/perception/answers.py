"""Whether the rep answered what the buyer asked, or walked around it."""

from typing import Literal

from assistant.domain.words import Language
from assistant.language.dates import time_expressions
from assistant.language.numbers import quantities
from assistant.language.phrases import has, pattern
from assistant.language.questions import questions
from assistant.language.surface import surface
from assistant.perception.sentence import Sentence, meaning

_TIMES = frozenset({"year", "month", "week", "day", "hour", "minute"})
Wanted = Literal["amount", "time", "reason", "yes_no", "content"]


def asks_back(before: str | None, language: Language) -> bool:
    """True when the buyer's turn asks something."""
    return bool(before) and bool(questions(before or "", language))


def answering(said: tuple[Sentence, ...], before: str | None, language: Language) -> tuple[Sentence, ...]:
    """The sentences that hold the kind of thing the buyer asked for."""
    asked = questions(before or "", language)
    if not before or not asked:
        return tuple(one for one in said if not one.is_question)[:1]
    last = asked[-1]
    wanted = wanted_kind(before[last.start : last.end], language)
    told = [one for one in said if not one.is_question and not one.has("evasion") and not one.has("empty_ack")]
    return tuple(one for one in told if _gives(one, wanted, before))


def wanted_kind(question: str, language: Language) -> Wanted:
    """What sort of thing would answer a question."""
    form = surface(question, language).text
    kinds: tuple[tuple[str, Wanted], ...] = (("asks_amount", "amount"), ("asks_time", "time"), ("asks_reason", "reason"))
    for name, kind in kinds:
        if pattern(name, language).search(form):
            return kind
    return "content" if has("open_words", question, language) else "yes_no"


def _gives(one: Sentence, wanted: Wanted, before: str) -> bool:
    numbers = quantities(one.text, one.language)
    if wanted == "amount":
        return any(number.unit != "number" or number.value >= 100 for number in numbers)
    if wanted == "time":
        return bool(time_expressions(one.text, one.language)) or any(
            number.unit in {"year", "month", "week", "day", "hour", "minute"} for number in numbers
        )
    if wanted == "reason":
        return one.has("because") or bool(one.echoed)
    if wanted == "yes_no":
        return one.has("yes_no") or bool(one.echoed)
    return bool(one.echoed) or len(meaning(one.text, one.language)) >= 3
