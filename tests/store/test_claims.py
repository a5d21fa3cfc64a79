"""Work that several processes could do is done by one of them, and by another when that one has died."""

import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import insert

from assistant.domain.conversation import Conversation, ConversationFile, Dialogue, Line
from assistant.ports.claims import of_conversation
from assistant.store import Store
from assistant.store.claims import SqlClaims
from assistant.store.database import Database
from assistant.store.tables import claims
from tests.store.samples import BEGAN

LEASE_S = 1.0


@pytest.fixture
def two(store: Store, url: str) -> Iterator[tuple[SqlClaims, SqlClaims]]:
    """Two processes' claims on one store."""
    databases = Database(url), Database(url)
    both = SqlClaims(databases[0], LEASE_S), SqlClaims(databases[1], LEASE_S)
    yield both
    for one in both:
        one.close()
    for database in databases:
        database.close()


def test_a_job_is_one_process_s_until_it_lets_go(two: tuple[SqlClaims, SqlClaims]) -> None:
    here, there = two
    with here.claim("a") as mine, there.claim("a") as theirs, there.claim("b") as other:
        assert (mine, theirs, other) == (True, False, True)
    with there.claim("a") as theirs, here.claim("a") as mine:
        assert (mine, theirs) == (False, True)


def test_of_many_who_want_a_job_at_once_one_gets_it(two: tuple[SqlClaims, SqlClaims]) -> None:
    with ExitStack() as held, ThreadPoolExecutor(8) as pool:
        assert sum(pool.map(lambda n: held.enter_context(two[n % 2].claim("a")), range(16))) == 1


def test_a_job_that_takes_long_stays_with_whoever_does_it(two: tuple[SqlClaims, SqlClaims]) -> None:
    here, there = two
    with here.claim("a"):
        time.sleep(2 * LEASE_S)
        with there.claim("a") as theirs:
            assert not theirs


DIES = """
import sys
from assistant.store.claims import SqlClaims
from assistant.store.database import Database

with SqlClaims(Database(sys.argv[1]), float(sys.argv[2])).claim("a") as mine:
    print(mine, flush=True)
    sys.stdin.readline()
"""


def test_the_job_of_a_process_that_was_killed_is_taken_up_by_another(two: tuple[SqlClaims, SqlClaims], url: str) -> None:
    command = [sys.executable, "-c", DIES, url, str(LEASE_S)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        assert child.stdout.readline().strip() == "True"
        child.kill()
    until = time.monotonic() + 60
    while time.monotonic() < until:
        with two[0].claim("a") as mine:
            if mine:
                return
        time.sleep(0.05)
    raise AssertionError("nobody takes it up")


def test_a_claim_from_before_the_clock_was_set_back_holds_nobody_up(store: Store, two: tuple[SqlClaims, SqlClaims]) -> None:
    with store._database.writing() as connection:
        connection.execute(insert(claims).values(job="a", holder="long ago", until=datetime.now(UTC) + timedelta(days=300)))
    with two[0].claim("a") as mine:
        assert mine


def test_a_conversation_that_somebody_scores_is_not_given_out_again(store: Store) -> None:
    file = ConversationFile("f", "kim", "talk.txt", "d", BEGAN, 2, True, {})
    said = Dialogue(None, (Line("민수", "안녕하세요"), Line("고객", "네")))
    store.conversations.begin(file)
    talks = [Conversation(name, "kim", "f", n, said, {"민수": "rep", "고객": "buyer"}, "waiting") for n, name in enumerate("ab")]
    store.conversations.add(file, talks)
    with store.claim(of_conversation("a")):
        waiting = store.conversations.next_waiting()
        assert waiting is not None
        assert waiting.id == "b"
        with store.claim(of_conversation("b")):
            assert store.conversations.next_waiting() is None
    waiting = store.conversations.next_waiting()
    assert waiting is not None
    assert waiting.id == "a"
