"""Conversations with real buyers as a use case: a file is read and masked, its speakers are mapped, each conversation is scored behind the page.

What waits stands in the store, so neither a closed tab nor a restart loses any of it. The file itself is never kept.
"""

import logging
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from io import BytesIO
from itertools import islice
from threading import Event, Lock, Thread
from uuid import uuid4

from assistant.domain.conversation import (
    Conversation,
    ConversationFile,
    Dialogue,
    Part,
    Personal,
    Stage,
    can_be_scored,
    remembered,
    transcript_of,
)
from assistant.domain.people import Actor
from assistant.domain.policy import Thing, may
from assistant.domain.scorecard import Scorecard
from assistant.domain.transcript import Transcript
from assistant.domain.words import Text
from assistant.errors import InputError, MajuError, NotAllowed, NotFound, TranscriptError
from assistant.language.personal import hidden_in, masked
from assistant.ports import Claim, Conversations
from assistant.ports.claims import alone, of_conversation
from assistant.scoring.transcripts import Unusable, checked_kind, read_dialogues, roles_in

LOG = logging.getLogger(__name__)
A_BATCH = 50
"""Conversations written in one transaction."""
BAD_KEPT = 5
"""Reasons kept of a file; the others are counted."""
AGAIN_S = 5.0
"""After a store that could not be written the work pauses so long."""
Told = Callable[[int, int], None]
"""(bytes read, of how many)."""
_NO_REP = TranscriptError(ko="누가 영업 담당자인지 한 명은 골라 주세요.", en="Say of one speaker at least that they are the rep.")
_UNEXPECTED = Text("채점하다가 문제가 생겼어요. 다시 해 보세요.", "Something went wrong while it was scored. Try it again.")


class RealTalks:
    """`score`: the scorer. Scoring runs in one thread of its own while anything waits."""

    def __init__(self, store: Conversations, score: Callable[[Transcript], Scorecard], now: Callable[[], datetime], claim: Claim = alone) -> None:
        self._store = store
        self._score = score
        self._now = now
        self._claim = claim
        self._lock = Lock()
        self._wanted = False
        self._thread: Thread | None = None
        self._closing = Event()

    def take(self, actor: Actor, name: str, content: bytes, told: Told) -> ConversationFile:
        """Reads a file into the store, masked, batch by batch; one that was broken off is gone on with. Raises TranscriptError when nothing in it
        can be used, InputError when it is in already, NotAllowed."""
        if not may(actor, "practise", Thing(actor.id)):
            raise NotAllowed()
        checked_kind(name)
        shown = masked(name)
        new = ConversationFile(uuid4().hex, actor.id, shown, sha256(content).hexdigest(), self._now(), 0, False, {})
        file = self._store.begin(new)
        if file.whole:
            raise InputError(ko=f"{shown}: 이미 올린 파일이에요.", en=f"{shown} is in already.")
        try:
            file = self._read(actor, file, name, content, told)
        finally:
            self.wake()
        if not file.read:
            self._store.delete_file(file.id)
            why = file.bad[0][1] if file.bad else Text("대화가 들어 있지 않아요.", "There is no conversation in it.")
            raise TranscriptError(ko=f"{shown}: {why.ko}", en=f"{shown}: {why.en}")
        return file

    def _read(self, actor: Actor, file: ConversationFile, name: str, content: bytes, told: Told) -> ConversationFile:
        stream = BytesIO(content)
        known = self._store.known(actor.id)
        found = enumerate(read_dialogues(name, stream))
        done = file.read + file.bad_count
        for _ in islice(found, done):
            pass
        while batch := list(islice(found, A_BATCH)):
            hidden, talks, bad = Counter[Personal](file.hidden), [], list(file.bad)
            for number, one in batch:
                if isinstance(one, Unusable):
                    bad.append((one.line, Text(one.error.ko, one.error.en)))
                    continue
                clean, kinds = _masked(one)
                hidden += kinds
                talks.append(_begun(actor, file, number, clean, known))
            failed = len(batch) - len(talks)
            file = replace(file, read=file.read + len(talks), hidden=hidden, bad=tuple(bad[:BAD_KEPT]), bad_count=file.bad_count + failed)
            self._store.add(file, talks)
            self.wake()
            told(stream.tell(), len(content))
        file = replace(file, whole=True)
        self._store.add(file, ())
        return file

    def files(self, actor: Actor) -> tuple[ConversationFile, ...]:
        """The actor's own, newest first."""
        return self._store.files(actor.id)

    def counts(self, actor: Actor) -> Mapping[tuple[str, Stage], int]:
        """(file id, stage) -> how many."""
        return self._store.counts(actor.id)

    def page(self, actor: Actor, stages: Sequence[Stage], start: int, most: int) -> tuple[Conversation, ...]:
        return self._store.page(actor.id, stages, start, most)

    def unmapped(self, actor: Actor) -> tuple[tuple[tuple[str, ...], int, str], ...]:
        """Groups of speakers that nobody has mapped: (names, in how many conversations, the id of one)."""
        return self._store.unmapped_names(actor.id)

    def known(self, actor: Actor) -> Mapping[str, Part]:
        return self._store.known(actor.id)

    def get(self, actor: Actor, conversation_id: str) -> Conversation:
        """Raises NotFound, also for somebody else's that the actor may not read."""
        found = self._store.get(conversation_id)
        if not may(actor, "practise", Thing(found.owner)):
            raise NotFound(ko="그런 대화가 없어요. 지운 대화일 수 있어요.", en="There is no such conversation. It may have been deleted.")
        return found

    def map(self, actor: Actor, names: tuple[str, ...], parts: Mapping[str, Part]) -> int:
        """Who is who in every conversation of exactly these speakers; remembered for the next ones. Raises TranscriptError without a rep."""
        if not can_be_scored(parts):
            raise _NO_REP
        count = self._store.map(actor.id, names, parts)
        known = dict(self._store.known(actor.id))
        for other, _, _ in self._store.unmapped_names(actor.id):
            settled = remembered(other, known)
            if settled:
                count += self._store.map(actor.id, other, settled)
                known |= settled
        self.wake()
        return count

    def remap(self, actor: Actor, conversation_id: str, parts: Mapping[str, Part]) -> None:
        """Of one conversation, which is scored anew. Raises TranscriptError without a rep, NotFound."""
        if not can_be_scored(parts):
            raise _NO_REP
        self._store.remap(self.get(actor, conversation_id).id, parts)
        self.wake()

    def retry(self, actor: Actor, conversation_id: str) -> None:
        self._store.retry(self.get(actor, conversation_id).id)
        self.wake()

    def delete(self, actor: Actor, conversation_id: str) -> None:
        self._store.delete(self.get(actor, conversation_id).id)

    def wake(self) -> None:
        """Scores what waits, in the background; safe to call at any time."""
        with self._lock:
            self._wanted = True
            if self._thread is None and not self._closing.is_set():
                self._thread = Thread(target=self._work, name="real-talks", daemon=True)
                self._thread.start()

    def close(self) -> None:
        """After the conversation under way."""
        with self._lock:
            self._closing.set()
            thread = self._thread
        if thread:
            thread.join()

    def _work(self) -> None:
        while True:
            with self._lock:
                if not self._wanted or self._closing.is_set():
                    self._thread = None
                    return
                self._wanted = False
            try:
                for one in self._waiting():
                    with self._claim(of_conversation(one.id)) as mine:
                        if mine:
                            self._score_one(one)
            except Exception:
                LOG.exception("real conversations wait")
                if not self._closing.wait(AGAIN_S):
                    self._wanted = True

    def _waiting(self) -> Iterator[Conversation]:
        """Owner after owner, so that one person's thousands do not keep another's one waiting."""
        last: str | None = None
        while not self._closing.is_set() and (one := self._store.next_waiting(last)):
            last = one.owner
            yield one

    def _score_one(self, one: Conversation) -> None:
        """Nothing happens when another process has just scored it."""
        try:
            if self._store.get(one.id).stage != "waiting":
                return
            card = self._score(transcript_of(one))
        except MajuError as error:
            self._store.failed(one, Text(error.ko, error.en))
        except Exception:
            LOG.exception("a real conversation could not be scored")
            self._store.failed(one, _UNEXPECTED)
        else:
            self._store.scored(one, card)


def _masked(one: Dialogue) -> tuple[Dialogue, Counter[Personal]]:
    """Names too: a contact may be saved as a number."""
    kinds: Counter[Personal] = Counter()
    names: dict[str, str] = {}
    for name in one.names:
        names[name], found = hidden_in(name)
        kinds += found
    lines = []
    for line in one.lines:
        text, found = hidden_in(line.text)
        kinds += found
        lines.append(replace(line, who=names[line.who], text=text))
    return replace(one, lines=tuple(lines), partner=one.partner and masked(one.partner), id=one.id and masked(one.id)), kinds


def _begun(actor: Actor, file: ConversationFile, number: int, one: Dialogue, known: Mapping[str, Part]) -> Conversation:
    """Waiting where it is known who the rep is, by the file or from earlier."""
    roles = roles_in(one, {})
    parts = roles if roles and can_be_scored(roles) else remembered(one.names, known)
    return Conversation(uuid4().hex, actor.id, file.id, number, one, parts or {}, "waiting" if parts else "unmapped")
