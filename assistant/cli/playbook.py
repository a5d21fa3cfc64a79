"""`maju playbook …`: the company's documents, put in, looked at, searched and taken out."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from assistant.assembly import Engine, open_engine
from assistant.cli.terminal import AsJson, DataFolder, as_line, language, said
from assistant.domain.people import LOCAL_PERSON
from assistant.domain.playbook import Found, PlaybookVersion
from assistant.errors import DocumentError
from assistant.playbooks import Added

app = typer.Typer(help="The company's documents · 회사 플레이북", no_args_is_help=True)
QUERIES_AT_ONCE = 64
_STATES = {"added": "추가했어요", "updated": "새 판으로 바꿨어요", "unchanged": "그대로예요"}


@app.command()
def add(files: Annotated[list[Path], typer.Argument(metavar="FILE...")], as_json: AsJson = False, data: DataFolder = None) -> None:
    """Adds files and folders; goes on past a bad one · 파일과 폴더를 넣어요"""
    bad = 0
    with open_engine(data) as engine:
        progress = _progress if sys.stderr.isatty() else None
        for path, became in engine.shelf.add_all(LOCAL_PERSON, files, progress, language()):
            bad += not _told(path, became, as_json)
    if bad:
        raise typer.Exit(2)


def _told(path: Path, became: Added | DocumentError, as_json: bool) -> bool:
    """Prints what became of a file; False when it could not be used."""
    row: dict[str, Any] = {"file": str(path)}
    if isinstance(became, DocumentError):
        row |= {"state": "failed", "error": became.in_(language())}
        line = became.in_(language())
    else:
        version, state = became
        row |= {"playbook": version.name, "version": version.version, "state": state, "passages": version.passages}
        line = said(
            f"{path}: {_STATES[state]} ({version.name} {version.version}판, 대목 {version.passages}개)",
            f"{path}: {state} ({version.name} version {version.version}, {version.passages} passages)",
        )
    print(as_line(row) if as_json else line, file=sys.stdout if as_json or "error" not in row else sys.stderr, flush=True)
    return "error" not in row


def _progress(stage: str, done: int, of: int) -> None:
    print(f"\r{stage} {done}/{of} ", end="\r" if done >= of else "", file=sys.stderr, flush=True)


@app.command("list")
def list_(as_json: AsJson = False, data: DataFolder = None) -> None:
    """What is in · 들어 있는 플레이북"""
    with open_engine(data) as engine:
        newest = engine.shelf.newest()
    for version in newest:
        print(as_line(_version_json(version)) if as_json else _version_line(version))
    if not newest and not as_json:
        print(said("아직 플레이북이 없어요. maju playbook add 파일 로 넣어 주세요.", "No playbook yet. Put one in with maju playbook add FILE."))


def _version_json(version: PlaybookVersion) -> dict[str, Any]:
    return {
        "id": version.id,
        "playbook": version.name,
        "version": version.version,
        "state": version.state,
        "passages": version.passages,
        "file": version.file_name,
        "error": version.problem,
    }


def _version_line(version: PlaybookVersion) -> str:
    if version.problem:
        return f"{version.name}: {version.problem}"
    return said(
        f"{version.name}: {version.version}판, 대목 {version.passages}개",
        f"{version.name}: version {version.version}, {version.passages} passages",
    )


@app.command()
def search(
    query: Annotated[str, typer.Argument(metavar="QUERY", help="- reads one query per line · 한 줄에 질문 하나는 -")],
    k: Annotated[int, typer.Option("-k", min=1, max=100)] = 5,
    as_json: AsJson = False,
    data: DataFolder = None,
) -> None:
    """Finds passages, best first · 대목을 찾아요"""
    with open_engine(data) as engine:
        for found in _found(engine, query, k):
            if as_json:
                print(as_line([_found_json(one) for one in found]), flush=True)
            else:
                for one in found:
                    place = one.passage.section + (f" (p. {one.passage.page})" if one.passage.page else "")
                    print(f"{one.score:.2f}  {one.passage.playbook} — {place}\n      {' '.join(one.passage.text.split())[:160]}")


def _found(engine: Engine, query: str, k: int) -> Iterator[list[Found]]:
    if query != "-":
        yield from engine.shelf.search([query], k)
        return
    waiting: list[str] = []
    for line in sys.stdin:
        waiting.append(line.rstrip("\n"))
        if len(waiting) == QUERIES_AT_ONCE:
            yield from engine.shelf.search(waiting, k)
            waiting = []
    if waiting:
        yield from engine.shelf.search(waiting, k)


def _found_json(one: Found) -> dict[str, Any]:
    passage = one.passage
    return {
        "playbook": passage.playbook,
        "version": passage.version,
        "section": passage.section,
        "page": passage.page,
        "text": passage.text,
        "score": round(one.score, 4),
    }


@app.command()
def remove(playbook: Annotated[str, typer.Argument(metavar="ID")], data: DataFolder = None) -> None:
    """Takes a playbook out of use · 플레이북을 빼요"""
    with open_engine(data) as engine:
        engine.shelf.remove(LOCAL_PERSON, playbook)
    print(said(f"{playbook}: 뺐어요", f"{playbook}: removed"))


@app.command()
def rebuild(data: DataFolder = None) -> None:
    """Builds the index anew from the store · 색인을 새로 만들어요"""
    with open_engine(data) as engine:
        count = engine.shelf.rebuild()
    print(said(f"색인을 새로 만들었어요 (대목 {count}개)", f"index rebuilt ({count} passages)"))
