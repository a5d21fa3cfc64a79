"""What must pay: hand-made pairs, better against worse, for every measure: `python -m tests.benchmarks.paired [--wrong] [--open]`.

Other things are equal, so a pair is ordered rightly when the better side earns more credit in its measure. Of `pairs/` the phrase lists were mended
on those with a language's name alone and on `manners`, other ways of speaking. Never tuned on are `held`, `later` (in those manners too, written when
the measures had been mended on `manners`) and `fresh` (other trades and tempers, written before meaning was looked at). `--open` leaves these
alone.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import Any, Literal, get_args

import yaml

from assistant.domain.playbook import Found, Passage
from assistant.domain.scenario import Scenario
from assistant.domain.transcript import Transcript, Turn
from assistant.domain.words import LANGUAGES, Language, Speaker
from assistant.scoring.measures import MEASURES
from assistant.scoring.talk import Passages, talk_of
from tests.benchmarks.buyer import scenarios
from tests.benchmarks.conversations import rubric

FOLDER = Path(__file__).parent / "pairs"
Half = Literal["open", "held", "later", "fresh"]
FILES: dict[Half, tuple[str, ...]] = {"open": ("", "manners."), "held": ("held.",), "later": ("later.",), "fresh": ("fresh.",)}
"""Kind of pairs -> how its files begin, before the language."""
NOTHING_SEEN: dict[str, float] = {"overclaim": 1.0, "justification": 0.5, "acknowledgement": 0.5, "perspective": 0.0}
"""Credit of a side that gives the measure nothing to see: no claim is no bare claim."""
ONE_LANGUAGE: dict[str, Language] = {"concreteness": "en", "deictic_share": "ko"}
"""Measures that only one language has."""
BEGUN = datetime(2026, 3, 2, 9, 0, 7, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Pair:
    measure: str
    better: Transcript
    worse: Transcript
    passages: tuple[str, ...] = ()
    scenario: Scenario | None = None


@cache
def pairs(language: Language, half: Half = "open") -> tuple[Pair, ...]:
    read = [yaml.safe_load((FOLDER / f"{begin}{language}.yaml").read_text(encoding="utf-8")) for begin in FILES[half]]
    return tuple(_pair(measure, one, language) for file in read for measure, rows in file.items() for one in rows)


def measures_of(language: Language) -> tuple[str, ...]:
    """Every measure the language has."""
    return tuple(row.name for row in MEASURES if ONE_LANGUAGE.get(row.name, language) == language)


def _pair(measure: str, row: dict[str, Any], language: Language) -> Pair:
    """A row is one exchange; a `talk` that the last reply ends; `buyers` and the rep's `lines`, the worse side in another order or other lines; a
    reply after so many seconds; or a scenario with what the buyer tells."""
    deal = scenarios(row["scenario"])[0] if "scenario" in row else None
    better, worse = (_transcript(row, side, deal, language) for side in ("better", "worse"))
    return Pair(measure, better, worse, tuple(row.get("passages", ())), deal)


def _transcript(row: dict[str, Any], side: str, deal: Scenario | None, language: Language) -> Transcript:
    seconds = 0.0
    if deal:
        facts = {fact.id: fact for fact in deal.facts}
        told = [facts[one].lines.in_(language)[0] for one in row[side]]
        asked = "그건 어떻게 되세요?" if language == "ko" else "How is that at your place?"
        said = [text for line in (told + told[:1] * 3)[:3] for text in (asked, line)]
        return _made(said, "rep", language)
    if "lines" in row:
        lines = row["lines"]
        if side == "worse":
            lines = [lines[at] for at in row["worse_order"]] if "worse_order" in row else row["worse"]
        return _made([text for both in zip_longest(row["buyers"], lines, fillvalue="") for text in both], "buyer", language)
    if "reply" in row:
        seconds = row[side]
    reply = row["reply"] if "reply" in row else row[side]
    return _made([*row.get("talk", (row.get("buyer"),)), reply], "buyer", language, seconds)


def _made(said: Sequence[str], first: Speaker, language: Language, seconds: float = 0.0) -> Transcript:
    """`seconds` between turns, 0 = no clock."""
    who: tuple[Speaker, Speaker] = ("buyer", "rep") if first == "buyer" else ("rep", "buyer")
    turns = (Turn(at, who[at % 2], text, BEGUN + timedelta(seconds=seconds * at) if seconds else None) for at, text in enumerate(said))
    return Transcript("pair", tuple(turns), language=language)


def ordered(pair: Pair, language: Language) -> bool:
    return _credit(pair, pair.better, language) > _credit(pair, pair.worse, language)


def _credit(pair: Pair, transcript: Transcript, language: Language) -> float:
    row = next(row for row in MEASURES if row.name == pair.measure)
    measured = row.count(talk_of(transcript, language, pair.scenario, _search(pair.passages)))
    return NOTHING_SEEN.get(pair.measure, 0.0) if measured is None else rubric().file.measures[pair.measure].credit(measured.value, language)


def _search(texts: tuple[str, ...]) -> Passages | None:
    """The same passages whatever is asked."""
    found = [Found(Passage(f"p{at}", "price list", 1, "Prices", 1, text), 0.9) for at, text in enumerate(texts)]
    return (lambda queries: [found for _ in queries]) if texts else None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--wrong", action="store_true", help="print the pairs ordered wrongly, of those that may be looked at")
    parser.add_argument("--open", action="store_true", help="only those that may be looked at")
    given = parser.parse_args()
    halves: tuple[Half, ...] = ("open",) if given.open else get_args(Half)
    print(f"{'measure':20}{'':5}" + "".join(f"{half:>6}{'rightly':>9}" for half in halves))
    for language in LANGUAGES:
        found = {half: [(pair, ordered(pair, language)) for pair in pairs(language, half)] for half in halves}
        for measure in (*measures_of(language), "all"):
            cells = []
            for half in found.values():
                mine = [right for pair, right in half if measure in (pair.measure, "all")]
                cells.append(f"{len(mine):6}{sum(mine) / len(mine):9.0%}" if mine else f"{'–':>15}")
            print(f"{measure:20}{language:5}{''.join(cells)}")
        for pair, right in found["open"] if given.wrong else ():
            if not right:
                print(f"  {pair.measure}: {[turn.text for turn in pair.better.turns][-3:]} | {pair.worse.turns[-1].text}")


if __name__ == "__main__":
    main()
