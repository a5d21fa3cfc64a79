"""Debian's Korean installation guide (PDF and HTML) and administrator's handbook (HTML), where their packages are installed."""

import gzip
from collections.abc import Sequence
from pathlib import Path

from assistant.domain.playbook import Found
from tests.index.debian_questions import Question

DOC = Path("/usr/share/doc")
GUIDE_HTML = DOC / "installation-guide-amd64" / "ko"
GUIDE_PDF = GUIDE_HTML / "install.ko.pdf.gz"
HANDBOOK_HTML = DOC / "debian-handbook" / "html" / "ko-KR"


def guide_pdf(folder: Path) -> Path:
    """Unpacked; Debian ships it compressed."""
    path = folder / "install.ko.pdf"
    path.write_bytes(gzip.decompress(GUIDE_PDF.read_bytes()))
    return path


def answers(question: Question, found: Found, *, with_page: bool) -> bool:
    in_section = any(section in found.passage.section for section in question.section.split("|"))
    return in_section and (not with_page or found.passage.page in question.pages)


def recall(questions: Sequence[Question], found: Sequence[Sequence[Found]], k: int, *, with_page: bool = False) -> float:
    """Share of the questions answered among the first k."""
    hits = sum(any(answers(question, one, with_page=with_page) for one in some[:k]) for question, some in zip(questions, found, strict=True))
    return hits / len(questions)
