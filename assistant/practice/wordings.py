"""The buyer's general wordings, by reaction and manner: `knowledge/voice/*.yaml`, one file per language and speech level.

The scenario's own lines come first; these are what any buyer of that manner would say.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import get_args

from assistant.data_file import read_yaml
from assistant.domain.buyer import Manner
from assistant.domain.scenario import Scenario
from assistant.domain.words import Language
from assistant.errors import InputError

REACTIONS = (
    "acknowledged", "empathy", "reflection", "justified", "reference", "specific", "answered", "asked", "heard", "greeted", "small_talk", "disclosed",
    "pitched", "pitched_again", "formula", "monologue", "fired_questions", "one_word", "off_topic", "evaded", "not_answered", "discount_early",
    "overpromised", "repeated",
    "pressure", "contempt", "break_game", "hurry", "told_before", "ask_date", "farewell",
)  # fmt: skip
MOVES = (
    "deflect", "unforeseen", "bored", "stall", "curious_heading", "contradicted", "compared", "agreed", "lead", "tail", "how_are_you",
    "by_the_way", "speaking_of", "but", "back_to", "first_this", "ask_lead", "recall", "besides",
    "asked_why", "asked_feel", "asked_cost", "asked_then", "asked_since", "in_a_word",
    "no_figure", "no_person", "no_time", "no_which", "no_reason", "no_more", "no_answer", "neither", "which_part", "rest_later", "silent",
    "back_first", "rather_this", "why_not", "ask_me_this",
    "about_us", "summed_up", "figure_changed", "figure_mended", "figure_recalled",
    "show_me", "send_it", "papers_later", "look_round", "meet_them", "call_me", "ask_away", "check_and_tell", "nothing_to_ask", "say_again",
    "never_mind", "thanked", "forgiven", "congratulated", "complimented", "not_pressed", "no_selling", "honest", "guessed", "hearsay",
    "their_view", "their_views", "why_they", "what_like", "here_now", "softened", "long_ago", "time_up", "not_yet", "noted", "go_ahead", "treated",
    "no_since", "no_place", "where_now", "no_meaning", "what_about", "nodded", "laughed", "sighed", "bare_number", "unfinished", "bad_news",
    "own_life", "own_name", "of_theirs", "no_how", "no_whether", "no_writing", "no_span", "late",
    "it_varies", "if_you", "either", "no_age", "back_when", "weighs_it",
)  # fmt: skip
FEWEST = 8
"""Wordings under 'any' of each slot; a slot with fewer would soon repeat itself."""


@dataclass(frozen=True, slots=True)
class Wordings:
    """slot -> manner or 'any' -> lines."""

    slots: Mapping[str, Mapping[str, tuple[str, ...]]]

    def of(self, slot: str, manner: Manner) -> tuple[str, ...]:
        """The manner's own lines, then everybody's."""
        by_manner = self.slots[slot]
        return (*by_manner.get(manner, ()), *by_manner["any"])


def wordings_for(folder: Path, scenario: Scenario, language: Language) -> Wordings:
    """The file for this buyer's language and speech level. Raises InputError naming the file and the slot that is not as it should be."""
    name = f"ko-{scenario.buyer.speech_level}" if language == "ko" else "en"
    return read_wordings(folder / f"{name}.yaml")


@cache
def read_wordings(path: Path) -> Wordings:
    """Read once: reading takes 30 ms, and the rep would wait for it every turn."""
    data = read_yaml(path)
    manners = {"any", *get_args(Manner)}
    slots: dict[str, dict[str, tuple[str, ...]]] = {}
    for slot in (*REACTIONS, *MOVES):
        by_manner = data.pop(slot, None) or {}
        if len(by_manner.get("any", ())) < FEWEST or set(by_manner) - manners:
            _refuse(path, slot, f"at least {FEWEST} lines under 'any', and no keys but manners")
        slots[slot] = {manner: tuple(lines) for manner, lines in by_manner.items()}
    if data:
        _refuse(path, ", ".join(data), "only known slots")
    return Wordings(slots)


def _refuse(path: Path, slot: str, expected: str) -> None:
    line = f"{path}: {slot}: expected {expected}"
    raise InputError(ko=line, en=line)
