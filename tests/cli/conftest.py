"""Running the command in this process, as a person would from the shell."""

import io
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from assistant.cli import main


@dataclass(frozen=True, slots=True)
class Ran:
    status: int
    out: str
    err: str


Maju = Callable[..., Ran]


class _Bytes(io.TextIOWrapper):
    def __init__(self, text: str) -> None:
        super().__init__(io.BytesIO(text.encode()), encoding="utf-8")


@pytest.fixture
def maju(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Maju:
    """`maju("play", "cloud-phone-cx-lead", stdin="…")` with a data folder of its own, offline, in Korean unless the environment says otherwise."""
    for name in ("OPENAI_API_KEY", "OPENAI_BASE_URL", "MAJU_DATABASE_URL", "MAJU_CHROMA_URL", "MAJU_EMBEDDING_MODEL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("MAJU_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("MAJU_LANGUAGE", "ko")
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, stdin: str = "") -> Ran:
        monkeypatch.setattr(sys, "argv", ["maju", *arguments])
        monkeypatch.setattr(sys, "stdin", _Bytes(stdin))
        try:
            main()
            status = 0
        except SystemExit as ended:
            status = int(ended.code or 0)
        said = capsys.readouterr()
        return Ran(status, said.out, said.err)

    return run
