"""Two teams, their people, and assignments over a real store."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from assistant.access import Directory
from assistant.access.directory import TERMINAL
from assistant.assigning import Assigning, Plan
from assistant.domain.people import Actor, Role
from assistant.domain.roleplay import RolePlay
from assistant.store import Store, open_store
from tests.access.people import Clock
from tests.store.samples import a_role_play, a_scenario, buyer_says, finished, rep_says


@dataclass
class Office:
    """`team`, `other`: ids."""

    store: Store
    assigning: Assigning
    directory: Directory
    clock: Clock
    team: str = ""
    other: str = ""

    def has(self, name: str, *roles: Role, team: str = "영업 1팀") -> Actor:
        return self.directory.invite(TERMINAL, f"{name}@hangyeol.kr", name, roles, [team]).actor()

    def plan(self, **changes: Any) -> Plan:
        now = self.clock()
        values: dict[str, Any] = {"scenario": "cloud-phone", "level": 2, "mode": "practice", "starts_at": now, "until": now + timedelta(days=7)}
        return Plan(**values | changes)

    def begins(self, actor: Actor, assignment: str, role_play: str = "r1") -> RolePlay:
        """As the room begins it under the assignment's terms."""
        terms = self.assigning.terms(actor, assignment)
        begun = a_role_play(role_play, rep=actor.id, began_at=self.clock(), assignment=terms.assignment, share_at_end=terms.share_with)
        self.store.role_plays.begin(begun, a_scenario())
        return begun

    def plays(self, actor: Actor, assignment: str, role_play: str = "r1") -> RolePlay:
        """Begun, talked and finished."""
        self.begins(actor, assignment, role_play)
        self.store.role_plays.add_rep_turn(role_play, rep_says())
        self.store.role_plays.add_buyer_turn(role_play, buyer_says(), None)
        return self.store.role_plays.end(role_play, finished())


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with open_store(f"sqlite:///{tmp_path / 'maju.db'}") as store:
        clock = Clock()
        assigning = Assigning(store.assignments, store.accounts, store.role_plays, store.scorecards, lambda one: one == "cloud-phone", clock)
        made = Office(store, assigning, Directory(store.accounts, clock), clock)
        made.has("가을", "admin")
        made.has("겨울", "rep", team="영업 2팀")
        names = {one.name: one.id for one in store.accounts.teams()}
        made.team, made.other = names["영업 1팀"], names["영업 2팀"]
        yield made
