"""Who acts. Every use case takes an actor, so that permission is decided in one place."""

from dataclasses import dataclass
from typing import Literal

Role = Literal["rep", "manager", "trainer", "admin"]


@dataclass(frozen=True, slots=True)
class Actor:
    id: str
    name: str
    roles: frozenset[Role]


LOCAL_PERSON = Actor("local", "local", frozenset({"rep", "manager", "trainer", "admin"}))
