"""A trainer and one role-play: the transcript left; right their own scores, and once those are kept the machine's beside them."""

from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.roleplay import RolePlay
from assistant.domain.scenario import Scenario
from assistant.errors import NotAllowed, NotFound
from assistant.review.desk import Reading
from ui import state
from ui.markup import quiet, safe
from ui.screen import Screen
from ui.views import reading_beside, reading_blind, reading_comment, sharing, transcript
from ui.views.review import question, reasons, rep_named
from ui.words import common, review, scorecard

if TYPE_CHECKING:
    from assistant.assembly import Engine

HEIGHT = 720


def render(engine: "Engine", screen: Screen) -> None:
    st.page_link(screen.pages["review"], label=screen.say(review.BACK), icon=":material/arrow_back:")
    wanted = st.query_params.get(state.ROLE_PLAY)
    if not wanted:
        st.info(screen.say(review.EMPTY))
        return
    try:
        reading = engine.desk.open(screen.actor, wanted)
        role_play = engine.room.role_play(screen.actor, wanted)
    except (NotFound, NotAllowed):
        st.info(screen.say(common.NO_SUCH_TALK))
        return
    scenario = engine.room.scenario_of(role_play.id)
    st.title(screen.say(scorecard.TITLE, buyer=scenario.buyer.name.in_(screen.language)), anchor=False)
    st.html(_about(screen, engine, scenario, reading))
    sharing.draw(screen, engine, role_play)
    left, right = st.columns([1, 1], gap="large")
    with left:
        _talk(screen, engine, scenario, role_play, reading)
    with right:
        if reading.mine is None or reading.mine.blind_at is None:
            reading_blind.draw(screen, engine, reading)
        else:
            reading_beside.draw(screen, engine, scenario, role_play, reading, reading.mine)


def _about(screen: Screen, engine: "Engine", scenario: Scenario, reading: Reading) -> str:
    role_play, left = reading.role_play, reading.left
    who = rep_named(screen, role_play.rep, engine.directory.names())
    why = reasons(screen, reading.reasons) if reading.reasons != ("read",) else []
    asked = question(screen, left.submission.question if left.submission else "")
    head = " · ".join((*who, screen.moment(role_play.began_at), screen.say(scenario.title)))
    return f'<p class="maju-lead">{safe(head)}</p>{quiet(" · ".join(why)) if why else ""}{asked}'


def _talk(screen: Screen, engine: "Engine", scenario: Scenario, role_play: RolePlay, reading: Reading) -> None:
    st.subheader(screen.say(scorecard.TRANSCRIPT), anchor=False)
    names, comments = engine.directory.names(), reading.left.comments
    on_it = transcript.Marked(comments=comments, names=names)
    if reading.card:
        on_it = transcript.marked(reading.card, engine.scorer.words(reading.card, screen.language), comments, names)
    with st.container(key="transcript", height=HEIGHT, border=False):
        if reading.card:
            transcript.legend(screen)
        transcript.draw(screen, scenario, role_play.turns, on_it)
    reading_comment.draw(screen, engine, scenario, role_play, reading)
