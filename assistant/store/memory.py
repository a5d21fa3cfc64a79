"""What a team adds to its playbooks, in SQL. What passages were used for is written with the turn, the hint or the scorecard that used them."""

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import Connection, func, insert, select, update

from assistant.domain.memory import Addition, Mark, Proposal, Settled, Use, Used
from assistant.errors import InputError, NotFound
from assistant.store.database import Database
from assistant.store.lookup import at_a_time
from assistant.store.tables import passage_marks, passage_proposals, passage_uses, settled_pairs

_MARK = ("id", "playbook", "kind", "words", "by", "at")


class SqlMemory:
    def __init__(self, database: Database) -> None:
        self._database = database

    def marks(self) -> tuple[Mark, ...]:
        query = select(passage_marks).where(passage_marks.c.ended_at.is_(None)).order_by(passage_marks.c.number)
        with self._database.reading() as connection:
            return tuple(Mark(**{name: row[name] for name in _MARK}) for row in connection.execute(query).mappings())

    def add_mark(self, mark: Mark) -> None:
        with self._database.writing() as connection:
            connection.execute(insert(passage_marks).values({name: getattr(mark, name) for name in _MARK}))

    def end_mark(self, mark_id: str, by: str, at: datetime) -> Mark:
        stands = (passage_marks.c.id == mark_id, passage_marks.c.ended_at.is_(None))
        with self._database.writing() as connection:
            row = connection.execute(select(passage_marks).where(*stands).with_for_update()).mappings().one_or_none()
            if row is None:
                raise NotFound(ko="그런 표시가 없어요.", en="There is no such mark.")
            connection.execute(update(passage_marks).where(*stands).values(ended_at=at, ended_by=by))
        return Mark(**{name: row[name] for name in _MARK})

    def settled(self) -> dict[str, Settled]:
        with self._database.reading() as connection:
            rows = connection.execute(select(settled_pairs).order_by(settled_pairs.c.number)).all()
        return {row.key: Settled(row.key, row.how, row.by, row.at) for row in rows}

    def settle(self, settled: Settled) -> None:
        values = {"key": settled.key, "how": settled.how, "by": settled.by, "at": settled.at}
        with self._database.writing() as connection:
            connection.execute(insert(settled_pairs).values(values))

    def uses(self, passage_ids: Collection[str]) -> tuple[Used, ...]:
        found: list[Used] = []
        table = passage_uses.c
        counted = select(table.passage, table.use, func.count(), func.min(table.at), func.max(table.at)).group_by(table.passage, table.use)
        with self._database.reading() as connection:
            for some in at_a_time(passage_ids):
                rows = connection.execute(counted.where(table.passage.in_(some)))
                found += [Used(*row) for row in rows]
        return tuple(found)

    def proposals(self) -> tuple[Proposal, ...]:
        with self._database.reading() as connection:
            rows = connection.execute(select(passage_proposals).order_by(passage_proposals.c.number.desc())).all()
        return tuple(
            Proposal(
                row.id,
                row.role_play,
                row.turn,
                row.playbook,
                Addition(row.heading, row.text),
                row.by,
                row.at,
                row.accepted,
                row.decided_by,
                row.decided_at,
                row.version,
            )
            for row in rows
        )

    def propose(self, proposal: Proposal) -> None:
        values = {name: getattr(proposal, name) for name in ("id", "role_play", "turn", "playbook", "by", "at")}
        with self._database.writing() as connection:
            passage = {"heading": proposal.passage.heading, "text": proposal.passage.text}
            connection.execute(insert(passage_proposals).values(values | passage))

    def decide(self, proposal: Proposal) -> None:
        decided = {name: getattr(proposal, name) for name in ("accepted", "decided_by", "decided_at", "version")}
        open_one = (passage_proposals.c.id == proposal.id, passage_proposals.c.accepted.is_(None))
        with self._database.writing() as connection:
            if connection.execute(update(passage_proposals).where(*open_one).values(decided)).rowcount == 0:
                raise InputError(ko="이미 결정된 제안이에요.", en="This proposal has been decided already.")


def note_uses(connection: Connection, role_play_id: str, use: Use, passage_ids: Iterable[str], at: datetime) -> None:
    """Once a role-play and use, however often a passage came up in it."""
    ids = list(dict.fromkeys(passage_ids))
    if not ids:
        return
    here = (passage_uses.c.role_play == role_play_id, passage_uses.c.use == use, passage_uses.c.passage.in_(ids))
    known = set(connection.execute(select(passage_uses.c.passage).where(*here)).scalars())
    rows = [{"passage": one, "use": use, "role_play": role_play_id, "at": at} for one in ids if one not in known]
    if rows:
        connection.execute(insert(passage_uses), rows)
