"""Review: the scored conversations a trainer can read."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.people import LOCAL_PERSON
from assistant.review.desk import Scored
from ui import state
from ui.markup import safe
from ui.markup.rows import row
from ui.screen import Screen
from ui.views import again
from ui.words import common, review

if TYPE_CHECKING:
    from assistant.assembly import Engine

A_PAGE = 12
WHICH = {"to_read": review.TO_READ, "all": review.ALL}


def render(engine: "Engine", screen: Screen) -> None:
    st.title(screen.say(review.TITLE), anchor=False)
    st.html(f'<p class="maju-lead">{safe(screen.say(review.LEAD))}</p>')
    scored = engine.desk.queue(screen.actor)
    names = engine.directory.names()
    if not scored:
        st.info(screen.say(review.EMPTY))
        return
    which = st.segmented_control(
        screen.say(review.WHICH),
        list(WHICH),
        default="to_read",
        required=True,
        format_func=lambda one: screen.say(WHICH[one]),
        key=state.REVIEW_WHICH,
        label_visibility="collapsed",
    )
    shown = [one for one in scored if which == "all" or one.review.reviewed_at is None]
    if not shown:
        st.info(screen.say(review.ALL_READ))
        return
    pages = -(-len(shown) // A_PAGE)
    slot = st.container()
    page = st.pagination(pages, key=state.REVIEW_PAGE) if pages > 1 else 1
    with slot:
        for one in shown[(page - 1) * A_PAGE : page * A_PAGE]:
            with st.container(border=True, key=f"card-{one.role_play.id}", horizontal=True, vertical_alignment="center"):
                _row(screen, engine, one, names)


def _row(screen: Screen, engine: "Engine", one: Scored, names: Mapping[str, str]) -> None:
    role_play = one.role_play
    scenario = engine.room.scenario_of(role_play.id)
    outcome = common.OUTCOMES[role_play.ended.outcome] if role_play.ended else common.IN_PROGRESS
    about = [screen.say(outcome), screen.moment(role_play.began_at), *rep_named(screen, role_play.rep, names), *again.named(screen, role_play)]
    if one.review.comments:
        about.append(screen.say(review.COMMENTS, count=len(one.review.comments)))
    if one.review.reviewed_at:
        about.append(screen.say(review.REVIEWED, day=screen.day(one.review.reviewed_at)))
    st.html(row(scenario.buyer, screen.language, screen.say(scenario.title), about), width="stretch")
    st.page_link(
        screen.pages["reading"], label=screen.say(review.OPEN), icon=":material/chrome_reader_mode:", query_params={state.ROLE_PLAY: role_play.id}
    )


def rep_named(screen: Screen, rep: str, names: Mapping[str, str]) -> list[str]:
    """Who practised; nothing for this machine's own person, who is alone on it. `names`: of the accounts, by id."""
    return [] if rep == LOCAL_PERSON.id else [screen.say(review.REP, rep=names.get(rep, rep))]
