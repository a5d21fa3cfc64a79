"""Sentences of a turn, also where nobody typed a full stop."""

import re
from functools import lru_cache
from itertools import pairwise

from assistant.domain.words import Language
from assistant.language.analysis import analyse
from assistant.language.surface import Span

_BREAK = re.compile(r"(?<=[?!？！])(?![?!？！.…~ㅎㅋㅠ^)\]\"'”’])|\n+")
_INVERTED = (
    r"(?:(?:what|how|why|when|where|who|which) ?(?:'s|'re|is|are|was|were|do|does|did|would|could|can|will|made|makes|matters|happens|happened|else"
    r"|many|much|long|often|soon|far|big)"
    r"|(?:could|can|would|will|do|does|did|is|are|was|have|has|shall|should|may) (?:you|we|i|that|it|this|they|there|your|he|she))\b"
)
_OPENER = (
    r"(?:So|And|But|What|How|Why|When|Where|Who|Which|Could|Can|Would|Do|Does|Did|The|It|We|You|Our|That|This|If|Since|Then|Yes|No|Ok|Okay|Thanks)\b"
)
_GOES_ON = "".join(rf"(?<!\b{word} )" for word in ("know", "see", "ask", "tell", "and", "that", "on", "of"))
_UNMARKED = re.compile(rf"(?<=[a-z0-9]) (?:(?={_OPENER})|{_GOES_ON}(?={_INVERTED}))")
"""Where an English sentence begins although nobody ended the one before: a capital opener, or the word order of a question."""
_WH_PHRASE = re.compile(r"(?:what|how|why|when|where|who|which)(?: [\w']+){0,4}", re.IGNORECASE)
"""What the rest of the same question follows ('how many a night' + 'are we …')."""
_LONG_UNMARKED = 8
"""Words from which on English without a mark at its end may be more than one sentence."""


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
        spans = [part for span in spans for part in _unmarked(text, span)]
    return tuple(trimmed for one in spans if (trimmed := _trimmed(text, one)) is not None and re.search(r"\w", text[slice(*trimmed)]))


def _unmarked(text: str, span: Span) -> list[Span]:
    """The sentences of a stretch that nobody marked; the stretch itself when it is short or ends in a mark."""
    start, end = span
    if len(text[start:end].split()) < _LONG_UNMARKED or text[start:end].rstrip(" \n)\"'").endswith((".", "!", "?")):
        return [span]
    cuts = [start]
    for match in _UNMARKED.finditer(text, start, end):
        if not _WH_PHRASE.fullmatch(text[cuts[-1] : match.start()].strip()):
            cuts.append(match.start())
    return [(a, b) for a, b in pairwise([*cuts, end]) if b > a]


def _trimmed(text: str, span: Span) -> Span | None:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None
