"""How many twelve-turn conversations a second of one core scores without a model, after loading; beside it what the outside analysers alone need.

    python -m tests.benchmarks.scoring_speed [conversations a language] [--data DIR]

Played conversations, or with --data twelve turns each of the public texts there, every text as if it were met for the first time (the caches of texts
are emptied before each), then the same as they come. Beside it in the same run: the same turns through the Korean analyser (Kiwi) once, and every
phrase list searched once as one plain expression, and nothing else.
"""

import argparse
import json
from collections.abc import Callable, Sequence
from functools import _lru_cache_wrapper
from itertools import islice
from pathlib import Path
from time import process_time
from typing import Any

from assistant.assembly.settling import settle
from assistant.domain.transcript import Transcript, Turn
from assistant.domain.words import LANGUAGES, Language
from assistant.language.analysis import warm_up
from assistant.language.korean import _kiwi
from assistant.language.phrases import _lists, pattern
from assistant.language.surface import surface
from assistant.scoring import score
from assistant.scoring.form import scorecard_json, transcript_json
from assistant.scoring.transcripts.checked import transcript_of
from tests.benchmarks.conversations import conversations, rubric
from tests.benchmarks.first_met import caches_of_texts

TURNS = 12
TIMES = 3
"""Of each conversation the quickest of so many runs counts: the machine is busy with other things too."""


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("wanted", nargs="?", type=int, default=40)
    parser.add_argument("--data", type=Path)
    given = parser.parse_args()
    warm_up()
    for language in LANGUAGES:
        talks = _public(given.data, language, given.wanted) if given.data else _talks(language, given.wanted)
        for talk in talks:
            _score(talk)
        settle()
        fresh = _a_second(talks, _score, forget=caches_of_texts())
        again = _a_second(talks, _score)
        reading = _a_second(talks, _read)
        lists = _a_second(talks, _search)
        print(f"{language}: {fresh:.0f} conversations a CPU second; all words met before: {again:.0f}; only reading their JSON: {reading:.0f}")
        print(f"{language}: every phrase list once over each turn: {lists:.0f} (Maju is {fresh / lists:.2f} of that)")
        if language == "ko":
            kiwi = _a_second(talks, _analyse)
            print(f"{language}: Kiwi alone, each turn once: {kiwi:.0f} (Maju is {fresh / kiwi:.2f} of that)")


def _talks(language: Language, wanted: int) -> list[Transcript]:
    """The first twelve turns of those that have so many."""
    seeds = (talk for seed in range(1, 9) for talk in conversations(language, seed=seed) if len(talk.turns) >= TURNS)
    return [Transcript(talk.id, talk.turns[:TURNS], language) for talk in islice(seeds, wanted)]


def _public(data: Path, language: Language, wanted: int) -> list[Transcript]:
    """Each text once, files taken in turns, buyer and rep in turns."""
    files = [path.read_text(encoding="utf-8").splitlines() for path in sorted(data.glob(f"*_{language}.jsonl"))]
    rows = (json.loads(row) for together in zip(*files, strict=False) for row in together)
    texts = dict.fromkeys(turn["text"] for row in rows for turn in row["turns"] if turn["text"].strip())
    said = iter(texts)
    talks = (tuple(islice(said, TURNS)) for _ in range(wanted))
    return [
        Transcript(f"{at}", tuple(Turn(place, "rep" if place % 2 else "buyer", text) for place, text in enumerate(talk)), language)
        for at, talk in enumerate(talks)
        if len(talk) == TURNS
    ]


def _a_second(talks: list[Transcript], work: Callable[[Transcript], object], forget: "Sequence[_lru_cache_wrapper[Any]]" = ()) -> float:
    quickest = [min(_seconds(talk, work, forget) for _ in range(TIMES)) for talk in talks]
    return len(talks) / sum(quickest)


def _seconds(talk: Transcript, work: Callable[[Transcript], object], forget: "Sequence[_lru_cache_wrapper[Any]]") -> float:
    for cache in forget:
        cache.cache_clear()
    started = process_time()
    work(talk)
    return process_time() - started


def _score(talk: Transcript) -> str:
    return json.dumps(scorecard_json(score(talk, rubric=rubric())), ensure_ascii=False)


def _read(talk: Transcript) -> Transcript:
    return transcript_of(json.loads(json.dumps(transcript_json(talk), ensure_ascii=False)))


def _search(talk: Transcript) -> None:
    language = talk.language or "ko"
    for turn in talk.turns:
        form = surface(turn.text, language).text
        for name in _lists(language):
            pattern(name, language).search(form)


def _analyse(talk: Transcript) -> None:
    for turn in talk.turns:
        _kiwi().split_into_sents(turn.text, return_tokens=True)


if __name__ == "__main__":
    main()
