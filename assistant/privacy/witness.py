"""Who looked at whose talk: kept when somebody else's role-play is opened, and shown to the person it belongs to and to admins."""

from collections.abc import Callable
from datetime import datetime, timedelta
from threading import Lock

from assistant.domain.people import Actor, Audited
from assistant.domain.policy import may
from assistant.domain.privacy import Sought
from assistant.domain.roleplay import RolePlay
from assistant.errors import NotAllowed
from assistant.ports import Accounts

LOOKED = "talk_read"
EXPORTED = "exported"
SAME_LOOK = timedelta(minutes=30)
"""A page is drawn anew at every click; within this time that is one look."""
REMEMBERED = 5000


class Witness:
    def __init__(self, accounts: Accounts, now: Callable[[], datetime]) -> None:
        self._accounts = accounts
        self._now = now
        self._lately: dict[tuple[str, str], datetime] = {}
        self._lock = Lock()

    def saw(self, actor: Actor, role_play: RolePlay) -> None:
        """To be called before somebody else's talk is shown; when it cannot be kept, the talk is not shown. Raises StoreError."""
        if role_play.rep == actor.id or actor.everywhere:
            return
        now, look = self._now(), (actor.id, role_play.id)
        with self._lock:
            last = self._lately.get(look)
            if last is not None and now < last + SAME_LOOK:
                return
        self._accounts.audit(Audited(now, actor.id, LOOKED, role_play.id, owner=role_play.rep))
        with self._lock:
            if len(self._lately) >= REMEMBERED:
                self._lately.clear()
            self._lately[look] = now

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
