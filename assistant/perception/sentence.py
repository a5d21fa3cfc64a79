"""The unit perception works on: one sentence of the turn, with what the buyer said before it at hand."""

from dataclasses import dataclass

from assistant.domain.words import Language
from assistant.language.analysis import analyse
from assistant.language.phrases import has, words
from assistant.language.question_model import sentence_probability
from assistant.language.questions import ASKS
from assistant.language.sentences import sentences


@dataclass(frozen=True, slots=True)
class Sentence:
    """`start:end` are offsets into the turn; `asks` 0-1; `echoed`: content words of the buyer's last turn that came back in it."""

    start: int
    end: int
    text: str
    language: Language
    asks: float
    echoed: tuple[str, ...]

    @property
    def is_question(self) -> bool:
        return self.asks >= ASKS

    def has(self, *names: str) -> bool:
        """True when a phrase of any of the lists stands in it."""
        return any(has(name, self.text, self.language) for name in names)


def sentences_of(text: str, before: str | None, language: Language) -> tuple[Sentence, ...]:
    """The turn's sentences, in order."""
    heard = meaning(before, language) if before else frozenset()
    return tuple(
        Sentence(start, end, text[start:end], language, sentence_probability(text[start:end], language), echoes(text[start:end], heard, language))
        for start, end in sentences(text, language)
    )


def meaning(text: str, language: Language) -> frozenset[str]:
    """The words of a text that tell it from others."""
    empty = words("empty_words", language)
    content = (word for word in analyse(text, language).content if word not in empty)
    return frozenset(word for word in content if len(word) > 1 or not word.isascii() or not word.isalpha())


def echoes(text: str, heard: frozenset[str], language: Language) -> tuple[str, ...]:
    """Which of the words came back, in the order they did; Korean ones also inside a longer word or stripped of 하다."""
    if not heard:
        return ()
    back = [word for word in analyse(text, language).content if word in heard]
    if language == "ko":
        stems = {word: word.removesuffix("하다").removesuffix("되다").removesuffix("스럽다").removesuffix("다") for word in heard}
        flat = "".join(text.split())
        back += [word for word, stem in stems.items() if len(stem) >= 2 and stem in flat]
    return tuple(dict.fromkeys(back))
