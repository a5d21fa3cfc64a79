"""A draft that can be talked to before it is whole: in one language while the other is missing, with fewer facts than it takes to publish. Pure."""

from collections.abc import Mapping, Sequence
from typing import Any

from assistant.domain.draft import Problem, ProblemKind
from assistant.domain.words import LANGUAGES

HINDERS: frozenset[ProblemKind] = frozenset({"form", "empty", "reference", "range"})
"""What a buyer cannot be played with. Too few lines or a secret told too early show when one tries."""


def mirrored(value: Any) -> Any:
    """Where a text or its lines stand in one language only, the other gets the same."""
    if isinstance(value, Mapping):
        if value and set(value) <= set(LANGUAGES):
            said = next((one for one in (value.get(language) for language in LANGUAGES) if one), None)
            return {language: value.get(language) or said for language in LANGUAGES}
        return {key: mirrored(one) for key, one in value.items()}
    return [mirrored(one) for one in value] if isinstance(value, list | tuple) else value


def hindering(found: Sequence[Problem]) -> list[Problem]:
    return [one for one in found if one.kind in HINDERS]
