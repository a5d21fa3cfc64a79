"""Where Maju is killed: before or after a method of an adapter, or after a statement inside a transaction that is not yet committed.

The product knows nothing of this: the process under test wraps its own classes before it opens anything.
"""

import os
import signal
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Literal

from sqlalchemy import event
from sqlalchemy.engine import Engine as SqlEngine

Work = Literal["turn", "upload", "removal", "rebuild", "talks", "scorecard", "judging", "comment", "review", "reflection"]


@dataclass(frozen=True, slots=True)
class Point:
    """`at`: `module:Class.method`, or the beginning of a statement for `inside`. `nth`: which time it is reached, 0 = never killed there."""

    name: str
    work: Work
    when: Literal["before", "after", "inside"]
    at: str
    nth: int = 1


_ROLE_PLAYS = "assistant.store.role_plays:SqlRolePlays"
_PLAYBOOKS = "assistant.store.playbooks:SqlPlaybooks"
_VECTORS = "assistant.index.vector_store:VectorStore"
_REVIEWS = "assistant.store.reviews:SqlReviews"
_DESK = "assistant.review.desk:Desk"
_TALKS = "assistant.store.conversations:SqlConversations"
POINTS: tuple[Point, ...] = (
    Point("turn: before the rep's words are kept", "turn", "before", f"{_ROLE_PLAYS}.add_rep_turn"),
    Point("turn: the rep's words written, not committed", "turn", "inside", "INSERT INTO turns"),
    Point("turn: the rep's words kept, nothing answered", "turn", "after", f"{_ROLE_PLAYS}.add_rep_turn"),
    Point("turn: half of the reply shown", "turn", "after", "assistant.practice.reply:Reply.say"),
    Point("turn: the reply whole, not kept", "turn", "before", f"{_ROLE_PLAYS}.add_buyer_turn"),
    Point("turn: the reply written, not committed", "turn", "inside", "INSERT INTO turns", 2),
    Point("turn: the reply kept, nobody told", "turn", "after", f"{_ROLE_PLAYS}.add_buyer_turn"),
    Point("upload: before the file is kept", "upload", "before", f"{_PLAYBOOKS}.receive"),
    Point("upload: the file written, not committed", "upload", "inside", "INSERT INTO playbook_files"),
    Point("upload: the file written, not in the record yet", "upload", "after", f"{_PLAYBOOKS}.receive"),
    Point("upload: the file kept, not read", "upload", "after", "assistant.playbooks.shelf:Shelf.take"),
    Point("upload: being read", "upload", "after", f"{_PLAYBOOKS}.set_state"),
    Point("upload: passages written, not committed", "upload", "inside", "INSERT INTO passages"),
    Point("upload: read, nobody told", "upload", "after", f"{_PLAYBOOKS}.finish"),
    Point("indexing: approved, not in the record yet", "upload", "after", f"{_PLAYBOOKS}.approve"),
    Point("indexing: before the vectors", "upload", "before", f"{_VECTORS}.put"),
    Point("indexing: the vectors in, nobody told", "upload", "after", f"{_VECTORS}.put"),
    Point("removal: gone from the store, not from the index", "removal", "before", f"{_VECTORS}.remove"),
    Point("removal: gone from both, nobody told", "removal", "after", f"{_VECTORS}.remove"),
    Point("rebuilding: the index emptied", "rebuild", "after", f"{_VECTORS}.clear"),
    Point("talks: a file half in", "talks", "after", f"{_TALKS}.add"),
    Point("talks: one claimed, not scored", "talks", "before", "assistant.scoring.real_talks:RealTalks._score_one", 3),
    Point("talks: one scored, not kept", "talks", "before", f"{_TALKS}.scored", 3),
    Point("talks: one scored and kept", "talks", "after", f"{_TALKS}.scored", 3),
    Point("scorecard: written, not committed", "scorecard", "inside", "INSERT INTO scorecards"),
    Point("scorecard: kept, nobody told", "scorecard", "after", "assistant.store.scorecards:SqlScorecards.add"),
    Point("judging: claimed, the model being asked", "judging", "before", "tests.resilience.model:Back.fill"),
    Point("judging: the model's part written, not committed", "judging", "inside", "INSERT INTO scorecards", 2),
    Point("judging: the model's part kept, nobody told", "judging", "after", "assistant.store.scorecards:SqlScorecards.add", 2),
    Point("reflection: an answer written, not committed", "reflection", "inside", "UPDATE reflections", 2),
    Point("reflection: an answer kept, nobody told", "reflection", "after", "assistant.store.reflections:SqlReflections.answer"),
    Point("comment: written, not committed", "comment", "inside", "INSERT INTO comments"),
    Point("comment: written, not in the record yet", "comment", "after", f"{_REVIEWS}.add_comment"),
    Point("comment: kept, nobody told", "comment", "after", f"{_DESK}.comment"),
    Point("review: a score written, not committed", "review", "inside", "UPDATE reviews", 2),
    Point("review: all scored, not kept", "review", "before", f"{_REVIEWS}.change", 5),
    Point("review: scored blind, not in the record yet", "review", "after", f"{_REVIEWS}.change", 5),
    Point("review: kept blind, nobody told", "review", "after", f"{_DESK}.keep_blind"),
    Point("review: an override written, not committed", "review", "inside", "UPDATE reviews", 5),
    Point("review: closed, not in the record yet", "review", "after", f"{_REVIEWS}.change", 7),
    Point("review: closed, nobody told", "review", "after", f"{_DESK}.close"),
)


def armed(point: Point) -> None:
    """From now on this process ends by SIGKILL when it comes to the point."""
    if not point.nth:
        return
    reached = 0

    def here() -> None:
        nonlocal reached
        reached += 1
        if reached == point.nth:
            os.kill(os.getpid(), signal.SIGKILL)

    if point.when == "inside":

        @event.listens_for(SqlEngine, "after_cursor_execute")
        def executed(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
            if statement.startswith(point.at):
                here()

        return
    module, _, name = point.at.partition(":")
    owner, _, method = name.partition(".")
    found = getattr(import_module(module), owner)
    setattr(found, method, _wrapped(getattr(found, method), here, point.when))


def _wrapped(method: Callable[..., Any], here: Callable[[], None], when: str) -> Callable[..., Any]:
    def around(*args: Any, **kwargs: Any) -> Any:
        if when == "before":
            here()
        result = method(*args, **kwargs)
        if when == "after":
            here()
        return result

    return around
