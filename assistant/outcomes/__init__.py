"""Deals and figures that a company already counts, taken in from a file and laid beside practice."""

from assistant.outcomes.book import OutcomeBook
from assistant.outcomes.sample import sample

__all__ = ["OutcomeBook", "sample"]
