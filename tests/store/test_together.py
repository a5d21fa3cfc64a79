"""What is done and its entry in the record are one transaction: both stand, or neither."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest

from assistant.domain.people import Audited, Person, Team
from assistant.errors import InputError
from assistant.store import Store

AT = datetime(2026, 11, 28, tzinfo=UTC)


def somebody(login: str) -> Person:
    return Person(login, login, login, frozenset({"rep"}), frozenset(), AT)


def logins(store: Store) -> set[str]:
    return {one.login for one in store.accounts.people()} & {"kim", "lee", "park"}


def entered(store: Store) -> list[str]:
    return [one.thing for one in store.accounts.audited(9)]


def test_all_of_it_stands_when_the_block_ends_and_nobody_else_sees_it_before(store: Store) -> None:
    with store.accounts.together():
        store.accounts.add(somebody("kim"))
        store.accounts.audit(Audited(AT, "admin", "person_invited", "kim"))
        assert logins(store) == {"kim"}
        with ThreadPoolExecutor(1) as elsewhere:
            assert elsewhere.submit(logins, store).result() == set()
    assert (logins(store), entered(store)) == ({"kim"}, ["kim"])


def fails_halfway(store: Store) -> None:
    with store.accounts.together():
        store.accounts.add(somebody("kim"))
        with store.accounts.together():
            store.accounts.add_team(Team("sales", "Sales"))
            store.accounts.audit(Audited(AT, "admin", "person_invited", "kim"))
        raise ZeroDivisionError


def test_none_of_it_stands_when_something_fails(store: Store) -> None:
    with pytest.raises(ZeroDivisionError):
        fails_halfway(store)
    assert (logins(store), entered(store), store.accounts.teams()) == (set(), [], ())
    store.accounts.add(somebody("lee"))
    assert logins(store) == {"lee"}


def test_a_part_that_is_refused_is_undone_by_itself(store: Store) -> None:
    store.accounts.add(somebody("kim"))
    with store.accounts.together():
        store.accounts.add(somebody("lee"))
        with pytest.raises(InputError):
            store.accounts.add(somebody("kim"))
        store.accounts.add(somebody("park"))
    assert logins(store) == {"kim", "lee", "park"}
