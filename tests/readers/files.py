"""Files made for a test: a PDF from lines of text, a scan, bombs and other things people should not send."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

A4 = (595.0, 842.0)
TextLine = tuple[float, float, str]
"""(height of the baseline in points, type size, words); words in ASCII, which is all that Helvetica without a file has."""


def pdf(
    path: Path,
    pages: Sequence[Sequence[TextLine]],
    outline: Sequence[tuple[str, int, int | None]] = (),
    password: str = "",
    ink: Mapping[str, str] | None = None,
) -> Path:
    """`outline`: (title, page from 0, index of the parent entry or None); `ink`: what is set before words are drawn, black is set after them."""
    writer = PdfWriter()
    font = DictionaryObject(
        {NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1"), NameObject("/BaseFont"): NameObject("/Helvetica")}
    )
    reference = writer._add_object(font)
    for lines in pages:
        page = writer.add_blank_page(*A4)
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): DictionaryObject({NameObject("/F1"): reference})})
        content = DecodedStreamObject()
        content.set_data(b"".join(_inked(ink or {}, line) for line in lines))
        page[NameObject("/Contents")] = writer._add_object(content)
    entries: list[Any] = []
    for title, number, parent in outline:
        entries.append(writer.add_outline_item(title=title, page_number=number, parent=None if parent is None else entries[parent]))
    if password:
        writer.encrypt(password, algorithm="RC4-128")
    with path.open("wb") as file:
        writer.write(file)
    return path


def _inked(ink: Mapping[str, str], line: TextLine) -> bytes:
    set_before = ink.get(line[2])
    return _drawn(*line) if set_before is None else set_before.encode() + b"\n" + _drawn(*line) + b"0 g\n"


def _drawn(y: float, size: float, words: str) -> bytes:
    escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F1 {size} Tf 72 {y} Td ({escaped}) Tj ET\n".encode("ascii")


def scan(path: Path, pages: int = 2) -> Path:
    """Pictures of pages, as a scanner makes them."""
    images = [Image.new("L", (600, 800), 200) for _ in range(pages)]
    images[0].save(path, "PDF", save_all=True, append_images=images[1:])
    assert len(PdfReader(path).pages) == pages
    return path


def docx_bomb(path: Path, megabytes: int) -> Path:
    """A Word document that is small until it is unpacked."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        with packed.open("word/document.xml", "w") as file:
            for _ in range(megabytes):
                file.write(b" " * 1024 * 1024)
    return path


def zipped(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        for name in names:
            packed.writestr(name, "x")
    return buffer.getvalue()
