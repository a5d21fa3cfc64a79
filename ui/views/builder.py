"""The scenario builder: would this buyer fool me? The form on the left, the buyer answering on the right, each a fragment of its own."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from assistant.authoring.explanations import place
from assistant.authoring.fields import fields_by_path
from assistant.domain.draft import Change, Problem
from assistant.domain.policy import may
from assistant.domain.tree import bare
from assistant.domain.words import LANGUAGES, Language
from assistant.errors import NotFound
from ui import state
from ui.guard import guarded
from ui.markup import quiet, unmarked
from ui.markup.builder import status
from ui.screen import Screen
from ui.views import builder_form, builder_notes, builder_publish, builder_try
from ui.views.builder_fields import Bench, keep
from ui.words import builder

if TYPE_CHECKING:
    from assistant.assembly import Engine
    from assistant.authoring import Drafted

SIDES: dict[str, tuple[Language, ...]] = {"both": LANGUAGES, "ko": ("ko",), "en": ("en",)}
SIDE_NAMES = {"both": builder.BOTH, "ko": builder.KOREAN, "en": builder.ENGLISH}
FORM = frozenset({"form"})


def render(engine: "Engine", screen: Screen) -> None:
    st.page_link(screen.pages["scenarios"], label=screen.say(builder.BACK), icon=":material/arrow_back:")
    draft_id = st.query_params.get(state.DRAFT)
    if not draft_id or not may(screen.actor, "author_scenarios"):
        st.info(screen.say(builder.CHOOSE_DRAFT))
        return
    try:
        drafted = engine.workshop.draft(screen.actor, draft_id)
    except NotFound:
        st.info(screen.say(builder.NO_DRAFT))
        return
    if drafted.draft.closed:
        st.info(screen.say(builder.CLOSED))
        return
    with st.container(key="builder"):
        wide, narrow = st.columns([3, 2], gap="large")
        with wide:
            _form(screen, engine, draft_id)
        with narrow, st.container(key="tryout"):
            builder_try.draw(screen, engine, draft_id)


@st.fragment
@guarded
def _form(screen: Screen, engine: "Engine", draft_id: str) -> None:
    drafted = engine.workshop.draft(screen.actor, draft_id)
    state.looked_at(st.session_state, draft_id, drafted.revision)
    found = engine.workshop.problems(drafted)
    st.title(_title(screen, drafted), anchor=False)
    _head(Bench(engine, screen, drafted, found, LANGUAGES), found)
    sides = _sides(screen)
    bench = Bench(engine, screen, drafted, found, sides)
    _lost(bench)
    proposals = engine.proposer.open(screen.actor, drafted)
    part = builder_form.choose_part(bench, sum(len(one.open()) for one in proposals))
    _unknown(bench)
    if part == builder_form.NOTES:
        builder_notes.draw(bench, proposals)
    else:
        builder_form.draw_part(bench, part)


def _title(screen: Screen, drafted: "Drafted") -> str:
    title = drafted.tree.get("title")
    said = title.get(screen.language) or title.get("en" if screen.language == "ko" else "ko") if isinstance(title, dict) else None
    return str(said or screen.say(builder.UNTITLED))


def _head(bench: Bench, found: Sequence[Problem]) -> None:
    screen, drafted = bench.screen, bench.drafted
    mend = screen.say(builder.TO_MEND, count=len(found)) if found else screen.say(builder.NOTHING_TO_MEND)
    st.html(status(screen.say(builder.SAVED), mend, not found))
    with st.container(horizontal=True, gap="small"):
        builder_publish.draw(bench)
        st.button(
            screen.say(builder.UNDO),
            key="undo",
            icon=":material/undo:",
            disabled=not drafted.can_undo,
            on_click=lambda: bench.engine.workshop.undo(screen.actor, bench.id),
        )
        name = f"{drafted.tree.get('id') or bench.id}.yaml"
        st.download_button(
            screen.say(builder.DOWNLOAD),
            lambda: bench.engine.workshop.draft_file(drafted).encode(),
            file_name=name,
            mime="application/yaml",
            icon=":material/download:",
            key="draft-file",
            on_click="ignore",
        )
        with st.popover(screen.say(builder.DISCARD), icon=":material/delete:", key="discard"):
            st.text(screen.say(builder.DISCARD_WHAT))
            if st.button(screen.say(builder.DISCARD), key="discard-yes", type="primary"):
                bench.engine.workshop.discard(screen.actor, bench.id)
                st.switch_page(screen.pages["scenarios"])


def _sides(screen: Screen) -> tuple[Language, ...]:
    chosen = st.segmented_control(
        screen.say(builder.SIDES),
        list(SIDES),
        default="both",
        required=True,
        format_func=lambda one: screen.say(SIDE_NAMES[one]),
        key="builder-sides",
        persist_state="session",
        label_visibility="collapsed",
    )
    return SIDES[chosen or "both"]


def _lost(bench: Bench) -> None:
    """What was typed and could not be kept: nobody has to remember it."""
    lost = state.lost(st.session_state, bench.id)
    if not lost:
        return
    with st.container(border=True, key="lost"):
        for path, typed, why in lost:
            st.warning(unmarked(f"{place(bench.drafted.tree, path, bench.screen.language)}: {why}"), icon=":material/undo:")
            if typed:
                st.code(typed, language=None, wrap_lines=True)
        st.html(quiet(bench.screen.say(builder.LOST)))
        label = bench.screen.say(builder.LOST_CLEAR)
        st.button(label, key="lost-clear", type="tertiary", icon=":material/check:", on_click=lambda: state.forget_lost(st.session_state, bench.id))


def _unknown(bench: Bench) -> None:
    """What a taken-in file holds and no field of the form can show."""

    def take_out(path: str) -> None:
        keep(bench, [Change(path, None)])

    known = fields_by_path()
    for one in bench.found:
        if one.kind in FORM and bare(one.path).removesuffix(".ko").removesuffix(".en") not in known and bench.holds(one.path) is not None:
            st.warning(unmarked(f"{bench.screen.say(builder.UNKNOWN)}: {one.path}"))
            st.button(bench.screen.say(builder.TAKE_OUT), key=f"out-{one.path}", icon=":material/delete:", on_click=take_out, args=(one.path,))
