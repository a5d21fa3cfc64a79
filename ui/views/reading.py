"""A trainer reads one scored role-play: the transcript, the scorecard beside it, a comment on a turn, and the mark that it was read."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.roleplay import RolePlay
from assistant.domain.scenario import Scenario
from assistant.domain.table import face_of
from assistant.errors import MajuError
from assistant.review.desk import MOST_COMMENT_CHARS, Scored
from ui import state
from ui.guard import told
from ui.markup import quiet, safe, unmarked
from ui.markup.scorecard import fold
from ui.screen import Screen
from ui.views import reflect, scores, transcript
from ui.views.review import rep_named
from ui.words import common, review, scorecard
from ui.words import reflect as words_reflect

if TYPE_CHECKING:
    from assistant.assembly import Engine

TRANSCRIPT_HEIGHT = 640
SHORT = 48
"""Characters of a turn in the list of turns."""


def render(engine: "Engine", screen: Screen) -> None:
    st.page_link(screen.pages["review"], label=screen.say(review.BACK), icon=":material/arrow_back:")
    wanted = st.query_params.get(state.ROLE_PLAY)
    scored = next((one for one in engine.desk.queue(screen.actor) if one.role_play.id == wanted), None)
    if scored is None:
        st.info(screen.say(common.NO_SUCH_TALK if wanted else review.EMPTY))
        return
    role_play = engine.room.role_play(screen.actor, scored.role_play.id)
    scenario = engine.room.scenario_of(role_play.id)
    st.title(screen.say(scorecard.TITLE, buyer=scenario.buyer.name.in_(screen.language)), anchor=False)
    st.html(f'<p class="maju-lead">{safe(_about(screen, engine, scenario, scored))}</p>')
    words = engine.scorer.words(scored.scorecard, screen.language)
    left, right = st.columns([1, 1], gap="large")
    with left:
        st.subheader(screen.say(scorecard.TRANSCRIPT), anchor=False)
        with st.container(key="transcript", height=TRANSCRIPT_HEIGHT, border=False):
            transcript.legend(screen)
            transcript.draw(screen, scenario, role_play.turns, transcript.marked(scored.scorecard, words, scored.review))
    with right:
        refused = state.refused(st.session_state)
        if refused:
            st.error(unmarked(refused), icon=":material/error:")
        _comment(screen, engine, scenario, role_play)
        _mark(screen, engine, scored)
        st.subheader(screen.say(scorecard.SCORES), anchor=False)
        kept = engine.reflecting.kept(screen.actor, role_play.id)
        scores.draw(screen, scored.scorecard, words, scores.guesses(screen, role_play, kept))
        beside = reflect.beside(screen, scenario, role_play, scored.scorecard, words, kept)
        if beside:
            st.html(fold(screen.say(words_reflect.BESIDE), beside))


def _about(screen: Screen, engine: "Engine", scenario: Scenario, scored: Scored) -> str:
    role_play = scored.role_play
    return " · ".join((*rep_named(screen, role_play.rep, engine.directory.names()), screen.moment(role_play.began_at), screen.say(scenario.title)))


def _comment(screen: Screen, engine: "Engine", scenario: Scenario, role_play: RolePlay) -> None:
    st.subheader(screen.say(review.COMMENT), anchor=False)
    labels = {turn.index: _turn_label(screen, scenario, role_play, turn.index) for turn in role_play.turns}
    first = next((turn.index for turn in role_play.turns if turn.speaker == "rep"), 0)
    form = state.comment_form(st.session_state, role_play.id)
    with st.form(form, border=True):
        st.selectbox(screen.say(review.WHICH_TURN), list(labels), index=list(labels).index(first), format_func=labels.__getitem__, key=f"turn-{form}")
        st.text_area(screen.say(review.WORDS), placeholder=screen.say(review.WORDS_HINT), max_chars=MOST_COMMENT_CHARS, key=f"words-{form}")
        keep = partial(_keep, screen, engine, role_play.id, form)
        st.form_submit_button(screen.say(review.SEND), type="primary", icon=":material/add_comment:", on_click=_done, args=(screen, keep))


def _keep(screen: Screen, engine: "Engine", role_play_id: str, form: str) -> None:
    engine.desk.comment(screen.actor, role_play_id, st.session_state[f"turn-{form}"], st.session_state[f"words-{form}"])
    state.commented(st.session_state)
    st.toast(screen.say(review.KEPT), icon=":material/check:")


def _done(screen: Screen, work: Callable[[], object]) -> None:
    """Before anything is drawn: a click while the page is still drawing is not lost, and what it did shows at once."""
    try:
        work()
    except MajuError as error:
        state.refuse(st.session_state, told(error, screen))


def _turn_label(screen: Screen, scenario: Scenario, role_play: RolePlay, index: int) -> str:
    turn = next(one for one in role_play.turns if one.index == index)
    who = screen.say(face_of(scenario, turn.person).name) if turn.speaker == "buyer" else screen.say(common.SPEAKER_REP)
    words = turn.text if len(turn.text) <= SHORT else turn.text[:SHORT].rstrip() + "…"
    return screen.say(review.TURN, who=who, words=words)


def _mark(screen: Screen, engine: "Engine", scored: Scored) -> None:
    if scored.review.reviewed_at:
        st.html(quiet(screen.say(review.REVIEWED, day=screen.day(scored.review.reviewed_at))))
    else:
        mark = partial(engine.desk.mark_reviewed, screen.actor, scored.role_play.id)
        st.button(screen.say(review.MARK), icon=":material/done_all:", key="mark-reviewed", on_click=_done, args=(screen, mark))
