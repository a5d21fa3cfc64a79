"""What a file's first bytes say it is, against what its name says; and how much a packed one would unpack to. Checked before any parser sees it."""

import zipfile
from pathlib import Path

from assistant.readers import refusals
from assistant.readers.formats import MEGABYTE, Content

MAX_UNPACKED_MB = 300
MAX_XML_MB = 64
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BINARY: tuple[tuple[bytes, str, str], ...] = (
    (b"\x89PNG", "PNG 그림", "a PNG picture"),
    (b"\xff\xd8\xff", "JPEG 사진", "a JPEG picture"),
    (b"GIF8", "GIF 그림", "a GIF picture"),
    (b"\x1f\x8b", "gzip 압축 파일", "a gzip archive"),
    (b"7z\xbc\xaf", "7z 압축 파일", "a 7z archive"),
    (b"Rar!", "RAR 압축 파일", "a RAR archive"),
    (b"\x7fELF", "실행 파일", "a program"),
    (b"MZ\x90", "실행 파일", "a program"),
    (b"SQLite format 3", "데이터베이스 파일", "a database"),
)
_PACKED: dict[str, Content] = {
    "word/document.xml": "docx",
    "ppt/presentation.xml": "pptx",
    "xl/workbook.xml": "xlsx",
    "Contents/content.hpf": "hwpx",
}
"""By the part that every such package has."""
_NAMES: dict[Content, tuple[str, str]] = {
    "pdf": ("PDF", "a PDF"),
    "docx": ("워드 문서", "a Word document"),
    "pptx": ("파워포인트 문서", "a PowerPoint presentation"),
    "xlsx": ("엑셀 문서", "an Excel workbook"),
    "hwpx": ("한글(HWPX) 문서", "a Hangul (HWPX) document"),
    "hwp": ("한글(HWP) 문서", "a Hangul (HWP) document"),
    "text": ("일반 텍스트", "plain text"),
}
_LOCKED = b"encryption-data"
_OLD_HANGUL = b"HWP Document File V"


def check_content(path: Path, expected: Content) -> None:
    """Raises DocumentError when the file is empty, encrypted, a bomb, or not what its suffix says."""
    with path.open("rb") as file:
        head = file.read(4096)
    if not head.strip():
        raise refusals.empty(path.name)
    kind = _kind(path, head)
    if kind == expected:
        return
    raise refusals.mismatch(path.name, path.suffix, *(kind if isinstance(kind, tuple) else _NAMES[kind]))


def _kind(path: Path, head: bytes) -> Content | tuple[str, str]:
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return _packed_kind(path)
    if head.startswith(_OLE):
        return _ole_kind(path)
    if head.startswith(_OLD_HANGUL):
        raise refusals.old_hangul(path.name)
    for magic, ko, en in _BINARY:
        if head.startswith(magic):
            return ko, en
    return "text"


def _packed_kind(path: Path) -> Content | tuple[str, str]:
    try:
        with zipfile.ZipFile(path) as packed:
            infos = packed.infolist()
            locked = _LOCKED in _manifest(packed)
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError) as error:
        raise refusals.damaged(path.name) from error
    names = {info.filename for info in infos}
    kind = next((kind for part, kind in _PACKED.items() if part in names), None)
    if kind is None:
        return ("오픈도큐먼트 문서", "an OpenDocument file") if "mimetype" in names else ("압축 파일", "a zip archive")
    if locked or any(info.flag_bits & 0x1 for info in infos):
        raise refusals.encrypted(path.name)
    _check_unpacked(path.name, infos)
    return kind


def _manifest(packed: zipfile.ZipFile) -> bytes:
    """Where Hangul and OpenDocument say how their parts are encrypted; the package itself is not."""
    name = "META-INF/manifest.xml"
    return packed.read(name) if name in packed.namelist() and packed.getinfo(name).file_size < MEGABYTE else b""


def _check_unpacked(name: str, infos: list[zipfile.ZipInfo]) -> None:
    """Declared sizes; zipfile itself stops at the declared size, so a lying header yields a damaged file, not a bomb."""
    if sum(info.file_size for info in infos) > MAX_UNPACKED_MB * MEGABYTE or len(infos) > 20_000:
        raise refusals.bomb(name, MAX_UNPACKED_MB)
    if any(info.file_size > MAX_XML_MB * MEGABYTE for info in infos if info.filename.endswith((".xml", ".rels"))):
        raise refusals.bomb(name, MAX_XML_MB)


def _ole_kind(path: Path) -> Content | tuple[str, str]:
    """An OLE file is a Hangul document, an old Office one, or the wrapper of an encrypted Office one (its stream names are UTF-16)."""
    content = path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise refusals.encrypted(path.name)
    if b"HWP Document File" in content:
        return "hwp"
    return "옛 오피스 문서(.doc 등)", "an old Office document (.doc and the like)"
