"""One field of a draft as controls, by its kind. The store is the truth: what a control shows is what is kept, and every committed change is kept."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import streamlit as st

from assistant.authoring import items
from assistant.authoring.explanations import explained, is_short, names_for, refers_to
from assistant.domain.draft import Change, Problem
from assistant.domain.tree import at
from assistant.domain.words import Language, Text
from ui import shown, state
from ui.guard import told
from ui.markup import quiet
from ui.markup.builder import to_mend
from ui.screen import Screen
from ui.words import builder

if TYPE_CHECKING:
    from assistant.assembly import Engine
    from assistant.authoring import Drafted
    from assistant.authoring.fields import FormField

SMALL = frozenset({"word", "whole", "number", "flag", "choice"})
SIDES: dict[Language, Text] = {"ko": builder.KOREAN, "en": builder.ENGLISH}
WON = "_won"
LONG_LINE = 28
"""Characters from which a line may take more than one row."""


@dataclass(frozen=True, slots=True)
class Bench:
    """What every control needs: the draft as it stands, what is wrong with it, and the languages shown."""

    engine: "Engine"
    screen: Screen
    drafted: "Drafted"
    found: Sequence[Problem]
    sides: tuple[Language, ...]

    @property
    def id(self) -> str:
        return self.drafted.draft.id

    def holds(self, path: str) -> Any:
        return at(self.drafted.tree, path)

    def wrong(self, *paths: str) -> list[Problem]:
        return [one for one in self.found if one.path in paths]

    def wrong_below(self, path: str) -> int:
        return sum(one.path == path or one.path.startswith(f"{path}.") for one in self.found)


def keep(bench: Bench, changes: Sequence[Change], typed: str = "") -> bool:
    """Keeps what was just changed. What cannot be kept stands above the form, with the reason."""
    try:
        number = bench.engine.workshop.change(bench.screen.actor, bench.id, state.seen(st.session_state, bench.id), changes)
    except Exception as error:
        state.keep_lost(st.session_state, bench.id, changes[0].path if changes else "", typed, told(error, bench.screen))
        return False
    state.edited(st.session_state, bench.id, number)
    return True


def draw(bench: Bench, field: "FormField", path: str) -> None:
    """A field that is no group and no list of members."""
    _DRAWN[field.kind](bench, field, path)
    _mend(bench, path)


def _mend(bench: Bench, *paths: str) -> None:
    found = [bench.screen.say(builder.EXPECTED, what=bench.screen.say(one.expected)) for one in bench.wrong(*paths)]
    if found:
        st.html(to_mend(bench.screen.say(builder.MEND), found))


def _bound(bench: Bench, path: str, stored: Any) -> str:
    """The control's key, holding what is kept: what another window has kept shows here too."""
    key = state.field(bench.id, path)
    if key not in st.session_state or st.session_state[key] != stored:
        st.session_state[key] = stored
    return key


def _on_change(bench: Bench, path: str, read: Callable[[Any], Any] = lambda value: value) -> Callable[[], None]:
    def changed() -> None:
        value = st.session_state[state.field(bench.id, path)]
        keep(bench, [Change(path, read(value))], str(value))

    return changed


def _named(bench: Bench, field: "FormField") -> tuple[str, str | None]:
    words = explained(field.path, bench.screen.language)
    return words.name, words.help or None


def _word(bench: Bench, field: "FormField", path: str) -> None:
    name, more = _named(bench, field)
    stored = bench.holds(path)
    key = _bound(bench, path, stored if isinstance(stored, str) else str(field.default or ""))
    above, _, last = path.rpartition(".")
    place = above.rpartition(".")
    if last == "id" and place[2].isdigit():
        st.text_input(name, key=key, help=more, on_change=_rename(bench, place[0], int(place[2]), path))
    else:
        st.text_input(name, key=key, help=more, on_change=_on_change(bench, path, str.strip))


def _rename(bench: Bench, list_path: str, i: int, path: str) -> Callable[[], None]:
    """A member's id, and whatever names it."""

    def changed() -> None:
        new = str(st.session_state[state.field(bench.id, path)]).strip()
        keep(bench, items.renamed(bench.drafted.tree, list_path, i, new), new)

    return changed


def _number(bench: Bench, field: "FormField", path: str) -> None:
    name, more = _named(bench, field)
    stored = bench.holds(path)
    whole = field.kind == "whole"
    value = stored if isinstance(stored, int | float) and not isinstance(stored, bool) else field.default
    number = value if value is None else int(value) if whole else float(value)
    dear = field.name.endswith(WON)
    key = _bound(bench, path, number)
    step: Any = (1_000_000 if dear else 1) if whole else 0.05
    st.number_input(
        name, key=key, help=more, step=step, min_value=0 if whole else 0.0, format=None if whole else "%.2f", on_change=_on_change(bench, path)
    )
    if dear and number:
        st.html(quiet(shown.won(int(number), bench.screen.language)))


def _flag(bench: Bench, field: "FormField", path: str) -> None:
    name, more = _named(bench, field)
    stored = bench.holds(path)
    st.toggle(name, key=_bound(bench, path, bool(field.default if stored is None else stored)), help=more, on_change=_on_change(bench, path))


def _choice(bench: Bench, field: "FormField", path: str) -> None:
    name, more = _named(bench, field)
    names = explained(field.path, bench.screen.language).choices
    stored = bench.holds(path)
    options = list(field.choices)
    key = _bound(bench, path, stored if stored in options else field.default if field.default in options else None)
    pick = bench.screen.say(builder.PICK)
    st.selectbox(
        name, options, key=key, help=more, placeholder=pick, format_func=lambda one: names.get(str(one), str(one)), on_change=_on_change(bench, path)
    )


def _choices(bench: Bench, field: "FormField", path: str) -> None:
    """Of a few known values, or of the ids of something else in the draft; an id that is gone can still be taken out."""
    name, more = _named(bench, field)
    if field.kind == "words" and not refers_to(field.path):
        _free_words(bench, field, path)
        return
    stored = [one for one in bench.holds(path) or () if isinstance(one, str | int)]
    if field.kind == "choices":
        names: dict[Any, str] = {one: explained(field.path, bench.screen.language).choices.get(str(one), str(one)) for one in field.choices}
    else:
        names = {one: f"{title} ({one})" if title else one for one, title in names_for(bench.drafted.tree, path, bench.screen.language).items()}
    names |= {one: bench.screen.say(builder.MISSING, id=one) for one in stored if one not in names}
    pick = bench.screen.say(builder.PICK)
    st.multiselect(
        name,
        list(names),
        key=_bound(bench, path, stored),
        help=more,
        placeholder=pick,
        select_all=False,
        format_func=names.__getitem__,
        on_change=_on_change(bench, path, list),
    )


def _free_words(bench: Bench, field: "FormField", path: str) -> None:
    name, more = _named(bench, field)
    key = _bound(bench, path, joined(bench.holds(path)))
    st.text_area(name, key=key, help=more, height="content", on_change=_on_change(bench, path, split))


def _texts(bench: Bench, field: "FormField", path: str) -> None:
    """Both languages side by side, or one; lines one per row."""
    name, more = _named(bench, field)
    columns = st.columns(len(bench.sides), gap="small") if len(bench.sides) > 1 else [st.container()]
    for column, side in zip(columns, bench.sides, strict=True):
        with column:
            _side(bench, field, f"{path}.{side}", f"{name} · {bench.screen.say(SIDES[side])}", more)
            _mend(bench, f"{path}.{side}")
    for hidden in (one for one in SIDES if one not in bench.sides):
        said = bench.screen.say(SIDES[hidden])
        found = [f"{said}: {bench.screen.say(one.expected)}" for one in bench.wrong(f"{path}.{hidden}")]
        if found:
            st.html(to_mend(bench.screen.say(builder.MEND), found))


def _side(bench: Bench, field: "FormField", path: str, label: str, more: str | None) -> None:
    stored = bench.holds(path)
    if field.kind == "lines":
        key = _bound(bench, path, joined(stored))
        hint = bench.screen.say(builder.ONE_PER_LINE)
        st.text_area(label, key=key, help=more, height="content", placeholder=hint, on_change=_on_change(bench, path, split))
        return
    key = _bound(bench, path, str(stored or ""))
    if is_short(field.path):
        st.text_input(label, key=key, help=more, on_change=_on_change(bench, path, str.strip))
    else:
        st.text_area(label, key=key, help=more, height="content", on_change=_on_change(bench, path, str.strip))


def joined(stored: Any) -> str:
    """One per row; sentences with a blank row between, so that one sees where each ends."""
    lines = [" ".join(str(one).split()) for one in stored] if isinstance(stored, list | tuple) else []
    return ("\n\n" if any(len(line) > LONG_LINE for line in lines) else "\n").join(lines)


def split(text: str) -> list[str]:
    """One per row, blank rows left out."""
    return [line.strip() for line in text.splitlines() if line.strip()]


_DRAWN: dict[str, Callable[[Bench, "FormField", str], None]] = {
    "word": _word,
    "text": _texts,
    "lines": _texts,
    "whole": _number,
    "number": _number,
    "flag": _flag,
    "choice": _choice,
    "choices": _choices,
    "words": _choices,
}
