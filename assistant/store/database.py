"""One database and its three kinds of transaction. Reads see one moment; writes take their turn when they begin."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import local

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import ArgumentError, DataError, DBAPIError, NoSuchModuleError
from sqlalchemy.exc import TimeoutError as NoFreeConnection

from assistant.errors import InputError, StoreError
from assistant.store.dialects import ALONE, BESIDE, WRITES, connected
from assistant.store.faults import code_of, said
from assistant.store.line import Line

BUSY_S = 15.0
"""How long a write waits for another one, seconds."""
ABREAST = 10
"""How many of a process write at once into a database that lets them: the pool has fifteen connections, and readers need some."""
_TOO_LONG = "22001"


class Database:
    def __init__(self, url: str, busy_s: float = BUSY_S) -> None:
        self.engine = _engine(url, busy_s)
        embedded = self.engine.dialect.name == "sqlite"
        self._reads = self.engine if embedded else self.engine.execution_options(isolation_level="REPEATABLE READ")
        self._alone = self.engine.execution_options(**{WRITES: ALONE})
        self._beside = self.engine.execution_options(**{WRITES: BESIDE})
        self._threads = local()
        self._busy_s = busy_s
        self._line = Line(1 if embedded else ABREAST)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees the database as it was at one moment. Raises StoreError."""
        with self._connected(self._reads) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """One transaction, durable when the block ends, undone when it raises. Nobody else writes meanwhile, in whatever process: what it
        has looked up stays so. Raises StoreError, InputError for a text that cannot be stored."""
        with self._connected(self._alone, writes=True) as connection:
            yield connection

    @contextmanager
    def writing_beside(self) -> Iterator[Connection]:
        """As `writing`, beside others of this kind where the database can: for what is decided under the lock of a row, often or at length."""
        with self._connected(self._beside, writes=True) as connection:
            yield connection

    @contextmanager
    def together(self) -> Iterator[None]:
        """Every transaction that this thread begins inside is a part of one, as `writing` makes it: it stands whole when the block ends, and when
        the block raises nothing of it stands. A part that raises is undone by itself. Raises as `writing`."""
        with self.writing() as connection:
            outer, self._threads.connection = self._mine, connection
            try:
                yield
            finally:
                self._threads.connection = outer

    @property
    def _mine(self) -> Connection | None:
        """That of the transaction this thread is in the middle of."""
        return getattr(self._threads, "connection", None)

    @contextmanager
    def _connected(self, engine: Engine, writes: bool = False) -> Iterator[Connection]:
        if (mine := self._mine) is not None:
            with _told(), mine.begin_nested():
                yield mine
        else:
            with _told(), self._in_line(writes), engine.begin() as connection:
                yield connection

    @contextmanager
    def _in_line(self, writes: bool) -> Iterator[None]:
        """Before a connection is taken, so that those who read find one however many wait to write. SQLite would besides make each writer ask again
        and again and let late ones pass, as the pool of connections would."""
        if not writes:
            yield
            return
        try:
            with self._line.place(self._busy_s):
                yield
        except TimeoutError as error:
            raise NoFreeConnection("busy: others of this process are writing") from error

    def forget(self) -> None:
        """Empties SQLite's write-ahead log, in which what was deleted would still stand. Others who are reading now keep it a while; the next call
        does it then. PostgreSQL has autovacuum and backups of its own."""
        if self.engine.dialect.name == "sqlite":
            with _told(), self.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        self.engine.dispose()


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except DataError as error:
        if code_of(error) == _TOO_LONG:
            raise InputError(
                ko="저장하기에 너무 긴 글이 들어 있어요. 줄여서 다시 입력해 주세요.",
                en="A text is too long to be stored. Shorten it and enter it again.",
            ) from error
        raise _broken() from error
    except (DBAPIError, NoFreeConnection) as error:
        raise said(error) from error
    except UnicodeError as error:
        raise _broken() from error


def _broken() -> InputError:
    return InputError(
        ko="저장할 수 없는 깨진 글자가 들어 있어요. 글을 다시 입력해 주세요.",
        en="The text holds broken characters that cannot be stored. Enter it again.",
    )


def _engine(url: str, busy_s: float) -> Engine:
    try:
        return connected(url, busy_s)
    except (ArgumentError, NoSuchModuleError) as error:
        raise InputError(
            ko="데이터베이스 주소가 올바르지 않아요. sqlite:////경로/maju.db나 postgresql://이름:암호@서버/maju 같은 꼴로 적어 주세요.",
            en="The database address is not valid. Write it like sqlite:////path/maju.db or postgresql://name:password@server/maju.",
        ) from error
    except ModuleNotFoundError as error:
        raise StoreError(
            ko=f"이 데이터베이스의 드라이버({error.name})가 없어요. PostgreSQL이라면 '.[server]'를 설치한 뒤 다시 시작해 주세요.",
            en=f"This database's driver ({error.name}) is not installed. For PostgreSQL install '.[server]', then start again.",
        ) from error
    except OSError as error:
        raise said(error) from error
