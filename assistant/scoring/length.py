"""How long a text is for who reads it, the same however it is spaced."""

from assistant.domain.words import Language

UNIT = 2.7
"""Letters; with its share of the marks, three characters."""


def words_in(text: str, language: Language) -> int:
    """How long a text is for a reader: words in English, eojeol-like units (2.7 letters or digits) in Korean, so that neither
    spacing nor marks count."""
    return len(text.split()) if language == "en" else round(sum(map(str.isalnum, text)) / UNIT)
