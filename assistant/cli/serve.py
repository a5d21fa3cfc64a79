"""`maju serve`: the web app, for one person on this machine, or with `--team` for people who log in."""

import ipaddress
import os
import runpy
import socket
import sys
from typing import Annotated

import typer
from dotenv import load_dotenv

from assistant.cli.terminal import DataFolder, said
from assistant.cli.workers import require_nginx, serve_side_by_side
from assistant.errors import InputError
from assistant.settings import HOME, read_settings

EVERYWHERE = "0.0.0.0"  # noqa: S104 - an address one listens on, and none that a browser opens


def serve(
    host: Annotated[str, typer.Option(help="Address to listen on · 주소")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port · 포트", min=1, max=65535)] = 8501,
    team: Annotated[bool, typer.Option("--team", help="People log in (MAJU_TEAM=1) · 팀: 로그인해서 씁니다")] = False,
    workers: Annotated[int, typer.Option(help="Copies behind nginx, for a large team · 나란히 도는 프로세스 수(nginx 필요)", min=1, max=32)] = 1,
    data: DataFolder = None,
) -> None:
    """The web app · 웹 앱을 엽니다"""
    load_dotenv(".env")
    if data:
        os.environ["MAJU_DATA"] = str(data.expanduser().resolve())
    settings = read_settings()
    team = team or settings.team
    os.environ["MAJU_TEAM"] = "1" if team else "0"
    if not team:
        _require_loopback(host)
        _require_one(workers)
    nginx = require_nginx() if workers > 1 else ""
    _require_free(host, port)
    if team:
        settings.require_oidc()
        _invite_first_admin(settings.public_url or f"http://{'127.0.0.1' if host == EVERYWHERE else host}:{port}")
    if nginx:
        serve_side_by_side(nginx, host, port, workers, HOME, settings.data)
    os.chdir(HOME)
    sys.argv = [str(HOME / "ui" / "server.py"), host, str(port)]
    runpy.run_module("ui.server", run_name="__main__")


def _require_loopback(host: str) -> None:
    """Without logins nobody else may reach it."""
    try:
        local = host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        local = False
    if not local:
        raise InputError(
            ko=f"로그인 없이는 이 컴퓨터 밖({host})에 열 수 없어요. 팀으로 쓰려면 --team을 붙이고, 혼자 쓰려면 --host 127.0.0.1로 실행해 주세요.",
            en=f"Without logins Maju opens only on this machine, not on {host}. Add --team to let people log in, or use --host 127.0.0.1.",
        )


def _require_one(workers: int) -> None:
    if workers > 1:
        raise InputError(
            ko="혼자 쓸 때는 프로세스 하나면 충분해요. --workers를 빼거나, 팀으로 쓰려면 --team을 붙여 주세요.",
            en="One process is enough for one person. Leave --workers out, or add --team to let people log in.",
        )


def _invite_first_admin(address: str) -> None:
    """While there is nobody who could invite others, the terminal does: a link that counts once."""
    from assistant.access.directory import TERMINAL
    from assistant.assembly import open_engine

    with open_engine() as engine:
        admin = engine.directory.first_admin(said("관리자", "Admin"))
        if admin is None:
            return
        link = f"{address}/welcome?link={engine.doorkeeper.link(admin, TERMINAL.id)}"
    print(
        said(
            f"첫 관리자 계정 '{admin.login}'의 비밀번호를 여기서 정해 주세요(한 번만, 3일 안에): {link}",
            f"Set the password of the first admin account '{admin.login}' here (once, within 3 days): {link}",
        ),
        flush=True,
    )


def _require_free(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise InputError(
                ko=f"{port}번 포트를 이미 다른 프로그램이 쓰고 있어요. --port {port + 1}처럼 다른 번호로 실행해 주세요.",
                en=f"Port {port} is taken by another program. Choose another, for example --port {port + 1}.",
            ) from error
    print(said(f"마주가 http://{host}:{port} 에서 열려요.", f"Maju opens at http://{host}:{port}"), flush=True)
