"""Trainers' reviews in SQL: comments in the order they were written, and who was done when."""

from datetime import datetime

from sqlalchemy import insert, select, update

from assistant.domain.review import Comment, Review
from assistant.store.database import Database
from assistant.store.lookup import locked, no_role_play
from assistant.store.tables import comments, reviews, role_plays


class SqlReviews:
    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, role_play_id: str) -> Review:
        """Empty when nobody has written yet. Raises NotFound when there is no such role-play."""
        written = select(comments).where(comments.c.role_play == role_play_id).order_by(comments.c.number)
        done = select(reviews).where(reviews.c.role_play == role_play_id)
        with self._database.reading() as connection:
            if connection.execute(select(role_plays.c.id).where(role_plays.c.id == role_play_id)).scalar() is None:
                raise no_role_play(role_play_id)
            said = tuple(Comment(row.id, row.turn_index, row.by, row.text, row.at) for row in connection.execute(written))
            row = connection.execute(done).one_or_none()
        return Review(role_play_id, said, row.reviewed_by if row else None, row.reviewed_at if row else None)

    def add_comment(self, role_play_id: str, comment: Comment) -> None:
        """A comment with an id that is already there is the same comment: nothing is written."""
        values = {"id": comment.id, "turn_index": comment.turn, "by": comment.by, "text": comment.text, "at": comment.at}
        with self._database.writing_beside() as connection:
            locked(connection, role_play_id)
            if connection.execute(select(comments.c.id).where(comments.c.id == comment.id)).scalar() is None:
                connection.execute(insert(comments).values(role_play=role_play_id, **values))

    def mark_reviewed(self, role_play_id: str, by: str, at: datetime) -> None:
        """The last mark counts."""
        with self._database.writing_beside() as connection:
            locked(connection, role_play_id)
            done = {"reviewed_by": by, "reviewed_at": at}
            changed = connection.execute(update(reviews).where(reviews.c.role_play == role_play_id).values(done))
            if changed.rowcount == 0:
                connection.execute(insert(reviews).values(role_play=role_play_id, **done))
