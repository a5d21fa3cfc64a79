"""What any buyer says on a later call: in their speech level, with a place for the rep's own words where these are held up."""

from pathlib import Path

import pytest

from assistant.errors import InputError
from assistant.language.speech_level import speech_levels
from assistant.practice.later_wordings import SLOTS, read_later
from assistant.settings import HOME

FILE = HOME / "knowledge" / "voice" / "later.yaml"
QUOTING = {"asks_promise", "recalls_step", "promise_again", "contradicts"}


@pytest.mark.parametrize("slot", SLOTS)
def test_the_reps_words_have_a_place_where_they_are_held_up_and_nowhere_else(slot: str) -> None:
    for lines in read_later(FILE)[slot].values():
        assert all(("{quote}" in line) is (slot in QUOTING) for line in lines)
        assert len(set(lines)) == len(lines)


@pytest.mark.parametrize(("voice", "other"), [("ko-formal", {"plain"}), ("ko-polite", {"plain", "formal"})])
def test_everybody_keeps_to_their_speech_level(voice: str, other: set[str]) -> None:
    said = [line.format(quote="금요일까지 보내 드릴게요") for by_voice in read_later(FILE).values() for line in by_voice[voice]]
    assert [line for line in said if any(one.level in other for one in speech_levels(line))] == []


def test_a_file_that_lacks_a_slot_is_refused_by_name(tmp_path: Path) -> None:
    file = tmp_path / "later.yaml"
    file.write_text("back_open: {ko-formal: [a, b, c], ko-polite: [a, b, c], en: [a, b, c]}\n", encoding="utf-8")
    with pytest.raises(InputError, match="meanwhile"):
        read_later(file)
