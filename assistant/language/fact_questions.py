"""What every rep asks every buyer ('what budget do you have in mind?'), by the kind of fact that answers it:
`knowledge/language/fact_questions.yaml`. Pure, once read."""

from functools import cache
from pathlib import Path

import yaml

from assistant.domain.words import Language
from assistant.language.anybody import stands_in

_FILE = Path(__file__).parents[2] / "knowledge" / "language" / "fact_questions.yaml"


@cache
def _ways() -> dict[str, dict[Language, list[str]]]:
    read: dict[str, dict[Language, list[str]]] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return read


def fact_kind_asked(question: str, language: Language) -> str | None:
    """The kind of fact that a common question asks for; None for any other question."""
    return next((kind for kind, ways in _ways().items() if any(stands_in(way, question, language) for way in ways[language])), None)
