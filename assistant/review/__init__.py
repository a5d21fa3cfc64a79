"""A trainer reads scored transcripts, comments on turns and marks them reviewed."""

from assistant.review.desk import Desk

__all__ = ["Desk"]
