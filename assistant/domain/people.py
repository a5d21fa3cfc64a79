"""People, their roles and teams, and how the program knows that it is they. What they may do is `policy`'s."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

Role = Literal["rep", "manager", "trainer", "admin"]
ROLES: tuple[Role, ...] = get_args(Role)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts. Every use case takes one. `teams`: ids. `everywhere`: the one person of a Maju that nobody else can reach (solo)."""

    id: str
    name: str
    roles: frozenset[Role]
    teams: frozenset[str] = frozenset()
    everywhere: bool = False


LOCAL_PERSON = Actor("local", "local", frozenset(ROLES), everywhere=True)


@dataclass(frozen=True, slots=True)
class Team:
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Person:
    """An account. `login`: what they log in with, an e-mail address mostly, kept in lower case. `teams`: ids.
    `joined`: they have set a password or logged in through a provider. Somebody who left is not `active` and keeps what they did."""

    id: str
    login: str
    name: str
    roles: frozenset[Role]
    teams: frozenset[str]
    made_at: datetime
    joined: bool = False
    active: bool = True

    def actor(self) -> Actor:
        return Actor(self.id, self.name, self.roles, self.teams)


@dataclass(frozen=True, slots=True)
class Login:
    """One browser in which a person is logged in. `digest`: of the secret in its cookie, which is kept nowhere."""

    digest: str
    person: str
    began_at: datetime
    seen_at: datetime


@dataclass(frozen=True, slots=True)
class Audited:
    """Who did what to which thing, and when; never what anybody said. `detail`: a few words of the program's own, no text of a person's.
    `owner`: whose thing it is, where it is somebody's."""

    at: datetime
    by: str
    action: str
    thing: str
    detail: str = ""
    owner: str = ""
