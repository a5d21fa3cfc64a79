"""Playbooks kept in memory: a fake of the store, for tests of what is built on it."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.domain.playbook import Passage, PlaybookState, PlaybookVersion
from assistant.errors import NotFound


class PlaybooksInMemory:
    def __init__(self) -> None:
        self._versions: dict[str, PlaybookVersion] = {}
        self._contents: dict[str, bytes] = {}
        self._passages: dict[str, tuple[Passage, ...]] = {}
        self._removed: set[str] = set()

    def receive(self, version: PlaybookVersion, content: bytes) -> None:
        self._versions[version.id] = version
        self._contents[version.id] = content

    def content(self, version_id: str) -> bytes:
        return self._contents[version_id]

    def versions(self) -> tuple[PlaybookVersion, ...]:
        return tuple(sorted((one for one in self._versions.values() if one.id not in self._removed), key=lambda one: (one.name, -one.version)))

    def ever_held(self) -> bool:
        return bool(self._versions)

    def set_state(self, version_id: str, state: PlaybookState, problem: str | None = None) -> None:
        if self._versions[version_id].state != "ready":
            self._versions[version_id] = replace(self._versions[version_id], state=state, problem=problem)

    def finish(self, version_id: str, passages: Sequence[Passage], pages: int | None) -> None:
        if self._versions[version_id].state != "ready":
            self._passages[version_id] = tuple(passages)
            self._versions[version_id] = replace(self._versions[version_id], state="ready", problem=None, passages=len(passages), pages=pages)

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
