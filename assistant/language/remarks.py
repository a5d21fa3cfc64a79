"""What a sentence is beside business: a courtesy, an offer, a request, asking back. By meaning, from the examples of
`knowledge/language/remarks.yaml`. Pure, once read."""

from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Literal, get_args

import numpy as np

from assistant.data_file import read_yaml
from assistant.domain.words import Language
from assistant.language.anybody import questions_like
from assistant.language.asking import says
from assistant.language.sense import Senses, sense, senses

Remark = Literal[
    "offers_to_show", "offers_to_send", "asks_for_papers", "asks_to_look_round", "asks_to_meet_others", "asks_for_a_name", "asks_leave_to_ask",
    "will_check", "invites_questions", "did_not_hear", "thanks", "apologises", "congratulates", "praises", "not_in_a_hurry", "not_selling",
    "admits", "says_goodbye", "confides", "feels_with", "sides_with", "chats", "asks_to_note", "asks_for_time", "notes_it", "asks_comfort",
    "offers_treat", "asks_of_here", "brings_bad_news", "is_late",
]  # fmt: skip
REMARKS: tuple[Remark, ...] = get_args(Remark)
INTENTS: dict[Remark, str] = {"asks_to_note": "notes", "asks_for_time": "time"}
"""Those whose examples stand with what anybody may ask."""
LIKE, FAINTLY, IN_FORM = 0.6, 0.5, 0.42
"""How like the nearest example a sentence must be, -1 to 1: so that a little more than what is no remark will do, a clear distance, and
when it is a request by its form."""
MORE, CLEARLY = 0.05, 0.12
"""By how much nearer that example must then be than the nearest of what is no such remark."""
_FILE = Path(__file__).parents[2] / "knowledge" / "language" / "remarks.yaml"


@cache
def _examples(language: Language) -> tuple[tuple[str, ...], Senses]:
    """The kind of every example, `none` among them, and its sense."""
    read: dict[str, dict[Language, list[str]]] = _read()
    every = [(kind, text) for kind, by_language in read.items() for text in by_language[language]]
    every += [(kind, text) for kind, intent in INTENTS.items() for text in questions_like(intent, language)]
    return tuple(kind for kind, _ in every), senses(tuple(text for _, text in every))


@cache
def _read() -> Any:
    read = read_yaml(_FILE)
    assert set(read) == {*REMARKS, "none"} - set(INTENTS)
    return read


@lru_cache(maxsize=4096)
def remark(sentence: str, language: Language) -> tuple[Remark | None, float]:
    """What kind of remark it is, and how like the nearest example of it, -1 to 1; None when it is nothing of the kind."""
    kinds, examples = _examples(language)
    like = examples @ sense(sentence, language)
    best: dict[str, float] = {}
    for kind, one in zip(kinds, map(float, np.atleast_1d(like)), strict=True):
        best[kind] = max(best.get(kind, -1.0), one)
    plain = best.pop("none")
    found, near = max(best.items(), key=lambda one: one[1])
    asks_leave = near >= IN_FORM and says("asks_leave", sentence, language)
    is_one = near >= max(LIKE, plain + MORE) or ((near >= FAINTLY or asks_leave) and near >= plain + CLEARLY)
    return next((one for one in REMARKS if one == found and is_one), None), near


def read_ahead(language: Language) -> None:
    """Reads the examples that every later sentence is held against."""
    _examples(language)
