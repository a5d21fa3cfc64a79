"""The sentences a rep reads on a scorecard, from `knowledge/advice/*.yaml`: reasons, praise, rules and rewrites, written natively in each
language."""

from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from assistant.data_file import read_yaml
from assistant.domain.words import Dimension, Language
from assistant.errors import InputError
from assistant.scoring.measures import MEASURES

Register = Literal["polite", "formal"]
FOLDER = Path(__file__).parents[2] / "knowledge" / "advice"


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Rewrites(_Strict):
    polite: tuple[str, ...] = Field(min_length=1)
    formal: tuple[str, ...] = Field(min_length=1)

    def in_(self, register: Register) -> tuple[str, ...]:
        return self.formal if register == "formal" else self.polite


class MeasureWords(_Strict):
    """`counts`: what was counted and how, for whoever asks why; `over`: instead of `bad` where there was too much of it; `absent`: why it was not
    measured, None = the general sentence."""

    label: str
    counts: str
    good: str
    bad: str
    why: str
    rule: str
    over: str | None = None
    absent: str | None = None
    rewrite: Rewrites | None = None


class ValueWords(_Strict):
    """How values are read: see `card_words`."""

    share: str
    seconds: str
    at_once: str
    unread: str
    four: str
    times: str
    no_times: str
    in_ten: str


class Wordings(_Strict):
    """One language's file. `when`: dates a rewrite may name; `levels`: for values that are no count."""

    none: str
    too_little: str
    few_words: str
    absent: str
    gated: str
    no_rep: str
    middle: str
    dimensions: dict[Dimension, str]
    measures: dict[str, MeasureWords]
    when: tuple[str, ...] = Field(min_length=1)
    levels: dict[Literal["high", "middle", "low"], str]
    values: ValueWords

    @model_validator(mode="after")
    def _complete(self) -> "Wordings":
        known = {row.name for row in MEASURES}
        if set(self.measures) != known:
            raise ValueError(f"expected words for each measure; they differ in {sorted(known ^ set(self.measures))}")
        return self


@cache
def wordings(language: Language) -> Wordings:
    """Raises InputError when the file is not whole."""
    path = FOLDER / f"{language}.yaml"
    try:
        return Wordings.model_validate(read_yaml(path))
    except ValidationError as error:
        lines = "\n".join(f"{path.name}: {'.'.join(map(str, one['loc'])) or '(file)'}: {one['msg']}" for one in error.errors())
        raise InputError(ko=lines, en=lines) from error


def filled(template: str, value: float) -> str:
    """A sentence about a measure with its value in words."""
    numbers = {"percent": f"{round(100 * value)}%", "count": str(round(value)), "seconds": str(max(0, round(value))), "ten": str(round(10 * value))}
    for name, text in numbers.items():
        template = template.replace(f"{{{name}}}", text)
    return template
