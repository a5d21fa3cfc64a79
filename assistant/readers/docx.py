"""Word documents: headings by style (or by look where nobody used styles), tables row by row, pages where Word left marks of them.

The only module that imports python-docx; it opens the file and resolves styles. The body is walked as XML, since python-docx's table
objects take quadratic time.
"""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from assistant.domain.playbook import HiddenKind, Reading
from assistant.readers import refusals
from assistant.readers.headings import Look, bare, levels
from assistant.readers.outline import TINY_PT, WHITE, Outline, tidy

_P, _TBL, _TR, _TC, _R, _T, _BR, _TAB = (qn(f"w:{name}") for name in ("p", "tbl", "tr", "tc", "r", "t", "br", "tab"))
_RENDERED, _SDT, _SDT_CONTENT, _VAL = qn("w:lastRenderedPageBreak"), qn("w:sdt"), qn("w:sdtContent"), qn("w:val")
_SKIPPED = {qn("w:del"), qn("w:moveFrom"), qn("w:instrText"), qn("w:pPr"), "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"}
_STYLE_NAME = re.compile(r"(?:heading|제목)\s*(\d)$", re.IGNORECASE)
_PAGES = re.compile(rb"<Pages>(\d+)</Pages>")
_TOC_STYLE = re.compile(r"toc|목차|contents heading", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Style:
    level: int | None
    size: float
    bold: bool
    page_break: bool
    contents: bool


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """`level`: by its style; `look`: for documents without styles; `breaks`: page breaks before its text."""

    text: str
    level: int | None
    look: Look
    page: int
    in_table: bool = False


def read(path: Path) -> Reading:
    try:
        document = docx.Document(str(path))
    except (KeyError, ValueError, zipfile.BadZipFile, SyntaxError) as error:
        raise refusals.damaged(path.name) from error
    walk = _Walk(_styles(document))
    paragraphs = [one for one in walk.block(document.element.body) if one.text]
    hidden = [*walk.hidden, *_deleted(document.element.body), *_comments(document)]
    if not _pages_are_known(path, walk, paragraphs):
        paragraphs = [replace(one, page=0) for one in paragraphs]
    return _reading(paragraphs, hidden)


def _reading(paragraphs: list[_Paragraph], hidden: list[tuple[HiddenKind, str]]) -> Reading:
    by_style = [one.level for one in paragraphs]
    if not any(by_style):
        by_style = [None if one.in_table else level for one, level in zip(paragraphs, levels([one.look for one in paragraphs]), strict=True)]
    outline = Outline()
    for one, level in zip(paragraphs, by_style, strict=True):
        if level:
            outline.heading(level, bare(one.text))
        else:
            outline.paragraph(one.text, one.page or None)
    for kind, words in hidden:
        outline.hide(kind, words)
    return outline.reading()


def _pages_are_known(path: Path, walk: "_Walk", paragraphs: list[_Paragraph]) -> bool:
    """Word's own marks are right. Breaks somebody typed are right only when no page ran over: the page count says so, if there is one."""
    if walk.rendered:
        return True
    if not paragraphs or walk.page == 1:
        return False
    with zipfile.ZipFile(path) as packed:
        counted = _PAGES.search(packed.read("docProps/app.xml")) if "docProps/app.xml" in packed.namelist() else None
    return counted is None or int(counted.group(1)) == walk.page


def _styles(document: Any) -> dict[str, _Style]:
    raw = {style.style_id: style for style in document.styles if style.type == 1}
    return {style_id: _style(style) for style_id, style in raw.items()}


def _style(style: Any) -> _Style:
    """What a style says or inherits. A style's name counts where its outline level is absent ('heading 1', '제목 1', 'Title')."""
    level: int | None = None
    size, bold, page_break = 0.0, False, False
    one = style
    for _ in range(12):
        if one is None:
            break
        level = level or _outline_level(one.element.pPr) or _level_by_name(one.name or "")
        size = size or (one.font.size.pt if one.font.size else 0.0)
        bold = bold or bool(one.font.bold)
        page_break = page_break or bool(one.paragraph_format.page_break_before)
        one = one.base_style
    return _Style(level, size, bold, page_break, bool(_TOC_STYLE.match(style.name or "")))


def _level_by_name(name: str) -> int | None:
    match = _STYLE_NAME.match(name)
    if match:
        return int(match.group(1)) + 1
    return 1 if name.lower() in {"title", "제목"} else None


def _outline_level(properties: Any) -> int | None:
    """Heading 1 is 2 here, so that a title stands above it; body text has level 9."""
    found = properties.find(qn("w:outlineLvl")) if properties is not None else None
    level = int(found.get(_VAL)) if found is not None else 9
    return level + 2 if level < 9 else None


class _Walk:
    """Goes through the body once and counts pages on the way."""

    def __init__(self, styles: dict[str, _Style]) -> None:
        self._styles = styles
        self.page = 1
        self.rendered = False
        self.hidden: list[tuple[HiddenKind, str]] = []
        self._shaded = 0
        self._at_break = True

    def block(self, parent: Any, in_table: bool = False) -> Iterator[_Paragraph]:
        for child in parent.iterchildren():
            if child.tag == _P:
                yield self._paragraph(child, in_table)
            elif child.tag == _TBL:
                styled = child.find(f"{qn('w:tblPr')}/{qn('w:tblStyle')}") is not None or next(child.iter(qn("w:shd")), None) is not None
                self._shaded += styled
                yield from list(self._table(child))
                self._shaded -= styled
            elif child.tag == _SDT:
                yield from self.block(child.find(_SDT_CONTENT), in_table) if child.find(_SDT_CONTENT) is not None else ()

    def _table(self, table: Any) -> Iterator[_Paragraph]:
        for row in table.iterchildren(_TR):
            cells = [list(self.block(cell, in_table=True)) for cell in row.iterchildren(_TC)]
            words = [" ".join(one.text for one in cell if one.text) for cell in cells]
            first = next((one for cell in cells for one in cell), None)
            if first is None:
                continue
            if len(cells) == 1:
                yield from cells[0]
            else:
                yield replace(first, text=" | ".join(filter(None, (tidy(word) for word in words))), level=None)

    def _paragraph(self, paragraph: Any, in_table: bool) -> _Paragraph:
        properties = paragraph.pPr
        name = properties.pStyle.get(_VAL) if properties is not None and properties.pStyle is not None else "Normal"
        style = self._styles.get(name, _Style(None, 0.0, False, False, False))
        if style.page_break or (properties is not None and properties.find(qn("w:pageBreakBefore")) is not None):
            self._break(rendered=False)
        text, page, bold, size = self._words(paragraph)
        if properties is not None and properties.find(qn("w:sectPr")) is not None and not _continuous(properties.find(qn("w:sectPr"))):
            self._break(rendered=False)
        level = None if in_table else (_outline_level(properties) or style.level)
        if style.contents:
            text = ""
        return _Paragraph(text, level, Look(text, size or style.size, bold or style.bold), page, in_table)

    def _words(self, paragraph: Any) -> tuple[str, int, bool, float]:
        """Its text, the page it starts on, whether all of it is bold, and its biggest size."""
        parts: list[str] = []
        weights, sizes, page = [], [0.0], 0
        shaded = self._shaded or (paragraph.pPr is not None and paragraph.pPr.find(qn("w:shd")) is not None)
        for run in _runs(paragraph):
            words = "".join(self._run(run))
            kind = _unseen(run, shaded=bool(shaded))
            if kind:
                self.hidden.append((kind, words))
                continue
            if words.strip():
                page = page or self.page
                weights.append(run.rPr is not None and run.rPr.find(qn("w:b")) is not None)
                size = run.rPr.find(qn("w:sz")) if run.rPr is not None else None
                sizes.append(float(size.get(_VAL)) / 2 if size is not None else 0.0)
            parts.append(words)
        return "".join(parts).strip(), page or self.page, bool(weights) and all(weights), max(sizes)

    def _run(self, run: Any) -> Iterator[str]:
        for child in run.iterchildren():
            if child.tag == _T:
                self._at_break = self._at_break and not (child.text or "").strip()
                yield child.text or ""
            elif child.tag == _RENDERED:
                self._break(rendered=True)
            elif child.tag == _BR and child.get(qn("w:type")) == "page":
                self._break(rendered=False)
            elif child.tag in {_BR, qn("w:cr")}:
                yield "\n"
            elif child.tag in {_TAB, qn("w:noBreakHyphen")}:
                yield " " if child.tag == _TAB else "-"

    def _break(self, *, rendered: bool) -> None:
        """Word marks a typed break twice: once as typed, once as rendered. Without text between them they are one."""
        self.rendered = self.rendered or rendered
        if not self._at_break:
            self.page += 1
            self._at_break = True


def _unseen(run: Any, *, shaded: bool) -> HiddenKind | None:
    """How a run's own properties keep it from being seen. White on a ground that a paragraph, a cell or a table's style may fill is seen."""
    own = run.rPr
    if own is None:
        return None
    vanish, size, color = own.find(qn("w:vanish")), own.find(qn("w:sz")), own.find(qn("w:color"))
    if vanish is not None and vanish.get(_VAL) not in {"0", "false"}:
        return "hidden"
    if size is not None and float(size.get(_VAL)) / 2 <= TINY_PT:
        return "tiny"
    filled = shaded or any(own.find(qn(f"w:{name}")) is not None for name in ("shd", "highlight"))
    return "white" if color is not None and str(color.get(_VAL)).lower() in WHITE and not filled else None


def _deleted(body: Any) -> Iterator[tuple[HiddenKind, str]]:
    """What a tracked change has taken out and nobody has thrown away yet."""
    for change in body.iter(qn("w:del"), qn("w:moveFrom")):
        yield "deleted", "".join(one.text or "" for one in change.iter(qn("w:delText"), _T))


def _comments(document: Any) -> Iterator[tuple[HiddenKind, str]]:
    for link in document.part.rels.values():
        if link.reltype.endswith("/comments"):
            for comment in parse_xml(link.target_part.blob).iter(qn("w:comment")):
                yield "comment", " ".join("".join(one.text or "" for one in line.iter(_T)) for line in comment.iter(_P))


def _continuous(section: Any) -> bool:
    kind = section.find(qn("w:type"))
    return kind is not None and kind.get(_VAL) in {"continuous", "nextColumn"}


def _runs(node: Any) -> Iterator[Any]:
    """Runs in reading order, also those in links and text boxes; not what was deleted, and no text box twice."""
    for child in node.iterchildren():
        if child.tag in _SKIPPED:
            continue
        if child.tag == _R:
            yield child
        if len(child):
            yield from _runs(child)
