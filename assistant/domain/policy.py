"""Who may do what: one table, default deny. Every use case asks `may`; the tests are generated from the table."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from assistant.domain.people import Actor, Role
from assistant.domain.roleplay import RolePlay
from assistant.errors import NotFound

Action = Literal[
    "practise",
    "read_role_play",
    "share_role_play",
    "review",
    "assign",
    "see_team",
    "import_outcomes",
    "answer_review",
    "see_calibration",
    "change_rubric",
    "read_playbooks",
    "change_playbooks",
    "approve_playbooks",
    "mark_playbooks",
    "propose_passages",
    "approve_passages",
    "author_scenarios",
    "see_people",
    "change_people",
    "read_audit",
    "export",
    "erase_talk",
    "erase_person",
    "keep_retention",
]
Reach = Literal["own", "team", "all"]
"""Of which things: one's own; those that belong to, or were shared with, a team one is in; all."""


@dataclass(frozen=True, slots=True)
class Thing:
    """What is acted on. `owner`: a person's id. `teams`: the teams it belongs to or was shared with."""

    owner: str | None = None
    teams: frozenset[str] = frozenset()


ANY = Thing()
"""Things that belong to nobody: the company's playbooks and scenarios."""

TABLE: Mapping[Action, Mapping[Role, Reach]] = {
    "practise": {"rep": "own", "manager": "own", "trainer": "own"},
    "read_role_play": {"rep": "own", "manager": "team", "trainer": "team", "admin": "own"},
    "share_role_play": {"rep": "own", "manager": "own", "trainer": "own"},
    "review": {"trainer": "team"},
    "assign": {"manager": "team"},
    "see_team": {"manager": "team"},
    "import_outcomes": {"manager": "team"},
    "answer_review": {"rep": "own", "manager": "own", "trainer": "own"},
    "see_calibration": {"manager": "team", "trainer": "team"},
    "change_rubric": {"manager": "all"},
    "read_playbooks": {"rep": "all", "manager": "all", "trainer": "all", "admin": "all"},
    "change_playbooks": {"manager": "all"},
    "approve_playbooks": {"manager": "all"},
    "mark_playbooks": {"manager": "all"},
    "propose_passages": {"manager": "all"},
    "approve_passages": {"trainer": "all"},
    "author_scenarios": {"manager": "all"},
    "see_people": {"manager": "team", "trainer": "team", "admin": "all"},
    "change_people": {"admin": "all"},
    "read_audit": {"admin": "all"},
    "export": {"rep": "own", "manager": "team", "trainer": "team", "admin": "own"},
    "erase_talk": {"rep": "own", "manager": "own", "trainer": "own", "admin": "own"},
    "erase_person": {"admin": "all"},
    "keep_retention": {"admin": "all"},
}
"""An admin keeps the accounts and reads nobody's talks. A role-play's teams are those it was shared with: what was not shared is its rep's alone."""

NOT_ONES_OWN: frozenset[Action] = frozenset({"review"})
"""Nobody reviews themselves."""

_WIDTH: Mapping[Reach, int] = {"own": 0, "team": 1, "all": 2}


def reach(actor: Actor, action: Action) -> Reach | None:
    """The widest reach that the actor's roles give; None where none of them does."""
    if actor.everywhere:
        return "all"
    found = [TABLE[action][role] for role in actor.roles if role in TABLE[action]]
    return max(found, key=_WIDTH.__getitem__, default=None)


def may(actor: Actor, action: Action, thing: Thing = ANY) -> bool:
    """Whether the actor may do this to that."""
    widest = reach(actor, action)
    if widest is None:
        return False
    if widest == "all":
        return True
    if thing.owner == actor.id:
        return action not in NOT_ONES_OWN
    return widest == "team" and bool(actor.teams & thing.teams)


def of_talk(role_play: RolePlay) -> Thing:
    """A role-play belongs to its rep, and to the teams it was shared with."""
    return Thing(role_play.rep, role_play.shared)


def counts_beside(actor: Actor, role_play: RolePlay) -> bool:
    """Whether somebody else's role-play may be counted beside the actor's own, where nothing of it comes out but how often what the actor says was
    said: where its rep has shared it with a team of the actor's. What was not shared is not counted either."""
    return actor.everywhere or bool(role_play.shared & actor.teams)


def seen(actor: Actor, role_play: RolePlay) -> RolePlay:
    """The role-play, for somebody who may read it. Raises NotFound for everybody else: who may not see it need not know of it."""
    if not may(actor, "read_role_play", of_talk(role_play)):
        raise no_such_talk()
    return role_play


def ones_own(actor: Actor, role_play: RolePlay) -> RolePlay:
    """The role-play, for somebody who may go on with it. Raises NotFound."""
    if not may(actor, "practise", of_talk(role_play)):
        raise no_such_talk()
    return role_play


def nobody_told(actor: Actor, role_play: RolePlay) -> None:
    """In place of what keeps who reads whose talk, where only one person can."""


def no_such_talk() -> NotFound:
    return NotFound(ko="그런 롤플레이가 없어요.", en="There is no such role-play.")
