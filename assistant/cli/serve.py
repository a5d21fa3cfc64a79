"""`maju serve`: the web app, for one person on this machine."""

import ipaddress
import os
import runpy
import socket
import sys
from typing import Annotated

import typer
from dotenv import load_dotenv

from assistant.cli.terminal import DataFolder, said
from assistant.errors import InputError
from assistant.settings import HOME


def serve(
    host: Annotated[str, typer.Option(help="Address to listen on · 주소")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="Port · 포트", min=1, max=65535)] = 8501,
    data: DataFolder = None,
) -> None:
    """The web app · 웹 앱을 엽니다"""
    _require_loopback(host)
    _require_free(host, port)
    load_dotenv(".env")
    if data:
        os.environ["MAJU_DATA"] = str(data.expanduser().resolve())
    os.chdir(HOME)
    sys.argv = ["streamlit", "run", str(HOME / "ui" / "app.py"), "--server.address", host, "--server.port", str(port)]
    runpy.run_module("streamlit", run_name="__main__")


def _require_loopback(host: str) -> None:
    """There are no logins yet, so nobody else may reach it."""
    try:
        local = host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        local = False
    if not local:
        raise InputError(
            ko=f"아직 로그인 기능이 없어 이 컴퓨터 밖({host})에는 열 수 없어요. --host 127.0.0.1로 실행해 주세요.",
            en=f"Without logins Maju opens only on this machine, not on {host}. Run it with --host 127.0.0.1.",
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
