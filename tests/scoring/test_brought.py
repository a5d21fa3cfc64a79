"""Public text that is not in the repository is held against its labels, half of it apart (`python -m tests.benchmarks.brought FILE…`)."""

import json
import sys
from pathlib import Path

import numpy as np
import pytest

from tests.benchmarks.brought import agreement, halves, main

KIND = "Thank you for your patience, I'm sorry it took so long. Would you like to tell me what happened?"
ROUGH = "That is a stupid question. Read the manual first, I already told you twice."


def test_only_the_upper_and_the_lower_quarter_are_held_against_each_other() -> None:
    labels = np.array([1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0])
    found = agreement(labels, np.array([1.0, 2.0, 6.0, 5.0, 4.0, 3.0, 7.0, 8.0]))
    assert found
    assert found[0] < 0.9
    assert found[1] == 1.0


def test_the_most_frequent_label_is_held_against_those_above_it() -> None:
    labels = np.array([0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 2.0])
    found = agreement(labels, np.array([5.0, 5.0, 5.0, 5.0, 5.0, 5.0, 9.0, 9.0]))
    assert found
    assert found[1] == pytest.approx(13 / 14)


def test_of_one_label_nothing_is_said() -> None:
    assert agreement(np.ones(3), np.array([1.0, 2.0, 3.0])) is None


def test_rows_of_one_group_stay_together() -> None:
    is_open, apart = halves(["a/1", "b/1", "a/2", "b/2", "c", "d"])
    assert is_open.tolist() == [True, False, True, False, True, False]
    assert apart.tolist() == [False, True, False, True, False, True]


def read(rows: list[tuple[str, str, int]], folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = folder / "requests.jsonl"
    talks = [{"id": name, "language": "en", "turns": [{"speaker": "rep", "text": text}], "label": label} for name, text, label in rows]
    file.write_text("\n".join(json.dumps(talk) for talk in talks), encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["brought", str(file)])
    main()


def test_a_file_is_read_in_halves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    read([("a", KIND, 1), ("b", KIND, 0), ("c", ROUGH, 0), ("d", ROUGH, 1)], tmp_path, monkeypatch)
    warm = next(line for line in capsys.readouterr().out.splitlines() if "warm, last" in line)
    assert warm.split() == ["requests", "warm,", "last", "4", "0.00", "0.50", "2", "1.00", "1.00", "2", "-1.00", "0.00"]
