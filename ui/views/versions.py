"""The versions of a scenario: which is in use, what each changed, two of them side by side, one of them restored; and the file."""

from typing import TYPE_CHECKING, Any

import streamlit as st

from assistant.authoring.explanations import place
from assistant.domain.draft import Difference, Version
from assistant.domain.policy import may
from assistant.errors import MajuError, NotFound
from ui import state
from ui.guard import told
from ui.markup import quiet, safe
from ui.markup.builder import difference
from ui.screen import Screen
from ui.views import sure
from ui.views.doing import refusal
from ui.words import builder, common

if TYPE_CHECKING:
    from assistant.assembly import Engine

MOST_DIFFERENCES = 60


def render(engine: "Engine", screen: Screen) -> None:
    st.page_link(screen.pages["scenarios"], label=screen.say(builder.BACK), icon=":material/arrow_back:")
    scenario_id = st.query_params.get(state.SCENARIO)
    if not scenario_id or not may(screen.actor, "author_scenarios") or not engine.published.known(scenario_id):
        st.info(screen.say(builder.NO_SCENARIO))
        return
    refusal("page")
    versions = engine.published.versions(screen.actor, scenario_id)
    bundled = scenario_id in engine.published.bundled()
    _head(screen, engine, scenario_id, versions)
    st.subheader(screen.say(builder.HISTORY), anchor=False)
    if not versions:
        st.info(screen.say(builder.NO_VERSIONS))
        return
    for version in versions:
        with st.container(border=True, key=f"card-version-{version.number}", horizontal=True, vertical_alignment="center"):
            _version(screen, engine, version, version is versions[0])
    if bundled:
        with st.container(border=True, key="card-version-0", horizontal=True, vertical_alignment="center"):
            st.html(f"<p><b>{safe(screen.say(builder.ORIGINAL))}</b></p>", width="stretch")
            if versions[0].tree is not None:
                _restore(screen, engine, scenario_id, 0)
    _compare(screen, engine, scenario_id, [*(one.number for one in versions if one.tree is not None), *([0] if bundled else [])])


def _head(screen: Screen, engine: "Engine", scenario_id: str, versions: tuple[Version, ...]) -> None:
    try:
        served = engine.library.get(scenario_id)
    except NotFound:
        st.title(scenario_id, anchor=False)
        return
    st.title(screen.say(served.title), anchor=False)
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        if st.button(screen.say(builder.EDIT), key="edit", icon=":material/edit:"):
            draft_id = engine.workshop.edit(screen.actor, scenario_id)
            st.switch_page(screen.pages["builder"], query_params={state.DRAFT: draft_id})
        st.download_button(
            screen.say(builder.DOWNLOAD),
            lambda: engine.published.exported(screen.actor, scenario_id).encode(),
            file_name=f"{scenario_id}.yaml",
            mime="application/yaml",
            icon=":material/download:",
            key="file",
            on_click="ignore",
        )
        st.page_link(screen.pages["briefing"], label=screen.say(common.PRACTISE), icon=":material/forum:", query_params={state.SCENARIO: scenario_id})
        if (
            versions
            and versions[0].tree is not None
            and st.button(screen.say(builder.RETIRE), key="retire", type="tertiary", icon=":material/archive:")
        ):
            _ask_to_retire(screen, engine, scenario_id)


def _ask_to_retire(screen: Screen, engine: "Engine", scenario_id: str) -> None:
    def retire() -> None:
        engine.published.retire(screen.actor, scenario_id)
        st.rerun()

    replacing = scenario_id in engine.published.bundled()
    what = screen.say(builder.RETIRE_REPLACING if replacing else builder.RETIRE_OWN)
    sure.ask(screen, builder.RETIRE_ASK, what, builder.RETIRE, retire, key="retire")


def _version(screen: Screen, engine: "Engine", version: Version, newest: bool) -> None:
    when = screen.say(builder.BY, at=screen.moment(version.at), who=version.by)
    stands = builder.TAKEN_OUT if version.tree is None else builder.IN_USE if newest else None
    badge = f' <span class="maju-state {"ready" if stands is builder.IN_USE else ""}">{safe(screen.say(stands))}</span>' if stands else ""
    note = f"<p>{safe(version.note)}</p>" if version.note else ""
    head = safe(screen.say(builder.VERSION, number=version.number))
    st.html(f'<div class="maju-playbook"><p><b>{head}</b>{badge}</p>{note}<p class="maju-quiet">{safe(when)}</p></div>', width="stretch")
    if version.tree is None:
        return
    st.download_button(
        screen.say(builder.DOWNLOAD),
        lambda: engine.published.exported(screen.actor, version.scenario, version.number).encode(),
        file_name=f"{version.scenario}.yaml",
        mime="application/yaml",
        icon=":material/download:",
        key=f"file-{version.number}",
        type="tertiary",
        on_click="ignore",
    )
    if not newest:
        _restore(screen, engine, version.scenario, version.number)


def _restore(screen: Screen, engine: "Engine", scenario_id: str, number: int) -> None:
    if not st.button(screen.say(builder.RESTORE), key=f"restore-{number}", type="tertiary", icon=":material/restore:"):
        return
    note = screen.say(builder.RESTORED_NOTE, number=number) if number else screen.say(builder.ORIGINAL_NOTE)
    try:
        engine.published.restore(screen.actor, scenario_id, number, note)
    except MajuError as error:
        state.refuse(st.session_state, told(error, screen))
    st.rerun()


def _compare(screen: Screen, engine: "Engine", scenario_id: str, numbers: list[int]) -> None:
    if len(numbers) < 2:
        return
    st.subheader(screen.say(builder.COMPARE), anchor=False)

    def named(number: int) -> str:
        return screen.say(builder.VERSION, number=number) if number else screen.say(builder.ORIGINAL)

    left, right = st.columns(2, gap="small")
    before = left.selectbox(
        screen.say(builder.BEFORE), numbers, index=1, format_func=named, key="compare-before", placeholder=screen.say(common.CHOOSE)
    )
    after = right.selectbox(
        screen.say(builder.AFTER), numbers, index=0, format_func=named, key="compare-after", placeholder=screen.say(common.CHOOSE)
    )
    found = engine.published.compare(screen.actor, scenario_id, before, after)
    if not found:
        st.info(screen.say(builder.SAME))
        return
    st.html(quiet(screen.say(builder.DIFFERENCES, count=len(found))))
    st.html("".join(_difference(screen, one) for one in found[:MOST_DIFFERENCES]))
    if len(found) > MOST_DIFFERENCES:
        st.html(quiet(screen.say(builder.FIRST_SHOWN, count=MOST_DIFFERENCES)))


def _difference(screen: Screen, one: Difference) -> str:
    nothing = screen.say(builder.NOTHING_THERE)
    return difference(place({}, one.path, screen.language), _words(screen, one.before) or nothing, _words(screen, one.after) or nothing)


def _words(screen: Screen, value: Any) -> str:
    """A value as people read it: of a whole member, its texts in the screen's language."""
    if isinstance(value, dict):
        inner = value.get(screen.language, None) if set(value) <= {"ko", "en"} else None
        return _words(screen, inner) if inner is not None else "\n".join(words for words in (_words(screen, one) for one in value.values()) if words)
    if isinstance(value, bool):
        return screen.say(builder.YES if value else builder.NO)
    if isinstance(value, list | tuple):
        return "\n".join(_words(screen, one) for one in value)
    return "" if value is None else str(value)
