"""How often a buyer answers what was asked: labelled questions, each with the facts or plain answers that answer it, or none.

    python -m tests.benchmarks.to_the_point [tuned|held|fresh|kept] [--scenario ID] [--language ko|en] [--show]

The buyer trusts the rep and has told nothing yet, so only the choice is measured. *to the point*: what was expected came, or nothing where nothing
answers; *beside*: something else was told; *missed*: nothing was told though there was an answer. The halves `held` and `kept` (of the harder
questions, put as nobody foresaw) are for the final figure alone: nothing is tuned on them.
"""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

from assistant.domain.scenario import Scenario
from assistant.domain.words import LANGUAGES, Language
from assistant.perception import hear
from assistant.practice.giving import Answer
from assistant.practice.levels import LEVELS
from assistant.practice.mind import at_first
from assistant.practice.telling import answer
from assistant.scenarios import read_scenario
from assistant.settings import HOME

ASKED = Path(__file__).parent / "asked"
HALVES = ("tuned", "held", "fresh", "kept")
SEEN = ("tuned", "fresh")
BEFORE: dict[Language, str] = {"ko": "네, 말씀하세요.", "en": "Go on."}
Verdict = Literal["to the point", "beside", "missed"]


@dataclass(frozen=True, slots=True)
class Asked:
    """A labelled question and what came of it. `told`: empty when the buyer has no answer to it."""

    deal: str
    language: Language
    half: str
    question: str
    expected: frozenset[str]
    told: tuple[str, ...]

    @property
    def verdict(self) -> Verdict:
        if not self.told:
            return "to the point" if "none" in self.expected else "missed"
        return "to the point" if set(self.told) <= self.expected else "beside"


def labelled(deal: str, language: Language, half: str) -> Iterator[tuple[str, frozenset[str]]]:
    """The questions of one half, each with the ids of what answers it; 'none' among them when having no answer is right."""
    for question, expected in _labels(deal)[language][half].items():
        yield question, frozenset(expected.split())


def asked(deals: Iterator[str] | list[str], languages: list[Language], halves: list[str]) -> Iterator[Asked]:
    for deal in deals:
        scenario = read_scenario(HOME / "knowledge" / "scenarios" / f"{deal}.yaml")
        for language in languages:
            for half in halves:
                for question, expected in labelled(deal, language, half):
                    yield Asked(deal, language, half, question, expected, _told(question, scenario, language))


def deals() -> list[str]:
    return sorted(path.stem for path in ASKED.glob("*.yaml"))


@cache
def _labels(deal: str) -> Any:
    return yaml.safe_load((ASKED / f"{deal}.yaml").read_text(encoding="utf-8"))


def _told(question: str, scenario: Scenario, language: Language) -> tuple[str, ...]:
    mind = replace(at_first(scenario, 2), turn=6, trust=0.95, patience=0.9, acknowledged=True)
    heard = hear(question, BEFORE[language], scenario.topics, language)
    reply: Answer = answer(heard, mind, scenario, LEVELS[2], language)
    return (*reply.told, *reply.refused, *((reply.plain,) if reply.plain and not reply.told else ()))


def share(rows: list[Asked], verdict: Verdict) -> float:
    return sum(row.verdict == verdict for row in rows) / len(rows) if rows else 0.0


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("half", nargs="?", choices=HALVES)
    parser.add_argument("--scenario")
    parser.add_argument("--language", choices=LANGUAGES)
    parser.add_argument("--show", action="store_true", help="print what was beside the point or missed; not of what is kept apart")
    options = parser.parse_args()
    chosen = [options.scenario] if options.scenario else deals()
    rows = list(asked(chosen, [options.language] if options.language else [*LANGUAGES], [options.half] if options.half else [*HALVES]))
    if options.show:
        for row in rows:
            if row.verdict != "to the point" and row.half in SEEN:
                wanted, told = " ".join(sorted(row.expected)), " ".join(row.told) or "-"
                print(f"{row.verdict:8} {row.deal[:12]:12} {row.language} {row.question}  expected {wanted}, told {told}")
    for half in HALVES:
        for language in LANGUAGES:
            here = [row for row in rows if row.half == half and row.language == language]
            if here:
                figures = ", ".join(f"{verdict} {share(here, verdict):.0%}" for verdict in ("to the point", "beside", "missed"))
                print(f"{half:6} {language}  {len(here):>3} questions: {figures}")


if __name__ == "__main__":
    main()
