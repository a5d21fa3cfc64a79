"""Who does what, in SQL. A claim is renewed while its process lives and lapses some moments after it has died."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from threading import Event, Lock, Thread
from uuid import uuid4

from sqlalchemy import ColumnElement, delete, exists, insert, select, update

from assistant.errors import StoreError
from assistant.store.database import Database
from assistant.store.dialects import now
from assistant.store.tables import claims

LOG = logging.getLogger(__name__)
LEASE_S = 30.0
"""For how long after a process died nobody takes up its work."""


class SqlClaims:
    """`lease_s` is everybody's who shares the store. Time is the database's, so that machines may differ."""

    def __init__(self, database: Database, lease_s: float = LEASE_S) -> None:
        self._database = database
        self._lease = timedelta(seconds=lease_s)
        self._holder = uuid4().hex
        self._lock = Lock()
        self._held: set[str] = set()
        self._closing = Event()
        self._renewing: Thread | None = None

    @contextmanager
    def claim(self, job: str) -> Iterator[bool]:
        """Whether it is this caller's until the block ends. Raises StoreError."""
        mine = self._take(job)
        try:
            yield mine
        finally:
            if mine:
                self._let_go(job)

    def close(self) -> None:
        self._closing.set()
        with self._lock:
            thread = self._renewing
        if thread:
            thread.join()

    def _take(self, job: str) -> bool:
        with self._database.writing() as connection:
            at = now(connection)
            values = {"holder": self._holder, "until": at + self._lease}
            until = connection.execute(select(claims.c.until).where(claims.c.job == job)).scalar()
            if until is None:
                connection.execute(insert(claims).values(job=job, **values))
            elif at < until <= at + self._lease:  # one of a time to come is from before the clock was set back
                return False
            else:
                connection.execute(update(claims).where(claims.c.job == job).values(values))
        with self._lock:
            self._held.add(job)
            if self._renewing is None and not self._closing.is_set():
                self._renewing = Thread(target=self._renew, name="claims", daemon=True)
                self._renewing.start()
        return True

    def _let_go(self, job: str) -> None:
        with self._lock:
            self._held.discard(job)
        with suppress(StoreError), self._database.writing_beside() as connection:  # else it lapses
            connection.execute(delete(claims).where(claims.c.job == job, claims.c.holder == self._holder))

    def _renew(self) -> None:
        while not self._closing.wait(self._lease.total_seconds() / 3):
            with self._lock:
                if not self._held:
                    self._renewing = None
                    return
                held = sorted(self._held)
            try:
                with self._database.writing_beside() as connection:
                    mine = claims.c.job.in_(held), claims.c.holder == self._holder
                    connection.execute(update(claims).where(*mine).values(until=now(connection) + self._lease))
            except StoreError as error:
                LOG.warning("claims are not renewed: %s", error)


def claimed(job: ColumnElement[str], at: datetime) -> ColumnElement[bool]:
    """Whether somebody has it at that moment."""
    return exists().where(claims.c.job == job, claims.c.until > at, claims.c.until <= at + timedelta(seconds=LEASE_S))
