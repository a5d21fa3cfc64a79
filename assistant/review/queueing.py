"""What lies on a trainer's desk and why: what was submitted, what is odd, what chance has drawn for calibration. Pure."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from assistant.domain.people import Actor
from assistant.domain.policy import may, of_talk
from assistant.domain.review import REASONS, Odd, Reason, Review, ReviewsOf
from assistant.domain.roleplay import RolePlay

SAMPLED = 0.15
"""Share of what was shared that chance draws, so that the reviews do not show only what somebody wanted to have seen."""
SCORED_BY = 2
"""Trainers who score blind what chance has drawn: so that they can be compared with each other."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A role-play on the desk of one trainer. `reasons`: what presses most first, never empty. `odd` is shown to nobody who has not scored it."""

    role_play: RolePlay
    reasons: tuple[Reason, ...]
    left: ReviewsOf
    mine: Review | None
    odd: tuple[Odd, ...] = ()


def drawn(role_play_id: str, seed: str = "calibration") -> bool:
    """Whether chance has drawn it: the same answer for the same seed, whoever asks and whenever."""
    dice = int.from_bytes(hashlib.sha256(f"{seed}:{role_play_id}".encode()).digest()[:8], "big") / 2**64
    return dice < SAMPLED


def waiting(role_play: RolePlay, left: ReviewsOf, odd: tuple[Odd, ...], actor: str) -> Waiting | None:
    """Its place on this trainer's desk; None where nothing asks for them: it was closed, by them or, where one reading is enough, by anybody."""
    mine = left.by(actor)
    if mine is not None and mine.closed is not None:
        return None
    done, asked = bool(left.closed), left.submission is not None
    wanted: Mapping[Reason, bool] = {
        "begun": mine is not None,
        "submitted": asked and not done,
        "due": role_play.assignment is not None and role_play.mode == "assessment" and not done,
        "odd": bool(odd) and not left.blind,
        "sampled": drawn(role_play.id) and len(left.blind) < SCORED_BY,
    }
    reasons = tuple(one for one in REASONS if wanted.get(one))
    return Waiting(role_play, reasons, left, mine, odd) if reasons else None


def scores_first(actor: Actor, role_play: RolePlay, left: ReviewsOf) -> bool:
    """Whether this reader is one of its trainers, who must not see what the machine made of it before they have scored it themselves."""
    if role_play.rep == actor.id or not may(actor, "review", of_talk(role_play)):
        return False
    mine = left.by(actor.id)
    return mine is None or mine.blind_at is None


def order(one: Waiting) -> tuple[int, datetime, str]:
    """What one has begun, then what reps wait for, the longest waiting first."""
    since = one.left.submission.at if one.left.submission else one.role_play.began_at
    return REASONS.index(one.reasons[0]), since, one.role_play.id
