"""Approval before use: what was read waits until somebody who may has looked at it; until then nothing of it is found."""

from collections.abc import Callable
from datetime import datetime

from assistant.domain.people import Actor, Audited
from assistant.domain.playbook import Hidden, PlaybookVersion
from assistant.domain.policy import may
from assistant.errors import NotAllowed
from assistant.playbooks.lookup import version_of
from assistant.playbooks.retrieval import Retrieval, Steps
from assistant.ports import Playbooks, Record


class Approval:
    """Of one shelf. `record` keeps who did what."""

    def __init__(self, kept: Playbooks, retrieval: Retrieval, now: Callable[[], datetime], record: Record) -> None:
        self._kept = kept
        self._retrieval = retrieval
        self._now = now
        self._record = record

    def approve(self, actor: Actor, version_id: str, steps: Steps | None = None) -> PlaybookVersion:
        """From now on it is used: at once where it was read already. What was approved before stays so. Raises NotAllowed, NotFound."""
        _allow(actor)
        before = version_of(self._kept, version_id)
        if before.approved_at is not None or before.state == "ready":
            return before
        with self._record.together():
            self._kept.approve(version_id, actor.id, self._now())
            self.note(actor, "playbook_approved", before)
        after = version_of(self._kept, version_id)
        if after.state == "ready":
            self._retrieval.put(self._kept.passages([version_id]), steps)
        return after

    def discard(self, actor: Actor, version_id: str) -> None:
        """Takes out a version that is not in use; the one before it stays. Raises NotAllowed, and NotFound for one that is in use."""
        _allow(actor)
        version = version_of(self._kept, version_id)
        with self._record.together():
            self._kept.discard(version_id)
            self.note(actor, "playbook_discarded", version)

    def waiting(self) -> tuple[PlaybookVersion, ...]:
        """What was read and nobody has approved yet."""
        return tuple(one for one in self._kept.versions() if one.state == "read")

    def hidden(self, version_id: str) -> tuple[Hidden, ...]:
        """What nobody sees who opens the document, in its order."""
        return self._kept.hidden(version_id)

    def note(self, actor: Actor, action: str, version: PlaybookVersion) -> None:
        self._record.audit(Audited(self._now(), actor.id, action, version.id, f"version {version.version}"))


def _allow(actor: Actor) -> None:
    if not may(actor, "approve_playbooks"):
        raise NotAllowed()
