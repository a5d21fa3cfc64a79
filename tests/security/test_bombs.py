"""Files made to blow up whoever reads them: small until unpacked, entities in entities, nesting without end. Each ends in a refusal or a reading, in
the reading process alone, and the next document is read as ever."""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from assistant.domain.playbook import Reading
from assistant.errors import DocumentError
from assistant.readers import LimitedReader

MEGABYTE = 1024 * 1024
SECONDS, MEGABYTES = 30, 1024
PARTS = {
    "docx": ("[Content_Types].xml", "word/document.xml"),
    "pptx": ("[Content_Types].xml", "ppt/presentation.xml"),
    "xlsx": ("[Content_Types].xml", "xl/workbook.xml"),
    "hwpx": ("mimetype", "Contents/content.hpf"),
}
LAUGHS = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
ENTITIES = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "ha">{LAUGHS}]><x>&e11;</x>'.encode()


@pytest.fixture(scope="module")
def read() -> Iterator[LimitedReader]:
    with LimitedReader(SECONDS, MEGABYTES) as reader:
        yield reader


def survived(read: LimitedReader, path: Path) -> Reading | DocumentError:
    """What became of it; a plain document is read afterwards."""
    became: Reading | DocumentError
    try:
        became = read(path)
    except DocumentError as error:
        became = error
    plain = path.with_name("다음.md")
    plain.write_text("# 안내\n\n번호이동은 영업일 기준 5일 걸려요.", encoding="utf-8")
    assert "5일" in read(plain).sections[0].text
    return became


def packed(path: Path, suffix: str, content: bytes, times: int = 1) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as bundle:
        first, part = PARTS[suffix]
        bundle.writestr(first, "application/hwp+zip" if suffix == "hwpx" else "<Types/>")
        with bundle.open(part, "w") as file:
            for _ in range(times):
                file.write(content)
    return path


@pytest.mark.parametrize("suffix", PARTS)
def test_what_unpacks_to_half_a_gigabyte_is_refused_unread(read: LimitedReader, tmp_path: Path, suffix: str) -> None:
    path = packed(tmp_path / f"폭탄.{suffix}", suffix, b" " * MEGABYTE, 512)
    assert path.stat().st_size < 2 * MEGABYTE
    became = survived(read, path)
    assert isinstance(became, DocumentError)
    assert "압축을 풀면" in became.ko


@pytest.mark.parametrize("suffix", PARTS)
def test_entities_in_entities_are_not_unfolded(read: LimitedReader, tmp_path: Path, suffix: str) -> None:
    assert isinstance(survived(read, packed(tmp_path / f"웃음.{suffix}", suffix, ENTITIES)), DocumentError)


def test_a_pdf_whose_page_unpacks_to_half_a_gigabyte(read: LimitedReader, tmp_path: Path) -> None:
    squeezer = zlib.compressobj(9)
    stream = b"".join(squeezer.compress(b"(a) Tj " * (MEGABYTE // 7)) for _ in range(512)) + squeezer.flush()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(stream), stream),
    ]
    body = b"".join(b"%d 0 obj%sendobj\n" % (number, one) for number, one in enumerate(objects, 1))
    path = tmp_path / "폭탄.pdf"
    path.write_bytes(b"%PDF-1.5\n" + body + b"trailer<</Root 1 0 R/Size 5>>\n%%EOF")
    assert path.stat().st_size < 4 * MEGABYTE
    assert isinstance(survived(read, path), DocumentError)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("깊은.html", "<div>" * 200_000 + "끝" + "</div>" * 200_000),
        ("깊은.md", "> " * 50_000 + "끝"),
        ("괄호.md", "[" * 100_000 + "끝"),
        ("목록.md", "".join("  " * min(n, 2000) + "- a\n" for n in range(3000))),
        ("줄.csv", '"' + "a," * 2_000_000),
        ("표.html", "<table><tr><td colspan=100000000 rowspan=100000000>값</table>"),
        ("주석.html", "<!--" * 500_000),
    ],
)
def test_nesting_without_end(read: LimitedReader, tmp_path: Path, name: str, content: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    survived(read, path)


NAMES = [
    "../../밖.md",
    "..\\..\\밖.md",
    "/etc/밖.md",
    "C:\\밖.md",
    "a\x00b.md",
    "a\nb.md",
    "\ud800.md",
    "." * 300 + ".md",
    "CON.md",
    "가" * 90 + ".md",
]


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_name_leads_nowhere(tmp_path: Path, name: str) -> None:
    from assistant.domain.people import LOCAL_PERSON
    from assistant.errors import MajuError
    from assistant.playbooks import Upload
    from tests.resilience.places import opened

    before = {one for one in tmp_path.parent.rglob("*") if "data" not in one.parts}
    with opened(tmp_path / "data") as engine:
        with suppress(MajuError):
            engine.shelf.add(LOCAL_PERSON, Upload(name, "# 안내\n\n번호이동은 5일.".encode()))
        assert not [one for one in engine.shelf.versions() if one.state not in {"ready", "failed"}]
        assert all("/" not in one.name and "\\" not in one.name for one in engine.shelf.versions())
    assert {one for one in tmp_path.parent.rglob("*") if "data" not in one.parts} == before
