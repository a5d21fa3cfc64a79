"""A draft from notes and playbook passages by a model: asked in the background, its proposals taken or put away one by one."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import streamlit as st

from assistant.authoring.explanations import explained, place
from assistant.domain.draft import Change, Proposal
from assistant.domain.words import LANGUAGES, Language
from assistant.errors import MajuError
from ui import shown, state
from ui.engine import drafting
from ui.guard import guarded, told
from ui.markup import quiet, unmarked
from ui.markup.builder import proposal as proposed
from ui.views.builder_fields import SIDES, WON, Bench
from ui.words import builder, common, playbooks

if TYPE_CHECKING:
    from ui.background import Task

LOOK_S = 1.0
RESULTS = 6
SHORT = 70


def draw(bench: Bench, proposals: Sequence[Proposal]) -> None:
    screen, model = bench.screen, bench.engine.proposer.model
    for one in proposals:
        _proposal(bench, one)
    st.subheader(screen.say(builder.NOTES), anchor=False)
    if model is None:
        st.info(screen.say(builder.NOTES_OFFLINE))
        st.page_link(screen.pages["scenarios"], label=screen.say(builder.TO_COPY), icon=":material/content_copy:")
        return
    st.html(quiet(screen.say(builder.NOTES_WHAT, model=model)))
    notes = st.text_area(
        screen.say(builder.YOUR_NOTES), key=f"notes-{bench.id}", height=220, max_chars=6000, placeholder=screen.say(builder.NOTES_HINT)
    )
    language = st.segmented_control(
        screen.say(builder.NOTES_LANGUAGE),
        LANGUAGES,
        default=screen.language,
        required=True,
        format_func=common.LANGUAGE_NAMES.__getitem__,
        key="notes-language",
    )
    passages = _passages(bench)
    _ask(bench, str(notes or ""), passages, language or screen.language)


def _passages(bench: Bench) -> list[str]:
    """What the person has picked of the playbooks; what was picked stays while one searches on."""
    screen = bench.screen
    query = st.text_input(screen.say(builder.FIND), key=f"find-{bench.id}", placeholder=screen.say(playbooks.SEARCH_HINT))
    picked_key = f"picked-{bench.id}"
    texts: dict[str, str] = st.session_state.setdefault(f"passages-{bench.id}", {})
    chosen = [one for one in st.session_state.get(picked_key, ()) if one in texts]
    if query and query.strip():
        found = bench.engine.shelf.search([query], RESULTS)[0]
        if not found:
            st.html(quiet(screen.say(builder.NOTHING_FOUND)))
        fresh = {one.passage.id: f"{one.passage.heading}: {one.passage.text}" for one in found}
        st.session_state[f"passages-{bench.id}"] = texts = {one: texts[one] for one in chosen} | fresh
    if not texts:
        return []
    picked = st.multiselect(
        screen.say(builder.FOUND),
        list(texts),
        key=picked_key,
        format_func=lambda one: texts[one][:SHORT],
        placeholder=screen.say(builder.PICK),
        select_all=False,
    )
    return [texts[one] for one in picked]


def _ask(bench: Bench, notes: str, passages: Sequence[str], language: Language) -> None:
    screen, key = bench.screen, f"draft-{bench.id}"

    def work(_: "Task") -> Any:
        return bench.engine.proposer.propose(screen.actor, bench.id, notes, passages, language)

    tasks = drafting().tasks(key)
    if st.button(
        screen.say(builder.PROPOSE), key="propose", type="primary", icon=":material/edit_note:", disabled=any(not one.finished for one in tasks)
    ):
        drafting().start(key, "", work)
        st.rerun(scope="fragment")
    for task in tasks:
        if not task.finished:
            _watch(screen, bench, key)
        elif task.error:
            st.error(unmarked(told(task.error, screen)), icon=":material/error:")
            if isinstance(task.error, MajuError):
                st.page_link(screen.pages["scenarios"], label=screen.say(builder.TO_COPY), icon=":material/content_copy:")


def _watch(screen: Any, bench: Bench, key: str) -> None:
    """Looks once a second while the model writes; whoever has left finds the proposals when they come back."""

    @st.fragment(run_every=LOOK_S)
    @guarded
    def look(screen: Any) -> None:
        st.progress(0.0, unmarked(screen.say(builder.PROPOSING, model=bench.engine.proposer.model)))
        if all(task.finished for task in drafting().tasks(key)):
            st.rerun()

    look(screen)


def _proposal(bench: Bench, one: Proposal) -> None:
    screen = bench.screen
    left = one.open()
    with st.container(border=True, key=f"proposal-{one.id[:8]}"):
        st.subheader(screen.say(builder.PROPOSALS), anchor=False)
        st.html(quiet(screen.say(builder.PROPOSALS_WHAT, model=one.made_by, at=screen.moment(one.at))))
        if one.dropped:
            st.html(quiet(screen.say(builder.DROPPED, count=one.dropped)))
        indices = [i for i, _ in left]
        with st.container(horizontal=True):
            st.button(screen.say(builder.TAKE_ALL), key=f"take-all-{one.id[:8]}", type="primary", on_click=_decide, args=(bench, one, indices, True))
            st.button(screen.say(builder.PUT_ALL_AWAY), key=f"away-all-{one.id[:8]}", on_click=_decide, args=(bench, one, indices, False))
        for i, change in left:
            st.html(proposed(place(bench.drafted.tree, change.path, screen.language), _rows(bench, change)))
            with st.container(horizontal=True, gap="small"):
                for name, icon, taken in ((builder.TAKE, ":material/check:", True), (builder.PUT_AWAY, ":material/close:", False)):
                    st.button(
                        screen.say(name), key=f"{taken}-{one.id[:8]}-{i}", type="tertiary", icon=icon, on_click=_decide, args=(bench, one, [i], taken)
                    )


def _decide(bench: Bench, one: Proposal, indices: list[int], taken: bool) -> None:
    try:
        if taken:
            bench.engine.proposer.take(bench.screen.actor, bench.drafted, one, indices)
        else:
            bench.engine.proposer.put_away(bench.screen.actor, bench.drafted, one, indices)
    except MajuError as error:
        state.keep_lost(st.session_state, bench.id, one.changes[indices[0]].path, "", told(error, bench.screen))


def _rows(bench: Bench, change: Change) -> list[tuple[str, str]]:
    """A proposed value as people read it: both languages, of a member each of its fields that holds something."""
    path = change.path.removesuffix(".+")
    if path != change.path and isinstance(change.value, dict):
        return [
            (explained(f"{path}.{name}", bench.screen.language).name, words)
            for name, value in change.value.items()
            if name != "id" and (words := _words(bench, value))
        ]
    if isinstance(change.value, dict):
        return [(bench.screen.say(SIDES[side]), words) for side in LANGUAGES if (words := _words(bench, change.value.get(side)))]
    if change.path.endswith(WON):
        return [("", shown.won(change.value, bench.screen.language))]
    return [("", _words(bench, change.value))]


def _words(bench: Bench, value: Any) -> str:
    if isinstance(value, dict):
        return "\n".join(words for words in (_words(bench, one) for one in value.values()) if words)
    return "\n".join(map(str, value)) if isinstance(value, list | tuple) else str(value if value is not None else "")
