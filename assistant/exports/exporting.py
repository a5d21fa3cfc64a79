"""Taking out as files what a person may see: talks as CSV and JSON, statements, and in one archive everything that is kept of oneself."""

import tempfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from io import BytesIO
from typing import IO, Any, Literal, cast, get_args

from assistant.domain.conversation import Stage
from assistant.domain.people import Actor, Audited
from assistant.domain.policy import may, of_talk, reach, seen
from assistant.domain.privacy import Sought
from assistant.domain.words import Language
from assistant.errors import NotAllowed
from assistant.exports import sheets
from assistant.exports.as_json import audited_value, conversation_value, talk_value, written
from assistant.exports.gathering import Gathering
from assistant.exports.statements import statements
from assistant.exports.taken import Taken
from assistant.exports.told import CONTENTS
from assistant.ports import Accounts, Conversations, RolePlays, Swaps

Whose = Literal["mine", "seen"]
"""One's own talks; all that one may read."""
Sheet = Literal["talks", "turns", "measures", "quotes", "comments", "progress"]
SHEETS: tuple[Sheet, ...] = get_args(Sheet)
IN_MEMORY = 16 << 20
"""Bytes of an archive from which on it is put together on the disk."""
A_PAGE = 200
STAGES: tuple[Stage, ...] = get_args(Stage)
EXPORTED = "exported"


@dataclass(frozen=True, slots=True)
class File:
    name: str
    kind: str
    """Media type."""
    content: IO[bytes]


class Exports:
    """`worded`: a scorecard's measures in words. `home`: this Maju's public address."""

    def __init__(
        self,
        role_plays: RolePlays,
        gathering: Gathering,
        swaps: Swaps,
        conversations: Conversations,
        accounts: Accounts,
        worded: sheets.Worded,
        home: str,
        now: Callable[[], datetime],
    ) -> None:
        self._role_plays = role_plays
        self._gathering = gathering
        self._swaps = swaps
        self._conversations = conversations
        self._accounts = accounts
        self._worded = worded
        self._home = home
        self._now = now

    def sheet(self, actor: Actor, which: Sheet, whose: Whose, language: Language, zone: tzinfo | None = None) -> File:
        """Talks as one table. Raises NotAllowed."""
        talks = self._talks(actor, whose)
        self._note(actor, f"{which}.csv", talks)
        return _file(f"{which}-{self._day()}.csv", _MEDIA["csv"], self._sheet(which, talks, language, zone))

    def as_json(self, actor: Actor, whose: Whose) -> File:
        """Talks with everything that belongs to them. Raises NotAllowed."""
        talks = self._talks(actor, whose)
        self._note(actor, "talks.json", talks)
        names = self._names()
        return _file(f"talks-{self._day()}.json", _MEDIA["json"], written([talk_value(one, names) for one in talks]))

    def statements(self, actor: Actor, whose: Whose) -> File:
        """Talks as experience statements. Raises NotAllowed."""
        talks = self._talks(actor, whose)
        self._note(actor, "xapi.json", talks)
        return _file(f"xapi-{self._day()}.json", _MEDIA["json"], self._said(talks))

    def talk(self, actor: Actor, role_play_id: str, how: Literal["csv", "json"], language: Language, zone: tzinfo | None = None) -> File:
        """One talk: its turns as a table, or everything as JSON. Raises NotFound."""
        one = self.taken(actor, role_play_id)
        self._note(actor, f"talk.{how}", [one])
        content = written(talk_value(one, self._names())) if how == "json" else sheets.turns_sheet([one], language, zone)
        return _file(f"talk-{one.role_play.began_at:%Y-%m-%d}-{role_play_id[:8]}.{how}", _MEDIA[how], content)

    def taken(self, actor: Actor, role_play_id: str) -> Taken:
        """One talk with what the actor may see of it. Raises NotFound."""
        role_play = seen(actor, self._role_plays.get(role_play_id))
        return next(self._gathering.of([role_play], actor))

    def printed(self, actor: Actor, one: Taken) -> None:
        """Keeps that it was taken out on paper."""
        self._note(actor, "paper", [one])

    def everything(self, actor: Actor, language: Language, zone: tzinfo | None = None) -> File:
        """All that is kept of the actor, in one archive that says what is in it. Raises NotAllowed."""
        talks = self._talks(actor, "mine")
        self._note(actor, "everything.zip", talks)
        names = self._names()
        content = tempfile.SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 - whoever sends it closes it
        with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("README.txt", sheets.BOM + CONTENTS.in_(language))
            archive.writestr("account.json", written(self._account(actor)))
            archive.writestr("talks.json", written([talk_value(one, names) for one in talks]))
            archive.writestr("watched.json", written(self._watched(actor)))
            archive.writestr("xapi.json", self._said(talks))
            archive.writestr("record.json", written([audited_value(one, names) for one in self._about(actor)]))
            for which in SHEETS:
                archive.writestr(f"{which}.csv", self._sheet(which, talks, language, zone))
            with archive.open("conversations.jsonl", "w") as lines:
                for value in self._real(actor):
                    lines.write(written(value).replace(b"\n", b"") + b"\n")
        content.seek(0)
        return File(f"maju-{self._day()}.zip", "application/zip", cast("IO[bytes]", content))

    def _sheet(self, which: Sheet, talks: Sequence[Taken], language: Language, zone: tzinfo | None) -> bytes:
        if which == "talks":
            return sheets.talks_sheet(talks, language, zone)
        if which == "turns":
            return sheets.turns_sheet(talks, language, zone)
        if which == "measures":
            return sheets.measures_sheet(talks, language, self._worded)
        if which == "quotes":
            return sheets.quotes_sheet(talks, language, self._worded)
        if which == "comments":
            return sheets.comments_sheet(talks, self._names(), language, zone)
        return sheets.progress_sheet(talks, language, zone)

    def _talks(self, actor: Actor, whose: Whose) -> list[Taken]:
        """Newest first."""
        widest = reach(actor, "export")
        if widest is None:
            raise NotAllowed()
        found = self._role_plays.of_rep(actor.id)
        if whose == "seen" and widest == "all":
            found = self._role_plays.all()
        elif whose == "seen" and widest == "team":
            found = (*found, *(one for one in self._role_plays.shared_with(actor.teams) if one.rep != actor.id))
        return list(self._gathering.of([one for one in found if may(actor, "read_role_play", of_talk(one))], actor))

    def _real(self, actor: Actor) -> Iterator[dict[str, Any]]:
        files = {one.id: one.name for one in self._conversations.files(actor.id)}
        start = 0
        while page := self._conversations.page(actor.id, STAGES, start, A_PAGE):
            yield from (conversation_value(one, files.get(one.file, "")) for one in page)
            start += len(page)

    def _watched(self, actor: Actor) -> list[dict[str, Any]]:
        """What the actor said while a good rep played."""
        return [
            {"id": one.id, "scenario": one.scenario, "began_at": one.began_at.isoformat(), "said": [turn.own for turn in self._swaps.turns(one.id)]}
            for one in self._swaps.of_rep(actor.id)
        ]

    def _account(self, actor: Actor) -> dict[str, Any]:
        found = next((one for one in self._accounts.people() if one.id == actor.id), None)
        if found is None:
            return {"id": actor.id, "name": actor.name, "roles": sorted(actor.roles)}
        teams = [one.name for one in self._accounts.teams() if one.id in found.teams]
        value = {"id": found.id, "login": found.login, "name": found.name, "roles": sorted(found.roles)}
        return value | {"teams": teams, "since": found.made_at.isoformat()}

    def _about(self, actor: Actor) -> list[Audited]:
        """What the actor did and what was done with what is theirs, oldest first."""
        both = {*self._accounts.audited(_ALL, Sought(by=actor.id)), *self._accounts.audited(_ALL, Sought(owner=actor.id))}
        return sorted(both, key=lambda one: one.at)

    def _said(self, talks: Sequence[Taken]) -> bytes:
        return written([said for one in talks for said in statements(one, self._home)])

    def _names(self) -> dict[str, str]:
        return {one.id: one.name for one in self._accounts.people()}

    def _note(self, actor: Actor, what: str, talks: Sequence[Taken]) -> None:
        """Whose talks went out is kept for each that is not the actor's own, so that its rep sees it."""
        now = self._now()
        others = [one.role_play for one in talks if one.role_play.rep != actor.id and not actor.everywhere]
        entries = [Audited(now, actor.id, EXPORTED, one.id, what, one.rep) for one in others]
        self._accounts.audit(Audited(now, actor.id, EXPORTED, "", f"{what}: {len(talks)}"), *entries)

    def _day(self) -> str:
        return f"{self._now():%Y-%m-%d}"


_ALL = 1_000_000
_MEDIA = {"csv": "text/csv; charset=utf-8", "json": "application/json"}


def _file(name: str, kind: str, content: bytes) -> File:
    return File(name, kind, BytesIO(content))
