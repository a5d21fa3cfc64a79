"""The shelf of playbooks: put on it, taken off it, searched. The file is kept first, then read, then its passages are kept, then indexed.

Whatever stops in between, the store knows how far it came: `resume` reads what was not read and indexes what was not indexed.
"""

import hashlib
import uuid
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import groupby
from pathlib import Path
from threading import RLock
from typing import Literal, NamedTuple

from assistant.domain.memory import Addition
from assistant.domain.people import Actor
from assistant.domain.playbook import PATH, WAS_READ, Found, Looked, Passage, PlaybookVersion, Section
from assistant.domain.policy import may
from assistant.domain.words import Language, Lines
from assistant.errors import DocumentError, InputError, NotAllowed, NotFound
from assistant.playbooks.approval import Approval
from assistant.playbooks.batch import in_order, same_name
from assistant.playbooks.intake import Intake, Upload
from assistant.playbooks.lookup import gone, version_of
from assistant.playbooks.reading import LEFT_AFTER, Progress, ReadOnce
from assistant.playbooks.retrieval import Retrieval, Steps, current
from assistant.ports import Claim, DocumentReader, PassageIndex, Playbooks, Record
from assistant.ports.claims import alone

FITS = 0.2
"""Below this score a passage does not answer: questions that the Debian books do not answer score 0.02 to 0.17 there, others mostly 0.25 and up."""

TOGETHER = 500
"""Passages of a batch that are indexed at once."""


class Taken(NamedTuple):
    """A file that is kept. `known_before`: whether a version of that name could be read already."""

    version: PlaybookVersion
    known_before: bool


class Added(NamedTuple):
    """What became of a file. 'updated': a new version of a playbook that was there."""

    version: PlaybookVersion
    state: Literal["added", "updated", "unchanged"]


class Outcome(NamedTuple):
    """Of one file of a batch."""

    path: Path
    became: Added | DocumentError


class Shelf:
    """`accept(file name, bytes)` raises DocumentError for what is not worth keeping (see `Intake`)."""

    def __init__(
        self,
        kept: Playbooks,
        read: DocumentReader,
        index: PassageIndex,
        accept: Callable[[str, int], object],
        now: Callable[[], datetime],
        record: Record,
        claim: Claim = alone,
    ) -> None:
        self._kept = kept
        self._intake = Intake(accept)
        self._now = now
        self._record = record
        self._reading = ReadOnce(kept, read, now, claim)
        self._lock = RLock()
        self._retrieval = Retrieval(kept, index, now)
        self.approval = Approval(kept, self._retrieval, now, record)

    def add(self, actor: Actor, source: Path | Upload, progress: Progress | None = None, language: Language = "ko") -> Added:
        """`take`, approval and `read_taken` in one."""
        return self.read_taken(self._approved(actor, self.take(actor, source)), progress, language)

    def take(self, actor: Actor, source: Path | Upload) -> Taken:
        """The file is kept, in milliseconds, and will be read: by `read_taken`, or by `resume` if the process ends before.

        Raises DocumentError for what is refused at the door; of that nothing is kept.
        """
        _allow(actor)
        name, content = self._intake.taken(source)
        digest = hashlib.sha256(content).hexdigest()
        with self._lock:
            same_name = [one for one in self._kept.versions() if one.name == Path(name).stem]
            known_before = any(one.state == "ready" for one in same_name)
            version = next((one for one in same_name if one.file_name == name), None)
            if version is not None and version.digest == digest:
                return Taken(version, known_before)
            number = 1 + max((one.version for one in same_name), default=0)
            version = PlaybookVersion(uuid.uuid4().hex, Path(name).stem, number, name, digest, "waiting", self._now(), actor.id)
            with self._record.together():
                self._kept.receive(version, content, self._kept.additions(same_name[0].id) if same_name else ())
                self.approval.note(actor, "playbook_added", version)
        return Taken(version, known_before)

    def _approved(self, actor: Actor, taken: Taken) -> Taken:
        """By whoever puts it in, before it is read."""
        self.approval.approve(actor, taken.version.id)
        return Taken(version_of(self._kept, taken.version.id), taken.known_before)

    def read_taken(self, taken: Taken, progress: Progress | None = None, language: Language = "ko") -> Added:
        """What is not approved yet is read and waits. Raises DocumentError: what could not be read is kept as 'failed' with the reason."""
        added, passages = self._added(taken, progress, language)
        self._retrieval.put(passages, _indexing(progress))
        return added

    def retry(self, actor: Actor, version_id: str, progress: Progress | None = None, language: Language = "ko") -> Added:
        """Reads a version's kept file once more. Raises NotFound, NotAllowed, and DocumentError as `read_taken` does."""
        _allow(actor)
        version = version_of(self._kept, version_id)
        known_before = any(one.state == "ready" for one in self._kept.versions() if one.name == version.name)
        return self.read_taken(Taken(version, known_before), progress, language)

    def restore(self, actor: Actor, version_id: str, progress: Progress | None = None, language: Language = "ko") -> Added:
        """The file of an earlier version as the newest one, in use as soon as it is read again. Raises NotFound, NotAllowed, DocumentError."""
        _allow(actor)
        old = version_of(self._kept, version_id)
        with self._record.together():
            new = self._again(actor, old, self._kept.additions(version_id), restores=old.version)
            self.approval.note(actor, "playbook_restored", new)
        return self.read_taken(self._approved(actor, Taken(new, known_before=True)), progress, language)

    def add_passage(self, actor: Actor, playbook: str, passage: Addition, language: Language = "ko") -> Added:
        """A new version of the one in use, with a passage beside what its file says. Raises NotFound where there is none, InputError while a newer
        one waits, NotAllowed."""
        if not may(actor, "approve_passages"):
            raise NotAllowed()
        newest = next((one for one in self.newest() if one.name == playbook), None)
        in_use = next((one for one in self.current() if one.name == playbook), None)
        if newest is None or in_use is None:
            raise gone()
        if newest.id != in_use.id:
            raise InputError(
                ko=f"'{playbook}'의 새 판이 승인을 기다리고 있어요. 그 판을 쓸지 먼저 정해 주세요.",
                en=f"A newer version of '{playbook}' waits for approval. Decide on it first.",
            )
        additions = self._kept.additions(in_use.id)
        if passage in additions:
            return Added(in_use, "unchanged")
        with self._record.together():
            new = self._again(actor, in_use, (*additions, passage))
            self._kept.approve(new.id, actor.id, self._now())
            self.approval.note(actor, "passage_added", new)
        return self.read_taken(Taken(version_of(self._kept, new.id), known_before=True), None, language)

    def _again(self, actor: Actor, old: PlaybookVersion, additions: Sequence[Addition], restores: int | None = None) -> PlaybookVersion:
        """A version's file as a new version."""
        with self._lock:
            number = 1 + max(one.version for one in self._kept.versions() if one.name == old.name)
            new = PlaybookVersion(uuid.uuid4().hex, old.name, number, old.file_name, old.digest, "waiting", self._now(), actor.id, restores=restores)
            self._kept.receive(new, self._kept.content(old.id), additions)
        return new

    def add_all(self, actor: Actor, paths: Sequence[Path], progress: Progress | None = None, language: Language = "ko") -> Iterator[Outcome]:
        """Files and folders, approved by whoever puts them in, each with what became of it; goes on past a bad one. They are indexed together, which
        is faster, by the end."""
        waiting: list[Passage] = []
        try:
            for path, taken_by in in_order(paths, self._intake.is_readable):
                try:
                    if taken_by is not None and path.read_bytes() != taken_by.read_bytes():
                        raise same_name(path, taken_by)
                    added, passages = self._added(self._approved(actor, self.take(actor, path)), progress, language)
                    waiting += passages
                    yield Outcome(path, added)
                except DocumentError as error:
                    yield Outcome(path, error)
                if len(waiting) >= TOGETHER:
                    self._retrieval.put(waiting, _indexing(progress))
                    waiting = []
        finally:
            self._retrieval.put(waiting, _indexing(progress))

    def resume(self, language: Language = "ko", progress: Progress | None = None) -> int:
        """Reads what a crash left waiting or half read, and brings the index up to date. For the process that serves, at its start.
        Returns how many passages the index has now."""
        self._reading.left(timedelta(0), language, progress)
        return self._retrieval.sync(_indexing(progress))

    def look_after(self) -> int:
        """For every process that serves, now and then: reads what one that died has left, and takes into the index what others have put on the
        shelf. How many were read."""
        read = self._reading.left(LEFT_AFTER)
        self._retrieval.keep_up()
        return read

    def versions(self) -> tuple[PlaybookVersion, ...]:
        """Every version in use, by name, newest first."""
        return self._kept.versions()

    def newest(self) -> tuple[PlaybookVersion, ...]:
        """The newest version of every playbook, whether it could be read or not."""
        return tuple(next(same) for _, same in groupby(self._kept.versions(), lambda one: one.name))

    def ever_held(self) -> bool:
        """Whether there was ever a playbook, one that was taken out again included."""
        return self._kept.ever_held()

    def in_use(self) -> tuple[str, ...]:
        """Ids of `current`: what a role-play that begins now keeps."""
        return tuple(one.id for one in self.current())

    def current(self) -> tuple[PlaybookVersion, ...]:
        """The newest readable version of every playbook."""
        return current(self._kept.versions())

    def search(self, queries: Sequence[str], k: int) -> list[list[Found]]:
        """The k best passages of each query in the current playbooks, best first; a score below FITS answers nothing."""
        return self._retrieval.search(queries, k)

    def explain(self, query: str, k: int) -> Looked:
        """A search in the current playbooks with its reasons, for whoever tries out what they answer."""
        return self._retrieval.explain(query, k)

    def search_for_deal(self, queries: Sequence[str], k: int, keywords: Lines, version_ids: Sequence[str]) -> list[list[Found]]:
        """The same, in those of these versions (a role-play keeps the ones it began with) that belong to the deal with these keywords."""
        return self._retrieval.search_for_deal(queries, k, keywords, version_ids)

    def concerns(self, version_id: str, keywords: tuple[str, ...]) -> bool:
        """Whether a playbook belongs to a deal with these keywords."""
        return self._retrieval.concerns(version_id, keywords)

    def sections(self, version_id: str) -> tuple[Section, ...]:
        """What was read from a version, as it can be found."""
        passages = self._kept.passages([version_id])
        grouped = groupby(passages, lambda one: (one.section, one.page))
        return tuple(Section(tuple(path.split(PATH)) if path else (), "\n".join(one.text for one in same), page) for (path, page), same in grouped)

    def passages(self, version_ids: Sequence[str]) -> tuple[Passage, ...]:
        """Of these versions, in document order."""
        return self._kept.passages(version_ids)

    def remove(self, actor: Actor, playbook: str) -> str:
        """By name or by a version's id; all its versions go. Returns the name. Raises NotFound."""
        _allow(actor)
        versions = self._kept.versions()
        name = next((one.name for one in versions if playbook in {one.name, one.file_name, one.id}), None)
        if name is None:
            raise NotFound(ko=f"'{playbook}' 플레이북을 찾을 수 없어요.", en=f"There is no playbook '{playbook}'.")
        with self._record.together():
            passages = self._kept.remove(name)
            self.approval.note(actor, "playbook_removed", next(one for one in versions if one.name == name))
        self._retrieval.remove(passages)
        return name

    def check(self) -> None:
        """Raises what keeps the index from answering; opens it where nobody has. No model is asked."""
        self._retrieval.check()

    def rebuild(self, progress: Progress | None = None) -> int:
        """Throws the index away and builds it from the store. Returns how many passages it has now."""
        return self._retrieval.rebuild(_indexing(progress))

    def _added(self, taken: Taken, progress: Progress | None, language: Language) -> tuple[Added, tuple[Passage, ...]]:
        """Read, not yet indexed."""
        if taken.version.state in WAS_READ:
            return Added(taken.version, "unchanged"), ()
        version = self._reading.done(taken.version.id, progress, language)
        passages = self._kept.passages([version.id]) if version.state == "ready" else ()
        return Added(version, "updated" if taken.known_before else "added"), passages


def _allow(actor: Actor) -> None:
    if not may(actor, "change_playbooks"):
        raise NotAllowed()


def _indexing(progress: Progress | None) -> Steps | None:
    return None if progress is None else lambda done, of: progress("indexing", done, of)
