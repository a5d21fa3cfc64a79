"""How rare a word is, 0-1: nobody is recognised by 'today', anybody by 'Gimpo'. From the document frequencies in
`knowledge/measures/rarity.*.json`."""

from assistant.domain.words import Language
from assistant.language.linear import read_model


def rarity(word: str, language: Language) -> float:
    """1 for a word the list does not hold."""
    return read_model("rarity", language).weights.get(word, 1.0)
