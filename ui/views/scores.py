"""The four bars, each opening to its quotes, and the turn-by-turn lines."""

from operator import itemgetter

import streamlit as st

from assistant.domain.scorecard import Evidence, Measure, Score, Scorecard
from assistant.domain.words import DIMENSIONS, Dimension
from ui import shown
from ui.markup import quiet
from ui.markup import scorecard as markup
from ui.screen import Screen
from ui.theme import charts
from ui.views.transcript import label_of
from ui.words import common, scorecard

FEWEST_TURNS = 3
"""Rep turns from which on a line says something."""
MOST_QUOTES = 4
"""Quotes of one measure: all of them are marked in the transcript."""


def draw(screen: Screen, card: Scorecard) -> None:
    st.html("".join(_dimension(screen, card, dimension, card.scores[dimension]) for dimension in DIMENSIONS))


def _dimension(screen: Screen, card: Scorecard, dimension: Dimension, score: Score) -> str:
    name, asks = screen.say(common.DIMENSIONS[dimension]), screen.say(common.DIMENSION_ASKS[dimension])
    if score.value is None or score.low is None or score.high is None:
        return markup.dimension((markup.score_head(name, asks, "", screen.say(scorecard.NOT_SCORED)), quiet(score.reason)))
    value, low, high = shown.points(score.value), shown.points(score.low), shown.points(score.high)
    alt = screen.say(scorecard.CHART_ALT, dimension=name, value=value, low=low, high=high)
    return markup.dimension(
        (
            markup.score_head(name, asks, value, screen.say(scorecard.BAND, low=low, high=high)),
            markup.score_bar(score.value, score.low, score.high, alt),
            quiet(score.reason),
            markup.fold(screen.say(scorecard.WHY), _why(screen, card, dimension)),
        )
    )


def _why(screen: Screen, card: Scorecard, dimension: Dimension) -> str:
    """Every measure of the dimension, those with quotes first."""
    words = label_of(screen.language)
    parts = []
    for measure in (one for one in card.measures if one.dimension == dimension):
        found = [one for one in card.evidence if one.measure == measure.name and one.dimension == dimension]
        markup_of = markup.measure(words(measure.name), _value(screen, measure), [_quoted(screen, one) for one in found[:MOST_QUOTES]])
        parts.append((not found, markup_of))
    return "".join(part for _, part in sorted(parts, key=itemgetter(0))) or quiet(screen.say(scorecard.NO_QUOTES))


def _quoted(screen: Screen, one: Evidence) -> markup.Quoted:
    sign = scorecard.HELPED if one.effect == "+" else scorecard.HURT
    return markup.Quoted(one.turn, one.quote, one.effect, screen.say(sign))


def _value(screen: Screen, one: Measure) -> str:
    """The way its unit is read: a share in per cent, seconds, else the number."""
    if one.unit.startswith("share"):
        return f"{one.value:.0%}"
    if one.unit == "seconds":
        return screen.say(scorecard.SECONDS, value=f"{one.value:.0f}")
    return f"{one.value:.2g}"


def turns(screen: Screen, card: Scorecard) -> None:
    """A line per dimension over the rep's turns; a turn with nothing to measure leaves a gap."""
    if len(card.turns) < FEWEST_TURNS:
        st.html(quiet(screen.say(scorecard.TOO_FEW)))
        return
    names = {dimension: screen.say(common.DIMENSIONS[dimension]) for dimension in DIMENSIONS}
    points = [
        charts.TurnPoint(names[dimension], number, score)
        for number, turn in enumerate(card.turns, 1)
        for dimension in DIMENSIONS
        if (score := getattr(turn, dimension)) is not None
    ]
    chart = charts.turn_lines(points, list(names.values()), screen.say(scorecard.TURN_AXIS), len(card.turns))
    st.altair_chart(chart, key="turn-lines", alt=screen.say(scorecard.TURN_CHART_ALT))
