"""Finding the role-play that a write is about, and holding it until the write is done; asking for many rows a few at a time. Shared by the tables."""

from collections.abc import Collection, Iterator
from itertools import islice
from typing import TypeVar

from sqlalchemy import Connection, RowMapping, select

from assistant.errors import NotFound
from assistant.store.tables import role_plays

AT_A_TIME = 500
"""Databases limit what one question may name."""
Key = TypeVar("Key", str, int)


def locked(connection: Connection, role_play_id: str) -> RowMapping:
    """The role-play's row; no other writer gets it before this transaction ends (SQLite holds its whole database). Raises NotFound."""
    query = select(role_plays).where(role_plays.c.id == role_play_id).with_for_update()
    row = connection.execute(query).mappings().one_or_none()
    if row is None:
        raise no_role_play(role_play_id)
    return row


def no_role_play(role_play_id: str) -> NotFound:
    return NotFound(ko=f"'{role_play_id}' 롤플레이를 찾을 수 없어요.", en=f"There is no role-play '{role_play_id}'.")


def at_a_time(keys: Collection[Key]) -> Iterator[list[Key]]:
    """The keys in their order, as many together as one question may name."""
    left = iter(keys)
    while some := list(islice(left, AT_A_TIME)):
        yield some
