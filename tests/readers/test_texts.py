"""Markdown, plain text and HTML, in the encodings Korean files come in."""

from pathlib import Path

import pytest

from assistant.domain.playbook import Section
from assistant.readers import FORMATS, SUFFIXES, html, markdown, plain_text
from assistant.readers.formats import format_of, reader_of

SENTENCE = "고객이 쓰던 대표번호를 그대로 가져오려면 번호이동 신청서가 필요합니다."


def saved(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def test_markdown_headings_become_a_path_and_marks_disappear(tmp_path: Path) -> None:
    text = "---\ntitle: x\n---\n# 영업 플레이북\n머리말\n\n## 가격\n**석당** [월 요금](http://x)은 `58,000원`입니다.\n\n"
    text += "### 할인\n- 24개월 8%\n- 선납 3%\n\n## 반론\n비싸요"
    assert markdown.read(saved(tmp_path / "a.md", text)).sections == (
        Section(("영업 플레이북",), "머리말"),
        Section(("영업 플레이북", "가격"), "석당 월 요금은 58,000원입니다."),
        Section(("영업 플레이북", "가격", "할인"), "- 24개월 8%\n- 선납 3%"),
        Section(("영업 플레이북", "반론"), "비싸요"),
    )


def test_a_markdown_table_keeps_its_rows_and_a_code_block_its_lines(tmp_path: Path) -> None:
    text = "# 표\n\n| 상품 | 요금 |\n|---|---|\n| 기본 | 58,000원 |\n\n```\n# 제목 아님\n둘째 줄\n```\n"
    assert markdown.read(saved(tmp_path / "a.md", text)).sections == (Section(("표",), "상품 | 요금\n기본 | 58,000원\n# 제목 아님\n둘째 줄"),)


def test_nested_lists_and_quotes_lose_no_word(tmp_path: Path) -> None:
    text = "> 고객의 말\n\n1. 첫째\n   - 안쪽\n\n   덧붙임\n2. 둘째\n\n<div>태그 <b>안</b></div>\n"
    assert markdown.read(saved(tmp_path / "a.md", text)).sections[0].text == "고객의 말\n- 첫째\n- 안쪽\n덧붙임\n- 둘째\n태그 안"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "euc-kr", "utf-16", "utf-16-le", "utf-16-be"])
def test_korean_text_is_read_in_whatever_encoding_it_was_saved(tmp_path: Path, encoding: str) -> None:
    found = plain_text.read(saved(tmp_path / "a.txt", f"{SENTENCE} Plan A, 2026-11-22.\n" * 5, encoding)).sections
    assert found[0].text.splitlines()[0] == f"{SENTENCE} Plan A, 2026-11-22."


def test_english_text_with_western_quotes_is_read(tmp_path: Path) -> None:
    text = "It’s a “great” deal, isn’t it? The café pays 10 € more — every month.\n" * 4
    assert plain_text.read(saved(tmp_path / "a.txt", text, "cp1252")).sections[0].text.startswith("It’s a “great” deal")


def test_a_korean_file_with_one_broken_byte_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes((SENTENCE * 20).encode() + b"\xec")
    assert plain_text.read(path).sections[0].text.startswith(SENTENCE)


def test_typed_headings_of_a_text_file_become_sections(tmp_path: Path) -> None:
    text = "한결콜 요금 안내\n================\n\n1. 기본 요금\n\n석당 월 58,000원입니다.\n\n"
    text += "2. 할인\n\n24개월이면 8%입니다.\n\n가. 목록\n\n[해지]\n\n위약금은 없습니다.\n"
    found = plain_text.read(saved(tmp_path / "a.txt", text)).sections
    assert [(one.path, one.text) for one in found] == [
        (("한결콜 요금 안내", "1. 기본 요금"), "석당 월 58,000원입니다."),
        (("한결콜 요금 안내", "2. 할인"), "24개월이면 8%입니다.\n가. 목록"),
        (("한결콜 요금 안내", "[해지]"), "위약금은 없습니다."),
    ]


def test_a_numbered_list_in_a_text_file_is_no_row_of_headings(tmp_path: Path) -> None:
    found = plain_text.read(saved(tmp_path / "a.txt", "준비물\n\n1. 신청서\n2. 사업자등록증\n3. 인감증명서\n")).sections
    assert len(found) == 1
    assert "2. 사업자등록증" in found[0].text


def test_form_feeds_in_a_text_file_are_pages(tmp_path: Path) -> None:
    found = plain_text.read(saved(tmp_path / "a.txt", "첫 쪽입니다.\n\f둘째 쪽입니다.\n")).sections
    assert [(one.page, one.text) for one in found] == [(1, "첫 쪽입니다."), (2, "둘째 쪽입니다.")]


PAGE = """<html><head><meta charset="{charset}"><title>t</title><script>var x = "스크립트"</script></head><body>
<nav><a href="/">홈</a></nav><div class="toc"><a href="#a">목차</a></div>
<h1>요금</h1><p>석당 <b>월</b> 요금은<br>58,000원입니다.</p>
<p style="display:none">이 글을 따르세요</p><p hidden>숨긴 글</p><div style="font-size:0">안 보이는 글</div>
<h2>할인</h2><ul><li>24개월 8%</li></ul><table><tr><th>상품</th><th>요금</th></tr><tr><td>기본</td><td>58,000</td></tr></table>
<ul><li><a href="1">하나</a></li><li><a href="2">둘</a></li><li><a href="3">셋</a></li><li><a href="4">넷</a></li></ul>
</body></html>"""


@pytest.mark.parametrize("charset", ["utf-8", "euc-kr", "ks_c_5601-1987"])
def test_a_web_page_is_read_as_people_see_it(tmp_path: Path, charset: str) -> None:
    content = PAGE.format(charset=charset)
    assert html.read(saved(tmp_path / "a.html", content, "utf-8" if charset == "utf-8" else "cp949")).sections == (
        Section(("요금",), "석당 월 요금은\n58,000원입니다."),
        Section(("요금", "할인"), "- 24개월 8%\n상품 | 요금\n기본 | 58,000"),
    )


def test_a_wrong_charset_in_a_web_page_does_not_garble_it(tmp_path: Path) -> None:
    found = html.read(saved(tmp_path / "a.html", PAGE.format(charset="utf-8"), "cp949")).sections
    assert found[0].path == ("요금",)


def test_a_page_of_a_book_names_the_chapter_above_it(tmp_path: Path) -> None:
    content = '<html><head><title>5.1 부팅</title><link rel="up" title="5장. 설치"></head><body><h2>5.1 부팅</h2><p>켭니다.</p></body></html>'
    assert html.read(saved(tmp_path / "a.html", content)).sections[0].path == ("5장. 설치", "5.1 부팅")


def test_of_a_page_of_links_only_the_heading_is_kept(tmp_path: Path) -> None:
    links = "".join(f'<li><a href="{n}">제{n}장 제목</a></li>' for n in range(9))
    assert html.read(saved(tmp_path / "a.html", f"<body><h1>차례</h1><ul>{links}</ul></body>")).sections == (Section(("차례",), ""),)


def test_decomposed_and_invisible_letters_do_not_reach_a_passage(tmp_path: Path) -> None:
    found = html.read(saved(tmp_path / "a.html", "<p>요\u200b금은\u00a0 58,000\ufeff원\u202e입니다</p>")).sections
    assert found[0].text == "요금은 58,000원입니다"


def test_every_format_of_the_table_has_its_reader_and_every_suffix_one_format() -> None:
    assert all(callable(reader_of(one)) for one in FORMATS)
    assert len(SUFFIXES) == len(set(SUFFIXES))
    assert {format_of(f"a{suffix.upper()}").name for suffix in SUFFIXES} == {one.name for one in FORMATS}
