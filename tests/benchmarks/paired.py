"""What must pay: hand-made pairs of replies, better and worse: `python -m tests.benchmarks.paired [--wrong]`.

Other things are equal, so a pair is ordered rightly when the better reply earns more credit in its measure.
"""

import argparse
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from assistant.domain.scorecard import Scorecard
from assistant.domain.transcript import Transcript, Turn
from assistant.domain.words import LANGUAGES, Language
from assistant.scoring import score
from tests.benchmarks.conversations import rubric

FOLDER = Path(__file__).parent / "pairs"
NOTHING_SEEN: dict[str, float] = {"overclaim": 1.0, "justification": 0.5, "acknowledgement": 0.5}
"""Credit of a reply that gives the measure nothing to see: no claim is no bare claim."""


@dataclass(frozen=True, slots=True)
class Pair:
    measure: str
    buyer: str
    better: str
    worse: str


@cache
def pairs(language: Language) -> tuple[Pair, ...]:
    read = yaml.safe_load((FOLDER / f"{language}.yaml").read_text(encoding="utf-8"))
    return tuple(Pair(measure, **one) for measure, rows in read.items() for one in rows)


def card(pair: Pair, reply: str, language: Language) -> Scorecard:
    turns = (Turn(0, "buyer", pair.buyer), Turn(1, "rep", reply))
    return score(Transcript("pair", turns, language=language), rubric=rubric())


def ordered(pair: Pair, language: Language) -> bool:
    return _credit(pair.measure, card(pair, pair.better, language)) > _credit(pair.measure, card(pair, pair.worse, language))


def _credit(measure: str, made: Scorecard) -> float:
    value = next((one.value for one in made.measures if one.name == measure), None)
    return NOTHING_SEEN.get(measure, 0.0) if value is None else rubric().file.measures[measure].credit(value, made.language)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wrong", action="store_true", help="print the pairs ordered wrongly")
    wrong = parser.parse_args().wrong
    print(f"{'measure':20}{'':5}{'pairs':>6}{'rightly':>9}")
    for language in LANGUAGES:
        found = [(pair, ordered(pair, language)) for pair in pairs(language)]
        for measure in (*dict.fromkeys(pair.measure for pair, _ in found), "all"):
            mine = [right for pair, right in found if measure in (pair.measure, "all")]
            print(f"{measure:20}{language:5}{len(mine):6}{sum(mine) / len(mine):9.0%}")
        for pair, right in found if wrong else ():
            if not right:
                print(f"  {pair.measure}: {pair.buyer} | {pair.better} | {pair.worse}")


if __name__ == "__main__":
    main()
