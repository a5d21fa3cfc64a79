"""A key, a password, a login and an invitation are secrets: in no log, no page, no error, no record, no file of ours."""

import io
import json
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from assistant.access.directory import TERMINAL
from assistant.assembly import Engine
from assistant.cli import doctor
from assistant.domain.people import LOCAL_PERSON
from assistant.errors import ProviderError
from assistant.ports import Message
from assistant.practice.room import Words
from assistant.settings import Settings
from assistant.telemetry import log_to
from tests.fakes import openai_endpoint
from tests.fakes.openai_endpoint import FakeOpenAI, Reply
from tests.resilience.works import LINES, SCENARIO, SEED, WAIT_S
from ui import health
from ui.door.gate import Gate
from ui.door.routes import Door

KEY = "sk-live-8f3a1c77d2e94b60"
PASSWORD = "푸른 바다 위의 느린 구름 42"
HERE = {"Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """Everything logged, from the most talkative level on, in the form that is served."""
    root, before = logging.getLogger(), logging.getLogger().handlers[:]
    out = io.StringIO()
    log_to(out, "json", logging.DEBUG)
    root.setLevel(logging.DEBUG)
    yield out
    root.handlers[:] = before
    root.setLevel(logging.WARNING)


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    with FakeOpenAI(lambda body: "음, 그렇군요.") as endpoint, Engine(_settings(tmp_path, endpoint.url)) as opened:
        opened.endpoint = endpoint  # type: ignore[attr-defined]
        yield opened


def _settings(data: Path, url: str) -> Settings:
    return Settings(_env_file=None, MAJU_DATA=data, OPENAI_API_KEY=KEY, OPENAI_BASE_URL=url, MAJU_EMBEDDING_MODEL="e")


def files_with(folder: Path, secret: str) -> list[str]:
    return [str(one) for one in folder.rglob("*") if one.is_file() and secret.encode() in one.read_bytes()]


def test_the_key_is_nowhere_even_where_a_provider_repeats_it(
    engine: Engine, log: io.StringIO, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    repeats = json.dumps({"error": {"message": f"Incorrect API key provided: {KEY}", "code": "invalid_api_key"}})
    monkeypatch.setitem(openai_endpoint.FAULTS_AT_ONCE, "auth", (401, repeats))
    endpoint: FakeOpenAI = engine.endpoint  # type: ignore[attr-defined]
    engine._warm()
    role_play = engine.room.begin(LOCAL_PERSON, SCENARIO, "ko", 2, seed=SEED)
    endpoint.answer = lambda body: Reply(fault="auth")
    assert engine.room.say(LOCAL_PERSON, role_play.id, Words(LINES[0], "0")).wait(WAIT_S)
    assert engine.chat
    with pytest.raises(ProviderError) as caught:
        list(engine.chat.stream([Message("user", LINES[0])]))
    pages = TestClient(Starlette(routes=list(health.routes(lambda: engine)))).get("/readyz").text
    monkeypatch.setattr(doctor, "open_engine", lambda data: engine)
    doctor._model(engine)
    shown = [log.getvalue(), pages, str(caught.value), caught.value.ko, repr(engine.settings), str(engine.settings), *capsys.readouterr()]
    used = {value for request in endpoint.requests for name, value in request.headers.items() if name.lower() == "authorization"}
    assert used == {f"Bearer {KEY}"}
    assert log.getvalue()
    assert not [one for one in shown if KEY in one]
    assert files_with(tmp_path, KEY) == []


def test_passwords_logins_and_invitations_are_nowhere_in_plain(engine: Engine, log: io.StringIO, tmp_path: Path) -> None:
    door = Door(lambda: engine.doorkeeper, lambda: engine.directory, https=False)
    browser = TestClient(
        Starlette(routes=door.routes(), middleware=[Middleware(Gate, who=door.who)]), base_url="http://maju.test", follow_redirects=False
    )
    person = engine.directory.invite(TERMINAL, "kim@hangyeol.kr", "김보람", ["rep"], [])
    link = engine.doorkeeper.link(person, TERMINAL.id)
    answers = [browser.get("/welcome", params={"link": link})]
    welcomed = browser.post("/welcome", data={"link": link, "password": PASSWORD}, headers=HERE)
    cookie = welcomed.cookies["maju_login"]
    answers += [
        browser.post("/login", data={"login": "kim@hangyeol.kr", "password": PASSWORD + "!"}, headers=HERE),
        browser.post("/login", data={"login": PASSWORD, "password": PASSWORD}, headers=HERE),
        browser.get("/account"),
        browser.post("/account", data={"old": PASSWORD, "password": "1"}, headers=HERE),
    ]
    pages = "".join(one.text for one in answers[1:])
    assert cookie
    for secret in (PASSWORD, link, cookie):
        assert secret not in log.getvalue()
        assert files_with(tmp_path, secret) == []
    assert not [secret for secret in (link, cookie) if secret in pages]
    assert PASSWORD not in pages.replace(f'value="{PASSWORD}"', "", 1)  # what was typed as a login stands in its own field again
