"""A rubric that somebody has accepted in place of the one Maju comes with: numbered, never changed, and left by accepting another."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class RubricVersion:
    """`tree`: the whole rubric as its file would hold it, None = the bundled one again. `base`: version of the bundled rubric it was made from;
    with another one it is out of use. `note`: which dimensions of which language moved, in the program's own words."""

    number: int
    base: str
    tree: Mapping[str, Any] | None
    by: str
    at: datetime
    note: str
