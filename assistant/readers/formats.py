"""The table of formats: which suffix is read by which module, and how big such a file may be. Adding a document type = one module and its row."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path, PurePosixPath
from typing import Literal, cast

from assistant.domain.playbook import Reading
from assistant.readers import refusals

Content = Literal["pdf", "docx", "pptx", "xlsx", "hwpx", "hwp", "text"]
MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Format:
    """`module` has `read(path)`; `content` is what the file's bytes must look like; `max_mb` is the biggest file accepted."""

    name: str
    suffixes: tuple[str, ...]
    module: str
    content: Content
    max_mb: int


FORMATS: tuple[Format, ...] = (
    Format("Markdown", (".md", ".markdown"), "assistant.readers.markdown", "text", 20),
    Format("TXT", (".txt",), "assistant.readers.plain_text", "text", 20),
    Format("HTML", (".html", ".htm", ".xhtml"), "assistant.readers.html", "text", 20),
    Format("CSV", (".csv", ".tsv"), "assistant.readers.csv_rows", "text", 20),
    Format("DOCX", (".docx",), "assistant.readers.docx", "docx", 100),
    Format("PPTX", (".pptx",), "assistant.readers.pptx", "pptx", 100),
    Format("XLSX", (".xlsx", ".xlsm"), "assistant.readers.xlsx", "xlsx", 50),
    Format("HWPX", (".hwpx",), "assistant.readers.hangul", "hwpx", 100),
    Format("HWP", (".hwp",), "assistant.readers.hangul", "hwp", 100),
    Format("PDF", (".pdf",), "assistant.readers.pdf", "pdf", 100),
)
LONGEST_NAME = 255
"""Bytes, as file systems count: 85 Korean syllables."""
SUFFIXES: tuple[str, ...] = tuple(suffix for one in FORMATS for suffix in one.suffixes)


def format_of(file_name: str) -> Format:
    """By suffix, in any case. Raises DocumentError for one that is not in the table."""
    suffix = Path(file_name).suffix.lower()
    found = next((one for one in FORMATS if suffix in one.suffixes), None)
    if found is None:
        raise refusals.unsupported(file_name, ", ".join(one.name for one in FORMATS))
    return found


def readable(file_name: str) -> bool:
    """Whether a file found in a folder is a document: of a known type and not hidden ('~$' is what Office leaves beside an open document)."""
    path = PurePosixPath(file_name.replace("\\", "/"))
    return not any(part.startswith((".", "~$")) for part in path.parts) and path.suffix.lower() in SUFFIXES


def check_size(file_name: str, size: int) -> Format:
    """The format of a file of `size` bytes. Raises DocumentError when it is unknown, empty or too big, or its name is none that a disk takes: all
    that can be said before reading."""
    if len(file_name.encode(errors="replace")) > LONGEST_NAME or any(char == "\0" or "\ud800" <= char <= "\udfff" for char in file_name):
        raise refusals.unusable_name(file_name)
    found = format_of(file_name)
    if size == 0:
        raise refusals.empty(file_name)
    if size > found.max_mb * MEGABYTE:
        raise refusals.too_big(file_name, -(-size // MEGABYTE), found.max_mb)
    return found


def reader_of(one: Format) -> Callable[[Path], Reading]:
    """Its module is imported here, so a Markdown file loads no PDF library."""
    return cast("Callable[[Path], Reading]", import_module(one.module).read)
