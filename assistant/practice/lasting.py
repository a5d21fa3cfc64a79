"""Since when something is or has been done: whether a question asks for it, and which of a buyer's answers say it. Pure.

Apart from other questions for a time because a date by which something must be done is no answer to it.
"""

from functools import lru_cache

from assistant.domain.buyer import Fact, PlainAnswer
from assistant.domain.words import Language
from assistant.language.anybody import questions_like
from assistant.language.asking import says


def asks_since(question: str, language: Language) -> bool:
    return says("asks_since", question, language)


@lru_cache(maxsize=4096)
def tells_since(one: Fact | PlainAnswer, language: Language) -> bool:
    """Whether it says how long something has lasted, or is what answers such a question."""
    summary = (one.summary.in_(language),) if isinstance(one, Fact) else ()
    asked = one.questions.in_(language) if isinstance(one, Fact) else (*one.questions.in_(language), *_common(one, language))
    return any(says("tells_since", text, language) for text in (*summary, *one.lines.in_(language))) or any(
        asks_since(question, language) for question in asked
    )


def _common(answer: PlainAnswer, language: Language) -> tuple[str, ...]:
    return tuple(question for intent in answer.intents for question in questions_like(intent, language))
