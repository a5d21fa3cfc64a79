"""The trainer's desk: what there is to read, and what the trainer leaves on it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from assistant.domain.people import Actor, may_read, may_review
from assistant.domain.review import Comment, Review
from assistant.domain.roleplay import RolePlay
from assistant.domain.scorecard import Scorecard
from assistant.errors import InputError, NotFound
from assistant.ports import Reviews, RolePlays, Scorecards

MOST_COMMENT_CHARS = 2000


@dataclass(frozen=True, slots=True)
class Scored:
    """A finished role-play with its newest scorecard and the trainer's reading."""

    role_play: RolePlay
    scorecard: Scorecard
    review: Review


class Desk:
    """What trainers may read and write; reps read what was left on their own."""

    def __init__(self, role_plays: RolePlays, scorecards: Scorecards, reviews: Reviews, now: Callable[[], datetime]) -> None:
        self._role_plays = role_plays
        self._scorecards = scorecards
        self._reviews = reviews
        self._now = now

    def scored(self, actor: Actor) -> tuple[Scored, ...]:
        """Every scored role-play the actor may see, newest first, without turn records."""
        cards = self._scorecards.all_latest()
        seen = self._role_plays.all() if may_review(actor) else self._role_plays.of_rep(actor.id)
        return tuple(Scored(one, cards[one.id], self._reviews.get(one.id)) for one in seen if one.id in cards)

    def review(self, actor: Actor, role_play_id: str) -> Review:
        """Raises NotFound when there is no such role-play or the actor may not see it."""
        self._may_see(actor, role_play_id)
        return self._reviews.get(role_play_id)

    def comment(self, actor: Actor, role_play_id: str, turn: int, text: str) -> None:
        """Keeps a comment on a turn. Raises InputError for an empty or overlong text and a turn that is not there."""
        role_play = self._may_write(actor, role_play_id)
        text = text.strip()
        if not text or len(text) > MOST_COMMENT_CHARS:
            raise InputError(
                ko=f"코멘트는 1자 이상 {MOST_COMMENT_CHARS:,}자 이하로 적어 주세요.",
                en=f"Write a comment of 1 to {MOST_COMMENT_CHARS:,} characters.",
            )
        if turn not in {one.index for one in role_play.turns}:
            raise InputError(
                ko="그 발화가 이 롤플레이에 없어요. 화면을 새로고침해 주세요.", en="That turn is not in this role-play. Reload the page."
            )
        self._reviews.add_comment(role_play_id, Comment(uuid4().hex, turn, actor.id, text, self._now()))

    def mark_reviewed(self, actor: Actor, role_play_id: str) -> None:
        self._may_write(actor, role_play_id)
        self._reviews.mark_reviewed(role_play_id, actor.id, self._now())

    def _may_see(self, actor: Actor, role_play_id: str) -> RolePlay:
        role_play = self._role_plays.get(role_play_id)
        if not may_read(actor, role_play.rep):
            raise NotFound(ko="그런 롤플레이가 없어요.", en="There is no such role-play.")
        return role_play

    def _may_write(self, actor: Actor, role_play_id: str) -> RolePlay:
        role_play = self._may_see(actor, role_play_id)
        if not may_review(actor):
            raise InputError(ko="트레이너만 리뷰를 남길 수 있어요.", en="Only a trainer can leave a review.")
        return role_play
