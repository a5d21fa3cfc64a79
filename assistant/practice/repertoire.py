"""Reads `knowledge/good_reps`: the lines of a good rep, checked against the scenario they belong to."""

from functools import cache
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

from assistant.data_file import read_yaml
from assistant.domain.good_rep import AnyLines, DealLines, Repertoire
from assistant.domain.scenario import Scenario
from assistant.domain.words import Language
from assistant.errors import InputError

SHARED = "any"
T = TypeVar("T")


def repertoire(folder: Path, scenario: Scenario, language: Language) -> Repertoire | None:
    """None where nobody has written a good rep for this scenario as it stands: one's own version may hold other facts than the bundled one.
    Raises InputError for a file that is not as it should be."""
    path = folder / f"{scenario.id}.yaml"
    if not path.exists() or unwritten(_deals(path)[language], scenario):
        return None
    return Repertoire(language, _deals(path)[language], _shared(folder / f"{SHARED}.yaml")[language])


def unwritten(lines: DealLines, scenario: Scenario) -> tuple[str, ...]:
    """What the scenario has and the lines have nothing to say to."""
    wanted = {
        "heard": {fact.id for fact in scenario.facts} ^ set(lines.heard),
        "objections": {one.id for one in scenario.objections} ^ set(lines.objections),
        "curious": {one.id for one in scenario.buyer.curiosities} ^ set(lines.curious),
        "ask": {topic.id for topic in scenario.topics} ^ set(lines.ask),
        "ties": set(lines.ties) - {fact.id for fact in scenario.facts},
    }
    return tuple(sorted(f"{slot}.{name}" for slot, names in wanted.items() for name in names))


@cache
def _deals(path: Path) -> dict[Language, DealLines]:
    return _read(path, TypeAdapter(dict[Language, DealLines]))


@cache
def _shared(path: Path) -> dict[Language, AnyLines]:
    return _read(path, TypeAdapter(dict[Language, AnyLines]))


def _read(path: Path, form: TypeAdapter[dict[Language, T]]) -> dict[Language, T]:
    try:
        return form.validate_python(read_yaml(path))
    except (ValidationError, yaml.YAMLError, OSError) as error:
        line = f"{path}: {error}"
        raise InputError(ko=line, en=line) from error
