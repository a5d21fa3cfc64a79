"""Addresses of servers hold passwords too: whatever command is given them, and whatever goes wrong there, none comes out."""

import subprocess
import time
from pathlib import Path

import httpx2
import pytest

from assistant.settings import HOME, Settings
from tests.browser.app import MAJU, UP_S, clean_environment
from tests.servers.ports import free_port, listens

SECRET = "hx93-kQ!zz~71"
ASKED = "Zq7-plain-in-a-query"
COMMANDS = (["doctor"], ["doctor", "--json"], ["scenarios"], ["playbook", "list"], ["user", "list"], ["migrate"])
DATABASES = ["postgresql://maju:{secret}@127.0.0.1:1/maju", "postgresql://127.0.0.1:1/maju?user=maju&password={asked}"]


def environment(folder: Path, database: str) -> dict[str, str]:
    settings = {
        "MAJU_DATABASE_URL": database.format(secret=SECRET, asked=ASKED),
        "MAJU_CHROMA_URL": f"http://maju:{SECRET}@127.0.0.1:1",
        "OPENAI_BASE_URL": f"http://maju:{SECRET}@127.0.0.1:1/v1",
        "OPENAI_API_KEY": SECRET,
        "MAJU_EMBEDDING_MODEL": "e",
        "MAJU_LOG": "json",
    }
    return clean_environment(folder) | {name: value for name, value in settings.items() if value}


def holds_none(said: str, folder: Path) -> None:
    files = [one for one in folder.rglob("*") if one.is_file()]
    for secret in (SECRET, ASKED):
        assert secret not in said
        assert not [one for one in files if secret.encode() in one.read_bytes()]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("database", ["", *DATABASES])
def test_no_command_shows_a_password_of_an_address(tmp_path: Path, command: list[str], database: str) -> None:
    done = subprocess.run([str(MAJU), *command], cwd=HOME, env=environment(tmp_path, database), capture_output=True, text=True, timeout=240)
    assert done.returncode in {0, 2, 3}, done.stderr[-2000:]
    said = done.stdout + done.stderr
    assert said or command == ["user", "list"], "a folder in which nobody is"
    holds_none(said, tmp_path)


@pytest.mark.parametrize("database", DATABASES)
def test_the_app_shows_none_while_its_database_is_away(tmp_path: Path, database: str) -> None:
    port = free_port()
    command = [str(MAJU), "serve", "--port", str(port)]
    process = subprocess.Popen(command, cwd=HOME, env=environment(tmp_path, database), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    until = time.monotonic() + UP_S
    while not listens(port):
        assert process.poll() is None
        assert time.monotonic() < until
        time.sleep(0.1)
    answer = httpx2.get(f"http://127.0.0.1:{port}/readyz", timeout=60)
    process.terminate()
    said, _ = process.communicate(timeout=60)
    assert answer.status_code == 503
    holds_none(said + answer.text, tmp_path)


def test_what_is_configured_can_be_told_without_what_is_secret_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = dict.fromkeys(("OPENAI_API_KEY", "MAJU_LRS_KEY", "MAJU_LRS_SECRET", "MAJU_OIDC_CLIENT_SECRET"), SECRET)
    addresses = dict.fromkeys(("OPENAI_BASE_URL", "MAJU_DATABASE_URL", "MAJU_CHROMA_URL", "MAJU_LRS_URL"), f"https://maju:{SECRET}@there.test/x")
    for name, value in (kept | addresses).items():
        monkeypatch.setenv(name, value)
    settings = Settings(_env_file=None)
    assert settings.database_url == addresses["MAJU_DATABASE_URL"]
    assert settings.kept_at == "there.test/x"
    assert SECRET not in repr(settings) + str(settings)
