"""A workshop over a fresh store, with the bundled scenarios, and a clock that moves by a second."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from assistant import scenarios
from assistant.assembly import KNOWLEDGE
from assistant.authoring import Catalogue, Drafted, Published, Workshop
from assistant.domain.draft import Change
from assistant.domain.people import LOCAL_PERSON, Actor
from assistant.domain.tree import at
from assistant.scenarios import Library
from assistant.store import Store, open_store

BUNDLED = Library(KNOWLEDGE / "scenarios")
DEAL = "cloud-phone-cx-lead"
REP = Actor("kim", "kim", frozenset({"rep"}))
MANAGER = Actor("lee", "lee", frozenset({"manager"}))


@dataclass(frozen=True, slots=True)
class Place:
    store: Store
    library: Catalogue
    published: Published
    workshop: Workshop

    def copied(self, deal: str = DEAL) -> Drafted:
        return self.draft(self.workshop.copy(LOCAL_PERSON, deal))

    def draft(self, draft_id: str) -> Drafted:
        return self.workshop.draft(LOCAL_PERSON, draft_id)

    def set(self, draft_id: str, path: str, value: Any, seen: int | None = None) -> int:
        known = self.draft(draft_id).revision if seen is None else seen
        return self.workshop.change(LOCAL_PERSON, draft_id, known, [Change(path, value)])

    def holds(self, draft_id: str, path: str) -> Any:
        return at(self.draft(draft_id).tree, path)


def a_place(folder: Path) -> Place:
    store = open_store(f"sqlite:///{folder}/maju.db")
    clock = Clock()
    library = Catalogue(BUNDLED, store.scenario_versions, scenarios)
    published = Published(store.scenario_versions, BUNDLED, library, scenarios, clock)
    skeleton = KNOWLEDGE / "builder" / "skeleton.yaml"
    return Place(store, library, published, Workshop(store.drafts, published, library, scenarios, skeleton, clock))


class Clock:
    def __init__(self) -> None:
        self.time = datetime(2026, 11, 28, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        self.time += timedelta(seconds=1)
        return self.time
