"""The YAML files of `knowledge/` as plain values: the one place that says how they are read."""

from pathlib import Path
from typing import Any

import yaml

SAFE_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml where PyYAML has it, as in every wheel: ten times as fast, and all of these files stand between a start and the first reply."""


def read_yaml(path: Path) -> Any:
    """Raises OSError, UnicodeDecodeError, yaml.YAMLError."""
    return yaml_in(path.read_text(encoding="utf-8"))


def yaml_in(text: str) -> Any:
    """Raises yaml.YAMLError."""
    return yaml.load(text, Loader=SAFE_LOADER)  # noqa: S506  # both are safe ones
