"""`.csv`: columns speaker, text and optionally sent_at, conversation; also KakaoTalk's own CSV (Date, User, Message). Rows of one
conversation stand together."""

import csv
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from assistant.domain.transcript import Transcript
from assistant.domain.words import Speaker
from assistant.errors import TranscriptError
from assistant.scoring.transcripts.checked import transcript_of
from assistant.scoring.transcripts.kakao import speakers_of
from assistant.scoring.transcripts.lines import MOST_BYTES, Line
from assistant.scoring.transcripts.outcome import Unusable

_NAMES = {"date": "sent_at", "user": "speaker", "message": "text", "id": "conversation", "conversation_id": "conversation"}
_NO_COLUMNS = TranscriptError(
    ko="첫 줄에 speaker, text 열이 있어야 해요(sent_at, conversation은 있으면 써요).",
    en="The first line must name the columns speaker and text (sent_at and conversation are optional).",
)
Row = tuple[int, dict[str, str]]


def of_rows(lines: Iterator[Line], speakers: Mapping[str, Speaker]) -> Iterator[Transcript | Unusable]:
    csv.field_size_limit(MOST_BYTES)
    broken: list[tuple[int, TranscriptError]] = []
    rows = _rows(lines, broken)
    header = next(rows, None)
    columns = [_NAMES.get(name.strip().casefold(), name.strip().casefold()) for name in header[1]] if header else []
    if not {"speaker", "text"} <= set(columns):
        yield Unusable(None, 1, broken[0][1] if broken else _NO_COLUMNS)
        return
    named = ((number, dict(zip(columns, cells, strict=False))) for number, cells in rows if any(cell.strip() for cell in cells))
    for conversation, group in groupby(named, key=lambda row: row[1].get("conversation") or None):
        yield _conversation(conversation, list(group), speakers)
    for number, error in broken:
        yield Unusable(None, number, error)


def _rows(lines: Iterator[Line], broken: list[tuple[int, TranscriptError]]) -> Iterator[tuple[int, list[str]]]:
    """Cells with the number of the line each row ends on; what cannot be decoded or parsed ends the file and is kept in `broken`."""

    def texts() -> Iterator[str]:
        for number, text in lines:
            if isinstance(text, TranscriptError):
                broken.append((number, text))
                return
            yield text + "\n"

    reader = csv.reader(texts())
    try:
        for cells in reader:
            yield reader.line_num, cells
    except csv.Error:
        broken.append((reader.line_num, TranscriptError(ko="CSV 형식이 아니에요.", en="This is not CSV.")))


def _conversation(conversation: str | None, rows: list[Row], speakers: Mapping[str, Speaker]) -> Transcript | Unusable:
    line = rows[0][0]
    try:
        known = _roles({row["speaker"].strip() for _, row in rows if row.get("speaker")}, speakers)
        turns: list[dict[str, Any]] = [
            {"speaker": known.get(row.get("speaker", "").strip()), "text": row.get("text"), "sent_at": row.get("sent_at")} for _, row in rows
        ]
        return transcript_of({"id": conversation, "turns": turns})
    except TranscriptError as error:
        return Unusable(conversation, line, error)


def _roles(names: set[str], speakers: Mapping[str, Speaker]) -> Mapping[str, Speaker]:
    plain: dict[str, Speaker] = {name: "rep" if name.casefold() == "rep" else "buyer" for name in names if name.casefold() in {"rep", "buyer"}}
    return plain if len(plain) == len(names) else speakers_of(sorted(names), speakers, partner=None)
