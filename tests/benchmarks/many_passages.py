"""A hundred thousand passages: how fast they go in and are found, beside Chroma alone with the same vectors in the same run.

    python -m tests.benchmarks.many_passages [--passages 100000] [--questions 200]

Passages are sentences of the sample playbooks put together anew with other figures, so that words are as frequent as in playbooks. Chroma alone gets
the vectors ready-made and finds by them only; Maju makes them, weighs words and syllable pairs too, and filters by playbook. Nothing here is a
measure of how well passages are found: that is `tests.benchmarks.retrieval`.
"""

import argparse
import random
import re
import resource
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter

from assistant.assembly import KNOWLEDGE
from assistant.domain.playbook import Passage
from assistant.index import EmbeddedVectors, open_index
from assistant.language.analysis import warm_up

PASSAGES_A_BOOK = 200
NEAREST = 3
BATCH = 256


def sentences() -> list[str]:
    text = "\n".join(path.read_text(encoding="utf-8") for path in sorted((KNOWLEDGE / "playbooks").rglob("*.md")))
    return [one for line in text.splitlines() for one in re.split(r"(?<=[.?!])\s+", line.strip("#-*| ")) if len(one) > 15]


def passages(count: int) -> list[Passage]:
    chance, known = random.Random(1), sentences()
    return [
        Passage(f"p{n}", f"book{n // PASSAGES_A_BOOK}", 1, f"{chance.choice(known)[:30]}", None, " ".join(_told(chance, known) for _ in range(4)))
        for n in range(count)
    ]


def _told(chance: random.Random, known: Sequence[str]) -> str:
    return re.sub(r"\d+", lambda found: str(chance.randrange(10 ** len(found.group(0)))), chance.choice(known))


def questions(count: int) -> list[str]:
    """Parts of sentences, as somebody remembers them."""
    chance, known = random.Random(2), sentences()
    found = []
    for _ in range(count):
        words = chance.choice(known).split()
        start = chance.randrange(max(1, len(words) - 5))
        found.append(" ".join(words[start : start + 6]))
    return found


def each_ms(asked: Sequence[str], ask: Callable[[str], object]) -> list[float]:
    found = []
    for one in asked:
        began = perf_counter()
        ask(one)
        found.append(1000 * (perf_counter() - began))
    return sorted(found)


def told(name: str, put_s: float, count: int, times: Sequence[float]) -> None:
    print(f"{name:14} in: {count / put_s:6.0f} passages/s   found: p50 {times[len(times) // 2]:6.1f} ms  p95 {times[int(0.95 * len(times))]:6.1f} ms")


def through_maju(folder: Path, held: Sequence[Passage], asked: Sequence[str]) -> tuple[float, list[float], float]:
    """(seconds to put, ms of each question, seconds until the first search of a process that has it on disk)."""
    index = open_index(folder)
    began = perf_counter()
    index.put(held)
    put_s = perf_counter() - began
    index.search([], NEAREST)
    times = each_ms(asked, lambda one: index.search([one], NEAREST))
    index.close()
    again = open_index(folder)
    began = perf_counter()
    again.search(asked[:1], NEAREST)
    opened_s = perf_counter() - began
    again.close()
    return put_s, times, opened_s


def chroma_alone(folder: Path, held: Sequence[Passage], asked: Sequence[str]) -> tuple[float, list[float]]:
    import chromadb

    vectors = EmbeddedVectors()
    collection = chromadb.PersistentClient(str(folder)).create_collection("bare", embedding_function=None)
    put_s = 0.0
    for batch in (held[i : i + BATCH] for i in range(0, len(held), BATCH)):
        ready = vectors.vectors([f"{one.section}\n{one.text}" for one in batch])
        began = perf_counter()
        collection.add([one.id for one in batch], embeddings=ready, documents=[one.text for one in batch])  # type: ignore[arg-type]
        put_s += perf_counter() - began
    return put_s, each_ms(asked, lambda one: collection.query(query_embeddings=vectors.vectors([one]), n_results=NEAREST))  # type: ignore[arg-type]


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--passages", type=int, default=100_000)
    options.add_argument("--questions", type=int, default=200)
    given = options.parse_args()
    warm_up()
    held, asked = passages(given.passages), questions(given.questions)
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        put_s, times, opened_s = through_maju(Path(one), held, asked)
        told("Maju", put_s, len(held), times)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**10
        print(f"{'':14} first search of a process that finds them on disk: {opened_s:.1f} s; memory at most {memory:.0f} MB")
        put_s, times = chroma_alone(Path(other), held, asked)
        told("Chroma alone", put_s, len(held), times)


if __name__ == "__main__":
    main()
