"""The trainer's desk: what there is to read, and what the trainer leaves on it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from assistant.domain.people import Actor
from assistant.domain.policy import Thing, may, of_talk, reach, seen
from assistant.domain.review import Comment, Review
from assistant.domain.roleplay import RolePlay
from assistant.domain.scorecard import Scorecard
from assistant.errors import InputError, NotAllowed
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
        return tuple(Scored(one, cards[one.id], self._reviews.get(one.id)) for one in self._readable(actor) if one.id in cards)

    def queue(self, actor: Actor) -> tuple[Scored, ...]:
        """Those of them that the actor may review, newest first."""
        return tuple(one for one in self.scored(actor) if may(actor, "review", of_talk(one.role_play)))

    def share(self, actor: Actor, role_play_id: str) -> RolePlay:
        """Lets the rep's teams (their trainers and managers) read it. Raises NotFound, InputError for a rep without a team."""
        role_play = self._shareable(actor, role_play_id)
        if not actor.teams:
            raise InputError(ko="아직 속한 팀이 없어서 보여 줄 사람이 없어요.", en="You are in no team yet, so there is nobody to share it with.")
        return self._role_plays.share(role_play.id, actor.teams, self._now())

    def take_back(self, actor: Actor, role_play_id: str) -> RolePlay:
        """From now on only the rep reads it again. Raises NotFound, InputError once a trainer has reviewed it and for what was assigned."""
        role_play = self._shareable(actor, role_play_id)
        if role_play.share_at_end:
            raise InputError(
                ko="과제로 한 롤플레이라서 팀과 계속 공유돼요.", en="This role-play was an assignment, so it stays shared with the team."
            )
        if self._reviews.get(role_play_id).reviewed_at is not None:
            raise InputError(
                ko="트레이너가 이미 읽고 의견을 남겨서 되돌릴 수 없어요.", en="A trainer has reviewed it already, so it cannot be taken back."
            )
        return self._role_plays.share(role_play.id, (), self._now())

    def _readable(self, actor: Actor) -> tuple[RolePlay, ...]:
        widest = reach(actor, "read_role_play")
        if widest == "all":
            return self._role_plays.all()
        own = self._role_plays.of_rep(actor.id)
        if widest != "team":
            return own
        others = (one for one in self._role_plays.shared_with(actor.teams) if one.rep != actor.id)
        return tuple(sorted((*own, *others), key=lambda one: (one.began_at, one.id), reverse=True))

    def _shareable(self, actor: Actor, role_play_id: str) -> RolePlay:
        role_play = seen(actor, self._role_plays.get(role_play_id))
        if not may(actor, "share_role_play", Thing(role_play.rep)):
            raise NotAllowed()
        return role_play

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
        return seen(actor, self._role_plays.get(role_play_id))

    def _may_write(self, actor: Actor, role_play_id: str) -> RolePlay:
        role_play = self._may_see(actor, role_play_id)
        if not may(actor, "review", of_talk(role_play)):
            raise NotAllowed()
        return role_play
