"""Playbooks in SQL: the uploaded files as they came, their versions and the passages read from them. The index is built from here."""

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, Connection, RowMapping, and_, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from assistant.domain.memory import Addition
from assistant.domain.playbook import WAS_READ, Hidden, Passage, PlaybookState, PlaybookVersion
from assistant.errors import InputError, NotFound
from assistant.store.database import Database
from assistant.store.tables import passages, playbook_additions, playbook_files, playbook_hidden, playbook_versions

_IN_USE = playbook_versions.c.removed_at.is_(None)
_FIELDS = (
    "id",
    "name",
    "version",
    "file_name",
    "digest",
    "state",
    "added_at",
    "added_by",
    "passages",
    "pages",
    "problem",
    "approved_at",
    "approved_by",
    "restores",
)
_PASSAGE = (passages.c.id, passages.c.playbook, passages.c.version, passages.c.section, passages.c.page, passages.c.text)


class SqlPlaybooks:
    def __init__(self, database: Database) -> None:
        self._database = database

    def receive(self, version: PlaybookVersion, content: bytes, additions: Sequence[Addition] = ()) -> None:
        """Raises InputError when somebody else has just uploaded this version."""
        row = {name: getattr(version, name) for name in _FIELDS}
        with self._database.writing() as connection:
            try:
                connection.execute(insert(playbook_versions).values(row))
            except IntegrityError as error:
                raise InputError(
                    ko=f"'{version.name}' 플레이북을 다른 곳에서 막 올렸어요. 잠시 뒤 다시 시도해 주세요.",
                    en=f"The playbook '{version.name}' was just uploaded elsewhere. Try again in a moment.",
                ) from error
            connection.execute(insert(playbook_files).values(playbook_version=version.id, content=content))
            rows = [{"playbook_version": version.id, "place": i, "heading": one.heading, "text": one.text} for i, one in enumerate(additions)]
            if rows:
                connection.execute(insert(playbook_additions), rows)

    def additions(self, version_id: str) -> tuple[Addition, ...]:
        query = select(playbook_additions).where(playbook_additions.c.playbook_version == version_id).order_by(playbook_additions.c.place)
        with self._database.reading() as connection:
            return tuple(Addition(row.heading, row.text) for row in connection.execute(query))

    def content(self, version_id: str) -> bytes:
        """Raises NotFound. A removed version's file is still there."""
        query = select(playbook_files.c.content).where(playbook_files.c.playbook_version == version_id)
        with self._database.reading() as connection:
            found: bytes | None = connection.execute(query).scalar()
        if found is None:
            raise _no_version(version_id)
        return found

    def versions(self) -> tuple[PlaybookVersion, ...]:
        query = select(playbook_versions).where(_IN_USE).order_by(playbook_versions.c.name, playbook_versions.c.version.desc())
        with self._database.reading() as connection:
            return tuple(PlaybookVersion(**{name: row[name] for name in _FIELDS}) for row in connection.execute(query).mappings())

    def ever_held(self) -> bool:
        with self._database.reading() as connection:
            return connection.execute(select(playbook_versions.c.id).limit(1)).first() is not None

    def set_state(self, version_id: str, state: PlaybookState, problem: str | None = None) -> None:
        """A version that was read stays so, whoever else was reading it too. Raises NotFound when there is no such version, or no longer."""
        with self._database.writing_beside() as connection:
            if _in_use(connection, version_id)["state"] in WAS_READ:
                return
            connection.execute(update(playbook_versions).where(playbook_versions.c.id == version_id).values(state=state, problem=problem))

    def finish(self, version_id: str, passages: Sequence[Passage], pages: int | None, hidden: Sequence[Hidden] = ()) -> None:
        """A version that was read stays as it is: role-plays may cite it. Raises NotFound when it was removed meanwhile."""
        with self._database.writing_beside() as connection:
            version = _in_use(connection, version_id)
            if version["state"] in WAS_READ:
                return
            _put(connection, version_id, passages)
            _put_hidden(connection, version_id, hidden)
            done = {"state": "read" if version["approved_at"] is None else "ready", "problem": None, "passages": len(passages), "pages": pages}
            connection.execute(update(playbook_versions).where(playbook_versions.c.id == version_id).values(done))

    def approve(self, version_id: str, by: str, at: datetime) -> None:
        """Of two who approve it the first counts. Raises NotFound when it was removed meanwhile."""
        with self._database.writing() as connection:
            version = _in_use(connection, version_id)
            if version["approved_at"] is not None or version["state"] == "ready":
                return
            approved = {"approved_at": at, "approved_by": by} | ({"state": "ready"} if version["state"] == "read" else {})
            connection.execute(update(playbook_versions).where(playbook_versions.c.id == version_id).values(approved))

    def discard(self, version_id: str) -> None:
        """Raises NotFound when there is no such version that is not in use."""
        with self._database.writing() as connection:
            if _in_use(connection, version_id)["state"] == "ready":
                raise _no_version(version_id)
            connection.execute(update(playbook_versions).where(playbook_versions.c.id == version_id).values(removed_at=datetime.now(UTC)))

    def hidden(self, version_id: str) -> tuple[Hidden, ...]:
        query = select(playbook_hidden).where(playbook_hidden.c.playbook_version == version_id).order_by(playbook_hidden.c.place)
        with self._database.reading() as connection:
            return tuple(Hidden(row.kind, row.text, row.section, row.page) for row in connection.execute(query))

    def passages(self, version_ids: Sequence[str] | None = None) -> tuple[Passage, ...]:
        if version_ids is not None and not version_ids:
            return ()
        chosen = _newest_ready() if version_ids is None else playbook_versions.c.id.in_(version_ids)
        query = (
            select(*_PASSAGE)
            .join(playbook_versions, playbook_versions.c.id == passages.c.playbook_version)
            .where(chosen)
            .order_by(playbook_versions.c.name, playbook_versions.c.version, playbook_versions.c.id, passages.c.place)
        )
        with self._database.reading() as connection:
            return tuple(Passage(*row) for row in connection.execute(query))

    def remove(self, name: str) -> tuple[str, ...]:
        """Raises NotFound when no version of it is in use."""
        with self._database.writing() as connection:
            query = select(playbook_versions.c.id).where(_IN_USE, playbook_versions.c.name == name).with_for_update()
            ids = connection.execute(query).scalars().all()
            if not ids:
                raise NotFound(ko=f"'{name}' 플레이북을 찾을 수 없어요.", en=f"There is no playbook '{name}'.")
            connection.execute(update(playbook_versions).where(playbook_versions.c.id.in_(ids)).values(removed_at=datetime.now(UTC)))
            gone = select(passages.c.id).where(passages.c.playbook_version.in_(ids)).order_by(passages.c.playbook_version, passages.c.place)
            return tuple(dict.fromkeys(connection.execute(gone).scalars()))

    def passage(self, passage_id: str) -> Passage | None:
        query = select(*_PASSAGE).where(passages.c.id == passage_id).order_by(passages.c.version.desc()).limit(1)
        with self._database.reading() as connection:
            row = connection.execute(query).one_or_none()
        return None if row is None else Passage(*row)


def _newest_ready() -> ColumnElement[bool]:
    """True of the newest version of each playbook among those that are in use and ready."""
    ready = playbook_versions.alias()
    newest = (
        select(func.max(ready.c.version))
        .where(ready.c.removed_at.is_(None), ready.c.state == "ready", ready.c.name == playbook_versions.c.name)
        .scalar_subquery()
    )
    return and_(_IN_USE, playbook_versions.c.state == "ready", playbook_versions.c.version == newest)


def _put(connection: Connection, version_id: str, found: Sequence[Passage]) -> None:
    fields = ("id", "playbook", "version", "section", "page", "text")
    rows = [{"playbook_version": version_id, "place": i} | {name: getattr(one, name) for name in fields} for i, one in enumerate(found)]
    if rows:
        connection.execute(insert(passages), rows)


def _put_hidden(connection: Connection, version_id: str, found: Sequence[Hidden]) -> None:
    rows = [
        {"playbook_version": version_id, "place": i, "kind": one.kind, "text": one.text, "section": one.section, "page": one.page}
        for i, one in enumerate(found)
    ]
    if rows:
        connection.execute(insert(playbook_hidden), rows)


def _in_use(connection: Connection, version_id: str) -> RowMapping:
    query = select(playbook_versions).where(_IN_USE, playbook_versions.c.id == version_id).with_for_update()
    row = connection.execute(query).mappings().one_or_none()
    if row is None:
        raise _no_version(version_id)
    return row


def _no_version(version_id: str) -> NotFound:
    return NotFound(ko=f"'{version_id}' 플레이북을 찾을 수 없어요.", en=f"There is no playbook version '{version_id}'.")
