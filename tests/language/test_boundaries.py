"""English sentences that nobody ended."""

import json
import math
from pathlib import Path

import pytest

from assistant.language import boundaries

TALKS = Path(__file__).parents[1] / "scoring" / "data" / "talks.en.jsonl"


def _texts() -> list[str]:
    """As written, without full stops, and all in lower case."""
    talks = (json.loads(line) for line in TALKS.read_text(encoding="utf-8").splitlines())
    written = [turn["text"] for talk in talks for turn in talk["turns"]][:300]
    return [form for text in written for form in (text, text.replace(".", ""), text.replace(".", "").lower())]


def test_what_is_ruled_out_at_a_glance_is_no_beginning(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = _texts()
    quickly = [boundaries._english(text) for text in texts]
    monkeypatch.setattr(boundaries._Model, "most_of_words", lambda _, said: [math.inf] * len(said.forms))
    boundaries._in_stretch.cache_clear()
    assert quickly == [boundaries._english(text) for text in texts]
    assert sum(map(len, quickly)) > 300
