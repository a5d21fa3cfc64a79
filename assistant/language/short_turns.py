"""What a turn of a word or two does: nods, laughs, sighs, asks back, names a number; and whether a turn breaks off. Pure.

The words for it stand in `knowledge/language/asking.yaml`.
"""

from typing import Literal, get_args

from assistant.domain.words import Language
from assistant.language.asking import says, sought

ShortTurn = Literal["puzzled", "nods", "laughs", "sighs", "bare_number"]


def short_turn(text: str, language: Language) -> ShortTurn | None:
    """What the whole of a turn does, when it is no more than that."""
    return next((kind for kind in get_args(ShortTurn) if says(kind, text.strip(), language)), None)


def breaks_off(text: str, language: Language) -> bool:
    """Whether it ends before anything was said."""
    return says("breaks_off", text.strip(), language)


def is_bare_subject(question: str, language: Language) -> bool:
    """Whether it names its subject and nothing else ('and the parking?')."""
    return says("bare_subject", question.strip(), language) and sought(question, language).kind == "whether"
