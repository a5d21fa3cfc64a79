"""Formulas: wordings that could be said to anyone, found on the surface, whatever the spacing. `knowledge/language` holds the lists."""

from functools import lru_cache

from assistant.domain.words import Language
from assistant.language.phrases import found
from assistant.language.surface import Span


@lru_cache(maxsize=4096)
def formulas(text: str, language: Language) -> tuple[Span, ...]:
    """Offsets of the formulas in a text, in order, not overlapping. Low information, not bad in itself (design: measurement 3.2)."""
    return tuple(sorted(found("formula", text, language)))
