"""Fits what a sentence does where no phrase list decides (assistant/language/meaning.py), and prints how well sentences left out are told.

    python -m tests.benchmarks.meaning_fit [--write]

Learnt in both languages at once from `meaning/`, written for this; the harmless lines and the tuning half of tests/perception/data; the pairs that
may be looked at; what buyers of the bundled deals object, answer and tell, and the civil reps who sell to them. Each is left out with what belongs
to it (the same idea in the other language, its deal). With --write, fits to all and replaces knowledge/language/meaning.json.
"""

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import yaml
from numpy.typing import NDArray

from assistant.domain.words import LANGUAGES, Language
from assistant.language.meaning import FILE, MEANINGS, Meaning, bare
from assistant.language.phrases import has
from assistant.language.questions import questions
from assistant.language.sense import word_senses
from assistant.language.sentences import sentences
from assistant.scoring.occasion import OBJECTIONS, WORRIES
from tests.benchmarks.buyer import scenarios
from tests.benchmarks.figures import ROOT, auc
from tests.benchmarks.paired import pairs
from tests.benchmarks.perception import harmless

Matrix = NDArray[np.float64]
FOLDS = 8
RIDGE = 0.3
SOURCE_COUNTS = 120.0
"""A source's sentences that do it count at most so many together, and so do its others: whoever wrote much is not heard alone."""
SELDOM = 3.0
"""By how much those count more that do not insult: hardly anybody does."""
CONTENT = (
    "acknowledged", "empathy", "reflection", "justified", "reference", "specific", "answered", "asked", "heard", "greeted", "small_talk", "disclosed",
    "ask_date", "farewell", "lead", "tail", "curious_heading", "noted", "go_ahead", "thanked",
)  # fmt: skip
"""Pools of knowledge/voice in which no buyer worries or objects."""
TAKES_IN, TELLS = {"acknowledgement", "empathy", "reflection"}, {"claim", "pitch", "evasion", "boilerplate", "pressure", "contempt", "price"}
MADE_PAIRS: dict[str, Meaning] = {
    "acknowledgement": "receives", "objection_handling": "receives",
    "answer_first": "answers", "unanswered": "answers", "politeness_floor": "insults",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Labelled:
    """`belongs`: what is left out together."""

    text: str
    language: Language
    does: bool
    source: str
    belongs: str


def labelled() -> dict[Meaning, list[Labelled]]:
    found: dict[Meaning, list[Labelled]] = {meaning: [] for meaning in MEANINGS}
    for language in LANGUAGES:
        for rows in (_written(language), _turns(language), _pairs(language), _buyers(language), _pools(language), _reps(language)):
            for meaning, one in rows:
                found[meaning].append(one)
    return found


def _written(language: Language) -> Iterator[tuple[Meaning, Labelled]]:
    read = yaml.safe_load((Path(__file__).parent / "meaning" / f"{language}.yaml").read_text(encoding="utf-8"))
    kinds: dict[str, dict[Meaning, bool]] = {
        "worry": {"troubles": True, "objects": False}, "objection": {"troubles": True, "objects": True},
        "neither": {"troubles": False, "objects": False}, "insult": {"insults": True}, "civil": {"insults": False},
        "comforts": {"comforts": True}, "comforts_not": {"comforts": False},
    }  # fmt: skip
    for kind, does in kinds.items():
        for at, text in enumerate(read[kind]):
            for meaning, value in does.items():
                yield meaning, Labelled(text, language, value, "written", f"{kind} {at}")
    for at, text in enumerate(harmless(language, held=False)):
        yield "insults", Labelled(text, language, False, "harmless", f"harmless {at}")
    exchanges: dict[str, Meaning] = {"takes_up": "receives", "answers": "answers"}
    for kind, meaning in exchanges.items():
        for at, one in enumerate(read[kind]):
            for name in ("does", "does_not"):
                for text in one[name]:
                    yield meaning, Labelled(text, language, name == "does", "written", f"{kind} {at}")


def _turns(language: Language) -> Iterator[tuple[Meaning, Labelled]]:
    """Of a turn that did it the first sentence, whole turns for insults."""
    rows = map(json.loads, (ROOT / "tests" / "perception" / "data" / f"{language}.jsonl").read_text(encoding="utf-8").splitlines())
    for row in (row for row in rows if not row["held"]):
        acts, begins = set(row["acts"]), _first(row["text"], language)
        if row["before"] and acts & (TAKES_IN | TELLS):
            yield "receives", Labelled(begins, language, bool(acts & TAKES_IN), "turns", row["deal"])
        if not acts & TAKES_IN:
            yield "comforts", Labelled(begins, language, False, "turns", row["deal"])
        if row["before"] and acts & {"answer", "evasion"}:
            yield "answers", Labelled(begins, language, "evasion" not in acts, "turns", row["deal"])
        if not acts & {"break_game", "pressure"}:
            yield "insults", Labelled(row["text"], language, "contempt" in acts, "turns", row["deal"])


def _pairs(language: Language) -> Iterator[tuple[Meaning, Labelled]]:
    for at, pair in enumerate(pairs(language)):
        before, replies = pair.better.turns[-2], (pair.better.turns[-1].text, pair.worse.turns[-1].text)
        meaning = MADE_PAIRS.get(pair.measure)
        if meaning:
            whole = meaning == "insults"
            for better, text in zip((True, False), replies, strict=True):
                yield meaning, Labelled(text if whole else _first(text, language), language, better != whole, "pairs", f"pair {at}")
        if before.speaker == "buyer" and not questions(before.text, language):
            if meaning == "receives":
                yield "troubles", Labelled(before.text, language, True, "pairs", f"pair {at}")
                yield "objects", Labelled(before.text, language, pair.measure == "objection_handling", "pairs", f"pair {at}")
            elif pair.measure in {"discovery", "perspective", "depth"}:
                yield "troubles", Labelled(before.text, language, False, "pairs", f"pair {at}")


def _buyers(language: Language) -> Iterator[tuple[Meaning, Labelled]]:
    """What they object, and what they answer to what anybody may ask."""
    for deal in scenarios():
        objections = [(line, True) for one in deal.objections for line in one.lines.in_(language)]
        answers = [(one.lines.in_(language)[0], False) for one in deal.plain_answers]
        for text, does in objections + answers:
            if not questions(text, language):
                yield "troubles", Labelled(text, language, does, "buyers", deal.id)
                yield "objects", Labelled(text, language, does, "buyers", deal.id)

        for fact in deal.facts:
            for text in fact.lines.in_(language):
                if not questions(text, language) and not any(has(name, text, language) for name in (*WORRIES, *OBJECTIONS)):
                    yield "troubles", Labelled(text, language, False, "facts", deal.id)


def _pools(language: Language) -> Iterator[tuple[Meaning, Labelled]]:
    """What buyers say when all is well."""
    for path in sorted((ROOT / "knowledge" / "voice").glob(f"{language}*.yaml")):
        pools = yaml.safe_load(path.read_text(encoding="utf-8"))
        for kind in CONTENT:
            for text in pools[kind]:
                yield "troubles", Labelled(text, language, False, "content", kind)
                yield "objects", Labelled(text, language, False, "content", kind)


def _reps(language: Language) -> Iterator[tuple[Meaning, Labelled]]:
    """Lines of those who are never rude, and what played reps say that answers nothing and takes nothing up."""
    folder = ROOT / "tests" / "benchmarks" / "reps"
    common = yaml.safe_load((folder / "common.yaml").read_text(encoding="utf-8"))[language]
    for kind in ("nod", "hedge", "defer", "dodge", "vague_step"):
        for text in common[kind]:
            yield "answers", Labelled(text, language, False, "reps", kind)
            if kind != "nod":
                yield "receives", Labelled(_first(text, language), language, False, "reps", kind)
    said = {"common": [text for kind, texts in common.items() if kind not in {"contempt", "pressure"} for text in texts]}
    for path in sorted((ROOT / "knowledge" / "good_reps").glob("*.yaml")):
        good = yaml.safe_load(path.read_text(encoding="utf-8"))[language]
        said[path.stem] = list(_texts(good))
        if not (folder / path.name).exists():
            continue
        played = yaml.safe_load((folder / path.name).read_text(encoding="utf-8"))[language]
        for does, lines in ((True, list(_texts(good["curious"]))), (False, played["pitch"] + played["script"])):
            for text in lines:
                yield "answers", Labelled(_first(text, language), language, does, "reps", path.stem)
    for name, texts in said.items():
        for text in texts:
            yield "insults", Labelled(text, language, False, "reps", name)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _texts(inner)


def _first(text: str, language: Language) -> str:
    spans = sentences(text, language)
    return text[slice(*spans[0])] if spans else text


def points(rows: list[Labelled]) -> Matrix:
    return np.array([np.append(word_senses(bare(one.text)), 1.0) for one in rows])


def counts(rows: list[Labelled], meaning: Meaning) -> NDArray[np.float64]:
    """How much each counts."""
    kinds = [(one.source, one.does) for one in rows]
    most = {kind: SOURCE_COUNTS * (SELDOM if meaning == "insults" and not kind[1] else 1.0) for kind in set(kinds)}
    return np.array([min(1.0, most[kind] / kinds.count(kind)) for kind in kinds])


def fitted(table: Matrix, does: NDArray[np.bool_], weight: NDArray[np.float64]) -> NDArray[np.float64]:
    """Weights of a logistic regression by Newton's steps, the last of them what is added to all."""
    held = np.full(table.shape[1], RIDGE)
    held[-1] = 1e-6
    weights = np.zeros(table.shape[1])
    for _ in range(12):
        chance = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (weight * (chance - does)) + held * weights
        bend = (table * (weight * chance * (1 - chance))[:, None]).T @ table + np.diag(held)
        weights -= np.linalg.solve(bend, slope)
    return weights


def left_out(rows: list[Labelled], meaning: Meaning) -> NDArray[np.float64]:
    """Log-odds of every sentence by a fit without it and what belongs to it."""
    table, does, weight = points(rows), np.array([one.does for one in rows]), counts(rows, meaning)
    names = sorted({one.belongs for one in rows})
    place = dict(zip(np.random.default_rng(1).permutation(names), range(len(names)), strict=True))
    fold = np.array([place[one.belongs] % FOLDS for one in rows])
    odds = np.zeros(len(rows))
    for one in range(FOLDS):
        odds[fold == one] = table[fold == one] @ fitted(table[fold != one], does[fold != one], weight[fold != one])
    return odds


def write(every: dict[Meaning, list[Labelled]]) -> None:
    columns = [fitted(points(rows), np.array([one.does for one in rows]), counts(rows, meaning)) for meaning, rows in every.items()]
    table = np.round(np.array(columns).T, 2).tolist()
    about = "Fitted by tests/benchmarks/meaning_fit.py. Not edited by hand."
    text = json.dumps({"about": about, "meanings": MEANINGS, "added": table[-1]}, indent=1)[:-2]
    FILE.write_text(text + ',\n "weights": [\n' + ",\n".join(f"  {json.dumps(row)}" for row in table[:-1]) + "\n ]\n}\n", encoding="utf-8")


def _shown(does: NDArray[np.bool_], odds: NDArray[np.float64]) -> str:
    """Where none does it, the share that would be told to."""
    return f"{auc(does.astype(float), odds):.2f}" if does.any() else f"{(odds > 0).mean():.0%}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    every = labelled()
    print(f"{'':10}{'':10}{'sentences':>10}  told apart (AUC) when left out, or told to do it where none does; ko / en")
    for meaning, rows in every.items():
        odds, does = left_out(rows, meaning), np.array([one.does for one in rows])
        for source in sorted({one.source for one in rows}):
            own = [np.array([(one.source, one.language) == (source, language) for one in rows]) for language in LANGUAGES]
            print(f"{meaning:10}{source:10}{sum(map(sum, own)):10}  {' / '.join(_shown(does[these], odds[these]) for these in own)}", flush=True)
    if given.write:
        write(every)


if __name__ == "__main__":
    main()
