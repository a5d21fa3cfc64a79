"""Reading and writing scenario files. One typed model, unknown keys are errors, and every error names file, field and what was expected."""

from collections.abc import Iterable, Mapping
from dataclasses import MISSING, fields, is_dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from assistant.domain.draft import Problem, Tree
from assistant.domain.scenario import Scenario
from assistant.domain.words import Text
from assistant.errors import NotFound, ScenarioError
from assistant.scenarios import expected
from assistant.scenarios.check import problems
from assistant.scenarios.yaml_text import NotUsable, text_of, values_in, version_of

_MODEL = TypeAdapter(Scenario)


def read_scenario(path: Path) -> Scenario:
    """The scenario in a file, checked. Raises ScenarioError with one line per problem: file: field: what was expected."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise ScenarioError(
            ko=f"{path}: 파일을 열 수 없어요. 경로를 확인해 주세요.", en=f"{path}: cannot be opened ({error.strerror}). Check the path."
        ) from error
    scenario, found = checked(values_of(str(path), raw))
    if scenario and scenario.id != path.stem:
        text = Text(f"파일 이름과 같아야 해요: {path.stem!r} (지금 값: {scenario.id!r})", f"the file's name, {path.stem!r}, found {scenario.id!r}")
        found.insert(0, Problem("id", text, "form"))
    if scenario is None or found:
        raise told(str(path), found)
    return replace(scenario, version=version_of(raw))


def values_of(name: str, raw: bytes) -> Tree:
    """What a file named `name` holds, before it is checked. Raises ScenarioError when it holds no fields at all."""
    try:
        values = values_in(raw)
    except NotUsable as error:
        line = f":{error.line}" if error.line else ""
        raise ScenarioError(ko=f"{name}{line}: {error.why.ko}", en=f"{name}{line}: expected {error.why.en}.") from error
    if not isinstance(values, Mapping):
        raise ScenarioError(ko=f"{name}: 시나리오의 항목이 하나도 없어요.", en=f"{name}: expected the fields of a scenario.")
    return values


def typed(tree: Tree) -> tuple[Scenario | None, list[Problem]]:
    """The scenario when every field is well typed, else what is not."""
    try:
        return _MODEL.validate_python(tree), []
    except ValidationError as error:
        return None, [
            expected.of_form(".".join(map(str, one["loc"])), one["type"], one["msg"], one.get("ctx") or {}) for one in error.errors(include_url=False)
        ]


def checked(tree: Tree) -> tuple[Scenario | None, list[Problem]]:
    """The scenario when its fields are well typed, and everything that is wrong with it."""
    scenario, wrong = typed(tree)
    return scenario, wrong if scenario is None else problems(scenario)


def told(name: str, found: Iterable[Problem]) -> ScenarioError:
    """One line per problem: file: field: what was expected."""
    found = list(found)
    return ScenarioError(
        ko="\n".join(f"{name}: {one.path}: {one.expected.ko}" for one in found),
        en="\n".join(f"{name}: {one.path}: expected {one.expected.en}" for one in found),
    )


def tree_of(scenario: Scenario) -> dict[str, Any]:
    """The scenario as its file holds it: without its version and without what is as it is by default."""
    return {name: value for name, value in _values(scenario).items() if name != "version"}


def file_of(tree: Tree) -> str:
    """The text of a file that reads back as this tree."""
    return text_of(tree)


def _values(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        kept = {field.name: getattr(value, field.name) for field in fields(value) if _told(field, getattr(value, field.name))}
        return {name: _values(one) for name, one in kept.items()}
    return [_values(one) for one in value] if isinstance(value, tuple) else value


def _told(field: Any, value: Any) -> bool:
    return field.default is MISSING or value != field.default


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
