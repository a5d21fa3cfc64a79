"""Sentences of a document that speak to a model instead of to people: 'ignore your instructions'. Pure; they are shown to whoever approves it."""

from collections.abc import Iterator, Sequence

from assistant.domain.playbook import PATH, Hidden, Section
from assistant.domain.words import LANGUAGES
from assistant.language.analysis import language_of
from assistant.language.phrases import has
from assistant.language.sentences import sentences

MOST = 50


def orders(sections: Sequence[Section]) -> tuple[Hidden, ...]:
    """The first of them, in document order; a heading may be one too."""
    found = (one for section in sections for one in _orders(section))
    return tuple(one for one, _ in zip(found, range(MOST), strict=False))


def _orders(section: Section) -> Iterator[Hidden]:
    path = PATH.join(section.path)
    said = [*section.path[-1:], *(section.text[start:end] for start, end in sentences(section.text, language_of(section.text)))]
    yield from (Hidden("order", " ".join(words.split()), path, section.page) for words in said if speaks_to_a_model(words))


def speaks_to_a_model(sentence: str) -> bool:
    """In whatever language."""
    return any(has("break_game", sentence, language) for language in LANGUAGES)
