"""A question that nothing marks as one: short, in talk ('왜요', '예산은 어느 정도', 'since when'), and plain from its question word. Pure.

Apart from perception because only a buyer who is looked at takes it for one; what a rep's turn did is counted without it.
"""

from dataclasses import replace

from assistant.domain.heard import Heard, Question, QuestionForm, Sign
from assistant.domain.words import Language
from assistant.language.asking import Kind, says, sought

OPEN: frozenset[Kind] = frozenset({"why", "how", "what"})


def with_unmarked(heard: Heard, language: Language) -> Heard:
    """The turn with the whole of it as a question, when it was heard as none and is put as one."""
    if heard.questions or heard.signs or not says("unmarked_question", heard.text.strip(), language):
        return heard
    form: QuestionForm = "open" if sought(heard.text, language).kind in OPEN else "closed"
    asked = Question(0, len(heard.text), form, True, heard.topics[:1])
    return replace(heard, questions=(asked,), signs=(Sign("question", 0, len(heard.text)),))
