"""Headings told by how a line reads or looks, for documents that do not mark them: plain text, and PDF or DOCX without outline or styles."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

_MARKDOWN = re.compile(r"(#{1,6})\s+(.+?)\s*#*$")
_CHAPTER = re.compile(r"(제\s*\d+\s*[장편부]|\d+\s*장|[Cc]hapter\s+\d+|CHAPTER\s+\d+|PART\s+\w+)(?=$|[\s.:·-])")
_ARTICLE = re.compile(r"제\s*\d+\s*[절조관]")
_NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,3})(\.?)\s+\S")
_ROMAN = re.compile(r"[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]+[.\s]|[IVX]{1,4}\.\s")
_BOXED = re.compile(r"(?:\[[^\[\]]{2,40}\]|【[^】]{2,40}】|<[^<>]{2,40}>)$")
_MARKED = re.compile(r"[■◆▣▶●◈□]\s*\S.{1,50}$")
_SENTENCE_END = re.compile(r"[.!?。,;:…]$|(?:다|요|까|죠)[\"'”’)]*$")
MAX_HEADING = 60


def reads_as_heading(line: str) -> int | None:
    """The level (1 = outermost) of a line that reads as a heading wherever it stands, or None."""
    line = line.strip()
    if match := _MARKDOWN.match(line):
        return len(match.group(1))
    if not 2 <= len(line) <= MAX_HEADING or _SENTENCE_END.search(line):
        return None
    if any(pattern.match(line) for pattern in (_CHAPTER, _ROMAN, _BOXED, _MARKED)):
        return 1
    if _ARTICLE.match(line):
        return 2
    if match := _NUMBERED.match(line):
        return 1 + match.group(1).count(".") if "." in match.group(1) or match.group(2) else None
    return None


def may_be_title(text: str) -> bool:
    """Whether words that stand on top of a page or slide can be its title: one short line that is no sentence."""
    text = text.strip()
    return 1 < len(text) <= MAX_HEADING and "\n" not in text and not _SENTENCE_END.search(text)


def bare(title: str) -> str:
    """A heading without Markdown's marks."""
    match = _MARKDOWN.match(title.strip())
    return match.group(2) if match else title.strip()


@dataclass(frozen=True, slots=True)
class Look:
    """A line or paragraph as it looks. `size` in points, 0 when unknown; `bold`: all of it."""

    text: str
    size: float
    bold: bool = False


def levels(looks: Sequence[Look]) -> list[int | None]:
    """For each, its heading level or None: by size where sizes differ, then by weight, and by how it reads where nothing looks different.

    Where most of the text would be headings, nothing is: a slide or a poster.
    """
    body = _body_size(looks)
    sizes = _heading_sizes(looks, body)
    found = [_level(look, body, sizes) for look in looks]
    headed = sum(len(look.text) for look, level in zip(looks, found, strict=True) if level is not None)
    if 0 < headed < sum(len(look.text) for look in looks) / 2:
        return found
    return [reads_as_heading(look.text) for look in looks]


def _body_size(looks: Sequence[Look]) -> float:
    weights: Counter[float] = Counter()
    for look in looks:
        weights[_rounded(look.size)] += len(look.text)
    return weights.most_common(1)[0][0] if weights else 0.0


def _heading_sizes(looks: Sequence[Look], body: float) -> list[float]:
    """Sizes that are clearly bigger than the body's, biggest first."""
    sizes = {_rounded(look.size) for look in looks if _may_be(look) and look.size >= max(1.0, body * 1.1)}
    return sorted(sizes, reverse=True)


def _level(look: Look, body: float, sizes: list[float]) -> int | None:
    if not _may_be(look):
        return None
    if _rounded(look.size) in sizes and look.size >= body * 1.1:
        return 1 + sizes.index(_rounded(look.size))
    if look.bold and look.size >= body * 0.97 and not _SENTENCE_END.search(look.text):
        return 1 + len(sizes)
    return None


def _may_be(look: Look) -> bool:
    return 1 < len(look.text) <= MAX_HEADING * 2 and any(char.isalpha() for char in look.text)


def _rounded(size: float) -> float:
    return round(size * 2) / 2
