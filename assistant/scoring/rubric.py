"""The rubric: every weight, shape and threshold of the scores, as a file that is read and checked as a whole."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

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
        return self._shape(language).credit(value)

    def exceeded(self, value: float, language: Language) -> bool:
        """True when there was too much of it, not too little."""
        shape = self._shape(language)
        return isinstance(shape, Band) and value > shape.high

    def _shape(self, language: Language) -> Shape:
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


class Sureness(_Strict):
    """How sure a score is. `half_at`: rep turns at which it is half the conversation's and half the prior. `spread`: standard deviation of
    scores between
    conversations, in points. `z`: of the band. `offline`: the band's factor without a judge. `least`: share of a dimension's weight that
    must be measured."""

    half_at: Annotated[float, Field(gt=0)]
    spread: Annotated[float, Field(gt=0)]
    z: Annotated[float, Field(gt=0)]
    offline: Annotated[float, Field(ge=1)]
    least: Share

    def reliability(self, rep_turns: int) -> float:
        """n / (n + half_at), 0-1 (design: measurement 8)."""
        return rep_turns / (rep_turns + self.half_at)


class RubricFile(_Strict):
    """The file as it stands. `judge`: lambda, the share a judge has in each dimension."""

    name: str
    prior: dict[Dimension, Points]
    sureness: Sureness
    gate: Gate
    judge: dict[Dimension, Share]
    measures: dict[str, Rule]

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


@dataclass(frozen=True, slots=True)
class Rubric:
    """A checked rubric; `version` is name@hash of the file."""

    file: RubricFile
    version: str


def read_rubric(path: Path) -> Rubric:
    """Raises InputError naming the field and what was expected."""
    try:
        raw = path.read_bytes()
        file = RubricFile.model_validate(yaml.safe_load(raw.decode("utf-8")))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise InputError(ko=f"{path.name}: 평가표를 읽을 수 없어요.", en=f"{path.name}: the rubric cannot be read.") from error
    except ValidationError as error:
        lines = "\n".join(f"{path.name}: {'.'.join(map(str, one['loc'])) or '(file)'}: {one['msg']}" for one in error.errors())
        raise InputError(ko=lines, en=lines) from error
    return Rubric(file, f"{file.name}@{hashlib.sha256(raw).hexdigest()[:8]}")
