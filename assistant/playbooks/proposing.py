"""From a guide to a procedure: an exchange of a talk that went well, with why it worked, proposed for a playbook, and decided on by somebody else."""

import uuid
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from assistant.domain.memory import Addition, Proposal
from assistant.domain.people import Actor, Audited
from assistant.domain.policy import may, seen
from assistant.domain.words import Language
from assistant.errors import InputError, NotAllowed, NotFound
from assistant.playbooks.shelf import Shelf
from assistant.ports import Memory, Record, RolePlays

LONGEST = 2000
"""Characters of a proposed passage."""


class Proposals:
    """`record` keeps who did what."""

    def __init__(self, shelf: Shelf, memory: Memory, role_plays: RolePlays, now: Callable[[], datetime], record: Record) -> None:
        self._shelf = shelf
        self._memory = memory
        self._role_plays = role_plays
        self._now = now
        self._record = record

    def propose(self, actor: Actor, role_play_id: str, turn: int, playbook: str, passage: Addition) -> Proposal:
        """Of a talk that the actor may read, for a playbook that is in use. Raises InputError, NotFound, NotAllowed."""
        if not may(actor, "propose_passages"):
            raise NotAllowed()
        talk = seen(actor, self._role_plays.get(role_play_id))
        if not any(one.index == turn and one.speaker == "rep" for one in talk.turns):
            raise NotFound(ko="그런 말이 이 대화에 없어요.", en="There is no such turn in this talk.")
        if not any(one.name == playbook for one in self._shelf.current()):
            raise InputError(ko="쓰는 중인 플레이북을 골라 주세요.", en="Choose a playbook that is in use.")
        proposal = Proposal(uuid.uuid4().hex, role_play_id, turn, playbook, _tidy(passage), actor.id, self._now())
        with self._record.together():
            self._memory.propose(proposal)
            self._note(actor, "passage_proposed", proposal, talk.rep)
        return proposal

    def all(self, actor: Actor) -> tuple[Proposal, ...]:
        """For those who propose or decide, newest first; nothing for others."""
        return self._memory.proposals() if may(actor, "propose_passages") or may(actor, "approve_passages") else ()

    def may_decide(self, actor: Actor, proposal: Proposal) -> bool:
        """Nobody decides on their own, but for who is alone."""
        return proposal.accepted is None and may(actor, "approve_passages") and (actor.everywhere or proposal.by != actor.id)

    def accept(self, actor: Actor, proposal_id: str, language: Language = "ko") -> Proposal:
        """It stands in a new version of its playbook, in use from now on. Raises InputError while a newer version waits, NotFound, NotAllowed."""
        proposal = self._open(actor, proposal_id)
        added = self._shelf.add_passage(actor, proposal.playbook, proposal.passage, language)
        return self._decided(actor, replace(proposal, accepted=True, version=added.version.id))

    def refuse(self, actor: Actor, proposal_id: str) -> Proposal:
        """Raises NotFound, NotAllowed, InputError where it was decided meanwhile."""
        return self._decided(actor, replace(self._open(actor, proposal_id), accepted=False))

    def _open(self, actor: Actor, proposal_id: str) -> Proposal:
        if not may(actor, "approve_passages"):
            raise NotAllowed()
        found = next((one for one in self.all(actor) if one.id == proposal_id), None)
        if found is None:
            raise NotFound(ko="그런 제안이 없어요.", en="There is no such proposal.")
        if found.accepted is None and not self.may_decide(actor, found):
            raise NotAllowed()
        return found

    def _decided(self, actor: Actor, proposal: Proposal) -> Proposal:
        decided = replace(proposal, decided_by=actor.id, decided_at=self._now())
        with self._record.together():
            self._memory.decide(decided)
            self._note(actor, "passage_accepted" if decided.accepted else "passage_refused", decided)
        return decided

    def _note(self, actor: Actor, action: str, proposal: Proposal, rep: str = "") -> None:
        """`rep`: whose words others read from now on, and who is told."""
        self._record.audit(Audited(self._now(), actor.id, action, proposal.id, f"turn {proposal.turn}", rep))


def _tidy(passage: Addition) -> Addition:
    heading = " ".join(passage.heading.split())
    text = "\n".join(" ".join(line.split()) for line in passage.text.splitlines() if line.strip())
    if not heading or not text:
        raise InputError(ko="제목과 내용을 적어 주세요.", en="Write a heading and the passage.")
    if len(heading) > 100 or len(text) > LONGEST:
        raise InputError(
            ko=f"제목은 100자, 내용은 {LONGEST}자 안으로 줄여 주세요.", en=f"A heading has up to 100 characters, a passage up to {LONGEST}."
        )
    return Addition(heading, text)
