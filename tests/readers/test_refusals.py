"""What people send by mistake or on purpose: each is refused with one sentence in both languages, and the next file is read."""

import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.errors import DocumentError
from assistant.readers import LimitedReader, readable
from assistant.readers.child import _ended, _settings
from tests.readers import files


@pytest.fixture(scope="module")
def read() -> Iterator[LimitedReader]:
    with LimitedReader() as reader:
        yield reader


def refused(read: LimitedReader, path: Path) -> DocumentError:
    with pytest.raises(DocumentError) as caught:
        read(path)
    error = caught.value
    for sentence in (error.ko, error.en):
        assert path.name in sentence
        assert "Traceback" not in sentence
        assert "\n" not in sentence
        assert len(sentence) < 200
    assert error.ko.endswith("요.")
    assert error.en.endswith(".")
    return error


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def test_a_pdf_with_a_password_says_so(read: LimitedReader, tmp_path: Path) -> None:
    path = files.pdf(tmp_path / "요금표.pdf", [[(700, 12, "secret")]], password="1234")
    assert "암호" in refused(read, path).ko


def test_a_word_file_with_a_password_says_so(read: LimitedReader, tmp_path: Path) -> None:
    content = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600
    assert "암호" in refused(read, written(tmp_path / "반론.docx", content)).ko


@pytest.mark.parametrize("name", ["빈.md", "빈.txt", "빈.html", "빈.csv", "빈.docx", "빈.pptx", "빈.xlsx", "빈.hwpx", "빈.hwp", "빈.pdf"])
def test_an_empty_file_says_so_whatever_its_type(read: LimitedReader, tmp_path: Path, name: str) -> None:
    assert "비어" in refused(read, written(tmp_path / name, b"")).ko


def test_a_file_of_blanks_is_empty_too(read: LimitedReader, tmp_path: Path) -> None:
    assert "비어" in refused(read, written(tmp_path / "공백.txt", b" \n\t\n ")).ko


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.pdf", files.zipped("word/document.xml"), "워드"),
        ("a.pdf", "그냥 글입니다.".encode(), "일반 텍스트"),
        ("a.docx", b"%PDF-1.7 ...", "PDF"),
        ("a.docx", files.zipped("xl/workbook.xml"), "엑셀"),
        ("a.docx", files.zipped("Contents/content.hpf"), "한글"),
        ("a.pptx", files.zipped("xl/workbook.xml"), "엑셀"),
        ("a.xlsx", files.zipped("ppt/presentation.xml"), "파워포인트"),
        ("a.hwp", files.zipped("Contents/content.hpf"), "한글(HWPX)"),
        ("a.csv", files.zipped("xl/workbook.xml"), "엑셀"),
        ("a.docx", files.zipped("mimetype"), "오픈도큐먼트"),
        ("a.docx", files.zipped("photos/1.txt"), "압축 파일이에요"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "옛 오피스 문서(.doc 등)이에요"),
        ("a.md", b"%PDF-1.4 ...", "PDF"),
        ("a.txt", b"\x89PNG\r\n\x1a\n", "PNG 그림이에요"),
        ("a.html", b"\x7fELF\x02\x01", "실행"),
    ],
)
def test_a_wrong_suffix_is_named_with_what_is_really_inside(read: LimitedReader, tmp_path: Path, name: str, content: bytes, says: str) -> None:
    error = refused(read, written(tmp_path / name, content))
    assert says in error.ko
    assert Path(name).suffix in error.ko


@pytest.mark.parametrize(
    ("name", "wanted"), [("자료/가격.HWPX", True), ("자료/~$가격.docx", False), ("자료/.git/a.md", False), ("자료\\그림.png", False)]
)
def test_of_a_folder_only_documents_that_nobody_hid_are_taken(name: str, wanted: bool) -> None:
    assert readable(name) is wanted


def test_an_unknown_type_lists_the_known_ones(read: LimitedReader, tmp_path: Path) -> None:
    assert "PDF" in refused(read, written(tmp_path / "영상.mp4", b"....")).ko


def test_a_bomb_is_refused_by_what_it_would_unpack_to(read: LimitedReader, tmp_path: Path) -> None:
    path = files.docx_bomb(tmp_path / "폭탄.docx", 400)
    assert path.stat().st_size < 1024 * 1024
    assert "압축을 풀면" in refused(read, path).ko


def test_a_zip_that_lies_about_its_size_ends_without_harm(read: LimitedReader, tmp_path: Path) -> None:
    honest = files.docx_bomb(tmp_path / "a.docx", 200).read_bytes()
    size = (200 * 1024 * 1024).to_bytes(4, "little")
    path = written(tmp_path / "거짓.docx", honest.replace(size, (1000).to_bytes(4, "little")))
    refused(read, path)


def test_a_scan_without_text_asks_for_text_recognition(read: LimitedReader, tmp_path: Path) -> None:
    assert "스캔" in refused(read, files.scan(tmp_path / "스캔.pdf")).ko


def test_a_pdf_without_text_or_pictures_has_no_text(read: LimitedReader, tmp_path: Path) -> None:
    assert "글자가 하나도 없어요" in refused(read, files.pdf(tmp_path / "백지.pdf", [[]])).ko


@pytest.mark.parametrize(
    "content",
    [
        bytes(range(128, 256)) * 30,
        "상담센터 요금 안내".encode("cp949")[:-1] + b"\xff\xfe\xfd" * 20,
        "고객이 쓰던 번호를 그대로 가져갑니다. ".encode().decode("latin-1").encode() * 10,
    ],
    ids=["noise", "cp949 with a broken end", "UTF-8 saved twice"],
)
def test_broken_characters_are_refused_not_shown(read: LimitedReader, tmp_path: Path, content: bytes) -> None:
    assert "깨져" in refused(read, written(tmp_path / "깨짐.txt", content)).ko


@pytest.mark.parametrize("name", ["큰.pdf", "큰.docx", "큰.pptx", "큰.xlsx", "큰.hwpx", "큰.hwp", "큰.csv", "큰.md", "큰.html", "큰.txt"])
def test_two_hundred_megabytes_are_refused_unread(read: LimitedReader, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with path.open("wb") as file:
        file.truncate(200 * 1024 * 1024)
    assert "200MB로 너무 커요" in refused(read, path).ko


@pytest.mark.parametrize("name", ["a.pdf", "a.docx"])
def test_a_torn_file_is_damaged(read: LimitedReader, tmp_path: Path, name: str) -> None:
    content = b"%PDF-1.7\n1 0 obj <<" + b"x" * 300 if name.endswith("pdf") else files.zipped("word/document.xml")[:60]
    assert "손상" in refused(read, written(tmp_path / name, content)).ko


@pytest.mark.parametrize(
    ("name", "part"),
    [("a.docx", "word/document.xml"), ("a.pptx", "ppt/presentation.xml"), ("a.xlsx", "xl/workbook.xml"), ("a.hwpx", "Contents/content.hpf")],
)
def test_a_package_of_nonsense_is_damaged(read: LimitedReader, tmp_path: Path, name: str, part: str) -> None:
    assert "손상" in refused(read, written(tmp_path / name, files.zipped(part, "[Content_Types].xml"))).ko


def test_a_file_that_is_not_there_says_so(read: LimitedReader, tmp_path: Path) -> None:
    assert "열 수 없어요" in refused(read, tmp_path / "없음.md").ko


def test_reading_for_too_long_is_stopped_and_the_next_file_is_read(tmp_path: Path) -> None:
    path = written(tmp_path / "긴.md", "# 긴 문서\n글".encode())
    with LimitedReader(seconds=0) as hurried:
        assert "초 안에" in refused(hurried, path).ko
        hurried._seconds = 60
        assert hurried(path).sections[0].text == "글"


def test_reading_with_too_little_memory_is_stopped_and_the_next_file_is_read(tmp_path: Path) -> None:
    deep = written(tmp_path / "깊은.html", ("<html><body>" + "<div>글" * 400_000).encode())
    small = written(tmp_path / "작은.html", "<h1>요금</h1><p>석당 월 58,000원</p>".encode())
    with LimitedReader(megabytes=300) as reader:
        assert "복잡" in refused(reader, deep).ko
        assert reader(small).sections[0].path == ("요금",)


def test_a_word_file_that_explodes_in_a_parser_ends_the_child_only(read: LimitedReader, tmp_path: Path) -> None:
    path = tmp_path / "표.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr("word/document.xml", "<w:tbl>" * 300_000)
    refused(read, path)
    good = written(tmp_path / "좋은.md", "# 가격\n하나입니다.".encode())
    assert read(good).sections[0].text == "하나입니다."


def test_the_child_knows_no_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret")
    assert "sk-secret" not in _settings().values()


def test_names_with_spaces_quotes_and_line_ends_are_read(read: LimitedReader, tmp_path: Path) -> None:
    path = written(tmp_path / "가격 '표'\n\"최종\".md", "# 가격\n하나입니다.".encode())
    assert read(path).sections[0].path == ("가격",)
    shutil.rmtree(tmp_path)


def test_a_child_that_died_before_it_heard_what_to_read_is_put_away_quietly() -> None:
    child = subprocess.Popen([sys.executable, "-c", "pass"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    child.wait()
    assert child.stdin is not None
    child.stdin.write(b"never read\n")
    _ended(child)
    assert child.stdin.closed
