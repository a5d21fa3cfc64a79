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


def may_read(actor: Actor, rep: str) -> bool:
    """Whether the actor may read a role-play of this rep: their own, and trainers everybody's."""
    return actor.id == rep or may_review(actor)


def may_review(actor: Actor) -> bool:
    return bool(actor.roles & {"trainer", "admin"})


def may_author(actor: Actor) -> bool:
    """Whether the actor may make scenarios for others to practise on."""
    return bool(actor.roles & {"manager", "admin"})
