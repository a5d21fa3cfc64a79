"""How long a text is for who reads it, the same however it is spaced."""

from assistant.domain.words import Language


def words_in(text: str, language: Language) -> int:
    """How long a text is for a reader: words in English, eojeol-like units (characters without spaces / 3) in Korean, so that spacing does
    not count."""
    return len(text.split()) if language == "en" else round(sum(map(len, text.split())) / 3)
