"""What every field of a scenario is called and what it is for: `knowledge/builder/*.yaml`, one file per language, and what its words refer to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from assistant.domain.draft import Tree
from assistant.domain.tree import at
from assistant.domain.words import Language

_FOLDER = Path(__file__).parents[2] / "knowledge" / "builder"


@dataclass(frozen=True, slots=True)
class Explanation:
    """`choices`: value -> what it is called, of a field with choices."""

    name: str
    help: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)


@cache
def explanations(language: Language) -> Mapping[str, Explanation]:
    """By field path without places in lists."""
    read = yaml.safe_load((_FOLDER / f"{language}.yaml").read_text(encoding="utf-8"))
    return {
        path: Explanation(one["name"], one.get("help", ""), {str(key): name for key, name in one.get("choices", {}).items()})
        for path, one in read.items()
    }


def explained(path: str, language: Language) -> Explanation:
    """A field nobody has explained yet goes by its own name."""
    return explanations(language).get(path) or Explanation(path.rsplit(".", 1)[-1].replace("_", " "))


@cache
def _form() -> Mapping[str, Any]:
    read: Mapping[str, Any] = yaml.safe_load((_FOLDER / "form.yaml").read_text(encoding="utf-8"))
    return read


def refers_to(path: str) -> str | None:
    """The list whose ids a field of words holds (a path, or `intents` for the common questions); None for words of any kind."""
    found: str | None = _form()["refers"].get(path)
    return found


def references() -> Mapping[str, str]:
    """field path -> the list whose ids it holds."""
    found: Mapping[str, str] = _form()["refers"]
    return found


def title_of(item: Any, language: Language) -> str:
    """What a member of a list goes by: its name, its summary, its first line; empty when nothing was written yet."""
    if not isinstance(item, Mapping):
        return ""
    for name in _form()["titles"]:
        said = at(item, f"{name}.{language}") or at(item, f"{name}.{'en' if language == 'ko' else 'ko'}")
        first = said[0] if isinstance(said, list) and said else said
        if isinstance(first, str) and first.strip():
            return first.strip()
    return ""


def names_in(tree: Tree, list_path: str, language: Language) -> dict[str, str]:
    """id -> title of the members of a list, in their order."""
    members = at(tree, list_path)
    return {str(one.get("id", "")): title_of(one, language) for one in members if isinstance(one, Mapping)} if isinstance(members, list) else {}
