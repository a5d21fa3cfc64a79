"""The form of a draft, read off the scenario's fields: one part at a time, and of a list one member at a time, so that a change redraws little."""

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

import streamlit as st

from assistant.authoring import items
from assistant.authoring.explanations import explained, title_of
from assistant.authoring.fields import empty, scenario_form
from assistant.domain.draft import Change
from assistant.domain.words import Text
from ui import state
from ui.markup import quiet
from ui.markup.builder import to_mend
from ui.views.builder_fields import SMALL, Bench, draw, keep
from ui.words import builder

if TYPE_CHECKING:
    from assistant.authoring.fields import FormField

ABOUT, NOTES = "about", "notes"
DEEP = frozenset({"group", "items"})


def parts() -> dict[str, tuple["FormField", ...]]:
    """The parts of the form by name: what stands by itself at the top first, then each group and each list."""
    fields = scenario_form().parts
    return {ABOUT: tuple(one for one in fields if one.kind not in DEEP)} | {one.name: (one,) for one in fields if one.kind in DEEP}


def part_of(path: str) -> str:
    """The part in which a place is mended."""
    first = path.split(".")[0]
    return first if first in parts() else ABOUT


def choose_part(bench: Bench, proposals: int) -> str:
    """Which part is open; its name stands in the URL, so a reload comes back to it."""
    known = parts()
    names = {name: _part_name(bench, name, fields) for name, fields in known.items()}
    names[NOTES] = bench.screen.say(builder.NOTES) + (f" · {bench.screen.say(builder.PROPOSED, count=proposals)}" if proposals else "")
    key = f"part-{bench.id}"
    if st.session_state.get(key) not in names:
        wanted = st.query_params.get(state.SECTION, ABOUT)
        st.session_state[key] = wanted if wanted in names else ABOUT

    def opened() -> None:
        st.query_params[state.SECTION] = str(st.session_state[key])

    chosen = st.pills(
        bench.screen.say(builder.SECTION),
        list(names),
        format_func=names.__getitem__,
        key=key,
        required=True,
        on_change=opened,
        label_visibility="collapsed",
    )
    return str(chosen or ABOUT)


def go_to(bench: Bench, path: str) -> None:
    """Opens the part, and the members, that a place is in."""
    st.session_state[f"part-{bench.id}"] = st.query_params[state.SECTION] = part_of(path)
    steps = path.split(".")
    for i, step in enumerate(steps):
        if step.isdigit():
            st.session_state[state.member(bench.id, ".".join(steps[:i]))] = int(step)


def draw_part(bench: Bench, name: str) -> None:
    for field in parts()[name]:
        if field.kind in DEEP:
            words = explained(field.path, bench.screen.language)
            st.subheader(words.name, anchor=False)
            if words.help:
                st.html(quiet(words.help))
    _fields(bench, parts()[name], "")


def _part_name(bench: Bench, name: str, fields: Sequence["FormField"]) -> str:
    said = bench.screen.say(builder.ABOUT) if name == ABOUT else explained(fields[0].path, bench.screen.language).name
    wrong = sum(bench.wrong_below(field.name) for field in fields)
    return f"{said} · {wrong}" if wrong else said


def _fields(bench: Bench, fields: Sequence["FormField"], above: str) -> None:
    """Small ones two in a row, as a form on paper has them."""
    for small, run in groupby(fields, lambda one: one.kind in SMALL):
        together = list(run)
        if not small:
            for field in together:
                _field(bench, field, _path(above, field.name))
            continue
        for pair in (together[i : i + 2] for i in range(0, len(together), 2)):
            for column, field in zip(st.columns(2, gap="small"), pair, strict=False):
                with column:
                    draw(bench, field, _path(above, field.name))


def _path(above: str, name: str) -> str:
    return f"{above}.{name}" if above else name


def _field(bench: Bench, field: "FormField", path: str) -> None:
    if field.kind == "group":
        _group(bench, field, path)
    elif field.kind == "items":
        _members(bench, field, path)
    else:
        draw(bench, field, path)


def _group(bench: Bench, field: "FormField", path: str) -> None:
    if "." in path:
        st.markdown(f"**{explained(field.path, bench.screen.language).name}**")
    if field.optional:
        there = bench.holds(path) is not None
        key = state.field(bench.id, path)
        st.session_state[key] = there

        def switched() -> None:
            keep(bench, [Change(path, empty(field) if st.session_state[key] else None)])

        st.toggle(bench.screen.say(builder.USED), key=key, on_change=switched)
        if not there:
            return
    _fields(bench, field.parts, path)


def _members(bench: Bench, field: "FormField", path: str) -> None:
    """One member at a time, and what can be done with it."""
    members = bench.holds(path)
    members = members if isinstance(members, list) else []
    if "." in path:
        words = explained(field.path, bench.screen.language)
        st.subheader(words.name, anchor=False, help=words.help or None)
    wrong = [bench.screen.say(one.expected) for one in bench.wrong(path)]
    if wrong:
        st.html(to_mend(bench.screen.say(builder.MEND), wrong))
    if not members:
        st.html(quiet(bench.screen.say(builder.NONE_YET)))
    which = _which(bench, path, members) if members else 0
    _actions(bench, field, path, len(members), which)
    if members and field.of:
        with st.container(border=True):
            inner = f"{path}.{which}"
            if field.of.kind == "group":
                _fields(bench, field.of.parts, inner)
            else:
                draw(bench, field.of, inner)


def _which(bench: Bench, path: str, members: Sequence[Any]) -> int:
    key = state.member(bench.id, path)
    st.session_state[key] = min(max(int(st.session_state.get(key) or 0), 0), len(members) - 1)

    def name(i: int) -> str:
        title = title_of(members[i], bench.screen.language) or bench.screen.say(builder.BLANK)
        wrong = bench.wrong_below(f"{path}.{i}")
        said = bench.screen.say(builder.MEMBER, number=i + 1, title=title)
        return f"{said} · {bench.screen.say(builder.TO_MEND, count=wrong)}" if wrong else said

    chosen = st.selectbox(
        bench.screen.say(builder.WHICH),
        range(len(members)),
        format_func=name,
        key=key,
        label_visibility="collapsed",
        placeholder=bench.screen.say(builder.PICK),
    )
    return int(chosen or 0)


def _actions(bench: Bench, field: "FormField", path: str, count: int, which: int) -> None:
    tree = bench.drafted.tree

    def act(changes: tuple[Change, ...], then: int) -> Callable[[], None]:
        def done() -> None:
            if changes and keep(bench, changes):
                st.session_state[state.member(bench.id, path)] = then

        return done

    def button(name: Text, key: str, icon: str, changes: tuple[Change, ...], then: int) -> None:
        label = bench.screen.say(name)
        st.button(label, key=f"{key}-{path}", icon=f":material/{icon}:", type="tertiary", disabled=not changes, on_click=act(changes, then))

    with st.container(horizontal=True, gap="small"):
        button(builder.ADD, "add", "add", items.added(tree, path, field), count)
        if count:
            button(builder.DUPLICATE, "twin", "content_copy", items.duplicated(tree, path, which), which + 1)
            button(builder.UP, "up", "arrow_upward", items.moved(tree, path, which, -1), which - 1)
            button(builder.DOWN, "down", "arrow_downward", items.moved(tree, path, which, 1), which + 1)
            button(builder.DELETE, "gone", "delete", items.removed(tree, path, which), which)
