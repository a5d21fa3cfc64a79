"""The line over the turns: the accent from the theme file, thin lines, no frame, no colour that means something alone."""

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import altair as alt

TURN_HEIGHT = 74
_ROOM = 0.78
"""Of a line's floor: what a score of 100 takes up, so that no line touches the next floor."""


@dataclass(frozen=True, slots=True)
class TurnPoint:
    """A turn's score (0-100) in one dimension, by the dimension's name on screen; turns count from 1."""

    name: str
    turn: int
    score: float


def turn_lines(points: "Sequence[TurnPoint]", names: "Sequence[str]", turn: str, most: int) -> "alt.LayerChart":
    """One small line per dimension over the rep's turns, each on a floor of its own: one view, so that it follows the width of a phone too.

    `names`: the dimensions, top down. `turn`: what the turns are called; they count from 1 to `most`.
    """
    import altair as alt

    floors = {name: len(names) - 1 - place for place, name in enumerate(names)}
    rows = [{"name": one.name, "turn": one.turn, "score": one.score, "y": floors[one.name] + one.score / 100 * _ROOM} for one in points]
    label = " : ".join(f"datum.value == {floor} ? {json.dumps(name)}" for name, floor in floors.items()) + " : ''"
    x = alt.X("turn:Q", title=turn, scale=alt.Scale(domain=(1, most)), axis=alt.Axis(tickMinStep=1, format="d", grid=False, tickCount=min(most, 10)))
    axis = alt.Axis(values=list(floors.values()), labelExpr=label, labelFontWeight="bold", labelBaseline="bottom", ticks=False, domain=False)
    y = alt.Y("y:Q", title=None, scale=alt.Scale(domain=(0, len(names) - 1 + _ROOM)), axis=axis)
    tooltip = [alt.Tooltip("name:N", title=" "), alt.Tooltip("turn:Q", title=turn), alt.Tooltip("score:Q", format=".0f", title=" ")]
    base = alt.Chart(alt.InlineData(values=rows), height=TURN_HEIGHT * len(names)).encode(x=x, y=y, detail="name:N", tooltip=tooltip)
    chart: alt.LayerChart = alt.layer(base.mark_line(strokeWidth=2), base.mark_circle(size=42, opacity=1)).configure_view(strokeOpacity=0)
    return chart


@dataclass(frozen=True, slots=True)
class FeltPoint:
    """How much trust and patience (0-1) the buyer had after a turn; turn 0 is before anything was said."""

    turn: int
    trust: float
    patience: float


@dataclass(frozen=True, slots=True)
class FeltMark:
    """Something that happened at a turn, drawn on the line of trust: told apart by shape, not by colour."""

    turn: int
    trust: float
    name: str
    shape: str


FELT_HEIGHT = 300
"""Pixels, the legends above and below included."""


def felt_lines(points: "Sequence[FeltPoint]", marks: "Sequence[FeltMark]", names: "tuple[str, str]", turn: str) -> "alt.LayerChart":
    """Trust as a full line with its marks, patience as a broken one below it. `names`: of the two lines."""
    import altair as alt

    trust, patience = names
    rows = [{"turn": one.turn, "name": name, "value": value} for one in points for name, value in ((trust, one.trust), (patience, one.patience))]
    most = max(one.turn for one in points)
    x = alt.X("turn:Q", title=turn, scale=alt.Scale(domain=(0, most)), axis=alt.Axis(tickMinStep=1, format="d", grid=False, tickCount=min(most, 10)))
    y = alt.Y("value:Q", title=None, scale=alt.Scale(domain=(0, 1)), axis=alt.Axis(labels=False, ticks=False, domain=False, tickCount=3))
    dash = alt.StrokeDash("name:N", title=None, sort=[trust, patience], scale=alt.Scale(domain=[trust, patience], range=[[1, 0], [5, 4]]))
    fade = alt.Opacity("name:N", legend=None, scale=alt.Scale(domain=[trust, patience], range=[1, 0.55]))
    legend = dash.legend(orient="top", symbolType="stroke", symbolSize=300)
    lines = alt.Chart(alt.InlineData(values=rows)).mark_line(strokeWidth=2).encode(x=x, y=y, strokeDash=legend, opacity=fade)
    happened = [{"turn": one.turn, "value": one.trust, "what": one.name, "shape": one.shape} for one in marks]
    kinds = list(dict.fromkeys((one.name, one.shape) for one in marks))
    shape = alt.Shape(
        "what:N",
        title=None,
        scale=alt.Scale(domain=[name for name, _ in kinds], range=[drawn for _, drawn in kinds]),
        legend=alt.Legend(orient="bottom", columns=2, symbolStrokeWidth=1.5),
    )
    tooltip = [alt.Tooltip("what:N", title=" "), alt.Tooltip("turn:Q", title=turn)]
    points_on = (
        alt.Chart(alt.InlineData(values=happened))
        .mark_point(size=80, filled=True, opacity=1)
        .encode(x="turn:Q", y="value:Q", shape=shape, tooltip=tooltip)
    )
    chart: alt.LayerChart = alt.layer(lines, points_on, height=FELT_HEIGHT).configure_view(strokeOpacity=0)
    return chart
