"""The scorecard of one real conversation: the same four questions as after a role-play, with the transcript beside."""

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.conversation import Conversation, names_of_turns, transcript_of
from assistant.domain.scorecard import Scorecard
from assistant.domain.spending import Total
from assistant.errors import MajuError, NotFound
from ui import state
from ui.guard import told
from ui.markup import conversation as markup
from ui.markup import quiet, safe, unmarked
from ui.markup import transcript as marking
from ui.screen import Screen
from ui.views import judging, scores, speakers, transcript
from ui.views.conversations import ask_to_delete, named
from ui.views.scorecard import TRANSCRIPT_HEIGHT, advice, made_by
from ui.words import conversations, scorecard

if TYPE_CHECKING:
    from assistant.assembly import Engine
    from assistant.scoring.card_words import CardWords


def render(engine: "Engine", screen: Screen) -> None:
    st.page_link(screen.pages["conversations"], label=screen.say(conversations.BACK), icon=":material/arrow_back:")
    try:
        one = engine.real_talks.get(screen.actor, st.query_params.get(state.CONVERSATION, ""))
    except NotFound as error:
        st.info(unmarked(told(error, screen)))
        return
    st.title(named(one), anchor=False)
    st.html(quiet(screen.say(conversations.TURN_COUNT, count=len(one.dialogue.lines))))
    if one.card is None:
        st.info(screen.say(one.why or conversations.IN_LINE))
    else:
        _card(engine, screen, one, one.card)
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        if one.stage == "failed" and st.button(screen.say(conversations.RETRY), icon=":material/refresh:", key="retry"):
            engine.real_talks.retry(screen.actor, one.id)
            st.switch_page(screen.pages["conversations"])
        if st.button(screen.say(conversations.DELETE), type="tertiary", icon=":material/delete:", key="delete"):
            ask_to_delete(screen, screen.say(conversations.DELETE_ONE), partial(_delete, engine, screen, one))
    _who(engine, screen, one)


def _card(engine: "Engine", screen: Screen, one: Conversation, card: Scorecard) -> None:
    judging.warning(screen, card)
    words = engine.scorer.words(card, screen.language)
    if all(score.value is None for score in card.scores.values()):
        st.info(screen.say(conversations.NO_SCORE))
    else:
        advice(screen, card, words, linked=True)
    left, right = st.columns([2, 3], gap="large")
    with left:
        st.subheader(screen.say(scorecard.SCORES), anchor=False)
        scores.draw(screen, card, words, scores.Guesses({}, own=True))
        st.subheader(screen.say(scorecard.TURN_BY_TURN), anchor=False)
        scores.turns(screen, card, words)
    with right:
        st.subheader(screen.say(scorecard.TRANSCRIPT), anchor=False)
        with st.container(key="transcript", height=TRANSCRIPT_HEIGHT, border=False):
            transcript.legend(screen)
            st.html(markup.talk(_turns(screen, one, card, words)))
    made_by(screen, card)
    judging.draw(screen, card, Total())


def _turns(screen: Screen, one: Conversation, card: Scorecard, words: "CardWords") -> list[str]:
    on_it = transcript.marked(card, words)
    turns = zip(transcript_of(one).turns, names_of_turns(one), strict=True)
    return [markup.real_turn(_words(screen, turn.text, turn.index, on_it), turn.speaker, who, turn.index) for turn, who in turns]


def _words(screen: Screen, text: str, index: int, on_it: transcript.Marked) -> str:
    marks = transcript.marks_of(screen, index, on_it)
    return marking.marked(text, marks) if marks else safe(text)


def _who(engine: "Engine", screen: Screen, one: Conversation) -> None:
    with st.expander(screen.say(conversations.REMAP), icon=":material/group:"):
        parts = speakers.chosen(screen, one.dialogue.names, one.parts, one.id)
        if st.button(screen.say(conversations.USE), key="remap", icon=":material/check:"):
            try:
                engine.real_talks.remap(screen.actor, one.id, parts)
            except MajuError as error:
                st.error(unmarked(told(error, screen)), icon=":material/error:")
            else:
                st.switch_page(screen.pages["conversations"])


def _delete(engine: "Engine", screen: Screen, one: Conversation) -> None:
    engine.real_talks.delete(screen.actor, one.id)
    st.switch_page(screen.pages["conversations"])
