"""Korean sentence endings that may be habits, from `knowledge/habits/endings.yaml`: what stands at the end of a piece, whatever verb it ends."""

import re
from functools import cache

from assistant.data_file import read_yaml
from assistant.domain.words import Language
from assistant.habits.background import FOLDER
from assistant.habits.spoken import END


@cache
def endings(language: Language) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """(as shown and as the background counts it, pattern over plain words)."""
    held = read_yaml(FOLDER / "endings.yaml")
    return tuple((f"-{shown}", re.compile(rf"\S*{body} \{END}")) for shown, body in held.get(language, {}).items())
