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
