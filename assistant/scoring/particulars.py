"""What is somebody's own in what they say: their numbers, names, and words that few people use."""

from collections.abc import Iterator

from assistant.domain.words import Language
from assistant.language.numbers import quantities
from assistant.language.rarity import rarity
from assistant.scoring.talk import Exchange, Talk, content_of

RARE = 0.6
"""From this rarity (0-1) on a word is somebody's particular rather than everybody's."""

TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr"})
"""A form of address is nobody's own."""


def particulars(text: str, language: Language) -> set[str]:
    """Numbers as 'value unit' and content words."""
    numbers = {f"{one.value:g} {one.unit}" for one in quantities(text, language) if one.unit != "number" or one.value >= 10}
    words = {word for word in content_of(text, language) if len(word) > 1 and not word.isdigit() and rarity(word, language) >= RARE}
    return numbers | (words - TITLES)


def with_what_was_told(talk: Talk) -> Iterator[tuple[Exchange, frozenset[str]]]:
    """Every exchange that the buyer begins, with their particulars up to there."""
    told: frozenset[str] = frozenset()
    for one in talk.exchanges:
        if one.before is not None:
            told |= particulars(one.before.text, talk.language)
            yield one, told
