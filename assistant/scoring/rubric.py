"""The rubric: every weight, shape and threshold of the scores, as a file that is read and checked as a whole."""

import hashlib
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from assistant.data_file import yaml_in
from assistant.domain.words import DIMENSIONS, Dimension, Language
from assistant.errors import InputError
from assistant.scoring.measures import MEASURES
from assistant.scoring.shapes import Band, Shape

Share = Annotated[float, Field(ge=0, le=1)]
Points = Annotated[float, Field(ge=0, le=100)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Rule(_Strict):
    """How one measure counts: its weight in its dimension and its shape, one for both languages or one for each."""

    weight: Annotated[float, Field(ge=0)]
    shape: Shape | None = None
    ko: Shape | None = None
    en: Shape | None = None

    @model_validator(mode="after")
    def _whole(self) -> "Rule":
        if self.shape is None and (self.ko is None or self.en is None):
            raise ValueError("expected shape, or ko and en")
        return self

    def credit(self, value: float, language: Language) -> float:
        """0-1."""
        return self.shape_in(language).credit(value)

    def exceeded(self, value: float, language: Language) -> bool:
        """True when there was too much of it, not too little."""
        shape = self.shape_in(language)
        return isinstance(shape, Band) and value > shape.high

    def shape_in(self, language: Language) -> Shape:
        shape = (self.ko if language == "ko" else self.en) or self.shape
        assert shape is not None
        return shape


class Gate(_Strict):
    """These dimensions rise above `above` only with every claim standing and at least `answer_first` of the buyer's questions answered first
    (Grandey et al. 2005; Marinova et al. 2018). With an insult they do not rise above `insult`, however short the talk was."""

    dimensions: tuple[Dimension, ...]
    above: Points
    answer_first: Share
    insult: Points


class Repeatability(_Strict):
    """`spread`: standard deviation of true scores between conversations, in points. `reliability`: for each number of rep turns in the table, how
    far two talks that long of one rep agree, 0-1."""

    spread: Annotated[float, Field(gt=0)]
    reliability: tuple[Share, ...]


class Sureness(_Strict):
    """How sure a score is, as `tests/benchmarks/reliability.py` found it on halved conversations. `z`: of the band. `least`: share of a dimension's
    weight that must be measured. `turns`: rep turns of the table's columns."""

    z: Annotated[float, Field(gt=0)]
    least: Share
    turns: tuple[int, ...]
    ko: dict[Dimension, Repeatability]
    en: dict[Dimension, Repeatability]

    @model_validator(mode="after")
    def _whole(self) -> "Sureness":
        if list(self.turns) != sorted({*self.turns}) or min(self.turns, default=0) < 1:
            raise ValueError("expected turns to rise from 1 on")
        for found in (self.ko, self.en):
            if set(found) != set(DIMENSIONS):
                raise ValueError(f"expected a row for each of {', '.join(DIMENSIONS)}")
            for row in found.values():
                if len(row.reliability) != len(self.turns) or list(row.reliability) != sorted(row.reliability):
                    raise ValueError("expected a reliability for each of turns, none lower than the one before")
        return self

    def reliability(self, language: Language, dimension: Dimension, rep_turns: int) -> float:
        """0-1, between the table's columns in proportion; 0 of no turn, and past the last column no more than there."""
        shares = self._row(language, dimension).reliability
        before, known = 0, 0.0
        for turns, share in zip(self.turns, shares, strict=True):
            if rep_turns <= turns:
                return known + (share - known) * (rep_turns - before) / (turns - before)
            before, known = turns, share
        return known

    def half_band(self, language: Language, dimension: Dimension, rep_turns: int) -> float:
        """Points on either side of a score in which the true one lies as often as `z` says: its standard deviation once the talk is known is
        spread x root of (1 - reliability) (Kelley's true-score estimate)."""
        return self.z * self._row(language, dimension).spread * math.sqrt(1 - self.reliability(language, dimension, rep_turns))

    def _row(self, language: Language, dimension: Dimension) -> Repeatability:
        return (self.ko if language == "ko" else self.en)[dimension]


class Levels(_Strict):
    """What was refitted for one language alone, in place of the file's."""

    prior: dict[Dimension, Points] = {}
    judge: dict[Dimension, Share] = {}


class RubricFile(_Strict):
    """The file as it stands. `judge`: lambda, the share a judge has in each dimension. `own`: of a language that was refitted."""

    name: str
    prior: dict[Dimension, Points]
    sureness: Sureness
    gate: Gate
    judge: dict[Dimension, Share]
    measures: dict[str, Rule]
    own: dict[Language, Levels] = {}

    @model_validator(mode="after")
    def _complete(self) -> "RubricFile":
        known = {row.name for row in MEASURES}
        if set(self.measures) != known:
            raise ValueError(
                f"expected a rule for each measure; missing {sorted(known - set(self.measures))}, unknown {sorted(set(self.measures) - known)}"
            )
        for part in (self.prior, self.judge):
            if set(part) != set(DIMENSIONS):
                raise ValueError(f"expected a value for each of {', '.join(DIMENSIONS)}")
        return self

    def prior_in(self, language: Language, dimension: Dimension) -> float:
        """Where a score starts before anything was seen."""
        return self.own.get(language, Levels()).prior.get(dimension, self.prior[dimension])

    def judge_in(self, language: Language, dimension: Dimension) -> float:
        """The share a judge has."""
        return self.own.get(language, Levels()).judge.get(dimension, self.judge[dimension])


@dataclass(frozen=True, slots=True)
class Rubric:
    """A checked rubric; `version` is name@hash of the file."""

    file: RubricFile
    version: str


def read_rubric(path: Path) -> Rubric:
    """Raises InputError naming the field and what was expected."""
    try:
        raw = path.read_bytes()
        file = RubricFile.model_validate(yaml_in(raw.decode("utf-8")))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise InputError(ko=f"{path.name}: 평가표를 읽을 수 없어요.", en=f"{path.name}: the rubric cannot be read.") from error
    except ValidationError as error:
        lines = "\n".join(f"{path.name}: {'.'.join(map(str, one['loc'])) or '(file)'}: {one['msg']}" for one in error.errors())
        raise InputError(ko=lines, en=lines) from error
    return Rubric(file, f"{file.name}@{hashlib.sha256(raw).hexdigest()[:8]}")
