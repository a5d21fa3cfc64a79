"""Two tries side by side: the first, and the branch off it; their scores with their bands, then what was said from the turn gone back to."""

from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.roleplay import RolePlay
from assistant.domain.scenario import Scenario
from assistant.domain.scorecard import Scorecard
from assistant.domain.words import DIMENSIONS
from assistant.errors import NotFound
from ui import state
from ui.markup import conversation, quiet, safe
from ui.screen import Screen
from ui.views import again as going_back
from ui.views import redone, score_first, side_by_side, transcript, way_on
from ui.views.scorecard import card_of
from ui.words import again, common

if TYPE_CHECKING:
    from assistant.assembly import Engine


def render(engine: "Engine", screen: Screen) -> None:
    second = way_on.talk_in_url(engine, screen)
    if second is None:
        return
    first = _first(engine, screen, second)
    if first is None or second.branch is None:
        st.info(screen.say(again.NO_BRANCH))
        st.page_link(screen.pages["role_plays"], label=screen.say(common.TO_ROLE_PLAYS), icon=":material/history:")
        return
    if any(score_first.must(engine, screen, one) for one in (first, second)):
        return
    scenario = engine.room.scenario_of(second.id)
    if second.is_redo and second.ended:
        redone.draw(engine, screen, scenario, first, second)
        return
    number = going_back.number_of(second, second.branch.turn)
    st.title(screen.say(again.TITLE), anchor=False)
    st.html(f'<p class="maju-lead">{safe(screen.say(again.LEAD, buyer=scenario.buyer.name.in_(screen.language), number=number))}</p>')
    cards = tuple(card_of(screen, engine, one) if _can_be_scored(one) else None for one in (first, second))
    if cards[0] and cards[1]:
        both = [(name, screen.say(common.DIMENSIONS[name]), cards[0].scores[name], cards[1].scores[name]) for name in DIMENSIONS]
        st.html("".join(side_by_side.scores(screen, *one) for one in both))
    side_by_side.same_start(screen, scenario, second, second.branch)
    for column, role_play, card, head in zip(st.columns(2, gap="large"), (first, second), cards, (again.FIRST, again.SECOND), strict=True):
        with column:
            st.subheader(screen.say(head), anchor=False)
            _try(engine, screen, scenario, role_play, card, second.branch.turn)


def _first(engine: "Engine", screen: Screen, second: RolePlay) -> RolePlay | None:
    try:
        return engine.room.role_play(screen.actor, second.branch.of) if second.branch else None
    except NotFound:
        return None


def _can_be_scored(role_play: RolePlay) -> bool:
    return role_play.ended is not None and role_play.rep_spoke


def _try(engine: "Engine", screen: Screen, scenario: Scenario, role_play: RolePlay, card: Scorecard | None, turn: int) -> None:
    outcome = common.OUTCOMES[role_play.ended.outcome] if role_play.ended else again.NOT_ENDED
    st.html(quiet(screen.say(outcome)))
    page, label = ("scorecard", common.OPEN_SCORECARD) if role_play.ended else ("room", common.CONTINUE)
    st.page_link(screen.pages[page], label=screen.say(label), icon=":material/arrow_forward:", query_params={state.ROLE_PLAY: role_play.id})
    since = [one for one in role_play.turns if one.index >= turn]
    if not since:
        st.html(quiet(screen.say(again.NOT_SPOKEN)))
    elif card:
        marked = transcript.marked(card, engine.scorer.words(card, screen.language), engine.desk.left_on(screen.actor, role_play.id).comments)
        st.html(conversation.talk([transcript.shown(screen, scenario, one, marked, anchored=False) for one in since]))
    else:
        st.html(conversation.talk([side_by_side.plain(screen, scenario, one) for one in since]))
