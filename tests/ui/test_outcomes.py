"""Outcomes on the screen: what a file holds is said before it is kept, and what so few people allow to be said is said."""

from collections.abc import Callable

import pytest

from assistant.assembly import Engine
from assistant.domain.people import Person
from tests.ui.conftest import OPENED
from tests.ui.test_team import a, as_
from ui.words import door, outcomes

As = Callable[[Person | None], None]
__all__ = ["as_"]


def test_a_file_is_checked_line_by_line_kept_by_a_click_and_taken_out_again(engine: Engine, opened: OPENED, as_: As) -> None:
    manager, rep = a(engine, "마루", "manager"), a(engine, "보람", "rep")
    as_(manager)
    page = opened("outcomes")
    assert outcomes.NOTHING.ko in page.words
    content = "담당자,거래,종료일,결과\n보람,가,2026-10-01,수주\n누구,나,2026-10-01,수주\n".encode("cp949")
    page.at.file_uploader[0].set_value([("성과.csv", content, "text/csv")])
    words = page.run().words
    assert outcomes.BAD.ko.format(count=1) in words
    assert "3번째 줄: '누구' 님은 내 팀에 없어요." in words
    assert not engine.outcomes.files(manager.actor())
    page.button("outcomes-keep").click()
    words = page.run().words
    assert "1줄을 저장했어요" in words
    assert "1건 중 1건" in words
    assert outcomes.NO_CAUSE.ko in words
    (file,) = engine.outcomes.files(manager.actor())
    assert rep.id in engine.outcomes.of_people(manager.actor())
    page.button(f"remove-{file.id}").click()
    assert outcomes.NOTHING.ko in page.run().words


@pytest.mark.parametrize("role", ["rep", "trainer", "admin"])
def test_nobody_else_opens_it(engine: Engine, opened: OPENED, as_: As, role: str) -> None:
    as_(a(engine, "보람", role))  # type: ignore[arg-type]
    assert door.NOT_YOURS.ko in opened("outcomes").words
