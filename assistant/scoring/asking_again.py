"""When a model that brought nothing to a scorecard is asked again, and when no more. Pure."""

from datetime import datetime, timedelta

LASTING = frozenset({"auth", "not_found", "rejected", "html", "refused", "content_filter"})
"""Why a model brought nothing that asking again does not change."""
ANSWERED = frozenset({"malformed", "invented_quotes", "missed_controls"})
"""It answered, which is paid for, and what it said could not be used."""
AGAIN, AT_LAST_EVERY = timedelta(minutes=1), timedelta(minutes=15)
"""It is asked again after a minute, then after twice as long each time, up to a quarter of an hour."""
MOST_ANSWERED, MOST_TRIES = 3, 700
"""A model that answers of no use is asked again so often; one that does not answer at all for about a week."""


def pause(tries: int) -> timedelta:
    """How long it waits after it was asked for again so often."""
    return min(AGAIN * (1 << min(tries, 10)), AT_LAST_EVERY)


def again_at(fault: str | None, tries: int, at: datetime) -> datetime | None:
    """When a model is asked again for what this fault cost; None: never, or there is nothing to ask for. `tries`: how often it was already."""
    if fault is None or fault in LASTING or tries >= (MOST_ANSWERED if fault in ANSWERED else MOST_TRIES):
        return None
    return at + pause(tries)
