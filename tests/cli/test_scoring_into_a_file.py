"""A long scoring run that was stopped goes on where it was, and never mixes two files' scores."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Maju


def written(file: Path, count: int, name: str = "c") -> None:
    turns = [
        {"speaker": "buyer", "text": "전환하는 동안 전화가 끊길까 걱정이에요."},
        {"speaker": "rep", "text": "전화가 끊길까 걱정되시는군요. 언제가 제일 바쁘세요?"},
    ]
    file.write_text("".join(json.dumps({"id": f"{name}{number}", "turns": turns}, ensure_ascii=False) + "\n" for number in range(count)))


def ids(file: Path) -> list[str]:
    return [json.loads(line)["id"] for line in file.read_text().splitlines()]


def test_a_stopped_run_goes_on_after_the_last_whole_line(maju: Maju, tmp_path: Path) -> None:
    talks, scores = tmp_path / "talks.jsonl", tmp_path / "scores.jsonl"
    written(talks, 4)
    assert maju("score", str(talks), "--out", str(scores)).status == 0
    whole = scores.read_bytes()
    lines = whole.splitlines(keepends=True)
    scores.write_bytes(b"".join(lines[:2]) + lines[2][:40])
    assert maju("score", str(talks), "--out", str(scores)).status == 0
    assert scores.read_bytes() == whole
    assert ids(scores) == ["c0", "c1", "c2", "c3"]


def test_a_run_that_is_done_adds_nothing_and_keeps_its_status(maju: Maju, tmp_path: Path) -> None:
    talks, scores = tmp_path / "talks.jsonl", tmp_path / "scores.jsonl"
    written(talks, 1)
    with talks.open("a") as more:
        more.write("{broken\n")
    assert [maju("score", str(talks), "--out", str(scores)).status for _ in range(2)] == [2, 2]
    assert len(scores.read_text().splitlines()) == 2


def test_scores_of_other_conversations_are_left_alone(maju: Maju, tmp_path: Path) -> None:
    talks, others, scores = tmp_path / "talks.jsonl", tmp_path / "others.jsonl", tmp_path / "scores.jsonl"
    written(talks, 2)
    written(others, 3, "x")
    maju("score", str(talks), "--out", str(scores))
    before = scores.read_bytes()
    ran = maju("score", str(others), "--out", str(scores))
    assert (ran.status, len(ran.err.splitlines())) == (2, 1)
    assert "새 파일" in ran.err
    assert scores.read_bytes() == before


@pytest.mark.parametrize("words", ["안녕하세요\n", "half a line", '[{"id": 1}]\n', '{"id": 1, broken\n'])
def test_a_file_of_something_else_is_one_sentence_and_stays(maju: Maju, tmp_path: Path, words: str) -> None:
    talks, letter = tmp_path / "talks.jsonl", tmp_path / "letter.txt"
    written(talks, 1)
    letter.write_text(words)
    ran = maju("score", str(talks), "--out", str(letter))
    assert (ran.status, len(ran.err.splitlines())) == (2, 1)
    assert letter.read_text() == words
