"""What a role-play is held under when it counts: an assessment one takes of oneself, or what a manager has set."""

from dataclasses import dataclass
from datetime import datetime

from assistant.domain.roleplay import Mode

MINUTES = 15
ATTEMPTS = 2


@dataclass(frozen=True, slots=True)
class Terms:
    """`attempts`: at one scenario, or of one assignment; of one's own assessments only those begun `since` then count, None = all.
    `share_with`: the teams that can read it once it has ended."""

    time_limit_s: int | None = MINUTES * 60
    attempts: int | None = ATTEMPTS
    since: datetime | None = None
    mode: Mode = "assessment"
    assignment: str | None = None
    share_with: frozenset[str] = frozenset()
