"""Marks: put on words that stand in a playbook, kept as long as those words do, and what they hold back is quoted by nobody."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from assistant.domain.memory import Mark, MarkKind
from assistant.domain.people import Actor
from assistant.domain.playbook import Found, Passage
from assistant.errors import InputError, NotAllowed, NotFound
from assistant.playbooks.agreement import contradictions
from assistant.playbooks.marking import Marking, quotable
from assistant.store import Store, open_store
from tests.playbooks.noted import Noted
from tests.store.samples import BEGAN, a_version

MANAGER, REP = (Actor(role, role, frozenset({role})) for role in ("manager", "rep"))
TEXT = "상담석 이용료는 월 58,000원입니다. 하한은 석당 41,000원입니다.\n원금은 무조건 보장됩니다. 도입은 3주 걸립니다."


def passage(text: str, playbook: str = "요금표", version: int = 1) -> Passage:
    return Passage(f"{playbook}-{version}", playbook, version, "요금", None, text)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(f"sqlite:///{tmp_path / 'maju.db'}") as opened:
        put(opened, passage(TEXT))
        yield opened


def put(store: Store, one: Passage) -> str:
    version = f"{one.playbook}-v{one.version}"
    store.playbooks.receive(a_version(version, one.playbook, one.version), b"")
    store.playbooks.finish(version, [one], None)
    store.playbooks.approve(version, "manager", BEGAN)
    return version


@pytest.fixture
def audited() -> Noted:
    return Noted()


@pytest.fixture
def marking(store: Store, audited: Noted) -> Marking:
    return Marking(store.playbooks, store.memory, lambda: datetime(2026, 11, 22, tzinfo=UTC), audited)


def left(*marks: Mark, text: str = TEXT) -> str:
    return " ".join(one.passage.text for one in quotable([Found(passage(text), 0.9)], marks))


def of(kind: MarkKind, words: str) -> Mark:
    return Mark(words, "요금표", kind, words, "m", BEGAN)


def test_a_mark_stands_in_every_version_that_has_its_words(store: Store, marking: Marking) -> None:
    made = marking.add(MANAGER, "요금표", "must_say", "도입은  3주 걸립니다")
    assert marking.in_versions(None) == (made,)
    second = put(store, passage(TEXT.replace("3주", "2주"), version=2))
    assert marking.in_versions([second]) == ()
    assert marking.in_versions(["요금표-v1"]) == (made,)
    assert marking.of("요금표") == (made,)
    marking.end(MANAGER, made.id)
    assert marking.of("요금표") == ()
    with pytest.raises(NotFound):
        marking.end(MANAGER, made.id)


def test_the_same_mark_twice_is_one(marking: Marking) -> None:
    assert marking.add(MANAGER, "요금표", "number", "상담석 이용료는 월 58,000원") == marking.add(
        MANAGER, "요금표", "number", "상담석 이용료는 월 58,000원"
    )


@pytest.mark.parametrize(("kind", "words"), [("must_say", "없는 말입니다"), ("must_say", " "), ("number", "도입은"), ("superseded", "도입은")])
def test_words_that_cannot_be_marked_are_refused(marking: Marking, kind: MarkKind, words: str) -> None:
    with pytest.raises(InputError):
        marking.add(MANAGER, "요금표", kind, words)
    assert marking.of("요금표") == ()


def test_only_a_manager_marks_and_it_is_kept_who_did_without_the_words(marking: Marking, audited: Noted) -> None:
    with pytest.raises(NotAllowed):
        marking.add(REP, "요금표", "must_say", "도입은 3주 걸립니다")
    marking.add(MANAGER, "요금표", "must_say", "도입은 3주 걸립니다")
    assert [(one.by, one.action, one.detail) for one in audited.entries] == [("manager", "mark_added", "must_say")]


def test_words_that_must_never_be_said_are_quoted_by_nobody() -> None:
    assert left() == TEXT
    assert (
        left(of("must_not_say", "원금은 무조건 보장됩니다")) == "상담석 이용료는 월 58,000원입니다. 하한은 석당 41,000원입니다.\n도입은 3주 걸립니다."
    )


def test_where_numbers_are_marked_no_others_are_quoted() -> None:
    assert left(of("number", "월 58,000원")) == "상담석 이용료는 월 58,000원입니다.\n원금은 무조건 보장됩니다."
    assert left(of("number", "월 58,000원"), of("required", "도입은 3주 걸립니다.")).endswith("도입은 3주 걸립니다.")


def test_a_passage_of_which_nothing_is_left_is_not_found() -> None:
    assert quotable([Found(passage("하한은 석당 41,000원입니다."), 0.9)], [of("number", "58,000원")]) == []


def test_marks_of_one_playbook_leave_another_alone() -> None:
    other = Found(passage(TEXT, "약관"), 0.9)
    assert quotable([other], [of("must_not_say", "원금은 무조건 보장됩니다")]) == [other]


def test_a_contradiction_is_settled_and_the_side_that_does_not_hold_is_quoted_no_more(store: Store, marking: Marking) -> None:
    put(store, passage("상담석 이용료는 월 61,000원입니다.", "새 요금"))
    (pair,) = contradictions([passage("상담석 이용료는 월 58,000원입니다."), passage("상담석 이용료는 월 61,000원입니다.", "새 요금")])
    holds = next(one for one in (pair.one, pair.other) if one.passage.playbook == "새 요금")
    marking.settle(MANAGER, pair, holds)
    assert marking.settled()[pair.key].how == "one_holds"
    kept = quotable([Found(passage(TEXT), 0.9)], marking.in_versions(None))
    assert kept[0].passage.text.startswith("하한은")
    with pytest.raises(NotAllowed):
        marking.settle(REP, pair)
