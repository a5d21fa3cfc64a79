"""Drafts of scenarios in SQL: what they began with, every edit since in its order, and what a model proposed for them."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, RowMapping, func, insert, select, update

from assistant.domain.draft import Change, Closed, Draft, Edit, Proposal
from assistant.domain.tree import overlap
from assistant.errors import InputError, NotFound, Overtaken
from assistant.store.database import Database
from assistant.store.tables import scenario_drafts, scenario_edits, scenario_proposals

_OF_A_PROPOSAL = ("id", "draft", "changes", "language", "made_by", "prompt", "dropped", "by", "at", "decided")


class SqlDrafts:
    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, draft: Draft) -> None:
        values = {name: getattr(draft, name) for name in ("id", "base", "scenario", "over", "by", "at")}
        with self._database.writing() as connection:
            connection.execute(insert(scenario_drafts).values(values))

    def get(self, draft_id: str) -> Draft:
        with self._database.reading() as connection:
            return _draft(_row(connection, draft_id), _edits(connection, draft_id))

    def revision(self, draft_id: str) -> tuple[int, Closed | None]:
        newest = select(func.max(scenario_edits.c.number)).where(scenario_edits.c.draft == draft_id).scalar_subquery()
        query = select(func.coalesce(newest, 0), scenario_drafts.c.closed).where(scenario_drafts.c.id == draft_id)
        with self._database.reading() as connection:
            found = connection.execute(query).one_or_none()
        if found is None:
            raise _no_draft()
        return found[0], found[1]

    def open(self) -> tuple[Draft, ...]:
        query = select(scenario_drafts).where(scenario_drafts.c.closed.is_(None)).order_by(scenario_drafts.c.at.desc(), scenario_drafts.c.id)
        with self._database.reading() as connection:
            rows = connection.execute(query).mappings().all()
            return tuple(_draft(row, _edits(connection, row["id"])) for row in rows)

    def append(self, draft_id: str, seen: int, changes: Sequence[Change], by: str, at: datetime, undoes: int | None = None) -> int:
        with self._database.writing() as connection:
            if _row(connection, draft_id, locked=True)["closed"]:
                raise InputError(
                    ko="이미 발행했거나 버린 초안이에요. 시나리오 목록에서 다시 열어 주세요.",
                    en="This draft was published or put away. Open the scenario again from the list.",
                )
            newer = _edits(connection, draft_id, seen)
            if any(overlap(one.path, before.path) for one in changes for edit in newer for before in edit.changes):
                raise Overtaken(
                    ko="다른 창이나 다른 사람이 이 항목을 먼저 고쳐서 저장하지 않았어요.",
                    en="Another window or person changed this first, so yours was not saved.",
                )
            number = seen + len(newer) + 1
            row = {"draft": draft_id, "number": number, "changes": tuple(changes), "by": by, "at": at, "undoes": undoes}
            connection.execute(insert(scenario_edits).values(row))
        return number

    def close(self, draft_id: str, how: Closed, at: datetime) -> None:
        with self._database.writing() as connection:
            if _row(connection, draft_id, locked=True)["closed"] is None:
                connection.execute(update(scenario_drafts).where(scenario_drafts.c.id == draft_id).values(closed=how, closed_at=at))

    def propose(self, proposal: Proposal) -> None:
        with self._database.writing() as connection:
            connection.execute(insert(scenario_proposals).values({name: getattr(proposal, name) for name in _OF_A_PROPOSAL}))

    def proposals(self, draft_id: str) -> tuple[Proposal, ...]:
        query = select(scenario_proposals).where(scenario_proposals.c.draft == draft_id).order_by(scenario_proposals.c.number.desc())
        with self._database.reading() as connection:
            return tuple(Proposal(**{name: row[name] for name in _OF_A_PROPOSAL}) for row in connection.execute(query).mappings())

    def decide(self, proposal_id: str, indices: Sequence[int]) -> None:
        here = scenario_proposals.c.id == proposal_id
        with self._database.writing() as connection:
            done = connection.execute(select(scenario_proposals.c.decided).where(here).with_for_update()).scalar()
            connection.execute(update(scenario_proposals).where(here).values(decided=tuple(sorted({*(done or ()), *indices}))))


def _row(connection: Connection, draft_id: str, locked: bool = False) -> RowMapping:
    """`locked`: no other writer gets it before this transaction ends. Raises NotFound."""
    query = select(scenario_drafts).where(scenario_drafts.c.id == draft_id)
    row = connection.execute(query.with_for_update() if locked else query).mappings().one_or_none()
    if row is None:
        raise _no_draft()
    return row


def _edits(connection: Connection, draft_id: str, after: int = 0) -> tuple[Edit, ...]:
    query = select(scenario_edits).where(scenario_edits.c.draft == draft_id, scenario_edits.c.number > after).order_by(scenario_edits.c.number)
    return tuple(Edit(row.number, row.changes, row.by, row.at, row.undoes) for row in connection.execute(query))


def _draft(row: RowMapping, edits: tuple[Edit, ...]) -> Draft:
    return Draft(row["id"], row["base"], row["scenario"], row["over"], row["by"], row["at"], edits, row["closed"])


def _no_draft() -> NotFound:
    return NotFound(ko="그런 초안이 없어요.", en="There is no such draft.")
