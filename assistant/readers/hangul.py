"""Hangul documents, HWPX and HWP (5.0): headings by outline or style, or by look where nobody used them; tables row by row; no pages.

The only module that imports python-hwpx, which gives both formats the same XML (OWPML, KS X 6101); the body is walked as XML. Where a page ends is
known to Hangul only.
"""

import re
import warnings
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from hwpx import HwpxDocument
from hwpx.errors import HwpxError
from hwpx.hwp5.cfb import SIGNATURE, CompoundFile

from assistant.domain.playbook import HiddenKind, Reading
from assistant.readers import refusals
from assistant.readers.formats import MEGABYTE
from assistant.readers.headings import MAX_HEADING, Look, bare, levels
from assistant.readers.outline import TINY_PT, WHITE, Outline, tidy

MAX_SCRIPT_BYTES = 16 * MEGABYTE
_TITLE = re.compile(r"(?:큰\s*|문서\s*)?제목$|title$", re.IGNORECASE)
_BREAKS = {"tab": " ", "lineBreak": "\n", "nbSpace": " ", "fwSpace": " ", "hyphen": "-"}
_PROTECTED = ("password", "encrypted", "drm", "cert")
_NOTES = {"footNote", "endNote"}
_ASIDE = {"hiddenComment", "fieldBegin"}
"""A comment that only shows when asked for, and a memo, which stands inside the field it is about."""
_WITHIN = {"insertBegin", "insertEnd", "markpenBegin", "markpenEnd", "titleMark"}
_DRAWN = {"rect", "ellipse", "polygon", "container", "arc", "curve"}


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """`level`: by outline or style; `look`: for documents that use neither."""

    look: Look
    level: int | None
    in_table: bool = False


def read(path: Path) -> Reading:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            _check_scripts(path)
            document = HwpxDocument.open(path)
            walk = _Walk(document.styles)
            paragraphs = [one for part in document.sections for one in walk.block(part.element) if one.look.text]
    except HwpxError as error:
        raise _refused(path.name, str(getattr(error, "code", ""))) from error
    except (KeyError, ValueError, BadZipFile, SyntaxError) as error:
        raise refusals.damaged(path.name) from error
    return _reading(paragraphs, walk.hidden)


def _check_scripts(path: Path) -> None:
    """Raises DocumentError for a binary document whose scripts would unpack to more than anybody writes; python-hwpx bounds every other stream."""
    content = path.read_bytes()
    if not content.startswith(SIGNATURE):
        return
    compound = CompoundFile(content)
    for one in compound.stream_paths():
        if one.startswith("Scripts/"):
            inflater = zlib.decompressobj(-15)
            with suppress(zlib.error):  # not packed
                inflater.decompress(compound.read(one), MAX_SCRIPT_BYTES)
            if inflater.unconsumed_tail:
                raise refusals.bomb(path.name, MAX_SCRIPT_BYTES // MEGABYTE)


def _refused(name: str, code: str) -> Exception:
    if "distribution" in code:
        return refusals.for_distribution(name)
    return refusals.encrypted(name) if any(one in code for one in _PROTECTED) else refusals.damaged(name)


def _reading(paragraphs: list[_Paragraph], hidden: list[tuple[HiddenKind, str]]) -> Reading:
    """Where most of the text is outlined (every line of it is numbered, say), the outline marks no headings."""
    marked = [one.level for one in paragraphs]
    headed = sum(len(one.look.text) for one in paragraphs if one.level)
    if not 0 < headed < sum(len(one.look.text) for one in paragraphs) / 2:
        marked = [None if one.in_table else level for one, level in zip(paragraphs, levels([one.look for one in paragraphs]), strict=True)]
    outline = Outline()
    for one, level in zip(paragraphs, marked, strict=True):
        if level:
            outline.heading(level, bare(one.look.text))
        else:
            outline.paragraph(one.look.text)
    for kind, said in hidden:
        outline.hide(kind, said)
    return outline.reading()


class _Walk:
    """Goes through the body once. `styles`: the document's, by the ids that paragraphs refer to."""

    def __init__(self, styles: Any) -> None:
        self._styles = styles
        self._deleted = False
        self._shaded = 0
        self.hidden: list[tuple[HiddenKind, str]] = []

    def block(self, parent: Any, in_table: bool = False) -> Iterator[_Paragraph]:
        for child in parent:
            if _name(child) == "p":
                yield from self._paragraph(child, in_table)

    def _paragraph(self, paragraph: Any, in_table: bool) -> Iterator[_Paragraph]:
        """Its own text first, then what hangs on it: tables, boxes, notes."""
        words: list[tuple[str, Any]] = []
        hanging: list[_Paragraph] = []
        for run in (one for one in paragraph if _name(one) == "run"):
            for child in run:
                if _name(child) == "t":
                    said, style = "".join(self._text(child)), self._styles.char_property(run.get("charPrIDRef"))
                    kind = _unseen(style, shaded=bool(self._shaded or in_table))
                    if kind:
                        self.hidden.append((kind, said))
                    else:
                        words.append((said, style))
                else:
                    hanging += self._hanging(child, in_table)
        yield _Paragraph(_look(words), None if in_table else self._level(paragraph, words))
        yield from hanging

    def _text(self, node: Any) -> Iterator[str]:
        """Text with its breaks, without what tracked changes have deleted."""
        yield self._kept(node.text)
        for child in node:
            name = _name(child)
            if name in {"deleteBegin", "deleteEnd"}:
                self._deleted = name == "deleteBegin"
            elif name in _BREAKS:
                yield self._kept(_BREAKS[name])
            elif name in _WITHIN:
                yield from self._text(child)
            yield self._kept(child.tail)

    def _kept(self, text: str | None) -> str:
        if self._deleted and text:
            self.hidden.append(("deleted", text))
        return "" if self._deleted or text is None else text

    def _hanging(self, node: Any, in_table: bool) -> Iterator[_Paragraph]:
        name = _name(node)
        if name == "tbl":
            yield from self._table(node)
        elif name == "ctrl":
            for note in node:
                if _name(note) in _NOTES:
                    yield from self._inside(note, in_table)
                elif _name(note) in _ASIDE:
                    said = " ".join("".join(one.itertext()) for one in note.iter() if _name(one) == "t")
                    self.hidden.append(("comment", said))
        elif name == "dutmal":
            yield from (_Paragraph(Look("".join(one.itertext()).strip(), 0.0, False), None, in_table) for one in node if _name(one) == "mainText")
        elif name in _DRAWN:
            self._shaded += 1
            yield from list(self._inside(node, in_table))
            self._shaded -= 1

    def _inside(self, node: Any, in_table: bool) -> Iterator[_Paragraph]:
        for child in node:
            if _name(child) == "subList":
                yield from self.block(child, in_table)
            elif _name(child) == "drawText" or _name(child) in _DRAWN:
                yield from self._inside(child, in_table)

    def _table(self, table: Any) -> Iterator[_Paragraph]:
        """A table of one cell is a frame around text, in Hangul documents often around a heading."""
        rows = [[one for one in row if _name(one) == "tc"] for row in table if _name(row) == "tr"]
        if len(rows) == 1 and len(rows[0]) == 1:
            yield from self._inside(rows[0][0], in_table=False)
            return
        for row in rows:
            cells = [[one for one in self._inside(cell, in_table=True) if one.look.text] for cell in row]
            words = [tidy(" ".join(one.look.text for one in cell)) for cell in cells]
            first = next((cell[0] for cell in cells if cell), None)
            if first is not None:
                yield replace(first, look=replace(first.look, text=" | ".join(filter(None, words))))

    def _level(self, paragraph: Any, words: list[tuple[str, Any]]) -> int | None:
        """The outermost outline level is 2 here, so that a title stands above it."""
        if sum(len(text) for text, _ in words) > MAX_HEADING * 2:
            return None
        style = self._styles.get(paragraph.get("styleIDRef"))
        if style is not None and _TITLE.match(style.name or style.eng_name or ""):
            return 1
        properties = self._styles.paragraph_property(paragraph.get("paraPrIDRef"))
        heading = properties.heading if properties is not None else None
        return heading.level + 2 if heading is not None and heading.type == "OUTLINE" and heading.level is not None else None


def _look(words: list[tuple[str, Any]]) -> Look:
    said = [(text, style) for text, style in words if text.strip()]
    sizes = [float(style.attributes.get("height", 0)) / 100 for _, style in said if style is not None]
    bold = bool(said) and all(style is not None and "bold" in style.child_attributes for _, style in said)
    return Look("".join(text for text, _ in words).strip(), max(sizes, default=0.0), bold)


def _unseen(style: Any, *, shaded: bool) -> HiddenKind | None:
    """White letters in a table or a box may stand on a filled ground, and so are seen."""
    if style is None:
        return None
    if 0 < float(style.attributes.get("height", 0) or 0) / 100 <= TINY_PT:
        return "tiny"
    ground = str(style.attributes.get("shadeColor") or "none").lower()
    white = str(style.attributes.get("textColor") or "").lower() in WHITE
    return "white" if white and not shaded and ground in {"none", "", *WHITE} else None


def _name(node: Any) -> str:
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""
