"""What every field of a scenario is called and what it is for: `knowledge/builder/*.yaml`, one file per language, and what its words refer to."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from assistant.authoring.fields import fields_by_path, likes_of
from assistant.data_file import read_yaml
from assistant.domain.draft import Tree
from assistant.domain.tree import APPEND, at, bare
from assistant.domain.words import Language, Text
from assistant.language.anybody import intents

INTENTS = "intents"
SIDES = {"ko": Text("한국어", "Korean"), "en": Text("영어", "English")}
_FOLDER = Path(__file__).parents[2] / "knowledge" / "builder"


@dataclass(frozen=True, slots=True)
class Explanation:
    """`choices`: value -> what it is called, of a field with choices."""

    name: str
    help: str = ""
    choices: Mapping[str, str] = field(default_factory=dict)


@cache
def explanations(language: Language) -> Mapping[str, Explanation]:
    """By field path without places in lists. `as`: a field that means the same, whose words are taken where there are none of its own."""
    read = read_yaml(_FOLDER / f"{language}.yaml")
    whole = {path: {**read.get(one.get("as", path), {}), **one} for path, one in read.items()}
    return {
        path: Explanation(one["name"], one.get("help", ""), {str(key): name for key, name in one.get("choices", {}).items()})
        for path, one in whole.items()
    }


def explained(path: str, language: Language) -> Explanation:
    """Its own explanation, else that of the same field elsewhere; a field nobody has explained yet goes by its own name."""
    known = explanations(language)
    return next((known[one] for one in likes_of(path) if one in known), None) or Explanation(path.rsplit(".", 1)[-1].replace("_", " "))


@cache
def _form() -> Mapping[str, Any]:
    read: Mapping[str, Any] = read_yaml(_FOLDER / "form.yaml")
    return read


def refers_to(path: str) -> tuple[str, ...]:
    """The lists whose ids a field of words holds (their paths, or `intents` for the common questions); none for words of any kind."""
    known = _form()["refers"]
    found = next((known[one] for one in likes_of(path) if one in known), ())
    return (found,) if isinstance(found, str) else tuple(found)


def is_short(path: str) -> bool:
    """Whether a text is a word or a title."""
    return path.rsplit(".", 1)[-1] in _form()["short"]


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


def names_for(tree: Tree, path: str, language: Language) -> dict[str, str]:
    """id -> title of everything that a field of ids at this place may name: of the scenario's list, and of one nearer by."""
    lists, steps = refers_to(bare(path)), path.split(".")
    if lists == (INTENTS,):
        return {name: name.replace("_", " ") for name in sorted(intents())}
    found: dict[str, str] = {}
    for depth in range(len(steps)):
        for listed in lists:
            found |= names_in(tree, ".".join((*steps[:depth], listed)), language)
    return found


def place(tree: Tree, path: str, language: Language) -> str:
    """A concrete path as people say it: 'Facts › 3. Sixty-four thousand calls › How they say it › Korean'."""
    said: list[str] = []
    fields, node = "", ""
    listing = False
    for step in path.split("."):
        node = f"{node}.{step}".lstrip(".")
        if listing and step != APPEND:
            listing = False
            said.append(_member(tree, node, step, language))
        elif step in SIDES and said:
            said.append(SIDES[step].in_(language))
        elif step != APPEND:
            fields = f"{fields}.{step}".lstrip(".")
            field = fields_by_path().get(fields)
            listing = field is not None and field.kind == "items"
            said.append(explained(fields, language).name)
    return " › ".join(said)


def _member(tree: Tree, node: str, step: str, language: Language) -> str:
    """A member of a list by its number and title, by its id where the list was matched by ids."""
    if not step.isdigit():
        return step
    return f"{int(step) + 1}. {title_of(at(tree, node), language)}".rstrip(". ")
