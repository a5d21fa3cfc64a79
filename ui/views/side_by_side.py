"""What two tries have in common when they stand side by side: their scores on one bar each, their same beginning, plain turns."""

import streamlit as st

from assistant.domain.roleplay import Branch, PlayedTurn, RolePlay
from assistant.domain.scenario import Scenario
from assistant.domain.scorecard import Score
from assistant.domain.table import face_of
from assistant.domain.words import Dimension
from ui import shown
from ui.markup import conversation
from ui.markup import scorecard as markup
from ui.screen import Screen
from ui.words import again, common, scorecard


def scores(screen: Screen, dimension: Dimension, head: str, first: Score, second: Score) -> str:
    """Two bars under one head, as markup."""
    bars = [_bar(screen, dimension, screen.say(name), score) for name, score in ((again.FIRST, first), (again.SECOND, second))]
    return markup.dimension((markup.score_head(head, _change(screen, first, second), "", ""), *bars))


def _bar(screen: Screen, dimension: Dimension, name: str, score: Score) -> str:
    if score.value is None or score.low is None or score.high is None:
        return markup.named_bar(name, screen.say(scorecard.NOT_SCORED), "")
    value, low, high = shown.points(score.value), shown.points(score.low), shown.points(score.high)
    alt = screen.say(scorecard.CHART_ALT, dimension=screen.say(common.DIMENSIONS[dimension]), value=value, low=low, high=high)
    return markup.named_bar(name, value, markup.score_bar(score.value, score.low, score.high, alt))


def _change(screen: Screen, first: Score, second: Score) -> str:
    """A difference is called clear only where the bands do not meet."""
    if first.low is None or first.high is None or second.low is None or second.high is None:
        return ""
    if second.low > first.high:
        return screen.say(again.RISEN)
    return screen.say(again.FALLEN if second.high < first.low else again.ALIKE)


def same_start(screen: Screen, scenario: Scenario, second: RolePlay, branch: Branch) -> None:
    kept = [turn for turn in second.turns if turn.index < branch.turn]
    turns = conversation.talk([plain(screen, scenario, turn) for turn in kept])
    st.html(markup.fold(screen.say(again.SAME_START, count=len(kept)), turns))


def plain(screen: Screen, scenario: Scenario, turn: PlayedTurn) -> str:
    speaker = face_of(scenario, turn.person)
    who = screen.say(speaker.name if turn.speaker == "buyer" else common.SPEAKER_REP)
    return conversation.spoken(turn.text, turn.speaker, speaker, screen.language, who, named=turn.person is not None)
