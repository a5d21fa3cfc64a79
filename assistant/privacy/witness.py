"""Who looked at whose talk: kept when somebody else's role-play is opened or quoted, and shown to the person it belongs to and to admins."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from threading import Lock

from assistant.domain.people import Actor, Audited
from assistant.domain.policy import may
from assistant.domain.privacy import Sought
from assistant.domain.roleplay import RolePlay
from assistant.errors import NotAllowed
from assistant.ports import Accounts

LOOKED = "talk_read"
QUOTED = "talk_quoted"
SAME_LOOK = timedelta(minutes=30)
"""A page is drawn anew at every click; within this time that is one look."""
REMEMBERED = 5000
Look = tuple[str, str, str]
"""Who, what they did, and with which talk."""


class Witness:
    def __init__(self, accounts: Accounts, now: Callable[[], datetime]) -> None:
        self._accounts = accounts
        self._now = now
        self._lately: dict[Look, datetime] = {}
        self._lock = Lock()

    def saw(self, actor: Actor, role_play: RolePlay) -> None:
        """To be called before somebody else's talk is shown; when it cannot be kept, the talk is not shown. Raises StoreError."""
        now = self._now()
        if self._is_new(actor, LOOKED, role_play, now):
            self._accounts.audit(Audited(now, actor.id, LOOKED, role_play.id, owner=role_play.rep))
            self._remember(actor, LOOKED, [role_play.id], now)

    def quoted(self, actor: Actor, role_plays: Iterable[RolePlay]) -> None:
        """To be called before words out of others' talks are shown together, on a team's page: one entry for each rep. Raises StoreError."""
        now, new = self._now(), defaultdict[str, list[str]](list)
        for one in {each.id: each for each in role_plays}.values():
            if self._is_new(actor, QUOTED, one, now):
                new[one.rep].append(one.id)
        if new:
            each = [Audited(now, actor.id, QUOTED, ids[0] if len(ids) == 1 else "", f"talks {len(ids)}", rep) for rep, ids in new.items()]
            self._accounts.audit(*each)
            self._remember(actor, QUOTED, [one for ids in new.values() for one in ids], now)

    def _is_new(self, actor: Actor, action: str, role_play: RolePlay, now: datetime) -> bool:
        if role_play.rep == actor.id or actor.everywhere:
            return False
        with self._lock:
            last = self._lately.get((actor.id, action, role_play.id))
        return last is None or now >= last + SAME_LOOK

    def _remember(self, actor: Actor, action: str, talks: Iterable[str], now: datetime) -> None:
        with self._lock:
            if len(self._lately) >= REMEMBERED:
                self._lately.clear()
            self._lately |= {(actor.id, action, one): now for one in talks}

    def note(self, actor: Actor, action: str, thing: str, detail: str = "", owner: str = "") -> None:
        """Keeps what somebody did. `detail`: the program's own words, never a person's."""
        self._accounts.audit(Audited(self._now(), actor.id, action, thing, detail, owner))

    def of_talk(self, actor: Actor, role_play: RolePlay) -> dict[str, datetime]:
        """Who has looked at one's own role-play and when last, by person; empty for anybody but its rep."""
        if actor.id != role_play.rep:
            return {}
        looks = self._accounts.audited(REMEMBERED, Sought(owner=actor.id, action=LOOKED))
        return {one.by: one.at for one in reversed(looks) if one.thing == role_play.id}

    def looks(self, actor: Actor, most: int, skip: int = 0) -> tuple[Audited, ...]:
        """What others did with what is the actor's: looked at, exported, deleted. Newest first."""
        return self._accounts.audited(most, Sought(owner=actor.id, not_by=actor.id), skip)

    def record(self, actor: Actor, most: int, sought: Sought, skip: int = 0) -> tuple[Audited, ...]:
        """What was done, newest first. Raises NotAllowed."""
        if not may(actor, "read_audit"):
            raise NotAllowed()
        return self._accounts.audited(most, sought, skip)
