"""Maju on a folder that gets full or cannot be written, as a process of its own: `python -m tests.resilience.world full|read_only FOLDER`.

Started in a mount namespace (`unshare -m`), where a small disk can be made and nobody else sees it. Prints what was told and what is left, as JSON.
"""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from assistant.assembly import Engine
from assistant.domain.people import LOCAL_PERSON
from assistant.errors import MajuError
from assistant.playbooks import Upload
from assistant.practice.room import Words
from tests.resilience.places import opened
from tests.resilience.works import LINES, SCENARIO, SEED, WAIT_S

SIZE = "5m"


def told(work: Callable[[], Any]) -> list[str] | None:
    """The sentence in both languages where it was refused; None where it was done. Anything but a MajuError ends the process."""
    try:
        work()
    except MajuError as error:
        return [type(error).__name__, error.ko, error.en]
    return None


def full(folder: Path) -> dict[str, Any]:
    """A disk that fills up in the middle of a conversation."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(folder)], check=True)
    with opened(folder / "data") as engine:
        role_play = engine.room.begin(LOCAL_PERSON, SCENARIO, "ko", 2, seed=SEED)
        assert engine.room.say(LOCAL_PERSON, role_play.id, Words(LINES[0], "0")).wait(WAIT_S)
        filler = folder / "filler"
        _fill(filler)
        upload = told(lambda: engine.shelf.take(LOCAL_PERSON, Upload("큰 안내서.md", b"# A\n\n" + b"word " * 200_000)))
        saying = told(lambda: engine.room.say(LOCAL_PERSON, role_play.id, Words(LINES[1] * 30, "1")))
        ready = told(lambda: engine.check("store"))
        filler.unlink()
        again = told(lambda: engine.room.say(LOCAL_PERSON, role_play.id, Words(LINES[1], "1")).wait(WAIT_S))
    return {"upload": upload, "saying": saying, "ready": ready, "again": again, **_left(folder / "data", role_play.id)}


def _fill(filler: Path) -> None:
    with filler.open("wb", buffering=0) as file:
        for size in (65_536, 4_096, 1):
            while True:
                try:
                    file.write(b"x" * size)
                except OSError:
                    break


def read_only(folder: Path) -> dict[str, Any]:
    """A folder that turns read-only while a conversation goes on, then at the start."""
    data = folder / "data"
    with opened(data) as engine:
        role_play = engine.room.begin(LOCAL_PERSON, SCENARIO, "ko", 2, seed=SEED)
        assert engine.room.say(LOCAL_PERSON, role_play.id, Words(LINES[0], "0")).wait(WAIT_S)
    subprocess.run(["mount", "--bind", str(data), str(data)], check=True)
    subprocess.run(["mount", "-o", "remount,bind,ro", str(data)], check=True)
    starting = told(lambda: _on(data, lambda engine: engine.room.say(LOCAL_PERSON, role_play.id, Words(LINES[1], "1"))))
    ready = told(lambda: _on(data, lambda engine: engine.check("store")))
    subprocess.run(["umount", str(data)], check=True)
    again = told(lambda: _on(data, lambda engine: engine.room.say(LOCAL_PERSON, role_play.id, Words(LINES[1], "1")).wait(WAIT_S)))
    return {"saying": starting, "ready": ready, "again": again, **_left(data, role_play.id)}


def _on(data: Path, work: Callable[[Engine], Any]) -> None:
    with opened(data) as engine:
        work(engine)


def _left(data: Path, role_play_id: str) -> dict[str, Any]:
    with opened(data) as engine:
        role_play = engine.room.role_play(LOCAL_PERSON, role_play_id)
        return {
            "said": [one.text for one in role_play.turns if one.speaker == "rep"],
            "owed": role_play.waits_for_buyer(),
            "files": len(engine.shelf.versions()),
        }


if __name__ == "__main__":
    print(json.dumps({"full": full, "read_only": read_only}[sys.argv[1]](Path(sys.argv[2])), ensure_ascii=False))
