"""`.txt`: `rep: …` / `buyer: …` lines (담당자/고객 too), and KakaoTalk's export. A line without a speaker goes on with the turn before it.

A new conversation begins at a line `# its id`, at a line of three or more dashes, or at the next KakaoTalk title.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import chain, islice

from assistant.domain.transcript import Transcript
from assistant.domain.words import Speaker
from assistant.errors import TranscriptError
from assistant.scoring.transcripts.checked import transcript_of
from assistant.scoring.transcripts.kakao import KakaoReader, looks_like_export, speakers_of
from assistant.scoring.transcripts.lines import Line
from assistant.scoring.transcripts.outcome import Unusable

_SAID = re.compile(r"^\s*(?P<who>rep|buyer|담당자|영업|고객|구매자)\s*[::]\s?(?P<text>.*)$", re.IGNORECASE)
_BREAK = re.compile(r"^\s*(?:-{3,}|={3,}|\*{3,})\s*$")
_TITLE = re.compile(r"^#+\s*(?P<id>.*?)\s*$")
_WHO: dict[str, Speaker] = {"rep": "rep", "담당자": "rep", "영업": "rep", "buyer": "buyer", "고객": "buyer", "구매자": "buyer"}
_SNIFFED = 40


@dataclass(slots=True)
class _Draft:
    """A conversation while it is being read."""

    id: str | None = None
    line: int = 1
    said: list[tuple[str, str, datetime | None]] = field(default_factory=list)
    error: TranscriptError | None = None

    def go_on(self, text: str) -> bool:
        """Adds a line to the last turn; False when there is none."""
        if not self.said:
            return not text.strip()
        who, before, at = self.said[-1]
        self.said[-1] = (who, f"{before}\n{text}", at)
        return True


def of_text(lines: Iterator[Line], speakers: Mapping[str, Speaker]) -> Iterator[Transcript | Unusable]:
    first = list(islice(lines, _SNIFFED))
    every = chain(first, lines)
    if looks_like_export(text for _, text in first if isinstance(text, str)):
        yield from _kakao(every, speakers)
    else:
        yield from _labelled(every)


def _labelled(lines: Iterator[Line]) -> Iterator[Transcript | Unusable]:
    draft = _Draft()
    for number, text in lines:
        if isinstance(text, TranscriptError):
            draft.error = draft.error or text
        elif said := _SAID.match(text):
            if not draft.said:
                draft.line = draft.line if draft.id else number
            draft.said.append((_WHO[said["who"].lower()], said["text"], None))
        elif _BREAK.match(text) or (_TITLE.match(text) and (not draft.said or _after_blank(draft))):
            yield from _finished(draft, {})
            title = _TITLE.match(text)
            draft = _Draft((title["id"] or None) if title else None, number)
        elif not draft.go_on(text):
            draft.error = draft.error or TranscriptError(
                ko=f"{number}번째 줄: 'rep:' 또는 'buyer:'로 시작해야 해요.", en=f"Line {number}: expected it to begin with 'rep:' or 'buyer:'."
            )
    yield from _finished(draft, {}, must=True)


def _after_blank(draft: _Draft) -> bool:
    """A heading inside a turn is the turn's own text; one after an empty line begins a conversation."""
    return draft.said[-1][1].endswith("\n")


def _kakao(lines: Iterator[Line], speakers: Mapping[str, Speaker]) -> Iterator[Transcript | Unusable]:
    reader, draft = KakaoReader(), _Draft()
    for number, text in lines:
        if isinstance(text, TranscriptError):
            draft.error = draft.error or text
            continue
        partner = reader.partner
        found = reader.read(text)
        if reader.partner != partner and draft.said:
            yield from _finished(draft, speakers, partner)
            draft = _Draft(line=number)
        if isinstance(found, tuple):
            draft.said.append(found)
        elif not found:
            draft.go_on(text)
    yield from _finished(draft, speakers, reader.partner, must=True)


def _finished(draft: _Draft, speakers: Mapping[str, Speaker], partner: str | None = None, *, must: bool = False) -> Iterator[Transcript | Unusable]:
    """The conversation read so far; nothing when nothing was said, unless something `must` come."""
    if not draft.said and not draft.error and not (must and draft.line == 1):
        return
    try:
        if draft.error:
            raise draft.error
        names = sorted({who for who, _, _ in draft.said})
        known = {name: _WHO[name] for name in names} if set(names) <= {"rep", "buyer"} else speakers_of(names, speakers, partner)
        turns = [{"speaker": known[who], "text": text.strip(), "sent_at": at.isoformat() if at else None} for who, text, at in draft.said]
        yield transcript_of({"id": draft.id or partner, "turns": turns})
    except TranscriptError as error:
        yield Unusable(draft.id, draft.line, error)
