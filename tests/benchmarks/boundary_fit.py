"""Fits where unmarked English sentences begin: `python -m tests.benchmarks.boundary_fit --data DIR [--write]`.

On the English files of public labelled text and on the lines of the deals and their good reps, three and three as one turn, every fourth of those
behind a short reaction ('Got it.'): their full stops are taken away and have to be found again, as written and in lower case; of half of them every
other mark is taken away too. Printed: precision and recall in
texts that were left out. Only weights of words come out, no text.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray

from assistant.language.boundaries import LIKELY, MODELS
from assistant.language.boundary_features import REACTIONS, gap_features, has_capitals, said_in, stretch_ends, words_of
from tests.benchmarks.figures import ROOT, SHARED, Vector, hash_of, rows
from tests.benchmarks.fit import write

FILES = {"receptiveness_en": 1.0, "offers_warm_tough_en": 2.0, "uptake_en": 2.0, "feedback_specificity_en": 2.0}
"""File -> weight of its gaps: short talk counts more than essays."""
OURS = ("good_reps", "scenarios")
OUR_WEIGHT, TOGETHER, MIXED, REACTING = 2.0, 3, 4, 4
SELDOM = 12
"""Features in fewer gaps get no weight."""
LEAST_WEIGHT = 0.25
RIDGE = 1.0
STEPS = 400
RATE = 0.5
NO_END = re.compile(r"\b(?:mr|mrs|ms|dr|st|vs|etc|e\.g|i\.e|no|u\.s|jr|sr|inc|ltd|a\.m|p\.m)$", re.IGNORECASE)
Gap = tuple[list[str], int, float]
"""(features, whether a sentence begins, weight)."""


def gaps(text: str, weight: float, lower: bool, markless: bool) -> list[Gap]:
    """Every gap between two words of the text without its full stops; `markless`: without any mark."""
    bare, starts = without_stops(re.sub(r"[,;:](?= |$)", "", text), "[.!?]+") if markless else without_stops(text)
    bare = bare.lower() if lower else bare
    words = words_of(bare)
    said = said_in(words)
    ends, capitals, since, found = stretch_ends(bare, words), has_capitals(bare), 0, list[Gap]()
    for at in range(1, len(words)):
        between = bare[words[at - 1].end() : words[at].start()]
        if re.search(r"[?…]|\n", between):
            since = at
            continue
        begins = words[at].start() in starts
        found.append((gap_features(said, at, since, ends[at], between, words[at].group(), capitals), int(begins), weight))
        since = at if begins else since
    return found


def without_stops(text: str, stops: str = "[.!]+") -> tuple[str, frozenset[int]]:
    """(the text without full stops and exclamation marks, or whatever `stops` are, where sentences began after them)."""
    out, starts, at = "", set[int](), 0
    for match in re.finditer(stops + r"([\"')\]’”]*)( +|$)", text):
        if NO_END.search(text[: match.start()]):
            continue
        out += text[at : match.start()] + match.group(1) + match.group(2)
        at = match.end()
        starts.add(len(out))
    return out + text[at:], frozenset(starts)


def texts(data: Path) -> list[tuple[str, str, float]]:
    """(text, conversation, weight)."""
    public = ((name, weight, row) for name, weight in FILES.items() for row in rows(data / f"{name}.jsonl"))
    found = [(turn["text"], str(row["id"]), weight) for name, weight, row in public for turn in row["turns"]]
    for folder in OURS:
        for path in sorted((ROOT / "knowledge" / folder).glob("*.yaml")):
            lines = [line for line in spoken(yaml.safe_load(path.read_text(encoding="utf-8"))) if line[-1:] in ".!?"]
            for times in range(MIXED):
                order = Random(times).sample(lines, len(lines))
                found += [(reacting(order[at : at + TOGETHER], at), f"{path.name} {times} {at}", OUR_WEIGHT) for at in range(0, len(order), TOGETHER)]
    return found


def reacting(lines: Sequence[str], at: int) -> str:
    """The lines as one turn, every fourth behind a short reaction."""
    chance = Random(f"{at} {lines[0]}")
    reactions = [] if chance.randrange(REACTING) else [f"{chance.choice(sorted(REACTIONS)).capitalize()}."]
    return " ".join([*reactions, *lines])


def spoken(node: Any) -> Iterator[str]:
    """Every English line of a file."""
    if isinstance(node, dict):
        for value in node.values():
            yield from spoken(value)
    elif isinstance(node, list):
        for value in node:
            yield from spoken(value)
    elif isinstance(node, str) and len(node.split()) > 1 and node.isascii():
        yield node


def fitted(every: Sequence[Gap]) -> dict[str, float]:
    """Logistic regression with a ridge, by full-batch adaptive gradient steps."""
    counts = Counter(name for names, _, _ in every for name in names)
    place = {name: at for at, name in enumerate(sorted(name for name, count in counts.items() if count >= SELDOM))}
    width = max(len(names) for names, _, _ in every)
    table: NDArray[np.int64] = np.full((len(every), width), len(place))
    for at, (names, _, _) in enumerate(every):
        known = [place[name] for name in names if name in place]
        table[at, : len(known)] = known
    labels, importance = np.array([label for _, label, _ in every], dtype=float), np.array([weight for *_, weight in every])
    weights, squares = np.zeros(len(place) + 1), np.full(len(place) + 1, 1e-8)
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-np.clip(weights[table].sum(axis=1), -30, 30)))
        error = np.repeat(importance * (chance - labels), width)
        slope = np.bincount(table.ravel(), weights=error, minlength=len(place) + 1) + RIDGE * weights
        slope[-1] = 0.0
        squares += slope**2
        weights -= RATE * slope / np.sqrt(squares)
    return {name: round(float(weights[at]), 2) for name, at in place.items() if abs(weights[at]) >= LEAST_WEIGHT}


def found_again(weights: dict[str, float], every: Sequence[Gap]) -> tuple[float, float]:
    """(precision, recall)."""
    said = np.array([sum(weights.get(name, 0.0) for name in names) for names, _, _ in every])
    true: Vector = np.array([label for _, label, _ in every], dtype=float)
    yes = said > np.log(LIKELY / (1 - LIKELY))
    return float(true[yes].mean()), float(yes[true > 0].mean())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=SHARED)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    every = [(text, weight, hash_of(conversation)) for text, conversation, weight in texts(given.data)]
    for lower in (False, True):
        about = "lower case" if lower else "as written"
        weights = fitted([gap for text, weight, fold in every if fold % 5 for gap in gaps(text, weight, lower, fold % 2 == 0)])
        for markless in (False, True):
            held = [gap for text, weight, fold in every if fold % 5 == 0 for gap in gaps(text, weight, lower, markless)]
            precision, recall = found_again(weights, held)
            print(
                f"left out, {about}{', no marks' if markless else '':10} {len(held)} gaps: precision {precision:.2f}, recall {recall:.2f}", flush=True
            )
        if given.write:
            weights = fitted([gap for text, weight, fold in every for gap in gaps(text, weight, lower, fold % 2 == 0)])
            write(MODELS[not lower], "en", f"Where an unmarked English sentence begins in text {about}.", 0.0, 1.0, weights)
            print(f"{len(weights)} weights")


if __name__ == "__main__":
    main()
