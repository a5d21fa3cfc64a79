"""Reading scenario files. One typed model, unknown keys are errors, and every error names file, field and what was expected."""

import hashlib
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from pathlib import Path

import yaml
from pydantic import TypeAdapter, ValidationError

from assistant.domain.scenario import Scenario
from assistant.errors import NotFound, ScenarioError
from assistant.scenarios.check import problems

_MODEL = TypeAdapter(Scenario)
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml where PyYAML has it: eight files in 0.1 s instead of 0.9 s, which the first page waits for."""


def read_scenario(path: Path) -> Scenario:
    """The scenario in a file, checked. Raises ScenarioError with one line per problem: file: field: what was expected."""
    try:
        raw = path.read_bytes()
        data = yaml.load(raw.decode("utf-8"), Loader=_LOADER)  # noqa: S506  # both are safe loaders
    except OSError as error:
        raise ScenarioError(
            ko=f"{path}: 파일을 열 수 없어요. 경로를 확인해 주세요.", en=f"{path}: cannot be opened ({error.strerror}). Check the path."
        ) from error
    except UnicodeDecodeError as error:
        raise ScenarioError(ko=f"{path}: UTF-8로 저장한 파일만 읽을 수 있어요.", en=f"{path}: expected a file saved as UTF-8.") from error
    except yaml.YAMLError as error:
        where = getattr(error, "problem_mark", None)
        line = f":{where.line + 1}" if where else ""
        what = getattr(error, "problem", None) or "not YAML"
        raise ScenarioError(ko=f"{path}{line}: YAML 형식이 아니에요 ({what}).", en=f"{path}{line}: expected YAML ({what}).") from error
    try:
        scenario = _MODEL.validate_python(data)
    except ValidationError as error:
        raise _error(path, [(".".join(map(str, one["loc"])) or "(file)", _expected(one["type"], one["msg"])) for one in error.errors()]) from error
    found = problems(scenario)
    if scenario.id != path.stem:
        found.insert(0, ("id", f"the file's name, {path.stem!r}, found {scenario.id!r}"))
    if found:
        raise _error(path, found)
    return replace(scenario, version=hashlib.sha256(raw).hexdigest()[:12])


def _expected(kind: str, message: str) -> str:
    if kind in {"extra_forbidden", "unexpected_keyword_argument"}:
        return "a known key (this one is not)"
    if kind == "missing":
        return "a value (it is missing)"
    return message[0].lower() + message[1:]


def _error(path: Path, found: Iterable[tuple[str, str]]) -> ScenarioError:
    lines = "\n".join(f"{path}: {field}: expected {expected}" for field, expected in found)
    return ScenarioError(ko=lines, en=lines)


class Library:
    """The scenarios of a folder, read once, by id in the folder's order."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def _by_id(self) -> dict[str, Scenario]:
        return {path.stem: read_scenario(path) for path in sorted(self._folder.glob("*.yaml"))}

    def all(self) -> tuple[Scenario, ...]:
        return tuple(self._by_id.values())

    def get(self, scenario_id: str) -> Scenario:
        try:
            return self._by_id[scenario_id]
        except KeyError:
            known = ", ".join(self._by_id)
            raise NotFound(
                ko=f"'{scenario_id}' 시나리오가 없어요. 있는 것: {known}", en=f"There is no scenario '{scenario_id}'. There are: {known}"
            ) from None
