"""My role-plays: the history. Continue an open one, open a scorecard."""

from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.review import ReviewsOf
from assistant.domain.roleplay import RolePlay
from assistant.domain.words import Text
from ui import state
from ui.markup.rows import row
from ui.screen import Screen
from ui.views import after_call, again, assessing, meeting, reviewed, swap_start, way_on
from ui.words import again as words_again
from ui.words import common, role_plays

if TYPE_CHECKING:
    from assistant.assembly import Engine

A_PAGE = 12


def render(engine: "Engine", screen: Screen) -> None:
    st.title(screen.say(role_plays.TITLE), anchor=False)
    reviewed.news(screen, engine)
    mine = engine.room.mine(screen.actor)
    if not mine:
        st.info(screen.say(role_plays.EMPTY))
        st.page_link(screen.pages["practise"], label=screen.say(common.TO_PRACTISE), icon=":material/forum:")
        swap_start.watched(engine, screen)
        return
    left = engine.submitting.of_mine(screen.actor)
    pages = -(-len(mine) // A_PAGE)
    slot = st.container()
    page = st.pagination(pages, key=state.HISTORY_PAGE) if pages > 1 else 1
    with slot:
        for role_play in mine[(page - 1) * A_PAGE : page * A_PAGE]:
            with st.container(border=True, key=f"card-{role_play.id}", horizontal=True, vertical_alignment="center"):
                _row(screen, engine, role_play, left.get(role_play.id))
    if page == 1:
        swap_start.watched(engine, screen)


def _result(role_play: RolePlay) -> Text:
    return words_again.TO_BOTH if role_play.is_redo else common.OPEN_SCORECARD


def _row(screen: Screen, engine: "Engine", role_play: RolePlay, left: ReviewsOf | None) -> None:
    scenario = engine.room.scenario_of(role_play.id)
    outcome = common.OUTCOMES[role_play.ended.outcome] if role_play.ended else common.IN_PROGRESS
    said = len(role_play.transcript().rep_turns())
    silent = role_plays.NEVER_SPOKEN if role_play.ended else role_plays.NOT_SPOKEN
    level = screen.say(role_plays.LEVEL, level=screen.say(common.LEVELS[role_play.level]))
    about = [screen.say(outcome), screen.moment(role_play.began_at), level, screen.say(role_plays.TURNS, turns=said) if said else screen.say(silent)]
    about += [*meeting.named(screen, role_play), *again.named(screen, role_play), *assessing.named(screen, role_play)]
    if left and left.closed:
        about.append(screen.say(role_plays.REVIEWED))
    elif left and left.submission:
        about.append(screen.say(role_plays.SUBMITTED))
    if left and left.comments:
        about.append(screen.say(role_plays.COMMENTED, count=len(left.comments)))
    st.html(row(scenario.buyer, screen.language, screen.say(scenario.title), about), width="stretch")
    if role_play.branch and not role_play.is_redo:
        compare = screen.say(words_again.COMPARE)
        st.page_link(screen.pages["compare"], label=compare, icon=":material/compare_arrows:", query_params={state.ROLE_PLAY: role_play.id})
    page, label, icon = (
        (way_on.after(role_play), _result(role_play), ":material/analytics:") if role_play.ended else ("room", common.CONTINUE, ":material/forum:")
    )
    if said:
        after_call.link(screen, role_play)
    st.page_link(screen.pages[page], label=screen.say(label), icon=icon, query_params={state.ROLE_PLAY: role_play.id})
