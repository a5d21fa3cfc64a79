"""`maju score`: conversations from files, scored one at a time, in input order."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from assistant.assembly import Engine, open_engine
from assistant.cli.terminal import AsJson, DataFolder, as_line, language
from assistant.domain.scorecard import Scorecard
from assistant.domain.transcript import Transcript
from assistant.errors import TranscriptError
from assistant.scoring.form import scorecard_json
from assistant.scoring.transcripts import Unusable, checked_path, read_stream, read_transcripts


def score(
    files: Annotated[list[str], typer.Argument(metavar="FILE...", help=".json .jsonl .csv .txt; - reads standard input · 표준 입력은 -")],
    as_json: AsJson = False,
    no_judge: Annotated[bool, typer.Option("--no-judge", help="Measured scores only · 측정 점수만")] = False,
    data: DataFolder = None,
) -> None:
    """Scores conversations · 대화를 채점해요"""
    for file in files:
        if file != "-":
            checked_path(Path(file))
    unusable = 0
    with open_engine(data) as engine:
        for one in _conversations(files):
            unusable += not _scored(engine, one, as_json, judged=not no_judge)
    if unusable:
        raise typer.Exit(2)


def _conversations(files: list[str]) -> Iterator[Transcript | Unusable]:
    for file in files:
        yield from read_stream(sys.stdin.buffer) if file == "-" else read_transcripts(Path(file))


def _scored(engine: Engine, one: Transcript | Unusable, as_json: bool, judged: bool) -> bool:
    """Prints one line for one conversation; False when it could not be used."""
    if isinstance(one, Transcript):
        try:
            card = engine.scorer.of_conversation(one, judged)
        except TranscriptError as error:
            one = Unusable(one.id, 0, error)
        else:
            print(as_line(scorecard_json(card)) if as_json else _summary(card))
            return True
    print(as_line(one.json(language())) if as_json else f"{one.id or '-'}: {one.error.in_(language())}", file=sys.stdout if as_json else sys.stderr)
    return False


def _summary(card: Scorecard) -> str:
    shown = "  ".join(f"{name} {'–' if score.value is None else round(score.value)}" for name, score in card.scores.items())
    return f"{card.id or '-'}: {shown}"
