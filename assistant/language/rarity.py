"""How rare a word is, 0-1: nobody is recognised by 'today', anybody by 'Gimpo'. From the document frequencies in
`knowledge/measures/rarity.*.json`."""

from collections.abc import Iterable

from assistant.domain.words import Language
from assistant.language.analysis import analyse
from assistant.language.linear import read_model


def rarity(word: str, language: Language) -> float:
    """1 for a word the list does not hold."""
    return read_model("rarity", language).weights.get(word, 1.0)


def telling(text: str, language: Language) -> frozenset[str]:
    """The words that say what a text is about: longer than a letter, and no figures."""
    return frozenset(word for word in analyse(text, language).content if len(word) > 1 and not word[0].isdigit())


def weight(words: Iterable[str], language: Language) -> float:
    """Of words together, the rarer the weightier."""
    return sum(rarity(word, language) for word in words)
