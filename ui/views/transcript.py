"""The whole conversation with its evidence marked and the trainer's comments under their turns; the scorecard and the reading share it."""

from collections.abc import Callable

import streamlit as st

from assistant.domain.review import Review
from assistant.domain.roleplay import PlayedTurn, RolePlay
from assistant.domain.scenario import Scenario
from assistant.domain.scorecard import Scorecard
from assistant.domain.words import Language
from ui.markup import conversation, safe, transcript
from ui.screen import Screen
from ui.words import room, scorecard


def draw(screen: Screen, scenario: Scenario, role_play: RolePlay, card: Scorecard, review: Review) -> None:
    st.html(transcript.legend(screen.say(scorecard.LEGEND_GOOD), screen.say(scorecard.LEGEND_LESS)))
    st.html(conversation.talk([_turn(screen, scenario, turn, card, review) for turn in role_play.turns]))


def _turn(screen: Screen, scenario: Scenario, turn: PlayedTurn, card: Scorecard, review: Review) -> str:
    label = label_of(screen.language)
    marks = [transcript.Mark(one.quote, one.effect, label(one.measure)) for one in card.evidence if one.turn == turn.index]
    if card.strength and card.strength.turn == turn.index:
        marks = transcript.praised(turn.text, marks, card.strength.quote)
    notes = "".join(_note(screen, one.text, screen.moment(one.at)) for one in review.comments if one.turn == turn.index)
    cited = conversation.cited(screen.say(room.CITED), conversation.places(turn, screen.say(room.PAGE)))
    who = screen.say(scenario.buyer.name) if turn.speaker == "buyer" else screen.say(room.REP_SPOKE)
    words = transcript.marked(turn.text, marks) if marks else safe(turn.text)
    return conversation.turn(words, turn.speaker, scenario.buyer, screen.language, who, turn.index, cited + notes)


def _note(screen: Screen, text: str, when: str) -> str:
    return transcript.note(text, screen.say(scorecard.COMMENT_BY, when=when))


def label_of(language: Language) -> Callable[[str], str]:
    """What measures are called, in the words of the scorer; an old one that has none left keeps its name."""
    from assistant.scoring.wordings import wordings

    known = wordings(language).measures
    return lambda name: known[name].label if name in known else name
