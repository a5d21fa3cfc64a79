"""`.txt`: `rep: …` / `buyer: …` lines (담당자/고객 too, or any names), and KakaoTalk's export. A line without a speaker goes on with the turn
before it.

A new conversation begins at a line `# its id`, at a line of three or more dashes, or at the next KakaoTalk title.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain, islice

from assistant.domain.conversation import Dialogue
from assistant.domain.conversation import Line as Message
from assistant.errors import TranscriptError
from assistant.scoring.transcripts.kakao import KakaoReader, looks_like_export
from assistant.scoring.transcripts.lines import Line
from assistant.scoring.transcripts.outcome import NOTHING_SAID, Unusable

_SAID = re.compile(r"^\s*(?P<who>rep|buyer|담당자|영업|고객|구매자)\s*[::]\s?(?P<text>.*)$", re.IGNORECASE)
_REPS, _BUYERS = frozenset({"rep", "담당자", "영업"}), frozenset({"buyer", "고객", "구매자"})
_NAMED = re.compile(r"^\s*(?P<who>[^\s:：#<>{}\[\]()][^:：<>{}]{0,29}?)\s*[:：](?!//)\s?(?P<text>.*)$")
_BREAK = re.compile(r"^\s*(?:-{3,}|={3,}|\*{3,})\s*$")
_TITLE = re.compile(r"^#+\s*(?P<id>.*?)\s*$")
_SNIFFED = 40
_OFTEN = 2
"""Times a name must stand before a colon to be one, where not every line begins with one."""


@dataclass(slots=True)
class _Draft:
    """A conversation while it is being read."""

    id: str | None = None
    line: int = 1
    said: list[Message] = field(default_factory=list)
    error: TranscriptError | None = None

    def go_on(self, text: str) -> bool:
        """Adds a line to the last turn; False when there is none."""
        if not self.said:
            return not text.strip()
        self.said[-1] = replace(self.said[-1], text=f"{self.said[-1].text}\n{text}")
        return True


def of_text(lines: Iterator[Line]) -> Iterator[Dialogue | Unusable]:
    first = list(islice(lines, _SNIFFED))
    every = chain(first, lines)
    texts = [text for _, text in first if isinstance(text, str)]
    if looks_like_export(texts):
        yield from _kakao(every)
    else:
        yield from _labelled(every, _speech(texts))


def _speech(texts: list[str]) -> Callable[[str], "re.Match[str] | None"]:
    """How a line of this file is told to be somebody's: by the words for rep and buyer, else by the names that stand before colons."""
    plain = {found["who"].lower() for text in texts if (found := _SAID.match(text))}
    if plain & _REPS and plain & _BUYERS:
        return _SAID.match
    spoken = [text for text in texts if text.strip() and not _BREAK.match(text) and not _TITLE.match(text)]
    times = Counter(found["who"] for text in spoken if (found := _NAMED.match(text)))
    names = {name for name, count in times.items() if count >= _OFTEN}
    if len(names) < 2 and sum(times.values()) == len(spoken):
        names = set(times)
    if len(names) < 2:
        return _SAID.match

    def said(text: str) -> "re.Match[str] | None":
        found = _NAMED.match(text)
        return found if found and found["who"] in names else None

    return said


def _labelled(lines: Iterator[Line], speech: Callable[[str], "re.Match[str] | None"]) -> Iterator[Dialogue | Unusable]:
    draft = _Draft()
    for number, text in lines:
        if isinstance(text, TranscriptError):
            draft.error = draft.error or text
        elif said := speech(text):
            if not draft.said:
                draft.line = draft.line if draft.id else number
            draft.said.append(Message(said["who"], said["text"]))
        elif _BREAK.match(text) or (_TITLE.match(text) and (not draft.said or _after_blank(draft))):
            yield from _finished(draft)
            title = _TITLE.match(text)
            draft = _Draft((title["id"] or None) if title else None, number)
        elif not draft.go_on(text):
            draft.error = draft.error or TranscriptError(
                ko=f"{number}번째 줄: 'rep:' 또는 'buyer:'로 시작해야 해요.", en=f"Line {number}: expected it to begin with 'rep:' or 'buyer:'."
            )
    yield from _finished(draft, must=True)


def _after_blank(draft: _Draft) -> bool:
    """A heading inside a turn is the turn's own text; one after an empty line begins a conversation."""
    return draft.said[-1].text.endswith("\n")


def _kakao(lines: Iterator[Line]) -> Iterator[Dialogue | Unusable]:
    reader, draft = KakaoReader(), _Draft()
    for number, text in lines:
        if isinstance(text, TranscriptError):
            draft.error = draft.error or text
            continue
        partner, titles = reader.partner, reader.titles
        found = reader.read(text)
        if reader.titles != titles and draft.said:
            yield from _finished(draft, partner)
            draft = _Draft(line=number)
        if isinstance(found, Message):
            draft.said.append(found)
        elif not found:
            draft.go_on(text)
    yield from _finished(draft, reader.partner, must=True)


def _finished(draft: _Draft, partner: str | None = None, *, must: bool = False) -> Iterator[Dialogue | Unusable]:
    """The conversation read so far; nothing when nothing was said, unless something `must` come."""
    if draft.error:
        yield Unusable(draft.id, draft.line, draft.error)
    elif any(one.text.strip() for one in draft.said):
        yield Dialogue(draft.id, tuple(replace(one, text=one.text.strip()) for one in draft.said), partner, draft.line)
    elif draft.said or (must and draft.line == 1):
        yield Unusable(draft.id, draft.line, NOTHING_SAID)
