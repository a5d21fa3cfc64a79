"""What every rep asks every buyer ('what budget do you have in mind?'), by the kind of fact that answers it:
`knowledge/language/fact_questions.yaml`. Pure, once read."""

from functools import cache
from pathlib import Path
from typing import Any

from assistant.data_file import read_yaml
from assistant.domain.words import Language
from assistant.language.anybody import stands_in

_FILE = Path(__file__).parents[2] / "knowledge" / "language" / "fact_questions.yaml"


@cache
def _kinds() -> Any:
    return read_yaml(_FILE)


def questions_for(kind: str, language: Language) -> tuple[str, ...]:
    """Examples of whole questions that ask for a fact of this kind; none for kinds that nobody asks for by name."""
    return tuple(_kinds().get(kind, {}).get("questions", {}).get(language, ()))


def fact_kind_asked(question: str, language: Language) -> str | None:
    """The kind of fact that a common question asks for; None for any other question."""
    return next((kind for kind, ways in _kinds().items() if any(stands_in(way, question, language) for way in ways.get(language, ()))), None)
