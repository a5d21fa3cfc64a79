"""A trainer's review of a role-play: scored blind first, then beside the machine, with comments, a follow-up and an end. Pure: each step makes the
next review or says why it cannot."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal, TypeVar, get_args

from assistant.domain.items import ITEMS, VALUES
from assistant.domain.words import DIMENSIONS, Dimension
from assistant.errors import InputError

Key = TypeVar("Key")
Value = TypeVar("Value")
Closed = Literal["done", "sent_back"]
Reason = Literal["begun", "submitted", "due", "odd", "sampled", "read"]
REASONS: tuple[Reason, ...] = get_args(Reason)
"""Why a role-play lies on the desk, what presses most first. `read`: nothing asks for it, somebody reads it all the same."""
Odd = Literal["wide_band", "judge_disagrees", "far_from_trainers", "too_good", "pasted"]
STEP = 5
"""Points between two scores of a trainer's: nobody sees it more finely."""
MOST_TEXT = 1000
LEAST_REASON = 5


@dataclass(frozen=True, slots=True)
class Comment:
    """Pinned to a turn, and to the words `quote` of it where there are some."""

    id: str
    turn: int
    by: str
    text: str
    at: datetime
    quote: str = ""


@dataclass(frozen=True, slots=True)
class Override:
    """The trainer's score in place of the machine's, which stays beside it."""

    value: int
    reason: str


@dataclass(frozen=True, slots=True)
class Submission:
    """A rep asks the trainers of their teams to look at it, with a question of their own or without."""

    at: datetime
    question: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """One trainer's of one role-play. `scores`: 0-100; `items`: 0-2, None = no occasion. Both are fixed once `blind_at` says when they were kept.
    `boxes`: what stands unsent in the boxes of the page. `answer`: the rep's, `answered_at`: when they have taken note, with or without one."""

    role_play: str
    by: str
    began_at: datetime
    reason: Reason = "read"
    scores: Mapping[Dimension, int] = field(default_factory=dict)
    items: Mapping[str, int | None] = field(default_factory=dict)
    blind_at: datetime | None = None
    overrides: Mapping[Dimension, Override] = field(default_factory=dict)
    boxes: Mapping[str, str] = field(default_factory=dict)
    follow_up: str = ""
    closed: Closed | None = None
    closed_at: datetime | None = None
    answer: str = ""
    answered_at: datetime | None = None


Change = Callable[[Review], Review]


@dataclass(frozen=True, slots=True)
class ReviewsOf:
    """All that is left on one role-play, in the order it was written."""

    role_play: str
    submission: Submission | None = None
    reviews: tuple[Review, ...] = ()
    comments: tuple[Comment, ...] = ()

    def by(self, person: str) -> Review | None:
        return next((one for one in self.reviews if one.by == person), None)

    @property
    def blind(self) -> tuple[Review, ...]:
        """Those whose scores were kept blind."""
        return tuple(one for one in self.reviews if one.blind_at is not None)

    @property
    def closed(self) -> tuple[Review, ...]:
        return tuple(one for one in self.reviews if one.closed is not None)

    def told(self) -> "ReviewsOf":
        """What everybody who reads the talk may see: of reviews that are closed."""
        done = {one.by for one in self.closed}
        return replace(self, reviews=self.closed, comments=tuple(one for one in self.comments if one.by in done))

    def of(self, person: str) -> "ReviewsOf":
        """What one trainer has left; nothing of the others'."""
        mine = self.by(person)
        return replace(self, reviews=(mine,) if mine else (), comments=tuple(one for one in self.comments if one.by == person))

    def news(self) -> tuple[Review, ...]:
        """Closed reviews that the rep has not taken note of."""
        return tuple(one for one in self.closed if one.answered_at is None)


def scored(review: Review, dimension: Dimension, points: int | None) -> Review:
    """With this score, 0-100; None takes it away. Raises InputError."""
    _require_blind(review)
    if points is not None and not 0 <= points <= 100:
        raise InputError(ko="0에서 100 사이로 적어 주세요.", en="Write a number from 0 to 100.")
    return replace(review, scores=_with(review.scores, dimension, points))


def answered(review: Review, item: str, value: int | None) -> Review:
    """With this answer to an item; None = no occasion for it. Raises InputError."""
    _require_blind(review)
    if item not in ITEMS or (value is not None and value not in VALUES):
        raise InputError(ko="그런 항목이나 값이 없어요. 화면을 새로고침해 주세요.", en="There is no such item or value. Reload the page.")
    return replace(review, items={**review.items, item: value})


def cleared(review: Review, item: str) -> Review:
    """Without an answer to this item. Raises InputError."""
    _require_blind(review)
    return replace(review, items={one: value for one, value in review.items.items() if one != item})


def kept_blind(review: Review, at: datetime) -> Review:
    """From now on the scores are fixed and the machine's may be seen. Once; raises InputError while a score is missing."""
    if review.blind_at is not None:
        return review
    if len(review.scores) < len(DIMENSIONS):
        raise InputError(ko="네 가지 점수를 모두 적은 뒤에 저장할 수 있어요.", en="Score all four first, then they can be kept.")
    return replace(review, blind_at=at)


def overridden(review: Review, dimension: Dimension, value: int, reason: str) -> Review:
    """With the trainer's score in place of the machine's. Raises InputError."""
    _require_seen(review)
    reason = reason.strip()
    if not 0 <= value <= 100:
        raise InputError(ko="0에서 100 사이로 적어 주세요.", en="Write a number from 0 to 100.")
    if not LEAST_REASON <= len(reason) <= MOST_TEXT:
        raise InputError(
            ko="왜 점수를 바꾸는지 담당자가 알 수 있게 한 문장으로 적어 주세요.", en="Say in a sentence why, so that the rep can follow it."
        )
    return replace(review, overrides={**review.overrides, dimension: Override(value, reason)})


def not_overridden(review: Review, dimension: Dimension) -> Review:
    """With the machine's score again. Raises InputError."""
    _require_seen(review)
    return replace(review, overrides={one: kept for one, kept in review.overrides.items() if one != dimension})


def closed(review: Review, how: Closed, follow_up: str, at: datetime) -> Review:
    """The rep sees it from now on. Raises InputError."""
    _require_seen(review)
    follow_up = follow_up.strip()
    if len(follow_up) > MOST_TEXT:
        raise InputError(ko=f"{MOST_TEXT:,}자 안으로 적어 주세요.", en=f"Write at most {MOST_TEXT:,} characters.")
    if how == "sent_back" and not follow_up:
        raise InputError(ko="돌려보낼 때는 무엇을 다시 해 볼지 적어 주세요.", en="Say what to do again when you send it back.")
    boxes = {name: text for name, text in review.boxes.items() if name != "follow_up"}
    return replace(review, closed=how, closed_at=at, follow_up=follow_up, boxes=boxes, answer="", answered_at=None)


def taken_note(review: Review, answer: str, at: datetime) -> Review:
    """The rep has read it. Raises InputError before it is closed."""
    answer = answer.strip()
    if review.closed is None:
        raise InputError(ko="아직 끝나지 않은 리뷰예요.", en="This review is not finished yet.")
    if len(answer) > MOST_TEXT:
        raise InputError(ko=f"{MOST_TEXT:,}자 안으로 적어 주세요.", en=f"Write at most {MOST_TEXT:,} characters.")
    return replace(review, answer=answer, answered_at=at)


def boxed(review: Review, name: str, text: str) -> Review:
    """With what stands in a box now; an empty text takes it away."""
    return replace(review, boxes=_with(review.boxes, name, text[: 2 * MOST_TEXT] or None))


def _with(known: Mapping[Key, Value], key: Key, value: Value | None) -> dict[Key, Value]:
    rest = {one: kept for one, kept in known.items() if one != key}
    return rest if value is None else {**rest, key: value}


def _require_blind(review: Review) -> None:
    if review.blind_at is not None:
        raise InputError(
            ko="이미 저장한 점수는 바꿀 수 없어요. 고칠 점수는 아래에서 이유와 함께 적어 주세요.",
            en="Scores that were kept cannot be changed. Override below, with a reason.",
        )


def _require_seen(review: Review) -> None:
    if review.blind_at is None:
        raise InputError(ko="먼저 내 점수를 저장해 주세요.", en="Keep your own scores first.")
