"""The trainer's desk: what lies on it and why, scoring blind, then beside the machine, comments, and the end of a review.

Until a trainer's own scores of a role-play are kept, nothing that the machine or another trainer made of it leaves here.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from uuid import uuid4

from assistant.domain import review as steps
from assistant.domain.people import Actor, Audited
from assistant.domain.policy import may, of_talk, reach, seen
from assistant.domain.review import MOST_TEXT, Change, Closed, Comment, Odd, Reason, Review, ReviewsOf
from assistant.domain.roleplay import RolePlay
from assistant.domain.scorecard import Scorecard
from assistant.domain.words import Dimension
from assistant.errors import InputError, NotAllowed
from assistant.ports import Accounts, Reviews, RolePlays, Scorecards
from assistant.review.oddities import oddities, usual
from assistant.review.pinning import quoted
from assistant.review.queueing import Waiting, order, scores_first, waiting


@dataclass(frozen=True, slots=True)
class Reading:
    """A role-play open before one trainer. `card`, `odd` and the others' part of `left` only once their own scores are kept; `mine`: None while
    they have done nothing. `card` is None too where there is no scorecard."""

    role_play: RolePlay
    reasons: tuple[Reason, ...]
    left: ReviewsOf
    mine: Review | None
    card: Scorecard | None = None
    odd: tuple[Odd, ...] = ()


class Desk:
    def __init__(self, role_plays: RolePlays, scorecards: Scorecards, reviews: Reviews, accounts: Accounts, now: Callable[[], datetime]) -> None:
        self._role_plays = role_plays
        self._scorecards = scorecards
        self._reviews = reviews
        self._accounts = accounts
        self._now = now

    def queue(self, actor: Actor) -> tuple[Waiting, ...]:
        """What waits for this trainer, what presses most first."""
        return tuple(sorted((one for one in self.everything(actor) if one.reasons != ("read",)), key=order))

    def everything(self, actor: Actor) -> tuple[Waiting, ...]:
        """Every scored role-play that the actor may review, newest first; `read` is the reason where nothing asks for it."""
        talks = [one for one in self._readable(actor) if may(actor, "review", of_talk(one)) and one.ended and one.rep_spoke and not one.is_redo]
        ids = [one.id for one in talks]
        cards, left = self._scorecards.latest_of(ids), self._reviews.of_all(ids)
        languages = {one.id: one.language for one in talks}
        trainers = usual((languages[one.role_play], one.scores) for one in self._reviews.blind() if one.role_play in languages)
        found = []
        for talk in talks:
            if talk.id in cards:
                on_it = left.get(talk.id, ReviewsOf(talk.id))
                odd = oddities(talk, cards[talk.id], trainers)
                found.append(waiting(talk, on_it, odd, actor.id) or Waiting(talk, ("read",), on_it, on_it.by(actor.id), odd))
        return tuple(found)

    def open(self, actor: Actor, role_play_id: str) -> Reading:
        """Raises NotFound, NotAllowed."""
        role_play = self._reviewable(actor, role_play_id)
        left = self._reviews.of(role_play_id)
        card = self._scorecards.latest(role_play_id)
        odd = self._odd(role_play, card)
        found = waiting(role_play, left, odd, actor.id)
        reasons: tuple[Reason, ...] = found.reasons if found else ("read",)
        mine = left.by(actor.id)
        if mine is None or mine.blind_at is None:
            return Reading(role_play, reasons, left.of(actor.id), mine)
        return Reading(role_play, reasons, left, mine, card, odd)

    def scores_first(self, actor: Actor, role_play: RolePlay) -> bool:
        """Whether this reader must not see yet what the machine made of it."""
        return scores_first(actor, role_play, self._reviews.of(role_play.id))

    def left_on(self, actor: Actor, role_play_id: str) -> ReviewsOf:
        """What is left on it, as far as this reader may see it. Raises NotFound."""
        role_play = seen(actor, self._role_plays.get(role_play_id))
        left = self._reviews.of(role_play_id)
        return left.of(actor.id) if scores_first(actor, role_play, left) else left.told()

    def score(self, actor: Actor, role_play_id: str, dimension: Dimension, points: int | None) -> Review:
        """Kept at once, as every step below. All raise NotFound, NotAllowed, InputError."""
        return self._change(actor, role_play_id, lambda one: steps.scored(one, dimension, points))

    def answer(self, actor: Actor, role_play_id: str, item: str, value: int | None) -> Review:
        """None: there was no occasion for it."""
        return self._change(actor, role_play_id, lambda one: steps.answered(one, item, value))

    def clear(self, actor: Actor, role_play_id: str, item: str) -> Review:
        return self._change(actor, role_play_id, lambda one: steps.cleared(one, item))

    def box(self, actor: Actor, role_play_id: str, name: str, text: str) -> Review:
        """What stands unsent in a box of the page."""
        return self._change(actor, role_play_id, lambda one: steps.boxed(one, name, text))

    def keep_blind(self, actor: Actor, role_play_id: str) -> Review:
        with self._accounts.together():
            kept = self._change(actor, role_play_id, lambda one: steps.kept_blind(one, self._now()))
            self._note(actor, "review_scored_blind", role_play_id)
        return kept

    def override(self, actor: Actor, role_play_id: str, dimension: Dimension, value: int, reason: str) -> Review:
        with self._accounts.together():
            kept = self._change(actor, role_play_id, lambda one: steps.overridden(one, dimension, value, reason))
            self._note(actor, "score_overridden", role_play_id, f"{dimension} {value}")
        return kept

    def take_override_back(self, actor: Actor, role_play_id: str, dimension: Dimension) -> Review:
        with self._accounts.together():
            kept = self._change(actor, role_play_id, lambda one: steps.not_overridden(one, dimension))
            self._note(actor, "override_taken_back", role_play_id, dimension)
        return kept

    def comment(self, actor: Actor, role_play_id: str, turn: int, text: str, quote: str = "") -> Comment:
        """Pinned to a turn, or to words of it."""
        role_play = self._reviewable(actor, role_play_id)
        text = text.strip()
        if not text or len(text) > MOST_TEXT:
            raise InputError(ko=f"코멘트는 1자 이상 {MOST_TEXT:,}자 이하로 적어 주세요.", en=f"Write a comment of 1 to {MOST_TEXT:,} characters.")
        made = Comment(uuid4().hex, turn, actor.id, text, self._now(), quoted(role_play, turn, quote))
        with self._accounts.together():
            self._change(actor, role_play_id, lambda one: one)
            self._reviews.add_comment(role_play_id, made)
            self._note(actor, "comment_left", role_play_id)
        return made

    def close(self, actor: Actor, role_play_id: str, how: Closed, follow_up: str = "") -> Review:
        """The rep is told."""
        with self._accounts.together():
            kept = self._change(actor, role_play_id, lambda one: steps.closed(one, how, follow_up, self._now()))
            self._note(actor, "review_sent_back" if how == "sent_back" else "review_closed", role_play_id)
        return kept

    def _odd(self, role_play: RolePlay, card: Scorecard | None) -> tuple[Odd, ...]:
        if card is None:
            return ()
        reviews = self._reviews.blind()
        languages = {one.id: one.language for one in self._role_plays.these({each.role_play for each in reviews})}
        return oddities(role_play, card, usual((languages[one.role_play], one.scores) for one in reviews if one.role_play in languages))

    def _readable(self, actor: Actor) -> tuple[RolePlay, ...]:
        widest = reach(actor, "review")
        if widest == "all":
            return self._role_plays.all()
        return () if widest is None else self._role_plays.shared_with(actor.teams)

    def _reviewable(self, actor: Actor, role_play_id: str) -> RolePlay:
        role_play = seen(actor, self._role_plays.get(role_play_id))
        if not may(actor, "review", of_talk(role_play)):
            raise NotAllowed()
        return role_play

    def _change(self, actor: Actor, role_play_id: str, change: Change) -> Review:
        role_play = self._reviewable(actor, role_play_id)
        left = self._reviews.of(role_play_id)
        begin = None
        if left.by(actor.id) is None:
            asked = waiting(role_play, left, self._odd(role_play, self._scorecards.latest(role_play_id)), actor.id)
            begin = Review(role_play_id, actor.id, self._now(), asked.reasons[0] if asked else "read")
        return self._reviews.change(role_play_id, actor.id, change, begin)

    def _note(self, actor: Actor, action: str, thing: str, detail: str = "") -> None:
        self._accounts.audit(Audited(self._now(), actor.id, action, thing, detail, self._role_plays.get(thing).rep))
