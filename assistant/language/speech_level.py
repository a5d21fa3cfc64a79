"""Korean speech levels, sentence by sentence: 합쇼체 (formal), 해요체 (polite), 반말 (plain)."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import zip_longest
from typing import Literal

from assistant.language.analysis import analyse
from assistant.language.phrases import has, phrases
from assistant.language.sentences import sentences

Level = Literal["formal", "polite", "plain"]
_FORMAL = ("니다", "니까", "시오", "시다", "니다만", "디까", "디다")
_POLITE = ("요", "죠", "용", "욥", "여")
_OPEN_PLAIN = ("ᆷ", "음", "기", "구나", "군", "네", "ᆯ까", "을까", "나", "는데", "ᆫ데", "은데", "고", "게")
"""Endings that are also said to oneself or in a list: no sign of 반말."""


_ADDRESSING = ("냐", "니", "라", "어라", "아라", "자", "지", "야", "래", "ᆯ래", "어", "아", "거든", "잖아", "다니까", "냐고", "라고")
_CALLS = re.compile(r"\s*(?:야|너|니가|네가|넌|어이|이봐)(?![가-힣])")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sentence and its level. None where it ends in no verb ('네', '월요일 오전') or might be said to oneself ('좋네').

    `to_somebody`: it orders, asks or calls, so that it cannot be meant for oneself.
    """

    start: int
    end: int
    level: Level | None
    to_somebody: bool


@lru_cache(maxsize=4096)
def speech_levels(text: str) -> tuple[Spoken, ...]:
    """One per sentence, in order. Korean only."""
    tokens = analyse(text, "ko").tokens
    spoken: list[Spoken] = []
    for start, end in sentences(text, "ko"):
        inside = [token for token in tokens if start <= token.start < end]
        endings = [token.form for token in inside if token.tag == "EF" or (token.tag == "JX" and token.form == "요")]
        called = bool(_CALLS.match(text[start:end])) or bool(endings and endings[-1] in _ADDRESSING)
        level = _level(endings[-1]) if endings else None
        spoken.append(Spoken(start, end, "polite" if level != "polite" and _in_dialect(text[start:end]) else level, called))
    return tuple(_before_a_comma(one, follows, text) for one, follows in zip_longest(spoken, spoken[1:]))


def _in_dialect(sentence: str) -> bool:
    """It is polite as some regions are."""
    return phrases(sentence, "ko").may_have("dialect_polite") and has("dialect_polite", sentence.rstrip(" .!?~ㅎㅋㅠㅜ^"), "ko")


def _before_a_comma(one: Spoken, follows: Spoken | None, text: str) -> Spoken:
    """'글쎄요, 그건 아직 모르겠습니다': what only a comma parts from another level goes with it and has none of its own."""
    if follows is None or follows.level in {None, one.level} or not text[: one.end].rstrip().endswith(","):
        return one
    return replace(one, level=None)


def _level(ending: str) -> Level | None:
    if ending.endswith(_FORMAL):
        return "formal"
    if ending.endswith(_POLITE):
        return "polite"
    return None if ending in _OPEN_PLAIN else "plain"


def sentence_ending(text: str) -> str | None:
    """The text's last final ending morpheme ('ᆫ가요', '습니다'), or None. Korean only."""
    endings = [token.form for token in analyse(text, "ko").tokens if token.tag == "EF"]
    return endings[-1] if endings else None
