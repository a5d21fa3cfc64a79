"""Scoring blind: four numbers and the plain items, kept one by one as they are filled in, by keyboard alone if one likes."""

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.items import ITEMS, VALUES
from assistant.domain.review import STEP, Review
from assistant.domain.words import DIMENSIONS, Dimension
from assistant.review.desk import Reading
from assistant.scoring.anchors import Anchors
from ui import state
from ui.guard import guarded
from ui.markup import quiet, safe, unmarked
from ui.screen import Screen
from ui.views.doing import doing, refusal
from ui.words import common, review

if TYPE_CHECKING:
    from assistant.assembly import Engine

HEIGHT = 560
NONE = -1
"""What stands for 'not applicable' among the values of an item."""
CHOICES = (*VALUES, NONE)


def draw(screen: Screen, engine: "Engine", reading: Reading) -> None:
    st.subheader(screen.say(review.MY_SCORES), anchor=False)
    st.html(quiet(screen.say(review.BLIND)))
    _form(screen, engine, reading.role_play.id)


@st.fragment
@guarded
def _form(screen: Screen, engine: "Engine", role_play_id: str) -> None:
    mine = engine.desk.open(screen.actor, role_play_id).mine
    refused = refusal("blind")
    with st.container(key="blind"):
        for column, dimension in zip(st.columns(len(DIMENSIONS)), DIMENSIONS, strict=True):
            with column:
                _score(screen, engine, role_play_id, dimension, mine)
        st.html(f'<p class="maju-subhead">{safe(screen.say(review.ITEMS))}</p>{quiet(screen.say(review.ITEMS_HOW))}')
        with st.container(height=HEIGHT, border=True, key="items"):
            for item, anchored in engine.scorer.anchors(screen.language).items():
                _item(screen, engine, role_play_id, item, anchored, mine)
    kept = st.button(
        screen.say(review.KEEP),
        type="primary",
        icon=":material/visibility:",
        help=screen.say(review.KEEP_HOW),
        key="keep-blind",
        on_click=doing(screen, "blind", partial(engine.desk.keep_blind, screen.actor, role_play_id)),
    )
    if kept and not refused:
        st.rerun()


def _score(screen: Screen, engine: "Engine", role_play_id: str, dimension: Dimension, mine: Review | None) -> None:
    key = state.review_box(role_play_id, dimension)
    if key not in st.session_state:
        st.session_state[key] = mine.scores.get(dimension) if mine else None
    st.number_input(
        screen.say(common.DIMENSIONS[dimension]),
        min_value=0,
        max_value=100,
        value=None,
        step=STEP,
        key=key,
        placeholder=screen.say(review.POINTS),
        help=screen.say(common.DIMENSION_ASKS[dimension]),
        on_change=doing(screen, "blind", lambda: engine.desk.score(screen.actor, role_play_id, dimension, st.session_state[key])),
    )


def _item(screen: Screen, engine: "Engine", role_play_id: str, item: str, anchored: Anchors, mine: Review | None) -> None:
    key = state.review_box(role_play_id, item)
    if key not in st.session_state:
        known = mine.items if mine else {}
        st.session_state[key] = None if item not in known else NONE if known[item] is None else known[item]
    examples = "\n\n".join(unmarked(screen.say(review.EXAMPLES, value=value, example=anchored.values[value][1])) for value in VALUES)

    def keep() -> object:
        chosen = st.session_state[key]
        if chosen is None:
            return engine.desk.clear(screen.actor, role_play_id, item)
        return engine.desk.answer(screen.actor, role_play_id, item, None if chosen == NONE else chosen)

    st.radio(
        unmarked(f"{anchored.question} ({screen.say(common.DIMENSIONS[ITEMS[item]])})"),
        CHOICES,
        index=None,
        format_func=lambda value: screen.say(review.NOT_APPLICABLE) if value == NONE else f"{value} · {unmarked(anchored.values[value][0])}",
        key=key,
        help=examples,
        on_change=doing(screen, "blind", keep),
    )
