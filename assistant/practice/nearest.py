"""Which of the lines that say much the same answers the very question that was put, and where in it the answer begins. Pure.

An answer to several questions holds them in several lines, and in several sentences of one: 'did the customer find out?' is not answered with the
punishment. What a sentence means and the words it shares with the question say which it is.
"""

from collections.abc import Iterable, Sequence

from assistant.domain.heard import Heard
from assistant.domain.words import Language
from assistant.language.asking import sought
from assistant.language.sense import sense, senses
from assistant.practice.sentences import sentences

SHARED = 0.3
"""What saying all the words of a question is worth beside its meaning, -1 to 1."""
AS_NEAR = 0.1
"""How far behind the nearest a line may be and be as good."""
ANSWERS, FURTHER = 0.45, 0.3
"""How near a sentence must be that answers, and how much further off one before it that is left out."""


def asked_in(heard: Heard) -> tuple[str, ...]:
    """The questions of a turn, in their words."""
    return tuple(heard.text[one.start : one.end] for one in heard.questions)


def nearest_first(lines: Iterable[str], asked: Sequence[str], language: Language) -> tuple[str, ...]:
    """The lines in their order, those before others that hold a sentence nearer to what was `asked`."""
    lines = tuple(lines)
    if not asked or len(lines) < 2:
        return lines
    near = {line: max(_near(sentences(line), asked, language)) for line in lines}
    best = max(near.values())
    return tuple(sorted(lines, key=lambda line: int((best - near[line]) / AS_NEAR)))


def from_the_answer(line: str, asked: Sequence[str], language: Language) -> str:
    """A line without what stands before the sentence that answers what was `asked`; the whole line where none clearly does."""
    said = sentences(line)
    if not asked or len(said) < 2:
        return line
    near = _near(said, asked, language)
    answer = max(range(len(said)), key=near.__getitem__)
    beside = answer and near[answer] >= ANSWERS and max(near[:answer]) <= near[answer] - FURTHER
    return " ".join(said[answer:]) if beside else line


def _near(said: Sequence[str], asked: Sequence[str], language: Language) -> list[float]:
    """How near each sentence is to any of the questions."""
    points = senses(tuple(said))
    words = [_words(sentence, language) for sentence in said]
    near = [[float(one) for one in points @ sense(question, language)] for question in asked]
    own = [_words(question, language) for question in asked]
    return [
        max(row[at] + SHARED * len(named & known) / max(1, len(named)) for row, named in zip(near, own, strict=True))
        for at, known in enumerate(words)
    ]


def _words(text: str, language: Language) -> frozenset[str]:
    return frozenset(token.lemma for token in sought(text, language).words)
