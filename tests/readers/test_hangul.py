"""Hangul documents, the packed (HWPX) and the binary ones (HWP): both are written by the same library and must read the same."""

import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hwpx import HwpxDocument
from hwpx.hwp5.cfb import CompoundFile, build_compound_file, read_all_streams

from assistant.domain.playbook import Section
from assistant.errors import DocumentError
from assistant.readers import LimitedReader
from assistant.readers.hangul import read as as_read

SUFFIXES = ("hwpx", "hwp")


@pytest.fixture
def document() -> Any:
    return HwpxDocument.new()


@pytest.fixture(scope="module")
def read() -> Iterator[LimitedReader]:
    with LimitedReader() as reader:
        yield reader


def saved(document: Any, folder: Path, suffix: str, name: str = "가격표") -> Path:
    path = folder / f"{name}.{suffix}"
    document.save_to_path(str(path))
    return path


def guide(document: Any) -> None:
    document.add_heading("가격", level=1)
    document.add_paragraph("석당 월 58,000원이고 설치비는 받지 않습니다.", style="바탕글")
    document.add_heading("할인", level=2)
    document.add_paragraph("24개월을 약정하시면 8%를 빼 드립니다.", style="바탕글")
    document.add_heading("반론", level=1)
    document.add_paragraph("비싸다고 하시면 지금 놓치는 전화의 값을 함께 셈합니다.", style="바탕글")


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_outline_becomes_a_path(document: Any, tmp_path: Path, suffix: str) -> None:
    guide(document)
    assert as_read(saved(document, tmp_path, suffix)).sections == (
        Section(("가격",), "석당 월 58,000원이고 설치비는 받지 않습니다."),
        Section(("가격", "할인"), "24개월을 약정하시면 8%를 빼 드립니다."),
        Section(("반론",), "비싸다고 하시면 지금 놓치는 전화의 값을 함께 셈합니다."),
    )


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_a_table_is_read_row_by_row_and_a_frame_of_one_cell_is_no_table(document: Any, tmp_path: Path, suffix: str) -> None:
    document.add_paragraph("요금", style="바탕글")
    frame = document.add_table(1, 1)
    frame.set_cell_text(0, 0, "반드시 견적서로 확인해 주세요.")
    table = document.add_table(2, 2)
    for row, words in enumerate((("상품", "요금"), ("기본", "58,000원"))):
        for column, word in enumerate(words):
            table.set_cell_text(row, column, word)
    document.add_paragraph("부가세는 따로입니다.", style="바탕글")
    (section,) = as_read(saved(document, tmp_path, suffix)).sections
    assert section.text == "요금\n반드시 견적서로 확인해 주세요.\n상품 | 요금\n기본 | 58,000원\n부가세는 따로입니다."


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_headings_are_told_by_their_look_where_nobody_used_the_outline(document: Any, tmp_path: Path, suffix: str) -> None:
    big = document.styles.ensure_run(bold=True, size=18)
    for title, words in (("가격", "석당 월 58,000원이고 설치비는 받지 않습니다."), ("할인", "24개월을 약정하시면 8%를 빼 드립니다.")):
        document.add_paragraph(title, style="바탕글", char_pr_id_ref=big)
        document.add_paragraph(words, style="바탕글")
    assert [one.path for one in as_read(saved(document, tmp_path, suffix)).sections] == [("가격",), ("할인",)]


def test_lines_that_are_all_numbered_by_the_outline_are_text(document: Any, tmp_path: Path) -> None:
    for line in ("고객이 바쁘다고 하시면 한 가지만 여쭙니다.", "예산을 먼저 여쭙지 않습니다.", "다음 약속은 날짜와 함께 잡습니다."):
        document.add_paragraph(line, style="개요 2")
    (section,) = as_read(saved(document, tmp_path, "hwpx")).sections
    assert section.path == ()
    assert section.text.count("\n") == 2


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_footnotes_follow_their_paragraph_and_headers_are_left_out(document: Any, tmp_path: Path, suffix: str) -> None:
    paragraph = document.add_paragraph("위약금은 남은 달의 10%입니다.", style="바탕글")
    document.notes.add_footnote("2026년 3월 약관", paragraph=paragraph)
    document.add_paragraph("그 밖에는 없습니다.", style="바탕글")
    document.page.set_header(text="대외비")
    (section,) = as_read(saved(document, tmp_path, suffix)).sections
    assert section.text == "위약금은 남은 달의 10%입니다.\n2026년 3월 약관\n그 밖에는 없습니다."


def test_what_a_tracked_change_deleted_is_not_read(document: Any, tmp_path: Path) -> None:
    paragraph = document.add_paragraph("설치비는 90,000원이 아니라 0원입니다.", style="바탕글")
    document.tracking.delete(paragraph, match="90,000원이 아니라 ")
    (section,) = as_read(saved(document, tmp_path, "hwpx")).sections
    assert section.text == "설치비는 0원입니다."


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_limited_reader_knows_both(document: Any, tmp_path: Path, read: LimitedReader, suffix: str) -> None:
    guide(document)
    assert read(saved(document, tmp_path, suffix)).sections[0].path == ("가격",)


def test_a_binary_document_with_the_name_of_a_packed_one_is_told(document: Any, tmp_path: Path, read: LimitedReader) -> None:
    guide(document)
    path = saved(document, tmp_path, "hwp").rename(tmp_path / "가격.hwpx")
    with pytest.raises(DocumentError) as caught:
        read(path)
    assert "한글(HWP) 문서예요" in caught.value.ko or "한글(HWP) 문서이에요" in caught.value.ko


def test_a_torn_document_is_damaged(document: Any, tmp_path: Path, read: LimitedReader) -> None:
    guide(document)
    path = saved(document, tmp_path, "hwp")
    content = path.read_bytes()
    at = content.index(b"HWP Document File")
    path.write_bytes(content[: max(at + 600, len(content) // 2)])
    with pytest.raises(DocumentError) as caught:
        read(path)
    assert "손상" in caught.value.ko


@pytest.mark.parametrize(("bit", "says"), [(1, "암호"), (2, "배포용"), (4, "암호")])
def test_a_protected_document_says_so(document: Any, tmp_path: Path, read: LimitedReader, bit: int, says: str) -> None:
    """The second word of the file's header holds its protections, bit by bit (HWP 5.0 specification, table 3)."""
    guide(document)
    path = saved(document, tmp_path, "hwp")
    content = bytearray(path.read_bytes())
    flags = content.index(b"HWP Document File") + 36
    content[flags] |= 1 << bit
    path.write_bytes(content)
    with pytest.raises(DocumentError) as caught:
        read(path)
    assert says in caught.value.ko


def test_a_document_from_before_the_format_was_opened_says_how_to_save_it(tmp_path: Path, read: LimitedReader) -> None:
    path = tmp_path / "옛.hwp"
    path.write_bytes(b"HWP Document File V3.00 \x1a\x01\x02\x03\x04\x05" + b"\0" * 500)
    with pytest.raises(DocumentError) as caught:
        read(path)
    assert "HWPX로 저장" in caught.value.ko


def test_scripts_that_would_unpack_to_hundreds_of_megabytes_are_refused_at_once(document: Any, tmp_path: Path, read: LimitedReader) -> None:
    guide(document)
    whole = saved(document, tmp_path, "hwp").read_bytes()
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    swollen = packer.compress(b"\0" * (64 * 1024 * 1024)) + packer.flush()
    streams = [(name, swollen if name.startswith("Scripts/") else data) for name, data in read_all_streams(CompoundFile(whole))]
    assert swollen in [data for _, data in streams]
    path = tmp_path / "폭탄.hwp"
    path.write_bytes(build_compound_file(streams))
    with pytest.raises(DocumentError, match="unpacks to more than 16 MB"):
        read(path)
