"""Bytes to text: UTF-8, UTF-16, and the encodings Korean files still come in (EUC-KR, CP949). The only module that imports charset-normalizer."""

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from charset_normalizer import from_bytes

from assistant.readers import refusals

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KOREAN_NAMES = re.compile(r"euc[-_]?kr|ks[-_]?c[-_]?5601.*|cp949|uhc|ms949|windows-949|korean", re.IGNORECASE)
_GARBLED = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f-\x84\x86-\x9f\ufffd\ue000-\uf8ff]")
_TWICE_ENCODED = re.compile(r"[\u00c0-\u00ff][\u0080-\u00bf]")
_WESTERN = ["cp1252", "iso8859_15", "mac_roman"]
MAX_GARBLED = 0.003
"""Share of characters that no text has; more means that the encoding was not understood."""


def text_of(path: Path, declared: str | None = None) -> str:
    """The file as text. `declared`: what the file itself says (HTML's charset). Raises DocumentError when it stays garbled."""
    content = path.read_bytes()
    for text in _attempts(content, declared):
        if text and _sound(text):
            return text.replace("\r\n", "\n").replace("\r", "\n")
    raise refusals.broken_encoding(path.name)


def _attempts(content: bytes, declared: str | None) -> Iterator[str | None]:
    mark = next((name for start, name in _MARKS if content.startswith(start)), None)
    if mark:
        yield _decoded(content, mark)
        return
    as_utf8 = _decoded(content, "utf-8")
    yield as_utf8
    if as_utf8 is not None and not as_utf8.isascii():
        return
    yield _utf16(content)
    if declared:
        yield _decoded(content, "cp949" if _KOREAN_NAMES.fullmatch(declared.strip()) else declared.strip())
    yield _common_korean(_decoded(content, "cp949"))
    yield _nearly(content, "utf-8")
    yield _common_korean(_nearly(content, "cp949"))
    best = from_bytes(content[:200_000], cp_isolation=_WESTERN).best()
    yield _decoded(content, best.encoding) if best else None


def _decoded(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _utf16(content: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of its spaces, digits and line ends is zero."""
    sample = content[:4000]
    little, big = sample[1::2].count(0), sample[0::2].count(0)
    if max(little, big) * 10 < len(sample) // 2 or min(little, big) * 4 > max(little, big):
        return None
    return _decoded(content, "utf-16-le" if little > big else "utf-16-be")


def _common_korean(text: str | None) -> str | None:
    """Text in a Western encoding also decodes as CP949, but to rare syllables: nine in ten of Korean text's are in KS X 1001."""
    if text is None:
        return None
    beyond = [char for char in text if char > "\x7f" and char != "\ufffd"]
    common = sum(_in_ks_x_1001(char) for char in beyond)
    return text if beyond and common >= 0.9 * len(beyond) else None


def _in_ks_x_1001(char: str) -> bool:
    try:
        lead = char.encode("euc-kr")[0]
    except UnicodeEncodeError:
        return False
    return "가" <= char <= "힣" or lead < 0xB0


def _nearly(content: bytes, encoding: str) -> str | None:
    """With a few broken bytes (a cut end, a copied fragment): better read with a mark in their place than refused."""
    text = content.decode(encoding, errors="replace")
    wide = sum(char > "\x7f" for char in text)
    return text if wide > 20 * text.count("\ufffd") else None


def _sound(text: str) -> bool:
    allowed = max(1, int(len(text) * MAX_GARBLED))
    return len(_GARBLED.findall(text)) <= allowed and len(_TWICE_ENCODED.findall(text)) <= max(3, len(text) * 0.02)
