"""Why? Every number of a scorecard answers: what was counted and how, the quotes, how wide the band is and why, what a guess and a model had to do
with it."""

from operator import itemgetter
from typing import TYPE_CHECKING

from assistant.domain.scorecard import Evidence, JudgedItem, Scorecard, TurnScore
from assistant.domain.words import DIMENSIONS, Dimension
from assistant.scoring.marks import mattering
from ui import shown
from ui.markup import quiet
from ui.markup import scorecard as markup
from ui.screen import Screen
from ui.words import common, judging, reflect, scorecard

if TYPE_CHECKING:
    from assistant.scoring.card_words import CardWords

MOST_QUOTES = 4
"""Quotes of one measure: all of them are marked in the transcript."""
MOST_OF_A_TURN = 3


def of_dimension(screen: Screen, card: Scorecard, words: "CardWords", dimension: Dimension, guess: int | None, own: bool) -> str:
    """How the score came about, every measure with its quotes, what a model read, then what could not be measured; and the band and the guess."""
    score = card.scores[dimension]
    lead = [] if score.value is None else [markup.counts(screen.say(scorecard.VALUE_WHY))]
    parts = [*lead, *_measures(screen, card, words, dimension), *_judged(screen, card, dimension)]
    parts += [markup.absent(one.label, one.text) for one in words.absent.get(dimension, ())]
    if score.low is not None and score.high is not None:
        low, high = shown.points(score.low), shown.points(score.high)
        parts.append(markup.asked(screen.say(scorecard.BAND_ASKED, low=low, high=high), screen.say(scorecard.BAND_WHY, turns=len(card.turns))))
    if guess is not None:
        asked, why = (reflect.GUESS_ASKED, reflect.GUESS_WHY) if own else (reflect.REP_GUESS_ASKED, reflect.REP_GUESS_WHY)
        parts.append(markup.asked(screen.say(asked, guess=guess), screen.say(why)))
    return "".join(parts)


def _measures(screen: Screen, card: Scorecard, words: "CardWords", dimension: Dimension) -> list[str]:
    """Those with quotes first."""
    parts = []
    for measure in (one for one in card.measures if one.dimension == dimension):
        found = [quoted(screen, one) for one in card.evidence if one.measure == measure.name and one.dimension == dimension]
        said = words.measures[measure.name]
        parts.append((not found, markup.measure(said.label, said.text, found[:MOST_QUOTES], said.counts)))
    return [part for _, part in sorted(parts, key=itemgetter(0))] or [quiet(screen.say(scorecard.NO_QUOTES))]


def _judged(screen: Screen, card: Scorecard, dimension: Dimension) -> list[str]:
    """What a model read of this dimension, item by item."""
    made = card.made_by
    items = [one for one in made.judging.items if one.dimension == dimension] if made.judging else []
    if not items:
        return []
    head = markup.asked(screen.say(judging.HEAD), screen.say(judging.MOVES, model=made.model or ""))
    return [head, *(judged_item(screen, card, one) for one in items)]


def judged_item(screen: Screen, card: Scorecard, one: JudgedItem) -> str:
    """One item's value, and the quotes it rests on."""
    found = [quoted(screen, seen) for seen in card.evidence if seen.measure == f"judge:{one.item}"]
    if one.uncertain:
        value = screen.say(judging.UNCERTAIN)
    else:
        value = screen.say(judging.VALUE, value=f"{one.value:g}")
        value += "" if one.lowest == one.highest else f" · {screen.say(judging.SPREAD, low=one.lowest, high=one.highest)}"
    return markup.measure(screen.say(judging.ITEMS[one.item]), value, found[:MOST_QUOTES])


def of_turns(screen: Screen, card: Scorecard, words: "CardWords") -> str:
    """Each of the rep's turns: its scores, and the words that made them."""
    return "".join(_turn(screen, card, words, number, turn) for number, turn in enumerate(card.turns, 1))


def _turn(screen: Screen, card: Scorecard, words: "CardWords", number: int, turn: TurnScore) -> str:
    values = [(screen.say(common.DIMENSIONS[name]), getattr(turn, name)) for name in DIMENSIONS]
    value = " · ".join(f"{name} {shown.points(points)}" for name, points in values if points is not None)
    found = [_in_turn(screen, one, words) for one in mattering(card.evidence, turn.turn)[:MOST_OF_A_TURN]]
    label = screen.say(scorecard.TURN, number=number)
    return markup.measure(label, value or screen.say(scorecard.NOTHING_SEEN), found)


def _in_turn(screen: Screen, one: Evidence, words: "CardWords") -> markup.Quoted:
    label = words.measures[one.measure].label if one.measure in words.measures else ""
    plain = quoted(screen, one)
    return markup.Quoted(plain.turn, plain.quote, plain.effect, f"{label} · {plain.sign}" if label else plain.sign)


def quoted(screen: Screen, one: Evidence) -> markup.Quoted:
    """A quote with its sign in the screen's words."""
    sign = scorecard.HELPED if one.effect == "+" else scorecard.HURT
    return markup.Quoted(one.turn, one.quote, one.effect, screen.say(sign))
