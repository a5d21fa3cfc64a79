"""A follow-up that asks behind what was just told (why, what it cost, what came of it, since when) and about nothing else. Pure.

Apart from telling because it brings no fact: whoever has told a fact has told it, and says what there is to say about the why of it.
"""

from collections.abc import Iterable

from assistant.domain.buyer import Fact
from assistant.domain.words import Language
from assistant.language.analysis import analyse
from assistant.language.anybody import asks
from assistant.language.asking import Kind, refers_back, sought
from assistant.language.numbers import Quantity, quantities
from assistant.practice.lasting import asks_since, tells_since
from assistant.practice.pointed import UNDATED, worth

BEHIND = {"bare_feel": "asked_feel", "bare_why": "asked_why", "bare_cost": "asked_cost", "bare_then": "asked_then", "bare_since": "asked_since"}
"""How it is asked -> the pool of remarks that answers it."""
TROUBLES = frozenset({"pain", "operation"})
AGES = frozenset({"year", "month", "week"})
A_SUM = 1e6
"""From which on a bare number is an amount of won ('3억 2천을 썼습니다')."""
MEASURES: frozenset[Kind] = frozenset({"how_often", "how_long", "when", "sum", "how_much", "how_many"})
FEW_WORDS = 1
"""Words of its own that a question about what was just told has at most."""
MOST_SHARED = 0.4
"""Share of a line's words that may have been said already if the line is still to add something."""


def behind(question: str, told: Fact, language: Language) -> str:
    """The pool that answers it; empty when it is no such question. What a fact cost is in the fact when it names money, and since when when
    it names a year or a span; nothing comes of a habit."""
    pool = next((pool for way, pool in BEHIND.items() if asks(way, question, language)), "")
    held = [one for line in told.lines.in_(language) for one in quantities(line, language)]
    if (pool == "asked_cost" and any(map(_is_money, held))) or (pool == "asked_since" and any(one.unit in AGES for one in held)):
        return ""
    return pool if pool in {"asked_why", "asked_feel"} or told.kind in TROUBLES else ""


def goes_on_about(question: str, told: Fact, named: bool, language: Language) -> bool:
    """Whether a question goes on about what was just told: it says 'that', 'they', 'then' and hardly anything else, or (`named`) it is put in
    the words of what was told and wants a reason, a person or a view, which a figure told again does not give."""
    asked = sought(question, language)
    if named:
        return asked.kind in {"why", "who", "how", "what"} and not (asked.kind == "who" and worth(told, "who", language))
    return refers_back(question, language) and not names_more(question, language)


def holds(told: Fact, question: str, language: Language) -> bool:
    """Whether what was just told holds the count, the sum or the time that a bare 'how often?' or 'when?' asks for."""
    if asks_since(question, language):
        return tells_since(told, language)
    kind = sought(question, language).kind
    return kind in MEASURES and worth(told, kind, language) > UNDATED


def names_more(question: str, language: Language) -> bool:
    """Whether it has words of its own, so that it asks for something else than what lies behind what was just told."""
    return len(sought(question, language).words) > FEW_WORDS


def _is_money(one: Quantity) -> bool:
    return one.unit == "won" or (one.unit == "number" and one.value >= A_SUM)


def newest_first(lines: Iterable[str], said: str, language: Language) -> tuple[str, ...]:
    """The lines, those that repeat least of what was said before the others."""
    return tuple(sorted(lines, key=lambda line: _shared(line, said, language)))


def adds(line: str, said: str, language: Language) -> bool:
    """Whether a line tells more than was said already."""
    return _shared(line, said, language) <= MOST_SHARED


def _shared(line: str, said: str, language: Language) -> float:
    """0-1."""
    words, known = set(analyse(line, language).content), set(analyse(said, language).content)
    return len(words & known) / max(1, len(words))
