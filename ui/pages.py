"""Which pages there are, in the order of the navigation. A new page is one line here and one `render` under `views`."""

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import streamlit as st

from assistant.domain.words import Language, Text
from ui.words import after_call, again, builder, common, progress, swap

if TYPE_CHECKING:
    from streamlit.navigation.page import StreamlitPage


@dataclass(frozen=True, slots=True)
class Place:
    """`view`: the module under `ui.views`, imported when its page is first opened. Its name is the page's path in the URL."""

    view: str
    title: Text
    icon: str
    in_navigation: bool


PLACES = (
    Place("practise", common.PRACTISE, ":material/forum:", True),
    Place("role_plays", common.ROLE_PLAYS, ":material/history:", True),
    Place("progress", progress.TITLE, ":material/trending_up:", True),
    Place("playbooks", common.PLAYBOOKS, ":material/menu_book:", True),
    Place("scenarios", builder.SCENARIOS, ":material/edit_note:", True),
    Place("review", common.REVIEW, ":material/rate_review:", True),
    Place("briefing", common.BRIEFING, ":material/assignment:", False),
    Place("room", common.ROOM, ":material/forum:", False),
    Place("scorecard", common.SCORECARD, ":material/analytics:", False),
    Place("after_call", after_call.NAME, ":material/psychology:", False),
    Place("swap", swap.NAME, ":material/swap_horiz:", False),
    Place("compare", again.TITLE, ":material/compare_arrows:", False),
    Place("playbook", common.PLAYBOOK, ":material/menu_book:", False),
    Place("builder", builder.BUILDER, ":material/edit_note:", False),
    Place("versions", builder.VERSIONS, ":material/history:", False),
    Place("reading", common.READING, ":material/rate_review:", False),
)
FIRST = "practise"


def pages(draw: Callable[[Callable[..., None]], None], language: Language, first: str = FIRST) -> "dict[str, StreamlitPage]":
    """Streamlit's pages by name. `draw` gets the view's `render`; `first` opens when the URL names none."""
    return {
        place.view: st.Page(
            partial(_drawn, place.view, draw),
            title=place.title.in_(language),
            icon=place.icon,
            url_path="" if place.view == first else place.view.replace("_", "-"),
            default=place.view == first,
            visibility="visible" if place.in_navigation else "hidden",
        )
        for place in PLACES
    }


def _drawn(view: str, draw: Callable[[Callable[..., Any]], None]) -> None:
    draw(importlib.import_module(f"ui.views.{view}").render)
