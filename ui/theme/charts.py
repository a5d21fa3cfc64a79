"""The one theme of every chart: the accent from the theme file, thin lines, no frame, no colour that means something alone."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import altair as alt

    from assistant.domain.scorecard import Score

BAR_HEIGHT = 22
TURN_HEIGHT = 74


def score_bar(score: "Score") -> "alt.LayerChart":
    """0 to 100: the value as a bar, the band it is sure of as a line with ends over it."""
    import altair as alt

    rows = alt.InlineData(values=[{"value": score.value, "low": score.low, "high": score.high, "least": 0, "most": 100}])
    points = alt.Scale(domain=(0, 100))
    base = alt.Chart(rows, height=BAR_HEIGHT)
    rail = base.mark_bar(opacity=0.12, cornerRadius=4, size=14).encode(x=_points("least:Q", points), x2="most:Q")
    bar = base.mark_bar(cornerRadius=4, size=14, opacity=0.85).encode(x=_points("least:Q", points), x2="value:Q")
    band = base.mark_rule(strokeWidth=2, opacity=0.9, color=_INK).encode(x=_points("low:Q", points), x2="high:Q")
    ends = [base.mark_tick(thickness=2, size=14, opacity=0.9, color=_INK).encode(x=_points(f"{end}:Q", points)) for end in ("low", "high")]
    chart: alt.LayerChart = alt.layer(rail, bar, band, *ends).properties(padding=0).configure_view(strokeOpacity=0)
    return chart


_INK = "#8d8477"
"""A grey that stands out on the bar and on both backgrounds."""


def turn_lines(points: list[dict[str, Any]], dimensions: list[str], turn: str, most: int) -> "alt.FacetChart":
    """One small line per dimension over the rep's turns. `points`: rows of dimension, turn (1 to `most`), score (0-100)."""
    import altair as alt

    rows = alt.InlineData(values=points)
    x = alt.X("turn:Q", title=turn, axis=alt.Axis(tickMinStep=1, format="d", grid=False, tickCount=min(most, 12)), scale=alt.Scale(domain=(1, most)))
    y = alt.Y("score:Q", title=None, scale=alt.Scale(domain=(0, 100)), axis=alt.Axis(values=[0, 50, 100], gridOpacity=0.5))
    base = alt.Chart(rows, height=TURN_HEIGHT).encode(
        x=x, y=y, tooltip=[alt.Tooltip("turn:Q", title=turn), alt.Tooltip("score:Q", format=".0f", title=" ")]
    )
    lines = alt.layer(base.mark_line(strokeWidth=2, interpolate="monotone"), base.mark_circle(size=42, opacity=1))
    head = alt.Header(title=None, labelAngle=0, labelAlign="left", labelAnchor="start", labelFontWeight=600, labelOrient="top")
    rows_of = alt.Row("dimension:N", sort=dimensions, header=head)
    chart: alt.FacetChart = lines.facet(row=rows_of, spacing=6).configure_view(strokeOpacity=0).configure_axis(domainOpacity=0.3, tickOpacity=0.3)
    return chart


def _points(field: str, scale: Any) -> Any:
    import altair as alt

    return alt.X(field, scale=scale, axis=None)
