"""Conversations with real buyers in SQL: the files they came in, what is said in them, and their scorecards."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, delete, func, insert, literal, select, update

from assistant.domain.conversation import Conversation, ConversationFile, Part, Stage
from assistant.domain.scorecard import Scorecard
from assistant.domain.words import Text
from assistant.errors import NotFound
from assistant.ports.claims import of_conversation
from assistant.store.claims import claimed
from assistant.store.database import Database
from assistant.store.dialects import now
from assistant.store.tables import conversation_files, conversations, known_speakers

LONGEST_NAME = 200


class SqlConversations:
    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, file: ConversationFile) -> ConversationFile:
        same = select(conversation_files).where(conversation_files.c.owner == file.owner, conversation_files.c.digest == file.digest)
        with self._database.writing() as connection:
            row = connection.execute(same).one_or_none()
            if row is None:
                connection.execute(insert(conversation_files).values(**_file_values(file)))
        return file if row is None else _file(row)

    def add(self, file: ConversationFile, given: Sequence[Conversation]) -> None:
        with self._database.writing_beside() as connection:
            changed = connection.execute(update(conversation_files).where(conversation_files.c.id == file.id).values(**_file_values(file)))
            if changed.rowcount == 0:
                raise _gone()
            if given:
                connection.execute(insert(conversations), [_values(one) for one in given])

    def files(self, owner: str) -> tuple[ConversationFile, ...]:
        query = (
            select(conversation_files).where(conversation_files.c.owner == owner).order_by(conversation_files.c.at.desc(), conversation_files.c.id)
        )
        with self._database.reading() as connection:
            return tuple(_file(row) for row in connection.execute(query))

    def counts(self, owner: str) -> Mapping[tuple[str, Stage], int]:
        by = (conversations.c.file, conversations.c.stage)
        with self._database.reading() as connection:
            rows = connection.execute(select(*by, func.count()).where(conversations.c.owner == owner).group_by(*by)).all()
        return {(file, stage): count for file, stage, count in rows}

    def get(self, conversation_id: str) -> Conversation:
        with self._database.reading() as connection:
            row = connection.execute(select(conversations).where(conversations.c.id == conversation_id)).one_or_none()
        if row is None:
            raise _gone()
        return _read(row)

    def page(self, owner: str, stages: Sequence[Stage], start: int, most: int) -> tuple[Conversation, ...]:
        """File by file: of those before the page only how many they hold is looked at, of the others only the rows that are on it."""
        listed = (conversations.c.owner == owner, conversations.c.stage.in_(stages))
        held = select(conversations.c.file, func.count().label("held")).where(*listed).group_by(conversations.c.file)
        files = select(conversation_files.c.id).where(conversation_files.c.owner == owner)
        keys: list[int] = []
        with self._database.reading() as connection:
            counts = {row.file: row.held for row in connection.execute(held)}
            for file in connection.execute(files.order_by(conversation_files.c.at.desc(), conversation_files.c.id)).scalars():
                count = counts.get(file, 0)
                if start < count and len(keys) < most:
                    some = select(conversations.c.key).where(*listed, conversations.c.file == file).order_by(conversations.c.number)
                    keys += connection.execute(some.offset(start).limit(most - len(keys))).scalars()
                start = max(0, start - count)
            rows = {row.key: _read(row) for row in connection.execute(select(conversations).where(conversations.c.key.in_(keys)))}
        return tuple(rows[key] for key in keys)

    def unmapped_names(self, owner: str) -> tuple[tuple[tuple[str, ...], int, str], ...]:
        query = (
            select(conversations.c.names, func.count(), func.min(conversations.c.id))
            .where(conversations.c.owner == owner, conversations.c.stage == "unmapped")
            .group_by(conversations.c.names)
            .order_by(func.count().desc(), conversations.c.names)
        )
        with self._database.reading() as connection:
            return tuple((names, count, one) for names, count, one in connection.execute(query))

    def map(self, owner: str, names: tuple[str, ...], parts: Mapping[str, Part]) -> int:
        theirs = (conversations.c.owner == owner, conversations.c.stage == "unmapped", conversations.c.names == names)
        with self._database.writing() as connection:
            changed = connection.execute(update(conversations).where(*theirs).values(parts=dict(parts), stage="waiting"))
            _remember(connection, owner, parts)
        return changed.rowcount

    def remap(self, conversation_id: str, parts: Mapping[str, Part]) -> None:
        one = conversations.c.id == conversation_id
        with self._database.writing() as connection:
            owner = connection.execute(select(conversations.c.owner).where(one)).scalar()
            if owner is None:
                raise _gone()
            connection.execute(update(conversations).where(one).values(parts=dict(parts), stage="waiting", card=None, why=None))
            _remember(connection, owner, parts)

    def known(self, owner: str) -> Mapping[str, Part]:
        query = select(known_speakers.c.name, known_speakers.c.part).where(known_speakers.c.owner == owner)
        with self._database.reading() as connection:
            return {row.name: row.part for row in connection.execute(query)}

    def next_waiting(self, after: str | None = None) -> Conversation | None:
        """Asked owner by owner, as the index goes: thousands that are done already are not looked through for every one that waits."""
        theirs = (conversations.c.owner == conversation_files.c.owner, conversations.c.stage == "waiting")
        with self._database.reading() as connection:
            free = ~claimed(literal(of_conversation("")) + conversations.c.id, now(connection))
            oldest = select(conversations.c.key).where(*theirs, free).order_by(conversations.c.key).limit(1).scalar_subquery()
            first = select(conversation_files.c.owner, oldest.label("key")).distinct()
            waits = {owner: key for owner, key in connection.execute(first) if key is not None}
            if not waits:
                return None
            owner = min(waits, key=lambda one: (after is not None and one <= after, one))
            return _read(connection.execute(select(conversations).where(conversations.c.key == waits[owner])).one())

    def scored(self, waited: Conversation, card: Scorecard) -> None:
        self._ends(waited, {"stage": "scored", "card": card})

    def failed(self, waited: Conversation, why: Text) -> None:
        self._ends(waited, {"stage": "failed", "why": why})

    def _ends(self, waited: Conversation, values: dict[str, Any]) -> None:
        same = (conversations.c.id == waited.id, conversations.c.stage == "waiting", conversations.c.parts == dict(waited.parts))
        with self._database.writing_beside() as connection:
            connection.execute(update(conversations).where(*same).values(**values))

    def retry(self, conversation_id: str) -> None:
        one = (conversations.c.id == conversation_id, conversations.c.stage == "failed")
        with self._database.writing() as connection:
            connection.execute(update(conversations).where(*one).values(stage="waiting", why=None))

    def delete(self, conversation_id: str) -> None:
        with self._database.writing() as connection:
            connection.execute(delete(conversations).where(conversations.c.id == conversation_id))

    def delete_file(self, file_id: str) -> None:
        with self._database.writing() as connection:
            connection.execute(delete(conversations).where(conversations.c.file == file_id))
            connection.execute(delete(conversation_files).where(conversation_files.c.id == file_id))

    def _all(self, query: Select[Any]) -> tuple[Conversation, ...]:
        with self._database.reading() as connection:
            return tuple(_read(row) for row in connection.execute(query))


def _remember(connection: Connection, owner: str, parts: Mapping[str, Part]) -> None:
    for name, part in parts.items():
        one = (known_speakers.c.owner == owner, known_speakers.c.name == name[:LONGEST_NAME])
        if connection.execute(update(known_speakers).where(*one).values(part=part)).rowcount == 0:
            connection.execute(insert(known_speakers).values(owner=owner, name=name[:LONGEST_NAME], part=part))


def _values(one: Conversation) -> dict[str, Any]:
    return {
        "id": one.id, "owner": one.owner, "file": one.file, "number": one.number, "dialogue": one.dialogue, "names": one.dialogue.names,
        "parts": dict(one.parts), "stage": one.stage, "card": one.card, "why": one.why,
    }  # fmt: skip


def _read(row: Row[Any]) -> Conversation:
    return Conversation(row.id, row.owner, row.file, row.number, row.dialogue, row.parts, row.stage, row.card, row.why)


def _file_values(file: ConversationFile) -> dict[str, Any]:
    return {
        "id": file.id, "owner": file.owner, "name": file.name, "digest": file.digest, "at": file.at, "read": file.read, "whole": file.whole,
        "hidden": dict(file.hidden), "bad": file.bad, "bad_count": file.bad_count,
    }  # fmt: skip


def _file(row: Row[Any]) -> ConversationFile:
    return ConversationFile(row.id, row.owner, row.name, row.digest, row.at, row.read, row.whole, row.hidden, row.bad, row.bad_count)


def _gone() -> NotFound:
    return NotFound(ko="그런 대화가 없어요. 지운 대화일 수 있어요.", en="There is no such conversation. It may have been deleted.")
