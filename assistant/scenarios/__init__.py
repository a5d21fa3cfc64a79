"""Scenario files: `knowledge/scenarios/*.yaml` read into `assistant.domain.scenario.Scenario`, checked whole, and written again."""

from assistant.scenarios.check import problems
from assistant.scenarios.files import Library, checked, file_of, read_scenario, told, tree_of, typed, values_of
from assistant.scenarios.yaml_text import version_of

__all__ = ["Library", "checked", "file_of", "problems", "read_scenario", "told", "tree_of", "typed", "values_of", "version_of"]
