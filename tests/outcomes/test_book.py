"""Outcomes taken in: whose, by whom, all or nothing, the newer in the older's place; and what may be said of them."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assistant.access import Directory
from assistant.access.directory import TERMINAL
from assistant.domain.people import Person, Role
from assistant.errors import InputError, NotAllowed, NotFound
from assistant.outcomes import OutcomeBook, sample
from assistant.outcomes.beside import FEWEST_PEOPLE, related, won_share
from assistant.store import Store, open_store

NOW = datetime(2026, 11, 28, tzinfo=UTC)
HEAD = "담당자,거래,종료일,결과\n"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(f"sqlite:///{tmp_path / 'maju.db'}") as opened:
        yield opened


@pytest.fixture
def book(store: Store) -> OutcomeBook:
    return OutcomeBook(store.outcomes, store.accounts, lambda: NOW)


def has(store: Store, login: str, name: str, role: Role = "rep", team: str = "영업 1팀") -> Person:
    return Directory(store.accounts, lambda: NOW).invite(TERMINAL, f"{login}@x.kr", name, [role], [team])


def rows(*lines: str) -> bytes:
    return (HEAD + "\n".join(lines) + "\n").encode()


def test_a_manager_takes_in_what_their_own_people_closed(book: OutcomeBook, store: Store) -> None:
    manager, rep = has(store, "m", "마루", "manager"), has(store, "a", "김 보람")
    has(store, "b", "남의 팀", team="영업 2팀")
    file = book.take_in(manager.actor(), "성과.csv", rows("김보람,가,2026-10-01,수주", "A@x.kr,나,2026-10-02,실주"))
    assert (file.rows, file.kind, file.teams) == (2, "deals", rep.teams)
    assert [(one.name, one.value) for one in book.of_people(manager.actor())[rep.id]] == [("가", 1.0), ("나", 0.0)]
    assert store.accounts.audited(1)[0].action == "outcomes_imported"
    with pytest.raises(InputError):
        book.take_in(manager.actor(), "성과.csv", rows("남의 팀,다,2026-10-01,수주"))


def test_one_bad_line_keeps_everything_out_unless_the_others_are_wanted(book: OutcomeBook, store: Store) -> None:
    manager, rep = has(store, "m", "마루", "manager").actor(), has(store, "a", "보람")
    content = rows("보람,가,2026-10-01,수주", "누구,나,2026-10-02,실주")
    with pytest.raises(InputError):
        book.take_in(manager, "성과.csv", content)
    assert (book.of_people(manager), book.files(manager)) == ({}, ())
    assert book.take_in(manager, "성과.csv", content, even_with_bad=True).rows == 1
    assert len(book.of_people(manager)[rep.id]) == 1
    with pytest.raises(InputError):
        book.take_in(manager, "성과.csv", rows("누구,나,2026-10-02,실주"), even_with_bad=True)


def test_two_of_one_name_need_their_address(book: OutcomeBook, store: Store) -> None:
    manager = has(store, "m", "마루", "manager").actor()
    has(store, "a", "김보람")
    has(store, "b", "김 보람")
    read = book.check(manager, rows("김보람,가,2026-10-01,수주", "b@x.kr,나,2026-10-01,수주"))
    assert [one.line for one in read.bad] == [2]
    assert len(read.rows) == 1


def test_the_same_deal_again_takes_the_older_s_place_and_removing_a_file_leaves_the_newer(book: OutcomeBook, store: Store) -> None:
    manager, rep = has(store, "m", "마루", "manager").actor(), has(store, "a", "보람")
    first = book.take_in(manager, "1.csv", rows("보람,가,2026-10-01,실주", "보람,나,2026-10-01,수주"))
    book.take_in(manager, "2.csv", rows("보람,가,2026-10-05,수주"))
    assert {one.name: one.value for one in book.of_people(manager)[rep.id]} == {"가": 1.0, "나": 1.0}
    book.remove(manager, first.id)
    assert [one.name for one in book.of_people(manager)[rep.id]] == ["가"]


@pytest.mark.parametrize("role", ["rep", "trainer", "admin"])
def test_nobody_but_a_manager_sees_or_brings_any(book: OutcomeBook, store: Store, role: Role) -> None:
    manager = has(store, "m", "마루", "manager").actor()
    has(store, "a", "보람")
    file = book.take_in(manager, "1.csv", rows("보람,가,2026-10-01,실주"))
    other = has(store, "o", "다온", role).actor()
    with pytest.raises(NotAllowed):
        book.of_people(other)
    with pytest.raises(NotAllowed):
        book.take_in(other, "1.csv", rows("보람,가,2026-10-01,수주"))
    with pytest.raises(NotFound):
        book.remove(other, file.id)


def test_another_team_s_manager_finds_no_such_file(book: OutcomeBook, store: Store) -> None:
    manager = has(store, "m", "마루", "manager").actor()
    has(store, "a", "보람")
    file = book.take_in(manager, "1.csv", rows("보람,가,2026-10-01,실주"))
    other = has(store, "n", "바다", "manager", "영업 2팀").actor()
    assert (book.files(other), book.of_people(other)) == ((), {})
    with pytest.raises(NotFound):
        book.remove(other, file.id)


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("kind", ["deals", "kpi"])
def test_a_sample_can_be_taken_in_as_it_is_and_holds_no_formula(book: OutcomeBook, store: Store, kind: str, language: str) -> None:
    manager = has(store, "m", "마루", "manager").actor()
    people = [has(store, "=cmd", "수식"), has(store, "a", "보람")]
    content = sample(kind, people, language)  # type: ignore[arg-type]
    assert content.startswith(b"\xef\xbb\xbf")
    assert b"\r\n=" not in content
    read = book.check(manager, content)
    assert (read.kind, len(read.rows), read.bad) == (kind, 2, ())


def test_few_people_are_no_relation_and_many_have_an_interval() -> None:
    few = {str(n): float(n) for n in range(FEWEST_PEOPLE - 1)}
    assert related(few, few) is None
    many = {str(n): float(n) for n in range(30)}
    same, against = related(many, many), related(many, {name: -value for name, value in many.items()})
    assert same is not None
    assert against is not None
    assert same.sure
    assert same.low > 0.9
    assert against.high < -0.9
    nothing = related(many, {str(n): float(n * 7 % 30 % 11) for n in range(30)})
    assert nothing is not None
    assert not nothing.sure
    assert nothing.low < 0 < nothing.high
    assert related(many, dict.fromkeys(many, 1.0)) is None


def test_a_share_of_won_deals_is_wilson_s(book: OutcomeBook, store: Store) -> None:
    manager, rep = has(store, "m", "마루", "manager").actor(), has(store, "a", "보람")
    book.take_in(manager, "1.csv", rows(*(f"보람,거래{n},2026-10-01,{'수주' if n < 3 else '실주'}" for n in range(10))))
    share = won_share(book.of_people(manager)[rep.id])
    assert share is not None
    assert (share.of, share.n, round(share.low, 3), round(share.high, 3)) == (3, 10, 0.108, 0.603)
    assert won_share(()) is None
