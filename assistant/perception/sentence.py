"""The unit perception works on: one sentence of the turn, with what the buyer said before it at hand."""

import re
from dataclasses import dataclass
from itertools import pairwise

from assistant.domain.words import Language
from assistant.language.formulas import formulas
from assistant.language.phrases import has, known
from assistant.language.question_model import sentence_probability
from assistant.language.questions import ASKS, questions
from assistant.language.sentences import sentences
from assistant.perception.echo import echoes

_CLAUSE = re.compile(r"(?<=[,…;])\s+|(?<=[요죠])[.!]*\s+|(?<=니다)[.!]*\s+|(?<=는데|텐데|니까)\s+|\s+-\s+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """`start:end` are offsets into the turn; `asks` 0-1; `echoed`: content words of the buyer's last turn that came back in it."""

    start: int
    end: int
    text: str
    language: Language
    asks: float
    echoed: tuple[str, ...]
    before: str | None

    @property
    def is_question(self) -> bool:
        return self.asks >= ASKS and not self.has("contempt")

    @property
    def presses(self) -> bool:
        """It pushes the buyer."""
        return self.has("pressure")

    def has(self, *names: str) -> bool:
        """True when a phrase of any of the lists stands in it, and none of what takes that back: a list X is cancelled by the list no_X
        ('you need not decide today', 'you must be run off your feet')."""
        return any(has(name, self.text, self.language) and not self._takes_back(name) for name in names)

    def _takes_back(self, name: str) -> bool:
        return known(f"no_{name}", self.language) and has(f"no_{name}", self.text, self.language)

    def says(self, *names: str) -> bool:
        """The same, outside formulas: 'the best service' promises nothing."""
        return any(has(name, self.plain, self.language) and not self._takes_back(name) for name in names)

    @property
    def replies(self) -> bool:
        """True when the buyer asked something and nothing of what they told comes back: a statement then is first of all an answer."""
        asked = questions(self.before or "", self.language)
        if not asked or not self.before:
            return False
        told = "".join(char for at, char in enumerate(self.before) if not any(one.start <= at < one.end for one in asked))
        return not echoes(self.text, told, self.language)

    @property
    def plain(self) -> str:
        """The sentence without its formulas."""
        text = self.text
        for start, end in reversed(formulas(self.text, self.language)):
            text = f"{text[:start]} {text[end:]}"
        return text

    def clauses(self) -> tuple["Sentence", ...]:
        """Its parts, each as a sentence of its own."""
        cuts = [0, *(match.end() for match in _CLAUSE.finditer(self.text)), len(self.text)]
        spans = [(start, end) for start, end in pairwise(cuts) if self.text[start:end].strip()]
        if len(spans) < 2:
            return (self,)
        return tuple(sentence(self.text[start:end], self.before, self.language, self.start + start) for start, end in spans)


def sentence(text: str, before: str | None, language: Language, start: int = 0) -> Sentence:
    """`text` as one sentence that begins at `start` of the turn."""
    echoed = echoes(text, before, language) if before else ()
    return Sentence(start, start + len(text), text, language, sentence_probability(text, language), echoed, before)


def sentences_of(text: str, before: str | None, language: Language) -> tuple[Sentence, ...]:
    """The turn's sentences, in order."""
    return tuple(sentence(text[start:end], before, language, start) for start, end in sentences(text, language))
