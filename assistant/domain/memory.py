"""What a team adds to its playbooks: marks in their words, what was settled between them, what they came up in, passages out of its own talks."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

MarkKind = Literal["must_say", "must_not_say", "required", "number", "superseded"]
MARK_KINDS: tuple[MarkKind, ...] = get_args(MarkKind)
"""'required': wording the law wants just so. 'number': one that may be quoted; where a playbook has such marks, others are not.
'superseded': another document's words hold instead; nobody marks so by hand, it is how a contradiction is settled."""
Settling = Literal["both_hold", "one_holds"]
Use = Literal["buyer", "hint", "score"]


@dataclass(frozen=True, slots=True)
class Mark:
    """Words of a playbook and what they are. They count in every version in which they stand."""

    id: str
    playbook: str
    kind: MarkKind
    words: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Settled:
    """Two places that looked like a contradiction or a doubling, by the key of the pair, and what was said of them."""

    key: str
    how: Settling
    by: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Used:
    """How many role-plays a passage came up in, by use, from the first to the last time."""

    passage: str
    use: Use
    role_plays: int
    first: datetime
    last: datetime


@dataclass(frozen=True, slots=True)
class Addition:
    """A passage that a version holds beside what its file says."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """A passage out of a talk that went well, proposed for a playbook. `accepted` is None while nobody has decided; `version`: that came of it."""

    id: str
    role_play: str
    turn: int
    playbook: str
    passage: Addition
    by: str
    at: datetime
    accepted: bool | None = None
    decided_by: str | None = None
    decided_at: datetime | None = None
    version: str | None = None
