"""Small whole documents of every packed or binary kind, and what damage or malice make of them: inside the package too, where a parser looks."""

import io
import zipfile
import zlib
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from random import Random

import docx
import openpyxl
import pptx
from hwpx import HwpxDocument
from hwpx.hwp5.cfb import CompoundFile, build_compound_file, read_all_streams

from tests.readers import files

WORDS = ("가격", "석당 월 58,000원이고 설치비는 받지 않습니다.", "24개월을 약정하시면 8%를 빼 드립니다.")
DEEP = 20_000
LAUGHS = b'<!DOCTYPE a [<!ENTITY a "%s">' % (b"ha" * 50) + b"".join(
    b'<!ENTITY %c "%s">' % (name, b"&%c;" % (name - 1) * 10) for name in range(ord("b"), ord("l"))
)
"""Entities that would grow to terabytes; a root that calls the last follows."""


def made(folder: Path) -> Mapping[str, bytes]:
    """By suffix."""
    word = docx.Document()
    word.add_heading(WORDS[0], 1)
    word.add_paragraph(WORDS[1])
    word.add_table(2, 2).cell(1, 1).text = WORDS[2]
    word.save(str(folder / "a.docx"))
    slides = pptx.Presentation()
    slide = slides.slides.add_slide(slides.slide_layouts[1])
    slide.shapes.title.text, slide.placeholders[1].text = WORDS[0], WORDS[1]
    slides.save(str(folder / "a.pptx"))
    book = openpyxl.Workbook()
    for row in (("상품", "요금"), ("기본", 58_000)):
        book.active.append(row)
    book.save(folder / "a.xlsx")
    hangul = HwpxDocument.new()
    hangul.add_heading(WORDS[0], level=1)
    hangul.add_paragraph(WORDS[1])
    hangul.add_table(2, 2).set_cell_text(1, 1, WORDS[2])
    for suffix in ("hwpx", "hwp"):
        hangul.save_to_path(str(folder / f"a.{suffix}"))
    files.pdf(
        folder / "a.pdf",
        [[(60, 18, "Price"), (100, 11, "58,000 won a month")], [(60, 11, "and nothing for setting it up")]],
        outline=[(WORDS[0], 0, None)],
    )
    return {suffix: (folder / f"a.{suffix}").read_bytes() for suffix in ("docx", "pptx", "xlsx", "hwpx", "hwp", "pdf")}


def worse(suffix: str, whole: bytes, chance: Random) -> bytes:
    """One document that came to harm, in one of the ways its kind can."""
    ways: list[Callable[[bytes, Random], bytes]] = [scratched, cut, doubled]
    if suffix == "hwp":
        ways += [_streams_scratched, _streams_scratched, _stream_swollen, _sectors_scratched]
    elif suffix == "pdf":
        ways += [_numbers_changed, _numbers_changed]
    else:
        ways += [_part_changed] * 4
    return chance.choice(ways)(whole, chance)


def scratched(content: bytes, chance: Random, most: int = 8) -> bytes:
    found = bytearray(content)
    for _ in range(chance.randint(1, most) if found else 0):
        found[chance.randrange(len(found))] = chance.choice((0, 0x7F, 0xFF, chance.randrange(256)))
    return bytes(found)


def cut(content: bytes, chance: Random) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


def doubled(content: bytes, chance: Random) -> bytes:
    """A piece stands where another should."""
    at, other, size = chance.randrange(len(content) + 1), chance.randrange(len(content) + 1), chance.randrange(4096)
    return content[:at] + content[other : other + size] + content[at:]


def _part_changed(package: bytes, chance: Random) -> bytes:
    """One member of a zip, as its parser meets it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as whole, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        names = whole.namelist()
        changed = chance.choice([one for one in names if one.endswith((".xml", ".rels", ".hpf"))])
        change = chance.choice((scratched, cut, doubled, _nested, _laughing, _gone, _other_root))
        for name in names:
            packed.writestr(name, change(whole.read(name), chance) if name == changed else whole.read(name))
    return out.getvalue()


def _nested(xml: bytes, chance: Random) -> bytes:
    """Elements within elements, before the last one ends."""
    at = xml.rfind(b"</")
    return xml[:at] + b"<p>" * DEEP + b"</p>" * DEEP + xml[at:]


def _laughing(xml: bytes, chance: Random) -> bytes:
    return LAUGHS + b"]><a>&k;</a>" if chance.random() < 0.5 else LAUGHS + b"]>" + xml.split(b"?>", 1)[-1]


def _gone(xml: bytes, chance: Random) -> bytes:
    return b""


def _other_root(xml: bytes, chance: Random) -> bytes:
    return b'<?xml version="1.0"?><html/>'


def _streams_scratched(compound: bytes, chance: Random) -> bytes:
    """Records with other lengths, kinds and levels, packed rightly: no checksum tells."""
    streams = read_all_streams(CompoundFile(compound))
    chosen = chance.choice([name for name, _ in streams if name.startswith(("BodyText", "DocInfo", "FileHeader"))])
    return build_compound_file([(name, _repacked(data, chance) if name == chosen else data) for name, data in streams])


def _repacked(data: bytes, chance: Random) -> bytes:
    try:
        return _packed(chance.choice((scratched, cut, doubled))(zlib.decompress(data, -15), chance))
    except zlib.error:
        return scratched(data, chance)


def _stream_swollen(compound: bytes, chance: Random) -> bytes:
    """A stream of half a megabyte that unpacks to half a gigabyte."""
    streams = read_all_streams(CompoundFile(compound))
    chosen = chance.choice([name for name, _ in streams if name.startswith(("BodyText", "DocInfo", "Scripts"))])
    return build_compound_file([(name, _swollen() if name == chosen else data) for name, data in streams])


@cache
def _swollen() -> bytes:
    """Made when it is first needed: it takes seconds, and every process that only collects the tests would wait for it."""
    packer, megabyte = zlib.compressobj(9, zlib.DEFLATED, -15), b"\0" * 1024 * 1024
    return b"".join(packer.compress(megabyte) for _ in range(512)) + packer.flush()


def _sectors_scratched(compound: bytes, chance: Random) -> bytes:
    """The header and the first table of sectors: chains that end nowhere or bite their tail."""
    return scratched(compound[:1024], chance, 4) + compound[1024:]


def _packed(data: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def _numbers_changed(pdf: bytes, chance: Random) -> bytes:
    """Counts, lengths, offsets and references of a PDF."""
    found = pdf
    for _ in range(chance.randint(1, 4)):
        at = chance.choice([i for i, one in enumerate(found) if one in b"0123456789"])
        found = found[:at] + chance.choice((b"0", b"9", b"-1", b"99999999999", b"2147483648")) + found[at + 1 :]
    return found
