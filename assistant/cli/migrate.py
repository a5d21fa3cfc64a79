"""`maju migrate`: everything out of one machine's folder onto the servers that many machines share."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from assistant.assembly import move_to_servers
from assistant.cli.terminal import AsJson, as_line, language, said
from assistant.settings import read_settings


def migrate(
    folder: Annotated[Path | None, typer.Argument(help="The folder it was in (MAJU_DATA, else a per-user folder) · 지금까지 쓰던 폴더")] = None,
    as_json: AsJson = False,
) -> None:
    """From a folder to the servers in MAJU_DATABASE_URL and MAJU_CHROMA_URL; stopped, it goes on · 서버로 옮겨요"""
    settings = read_settings()
    moved, passages = move_to_servers(folder or settings.data, settings, _progress if sys.stderr.isatty() else _quietly, language())
    if as_json:
        print(as_line({"rows": moved.rows, "written": moved.written, "digest": moved.digest, "passages": passages}))
        return
    total = sum(moved.rows.values())
    print(
        said(
            f"다 옮겼고 원본과 같은지 확인했어요: 표 {len(moved.rows)}개, {total:,}줄(이번에 {moved.written:,}줄), 대목 {passages:,}개. "
            "원본 폴더는 그대로예요. 이제 서버 설정으로 maju serve를 시작하세요.",
            f"Everything is there and was compared with the original: {len(moved.rows)} tables, {total:,} rows ({moved.written:,} of them now), "
            f"{passages:,} passages. The folder is as it was. Start maju serve with the servers' settings now.",
        )
    )


def _progress(table: str, done: int, of: int) -> None:
    print(f"\r\033[K{table} {done:,}/{of:,} ", end="\r" if done >= of else "", file=sys.stderr, flush=True)


def _quietly(table: str, done: int, of: int) -> None:
    """Nobody watches."""
