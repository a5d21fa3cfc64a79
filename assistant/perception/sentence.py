"""The unit perception works on: one sentence of the turn, with what the buyer said before it at hand."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property, lru_cache, update_wrapper
from itertools import pairwise

from assistant.domain.words import Language
from assistant.language.analysis import Analysis, analysed_part
from assistant.language.boundaries import unmarked_starts
from assistant.language.formulas import formulas
from assistant.language.meaning import meant_in_contempt
from assistant.language.phrases import Phrases, phrases, with_cancelling
from assistant.language.question_model import sentence_probability
from assistant.language.questions import ASKS, questions
from assistant.language.sentences import sentences
from assistant.perception.echo import echoes_of, meaning, meaning_of

SOUNDS_SO = 0.25
"""How likely a sentence must belittle somebody by what its words mean, for words that may stand in an insult to be one."""
_CLAUSE = re.compile(r"(?<=[,…;])\s+|(?<=[요죠])[.!]*\s+|(?<=니다)[.!]*\s+|(?<=는데|텐데|니까)\s+|\s+-\s+")


@dataclass(frozen=True, eq=False)
class Sentence:
    """`start:end` are offsets into the `turn`; `before`: the buyer's last turn. What is costly is found out when it is asked for, and once."""

    turn: str
    start: int
    end: int
    language: Language
    before: str | None

    @cached_property
    def text(self) -> str:
        """As it stands in the turn."""
        return self.turn[self.start : self.end]

    @cached_property
    def asks(self) -> float:
        """How likely it asks something, 0-1."""
        return sentence_probability(self.turn, self.start, self.end, self.language)

    @cached_property
    def analysis(self) -> Analysis:
        """Its part of the turn's."""
        return analysed_part(self.turn, self.start, self.end, self.language)

    @cached_property
    def meaning(self) -> frozenset[str]:
        """The words that tell it from others."""
        return meaning_of(self.analysis)

    @cached_property
    def plain_meaning(self) -> frozenset[str]:
        """The same, outside formulas."""
        return self.meaning if self.plain == self.text else meaning(self.plain, self.language)

    @cached_property
    def echoed(self) -> tuple[str, ...]:
        """Content words of the buyer's last turn that came back in it."""
        return echoes_of(self.analysis, self.before) if self.before else ()

    @cached_property
    def is_question(self) -> bool:
        return self.asks >= ASKS and not self.insults

    @cached_property
    def insults(self) -> bool:
        """It belittles the buyer: words that are said in contempt stand in it, and what all its words mean does not speak against that."""
        return self.has("contempt") and meant_in_contempt(self.text, self.language) >= SOUNDS_SO

    @cached_property
    def presses(self) -> bool:
        """It pushes the buyer."""
        return self.has("pressure")

    def has(self, *names: str) -> bool:
        """True when a phrase of any of the lists stands in it, and none of what takes that back: a list X is cancelled by the list no_X
        ('you need not decide today', 'you must be run off your feet')."""
        return self._any(names, self._phrases)

    def may_have(self, name: str) -> bool:
        """False when no phrase of the list stands in any clause of it. Where another sentence may begin in it, its clauses can read otherwise."""
        return self._phrases.may_have(name) or bool(unmarked_starts(self.text, self.language))

    def says(self, *names: str) -> bool:
        """The same, outside formulas: 'the best service' promises nothing."""
        return self._any(names, self._plain_phrases)

    def _any(self, names: tuple[str, ...], stand: Phrases) -> bool:
        wanted = with_cancelling(names, self.language)
        if stand.candidates.isdisjoint(names):
            return False
        return any(stand[name] and not (taken_back and self._phrases[taken_back]) for name, taken_back in wanted)

    @cached_property
    def _phrases(self) -> Phrases:
        return phrases(self.text, self.language)

    @cached_property
    def _plain_phrases(self) -> Phrases:
        return phrases(self.plain, self.language)

    @cached_property
    def answers(self) -> dict[Callable[["Sentence"], bool], bool]:
        """What rules have said of it, see `once`."""
        return {}

    @cached_property
    def replies(self) -> bool:
        """True when the buyer asked something and nothing of what they told comes back: a statement then is first of all an answer."""
        told = _told(self.before, self.language) if self.before else None
        return told is not None and not echoes_of(self.analysis, told)

    @cached_property
    def plain(self) -> str:
        """The sentence without its formulas."""
        text = self.text
        for start, end in reversed(formulas(self.text, self.language)):
            text = f"{text[:start]} {text[end:]}"
        return text

    @cached_property
    def clauses(self) -> tuple["Sentence", ...]:
        """Its parts, each as a sentence of its own."""
        cuts = [0, *(match.end() for match in _CLAUSE.finditer(self.text)), len(self.text)]
        spans = [(start, end) for start, end in pairwise(cuts) if self.text[start:end].strip()]
        if len(spans) < 2:
            return (self,)
        return tuple(Sentence(self.turn, self.start + start, self.start + end, self.language, self.before) for start, end in spans)


def once(rule: Callable[[Sentence], bool]) -> Callable[[Sentence], bool]:
    """A rule that is asked about a sentence again and again, and answers once."""

    def answer(one: Sentence) -> bool:
        found = one.answers.get(rule)
        if found is None:
            found = one.answers[rule] = rule(one)
        return found

    return update_wrapper(answer, rule)


@lru_cache(maxsize=1024)
def _told(before: str, language: Language) -> str | None:
    """What the buyer said beside their questions; None when they asked nothing."""
    asked = questions(before, language)
    if not asked:
        return None
    cuts = [0, *(at for one in asked for at in (one.start, one.end)), len(before)]
    return "".join(before[start:end] for start, end in zip(cuts[::2], cuts[1::2], strict=True))


@lru_cache(maxsize=1024)
def sentences_of(text: str, before: str | None, language: Language) -> tuple[Sentence, ...]:
    """The turn's sentences, in order."""
    return tuple(Sentence(text, start, end, language, before) for start, end in sentences(text, language))
