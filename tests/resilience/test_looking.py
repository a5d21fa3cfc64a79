"""What the look after a kill would miss shows nothing: everything Maju does, done once and undisturbed, then damaged one thing at a time."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from assistant.domain.people import LOCAL_PERSON
from assistant.playbooks import Shelf
from tests.resilience.looking import restarted
from tests.resilience.places import opened
from tests.resilience.works import WORKS, does

Done = tuple[Path, list[str], list[list[Any]]]
WHOLE = "everything"


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Done:
    """The folder, what the buyer said, and what was acknowledged."""
    data, told = tmp_path_factory.mktemp("done"), list[list[Any]]()
    with opened(data) as engine:
        for number, work in enumerate(WORKS):
            does(work, engine, lambda *facts: told.append(list(facts)), number)
        first = next(facts[0] for kind, *facts in told if kind == "role_play")
        said = [one.text for one in engine.room.role_play(LOCAL_PERSON, first).turns if one.speaker == "buyer"]
    return data, said, told


@pytest.fixture
def faults(done: Done, tmp_path: Path) -> Callable[[str], list[str]]:
    """What is found wrong after these statements."""
    data, said, told = done

    def found(damage: str) -> list[str]:
        shutil.copytree(data, tmp_path / "damaged")
        with closing(sqlite3.connect(tmp_path / "damaged" / "maju.db")) as database:
            database.executescript(damage)
        with opened(tmp_path / "damaged") as engine:
            return restarted(engine, said, told)

    return found


def test_nothing_is_wrong_where_nobody_disturbed(faults: Callable[[str], list[str]]) -> None:
    assert faults("") == []


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("DELETE FROM turns WHERE turn_index >= 3", "acknowledged words are not there once"),
        ("UPDATE turns SET text = 'x' WHERE turn_index = 4", "acknowledged reply is not there once"),
        ("UPDATE turns SET text = substr(text, 1, 5) WHERE turn_index = 2", "a reply is half"),
        ("DELETE FROM turns WHERE turn_index = 2", "turns out of order"),
        ("DELETE FROM playbook_files; DELETE FROM passages; DELETE FROM playbook_versions", "file is there 0 times"),
        ("UPDATE playbook_versions SET state = 'failed'", "stuck as failed"),
        ("UPDATE playbook_versions SET state = 'read'", "approved and not in use"),
        ("UPDATE playbook_versions SET digest = 'x'", "another file than was given"),
        ("DELETE FROM conversations WHERE number = 7", "59 of 60 conversations"),
        ("UPDATE conversations SET stage = 'failed' WHERE number = 7", "1 conversations are failed"),
        ("UPDATE scorecards SET body = json_set(body, '$.scores.human.value', NULL)", "its scorecard is empty"),
        ("DELETE FROM owed_judgings; DELETE FROM scorecards WHERE id IN (SELECT max(id) FROM scorecards)", "the model's part"),
        ("UPDATE reflections SET guess = '{}'", "acknowledged guess is not there"),
        ("UPDATE reflections SET answers = '{}'", "acknowledged thought is not there"),
        ("DELETE FROM comments", "acknowledged comment is not there once"),
        ("DELETE FROM reviews", "acknowledged review is not there"),
        ("UPDATE reviews SET overrides = '{}'", "acknowledged review is not there"),
        ("DROP TRIGGER audit_is_not_deleted; DELETE FROM audit WHERE action = 'comment_left'", "0 times in the record as comment_left"),
        ("DROP TRIGGER audit_is_not_deleted; DELETE FROM audit WHERE action = 'playbook_added'", "0 times in the record as playbook_added"),
        ("UPDATE reviews SET closed_at = NULL", "0 times there, 1 times in the record as review_closed"),
    ],
)
def test_whatever_is_lost_is_found_wrong(faults: Callable[[str], list[str]], damage: str, said: str) -> None:
    assert any(said in one for one in faults(damage)), said


def test_what_no_search_finds_or_what_comes_back_is_found_wrong(done: Done, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data, said, told = done
    shutil.copytree(data, tmp_path / "again")
    monkeypatch.setattr(Shelf, "search", lambda self, queries, k: [[] for _ in queries])
    with opened(tmp_path / "again") as engine:
        approved = next(one.name for one in engine.shelf.current())
        found = restarted(engine, said, [*told, ["removed", approved]])
    assert any("no search finds it" in one for one in found)
    assert f"{approved}: removed and there again" in found
