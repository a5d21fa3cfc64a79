"""Questions, punctuated or not: what asks, how likely it does, and in which form.

Goffman's sense of a question: an answer is wanted. '알려 주세요' and 'tell me …' ask; a rhetorical question does not.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from assistant.domain.words import Language
from assistant.language.phrases import has
from assistant.language.question_model import sentence_probability
from assistant.language.sentences import sentences

Form = Literal["open", "closed", "choice", "leading"]
ASKS = 0.4
"""From this probability on a sentence counts as a question."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A sentence that asks something; `probability` 0-1."""

    start: int
    end: int
    form: Form
    probability: float


@lru_cache(maxsize=4096)
def questions(text: str, language: Language) -> tuple[Asked, ...]:
    """The sentences that ask, in order."""
    chances = ((start, end, sentence_probability(text, start, end, language)) for start, end in sentences(text, language))
    return tuple(Asked(start, end, question_form(text[start:end], language), chance) for start, end, chance in chances if chance >= ASKS)


@lru_cache(maxsize=4096)
def question_probability(text: str, language: Language) -> float:
    """How likely it is, 0-1, that the text asks anything: that of its likeliest sentence."""
    spans = sentences(text, language)
    return max((sentence_probability(text, start, end, language) for start, end in spans), default=0.0)


def question_form(text: str, language: Language) -> Form:
    """Open: no yes, no, number, date or place answers it. Leading: it carries its answer."""
    if has("leading_words", text, language):
        return "leading"
    if has("choice_words", text, language):
        return "choice"
    if has("confirming", text, language):
        return "closed"
    if has("open_words", text, language):
        return "open"
    return "closed"
