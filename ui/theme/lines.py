"""Lines over time: a score with its band, a habit with its control limits. One colour, thin lines, no frame, as in `charts`."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import altair as alt

HEIGHT = 150


@dataclass(frozen=True, slots=True)
class Point:
    """`at`: in the zone of whoever looks. `value`, `low`, `high`: on the same scale; `says`: the band in words."""

    at: datetime
    value: float
    low: float
    high: float
    says: str


@dataclass(frozen=True, slots=True)
class Labels:
    """What the tooltip calls the day, the value and the band."""

    day: str
    value: str
    band: str


def banded_line(points: "Sequence[Point]", labels: Labels, most: float, number: str, day: str) -> "alt.LayerChart":
    """From 0 to `most`. Days are equally far apart, so that a busy week is as readable as a quiet one. `number`: d3's format of values, `day`: of
    days. The line stops nowhere: whoever looks sees every point."""
    import altair as alt

    rows = [
        {"place": place, "at": one.at.replace(tzinfo=None).isoformat(), "value": one.value, "low": one.low, "high": one.high, "says": one.says}
        for place, one in enumerate(points)
    ]
    last = max(1, len(rows) - 1)
    x = alt.X("place:Q", title=None, scale=alt.Scale(domain=(0, last), nice=False, padding=6), axis=alt.Axis(labels=False, ticks=False, grid=False))
    y = alt.Y("value:Q", title=None, scale=alt.Scale(domain=(0, most)), axis=alt.Axis(tickCount=3, format=number, domain=False, ticks=False))
    tooltip = [
        alt.Tooltip("at:T", title=labels.day, format=day),
        alt.Tooltip("value:Q", title=labels.value, format=number),
        alt.Tooltip("says:N", title=labels.band),
    ]
    base = alt.Chart(alt.InlineData(values=rows), height=HEIGHT).encode(x=x)
    band = base.mark_area(opacity=0.16).encode(y=alt.Y("low:Q", title=None), y2="high:Q")
    line = base.mark_line(strokeWidth=2).encode(y=y)
    dots = base.mark_circle(size=42, opacity=1).encode(y=y, tooltip=tooltip)
    chart: alt.LayerChart = alt.layer(band, line, dots).configure_view(strokeOpacity=0).properties(background="transparent")
    return chart
