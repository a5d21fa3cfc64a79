"""Logins against the server as it runs: what an open page may still do when its login has ended, guessing, and a secret from before the login."""

from collections.abc import Callable, Iterator
from pathlib import Path

import httpx2
import pytest

from assistant.access.directory import TERMINAL
from assistant.access.throttle import FREE
from assistant.assembly import Engine
from assistant.domain.people import Person
from assistant.settings import Settings
from tests.access.people import GOOD
from tests.browser.app import PLAIN, serving
from tests.ui.test_matrix import Session, Town
from ui.door.cookie import NAME
from ui.words import door, practise

PEOPLE = ("left", "switched off", "new password", "guessed", "fixed")
FROM_HERE = {"Sec-Fetch-Site": "same-origin"}


def engine_in(data: Path) -> Engine:
    return Engine(Settings(MAJU_DATA=data, MAJU_TEAM=True, OPENAI_API_KEY=None, OPENAI_BASE_URL=None))


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    folder = tmp_path_factory.mktemp("sessions")
    secrets, people = {}, dict[str, Person]()
    with engine_in(folder / "data") as engine:
        for number, name in enumerate(PEOPLE):
            people[name] = engine.directory.invite(TERMINAL, f"p{number}@hangyeol.kr", name, ["rep"], ["영업 1팀"])
            secrets[name] = engine.doorkeeper.accept(engine.doorkeeper.link(people[name], TERMINAL.id), GOOD).secret
    with serving(folder, {"MAJU_TEAM": "1"}) as app:
        yield Town(app, secrets, {name: one.actor() for name, one in people.items()}, {})


def logs_in(town: Town, who: str, password: str, **cookies: str) -> httpx2.Response:
    sent = {"login": f"p{PEOPLE.index(who)}@hangyeol.kr", "password": password}
    return httpx2.post(f"{town.app.url}/login?language=ko", data=sent, headers=FROM_HERE, cookies=cookies, timeout=60, verify=PLAIN)


def leaves(town: Town) -> None:
    assert httpx2.post(f"{town.app.url}/logout", headers=FROM_HERE | town.cookie("left"), timeout=60, verify=PLAIN).status_code == 303


def is_switched_off(town: Town) -> None:
    with engine_in(town.app.data) as engine:
        engine.directory.set_active(TERMINAL, town.actors["switched off"].id, active=False)


def has_a_new_password(town: Town) -> None:
    with engine_in(town.app.data) as engine:
        person = engine.directory.by_login(TERMINAL, f"p{PEOPLE.index('new password')}@hangyeol.kr")
        engine.doorkeeper.accept(engine.doorkeeper.link(person, TERMINAL.id), "다른 노새와 붉은 국수")


@pytest.mark.parametrize(("who", "ends"), [("left", leaves), ("switched off", is_switched_off), ("new password", has_a_new_password)])
def test_a_page_that_was_open_shows_nothing_more_when_its_login_has_ended(town: Town, who: str, ends: Callable[[Town], None]) -> None:
    with Session(town, who) as session:
        assert practise.TITLE.ko in session.runs("", "language=ko")[0]
        ends(town)
        for page in ("", "progress", "my-data"):
            text, _ = session.runs(page, "language=ko")
            assert door.ENDED.ko in text
            assert practise.TITLE.ko not in text
    assert town.get(who, "/").status_code == 401
    assert town.get(who, "/_stcore/host-config").status_code == 401


def test_whoever_guesses_waits_even_with_the_right_password_and_the_login_of_before_goes_on(town: Town) -> None:
    answers = [logs_in(town, "guessed", f"아닌 비밀번호 {number}") for number in range(FREE)]
    assert {one.status_code for one in answers} == {401}
    right = logs_in(town, "guessed", GOOD)
    assert right.status_code == 401
    assert "set-cookie" not in right.headers
    assert right.text != answers[0].text
    assert town.get("guessed", "/").status_code == 200
    assert logs_in(town, "fixed", GOOD).status_code == 303


def test_a_secret_that_somebody_planted_before_the_login_is_nobody_s_after_it(town: Town) -> None:
    answer = logs_in(town, "fixed", GOOD, **{NAME: "planted"})
    kept, *flags = answer.headers["set-cookie"].split("; ")
    assert not kept.endswith("planted")
    assert {"HttpOnly", "SameSite=lax"} <= set(flags)
    assert httpx2.get(f"{town.app.url}/", headers={"Cookie": kept}, timeout=60, verify=PLAIN).status_code == 200
    assert httpx2.get(f"{town.app.url}/", headers={"Cookie": f"{NAME}=planted"}, timeout=60, verify=PLAIN).status_code == 401
