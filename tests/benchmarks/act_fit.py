"""Fits what a sentence does, told from what it means (assistant/perception/act_sense.py), and prints how well authors left out are heard.

    python -m tests.benchmarks.act_fit [--write]

Learnt from the tuning halves of tests/perception/data and its acts.*.txt, and for contempt from meaning/ and the harmless lines, both languages in
one fit; the held halves play no part. The points' weights are a ridge regression's; only an act's turn is labelled, so its sentence is the one a rule
names, or else the one that looks most like it. How much the points count beside the rules is fitted by points that have not seen the turn's author.
The rules were mended on the bundled deals' turns, so these count for less there; of them single turns are left out, as their held half is of the same
authors. `--write` replaces knowledge/language/act_sense.json.
"""

import argparse
import json
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray

from assistant.domain.heard import ACTS, Act
from assistant.domain.words import LANGUAGES, Language
from assistant.language.analysis import warm_up
from assistant.perception.act_sense import BY_RULE, FILE, POINT, POINTS, possible, seen
from assistant.perception.acts import Moment, acts
from assistant.perception.hear import moment
from tests.benchmarks.perception import DATA, OTHER, OWN, harmless, labelled_turns

Matrix = NDArray[np.float64]
MEANING = Path(__file__).parent / "meaning"
"""What belittles and what does not, of which nothing else is labelled."""
FITTED: tuple[Act, ...] = tuple(act for act in ACTS if act not in BY_RULE)
FOLDS = 8
RIDGES = (2.0, 2.0, 4.0, 6.0, 4.0, 0.1)
"""What holds the weights of the sentence's point, its words', the buyer's turn's, what it shares with that, the others' and how it stands."""
UNMENDED_COUNTS = 1.0
"""How much more a turn that no phrase list was mended on counts for the points."""
MENDED_COUNTS = 0.3
"""How much one counts that they were mended on when rules and points are mixed."""
ROUNDS = 2
"""How often the sentence that looks most like an act is looked for anew."""
DEVIATION = (0.3, 1.0, 1.0)
"""What holds an act's own leaning, rule and points to those all acts share."""
LEAST = 0.5
"""The chance from which on an act that no rule names is done."""
GRAVE: dict[Act, float] = {"contempt": 0.75, "reference": 0.7, "pressure": 0.75, "break_game": 0.6, "justification": 0.6}
"""For what moves a buyer most: a good seller's talk is full of what all but presses or gives a reason."""


@dataclass(frozen=True, slots=True)
class Table:
    """Sentences as rows, each of the turn `turn`; `said`: what they are told from; `ruled`, `may`: what the rules say of them and what is possible, a
    column an act. Turns as rows: `gold`: the acts labelled; `known`: of which acts it is known at all; `unmended`; `fold`: its author's; `kind`: its
    file and language."""

    turn: NDArray[np.int64]
    said: Matrix
    ruled: Matrix
    may: Matrix
    gold: Matrix
    known: NDArray[np.bool_]
    unmended: NDArray[np.bool_]
    fold: NDArray[np.int64]
    kind: tuple[str, ...]


def turns(language: Language) -> Iterator[dict[str, Any]]:
    """Rows as in the tuning halves; `author`: who is left out together, in both languages; `kind`; `only`: the one act that is labelled in a row of
    which no others are."""
    for row in labelled_turns(language, False, OWN):
        yield row | {"author": row["id"], "kind": "bundled"}
    for row in labelled_turns(language, False, OTHER):
        yield row | {"author": row["deal"], "kind": "other trades"}
    author = 0
    for line in (DATA / f"acts.{language}.txt").read_text(encoding="utf-8").splitlines()[1:]:
        if line.startswith("#"):
            author += 1
        elif line:
            done, before, text = (part.strip() for part in line.split("|", 2))
            yield {"acts": done.replace("-", "").split(), "before": before or None, "text": text, "author": f"acts {author}", "kind": "acts"}
    said = yaml.safe_load((MEANING / f"{language}.yaml").read_text(encoding="utf-8"))
    for kind, texts, does in (("insult", said["insult"], ["contempt"]), ("civil", said["civil"], []), ("harmless", harmless(language, False), [])):
        for at, text in enumerate(texts):
            yield {"acts": does, "before": None, "text": text, "author": f"{kind} {at}", "kind": "belittling", "only": "contempt"}


def table() -> Table:
    every = [(language, row) for language in LANGUAGES for row in turns(language)]
    moments: list[Moment] = [moment(row["text"], row["before"], language) for language, row in every]
    at: list[int] = []
    said, ruled, may = [], [], []
    for number, now in enumerate(moments):
        signs = tuple(acts(now))
        said += seen(now)
        for one in now.said:
            at.append(number)
            ruled.append([any(sign.act == act and sign.start < one.end and sign.end > one.start for sign in signs) for act in FITTED])
            may.append([possible(act, one, now) for act in FITTED])
    return Table(
        np.array(at),
        np.array(said, float),
        np.array(ruled, float),
        np.array(may, float),
        np.array([[act in row["acts"] for act in FITTED] for _, row in every], float),
        np.array([[row.get("only", act) == act for act in FITTED] for _, row in every]),
        np.array([row["kind"] != "bundled" for _, row in every]),
        np.array([zlib.crc32(row["author"].encode()) % FOLDS for _, row in every]),
        tuple(f"{row['kind']}, {language}" for language, row in every),
    )


def most(scores: Matrix, turn: NDArray[np.int64], count: int) -> Matrix:
    """The highest score of a turn's sentences."""
    best = np.full((count, scores.shape[1]), -np.inf)
    np.maximum.at(best, turn, scores)
    return best


def ridge(every: Table, kept: NDArray[np.bool_]) -> Matrix:
    """Weights of the points, a column an act, from the turns `kept` of which it is known whether they do it."""
    alike, of = np.unique(every.known, axis=1, return_inverse=True)
    weights = np.zeros((every.said.shape[1], len(FITTED)))
    for at, known in enumerate(alike.T):
        weights[:, of == at] = _ridge(every, kept & known)[:, of == at]
    return weights


def _ridge(every: Table, kept: NDArray[np.bool_]) -> Matrix:
    here = kept[every.turn]
    rows, turn, ruled = every.said[here], every.turn[here], every.ruled[here]
    counts = np.where(every.unmended[turn], UNMENDED_COUNTS, 1.0)[:, None]
    found = most(ruled, turn, len(kept))[turn] > 0
    gold = every.gold[turn]
    does = gold * np.where(found, ruled, 1.0)
    held = np.repeat(RIDGES, [POINT] * POINTS + [rows.shape[1] - POINTS * POINT])
    bend = np.linalg.inv((rows * counts).T @ rows + np.diag(held))
    for _ in range(ROUNDS):
        scores = rows @ (bend @ (rows.T @ (counts * does)))
        likest = scores >= most(scores, turn, len(kept))[turn]
        does = gold * np.where(found, ruled, likest)
    return bend @ (rows.T @ (counts * does))


def unseen(every: Table) -> Matrix:
    """What the points say of each sentence by who has not seen its author."""
    scores = np.zeros_like(every.ruled)
    for number in range(FOLDS):
        out = every.fold[every.turn] == number
        scores[out] = every.said[out] @ ridge(every, every.fold != number)
    return scores


def mixed(every: Table, scores: Matrix, kept: NDArray[np.bool_]) -> Matrix:
    """For each act what is added, what a rule's word and what the points' score are worth: a logistic regression by Newton's steps, on the turns
    `kept`."""
    counts = np.where(every.unmended[kept], 1.0, MENDED_COUNTS)
    turn_may = most(every.may, every.turn, len(kept))[kept] > 0
    best = np.where(turn_may, most(np.where(every.may > 0, scores, -np.inf), every.turn, len(kept))[kept], 0.0)
    ruled = most(every.ruled, every.turn, len(kept))[kept]
    ones, zeros = np.ones_like(best), np.zeros((best.shape[0], 3))
    given = np.stack([ones, ruled, best], axis=2)
    rows, does, weight = [], [], []
    for at in range(len(FITTED)):
        own = [zeros] * len(FITTED)
        own[at] = given[:, at]
        may = turn_may[:, at] & every.known[kept, at]
        rows.append(np.hstack([given[:, at], *own])[may])
        does.append(every.gold[kept][may, at])
        weight.append(counts[may])
    told, gold, weighed = np.vstack(rows), np.concatenate(does), np.concatenate(weight)
    held = np.concatenate([np.full(3, 0.01), np.tile(DEVIATION, len(FITTED))])
    weights = np.zeros(len(held))
    for _ in range(15):
        chance = 1 / (1 + np.exp(-told @ weights))
        slope = told.T @ (weighed * (chance - gold)) + held * weights
        bend = (told * (weighed * chance * (1 - chance))[:, None]).T @ told + np.diag(held)
        weights -= np.linalg.solve(bend, slope)
    both: Matrix = weights[:3] + weights[3:].reshape(-1, 3)
    return both


def least() -> Matrix:
    chance = np.array([GRAVE.get(act, LEAST) for act in FITTED])
    odds: Matrix = np.log(chance / (1 - chance))
    return odds


def heard(every: Table, scores: Matrix, mix: Matrix) -> Matrix:
    """The turns' acts: the rules' and those the points add."""
    odds = mix[:, 0] + mix[:, 1] * every.ruled + mix[:, 2] * scores - least()
    added = most(np.where(every.may > 0, odds, -np.inf), every.turn, len(every.gold)) >= 0
    return np.maximum(added, most(every.ruled, every.turn, len(every.gold)))


def left_out(every: Table, scores: Matrix) -> Matrix:
    """The same of every turn, by a mixture that has not seen its author either."""
    found = np.zeros_like(every.gold)
    for number in range(FOLDS):
        out = every.fold == number
        found[out] = heard(every, scores, mixed(every, scores, ~out))[out]
    return found


def f1(gold: Matrix, found: Matrix) -> Matrix:
    said = gold.sum(0) + found.sum(0)
    return np.where(gold.sum(0) > 0, 2 * (gold * found).sum(0) / np.maximum(said, 1), np.nan)


def printed(every: Table, scores: Matrix, found: Matrix) -> None:
    rules = most(every.ruled, every.turn, len(every.gold))
    kinds = np.array(every.kind)
    for kind in sorted(set(every.kind)):
        here = kinds == kind
        by_rules, with_points = (np.nanmean(f1(every.gold[here], told[here])) for told in (rules, found))
        print(f"{kind}: macro-F1 by rules {by_rules:.3f}, with the points {with_points:.3f}")
    for at, act in enumerate(FITTED):
        here = every.unmended & every.known[:, at]
        one = [float(f1(every.gold[here], told[here])[at]) for told in (rules, found)]
        print(f"{act:<16}{one[0]:6.2f}{one[1]:6.2f}{int(every.gold[here][:, at].sum()):5d}")


def written(weights: Matrix, mix: Matrix) -> None:
    """Replaces the weights: the mixture's are part of them."""
    read = {
        "about": "Fitted by tests/benchmarks/act_fit.py from the tuning halves of tests/perception/data. Not edited by hand.",
        "acts": FITTED,
        "leaning": np.round(mix[:, 0], 3).tolist(),
        "least": np.round(least(), 3).tolist(),
    }
    text = json.dumps(read, ensure_ascii=False, indent=1)[:-2]
    rows = np.round(weights * mix[:, 2], 2)
    FILE.write_text(text + ',\n "weights": [\n' + ",\n".join(f"  {json.dumps(row.tolist())}" for row in rows) + "\n ]\n}\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    warm_up()
    every = table()
    scores = unseen(every)
    printed(every, scores, left_out(every, scores))
    if given.write:
        every_turn = np.ones(len(every.gold), bool)
        written(ridge(every, every_turn), mixed(every, scores, every_turn))


if __name__ == "__main__":
    main()
