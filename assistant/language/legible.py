"""Writing that is not meant to be read by people: code, letters set apart, letters of no language, characters that show nothing. Pure."""

import re
import unicodedata

from assistant.domain.words import Language

_SPACED: dict[Language, re.Pattern[str]] = {
    "ko": re.compile(r"(?<!\w)(?:\w[^\w\n]+){7}\w(?!\w)|(?:\w *[·・‧|/_*~+=-] *){5}\w"),
    "en": re.compile(r"(?<!\w)(?:\w[^\w\n]+){4}\w(?!\w)|(?:(?<!\w)\w *[·・‧|/_*~+=-] *){4}\w(?!\w)"),
}
"""Letters set apart from one another; 'do you have a' and '한 번 더 볼 수' are words."""
_WIDE = re.compile(r"[\uff21-\uff3a\uff41-\uff5a]{2}")
_CODED = re.compile(r"[A-Za-z0-9+/=_-]{24,}|^\s*/\w|(?:\b[0-9a-f]{2}\b[\s,]*){8}|(?:\\u[0-9a-f]{4}){3}")
_TWO_ALPHABETS = re.compile(r"[A-Za-z][\u0370-\u04ff]|[\u0370-\u04ff][A-Za-z]")
_LOOSE = re.compile("(?![ㅋㅎㅠㅜ])[ㄱ-ㆎ]")
"""A letter of Hangul that nobody laughs or weeps with."""
_SEEN = re.compile(r"[\s!-~가-힣ㄱ-ㆎ]+")
"""Characters that surely show something, or a gap."""
LOOSE, UNSEEN = 4, 2
"""Single letters of Hangul, and characters that show nothing, from which on nobody wrote so by chance."""


def disguised(text: str, language: Language) -> bool:
    """Whether nobody chats like that."""
    if _CODED.search(text) or _SPACED[language].search(text):
        return True
    if text.isascii():
        return False
    if _WIDE.search(text) or _TWO_ALPHABETS.search(text):
        return True
    unseen = sum(unicodedata.category(char) in {"Cf", "Co"} for char in _SEEN.sub("", text))
    return unseen >= UNSEEN or len(_LOOSE.findall(text)) >= LOOSE
