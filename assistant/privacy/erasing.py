"""Deleting for good: by a rep what is theirs alone, by an admin a person with everything they said. Asked for, announced, done by a durable job."""

import logging
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from assistant.domain.people import Actor, Audited, Person
from assistant.domain.policy import Thing, may
from assistant.domain.privacy import ErasedKind, ErasedWhy, Erasure, Gone, KeptTalk, groups
from assistant.errors import InputError, NotAllowed, NotFound
from assistant.ports import Accounts, Erasures
from assistant.privacy.gone import GoneList

LOG = logging.getLogger(__name__)
GRACE = timedelta(days=7)
"""Between asking for a person's deletion and doing it: time to take it back, and for them to take their data along."""
ERASED: dict[ErasedKind, str] = {"person": "person_erased", "role_play": "talk_erased", "file": "talk_erased"}


def ask_now(erasures: Erasures, things: Iterable[tuple[ErasedKind, str]], why: ErasedWhy, by: str, now: datetime) -> None:
    """To be deleted without delay; those of a kind are written down in one transaction, what is named twice once."""
    by_kind = defaultdict[ErasedKind, list[str]](list)
    for kind, thing in dict.fromkeys(things):
        by_kind[kind].append(thing)
    for kind, ids in by_kind.items():
        erasures.ask(kind, ids, why, by, now, now)


class Eraser:
    """`forget`: what else holds words of talks in this process (caches), emptied after every deletion."""

    def __init__(self, erasures: Erasures, accounts: Accounts, gone: GoneList, forget: Callable[[], None], now: Callable[[], datetime]) -> None:
        self._erasures = erasures
        self._accounts = accounts
        self._gone = gone
        self._forget = forget
        self._now = now

    def own(self, actor: Actor) -> tuple[list[list[KeptTalk]], int]:
        """The actor's own talks that they may delete, those that go together in one list; and how many they may not, as they were shared: the team's
        work rests on those, so an admin or the end of their time deletes them."""
        together = groups(self._erasures.talks(actor.id))
        free = [one for one in together if may(actor, "erase_talk", Thing(actor.id)) and (actor.everywhere or not any(talk.shared for talk in one))]
        return free, sum(map(len, together)) - sum(map(len, free))

    def erase_own(self, actor: Actor, talk_id: str | None = None) -> int:
        """Deletes one of the actor's own talks with what was built on it, or (None) all that they may delete; at once. How many went.
        Raises NotFound for one that is not theirs, InputError for one that was shared."""
        free, _ = self.own(actor)
        if talk_id is not None:
            known = {one.id for one in self._erasures.talks(actor.id)}
            free = [one for one in free if talk_id in {talk.id for talk in one}]
            if not free and talk_id in known:
                raise InputError(
                    ko="팀에 보낸 대화는 스스로 지울 수 없어요. 되돌린 뒤에 지우거나 관리자에게 부탁해 주세요.",
                    en="A talk you have shared cannot be deleted by you. Take it back first, or ask an admin.",
                )
            if not free:
                raise NotFound(ko="그런 대화가 없어요.", en="There is no such talk.")
        chosen, now = [talk for one in free for talk in one], self._now()
        ask_now(self._erasures, ((one.kind, one.id) for one in chosen), "asked", actor.id, now)
        self.run()
        return len(chosen)

    def ask(self, actor: Actor, person_id: str) -> datetime:
        """A person with everything they said is deleted after `GRACE`; they are switched off by whoever asks. When. Raises NotAllowed, NotFound, and
        InputError for oneself and for somebody who still gets in."""
        person = self._may(actor, person_id)
        if person.active:
            raise InputError(
                ko="먼저 사용을 중지해 주세요. 지우기 전까지는 다시 켤 수 있어요.",
                en="Switch the account off first. Until it is deleted it can be switched on again.",
            )
        now = self._now()
        with self._accounts.together():
            self._erasures.ask("person", [person_id], "asked", actor.id, now, now + GRACE)
            self._accounts.audit(Audited(now, actor.id, "erasure_asked", person_id, owner=person_id))
        return self.waiting(actor)[person_id]

    def take_back(self, actor: Actor, person_id: str) -> None:
        """Raises NotAllowed, NotFound, InputError when it is too late."""
        self._may(actor, person_id)
        with self._accounts.together():
            if not self._erasures.take_back("person", person_id, self._now()):
                raise InputError(ko="이미 지웠거나 지울 예정이 아니에요.", en="It was deleted already, or was not going to be.")
            self._accounts.audit(Audited(self._now(), actor.id, "erasure_taken_back", person_id, owner=person_id))

    def waiting(self, actor: Actor) -> dict[str, datetime]:
        """Person id -> when they will be deleted. Raises NotAllowed."""
        if not may(actor, "erase_person"):
            raise NotAllowed()
        return {one.thing: one.due_at for one in self._erasures.open() if one.kind == "person"}

    def run(self) -> int:
        """Does what is due, each on its own: one that fails stays to be done. How many were done. Raises StoreError."""
        now, done = self._now(), 0
        for one in self._erasures.open():
            if one.due_at <= now:
                self._do(one, now)
                done += 1
        if done:
            self._forget()
        return done

    def after_restoring(self) -> int:
        """What was deleted and is there again, because an older copy of the database was put back, is deleted once more; how many."""
        back = self._erasures.there(self._gone.all())
        ask_now(self._erasures, ((one.kind, one.thing) for one in back), "restored", "", self._now())
        return self.run() if back else 0

    def _do(self, one: Erasure, now: datetime) -> None:
        """First onto the list, then out of the database: stopped in between, it is done at the next start."""
        self._gone.add([Gone(one.kind, one.thing, now)])
        with self._accounts.together():
            rows = self._erasures.erase(one, now)
            self._accounts.audit(Audited(now, one.by, ERASED[one.kind], one.thing, one.why))
        self._erasures.overwrite()
        LOG.info("deleted a %s (%s): %d rows", one.kind, one.why, rows)

    def _may(self, actor: Actor, person_id: str) -> Person:
        if not may(actor, "erase_person"):
            raise NotAllowed()
        if person_id == actor.id:
            raise InputError(ko="자기 자신은 지울 수 없어요. 다른 관리자에게 부탁해 주세요.", en="You cannot delete yourself. Ask another admin.")
        return self._accounts.person(person_id)
