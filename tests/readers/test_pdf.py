"""PDF: outline or type sizes, pages, heads and feet, and lines that were wrapped."""

from dataclasses import replace
from pathlib import Path

from assistant.readers.outline import by_page
from assistant.readers.pdf import read as as_read
from assistant.readers.pdf_furniture import unnumbered, without_furniture
from assistant.readers.pdf_headings import starts
from assistant.readers.pdf_lines import Bookmark, Line
from assistant.readers.pdf_paragraphs import Spacing, paragraphs, shape_of
from tests.readers import files

LINE = Line("", 1, 0.5, 0.1, 0.9, 10.0, False, False, False, 842.0)


def page(number: int, *texts: str, size: float = 10.0, first: float = 0.9) -> list[Line]:
    """Lines one below the other, 15 points apart; a line is as wide as the page unless it ends a sentence."""
    return [
        replace(LINE, text=text, page=number, top=first - i * 15 / 842, size=size, right=0.6 if text.endswith(".") else 0.9)
        for i, text in enumerate(texts)
    ]


BODY = [(660.0 - 15 * i, 10.0, f"This is body line number {i} of the page, long enough to be text.") for i in range(20)]


def test_a_pdf_with_an_outline_is_cut_where_its_headings_stand(tmp_path: Path) -> None:
    first: list[files.TextLine] = [
        (760, 18, "1 Pricing"),
        (700, 10, "There is one price list."),
        (600, 14, "1.1 Discounts"),
        (570, 10, "Eight percent for two years."),
    ]
    path = files.pdf(tmp_path / "a.pdf", [first, [(760, 10, "No discount without a signature.")]], [("Pricing", 0, None), ("Discounts", 0, 0)])
    assert [(one.path, one.page, one.text) for one in as_read(path).sections] == [
        (("Pricing",), 1, "There is one price list."),
        (("Pricing", "Discounts"), 1, "Eight percent for two years."),
        (("Pricing", "Discounts"), 2, "No discount without a signature."),
    ]


def test_a_pdf_without_an_outline_is_cut_by_the_size_of_its_type(tmp_path: Path) -> None:
    path = files.pdf(
        tmp_path / "a.pdf",
        [[(780, 22, "Sales playbook"), (720, 16, "Pricing"), *BODY], [(780, 16, "Objections"), (740, 13, "Too expensive"), *BODY]],
    )
    assert [(one.path, one.page) for one in as_read(path).sections] == [
        (("Sales playbook", "Pricing"), 1),
        (("Sales playbook", "Objections", "Too expensive"), 2),
    ]


def test_markdown_printed_as_it_stands_still_has_its_headings(tmp_path: Path) -> None:
    plain = [(780, 10, "# Playbook"), (760, 10, "## Pricing"), *BODY]
    assert as_read(files.pdf(tmp_path / "a.pdf", [plain])).sections[0].path == ("Playbook", "Pricing")


def test_running_heads_feet_and_page_numbers_are_no_text() -> None:
    bodies = ["Prices are the same", "Discounts need a date", "Nobody signs today", "Ask who decides", "Then be quiet"]
    lines = [line for n, body in enumerate(bodies, 1) for line in page(n, f"Playbook {n}", body, first=0.97)]
    lines += [replace(LINE, text=f"- {n} -", page=n, top=0.03) for n in range(1, 6)]
    assert [line.text for line in without_furniture(lines)] == bodies


def test_a_head_that_changes_with_the_chapter_is_known_by_standing_apart() -> None:
    lines: list[Line] = []
    for n in range(1, 13):
        lines += [
            replace(LINE, text=f"Head of part {'abcdefghijkl'[n - 1] * 3}", page=n, top=0.95),
            *page(n, f"Body {n} one", f"Body {n} two", first=0.88),
        ]
    assert not any("Head" in line.text for line in without_furniture(lines))


def test_the_first_line_of_every_page_stays_when_it_is_text() -> None:
    words = "wherever you go in this house someone has been before and left a note".split()
    lines = [line for n, word in enumerate(words, 1) for line in page(n, f"A sentence with {word} goes here", "and on", first=0.95)]
    assert len(without_furniture(lines)) == len(lines)


def test_a_table_of_contents_is_left_out() -> None:
    contents = page(1, "Contents", "1 Pricing . . . . . . . . . 3", "2 Objections . . . . . . . . 7")
    assert without_furniture([*contents, *page(3, "Pricing", "There is one list.")])[0].page == 3


def test_a_number_in_front_of_a_heading_is_not_part_of_its_name() -> None:
    assert {unnumbered(one) for one in ("4.2 가격", "제 3 장 가격", "B.1 가격", "12. 가격", "가격", "3장 가격")} == {"가격"}
    assert unnumbered("64-bit PC") == "64bitpc"
    assert unnumbered("부팅 화면") == "부팅화면"


def test_a_bookmark_without_a_printed_heading_starts_where_it_points() -> None:
    lines = page(1, "one line here", "two line here", "three line here")
    found = starts(lines, [Bookmark(1, "Start", 1, None), Bookmark(2, "Deeper", 1, lines[2].top)])
    assert [(one.title, one.at, one.lines) for one in found] == [("Start", 0, 0), ("Deeper", 2, 0)]


def test_a_korean_word_broken_at_the_line_end_is_joined_and_two_words_are_not() -> None:
    known = page(1, "공개적으로 모집하고 있습니다.", "작업을 공개적으로 합니다.", "새로운 작업을 시작합니다.", "우리는 작업을 모집합니다.")
    spacing = Spacing(known)
    line = replace(LINE, right=0.95)
    assert spacing.join("참여할 개발자를 공", line, "개적으로 모집하면서") == "참여할 개발자를 공개적으로 모집하면서"
    assert spacing.join("새로운 작업을", line, "시작합니다.") == "새로운 작업을 시작합니다."


def test_a_hyphen_that_came_with_the_wrapping_goes_and_one_of_the_word_stays() -> None:
    spacing = Spacing(page(1, "a well-known rule", "the configuration file"))
    line = replace(LINE, ends_in_hyphen=True)
    assert spacing.join("the configura-", line, "tion file") == "the configuration file"
    assert spacing.join("a well-", line, "known rule") == "a well-known rule"


def test_a_paragraph_that_runs_over_the_page_is_cut_where_the_next_page_starts_a_sentence() -> None:
    lines = [*page(1, "One sentence that goes on and", "on without an end until"), *page(2, "it ends here. Another starts", "and ends.")]
    found = list(paragraphs(lines, shape_of(lines), Spacing(lines)))
    assert found == [(1, "One sentence that goes on and on without an end until it ends here. "), (2, "Another starts and ends.")]


def test_sentences_belong_to_the_page_they_start_on() -> None:
    assert by_page("가나다. 라마바. 사아자.", [(0, 4), (6, 5)]) == [(4, "가나다. 라마바. "), (5, "사아자.")]
