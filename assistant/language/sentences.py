"""Sentences of a turn, also where nobody typed a full stop."""

import re
from functools import lru_cache
from itertools import pairwise

from assistant.domain.words import Language
from assistant.language.analysis import analyse
from assistant.language.boundaries import unmarked_starts
from assistant.language.surface import Span

_BREAK = re.compile(r"(?<=[?!？！])(?![?!？！.…~ㅎㅋㅠ^)\]\"'”’])|\n+")
@lru_cache(maxsize=4096)
def sentences(text: str, language: Language) -> tuple[Span, ...]:
    """Offsets, in order, trimmed, never empty. A question mark and a new line always end a sentence."""
    spans: list[Span] = []
    for start, end in analyse(text, language).sentences:
        at = start
        for match in _BREAK.finditer(text, start, end):
            spans.append((at, match.start()))
            at = match.end()
        spans.append((at, end))
    if language == "en":
        starts = unmarked_starts(text)
        spans = [part for span in spans for part in _unmarked(starts, span)]
    return tuple(trimmed for one in spans if (trimmed := _trimmed(text, one)) is not None and re.search(r"\w", text[slice(*trimmed)]))


def _unmarked(starts: tuple[int, ...], span: Span) -> list[Span]:
    """The sentences of a stretch that nobody marked."""
    cuts = [span[0], *(at for at in starts if span[0] < at < span[1]), span[1]]
    return list(pairwise(cuts))


def _trimmed(text: str, span: Span) -> Span | None:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
