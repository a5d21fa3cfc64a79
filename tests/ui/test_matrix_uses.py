"""Every set of roles at the doors of what belongs to the whole company: playbooks, marks, proposals, drafts, rubrics. Asked for something that is not
there, so that whoever may is told that, and whoever may not is told that alone."""

from collections.abc import Callable
from itertools import chain, combinations

import pytest

from assistant.assembly import Engine
from assistant.domain.memory import Addition
from assistant.domain.people import ROLES, Actor
from assistant.domain.policy import TABLE, Action
from assistant.errors import MajuError, NotAllowed
from assistant.playbooks import Upload

ROLE_SETS = [frozenset(one) for one in chain.from_iterable(combinations(ROLES, size) for size in range(len(ROLES) + 1))]
GONE = "no-such"
DOORS: dict[str, tuple[Action, Callable[[Engine, Actor], object]]] = {
    "put a playbook in": ("change_playbooks", lambda engine, actor: engine.shelf.take(actor, Upload("a.exe", b""))),
    "read one again": ("change_playbooks", lambda engine, actor: engine.shelf.retry(actor, GONE)),
    "bring one back": ("change_playbooks", lambda engine, actor: engine.shelf.restore(actor, GONE)),
    "take one out": ("change_playbooks", lambda engine, actor: engine.shelf.remove(actor, GONE)),
    "approve one": ("approve_playbooks", lambda engine, actor: engine.shelf.approval.approve(actor, GONE)),
    "discard one": ("approve_playbooks", lambda engine, actor: engine.shelf.approval.discard(actor, GONE)),
    "mark words": ("mark_playbooks", lambda engine, actor: engine.marking.add(actor, GONE, "must_say", "말")),
    "take a mark away": ("mark_playbooks", lambda engine, actor: engine.marking.end(actor, GONE)),
    "propose": ("propose_passages", lambda engine, actor: engine.proposals.propose(actor, GONE, 1, GONE, Addition("대목", "말"))),
    "accept a proposal": ("approve_passages", lambda engine, actor: engine.proposals.accept(actor, GONE)),
    "refuse a proposal": ("approve_passages", lambda engine, actor: engine.proposals.refuse(actor, GONE)),
    "open a draft": ("author_scenarios", lambda engine, actor: engine.workshop.draft(actor, GONE)),
    "change a draft": ("author_scenarios", lambda engine, actor: engine.workshop.change(actor, GONE, 0, [])),
    "undo in a draft": ("author_scenarios", lambda engine, actor: engine.workshop.undo(actor, GONE)),
    "discard a draft": ("author_scenarios", lambda engine, actor: engine.workshop.discard(actor, GONE)),
    "publish a draft": ("author_scenarios", lambda engine, actor: engine.workshop.publish(actor, GONE)),
    "restore a scenario": ("author_scenarios", lambda engine, actor: engine.published.restore(actor, GONE, 1)),
    "go back to a rubric": ("change_rubric", lambda engine, actor: engine.recalibrating.go_back(actor, 99)),
}


@pytest.mark.parametrize("name", list(DOORS))
def test_only_who_the_table_lets_is_told_that_it_is_not_there(engine: Engine, name: str) -> None:
    action, door = DOORS[name]
    for roles in ROLE_SETS:
        with pytest.raises(MajuError) as told:
            door(engine, Actor("somebody", "Somebody", roles, frozenset({"team"})))
        allowed = any(role in TABLE[action] for role in roles)
        assert isinstance(told.value, NotAllowed) is not allowed, (sorted(roles), told.value)
