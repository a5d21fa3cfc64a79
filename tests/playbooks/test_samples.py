"""The two sample playbooks as a newcomer meets them: they read, they are long enough to search in, and they do not spoil the buyer they go with."""

import shutil
import subprocess
from pathlib import Path

import pytest
from markdown_it import MarkdownIt
from pypdf import PdfReader

from assistant.domain.scenario import Scenario
from assistant.domain.words import LANGUAGES
from assistant.readers import LimitedReader
from assistant.scenarios import read_scenario

KNOWLEDGE = Path(__file__).resolve().parents[2] / "knowledge"
SAMPLES = tuple(sorted((KNOWLEDGE / "playbooks").glob("*.md")))
MIN_PAGES = 12
LONGEST_HEADING = 45
"""Characters. Headings are quoted in citations and by the buyer."""

each_sample = pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)


@pytest.fixture(scope="module")
def deal() -> Scenario:
    return read_scenario(KNOWLEDGE / "scenarios" / "cloud-phone-cx-lead.yaml")


def test_there_is_a_korean_and_an_english_sample() -> None:
    assert {path.stem for path in SAMPLES} == {"한결콜-영업-플레이북", "hangyeol-call-sales-playbook"}


@each_sample
def test_a_sample_reads_into_sections_under_short_headings(sample: Path) -> None:
    with LimitedReader() as read:
        sections = read(sample).sections
    assert len(sections) > 80
    assert all(section.text.strip() and section.path for section in sections)
    assert max(len(heading) for section in sections for heading in section.path) <= LONGEST_HEADING


@each_sample
def test_no_two_sections_of_a_sample_carry_the_same_headings(sample: Path) -> None:
    with LimitedReader() as read:
        paths = [section.path for section in read(sample).sections]
    assert len(paths) == len(set(paths))


@each_sample
def test_a_sample_gives_no_fact_of_the_buyer_away(sample: Path, deal: Scenario) -> None:
    text = _in_one_line(sample)
    tells = {tell for fact in deal.facts for language in LANGUAGES for tell in fact.tells.in_(language)}
    assert {tell for tell in tells if tell.casefold() in text} == set()


@each_sample
def test_a_sample_quotes_what_the_briefing_lets_the_rep_offer(sample: Path) -> None:
    text = _in_one_line(sample)
    assert {figure for figure in ("58,000", "99,000", "99.95%", "8%") if figure not in text} == set()


@pytest.mark.office
@each_sample
def test_a_sample_printed_fills_twelve_pages_or_more(sample: Path, tmp_path: Path) -> None:
    assert len(PdfReader(_printed(sample, tmp_path)).pages) >= MIN_PAGES


def _in_one_line(sample: Path) -> str:
    return " ".join(sample.read_text(encoding="utf-8").split()).casefold()


def _printed(sample: Path, folder: Path) -> Path:
    """A PDF on A4 with LibreOffice, through HTML, in 10.5-point type as a company would print it."""
    office = shutil.which("soffice")
    assert office, "LibreOffice is missing: apt-get install libreoffice-writer"
    body = MarkdownIt("commonmark").enable("table").render(sample.read_text(encoding="utf-8"))
    style = "@page { size: A4; margin: 2cm } body, td, th { font-size: 10.5pt }"
    page = folder / f"{sample.stem}.html"
    page.write_text(f'<html><head><meta charset="utf-8"><style>{style}</style></head><body>{body}</body></html>', encoding="utf-8")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    convert = ["--headless", profile, "--infilter=HTML (StarWriter)", "--convert-to", "pdf", "--outdir", str(folder), str(page)]
    subprocess.run([office, *convert], check=True, capture_output=True, timeout=240)
    return page.with_suffix(".pdf")
