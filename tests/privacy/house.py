"""A team with talks in a store, and the privacy use cases over it, for tests to build on."""

from dataclasses import dataclass
from pathlib import Path

from assistant.access import Directory
from assistant.access.directory import TERMINAL
from assistant.domain.people import Person, Role
from assistant.domain.roleplay import RolePlay
from assistant.privacy import Eraser, GoneList, Keeping, Witness
from assistant.store import Store
from tests.access.people import Clock
from tests.store.samples import a_role_play, a_scenario, rep_says

ADMIN = TERMINAL


@dataclass(slots=True)
class House:
    store: Store
    folder: Path
    clock: Clock
    directory: Directory
    witness: Witness
    eraser: Eraser
    keeping: Keeping
    forgotten: list[int]

    def person(self, name: str, *roles: Role, team: str = "영업 1팀") -> Person:
        return self.directory.invite(ADMIN, f"{name}@hangyeol.kr", name, roles or ("rep",), [team] if team else [])

    def talk(self, person: Person, name: str, said: str = "", **changes: object) -> RolePlay:
        """A role-play of this person's, begun now, in which they said this."""
        self.store.role_plays.begin(a_role_play(name, rep=person.id, began_at=self.clock(), **changes), a_scenario())
        if said:
            self.store.role_plays.add_rep_turn(name, rep_says(said))
        return self.store.role_plays.get(name)

    def shared(self, person: Person, talk: RolePlay) -> RolePlay:
        return self.store.role_plays.share(talk.id, person.teams, self.clock())

    def talks(self) -> set[str]:
        return {one.id for one in self.store.role_plays.all()}


def house_over(store: Store, folder: Path, clock: Clock) -> House:
    accounts = store.accounts
    forgotten: list[int] = []
    eraser = Eraser(store.erasures, accounts, GoneList(folder / "deleted.jsonl"), lambda: forgotten.append(1), clock)
    keeping = Keeping(store.retentions, store.erasures, accounts, clock)
    return House(store, folder, clock, Directory(accounts, clock), Witness(accounts, clock), eraser, keeping, forgotten)
