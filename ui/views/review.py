"""Review: what lies on the trainer's desk, and why."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.people import LOCAL_PERSON
from assistant.domain.review import Reason
from assistant.review.queueing import Waiting
from ui import state
from ui.markup import safe
from ui.markup.rows import row
from ui.screen import Screen
from ui.views import again
from ui.words import review

if TYPE_CHECKING:
    from assistant.assembly import Engine

A_PAGE = 12
WHICH = {"waiting": review.WAITING, "all": review.ALL}


def render(engine: "Engine", screen: Screen) -> None:
    st.title(screen.say(review.TITLE), anchor=False)
    st.html(f'<p class="maju-lead">{safe(screen.say(review.LEAD))}</p>')
    which = st.segmented_control(
        screen.say(review.WHICH),
        list(WHICH),
        default="waiting" if screen.team else "all",
        required=True,
        format_func=lambda one: screen.say(WHICH[one]),
        key=state.REVIEW_WHICH,
        label_visibility="collapsed",
    )
    shown = engine.desk.everything(screen.actor) if which == "all" else engine.desk.queue(screen.actor)
    if not shown:
        st.info(screen.say(review.EMPTY if which == "all" or not engine.desk.everything(screen.actor) else review.ALL_READ))
        return
    names = engine.directory.names()
    pages = -(-len(shown) // A_PAGE)
    slot = st.container()
    page = st.pagination(pages, key=state.REVIEW_PAGE) if pages > 1 else 1
    with slot:
        for one in shown[(page - 1) * A_PAGE : page * A_PAGE]:
            with st.container(border=True, key=f"card-{one.role_play.id}", horizontal=True, vertical_alignment="center"):
                _row(screen, engine, one, names)


def _row(screen: Screen, engine: "Engine", one: Waiting, names: Mapping[str, str]) -> None:
    role_play = one.role_play
    scenario = engine.room.scenario_of(role_play.id)
    about = reasons(screen, one.reasons) if one.reasons != ("read",) else []
    if one.mine and one.mine.closed and one.mine.closed_at:
        about.append(screen.say(review.CLOSED[one.mine.closed], day=screen.day(one.mine.closed_at)))
    about += [*rep_named(screen, role_play.rep, names), screen.moment(role_play.began_at), *again.named(screen, role_play)]
    mine = sum(each.by == screen.actor.id for each in one.left.comments)
    if mine:
        about.append(screen.say(review.COMMENTS, count=mine))
    asked = question(screen, one.left.submission.question if one.left.submission else "")
    st.html(row(scenario.buyer, screen.language, screen.say(scenario.title), about) + asked, width="stretch")
    label = review.OPEN if one.mine is None else review.LOOK if one.mine.closed else review.GO_ON
    st.page_link(screen.pages["reading"], label=screen.say(label), icon=":material/chrome_reader_mode:", query_params={state.ROLE_PLAY: role_play.id})


def reasons(screen: Screen, why: tuple[Reason, ...]) -> list[str]:
    return [screen.say(review.REASONS[one]) for one in why]


def question(screen: Screen, asked: str) -> str:
    """What the rep wants to know; nothing where they ask nothing."""
    return f'<p class="maju-quiet">{safe(screen.say(review.ASKS))}: {safe(asked)}</p>' if asked else ""


def rep_named(screen: Screen, rep: str, names: Mapping[str, str]) -> list[str]:
    """Who practised; nothing for this machine's own person, who is alone on it. `names`: of the accounts, by id."""
    return [] if rep == LOCAL_PERSON.id else [screen.say(review.REP, rep=names.get(rep, rep))]
