"""Which pages there are, in the order of the navigation. A new page is one line here and one `render` under `views`."""

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import streamlit as st

from assistant.domain.people import Actor
from assistant.domain.policy import Action, reach
from assistant.domain.words import Language, Text
from ui.words import (
    after_call,
    again,
    assignments,
    builder,
    calibration,
    common,
    conversations,
    my_data,
    outcomes,
    people,
    progress,
    record,
    swap,
    team,
    upkeep,
)

if TYPE_CHECKING:
    from streamlit.navigation.page import StreamlitPage


@dataclass(frozen=True, slots=True)
class Place:
    """`view`: the module under `ui.views`, imported when its page is first opened. Its name is the page's path in the URL."""

    view: str
    title: Text
    icon: str
    in_navigation: bool
    needs: Action


PLACES = (
    Place("practise", common.PRACTISE, ":material/forum:", True, "practise"),
    Place("role_plays", common.ROLE_PLAYS, ":material/history:", True, "practise"),
    Place("progress", progress.TITLE, ":material/trending_up:", True, "practise"),
    Place("conversations", conversations.NAME, ":material/chat_paste_go:", True, "practise"),
    Place("playbooks", common.PLAYBOOKS, ":material/menu_book:", True, "read_playbooks"),
    Place("scenarios", builder.SCENARIOS, ":material/edit_note:", True, "author_scenarios"),
    Place("team", team.NAME, ":material/groups:", True, "see_team"),
    Place("assignments", assignments.NAME, ":material/assignment_turned_in:", True, "assign"),
    Place("review", common.REVIEW, ":material/rate_review:", True, "review"),
    Place("calibration", calibration.NAME, ":material/balance:", True, "see_calibration"),
    Place("people", people.NAME, ":material/group:", True, "change_people"),
    Place("outcomes", outcomes.NAME, ":material/monitoring:", False, "import_outcomes"),
    Place("record", record.NAME, ":material/history_edu:", True, "read_audit"),
    Place("my_data", my_data.NAME, ":material/folder_shared:", True, "export"),
    Place("briefing", common.BRIEFING, ":material/assignment:", False, "practise"),
    Place("room", common.ROOM, ":material/forum:", False, "practise"),
    Place("scorecard", common.SCORECARD, ":material/analytics:", False, "read_role_play"),
    Place("conversation", conversations.ONE, ":material/analytics:", False, "practise"),
    Place("after_call", after_call.NAME, ":material/psychology:", False, "read_role_play"),
    Place("swap", swap.NAME, ":material/swap_horiz:", False, "practise"),
    Place("compare", again.TITLE, ":material/compare_arrows:", False, "read_role_play"),
    Place("upkeep", upkeep.NAME, ":material/fact_check:", False, "read_playbooks"),
    Place("playbook", common.PLAYBOOK, ":material/menu_book:", False, "read_playbooks"),
    Place("builder", builder.BUILDER, ":material/edit_note:", False, "author_scenarios"),
    Place("versions", builder.VERSIONS, ":material/history:", False, "author_scenarios"),
    Place("reading", common.READING, ":material/rate_review:", False, "review"),
)
FIRST = "practise"
REFUSED = "refused"
"""The view in place of one that the actor's role does not include."""


TEAMS_OWN = frozenset({"people", "team", "assignments", "outcomes", "calibration", "record"})
"""Pages of a team; alone there is only oneself."""


def pages(
    draw: Callable[[Callable[..., None]], None], language: Language, actor: Actor, first: str = FIRST, due: int = 0
) -> "dict[str, StreamlitPage]":
    """Streamlit's pages by name: all of them, so that every address answers; those that the actor's role does not include say so and stay out of
    the navigation. `draw` gets the view's `render`; `first` opens when the URL names none; `due`: how much is to be practised, as the navigation
    says."""
    return {
        place.view: st.Page(
            partial(_drawn, place.view if _includes(actor, place) else REFUSED, draw),
            title=_title(place, language, due),
            icon=place.icon,
            url_path="" if place.view == first else place.view.replace("_", "-"),
            default=place.view == first,
            visibility="visible" if place.in_navigation and _includes(actor, place) else "hidden",
        )
        for place in PLACES
    }


def _title(place: Place, language: Language, due: int) -> str:
    title = place.title.in_(language)
    return assignments.COUNTED.in_(language).format(page=title, count=due) if due and place.view == FIRST else title


def _includes(actor: Actor, place: Place) -> bool:
    return reach(actor, place.needs) is not None and not (place.view in TEAMS_OWN and actor.everywhere)


def _drawn(view: str, draw: Callable[[Callable[..., Any]], None]) -> None:
    draw(importlib.import_module(f"ui.views.{view}").render)
