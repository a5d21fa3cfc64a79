"""What a rep has promised and claimed in earlier words: sentences that can be held up to them. Pure."""

import re
from collections.abc import Iterable, Sequence

from assistant.domain.roleplay import PlayedTurn
from assistant.domain.words import Language
from assistant.language.analysis import analyse
from assistant.language.numbers import quantities
from assistant.language.phrases import has

MOST_CHARS: dict[Language, int] = {"ko": 60, "en": 110}
"""Nobody quotes more than that by heart."""
FEWEST_CHARS = 8
WORDS_TO_KEEP_IT = 2
"""Content words of a promise that must come back for it to be kept."""
WORDS_OF_THE_SAME = 2
SHARE_OF_THE_SAME = 0.6
"""Content words, and share of the shorter claim's, that two claims must have in common to be about the same thing."""
_ENDS = " .!~…\"'“”"
_CLAUSE = re.compile(r"[,;]\s+")


def promised(turns: Iterable[PlayedTurn], language: Language) -> tuple[str, ...]:
    """What the rep said they would do later, in their own words, the last one first."""
    said = [one for turn in turns if turn.speaker == "rep" for one in sentences(turn.text, language)]
    quotes = [quote for one in said if _is_promise(one, language) and (quote := short(one, language))]
    return tuple(dict.fromkeys(reversed(quotes)))


def kept(text: str, promise: str, language: Language) -> bool:
    """Whether a turn comes back to what was promised."""
    words = set(analyse(promise, language).content)
    return len(words & set(analyse(text, language).content)) >= min(WORDS_TO_KEEP_IT, len(words))


def contradicted(text: str, earlier: Iterable[PlayedTurn], language: Language) -> str | None:
    """The rep's own earlier sentence that a figure of this turn does not agree with: the same thing, the same unit, another number."""
    now = [one for one in sentences(text, language) if not one.endswith("?")]
    for turn in earlier:
        for before in sentences(turn.text, language) if turn.speaker == "rep" else ():
            if not before.endswith("?") and any(_disagree(before, one, language) for one in now):
                quote = short(before, language)
                if quote:
                    return quote
    return None


def sentences(text: str, language: Language) -> Sequence[str]:
    return [text[start:end].strip() for start, end in analyse(text, language).sentences]


def _is_promise(sentence: str, language: Language) -> bool:
    return has("will_do", sentence, language) and not (
        has("not_later", sentence, language) or has("on_condition", sentence, language) or sentence.endswith("?")
    )


def _disagree(before: str, now: str, language: Language) -> bool:
    earlier = {one.unit: one.value for one in quantities(before, language) if one.unit != "number"}
    later = {one.unit: one.value for one in quantities(now, language) if one.unit != "number"}
    if not any(earlier[unit] != later[unit] for unit in earlier if unit in later):
        return False
    one, other = _subject(before, language), _subject(now, language)
    return len(one & other) >= max(WORDS_OF_THE_SAME, SHARE_OF_THE_SAME * min(len(one), len(other)))


def _subject(sentence: str, language: Language) -> set[str]:
    return {word for word in analyse(sentence, language).content if not any(map(str.isdigit, word))}


def short(sentence: str, language: Language) -> str:
    """The sentence, or the last part of it that still says what it is about; empty when it is too long to quote."""
    whole = sentence.strip(_ENDS)
    parts = _CLAUSE.split(whole)
    candidates = [whole, *(", ".join(parts[at:]) for at in range(1, len(parts)))]
    return next((one for one in candidates if FEWEST_CHARS <= len(one) <= MOST_CHARS[language]), "")
