"""Playbooks kept in memory: a fake of the store, for tests of what is built on it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from assistant.domain.memory import Addition
from assistant.domain.playbook import WAS_READ, Hidden, Passage, PlaybookState, PlaybookVersion
from assistant.errors import NotFound


class PlaybooksInMemory:
    def __init__(self) -> None:
        self._versions: dict[str, PlaybookVersion] = {}
        self._contents: dict[str, bytes] = {}
        self._passages: dict[str, tuple[Passage, ...]] = {}
        self._removed: set[str] = set()
        self._additions: dict[str, tuple[Addition, ...]] = {}
        self._hidden: dict[str, tuple[Hidden, ...]] = {}

    def receive(self, version: PlaybookVersion, content: bytes, additions: Sequence[Addition] = ()) -> None:
        self._additions[version.id] = tuple(additions)
        self._versions[version.id] = version
        self._contents[version.id] = content

    def additions(self, version_id: str) -> tuple[Addition, ...]:
        return self._additions.get(version_id, ())

    def content(self, version_id: str) -> bytes:
        return self._contents[version_id]

    def versions(self) -> tuple[PlaybookVersion, ...]:
        return tuple(sorted((one for one in self._versions.values() if one.id not in self._removed), key=lambda one: (one.name, -one.version)))

    def ever_held(self) -> bool:
        return bool(self._versions)

    def set_state(self, version_id: str, state: PlaybookState, problem: str | None = None) -> None:
        if self._versions[version_id].state not in WAS_READ:
            self._versions[version_id] = replace(self._versions[version_id], state=state, problem=problem)

    def finish(self, version_id: str, passages: Sequence[Passage], pages: int | None, hidden: Sequence[Hidden] = ()) -> None:
        if self._versions[version_id].state not in WAS_READ:
            self._passages[version_id] = tuple(passages)
            self._hidden[version_id] = tuple(hidden)
            state: PlaybookState = "ready" if self._versions[version_id].approved_at else "read"
            self._versions[version_id] = replace(self._versions[version_id], state=state, problem=None, passages=len(passages), pages=pages)

    def approve(self, version_id: str, by: str, at: datetime) -> None:
        version = self._in_use(version_id)
        if version.approved_at is None and version.state != "ready":
            state: PlaybookState = "ready" if version.state == "read" else version.state
            self._versions[version_id] = replace(version, state=state, approved_at=at, approved_by=by)

    def discard(self, version_id: str) -> None:
        if self._in_use(version_id).state == "ready":
            raise NotFound(ko=version_id, en=version_id)
        self._removed.add(version_id)

    def hidden(self, version_id: str) -> tuple[Hidden, ...]:
        return self._hidden.get(version_id, ())

    def _in_use(self, version_id: str) -> PlaybookVersion:
        found = next((one for one in self.versions() if one.id == version_id), None)
        if found is None:
            raise NotFound(ko=version_id, en=version_id)
        return found

    def passages(self, version_ids: Sequence[str] | None = None) -> tuple[Passage, ...]:
        chosen = version_ids if version_ids is not None else [one.id for one in self.versions() if one.state == "ready"]
        return tuple(passage for one in self.versions() if one.id in chosen for passage in self._passages.get(one.id, ()))

    def remove(self, name: str) -> tuple[str, ...]:
        gone = [one.id for one in self.versions() if one.name == name]
        if not gone:
            raise NotFound(ko=name, en=name)
        self._removed |= set(gone)
        return tuple(passage.id for one in gone for passage in self._passages.get(one, ()))

    def passage(self, passage_id: str) -> Passage | None:
        return next((one for kept in self._passages.values() for one in kept if one.id == passage_id), None)
