"""Who reaches a team's other things through the server as it runs, by the policy's table: an assignment, outcomes, a playbook that waits, a draft,
an account, each by its address and its button. Whoever may not press it presses in vain, and the same press by somebody who may goes through."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState

from assistant.access.directory import TERMINAL
from assistant.assembly import Engine
from assistant.assigning.assigning import Plan
from assistant.domain.people import Actor
from assistant.domain.policy import ANY, Action, Thing, may, of_talk
from assistant.domain.words import DIMENSIONS
from assistant.playbooks import Upload
from assistant.practice.room import Words
from assistant.settings import Settings
from assistant.store import open_store
from tests.browser.app import serving
from tests.ui.pages import GOOD, SCENARIO
from tests.ui.test_matrix import PEOPLE, Session, Town, _settled
from ui.words import calibration

PRICES = "# 요금\n\n기본료는 월 3만 원입니다. 회선마다 5천 원이 더해집니다.\n"
DEALS = "담당자,거래,종료일,결과\nrep,가,2026-10-01,수주\n"
FILE, NOTE = "숨은 성과.csv", "과제에 적은 비밀"


@dataclass(frozen=True, slots=True)
class Door:
    """A page and its button's key; `says`: words that stand there for those who may, and for nobody else."""

    page: str
    query: str
    button: str
    action: Action
    thing: Thing
    says: str = ""


@dataclass(frozen=True, slots=True)
class Full:
    town: Town
    team: str
    doors: dict[str, Door]


NAMES = ["a talk to share", "an assignment", "outcomes", "a playbook that waits", "a draft", "an account"]


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Full]:
    folder = tmp_path_factory.mktemp("objects")
    (folder / "data").mkdir()
    secrets, actors, talks = _settled(folder)
    (team,) = actors["manager"].teams
    doors = _furnished(folder, actors, talks["shared"].id, team)
    with serving(folder, {"MAJU_TEAM": "1"}) as app:
        yield Full(Town(app, secrets, actors, talks), team, doors)


def _furnished(folder: Path, actors: dict[str, Actor], shared: str, team: str) -> dict[str, Door]:
    with Engine(Settings(MAJU_DATA=folder / "data", MAJU_TEAM=True, OPENAI_API_KEY=None, OPENAI_BASE_URL=None)) as engine:
        rep, manager = actors["rep"], actors["manager"]
        spare = engine.room.begin(rep, SCENARIO, "ko", 2, seed=9)
        for number, line in enumerate(GOOD):
            assert engine.room.say(rep, spare.id, Words(line, f"spare-{number}")).wait(60)
        spare = engine.room.finish(rep, spare.id)
        engine.scorer.of_role_play(rep, spare.id)
        for dimension in DIMENSIONS:
            engine.desk.score(actors["trainer"], shared, dimension, 5)
        engine.desk.keep_blind(actors["trainer"], shared)
        leaver = engine.directory.invite(TERMINAL, "leaver@hangyeol.kr", "leaver", ["rep"], ["영업 1팀"])
        now = engine.now()
        plan = Plan(SCENARIO, 2, "practice", now - timedelta(hours=1), now + timedelta(days=7), note=NOTE)
        (assignment,) = engine.assigning.assign(manager, [team], plan)
        file = engine.outcomes.take_in(manager, FILE, DEALS.encode())
        waits = engine.shelf.read_taken(engine.shelf.take(manager, Upload("요금표.md", PRICES.encode()))).version
        draft = engine.workshop.copy(manager, SCENARIO)
        of_team = Thing(teams=frozenset({team}))
        approve = f"approve-card-{waits.id}"
        return {
            "a talk to share": Door("scorecard", f"role_play={spare.id}", "share", "share_role_play", of_talk(spare)),
            "an assignment": Door("assignments", "", f"end-yes-{assignment.id}", "assign", of_team, NOTE),
            "outcomes": Door("outcomes", "", f"remove-{file.id}", "import_outcomes", of_team, FILE),
            "a playbook that waits": Door("playbooks", "", approve, "approve_playbooks", ANY, "요금표"),
            "a draft": Door("builder", f"draft={draft}", "discard-yes", "author_scenarios", ANY),
            "an account": Door("people", "", f"switch-{leaver.id}", "change_people", ANY),
        }


def test_the_doors_are_named(full: Full) -> None:
    assert list(full.doors) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_button_is_there_and_works_for_whom_the_policy_lets_and_for_nobody_else(full: Full, name: str) -> None:
    door, actors = full.doors[name], full.town.actors
    allowed = [who for who in PEOPLE if may(actors[who], door.action, door.thing)]
    assert 0 < len(allowed) < len(PEOPLE)
    with Session(full.town, allowed[0]) as first:
        pressed = (WidgetState(id=_button(first.runs(door.page, f"{door.query}&language=ko")[1], door.button)[0], trigger_value=True),)
        before = _state(full)
        for who in PEOPLE:
            if who in allowed:
                continue
            with Session(full.town, who) as other:
                text, ids = other.runs(door.page, f"{door.query}&language=ko")
                assert _button(ids, door.button) == [], who
                assert not door.says or door.says not in text, who
                other.runs(door.page, f"{door.query}&language=ko", pressed)
                assert _state(full) == before, who
        for who in allowed[1:]:
            with Session(full.town, who) as other:
                text, ids = other.runs(door.page, f"{door.query}&language=ko")
                assert _button(ids, door.button), who
                assert door.says in text, who
        text, _ = first.runs(door.page, f"{door.query}&language=ko")
        assert door.says in text
        first.runs(door.page, f"{door.query}&language=ko", pressed)
        assert _changes(full, before)


@pytest.mark.parametrize("who", list(PEOPLE))
def test_a_team_s_figures_and_calibration_name_a_talk_to_whom_the_policy_lets_see_it(full: Full, who: str) -> None:
    actor, talk = full.town.actors[who], full.town.talks["shared"]
    with Session(full.town, who) as session:
        team, _ = session.runs("team", "language=ko")
        assert (talk.id in team) is may(actor, "see_team", Thing(teams=frozenset({full.team})))
        apart, _ = session.runs("calibration", "language=ko")
        sees = may(actor, "see_calibration", replace(of_talk(talk), owner=None))
        assert (calibration.TALKS.ko.format(talks=1, trainers=1) in apart) is sees
        assert (talk.id in apart) is sees
        assert not any(full.town.talks["private"].id in page for page in (team, apart))


def _button(ids: list[str], key: str) -> list[str]:
    return [one for one in ids if one.endswith(f"-{key}")]


def _changes(full: Full, before: list[str]) -> bool:
    """At once, or by a job behind the page."""
    until = time.monotonic() + 30
    while _state(full) == before and time.monotonic() < until:
        time.sleep(0.1)
    return _state(full) != before


def _state(full: Full) -> list[str]:
    """Of everything that a press could change."""
    with open_store(f"sqlite:///{full.town.app.data / 'maju.db'}") as store:
        talks = [f"{one.id} {sorted(one.shared)}" for one in store.role_plays.all()]
        files = [one.id for one in store.outcomes.files()]
        playbooks = [f"{one.id} {one.state}" for one in store.playbooks.versions()]
        others = [*store.assignments.of_teams([full.team]), *store.drafts.open(), *store.accounts.people()]
        return sorted([*talks, *files, *playbooks, *(repr(one) for one in others)])
