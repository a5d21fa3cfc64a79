"""What a buyer's turn calls for: an answer, or that a worry or an objection is taken up first."""

from dataclasses import dataclass

from assistant.domain.words import Language
from assistant.language.phrases import has
from assistant.language.questions import Asked, questions
from assistant.language.surface import Span

WORRIES, OBJECTIONS = ("worry", "trouble", "at_stake"), ("objection", "doubts")
SURELY_ASKS = 0.6
"""From this probability on a sentence without a question mark waits for an answer."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a buyer's turn calls for. `asks`: offsets of its questions that wait for an answer."""

    asks: tuple[Span, ...]
    worry: bool
    objection: bool

    @property
    def wants_acknowledgement(self) -> bool:
        return self.worry or self.objection


def occasion_of(text: str, language: Language) -> Occasion:
    """A plain question ('how is the fee worked out?') is no objection, whatever it is about."""
    asks = tuple((one.start, one.end) for one in questions(text, language) if _waits(text[one.start : one.end], one, language))
    rest = text
    for start, end in reversed(asks):
        if _plainly_asks(text[start:end], language):
            rest = f"{rest[:start]} {rest[end:]}"
    worry, objection = (any(has(name, rest, language) for name in names) for names in (WORRIES, OBJECTIONS))
    return Occasion(asks, worry, objection)


def _plainly_asks(question: str, language: Language) -> bool:
    return has("open_words", question, language) and not any(has(name, question, language) for name in ("worry", "negation"))


def _waits(question: str, one: Asked, language: Language) -> bool:
    """Not a greeting, a counter-question ('why do you ask?'), a verdict in the form of a question, or a statement that sounds like asking."""
    if one.probability < SURELY_ASKS and "?" not in question:
        return False
    return not any(has(name, question, language) for name in ("no_answer", "small_talk", "greeting", "rhetorical"))
