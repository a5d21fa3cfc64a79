"""The four bars, each opening to its quotes, and the turn-by-turn lines."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.reflection import Reflection
from assistant.domain.review import Override
from assistant.domain.roleplay import RolePlay
from assistant.domain.scorecard import Score, Scorecard
from assistant.domain.words import DIMENSIONS, Dimension
from ui import shown
from ui.markup import quiet, safe
from ui.markup import scorecard as markup
from ui.screen import Screen
from ui.theme import charts
from ui.views import why
from ui.words import common, reflect, review, scorecard

if TYPE_CHECKING:
    from assistant.scoring.card_words import CardWords

FEWEST_TURNS = 3
"""Rep turns from which on a line says something."""


@dataclass(frozen=True, slots=True)
class Guesses:
    """What the rep guessed before seeing the scores (0-100), by dimension. `own`: whoever looks is the rep."""

    points: Mapping[Dimension, int]
    own: bool


def guesses(screen: Screen, role_play: RolePlay, kept: Reflection | None) -> Guesses:
    return Guesses(kept.guess if kept else {}, role_play.rep == screen.actor.id)


def draw(screen: Screen, card: Scorecard, words: "CardWords", guessed: Guesses, overridden: Mapping[Dimension, Override] | None = None) -> None:
    """`words`: the scorecard's, in the screen's language. `overridden`: by a trainer."""
    kept = overridden or {}
    st.html("".join(_dimension(screen, card, words, dimension, guessed, kept.get(dimension)) for dimension in DIMENSIONS))


def _dimension(screen: Screen, card: Scorecard, words: "CardWords", dimension: Dimension, guessed: Guesses, override: Override | None) -> str:
    score, guess = card.scores[dimension], guessed.points.get(dimension)
    name, asks = screen.say(common.DIMENSIONS[dimension]), screen.say(common.DIMENSION_ASKS[dimension])
    answer = markup.fold(screen.say(scorecard.WHY), why.of_dimension(screen, card, words, dimension, guess, guessed.own))
    trainer = f"<p><b>{safe(screen.say(review.TRAINER_GAVE, value=override.value, reason=override.reason))}</b></p>" if override else ""
    if score.value is None or score.low is None or score.high is None:
        head = markup.score_head(name, asks, "", screen.say(scorecard.NOT_SCORED))
        return markup.dimension((head, trainer, quiet(words.reasons[dimension]), _guess(screen, score, guess, guessed.own), answer))
    value, low, high = shown.points(score.value), shown.points(score.low), shown.points(score.high)
    alt = screen.say(scorecard.CHART_ALT, dimension=name, value=value, low=low, high=high)
    alt += f", {screen.say(reflect.GUESS_ALT, guess=guess)}" if guess is not None else ""
    return markup.dimension(
        (
            markup.score_head(name, asks, value, screen.say(scorecard.BAND, low=low, high=high)),
            markup.score_bar(score.value, score.low, score.high, alt, guess),
            trainer,
            _guess(screen, score, guess, guessed.own),
            quiet(words.reasons[dimension]),
            answer,
        )
    )


def _guess(screen: Screen, score: Score, guess: int | None, own: bool) -> str:
    """The guess in words, held against the band: within it, it agrees with what was measured."""
    if guess is None:
        return ""
    if score.low is None or score.high is None:
        said = reflect.GUESSED_ONLY if own else reflect.REP_GUESSED_ONLY
    elif guess > score.high:
        said = reflect.GUESSED_HIGH if own else reflect.REP_GUESSED_HIGH
    elif guess < score.low:
        said = reflect.GUESSED_LOW if own else reflect.REP_GUESSED_LOW
    else:
        said = reflect.GUESSED_WELL if own else reflect.REP_GUESSED_WELL
    return markup.guessed(screen.say(said, guess=guess))


def turns(screen: Screen, card: Scorecard, words: "CardWords") -> None:
    """A line per dimension over the rep's turns; a turn with nothing to measure leaves a gap. What made each turn's scores stands below, folded."""
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
    st.html(markup.fold(screen.say(scorecard.TURNS_WHY), why.of_turns(screen, card, words)))
