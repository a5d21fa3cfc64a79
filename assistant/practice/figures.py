"""What the buyer remembers of the figures a rep named: what each was about, and whether a later one differs. Pure.

A buyer who heard three weeks and then two says so; a rep who sets it right unasked is thanked.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.domain.heard import Heard
from assistant.domain.roleplay import Mind
from assistant.domain.scenario import Scenario
from assistant.domain.words import Language
from assistant.language.analysis import Token, analyse
from assistant.language.asking import generic, says
from assistant.language.dates import time_expressions
from assistant.language.english import STOP_WORDS
from assistant.language.numbers import Quantity, quantities
from assistant.practice.memory import own_words

DAYS = {"day": 1.0, "week": 7.0, "month": 30.0, "year": 365.0}
"""Spans that are compared with each other; an appointment's hour and minute are no claim."""
ALIKE = 0.05
"""Share by which two figures may differ and still be the same."""
SUBJECTS = frozenset({"NNG", "NNP", "SL", "XR"})
MOST_SUBJECTS = 4
A_SUM = 1e4


@dataclass(frozen=True, slots=True)
class Named:
    """A figure of the rep's: `said` in their words, `value` in `unit`, about `subjects`, words of the same sentence."""

    said: str
    unit: str
    value: float
    subjects: frozenset[str]


@dataclass(frozen=True, slots=True)
class Change:
    """What was said before and what is said now; `mended`: the rep set it right themselves."""

    before: str
    now: str
    mended: bool


def named(heard: Heard, mind: Mind, scenario: Scenario, language: Language) -> tuple[Named, ...]:
    """The figures this turn names of its own, with what they are about."""
    return tuple(_named(heard, mind, scenario, language))


def _named(heard: Heard, mind: Mind, scenario: Scenario, language: Language) -> Iterator[Named]:
    for start, end in own_words(heard, mind, scenario, language):
        sentence = heard.text[start:end]
        subjects = frozenset(_subjects(sentence, language))
        dates = time_expressions(sentence, language)
        for one in quantities(sentence, language):
            unit, value = _measured(one, "span" if says("takes_time", sentence, language) else "")
            if unit and (subjects or unit == "span") and not any(date.start <= one.start < date.end for date in dates):
                yield Named(sentence[one.start : one.end].strip(), unit, value, subjects)


def _measured(one: Quantity, span: str) -> tuple[str, float]:
    """(unit, value) of what can be held against another figure; `span`: the unit of days, weeks and months, empty when the sentence is about no
    time that something takes."""
    if one.unit in DAYS:
        return span, one.value * DAYS[one.unit]
    if one.unit == "won" or (one.unit == "number" and one.value >= A_SUM):
        return "won", one.value
    return ("%", one.value) if one.unit == "%" else ("", 0.0)


def _subjects(sentence: str, language: Language) -> Iterator[str]:
    tokens = [token for token in analyse(sentence, language).tokens if _is_subject(token, language)]
    yield from dict.fromkeys(token.lemma for token in tokens[:MOST_SUBJECTS])


def _is_subject(token: Token, language: Language) -> bool:
    if language == "ko":
        return token.tag in SUBJECTS and token.lemma not in generic("ko")
    return token.tag == "W" and token.form.lower() not in STOP_WORDS and token.lemma not in generic("en")


def remembered(mind: Mind, fresh: tuple[Named, ...]) -> tuple[tuple[str, str, float, str], ...]:
    """The mind's figures with these, oldest first."""
    return (*mind.figures, *((one.said, one.unit, one.value, " ".join(sorted(one.subjects))) for one in fresh))


def change(mind: Mind, fresh: tuple[Named, ...], heard: Heard, language: Language) -> Change | None:
    """The first figure that differs from what was last said of the same thing before this turn. Whoever sets a figure right means the last one
    of its kind, whatever words they use."""
    mends = says("sets_right", heard.text, language)
    for one in fresh:
        last = next((old for old in reversed(mind.figures) if _same_thing(old, one) or (mends and old[1] == one.unit)), None)
        if last and abs(one.value - last[2]) > ALIKE * max(abs(last[2]), abs(one.value)):
            return Change(last[0], one.said, mends)
    return None


def sets_right(heard: Heard, language: Language) -> bool:
    """Whether the rep sets a figure right, one named before or in this very turn ('four months, no, five'); not who only asks what it was."""
    named = len(quantities(heard.text, language))
    asks = says("asks_own_words", heard.text, language)
    return says("sets_right", heard.text, language) and (named > 1 or (not asks and says("names_number", heard.text, language)))


def recalled(mind: Mind, heard: Heard, language: Language) -> str | None:
    """The figure a rep asks for who asks what they said before ('did I say three weeks?'), as it was said."""
    if not mind.figures or sets_right(heard, language) or not says("asks_own_words", heard.text, language):
        return None
    asked = [_measured(one, "span") for one in quantities(heard.text, language)]
    same = [old for old in mind.figures if (old[1], old[2]) in asked]
    return (same or list(mind.figures))[-1][0]


def _same_thing(old: tuple[str, str, float, str], new: Named) -> bool:
    """The same kind of figure about the same thing: whatever the shorter of the two sentences was about stands in the other, or most of it."""
    _, unit, _, about = old
    known = set(about.split())
    if unit == new.unit == "span" and not (known and new.subjects):
        return True
    shared = known & new.subjects
    return unit == new.unit and len(shared) * 2 >= min(len(known), len(new.subjects)) and bool(shared)
