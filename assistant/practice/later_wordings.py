"""What any buyer says on a later call: `knowledge/voice/later.yaml`. Apart from the other wordings because each is said once a call, so
a few are enough, and all voices stand in one file.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from assistant.data_file import read_yaml
from assistant.domain.scenario import Scenario
from assistant.domain.words import Language
from assistant.errors import InputError

SLOTS = (
    "back_committed", "back_open", "back_walked_away", "asks_promise", "recalls_step", "promise_again", "promise_kept", "told_last_time",
    "contradicts", "meanwhile",
)  # fmt: skip
"""`asks_promise`, `recalls_step`, `promise_again` and `contradicts` have a place for {quote}, the rep's own words."""
VOICES = ("ko-formal", "ko-polite", "en")
FEWEST = 3

Pools = Mapping[str, tuple[str, ...]]


def later_wordings(folder: Path, scenario: Scenario, language: Language) -> Pools:
    """By slot, for this buyer's language and speech level. Raises InputError naming what is not as it should be."""
    voice = f"ko-{scenario.buyer.speech_level}" if language == "ko" else "en"
    return {slot: by_voice[voice] for slot, by_voice in read_later(folder / "later.yaml").items()}


@cache
def read_later(path: Path) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    data = read_yaml(path)
    if set(data) != set(SLOTS):
        _refuse(path, ", ".join(sorted(set(data) ^ set(SLOTS))), "every known slot and no other")
    for slot, by_voice in data.items():
        if set(by_voice) != set(VOICES) or any(len(lines) < FEWEST for lines in by_voice.values()):
            _refuse(path, slot, f"at least {FEWEST} lines in each of {', '.join(VOICES)}")
    return {slot: {voice: tuple(lines) for voice, lines in by_voice.items()} for slot, by_voice in data.items()}


def _refuse(path: Path, slot: str, expected: str) -> None:
    line = f"{path}: {slot}: expected {expected}"
    raise InputError(ko=line, en=line)
