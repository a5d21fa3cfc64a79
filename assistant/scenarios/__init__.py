"""Scenario files: `knowledge/scenarios/*.yaml` read into `assistant.domain.scenario.Scenario`, and checked whole."""

from assistant.scenarios.check import problems
from assistant.scenarios.files import Library, read_scenario

__all__ = ["Library", "problems", "read_scenario"]
