"""What a load balancer and a browser are told: whether the process lives, whether it is ready, and what may not be done with its pages."""

from pathlib import Path
from threading import enumerate as enumerate_threads

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from assistant.assembly import Engine
from assistant.errors import StoreError
from assistant.settings import Settings
from ui import engine as opening
from ui import health, server
from ui.headers import ALWAYS, Headers


def client(engine: Engine, https: bool = False) -> TestClient:
    return TestClient(Starlette(routes=list(health.routes(lambda: engine)), middleware=[Middleware(Headers, https=https)]))


@pytest.fixture
def engine(tmp_path: Path) -> Engine:
    """With its index loaded: on a busy machine that takes longer than an answer may."""
    made = Engine(Settings(_env_file=None, MAJU_DATA=tmp_path))
    made.check("index")
    return made


def test_it_lives_and_is_ready_without_a_model(engine: Engine) -> None:
    asked = client(engine)
    assert asked.get("/healthz").text == "ok"
    ready = asked.get("/readyz")
    assert (ready.status_code, ready.json()) == (200, {"store": True, "index": True})
    engine.close()


def test_it_lives_but_is_not_ready_while_the_store_cannot_be_written(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(health, "KEPT_S", 0.0)
    asked = client(engine)
    assert asked.get("/readyz").status_code == 200
    with engine._store._database.writing() as connection:  # another version's tables, as an upgrade elsewhere leaves them
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    assert asked.get("/healthz").status_code == 200
    ready = asked.get("/readyz")
    assert (ready.status_code, ready.json()) == (503, {"store": False, "index": True})
    engine.close()


def test_it_is_not_ready_when_the_engine_cannot_be_opened() -> None:
    def failing() -> Engine:
        raise StoreError(ko="-", en="-")

    asked = TestClient(Starlette(routes=list(health.routes(failing))))
    assert asked.get("/healthz").status_code == 200
    assert asked.get("/readyz").status_code == 503


def test_the_engine_is_opened_as_soon_as_the_server_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[bool] = []
    monkeypatch.setattr(server, "begin", lambda: begun.append(True))
    with TestClient(server.server()):
        assert begun == [True]


def wait_for_the_engine() -> None:
    for thread in enumerate_threads():
        if thread.name == "engine":
            thread.join(10)


def test_an_engine_that_does_not_open_waits_for_who_needs_it(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    def failing() -> Engine:
        raise StoreError(ko="-", en="-")

    monkeypatch.setattr(opening, "the_engine", failing)
    opening.begin()
    wait_for_the_engine()
    assert [(one.getMessage(), one.__dict__["told"]) for one in caplog.records if one.name == "ui.engine"] == [
        ("engine not opened", {"fault": "StoreError"})
    ]


@pytest.mark.parametrize(("team", "warmed"), [("1", ["engine", "warm"]), ("", ["engine"])])
def test_a_team_s_copy_is_warm_before_the_first_page(team: str, warmed: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    monkeypatch.setenv("MAJU_TEAM", team)
    monkeypatch.setattr(opening, "the_engine", lambda: done.append("engine"))
    monkeypatch.setattr(opening, "warmed_up", lambda: done.append("warm"))
    opening.begin()
    wait_for_the_engine()
    assert done == warmed


def test_every_answer_carries_the_headers(engine: Engine) -> None:
    asked = client(engine)
    for path in ("/healthz", "/readyz", "/nowhere"):
        headers = asked.get(path).headers
        assert {name: headers[name] for name in ALWAYS} == ALWAYS
        assert "strict-transport-security" not in headers
    assert "max-age" in client(engine, https=True).get("/healthz").headers["strict-transport-security"]
    engine.close()
