"""Plain text: headings as people type them (numbered, boxed, underlined, or Markdown's), pages where there are form feeds."""

import re
from pathlib import Path

from assistant.domain.playbook import Reading
from assistant.readers.decoding import text_of
from assistant.readers.headings import bare, reads_as_heading
from assistant.readers.outline import Outline

_UNDERLINE = re.compile(r"\s*(={3,}|-{3,}|~{3,}|\*{3,})\s*$")

_ABOVE_TYPED = -1
"""An underlined heading stands above numbered ones, which start at 1."""


def read(path: Path) -> Reading:
    pages = text_of(path).split("\f")
    outline = Outline()
    for number, text in enumerate(pages, 1):
        _page(outline, text.splitlines(), number if len(pages) > 1 else None)
    return outline.reading()


def _page(outline: Outline, lines: list[str], page: int | None) -> None:
    """A heading stands alone: after an empty line, or numbered, and not in a run of lines like it (that is a list)."""
    for i, line in enumerate(lines):
        before = lines[i - 1] if i else ""
        after = lines[i + 1] if i + 1 < len(lines) else ""
        if _UNDERLINE.match(line):
            continue
        if line.strip() and _UNDERLINE.match(after) and not before.strip() and len(line.strip()) <= 80:
            outline.heading(_ABOVE_TYPED if after.strip()[0] == "=" else _ABOVE_TYPED + 1, line.strip())
            continue
        level = reads_as_heading(line)
        if level is not None and (line.lstrip().startswith("#") or (not before.strip() and reads_as_heading(after) is None)):
            outline.heading(level, bare(line))
        else:
            outline.paragraph(line, page)
