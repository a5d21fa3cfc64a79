"""Which pages there are, in the order of the navigation. A new page is one line here and one `render` under `views`."""

import importlib
from collections import Counter
from collections.abc import Callable, Mapping
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
    """`view`: the module under `ui.views`, imported when its page is first opened; see `address`.
    `group`: the heading it stands under where there are many; None = outside the navigation, OWN = under none."""

    view: str
    title: Text
    icon: str
    group: Text | None
    needs: Action


OWN = Text("", "")
PLACES = (
    Place("practise", common.PRACTISE, ":material/forum:", OWN, "practise"),
    Place("role_plays", common.ROLE_PLAYS, ":material/history:", OWN, "practise"),
    Place("progress", progress.TITLE, ":material/trending_up:", OWN, "practise"),
    Place("conversations", conversations.NAME, ":material/chat_paste_go:", OWN, "practise"),
    Place("playbooks", common.PLAYBOOKS, ":material/menu_book:", common.CONTENT, "read_playbooks"),
    Place("scenarios", builder.SCENARIOS, ":material/edit_note:", common.CONTENT, "author_scenarios"),
    Place("team", team.NAME, ":material/groups:", common.TEAM, "see_team"),
    Place("assignments", assignments.NAME, ":material/assignment_turned_in:", common.TEAM, "assign"),
    Place("review", common.REVIEW, ":material/rate_review:", common.TEAM, "review"),
    Place("calibration", calibration.NAME, ":material/balance:", common.TEAM, "see_calibration"),
    Place("people", people.NAME, ":material/group:", common.KEEPING, "change_people"),
    Place("outcomes", outcomes.NAME, ":material/monitoring:", None, "import_outcomes"),
    Place("record", record.NAME, ":material/history_edu:", common.KEEPING, "read_audit"),
    Place("my_data", my_data.NAME, ":material/folder_shared:", OWN, "export"),
    Place("briefing", common.BRIEFING, ":material/assignment:", None, "practise"),
    Place("room", common.ROOM, ":material/forum:", None, "practise"),
    Place("scorecard", common.SCORECARD, ":material/analytics:", None, "read_role_play"),
    Place("conversation", conversations.ONE, ":material/analytics:", None, "practise"),
    Place("after_call", after_call.NAME, ":material/psychology:", None, "read_role_play"),
    Place("swap", swap.NAME, ":material/swap_horiz:", None, "practise"),
    Place("compare", again.TITLE, ":material/compare_arrows:", None, "read_role_play"),
    Place("upkeep", upkeep.NAME, ":material/fact_check:", None, "read_playbooks"),
    Place("playbook", common.PLAYBOOK, ":material/menu_book:", None, "read_playbooks"),
    Place("builder", builder.BUILDER, ":material/edit_note:", None, "author_scenarios"),
    Place("versions", builder.VERSIONS, ":material/history:", None, "author_scenarios"),
    Place("reading", common.READING, ":material/rate_review:", None, "review"),
)
FIRST = "practise"
SIDE_BY_SIDE = 7
"""How many pages fit on top of a laptop's window."""
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
            url_path="" if place.view == first else address(place.view),
            default=place.view == first,
            visibility="visible" if place.group and _includes(actor, place) else "hidden",
        )
        for place in PLACES
    }


def address(view: str) -> str:
    """The page's path in the URL; the first page is at / as well."""
    return view.replace("_", "-")


def navigation(found: "Mapping[str, StreamlitPage]", language: Language, actor: Actor) -> "dict[str, list[StreamlitPage]]":
    """The pages under their headings: side by side where they fit, else those of a heading behind it, unless it has but one."""
    shown = Counter(place.group for place in PLACES if place.group and _includes(actor, place))
    behind = {group for group, count in shown.items() if group != OWN and count > 1 and shown.total() > SIDE_BY_SIDE}
    grouped: dict[str, list[StreamlitPage]] = {}
    for place in PLACES:
        heading = place.group if place.group in behind else OWN
        grouped.setdefault(heading.in_(language), []).append(found[place.view])
    return grouped


def _title(place: Place, language: Language, due: int) -> str:
    title = place.title.in_(language)
    return assignments.COUNTED.in_(language).format(page=title, count=due) if due and place.view == FIRST else title


def _includes(actor: Actor, place: Place) -> bool:
    return reach(actor, place.needs) is not None and not (place.view in TEAMS_OWN and actor.everywhere)


def _drawn(view: str, draw: Callable[[Callable[..., Any]], None]) -> None:
    draw(importlib.import_module(f"ui.views.{view}").render)
