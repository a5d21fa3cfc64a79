"""What survives when the process that puts a playbook on the shelf stops in between, and what another does meanwhile."""

import tempfile
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from assistant.domain.people import LOCAL_PERSON
from assistant.domain.playbook import Passage, Reading
from assistant.index import HybridIndex, open_index
from assistant.playbooks import Shelf, Upload
from assistant.playbooks.reading import LEFT_AFTER
from assistant.ports import Playbooks
from assistant.readers import LimitedReader, check_size
from assistant.store import open_store
from tests.playbooks.noted import Noted
from tests.playbooks.shelves import PRICES, now, put, texts


def test_a_taken_file_is_kept_before_it_is_read_and_is_read_after_a_restart(shelf: Shelf) -> None:
    taken = shelf.take(LOCAL_PERSON, Upload("요금표.md", PRICES.encode()))
    assert (taken.version.state, taken.known_before) == ("waiting", False)
    assert shelf.newest()[0].state == "waiting"
    assert texts(shelf) == []
    shelf.resume()
    assert shelf.newest()[0].state == "read"
    shelf.approval.approve(LOCAL_PERSON, taken.version.id)
    assert "상담석 하나에 월 58,000원입니다." in texts(shelf)


def test_two_who_read_one_file_keep_its_passages_once(shelf: Shelf, kept: Playbooks) -> None:
    """As when a server that starts resumes a file while the upload that kept it waits its turn."""
    taken = shelf.take(LOCAL_PERSON, Upload("요금표.md", PRICES.encode()))
    shelf.resume()
    added = shelf.read_taken(taken)
    assert (added.state, added.version.state) == ("added", "read")
    kept.set_state(taken.version.id, "reading")
    assert shelf.newest()[0].state == "read"
    assert len(kept.passages([taken.version.id])) == 2


class Killed(BaseException):
    """Stands for the process ending here."""


def test_an_upload_cut_short_while_reading_is_read_at_the_next_start(kept: Playbooks, read: LimitedReader, index: HybridIndex) -> None:
    def ends(path: Path) -> Reading:
        raise Killed

    with pytest.raises(Killed):
        put(Shelf(kept, ends, index, check_size, now, Noted()))
    assert [one.state for one in kept.versions()] == ["reading"]
    after = Shelf(kept, read, index, check_size, now, Noted())
    after.resume()
    assert [one.state for one in after.versions()] == ["ready"]
    assert "상담석 하나에 월 58,000원입니다." in texts(after)


def test_passages_kept_but_not_indexed_are_indexed_at_the_next_start(
    kept: Playbooks, read: LimitedReader, index: HybridIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ends(passages: Sequence[Passage], progress: object = None) -> None:
        raise Killed

    with monkeypatch.context() as during:
        during.setattr(index, "put", ends)
        with pytest.raises(Killed):
            put(Shelf(kept, read, index, check_size, now, Noted()))
    assert index.ids() == frozenset()
    after = Shelf(kept, read, index, check_size, now, Noted())
    after.resume()
    assert len(index.ids()) == 2


def test_a_bad_upload_waiting_at_the_start_does_not_keep_the_next_from_being_read(kept: Playbooks, read: LimitedReader, index: HybridIndex) -> None:
    def ends(path: Path) -> Reading:
        raise Killed

    stopped = Shelf(kept, ends, index, check_size, now, Noted())
    for name, content in (("가.md", bytes(range(128, 256)) * 9), ("나.md", PRICES.encode())):
        with pytest.raises(Killed):
            stopped.add(LOCAL_PERSON, Upload(name, content))
    after = Shelf(kept, read, index, check_size, now, Noted())
    after.resume()
    assert {one.name: one.state for one in after.versions()} == {"가": "failed", "나": "ready"}


def test_two_processes_read_a_file_once_and_the_one_that_came_later_waits_for_it(url: str, read: LimitedReader, tmp_path: Path) -> None:
    begun, go_on, read_by = Event(), Event(), Counter[str]()

    def slow(path: Path) -> Reading:
        read_by["here"] += 1
        begun.set()
        go_on.wait(60)
        return read(path)

    def other(path: Path) -> Reading:
        read_by["there"] += 1
        return read(path)

    with open_store(url) as one, open_store(url) as two, ThreadPoolExecutor(2) as pool:
        indexes = open_index(tmp_path / "one"), open_index(tmp_path / "two")
        here = Shelf(one.playbooks, slow, indexes[0], check_size, now, Noted(), claim=one.claim)
        there = Shelf(two.playbooks, other, indexes[1], check_size, now, Noted(), claim=two.claim)
        taken = here.take(LOCAL_PERSON, Upload("요금표.md", PRICES.encode()))
        first = pool.submit(here.read_taken, taken)
        assert begun.wait(60)
        second = pool.submit(there.read_taken, taken)
        there.resume()
        assert not second.done()
        go_on.set()
        assert [first.result(60).version.state, second.result(60).version.state] == ["read", "read"]
        for index in indexes:
            index.close()
    assert read_by == {"here": 1}


def test_the_copy_that_a_killed_process_was_reading_goes_when_it_is_read_again(
    kept: Playbooks, read: LimitedReader, index: HybridIndex, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    copies: list[Path] = []

    def ends(path: Path) -> Reading:
        copies.append(path)
        raise Killed

    with pytest.raises(Killed):
        put(Shelf(kept, ends, index, check_size, now, Noted()))
    left = copies[0].with_name("left.md")
    left.parent.mkdir(mode=0o700)
    left.write_text(PRICES)
    assert Shelf(kept, read, index, check_size, lambda: now() + LEFT_AFTER, Noted()).look_after() == 1
    assert list(tmp_path.glob("maju-*")) == []


def test_what_a_process_that_died_left_unread_is_read_by_another_that_lives(kept: Playbooks, read: LimitedReader, index: HybridIndex) -> None:
    def ends(path: Path) -> Reading:
        raise Killed

    with pytest.raises(Killed):
        put(Shelf(kept, ends, index, check_size, now, Noted()))
    lives = Shelf(kept, read, index, check_size, now, Noted())
    assert lives.look_after() == 0, "it may only just have been put there"
    later = Shelf(kept, read, index, check_size, lambda: now() + LEFT_AFTER, Noted())
    assert later.look_after() == 1
    assert [one.state for one in lives.versions()] == ["ready"]
    assert len(index.ids()) == 2
