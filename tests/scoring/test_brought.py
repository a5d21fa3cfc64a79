"""Public text that is not in the repository is held against its labels, half of it apart (`python -m tests.benchmarks.brought FILE…`)."""

import json
import sys
from pathlib import Path

import numpy as np
import pytest

from tests.benchmarks.brought import agreement, main

KIND = "Thank you for your patience, I'm sorry it took so long. Would you like to tell me what happened?"
ROUGH = "That is a stupid question. Read the manual first, I already told you twice."


def test_the_upper_quarter_is_held_against_the_lower() -> None:
    labels = np.array([-2.0, -1.0, 0.0, 0.1, 1.0, 2.0, 3.0, 4.0])
    assert np.allclose(agreement(labels, labels), (1.0, 1.0))
    assert np.allclose(agreement(labels, -labels), (-1.0, 0.0))


def test_labels_of_which_most_are_the_same_part_them_from_the_rest() -> None:
    labels = np.array([0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 2.0])
    assert agreement(labels, np.array([5.0, 5.0, 5.0, 5.0, 5.0, 5.0, 9.0, 9.0]))[1] == 1.0


def test_a_file_is_read_in_halves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    said = [(KIND, 1), (KIND, 1), (ROUGH, 0), (ROUGH, 0)] * 2
    rows = [{"id": str(at), "language": "en", "turns": [{"speaker": "rep", "text": text}], "label": label} for at, (text, label) in enumerate(said)]
    file = tmp_path / "requests.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["brought", str(file)])
    main()
    lines = capsys.readouterr().out.splitlines()
    warm = next(line for line in lines if "warm, last" in line)
    assert warm.split()[:2] == ["requests", "8"]
    assert warm.split()[-4:] == ["1.00", "1.00", "1.00", "1.00"]
