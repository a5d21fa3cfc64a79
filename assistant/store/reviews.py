"""Trainers' reviews in SQL: one a trainer and role-play, comments in the order they were written, and what was submitted."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import fields
from typing import Any

from sqlalchemy import Connection, Row, Select, delete, insert, select, update

from assistant.domain.review import Change, Comment, Review, ReviewsOf, Submission
from assistant.errors import NotFound
from assistant.store.database import Database
from assistant.store.lookup import at_a_time, locked, no_role_play
from assistant.store.tables import comments, reviews, role_plays, submissions

_NAMES = tuple(one.name for one in fields(Review))


class SqlReviews:
    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, role_play_id: str) -> ReviewsOf:
        with self._database.reading() as connection:
            if connection.execute(select(role_plays.c.id).where(role_plays.c.id == role_play_id)).scalar() is None:
                raise no_role_play(role_play_id)
            return _left_on(connection, [role_play_id]).get(role_play_id, ReviewsOf(role_play_id))

    def of_all(self, role_play_ids: Collection[str]) -> dict[str, ReviewsOf]:
        found: dict[str, ReviewsOf] = {}
        with self._database.reading() as connection:
            for some in at_a_time(role_play_ids):
                found |= _left_on(connection, some)
        return found

    def blind(self) -> tuple[Review, ...]:
        query = select(reviews).where(reviews.c.blind_at.is_not(None)).order_by(reviews.c.blind_at, reviews.c.role_play)
        with self._database.reading() as connection:
            return tuple(_review(row) for row in connection.execute(query))

    def change(self, role_play_id: str, by: str, change: Change, begin: Review | None = None) -> Review:
        mine = (reviews.c.role_play == role_play_id) & (reviews.c.by == by)
        with self._database.writing_beside() as connection:
            locked(connection, role_play_id)
            row = connection.execute(select(reviews).where(mine)).one_or_none()
            if row is None and begin is None:
                raise NotFound(ko="아직 시작하지 않은 리뷰예요.", en="There is no such review yet.")
            before = _review(row) if row is not None else begin
            assert before is not None
            after = change(before)
            values = {name: getattr(after, name) for name in _NAMES}
            connection.execute(insert(reviews).values(values) if row is None else update(reviews).where(mine).values(values))
        return after

    def submit(self, role_play_id: str, submission: Submission) -> None:
        with self._database.writing_beside() as connection:
            locked(connection, role_play_id)
            connection.execute(delete(submissions).where(submissions.c.role_play == role_play_id))
            connection.execute(insert(submissions).values(role_play=role_play_id, at=submission.at, question=submission.question))

    def withdraw(self, role_play_id: str) -> None:
        with self._database.writing_beside() as connection:
            locked(connection, role_play_id)
            connection.execute(delete(submissions).where(submissions.c.role_play == role_play_id))

    def add_comment(self, role_play_id: str, comment: Comment) -> None:
        """A comment with an id that is already there is the same comment: nothing is written."""
        values = {"id": comment.id, "turn_index": comment.turn, "by": comment.by, "text": comment.text, "at": comment.at, "quote": comment.quote}
        with self._database.writing_beside() as connection:
            locked(connection, role_play_id)
            if connection.execute(select(comments.c.id).where(comments.c.id == comment.id)).scalar() is None:
                connection.execute(insert(comments).values(role_play=role_play_id, **values))


def _left_on(connection: Connection, ids: Collection[str]) -> dict[str, ReviewsOf]:
    sent = {row.role_play: Submission(row.at, row.question) for row in connection.execute(_on(select(submissions), submissions.c.role_play, ids))}
    read = _by_role_play(connection.execute(_on(select(reviews), reviews.c.role_play, ids).order_by(reviews.c.began_at, reviews.c.by)))
    said = _by_role_play(connection.execute(_on(select(comments), comments.c.role_play, ids).order_by(comments.c.number)))
    return {
        one: ReviewsOf(
            one,
            sent.get(one),
            tuple(_review(row) for row in read.get(one, ())),
            tuple(Comment(row.id, row.turn_index, row.by, row.text, row.at, row.quote) for row in said.get(one, ())),
        )
        for one in {*sent, *read, *said}
    }


def _on(query: Select[Any], column: Any, ids: Collection[str]) -> Select[Any]:
    return query.where(column.in_(list(ids)))


def _by_role_play(rows: Iterable[Row[Any]]) -> dict[str, list[Row[Any]]]:
    found: dict[str, list[Row[Any]]] = defaultdict(list)
    for row in rows:
        found[row.role_play].append(row)
    return found


def _review(row: Row[Any]) -> Review:
    return Review(**{name: row._mapping[name] for name in _NAMES})
