"""Questions on books nobody here wrote come back with the right section, and from a PDF with the right page."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assistant.domain.people import LOCAL_PERSON
from assistant.index import open_index
from assistant.playbooks import FITS, Shelf
from assistant.readers import LimitedReader, check_size
from tests.index import books
from tests.index.debian_questions import GUIDE, HANDBOOK, NOTHING
from tests.playbooks.kept_in_memory import PlaybooksInMemory
from tests.playbooks.noted import Noted

pytestmark = pytest.mark.documents


@pytest.fixture(scope="module", params=["guide as PDF", "guide as HTML", "handbook as HTML"])
def book(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Shelf]]:
    folder = tmp_path_factory.mktemp("book")
    paths = {"guide as PDF": books.GUIDE_PDF, "guide as HTML": books.GUIDE_HTML, "handbook as HTML": books.HANDBOOK_HTML}
    assert paths[request.param].exists(), "apt-get install installation-guide-amd64 debian-handbook"
    index = open_index(folder / "index")
    with LimitedReader() as read:
        shelf = Shelf(PlaybooksInMemory(), read, index, check_size, lambda: datetime.now(UTC), Noted())
        path: Path = books.guide_pdf(folder) if request.param == "guide as PDF" else paths[request.param]
        outcomes = list(shelf.add_all(LOCAL_PERSON, [path]))
        assert [one for one in outcomes if isinstance(one.became, Exception)] == []
        yield request.param, shelf
    index.close()


def test_nine_in_ten_questions_are_answered_among_the_first_three(book: tuple[str, Shelf]) -> None:
    name, shelf = book
    questions = HANDBOOK if name.startswith("handbook") else GUIDE
    found = shelf.search([one.text for one in questions], 3)
    assert books.recall(questions, found, 3, with_page=name.endswith("PDF")) >= 0.9
    assert books.recall(questions, found, 1, with_page=name.endswith("PDF")) >= 0.75


def test_a_question_these_books_do_not_answer_is_known_by_its_score(book: tuple[str, Shelf]) -> None:
    _, shelf = book
    for found in shelf.search(NOTHING, 1):
        assert all(one.score < FITS for one in found)


def test_the_guide_is_read_to_its_last_page(book: tuple[str, Shelf]) -> None:
    name, shelf = book
    versions = shelf.newest()
    assert sum(one.passages for one in versions) > 400
    if name == "guide as PDF":
        assert versions[0].pages == 151
