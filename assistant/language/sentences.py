"""Sentences of a turn, also where nobody typed a full stop."""

import re
from functools import lru_cache
from itertools import pairwise

from assistant.domain.words import Language
from assistant.language.analysis import analyse
from assistant.language.boundaries import unmarked_starts
from assistant.language.surface import Span

_BREAK = re.compile(r"(?<=[?!？！])(?![?!？！.…~ㅎㅋㅠ^)\]\"'”’])|\n+")
_LETTER = re.compile(r"\w")


@lru_cache(maxsize=4096)
def sentences(text: str, language: Language) -> tuple[Span, ...]:
    """Offsets, in order, trimmed, never empty. A question mark and a new line always end a sentence."""
    cuts = {start for start, _ in analyse(text, language).sentences if start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())}
    cuts |= {match.start() for match in _BREAK.finditer(text)} | set(unmarked_starts(text, language)) | {0, len(text)}
    spans = (_trimmed(text, one) for one in pairwise(sorted(cuts)))
    return tuple(one for one in spans if one is not None and _LETTER.search(text, *one))


def _trimmed(text: str, span: Span) -> Span | None:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
