"""Meeting a buyer for an assessment: chosen at the briefing, with what it means and how often one may; and how one is named afterwards."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.roleplay import RolePlay
from assistant.domain.scenario import Scenario
from assistant.domain.terms import Terms
from assistant.practice.assessing import attempts_left, for_today, time_left
from ui import shown, state
from ui.markup import quiet
from ui.screen import Screen
from ui.words import assessing, assignments

if TYPE_CHECKING:
    from assistant.assembly import Engine


def chosen(screen: Screen, engine: "Engine", scenario: Scenario) -> tuple[Terms | None, bool]:
    """The terms one is assessed under, None in practice; and whether one may sit down."""
    mode = st.segmented_control(
        screen.say(assessing.MODE),
        list(assessing.MODES),
        default="practice",
        required=True,
        format_func=lambda one: screen.say(assessing.MODES[one]),
        key=state.MODE,
        persist_state="session",
    )
    if mode != "assessment":
        return None, True
    terms = for_today(datetime.now(UTC), screen.zone)
    left = attempts_left(engine.room.mine(screen.actor), scenario.id, terms)
    st.html(quiet(screen.say(assessing.RULES, minutes=(terms.time_limit_s or 0) // 60)))
    st.html(quiet(screen.say(assessing.LEFT, left=left, of=terms.attempts) if left else screen.say(assessing.NONE_LEFT)))
    return terms, left != 0


def clock(screen: Screen, role_play: RolePlay, now: datetime) -> str | None:
    """How long there is still; None where time is not limited."""
    left = time_left(role_play, now)
    if left is None:
        return None
    minutes = shown.minutes(left, screen.language)
    return screen.say(assessing.TIME_LEFT, left=minutes) if minutes else screen.say(assessing.LAST_MINUTE)


def named(screen: Screen, role_play: RolePlay) -> list[str]:
    """What lists and headings say of an assessment and of an assignment; nothing of practice of one's own."""
    if role_play.assignment is not None:
        kind = screen.say(assessing.MODES[role_play.mode])
        return [screen.say(assignments.NAMED, kind=kind, attempt=role_play.attempt)]
    if role_play.mode != "assessment":
        return []
    if role_play.attempts is None:
        return [screen.say(assessing.WHICH_OF_ANY, attempt=role_play.attempt)]
    return [screen.say(assessing.WHICH, attempt=role_play.attempt, of=role_play.attempts)]
