"""A hint of the coach beside the room: it asks what one might look at now, and never says what to say."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

from assistant.domain.buyer import Area
from assistant.domain.roleplay import Cited

HintKind = Literal[
    "opening", "harm", "unanswered", "acknowledge", "objection", "signal", "telling", "closed", "too_early", "proposal",
    "discount", "agreed", "time", "next_step", "area", "deeper", "word", "aim",
]  # fmt: skip
HINT_KINDS: tuple[HintKind, ...] = get_args(HintKind)


@dataclass(frozen=True, slots=True)
class Hint:
    """One hint, as it was given. `turn`: the last turn then. `about`: the area of the discovery map it names, None for none."""

    turn: int
    kind: HintKind
    at: datetime
    about: Area | None = None
    cited: Cited | None = None
    """The playbook passage beside it."""
    passage: str = ""
    """That passage's own words."""
