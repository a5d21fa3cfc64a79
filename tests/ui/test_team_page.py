"""The team's page: what was shared with the team, by name, with its quotes, and what is not in it."""

from collections.abc import Callable
from typing import Any

import pytest

from assistant.assembly import Engine
from assistant.domain.habit import Habits
from assistant.domain.people import Actor, Person
from assistant.domain.words import Language
from assistant.privacy.witness import QUOTED
from tests.ui.conftest import OPENED
from tests.ui.test_team import a, as_, practised
from ui.words import door, record, team

As = Callable[[Person | None], None]
__all__ = ["as_"]


@pytest.mark.parametrize(("language", "which"), [("ko-KR", "ko"), ("en-GB", "en")])
def test_a_manager_sees_what_was_shared_and_reads_what_is_not_in_it(engine: Engine, opened: OPENED, as_: As, language: str, which: Any) -> None:
    manager, rep, other = a(engine, "마루", "manager"), a(engine, "보람", "rep"), a(engine, "가온", "rep")
    as_(manager)
    assert team.EMPTY.in_(which) in opened("team", language).words
    talk = practised(engine, rep)
    assert team.EMPTY.in_(which) in opened("team", language).words
    engine.submitting.share(rep.actor(), talk.id)
    practised(engine, other)
    page = opened("team", language)
    words = page.words
    assert team.WHAT_IS_IN.in_(which) in words
    assert words.index("가온") < words.index("보람")
    assert team.COUNTS.in_(which).format(lately=1, all=1) in words
    assert team.COUNTS.in_(which).format(lately=0, all=0) in words
    assert f"role_play={talk.id}" in page.links("scorecard")


def test_whose_words_a_manager_reads_is_kept_once_and_told_to_the_rep_and_admins(engine: Engine, opened: OPENED, as_: As) -> None:
    manager, rep, other = a(engine, "마루", "manager"), a(engine, "보람", "rep"), a(engine, "가온", "rep")
    for one in (rep, other):
        for _ in range(2):
            engine.submitting.share(one.actor(), practised(engine, one).id)
    as_(manager)
    page = opened("team")
    page.run()
    book = engine.team_book.open(manager.actor(), sorted(manager.teams))
    quoted = {each.rep for each in book.seen if each.id in {one.role_play for one in book.view("ko").heard}}
    assert quoted
    for one in (rep, other):
        assert [(each.by, each.action) for each in engine.witness.looks(one.actor(), 9)] == [(manager.id, QUOTED)] * (one.id in quoted)
    as_(rep)
    words = opened("my-data").words
    assert (record.ACTIONS[QUOTED].ko in words) is (rep.id in quoted)
    as_(a(engine, "가람", "admin"))
    html = opened("record").html
    assert f"<td>{record.ACTIONS[QUOTED].ko}</td>" in html
    assert "<td>매니저 · 영업 1팀</td>" in html


@pytest.mark.parametrize("role", ["rep", "trainer", "admin"])
def test_nobody_but_a_manager_opens_it(engine: Engine, opened: OPENED, as_: As, role: Any) -> None:
    as_(a(engine, "보람", role))
    assert door.NOT_YOURS.ko in opened("team").words


def test_another_team_s_manager_sees_nothing_of_it(engine: Engine, opened: OPENED, as_: As) -> None:
    rep = a(engine, "보람", "rep")
    engine.submitting.share(rep.actor(), practised(engine, rep).id)
    as_(a(engine, "바다", "manager", team="영업 2팀"))
    words = opened("team").words
    assert team.EMPTY.ko in words
    assert "보람" not in words


def test_alone_there_is_no_team(engine: Engine, opened: OPENED) -> None:
    assert door.NOT_YOURS.ko in opened("team").words


def test_what_is_counted_ahead_is_that_of_those_who_practised_last(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    first, last = a(engine, "가온", "rep"), a(engine, "보람", "rep")
    for one in (first, last):
        practised(engine, one)
    counted, real = [], engine.habits.of

    def of(actor: Actor, language: Language) -> Habits:
        counted.append((actor.id, language))
        return real(actor, language)

    monkeypatch.setattr(engine.habits, "of", of)
    monkeypatch.setattr("assistant.assembly.ahead.READ_AHEAD", 1)
    engine.read_ahead()
    assert counted == [(last.id, "ko")]
