"""The directory: who belongs here, in which teams, with which roles. Only an admin changes it; the first admin comes from the terminal."""

import re
from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import datetime
from uuid import uuid4

from assistant.domain.people import ROLES, Actor, Audited, Person, Role, Team
from assistant.domain.policy import Action, Thing, may, reach
from assistant.errors import InputError, NotAllowed, NotFound
from assistant.ports import Accounts

TERMINAL = Actor("terminal", "terminal", frozenset({"admin"}))
"""Whoever can run `maju` on the machine can read its database: what they do is kept under this name."""
_LOGIN = re.compile(r"[^\s@]{1,100}@[^\s@]{1,100}|[\w.+-]{3,60}")
MOST_NAME = 60
MOST_LISTED = 4
"""Teams that an entry of the record lists."""


class Directory:
    def __init__(self, accounts: Accounts, now: Callable[[], datetime]) -> None:
        self._accounts = accounts
        self._now = now

    def first_admin(self, name: str) -> Person | None:
        """The account `admin`, made when there is no admin at all; None once one has set a password and can invite others."""
        admins = [one for one in self._accounts.people() if "admin" in one.roles and one.active]
        if any(one.joined for one in admins):
            return None
        if admins:
            return admins[0]
        try:
            return self.invite(TERMINAL, "admin", name, ["admin"], [])
        except InputError:  # another copy of the program starts too, and was first
            return next((one for one in self._accounts.people() if one.login == "admin"), None)

    def people(self, actor: Actor) -> tuple[Person, ...]:
        """Those the actor may see, by name. Raises NotAllowed for somebody who may see nobody."""
        if reach(actor, "see_people") in {None, "own"}:
            raise NotAllowed()
        return tuple(one for one in self._accounts.people() if may(actor, "see_people", Thing(one.id, one.teams)))

    def teams(self, actor: Actor) -> tuple[Team, ...]:
        """All of them for an admin, one's own for everybody else."""
        everything = reach(actor, "see_people") == "all"
        return tuple(one for one in self._accounts.teams() if everything or one.id in actor.teams)

    def names(self) -> dict[str, str]:
        """Person id -> name, of everybody there ever was: records outlive accounts."""
        return {one.id: one.name for one in self._accounts.people()}

    def invite(self, actor: Actor, login: str, name: str, roles: Collection[Role], teams: Collection[str]) -> Person:
        """A new account, without a password yet. `teams`: names, made when they are new. Raises InputError, NotAllowed."""
        self._require(actor, "change_people")
        login, name = _login(login), _name(name)
        with self._accounts.together():
            if any(one.login == login for one in self._accounts.people()):
                raise InputError(ko=f"{login} 계정이 이미 있어요.", en=f"There is already an account {login}.")
            made = Person(uuid4().hex, login, name, _roles(roles), self._team_ids(teams), self._now())
            self._accounts.add(made)
            self._note(actor, "person_invited", made.id, _in_words(made))
        return made

    def change(self, actor: Actor, person_id: str, *, name: str, roles: Collection[Role], teams: Collection[str]) -> Person:
        """Counts from the next run of any page that is open. Raises InputError, NotAllowed, NotFound."""
        self._require(actor, "change_people")
        with self._accounts.together():
            before = self._accounts.person(person_id)
            after = replace(before, name=_name(name), roles=_roles(roles), teams=self._team_ids(teams))
            self._require_an_admin_left(before, after)
            self._accounts.change(after)
            self._note(actor, "person_changed", person_id, _in_words(after))
        return after

    def set_active(self, actor: Actor, person_id: str, active: bool) -> Person:
        """Somebody who is switched off is out at once, from every browser. Raises InputError, NotAllowed, NotFound."""
        self._require(actor, "change_people")
        with self._accounts.together():
            before = self._accounts.person(person_id)
            after = replace(before, active=active)
            self._require_an_admin_left(before, after)
            self._accounts.change(after)
            if not active:
                self._accounts.end_logins(person_id, self._now())
            self._note(actor, "person_switched_on" if active else "person_switched_off", person_id)
        return after

    def by_login(self, actor: Actor, login: str) -> Person:
        """Raises NotFound, NotAllowed."""
        self._require(actor, "change_people")
        found = next((one for one in self._accounts.people() if one.login == login.strip().lower()), None)
        if found is None:
            raise NotFound(ko=f"{login} 계정이 없어요.", en=f"There is no account {login}.")
        return found

    def _require(self, actor: Actor, action: Action) -> None:
        if not may(actor, action):
            raise NotAllowed()

    def _require_an_admin_left(self, before: Person, after: Person) -> None:
        was, is_one = (("admin" in one.roles and one.active) for one in (before, after))
        others = any("admin" in one.roles and one.active and one.id != before.id for one in self._accounts.people())
        if was and not is_one and not others:
            raise InputError(ko="마지막 관리자예요. 다른 관리자를 먼저 정해 주세요.", en="This is the last admin. Make somebody else an admin first.")

    def _team_ids(self, names: Collection[str]) -> frozenset[str]:
        known = {one.name: one.id for one in self._accounts.teams()}
        ids = set()
        for name in dict.fromkeys(" ".join(one.split()) for one in names):
            if not 1 <= len(name) <= MOST_NAME:
                raise InputError(ko=f"팀 이름은 1자 이상 {MOST_NAME}자 이하로 적어 주세요.", en=f"A team's name has 1 to {MOST_NAME} characters.")
            ids.add(known.get(name) or self._accounts.add_team(Team(uuid4().hex, name)).id)
        return frozenset(ids)

    def _note(self, actor: Actor, action: str, thing: str, detail: str = "") -> None:
        self._accounts.audit(Audited(self._now(), actor.id, action, thing, detail))


def _login(login: str) -> str:
    login = login.strip().lower()
    if not _LOGIN.fullmatch(login):
        raise InputError(
            ko="로그인에는 이메일 주소를 적어 주세요. 예: kim@company.kr", en="Write an e-mail address to log in with, like kim@company.com."
        )
    return login


def _name(name: str) -> str:
    name = " ".join(name.split())
    if not 1 <= len(name) <= MOST_NAME:
        raise InputError(ko=f"이름은 1자 이상 {MOST_NAME}자 이하로 적어 주세요.", en=f"A name has 1 to {MOST_NAME} characters.")
    return name


def _roles(roles: Collection[Role]) -> frozenset[Role]:
    unknown = [one for one in roles if one not in ROLES]
    if not roles or unknown:
        raise InputError(ko=f"역할을 하나 이상 골라 주세요: {', '.join(ROLES)}.", en=f"Choose at least one role: {', '.join(ROLES)}.")
    return frozenset(roles)


def _in_words(person: Person) -> str:
    """Teams by id: names are not kept in the record. How many, where they would not fit."""
    teams = " ".join(sorted(person.teams)) if 0 < len(person.teams) <= MOST_LISTED else str(len(person.teams))
    return f"{' '.join(sorted(person.roles))}; teams {teams}"
