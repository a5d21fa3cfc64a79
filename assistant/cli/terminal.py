"""What the commands share: the `--data` option, the language of the terminal, JSON lines."""

import json
import locale
import os
from pathlib import Path
from typing import Annotated, Any

import typer

from assistant.domain.words import Language

DataFolder = Annotated[
    Path | None, typer.Option("--data", metavar="DIR", help="Where everything is kept (MAJU_DATA, else a per-user folder) · 데이터 폴더")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON · JSON으로 출력")]


def language() -> Language:
    """MAJU_LANGUAGE, else English where the terminal is set to English, else Korean."""
    wanted = os.environ.get("MAJU_LANGUAGE") or locale.setlocale(locale.LC_MESSAGES, None) or ""
    if wanted in {"", "C"} or wanted.startswith("C."):
        wanted = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    return "en" if wanted.lower().startswith("en") else "ko"


def said(ko: str, en: str) -> str:
    return ko if language() == "ko" else en


def as_line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
