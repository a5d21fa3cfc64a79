"""Whole sentences of the buyer's said back to them: a little is listening, a lot is a trick."""

from assistant.domain.words import Language
from assistant.language.sentences import sentences
from assistant.language.surface import blanked, spoken_letters
from assistant.scoring.length import words_in

MOST_COPIED = 0.5
"""Share of the buyer's turn said back in whole sentences from which on it is copied."""
COPIED_FROM = 10
"""Words such a copy must have: saying one short sentence back is listening."""
COPIES_FREE = 2
"""So is doing it twice in a conversation; more often it is a trick."""


def without_copies(text: str, before: str, copied_from: int, language: Language) -> tuple[str, bool]:
    """(the text without a copy of at least that many words, whether half of the buyer's turn or more was copied at all)."""
    heard = {spoken_letters(before[slice(*span)], language) for span in sentences(before, language)}
    copied = [span for span in sentences(text, language) if spoken_letters(text[slice(*span)], language) in heard]
    length = sum(words_in(text[slice(*span)], language) for span in copied)
    is_copy = bool(copied) and length >= MOST_COPIED * words_in(before, language)
    return (blanked(text, copied) if is_copy and length >= copied_from else text), is_copy
