"""Deletions in SQL. What hangs on a thing is found by its foreign keys, so that a new table is reached without being named here; tables that name
a person otherwise are listed, and a test fails for one that is not."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Table, and_, delete, insert, select, update

from assistant.domain.privacy import ErasedKind, ErasedWhy, Erasure, Gone, KeptTalk
from assistant.store.database import Database
from assistant.store.lookup import at_a_time
from assistant.store.tables import conversation_files, erasures, known_speakers, login_failures, metadata, people, role_plays, shares

OF_A_PERSON: dict[Table, "Column[Any]"] = {
    role_plays: role_plays.c.rep,
    conversation_files: conversation_files.c.owner,
    known_speakers: known_speakers.c.owner,
    people: people.c.id,
}
"""What goes with a person, by the column that says whose it is; what hangs on these goes too."""
KEEP_THE_ID = frozenset(
    {
        "assignments.by", "assignments.people", "audit.by", "audit.owner", "comments.by", "conversations.owner", "erasures.by",
        "login_failures.login", "playbook_versions.added_by", "playbook_versions.approved_by", "retentions.by", "reviews.by", "rubric_versions.by",
        "scenario_drafts.by", "scenario_edits.by", "scenario_proposals.by", "scenario_versions.by",
        "spendings.rep", "outcome_files.by",
        "passage_marks.by", "passage_marks.ended_by", "passage_proposals.by", "passage_proposals.decided_by", "settled_pairs.by",
    }
)  # fmt: skip
"""Columns that name a person in what is somebody else's or the company's: the id stays and stands for nobody any more. (A conversation goes with
its file, failures by the login.)"""
_TABLES: dict[ErasedKind, tuple[Table, "Column[Any]"]] = {
    "person": (people, people.c.id),
    "role_play": (role_plays, role_plays.c.id),
    "file": (conversation_files, conversation_files.c.id),
}


class SqlErasures:
    def __init__(self, database: Database) -> None:
        self._database = database

    def ask(self, kind: ErasedKind, things: Sequence[str], why: ErasedWhy, by: str, at: datetime, due_at: datetime) -> None:
        row = {"kind": kind, "why": why, "by": by, "asked_at": at, "due_at": due_at}
        with self._database.writing() as connection:
            waiting = _open(kind, None)
            known = set(connection.execute(select(erasures.c.thing).where(waiting)).scalars())
            new = [row | {"thing": one} for one in things if one not in known]
            for one in set(things) & known:
                connection.execute(update(erasures).where(_open(kind, one), erasures.c.due_at > due_at).values(due_at=due_at))
            if new:
                connection.execute(insert(erasures), new)

    def take_back(self, kind: ErasedKind, thing: str, at: datetime) -> bool:
        with self._database.writing() as connection:
            return bool(connection.execute(update(erasures).where(_open(kind, thing)).values(closed_at=at, done=False)).rowcount)

    def open(self) -> tuple[Erasure, ...]:
        columns = [erasures.c[name] for name in ("number", "kind", "thing", "why", "by", "asked_at", "due_at")]
        query = select(*columns).where(erasures.c.closed_at.is_(None)).order_by(erasures.c.due_at, erasures.c.number)
        with self._database.reading() as connection:
            return tuple(Erasure(*row) for row in connection.execute(query))

    def talks(self, owner: str | None = None) -> tuple[KeptTalk, ...]:
        columns = [role_plays.c[name] for name in ("id", "rep", "began_at", "branch_of", "follows")]
        played, given = select(*columns), select(conversation_files.c.id, conversation_files.c.owner, conversation_files.c.at)
        if owner is not None:
            played, given = played.where(role_plays.c.rep == owner), given.where(conversation_files.c.owner == owner)
        with self._database.reading() as connection:
            shared = set(connection.execute(select(shares.c.role_play)).scalars())
            talks = [
                KeptTalk("role_play", row.id, row.rep, row.began_at, row.branch_of or row.follows, row.id in shared)
                for row in connection.execute(played)
            ]
            return (*talks, *(KeptTalk("file", row.id, row.owner, row.at) for row in connection.execute(given)))

    def there(self, gone: Collection[Gone]) -> tuple[Gone, ...]:
        found: set[tuple[ErasedKind, str]] = set()
        with self._database.reading() as connection:
            for kind, (_, column) in _TABLES.items():
                ids = [one.thing for one in gone if one.kind == kind]
                columns = [column] if kind != "person" else list(OF_A_PERSON.values())
                for some in at_a_time(ids):
                    found |= {(kind, one) for named in columns for one in connection.execute(select(named).where(named.in_(some))).scalars()}
        return tuple(one for one in gone if (one.kind, one.thing) in found)

    def erase(self, erasure: Erasure, at: datetime) -> int:
        table, column = _TABLES[erasure.kind]
        with self._database.writing() as connection:
            if erasure.kind == "person":
                login = connection.execute(select(people.c.login).where(people.c.id == erasure.thing)).scalar()
                connection.execute(delete(login_failures).where(login_failures.c.login == login))
                count = sum(_removed(connection, one, whose == erasure.thing) for one, whose in OF_A_PERSON.items())
            else:
                owner = connection.execute(select(OF_A_PERSON[table]).where(column == erasure.thing)).scalar()
                count = _removed(connection, table, column == erasure.thing)
                if erasure.kind == "file":
                    _forget_speakers(connection, owner)
            connection.execute(update(erasures).where(erasures.c.number == erasure.number).values(closed_at=at, done=True))
        return count

    def overwrite(self) -> None:
        self._database.forget()


def _open(kind: ErasedKind, thing: str | None) -> ColumnElement[bool]:
    same = [erasures.c.kind == kind, erasures.c.closed_at.is_(None)]
    return and_(*same, *([erasures.c.thing == thing] if thing is not None else []))


def _removed(connection: Connection, table: Table, which: ColumnElement[bool]) -> int:
    """Deletes these rows and, before them, every row that refers to them."""
    count = 0
    for other in metadata.tables.values():
        for key in other.foreign_keys:
            if key.column.table is table and other is not table:
                count += _removed(connection, other, key.parent.in_(select(key.column).where(which)))
    return count + connection.execute(delete(table).where(which)).rowcount


def _forget_speakers(connection: Connection, owner: str | None) -> None:
    """What the people in somebody's conversations were called, once none of the conversations is left."""
    left = select(conversation_files.c.id).where(conversation_files.c.owner == owner)
    if connection.execute(left).first() is None:
        connection.execute(delete(known_speakers).where(known_speakers.c.owner == owner))
