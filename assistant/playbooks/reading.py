"""What was put on the shelf is read, by one process at a time and once: whatever stops in between, the store knows how far it came."""

import shutil
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from time import sleep
from typing import Literal

from assistant.domain.playbook import WAS_READ, PlaybookVersion, Reading, Section
from assistant.domain.words import Language
from assistant.errors import DocumentError
from assistant.playbooks.lookup import version_of
from assistant.playbooks.orders import orders
from assistant.playbooks.passages import passages_of
from assistant.ports import Claim, DocumentReader, Playbooks
from assistant.ports.claims import of_playbook

Stage = Literal["reading", "indexing"]
Progress = Callable[[Stage, int, int], None]
LEFT_AFTER = timedelta(minutes=1)
"""What was put on the shelf and nobody reads for so long was left by a process that died."""
LOOK_S = 0.2


class ReadOnce:
    """Of one shelf. What could not be read is kept as 'failed' with the reason."""

    def __init__(self, kept: Playbooks, read: DocumentReader, now: Callable[[], datetime], claim: Claim) -> None:
        self._kept = kept
        self._read = read
        self._now = now
        self._claim = claim

    def done(self, version_id: str, progress: Progress | None, language: Language) -> PlaybookVersion:
        """Once it was read, by whomever: what somebody else reads meanwhile (a server that starts resumes what waits) is not read again.
        Raises DocumentError for what cannot be read, NotFound."""
        while (version := version_of(self._kept, version_id)).state not in WAS_READ and not self._read_if_free(version, progress, language):
            sleep(LOOK_S)
        return version_of(self._kept, version_id)

    def left(self, older_than: timedelta, language: Language = "ko", progress: Progress | None = None) -> int:
        """Reads what was put on the shelf so long ago and nobody has read. How many were read."""
        read = 0
        for version in self._kept.versions():
            if version.state in {"waiting", "reading"} and self._now() - version.added_at >= older_than:
                try:
                    read += self._read_if_free(version, progress, language)
                except DocumentError:
                    continue
        return read

    def _read_if_free(self, version: PlaybookVersion, progress: Progress | None, language: Language) -> bool:
        """False while another process is at it."""
        with self._claim(of_playbook(version.id)) as mine:
            if mine and version_of(self._kept, version.id).state not in WAS_READ:
                self._read_in(version, self._kept.content(version.id), progress, language)
            return mine

    def _read_in(self, version: PlaybookVersion, content: bytes, progress: Progress | None, language: Language) -> None:
        self._kept.set_state(version.id, "reading")
        if progress:
            progress("reading", 0, 1)
        try:
            reading = self._reading_of(version, content)
        except DocumentError as error:
            self._kept.set_state(version.id, "failed", error.in_(language))
            raise
        beside = tuple(Section((one.heading,), one.text) for one in self._kept.additions(version.id))
        reading = replace(reading, sections=reading.sections + beside)
        pages = max((one.page for one in reading.sections if one.page is not None), default=None)
        hidden = (*reading.hidden, *orders(reading.sections))
        self._kept.finish(version.id, passages_of(version, reading.sections), pages, hidden)
        if progress:
            progress("reading", 1, 1)

    def _reading_of(self, version: PlaybookVersion, content: bytes) -> Reading:
        """Its folder has its name: what a process left that was killed in the middle goes when the next one takes it up."""
        folder = Path(tempfile.gettempdir()) / f"maju-{version.id}"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(mode=0o700)
        try:
            path = folder / version.file_name
            path.write_bytes(content)
            return self._read(path)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
