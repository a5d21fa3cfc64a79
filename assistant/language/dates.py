"""When something is said to happen: concrete times (내일 오전, by Friday) and vague ones (빠른 시일 내, soon), told apart."""

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.domain.words import Language
from assistant.language.phrases import found
from assistant.language.surface import Span


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """`text[start:end]` says when; `concrete` when a calendar could hold it."""

    start: int
    end: int
    concrete: bool


_NEAR = re.compile(r"^[\s,]*(?:at|by|on|in the|the)?[\s,]*$")


@lru_cache(maxsize=4096)
def time_expressions(text: str, language: Language) -> tuple[TimeExpression, ...]:
    """In order; neighbours ('다음 주 화요일 오후 3시') are one expression."""
    concrete = [(span, True) for span in found("concrete_time", text, language)]
    vague = [(span, False) for span in found("vague_time", text, language)]
    joined: list[TimeExpression] = []
    for (start, end), sure in sorted(concrete + vague):
        if joined and (start < joined[-1].end or (sure and joined[-1].concrete and _NEAR.match(text[joined[-1].end : start]))):
            last = joined[-1]
            joined[-1] = TimeExpression(last.start, max(last.end, end), last.concrete or sure)
        else:
            joined.append(TimeExpression(start, end, sure))
    return tuple(joined)


def concrete_dates(text: str, language: Language) -> tuple[Span, ...]:
    """Only those a calendar could hold."""
    return tuple((one.start, one.end) for one in time_expressions(text, language) if one.concrete)
