"""HWPX as Hangul itself writes it: a body by hand after KS X 6101 and published samples, in a package around it; and the protected ones."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hwpx import HwpxDocument

from assistant.domain.playbook import Reading
from assistant.errors import DocumentError
from assistant.readers import LimitedReader

OLD, NEW = "http://www.hancom.co.kr/hwpml/2011", "http://www.owpml.org/owpml/2024"
LINES = '<hp:linesegarray><hp:lineseg textpos="0" vertpos="0" vertsize="1000" textheight="1000" baseline="850" spacing="600"/></hp:linesegarray>'
ENCRYPTED = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<odf:manifest xmlns:odf="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
<odf:file-entry full-path="Contents/section0.xml" media-type="application/xml" size="4115"><odf:encryption-data
 checksum-type="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0#sha256-1k" checksum="axrt"/></odf:file-entry></odf:manifest>"""


def p(*runs: str) -> str:
    """A paragraph of runs, with the line positions that Hangul keeps."""
    inside = "".join(f'<hp:run charPrIDRef="0">{run}</hp:run>' for run in runs)
    return f'<hp:p id="2147483648" paraPrIDRef="0" styleIDRef="0" pageBreak="0" columnBreak="0" merged="0">{inside}{LINES}</hp:p>'


def t(words: str) -> str:
    return f"<hp:t>{words}</hp:t>"


def within(*paragraphs: str) -> str:
    return f'<hp:subList id="" textDirection="HORIZONTAL" lineWrap="BREAK" vertAlign="CENTER">{"".join(paragraphs)}</hp:subList>'


def cell(*paragraphs: str) -> str:
    return f'<hp:tc name="" header="0" borderFillIDRef="1">{within(*paragraphs)}<hp:cellAddr colAddr="0" rowAddr="0"/></hp:tc>'


def table(*rows: tuple[str, ...]) -> str:
    body = "".join(f"<hp:tr>{''.join(row)}</hp:tr>" for row in rows)
    return f'<hp:tbl id="1" zOrder="0" numberingType="TABLE" rowCnt="{len(rows)}" colCnt="{len(rows[0])}"><hp:sz width="100"/>{body}</hp:tbl>'


FIRST = '<hp:secPr id="" textDirection="HORIZONTAL"><hp:pagePr landscape="WIDELY" width="59528" height="84186"/></hp:secPr>'
COLUMNS = '<hp:ctrl><hp:colPr id="" type="NEWSPAPER" layout="LEFT" colCount="1"/></hp:ctrl>'
NOTE = f'<hp:ctrl><hp:footNote number="1" suffixChar="41" instId="1">{within(p(t("각주: 부가세는 따로입니다.")))}</hp:footNote></hp:ctrl>'
IN_BOX = within(p(t("글상자: 설치비는 없습니다.")))
BOX = f'<hp:rect id="2" zOrder="1"><hp:sz width="100"/><hp:drawText lastWidth="100" name="">{IN_BOX}</hp:drawText></hp:rect>'
COMMENT = f"<hp:ctrl><hp:hiddenComment>{within(p(t('숨은 설명: 4만까지 됨')))}</hp:hiddenComment></hp:ctrl>"
MEMO = f'<hp:ctrl><hp:fieldBegin id="3" type="MEMO" name="" editable="1">{within(p(t("메모: 확인 필요")))}</hp:fieldBegin></hp:ctrl>'
MARKED = t('월<hp:tab width="4000" leader="0" type="1"/><hp:markpenBegin color="#FFFF00"/>58,000원<hp:markpenEnd/>입니다<hp:fwSpace/>(정가)')
BODY = "".join(
    (
        p(FIRST, COLUMNS, t("요금 안내입니다.")),
        p(t("상담석은 "), MARKED, NOTE),
        p(
            table(
                (cell(p(t("상품"))), cell(p(t("요금")))), (cell(p(t("기본")), p(t("(소형)"))), cell(p(table((cell(p(t("5만"))), cell(p(t("원"))))))))
            )
        ),
        p(BOX, COMMENT, MEMO, t("확인해 주세요.")),
    )
)


@pytest.fixture(scope="module")
def read() -> Iterator[LimitedReader]:
    with LimitedReader() as reader:
        yield reader


def package(folder: Path, body: str, namespace: str = OLD, manifest: str | None = None, section: bytes | None = None) -> Path:
    """A package of the library's with this body in the place of its own."""
    made, path = folder / "made.hwpx", folder / "요금.hwpx"
    HwpxDocument.new().save_to_path(str(made))
    names = f'xmlns:hp="{OLD}/paragraph" xmlns:hs="{OLD}/section" xmlns:hc="{OLD}/core"'
    own = f'<?xml version="1.0" encoding="UTF-8" standalone="yes" ?><hs:sec {names}>{body}</hs:sec>'.encode()
    with zipfile.ZipFile(made) as packed, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in packed.namelist():
            content = packed.read(name)
            if name == "Contents/section0.xml":
                content = own if section is None else section
            elif name == "META-INF/manifest.xml" and manifest:
                content = manifest.encode()
            new.writestr(name, content if section or not name.endswith(".xml") else content.replace(OLD.encode(), namespace.encode()))
    return path


def text(reading: Reading) -> list[str]:
    return [line for section in reading.sections for line in section.text.splitlines()]


def test_a_body_as_hangul_writes_it_is_read_with_its_notes_boxes_and_tables(tmp_path: Path, read: LimitedReader) -> None:
    found = read(package(tmp_path, BODY))
    assert text(found) == [
        "요금 안내입니다.",
        "상담석은 월 58,000원입니다 (정가)",
        "각주: 부가세는 따로입니다.",
        "상품 | 요금",
        "기본 (소형) | 5만 | 원",
        "확인해 주세요.",
        "글상자: 설치비는 없습니다.",
    ]
    assert [(one.kind, one.text) for one in found.hidden] == [("comment", "숨은 설명: 4만까지 됨"), ("comment", "메모: 확인 필요")]


def test_the_names_of_the_standard_of_2024_read_the_same(tmp_path: Path, read: LimitedReader) -> None:
    old = read(package(tmp_path, BODY))
    assert read(package(tmp_path, BODY, NEW)) == old


def test_a_packed_document_with_a_password_says_so_and_is_not_called_damaged(tmp_path: Path, read: LimitedReader) -> None:
    path = package(tmp_path, BODY, manifest=ENCRYPTED, section=bytes(range(256)) * 16)
    with pytest.raises(DocumentError) as caught:
        read(path)
    assert "암호" in caught.value.ko
    assert "password" in caught.value.en


def test_a_body_that_is_no_xml_is_damaged(tmp_path: Path, read: LimitedReader) -> None:
    with pytest.raises(DocumentError) as caught:
        read(package(tmp_path, BODY, section=b"<hs:sec><hp:p>"))
    assert "손상" in caught.value.ko
