"""`compose.yaml`: settings that Maju knows, the versions the tests use, and an nginx that keeps a person with their copy while it lives.

Docker itself is not asked: this needs no daemon.
"""

import re
import threading
import urllib.request
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
import yaml

from assistant.cli.nginx import SETTINGS, program
from assistant.settings import HOME, Settings
from tests.servers import missing
from tests.servers.nginx import Nginx
from tests.servers.ports import free_port

COMPOSE: dict[str, Any] = yaml.safe_load((HOME / "compose.yaml").read_text(encoding="utf-8"))
SOMEBODY_ELSE_S = {"STREAMLIT_SERVER_COOKIE_SECRET", "FORWARDED_ALLOW_IPS"}


def test_every_setting_of_the_copies_is_one_that_maju_reads() -> None:
    known = {str(field.alias) for field in Settings.model_fields.values()}
    for copy in ("app1", "app2"):
        assert set(COMPOSE["services"][copy]["environment"]) - SOMEBODY_ELSE_S <= known


def test_the_vector_server_is_of_the_client_s_version() -> None:
    pinned = re.search(r"^chromadb==(\S+)$", (HOME / "constraints.txt").read_text(encoding="utf-8"), re.MULTILINE)
    assert pinned
    assert COMPOSE["services"]["chroma"]["image"] == f"chromadb/chroma:{pinned.group(1)}"


def test_only_the_proxy_is_reached_from_outside() -> None:
    services = COMPOSE["services"]
    assert [name for name, one in services.items() if "ports" in one] == ["nginx"]
    assert COMPOSE["networks"]["inside"] == {"internal": True}
    assert {name for name, one in services.items() if "outside" not in one["networks"]} == {"postgres", "chroma"}


def test_the_proxy_has_the_settings_that_are_tested_here_and_knows_every_copy() -> None:
    assert COMPOSE["services"]["nginx"]["configs"] == [{"source": "nginx", "target": "/etc/nginx/nginx.conf"}]
    assert (HOME / COMPOSE["configs"]["nginx"]["file"]).samefile(SETTINGS)
    copies = {name for name, one in COMPOSE["services"].items() if one.get("image") == "maju"}
    assert set(re.findall(r"server (\w+):8501 ", SETTINGS.read_text(encoding="utf-8"))) == copies


class _Copy(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        told = f"{self.connection.getsockname()[1]} {self.headers['X-Forwarded-For']}".encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(told)))
        self.end_headers()
        self.wfile.write(told)

    def log_message(self, *_: object) -> None:
        """Says nothing."""


@pytest.fixture
def copies() -> Iterator[list[ThreadingHTTPServer]]:
    running = [ThreadingHTTPServer(("127.0.0.1", 0), _Copy) for _ in range(2)]
    for one in running:
        threading.Thread(target=one.serve_forever, daemon=True).start()
    yield running
    for one in running:
        one.shutdown()
        one.server_close()


def test_a_person_stays_with_their_copy_and_goes_to_the_other_when_it_is_gone(copies: list[ThreadingHTTPServer]) -> None:
    if program() is None:
        missing("nginx is not installed (Debian: apt-get install nginx-light)")
    ports = [one.server_address[1] for one in copies]
    nginx = Nginx(free_port(), ports)
    try:
        people = [f"person{n}" for n in range(24)]
        first = {one: served(nginx, one) for one in people}
        assert set(first.values()) == set(ports)
        assert {one: served(nginx, one) for one in people} == first
        copies[0].shutdown()
        copies[0].server_close()
        assert {served(nginx, one) for one in people} == {ports[1]}
    finally:
        nginx.close()


@pytest.mark.parametrize(
    ("said", "believed"), [("6.6.6.6, 203.0.113.9", "203.0.113.9"), ("203.0.113.9, 172.17.0.1", "203.0.113.9"), ("", "127.0.0.1")]
)
def test_an_address_that_somebody_made_up_is_not_believed(copies: list[ThreadingHTTPServer], said: str, believed: str) -> None:
    if program() is None:
        missing("nginx is not installed (Debian: apt-get install nginx-light)")
    nginx = Nginx(free_port(), [one.server_address[1] for one in copies])
    try:
        assert asked(nginx, {"X-Forwarded-For": said} if said else {})[1] == believed
    finally:
        nginx.close()


def served(nginx: Nginx, person: str) -> int:
    return int(asked(nginx, {"Cookie": f"maju_login={person}"})[0])


def asked(nginx: Nginx, headers: dict[str, str]) -> tuple[str, str]:
    """The port that answered, and where it was told the question comes from."""
    with urllib.request.urlopen(urllib.request.Request(nginx.address, headers=headers), timeout=10) as page:
        port, _, address = page.read().decode().partition(" ")
        return port, address
