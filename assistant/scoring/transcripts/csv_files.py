"""`.csv`: columns speaker, text and optionally sent_at, conversation; also KakaoTalk's own CSV (Date, User, Message). Rows of one
conversation stand together."""

import csv
from collections.abc import Iterator
from datetime import datetime
from itertools import groupby

from assistant.domain.conversation import Dialogue
from assistant.domain.conversation import Line as Message
from assistant.errors import TranscriptError
from assistant.scoring.transcripts.checked import moment
from assistant.scoring.transcripts.kakao import is_no_message
from assistant.scoring.transcripts.lines import MOST_BYTES, Line
from assistant.scoring.transcripts.outcome import Unusable

_NAMES = {"date": "sent_at", "user": "speaker", "message": "text", "id": "conversation", "conversation_id": "conversation"}
_NO_COLUMNS = TranscriptError(
    ko="첫 줄에 speaker, text 열이 있어야 해요(sent_at, conversation은 있으면 써요).",
    en="The first line must name the columns speaker and text (sent_at and conversation are optional).",
)
Row = tuple[int, dict[str, str]]


def of_rows(lines: Iterator[Line]) -> Iterator[Dialogue | Unusable]:
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
        yield _conversation(conversation, list(group))
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


def _conversation(conversation: str | None, rows: list[Row]) -> Dialogue | Unusable:
    line = rows[0][0]
    try:
        return Dialogue(conversation, tuple(message for _, row in rows if (message := _message(row))), line=line)
    except TranscriptError as error:
        return Unusable(conversation, line, error)


def _message(row: dict[str, str]) -> Message | None:
    """None for what an export writes of photos and the like."""
    who, text, sent_at = row.get("speaker", "").strip(), row.get("text"), row.get("sent_at")
    if not who or text is None:
        raise TranscriptError(ko="speaker와 text가 있어야 해요.", en="A row needs a speaker and a text.")
    return None if is_no_message(text) else Message(who, text, _sent(sent_at))


def _sent(text: str | None) -> datetime | None:
    try:
        return moment(text) if text and text.strip() else None
    except ValueError as error:
        raise TranscriptError(
            ko="sent_at 항목을 고쳐 주세요. 필요한 것: 2026-11-22T09:00:00Z 같은 시각.", en="sent_at: expected a time such as 2026-11-22T09:00:00Z."
        ) from error
