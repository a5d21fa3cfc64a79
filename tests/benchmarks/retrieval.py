"""How well and how fast passages are found: `python -m tests.benchmarks.retrieval`.

Recall is the share of questions whose answer is among the first 1 and the first 3; for the PDF the page counts too. Needs Debian's
installation-guide-amd64 and debian-handbook. Search is timed warm, one question at a time, as in a buyer's turn.
"""

import statistics
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from assistant.domain.people import LOCAL_PERSON
from assistant.index import open_index
from assistant.language.analysis import warm_up
from assistant.playbooks import FITS, Shelf
from assistant.readers import LimitedReader, check_size
from tests.index import books
from tests.index.debian_questions import GUIDE, HANDBOOK, NOTHING, Question
from tests.playbooks.kept_in_memory import PlaybooksInMemory
from tests.playbooks.noted import Noted
from tests.playbooks.sample_questions import ENGLISH, KOREAN

SAMPLES = Path(__file__).resolve().parents[2] / "knowledge" / "playbooks"


def main() -> None:
    warm_up()
    samples = {name: [Question(one.question, one.section) for one in asked] for name, asked in (("한결콜*.md", KOREAN), ("hangyeol*.md", ENGLISH))}
    print(f"{'':24}{'questions':>10}{'passages':>10}{'added in':>10}{'recall@1':>10}{'recall@3':>10}{'search p50':>12}{'p95':>10}   below {FITS}")
    with tempfile.TemporaryDirectory() as folder, LimitedReader() as read:
        measure("guide, PDF, page too", read, books.guide_pdf(Path(folder)), GUIDE, with_page=True)
        measure("guide, HTML", read, books.GUIDE_HTML, GUIDE)
        measure("handbook, HTML", read, books.HANDBOOK_HTML, HANDBOOK)
        for pattern, questions in samples.items():
            measure(f"sample, {pattern}", read, next(SAMPLES.glob(pattern)), questions)


def measure(name: str, read: LimitedReader, path: Path, questions: Sequence[Question], *, with_page: bool = False) -> None:
    with tempfile.TemporaryDirectory() as folder:
        index = open_index(Path(folder))
        shelf = Shelf(PlaybooksInMemory(), read, index, check_size, lambda: datetime.now(UTC), Noted())
        index.search([], 1)
        began = time.perf_counter()
        for _ in shelf.add_all(LOCAL_PERSON, [path]):
            pass
        added_s = time.perf_counter() - began
        found, times_ms = [], []
        for question in questions:
            began = time.perf_counter()
            found += shelf.search([question.text], 3)
            times_ms.append(1000 * (time.perf_counter() - began))
        nothing = sum(all(one.score < FITS for one in some) for some in shelf.search(NOTHING, 1))
        answered = sum(any(one.score >= FITS for one in some) for some in found)
        at1, at3 = (books.recall(questions, found, k, with_page=with_page) for k in (1, 3))
        p50, p95 = statistics.median(times_ms), sorted(times_ms)[int(0.95 * len(times_ms))]
        print(
            f"{name:24}{len(questions):10}{len(index.ids()):10}{added_s:9.1f}s{at1:10.3f}{at3:10.3f}{p50:10.1f}ms{p95:8.1f}ms"
            f"   {nothing} of {len(NOTHING)} without an answer, {len(questions) - answered} of {len(questions)} with one"
        )
        index.close()


if __name__ == "__main__":
    main()
