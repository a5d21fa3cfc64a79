"""`maju score`: conversations from files, scored one at a time, in input order; a run into a file can be stopped and gone on with."""

import sys
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from time import monotonic
from typing import Annotated

import typer

from assistant.assembly import Engine, open_engine
from assistant.assembly.settling import settle
from assistant.cli.scores_file import ScoresFile
from assistant.cli.terminal import AsJson, DataFolder, as_line, language, said
from assistant.domain.scorecard import Scorecard
from assistant.domain.transcript import Transcript
from assistant.errors import TranscriptError
from assistant.scoring.form import scorecard_json
from assistant.scoring.transcripts import Unusable, checked_path, read_stream, read_transcripts

BEAT_S = 1.0
"""How often a terminal is told how far it is."""
Scored = Scorecard | Unusable


def score(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help=".json .jsonl .csv .txt; - reads standard input · 표준 입력은 -")],
    as_json: AsJson = False,
    no_judge: Annotated[bool, typer.Option("--no-judge", help="Measured scores only · 측정 점수만")] = False,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="JSON lines into FILE; the same call again goes on where it stopped · 이어서 채점")
    ] = None,
    data: DataFolder = None,
) -> None:
    """Scores conversations · 대화를 채점해요"""
    for file in files:
        if file != "-":
            checked_path(Path(file))
    with open_engine(data) as engine:
        if out:
            unusable = _into(out, engine, files, judged=not no_judge)
        else:
            unusable = _scored(engine, _conversations(files), not no_judge, _print_json if as_json else _print_summary)
    if unusable:
        raise typer.Exit(2)


def _conversations(files: list[str]) -> Iterator[Transcript | Unusable]:
    for file in files:
        yield from read_stream(sys.stdin.buffer) if file == "-" else read_transcripts(Path(file))


def _into(out: Path, engine: Engine, files: list[str], judged: bool) -> int:
    """How many could not be used, those of earlier runs included."""
    with ScoresFile(out) as kept:
        conversations = _conversations(files)
        before = next(islice(conversations, kept.held - 1, kept.held), None) if kept.held else None
        if kept.held:
            kept.check_last(before.id if before else None)
        return kept.unusable + _scored(engine, conversations, judged, lambda one: kept.add(_json(one)), kept.held)


def _scored(engine: Engine, conversations: Iterator[Transcript | Unusable], judged: bool, tell: Callable[[Scored], None], done: int = 0) -> int:
    """Tells of each in its turn; how many could not be used. `done`: before this run."""
    unusable, told = 0, monotonic()
    for number, one in enumerate(conversations, done + 1):
        found = _card(engine, one, judged)
        unusable += isinstance(found, Unusable)
        tell(found)
        if number == done + 1:
            settle()
        if sys.stderr.isatty() and monotonic() - told >= BEAT_S:
            told = monotonic()
            print(said(f"\r{number:,}개 채점", f"\r{number:,} scored"), end="", file=sys.stderr, flush=True)
    return unusable


def _card(engine: Engine, one: Transcript | Unusable, judged: bool) -> Scored:
    if isinstance(one, Unusable):
        return one
    try:
        return engine.scorer.of_conversation(one, judged)
    except TranscriptError as error:
        return Unusable(one.id, 0, error)


def _json(one: Scored) -> str:
    return as_line(one.json(language()) if isinstance(one, Unusable) else scorecard_json(one))


def _print_json(one: Scored) -> None:
    print(_json(one))


def _print_summary(one: Scored) -> None:
    if isinstance(one, Unusable):
        print(f"{one.id or '-'}: {one.error.in_(language())}", file=sys.stderr)
        return
    shown = "  ".join(f"{name} {'–' if score.value is None else round(score.value)}" for name, score in one.scores.items())
    print(f"{one.id or '-'}: {shown}")
