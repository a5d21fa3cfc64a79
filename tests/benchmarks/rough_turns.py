"""The same turn as a hurried thumb, a dialect or a microphone would leave it: for how well perception bears what people really send."""

import re
from collections.abc import Callable
from zlib import crc32

from assistant.domain.words import Language

Rough = Callable[[str], str]
_DIALECT = (
    (r"입니까(?=[?.!\s]|$)", "입니꺼"),
    (r"습니까(?=[?.!\s]|$)", "심니꺼"),
    (r"(?:습|입)니다(?=[.!?\s]|$)", "심더"),
    (r"(?<=[네죠지])요(?=[.!?~\s]|$)", "예"),
    (r"죠(?=[.!?~\s]|$)", "지예"),
    (r"세요(?=[.!?~\s]|$)", "시이소"),
    (r"(?<=[아어해워여])요(?=[.!?~\s]|$)", "유"),
)
"""Endings as they are said elsewhere."""
_EVERY = 9
"""One letter in so many is mistyped."""


def without_spaces(text: str) -> str:
    return re.sub(r"(?<=[가-힣]) +(?=[가-힣])", "", text)


def without_marks(text: str) -> str:
    """As speech is written down: no marks, no capitals."""
    return re.sub(r"\s+", " ", re.sub(r"[.,!?…~]+(?!\d)", " ", text)).strip().lower()


def mistyped(text: str) -> str:
    """Neighbouring letters swapped in some longer words; in Korean a syllable said twice or a vowel that sounds alike. The same each time."""
    return re.sub(r"[A-Za-z]{5,}", _swapped, re.sub(r"[가-힣]", _misheard, text))


def in_dialect(text: str) -> str:
    for ending, said in _DIALECT:
        text = re.sub(ending, said, text)
    return text


def with_emoji(text: str) -> str:
    return re.sub(r"[.!](?=\s|$)", " ㅎㅎ" if re.search(r"[가-힣]", text) else " lol", text) + " 😊"


def _swapped(match: re.Match[str]) -> str:
    word = match.group()
    at = 1 + crc32(word.encode()) % (len(word) - 3)
    return word if crc32(word.encode()) % 3 else word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _misheard(match: re.Match[str]) -> str:
    alike = {
        "됐": "됬",
        "했": "햇",
        "었": "엇",
        "겠": "겟",
        "있": "잇",
        "게": "개",
        "데": "대",
        "네": "내",
        "예": "에",
        "않": "안",
        "왜": "웨",
        "돼": "되",
    }
    at = match.start()
    return alike.get(match.group(), match.group()) if crc32(f"{match.string[:at]}".encode()) % _EVERY < _EVERY // 2 else match.group()


ROUGH: dict[Language, dict[str, Rough]] = {
    "ko": {"no spaces": without_spaces, "no marks": without_marks, "mistyped": mistyped, "dialect": in_dialect, "emoji": with_emoji},
    "en": {"no marks": without_marks, "mistyped": mistyped, "emoji": with_emoji},
}
