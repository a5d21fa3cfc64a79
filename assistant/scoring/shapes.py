"""How a measure's value becomes credit: a floor, a saturating curve or a band. Shapes are data in the rubric; here is what they mean."""

import math
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Floor(_Strict):
    """No credit up to `none`, all of it from `full` on, and nothing more above: a thing one must not miss."""

    kind: Literal["floor"]
    none: float
    full: float

    @model_validator(mode="after")
    def _ordered(self) -> "Floor":
        if self.none >= self.full:
            raise ValueError("expected none < full")
        return self

    def credit(self, value: float) -> float:
        return min(1.0, max(0.0, (value - self.none) / (self.full - self.none)))


class Saturating(_Strict):
    """Half credit at `half`, more and more slowly towards all of it: the first ones count most."""

    kind: Literal["saturating"]
    half: Annotated[float, Field(gt=0)]

    def credit(self, value: float) -> float:
        return 1.0 - math.pow(2.0, -max(0.0, value) / self.half)


class Band(_Strict):
    """All credit from `low` to `high`, falling to nothing at `least` and `most`: too little and too much both cost."""

    kind: Literal["band"]
    least: float
    low: float
    high: float
    most: float

    @model_validator(mode="after")
    def _ordered(self) -> "Band":
        if not self.least <= self.low <= self.high <= self.most:
            raise ValueError("expected least <= low <= high <= most")
        return self

    def credit(self, value: float) -> float:
        if self.low <= value <= self.high:
            return 1.0
        if value < self.low:
            return max(0.0, (value - self.least) / (self.low - self.least)) if self.low > self.least else 0.0
        return max(0.0, (self.most - value) / (self.most - self.high)) if self.most > self.high else 0.0


STRETCH = 1.15
"""How much a shape is stretched by one step."""


def stretched(shape: "Shape", steps: int) -> "Shape":
    """The same shape, so many steps stricter (below 0: kinder): a floor's or a curve's full credit lies further away, a band is narrower."""
    if steps == 0:
        return shape
    further = STRETCH**steps
    if isinstance(shape, Floor):
        return Floor(kind="floor", none=shape.none, full=shape.none + (shape.full - shape.none) * further)
    if isinstance(shape, Saturating):
        return Saturating(kind="saturating", half=shape.half * further)
    high = shape.low + (shape.high - shape.low) / further
    return Band(
        kind="band", least=shape.low - (shape.low - shape.least) / further, low=shape.low, high=high, most=high + (shape.most - shape.high) / further
    )


Shape = Annotated[Floor | Saturating | Band, Field(discriminator="kind")]
