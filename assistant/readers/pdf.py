"""PDF: text page by page, under the headings of its outline or, without one, of its type sizes."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from assistant.domain.playbook import Reading
from assistant.readers import refusals
from assistant.readers.outline import Outline
from assistant.readers.pdf_furniture import without_furniture
from assistant.readers.pdf_headings import Start, starts
from assistant.readers.pdf_lines import Line, document
from assistant.readers.pdf_paragraphs import Shape, Spacing, paragraphs, shape_of


def read(path: Path) -> Reading:
    found = document(path)
    if not found.lines:
        raise refusals.scan(path.name) if found.pictures else refusals.no_text(path.name)
    letters = sum(char.isalnum() for line in found.lines for char in line.text)
    if found.pictures > found.pages / 2 and letters < 20 * found.pages:
        raise refusals.scan(path.name)
    seen = tuple(line for line in found.lines if line.unseen is None)
    lines = without_furniture(seen, (one.title for one in found.bookmarks))
    return _reading(lines, starts(lines, found.bookmarks), [line for line in found.lines if line.unseen])


def _reading(lines: Sequence[Line], begins: Sequence[Start], unseen: Sequence[Line]) -> Reading:
    outline, shape, spacing = Outline(), shape_of(lines), Spacing(lines)
    ends = [*(one.at for one in begins), len(lines)]
    _text(outline, lines[: ends[0]], shape, spacing)
    for begin, (_, end) in zip(begins, pairwise(ends), strict=True):
        outline.heading(begin.level, begin.title)
        _text(outline, lines[min(begin.at + begin.lines, end) : end], shape, spacing)
    for line in unseen:
        if line.unseen:
            outline.hide(line.unseen, line.text, line.page)
    return outline.reading()


def _text(outline: Outline, lines: Sequence[Line], shape: Shape, spacing: Spacing) -> None:
    for page, text in paragraphs(lines, shape, spacing):
        outline.paragraph(text, page)
