"""Which rubric scores now, and which one made an older scorecard: the bundled file, or a version that somebody accepted in its place."""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from assistant.domain.rubric_version import RubricVersion
from assistant.ports import RubricVersions
from assistant.scoring.rubric import Rubric, RubricFile, read_rubric


class Rubrics:
    """`bundled`: the file Maju comes with."""

    def __init__(self, bundled: Path, versions: RubricVersions) -> None:
        self._file = bundled
        self._versions = versions
        self._bundled: Rubric | None = None
        self._read: dict[int, Rubric] = {}

    def bundled(self) -> Rubric:
        if self._bundled is None:
            self._bundled = read_rubric(self._file)
        return self._bundled

    def now(self) -> Rubric:
        """What scores from now on."""
        kept = self._versions.all()
        return self._rubric(kept[-1]) if kept else self.bundled()

    def of(self, version: str) -> Rubric | None:
        """The rubric of this version, as a scorecard names it; None when it is not known any more."""
        if version == self.bundled().version:
            return self.bundled()
        return next((found for one in self._versions.all() if one.tree and (found := self._rubric(one)).version == version), None)

    def _rubric(self, kept: RubricVersion) -> Rubric:
        """One that was made from another bundled rubric is out of use: its steps meant other shapes."""
        if kept.tree is None or kept.base != self.bundled().version:
            return self.bundled()
        if kept.number not in self._read:
            self._read[kept.number] = rubric_of(kept.tree)
        return self._read[kept.number]


def rubric_of(tree: Mapping[str, Any]) -> Rubric:
    """A rubric from its tree; the same tree has the same version."""
    file = RubricFile.model_validate(tree)
    return Rubric(file, f"{file.name}@{hashlib.sha256(json.dumps(tree_of(file), sort_keys=True).encode()).hexdigest()[:8]}")


def tree_of(file: RubricFile) -> dict[str, Any]:
    return file.model_dump(mode="json", exclude_none=True)
