"""How regularly somebody practises, week by week. Pure. No points, no ranks: that one comes back is what helps."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime, timedelta, tzinfo

from assistant.domain.progress import Rhythm, Week

WEEKS = 12


def rhythm(moments: Iterable[datetime], now: datetime, zone: tzinfo | None) -> Rhythm:
    """`moments`: when role-plays were begun; weeks are those of `zone`."""
    held = Counter(_monday(one, zone) for one in moments)
    this = _monday(now, zone)
    weeks = tuple(Week(monday, held[monday]) for monday in (this - timedelta(weeks=back) for back in range(WEEKS - 1, -1, -1)))
    last = this if held[this] else this - timedelta(weeks=1)
    in_a_row = 0
    while held[last - timedelta(weeks=in_a_row)]:
        in_a_row += 1
    return Rhythm(weeks, in_a_row)


def _monday(at: datetime, zone: tzinfo | None) -> date:
    day = at.astimezone(zone).date()
    return day - timedelta(days=day.weekday())
