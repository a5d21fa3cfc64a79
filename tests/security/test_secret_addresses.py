"""Addresses of servers hold passwords too: whatever command is given them, and whatever goes wrong there, none comes out."""

import subprocess
from pathlib import Path

import pytest

from assistant.settings import HOME, Settings
from tests.browser.app import MAJU, clean_environment
from tests.servers.ports import free_port

SECRET = "hx93-kQ!zz~71"
ASKED = "Zq7-plain-in-a-query"
COMMANDS = (["doctor"], ["doctor", "--json"], ["scenarios"], ["playbook", "list"], ["user", "list"], ["migrate"], ["serve", "--port", "{port}"])


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize("database", ["", "postgresql://maju:{secret}@127.0.0.1:1/maju", "postgresql://127.0.0.1:1/maju?user=maju&password={asked}"])
def test_no_command_shows_a_password_of_an_address(tmp_path: Path, command: list[str], database: str) -> None:
    if command[0] == "serve" and not database:
        pytest.skip("it would serve")
    settings = {
        "MAJU_DATABASE_URL": database.format(secret=SECRET, asked=ASKED),
        "MAJU_CHROMA_URL": f"http://maju:{SECRET}@127.0.0.1:1",
        "OPENAI_BASE_URL": f"http://maju:{SECRET}@127.0.0.1:1/v1",
        "OPENAI_API_KEY": SECRET,
        "MAJU_EMBEDDING_MODEL": "e",
        "MAJU_LOG": "json",
    }
    words = [one.format(port=free_port()) for one in command]
    done = subprocess.run(
        [str(MAJU), *words],
        cwd=HOME,
        env=clean_environment(tmp_path) | {name: value for name, value in settings.items() if value},
        capture_output=True,
        text=True,
        timeout=240,
    )
    assert done.returncode in {0, 2, 3}, done.stderr[-2000:]
    assert done.stdout + done.stderr
    files = [one for one in tmp_path.rglob("*") if one.is_file()]
    for secret in (SECRET, ASKED):
        assert secret not in done.stdout + done.stderr
        assert not [one for one in files if secret.encode() in one.read_bytes()]


def test_what_is_configured_can_be_told_without_what_is_secret_in_it(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = dict.fromkeys(("OPENAI_API_KEY", "MAJU_LRS_KEY", "MAJU_LRS_SECRET", "MAJU_OIDC_CLIENT_SECRET"), SECRET)
    addresses = dict.fromkeys(("OPENAI_BASE_URL", "MAJU_DATABASE_URL", "MAJU_CHROMA_URL", "MAJU_LRS_URL"), f"https://maju:{SECRET}@there.test/x")
    for name, value in (kept | addresses).items():
        monkeypatch.setenv(name, value)
    settings = Settings(_env_file=None)
    assert settings.database_url == addresses["MAJU_DATABASE_URL"]
    assert settings.kept_at == "there.test/x"
    assert SECRET not in repr(settings) + str(settings)
