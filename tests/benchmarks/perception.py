"""How well perception hears: precision, recall and F1 per act, and topic accuracy, on the labelled turns of tests/perception/data.
Beside it, what is left when the same turns come without spaces or marks, mistyped, in dialect or with emoji (tests/benchmarks/rough_turns.py).

    python -m tests.benchmarks.perception [dev|held|both|other-dev|other-held] [--errors ACT]

'other': turns about deals of other trades. `--errors` lists the dev halves' misses of one act (or 'topics'); the held halves' are never listed.
"""

import argparse
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import process_time
from typing import Any, Literal

import yaml
from pydantic import TypeAdapter

from assistant.domain.buyer import Topic
from assistant.domain.heard import ACTS, Act, Heard
from assistant.domain.words import LANGUAGES, Language
from assistant.language.analysis import analyse, warm_up
from assistant.perception import hear
from tests.benchmarks.first_met import forget_texts
from tests.benchmarks.rough_turns import ROUGH

DATA = Path(__file__).parents[1] / "perception" / "data"
Trades = Literal["", "other_trades."]
"""Turns over the eight bundled deals, or over deals of other trades: how the file begins."""
OWN: Trades = ""
OTHER: Trades = "other_trades."
HALVES: dict[str, tuple[tuple[bool, Trades], ...]] = {
    "dev": ((False, OWN),), "held": ((True, OWN),), "both": ((False, OWN), (True, OWN)),
    "other-dev": ((False, OTHER),), "other-held": ((True, OTHER),),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Judged:
    """A labelled turn and what perception made of it."""

    row: dict[str, Any]
    heard: Heard

    @property
    def gold(self) -> frozenset[str]:
        return frozenset(self.row["acts"])

    @property
    def found(self) -> frozenset[str]:
        return frozenset(sign.act for sign in self.heard.signs)

    @property
    def topic_right(self) -> bool:
        """The best topic is one of the labelled ones, or neither side names any."""
        gold = self.row["topics"]
        return self.heard.topics[0] in gold if self.heard.topics and gold else not self.heard.topics and not gold


@dataclass(frozen=True, slots=True)
class Figure:
    act: str
    precision: float
    recall: float
    f1: float
    count: int


def topics_by_deal() -> dict[str, tuple[Topic, ...]]:
    """The topics each deal's scenario would have."""
    every = TypeAdapter(list[Topic]).validate_python(yaml.safe_load((DATA / "topics.yaml").read_text(encoding="utf-8")))
    deals: dict[str, list[str]] = yaml.safe_load((DATA / "deals.yaml").read_text(encoding="utf-8"))
    return {deal: tuple(topic for topic in every if topic.id in ids) for deal, ids in deals.items()}


def labelled_turns(language: Language, held: bool, trades: Trades = OWN) -> list[dict[str, Any]]:
    """The rows of a half."""
    every = [json.loads(line) for line in (DATA / f"{trades}{language}.jsonl").read_text(encoding="utf-8").splitlines()]
    return [row for row in every if row["held"] == held]


def judged(language: Language, held: bool, rough: Callable[[str], str] = str, one_in: int = 1, trades: Trades = OWN) -> list[Judged]:
    """The turns of a half, or one in so many of them, each as `rough` leaves it."""
    about = topics_by_deal()
    rows = labelled_turns(language, held, trades)[::one_in]
    return [Judged(row, hear(rough(row["text"]), row["before"], about[row["deal"]], language)) for row in rows]


def figures(turns: Sequence[Judged]) -> Iterator[Figure]:
    for act in ACTS:
        hit = sum(act in one.gold and act in one.found for one in turns)
        said, labelled = sum(act in one.found for one in turns), sum(act in one.gold for one in turns)
        precision, recall = hit / said if said else 0.0, hit / labelled if labelled else 0.0
        yield Figure(act, precision, recall, 2 * hit / (said + labelled) if said + labelled else 0.0, labelled)


def macro_f1(rows: Iterable[Figure]) -> float:
    """Over the acts that are labelled at all."""
    scores = [one.f1 for one in rows if one.count]
    return sum(scores) / len(scores)


def topic_accuracy(turns: Sequence[Judged]) -> float:
    """Insults aside: what they are about does not matter."""
    serious = [one for one in turns if "contempt" not in one.gold]
    return sum(one.topic_right for one in serious) / len(serious)


def kept(turns: Sequence[Judged], rougher: Sequence[Judged]) -> float:
    """Share of the acts heard in the turns that are still heard in the rougher ones."""
    heard = sum(len(one.found) for one in turns)
    return sum(len(one.found & other.found) for one, other in zip(turns, rougher, strict=True)) / heard


def _roughly(language: Language, held: bool, trades: Trades, turns: Sequence[Judged]) -> None:
    for name, rough in ROUGH[language].items():
        rougher = judged(language, held, rough, trades=trades)
        f1, about = macro_f1(figures(rougher)), topic_accuracy(rougher)
        print(f"{name:<16}acts kept {kept(turns, rougher):.3f}, macro-F1 {f1:.3f}, topic accuracy {about:.3f}")


def _analysing(texts: Sequence[str], language: Language) -> float:
    """Milliseconds of CPU to cut a turn into its words once, nothing remembered."""
    forget_texts()
    began = process_time()
    for text in texts:
        analyse(text, language)
    return (process_time() - began) / len(texts) * 1000


def _table(language: Language, held: bool, trades: Trades) -> None:
    forget_texts()
    began = process_time()
    turns = judged(language, held, trades=trades)
    spent = (process_time() - began) / len(turns) * 1000
    rows = list(figures(turns))
    once = _analysing([one.row["text"] for one in turns], language)
    name = f"{language} {'of other trades ' if trades else ''}{'held' if held else 'dev'}"
    print(f"\n{name}: {len(turns)} turns, {spent:.1f} ms of CPU a turn, {spent / once:.1f} times its analysis alone")
    print(f"{'act':<16}{'P':>6}{'R':>6}{'F1':>6}{'n':>5}")
    for one in rows:
        print(f"{one.act:<16}{one.precision:6.2f}{one.recall:6.2f}{one.f1:6.2f}{one.count:5d}")
    print(f"{'macro-F1':<16}{macro_f1(rows):18.3f}\n{'topic accuracy':<16}{topic_accuracy(turns):18.3f}")
    _roughly(language, held, trades, turns)


def harmless(language: Language, held: bool) -> tuple[str, ...]:
    """Lines of civil reps, in words that an insult could hold too; one a line in harmless.*.txt and, kept apart, harmless_held.*.txt."""
    return tuple((DATA / f"harmless{'_held' if held else ''}.{language}.txt").read_text(encoding="utf-8").splitlines())


def taken_for_insults(language: Language, held: bool) -> tuple[str, ...]:
    """Those of them that are heard as contempt, after nothing in particular."""
    return tuple(line for line in harmless(language, held) if hear(line, None, (), language).did("contempt"))


def _errors(act: Act | str) -> None:
    for language in LANGUAGES:
        for one in (*judged(language, held=False), *judged(language, held=False, trades=OTHER)):
            wrong = not one.topic_right and "contempt" not in one.gold if act == "topics" else (act in one.gold) != (act in one.found)
            if wrong:
                kind = "missed" if act in one.gold else "made up"
                about = f"{list(one.heard.topics)} for {one.row['topics']}" if act == "topics" else kind
                print(f"{one.row['id']} {about}: [{one.row['before']}] {one.row['text']}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("half", nargs="?", choices=tuple(HALVES), default="both")
    parser.add_argument("--errors", choices=(*ACTS, "topics"))
    given = parser.parse_args()
    warm_up()
    if given.errors:
        _errors(given.errors)
        return
    for language in LANGUAGES:
        judged(language, held=False, one_in=100)  # loads what is loaded once
        for held, trades in HALVES[given.half]:
            _table(language, held, trades)
            if not trades:
                print(f"{'insults heard in harmless lines':<34}{len(taken_for_insults(language, held))} of {len(harmless(language, held))}")


if __name__ == "__main__":
    main()
