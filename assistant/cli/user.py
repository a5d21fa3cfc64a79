"""`maju user`: accounts from the terminal, for whoever can reach the machine and its data."""

from typing import Annotated

import typer

from assistant.access.directory import TERMINAL
from assistant.assembly import Engine, open_engine
from assistant.cli.terminal import DataFolder, said
from assistant.domain.people import Person, Role

app = typer.Typer(help="People who log in · 로그인하는 사람들", no_args_is_help=True)
Login = Annotated[str, typer.Argument(metavar="LOGIN", help="E-mail address · 이메일")]
Roles = Annotated[list[str] | None, typer.Option("--role", help="rep, manager, trainer, admin; several by repeating · 여러 번 쓸 수 있어요")]
Teams = Annotated[list[str] | None, typer.Option("--team", help="A team's name; several by repeating · 팀 이름, 여러 번")]
Address = Annotated[str, typer.Option("--url", help="Where people open Maju (MAJU_PUBLIC_URL) · 마주의 주소")]
HERE = "http://127.0.0.1:8501"


@app.command("add")
def add(
    login: Login, name: Annotated[str, typer.Option("--name")], role: Roles = None, team: Teams = None, url: Address = "", data: DataFolder = None
) -> None:
    """Invite somebody; prints the link with which they set a password · 초대 링크를 만듭니다"""
    with open_engine(data) as engine:
        person = engine.directory.invite(TERMINAL, login, name, _roles(role or ["rep"]), team or [])
        _print_link(engine, person, url)


@app.command("list")
def everybody(data: DataFolder = None) -> None:
    """Who there is · 목록"""
    with open_engine(data) as engine:
        teams = {one.id: one.name for one in engine.directory.teams(TERMINAL)}
        for one in engine.directory.people(TERMINAL):
            print("\t".join((one.login, one.name, _state(one), " ".join(sorted(one.roles)), ", ".join(sorted(teams[team] for team in one.teams)))))


@app.command("change")
def change(login: Login, name: Annotated[str, typer.Option("--name")] = "", role: Roles = None, team: Teams = None, data: DataFolder = None) -> None:
    """Change name, roles or teams; what is not named stays · 이름, 역할, 팀을 바꿉니다"""
    with open_engine(data) as engine:
        person = engine.directory.by_login(TERMINAL, login)
        known = {one.id: one.name for one in engine.directory.teams(TERMINAL)}
        roles = _roles(role) if role else list(person.roles)
        teams = team if team is not None else [known[one] for one in person.teams]
        after = engine.directory.change(TERMINAL, person.id, name=name or person.name, roles=roles, teams=teams)
        print(said(f"{after.login}: 바꿨어요.", f"{after.login}: changed."))


@app.command("off")
def off(login: Login, data: DataFolder = None) -> None:
    """Log somebody out everywhere and let them in no more · 사용 중지"""
    _switch(login, data, active=False)


@app.command("on")
def on(login: Login, data: DataFolder = None) -> None:
    """Let somebody in again · 다시 사용"""
    _switch(login, data, active=True)


@app.command("link")
def link(login: Login, url: Address = "", data: DataFolder = None) -> None:
    """A new link for a forgotten password · 비밀번호를 새로 정하는 링크"""
    with open_engine(data) as engine:
        _print_link(engine, engine.directory.by_login(TERMINAL, login), url)


def _state(person: Person) -> str:
    if not person.active:
        return said("사용 중지", "off")
    return said("사용 중", "on") if person.joined else said("아직 들어오지 않음", "not joined")


def _switch(login: str, data: DataFolder, *, active: bool) -> None:
    with open_engine(data) as engine:
        person = engine.directory.set_active(TERMINAL, engine.directory.by_login(TERMINAL, login).id, active)
        print(said(f"{person.login}: {'다시 사용해요' if active else '사용을 멈췄어요'}.", f"{person.login}: {'on' if active else 'off'}."))


def _print_link(engine: Engine, person: Person, url: str) -> None:
    address = url.rstrip("/") or engine.settings.public_url or HERE
    print(f"{address}/welcome?link={engine.doorkeeper.link(person, TERMINAL.id)}")


def _roles(named: list[str]) -> list[Role]:
    """The directory says which of them are none."""
    return named  # type: ignore[return-value]
