"""What reps can say: the phrase banks beside this file, read once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from pydantic import TypeAdapter

from assistant.domain.words import Language

HERE = Path(__file__).parent
Lines = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Handling:
    """Ways to deal with one objection: name it, ask behind it, answer it, tie the answer to what the buyer said."""

    hear: Lines
    probe: Lines
    answer: Lines
    because: Lines


@dataclass(frozen=True, slots=True)
class Bank:
    """One scenario's lines in one language."""

    ask: Mapping[str, Lines]
    closed: Mapping[str, Lines]
    heard: Mapping[str, Lines]
    objections: Mapping[str, Handling]
    curious: Mapping[str, Lines]
    pitch: Lines
    promise: Lines
    step: Lines
    script: Lines


@dataclass(frozen=True, slots=True)
class Phrases:
    """A scenario's bank, the lines of every deal, and how the buyer is addressed."""

    bank: Bank
    common: Mapping[str, Lines]
    name: str


@cache
def phrases(scenario: str, language: Language) -> Phrases:
    bank = TypeAdapter(Bank).validate_python(_read(scenario)[language])
    common = _read("common")
    lines = TypeAdapter(dict[str, Lines]).validate_python(common[language])
    return Phrases(bank, lines, common["names"][scenario][language])


@cache
def _read(name: str) -> dict[str, dict[str, dict[str, str]]]:
    data: dict[str, dict[str, dict[str, str]]] = yaml.safe_load((HERE / f"{name}.yaml").read_text(encoding="utf-8"))
    return data
