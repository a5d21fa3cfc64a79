"""Figures with their intervals: agreement against the line of good enough, a difference over time. Thin lines, one colour, as in `charts`."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import altair as alt

ROW, AROUND = 44, 130
"""Pixels of a row, and of the legend and the axis: a chart's height holds them all."""
HEIGHT = 130


@dataclass(frozen=True, slots=True)
class Interval:
    """`name`: of the row; `kind`: of the mark, told apart by its shape."""

    name: str
    kind: str
    value: float
    low: float
    high: float


def agreements(found: "Sequence[Interval]", kinds: "Sequence[str]", enough: float, title: str) -> "alt.LayerChart":
    """From none to whole agreement, row by row, with the line from which on it is good enough. `kinds`: the first is filled."""
    import altair as alt

    rows = [{"name": one.name, "kind": one.kind, "value": one.value, "low": max(-0.2, one.low), "high": one.high} for one in found]
    names = list(dict.fromkeys(one.name for one in found))
    x = alt.X("value:Q", title=title, scale=alt.Scale(domain=(-0.2, 1)), axis=alt.Axis(tickCount=6, domain=False))
    y = alt.Y("name:N", title=None, sort=names, axis=alt.Axis(ticks=False, domain=False, labelLimit=160))
    aside = alt.YOffset("kind:N", sort=list(kinds))
    shape = alt.Shape("kind:N", title=None, sort=list(kinds), scale=alt.Scale(domain=list(kinds), range=["circle", "diamond"]))
    tooltip = [alt.Tooltip("kind:N", title=" "), *(alt.Tooltip(f"{one}:Q", format=".2f") for one in ("value", "low", "high"))]
    base = alt.Chart(alt.InlineData(values=rows)).encode(y=y, yOffset=aside)
    bars = base.mark_rule(strokeWidth=2, opacity=0.55).encode(x=alt.X("low:Q", title=title), x2="high:Q")
    marks = base.mark_point(size=70, filled=True, opacity=1).encode(x=x, shape=shape.legend(orient="top", columns=1), tooltip=tooltip)
    line = alt.Chart(alt.InlineData(values=[{"enough": enough}])).mark_rule(strokeDash=[4, 4]).encode(x="enough:Q")
    both = alt.layer(bars, marks, line).properties(height=ROW * len(names) + AROUND, background="transparent")
    chart: alt.LayerChart = both.configure_view(strokeOpacity=0)
    return chart


@dataclass(frozen=True, slots=True)
class When:
    """`at`: the stretch of time in words."""

    at: str
    value: float
    low: float
    high: float


def over_time(found: "Sequence[When]", title: str) -> "alt.LayerChart":
    """A difference around nought, stretch by stretch, with its interval."""
    import altair as alt

    rows = [{"at": one.at, "value": one.value, "low": one.low, "high": one.high} for one in found]
    most = max(15.0, *(abs(edge) for one in found for edge in (one.low, one.high)))
    x = alt.X("at:N", title=None, sort=[one.at for one in found], axis=alt.Axis(labelAngle=0, ticks=False, domain=False))
    y = alt.Y("value:Q", title=title, scale=alt.Scale(domain=(-most, most)), axis=alt.Axis(tickCount=5, domain=False))
    base = alt.Chart(alt.InlineData(values=rows), height=HEIGHT).encode(x=x)
    bars = base.mark_rule(strokeWidth=2, opacity=0.55).encode(y=alt.Y("low:Q", title=title), y2="high:Q")
    marks = base.mark_circle(size=60, opacity=1).encode(y=y, tooltip=[alt.Tooltip(f"{one}:Q", format=".1f") for one in ("value", "low", "high")])
    none = alt.Chart(alt.InlineData(values=[{"none": 0}])).mark_rule(strokeDash=[4, 4]).encode(y="none:Q")
    chart: alt.LayerChart = alt.layer(none, bars, marks).configure_view(strokeOpacity=0).properties(background="transparent")
    return chart
