"""Publishing a draft: what is still to mend with a way there, what it changes, and a newer version that came out meanwhile."""

from typing import TYPE_CHECKING

import streamlit as st

from assistant.authoring.explanations import place
from assistant.domain.draft import Problem
from assistant.errors import MajuError
from ui import state
from ui.guard import told
from ui.markup import bullets, quiet, unmarked
from ui.views import builder_form
from ui.words import builder

if TYPE_CHECKING:
    from ui.views.builder_fields import Bench

MOST_SHOWN = 12


def draw(bench: "Bench") -> None:
    screen = bench.screen
    with st.popover(screen.say(builder.PUBLISH), icon=":material/publish:", key="publish", type="primary"):
        if bench.found:
            st.text(screen.say(builder.NOT_YET))
            for i, one in enumerate(bench.found[:MOST_SHOWN]):
                _to_mend(bench, i, one)
            if len(bench.found) > MOST_SHOWN:
                st.html(quiet(screen.say(builder.MORE_FAULTS, count=len(bench.found) - MOST_SHOWN)))
        else:
            _ready(bench)


def _to_mend(bench: "Bench", i: int, one: Problem) -> None:
    """What is wrong, and the way there in one."""
    said = f"{place(bench.drafted.tree, one.path, bench.screen.language)}: {bench.screen.say(one.expected)}"
    with st.container(key=f"mend-{i}"):
        st.button(
            unmarked(said), key=f"go-{i}", type="tertiary", icon=":material/arrow_forward:", on_click=builder_form.go_to, args=(bench, one.path)
        )


def _ready(bench: "Bench") -> None:
    screen, draft = bench.screen, bench.drafted.draft
    st.text(screen.say(builder.PUBLISH_WHAT))
    changed = bench.engine.workshop.changes_of(bench.drafted)
    if changed and draft.scenario:
        st.html(quiet(screen.say(builder.CHANGES, count=len(changed))))
        st.html(bullets(tuple(place(bench.drafted.tree, one.path, screen.language) for one in changed[:MOST_SHOWN])))
    newest = bench.engine.published.newest(draft.scenario) if draft.scenario else 0
    sure = True
    if newest != draft.over:
        st.warning(screen.say(builder.NEWER, number=newest), icon=":material/history:")
        sure = st.checkbox(screen.say(builder.OVER_IT), key=f"over-{newest}")
    note = st.text_input(screen.say(builder.NOTE), key=f"note-{bench.id}", max_chars=300)
    if st.button(screen.say(builder.PUBLISH), key="publish-yes", type="primary", disabled=not sure) and sure:
        try:
            version = bench.engine.workshop.publish(screen.actor, bench.id, note, over=newest)
        except MajuError as error:
            st.error(unmarked(told(error, screen)), icon=":material/error:")
            return
        st.switch_page(screen.pages["versions"], query_params={state.SCENARIO: version.scenario})
