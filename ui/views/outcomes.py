"""Outcomes, for managers: taken in from a spreadsheet, every line checked before one is kept, and laid beside practice."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.outcome import Outcome, OutcomeKind
from assistant.domain.words import DIMENSIONS, Dimension
from assistant.errors import MajuError
from assistant.outcomes import sample
from assistant.outcomes.beside import FEWEST_DEALS, FEWEST_PEOPLE, monthly, related, won_share
from ui import state
from ui.guard import guarded, told
from ui.markup import bullets, quiet, safe, unmarked, uploader_words
from ui.markup import team as markup
from ui.screen import Screen
from ui.views.doing import done
from ui.words import common, outcomes

if TYPE_CHECKING:
    from assistant.assembly import Engine

MOST_BAD = 20
MOST_KPIS = 4
MEGABYTES = 2


def render(engine: "Engine", screen: Screen) -> None:
    st.page_link(screen.pages["team"], label=screen.say(outcomes.BACK), icon=":material/arrow_back:")
    st.title(screen.say(outcomes.TITLE), anchor=False)
    st.html(f'<p class="maju-lead">{safe(screen.say(outcomes.LEAD))}</p>')
    if not screen.actor.teams:
        st.info(screen.say(outcomes.NO_TEAM))
        return
    done()
    _take_in(screen, engine)
    found = engine.outcomes.of_people(screen.actor)
    if not found:
        st.info(screen.say(outcomes.NOTHING))
        return
    _beside(screen, engine, found)
    _files(screen, engine)


@guarded
def _take_in(screen: Screen, engine: "Engine") -> None:
    people = [one for one in engine.outcomes.people(screen.actor) if "rep" in one.roles]
    with st.container(horizontal=True):
        kinds: list[OutcomeKind] = list(outcomes.SAMPLES)
        for kind in kinds:
            st.download_button(
                screen.say(outcomes.SAMPLES[kind]),
                sample(kind, people, screen.language),
                file_name=f"maju-{kind}.csv",
                mime="text/csv",
                key=f"sample-{kind}",
                icon=":material/download:",
                type="tertiary",
                on_click="ignore",
            )
    st.html(uploader_words(screen.say(outcomes.CHOOSE), screen.say(outcomes.LIMIT), screen.say(outcomes.TOO_BIG)))
    file = st.file_uploader(screen.say(outcomes.UPLOAD), key=state.outcomes_upload(st.session_state), max_upload_size=MEGABYTES)
    if file is not None:
        _checked(screen, engine, file.name, file.getvalue())


def _checked(screen: Screen, engine: "Engine", name: str, content: bytes) -> None:
    """What the file holds; kept only by a click."""
    try:
        read = engine.outcomes.check(screen.actor, content)
    except MajuError as error:
        st.error(unmarked(told(error, screen)), icon=":material/error:")
        return
    st.html(quiet(screen.say(outcomes.FITS, kind=screen.say(outcomes.KINDS[read.kind]), count=len(read.rows))))
    if read.bad:
        lines = [screen.say(outcomes.BAD_LINE, line=one.line, why=screen.say(one.why)) for one in read.bad[:MOST_BAD]]
        if len(read.bad) > MOST_BAD:
            lines.append(screen.say(outcomes.MORE_BAD, count=len(read.bad) - MOST_BAD))
        st.warning(screen.say(outcomes.BAD, count=len(read.bad)), icon=":material/warning:")
        st.html(bullets(tuple(lines)))
    words = screen.say(outcomes.KEEP_REST, count=len(read.rows)) if read.bad else screen.say(outcomes.KEEP)
    if read.rows and st.button(words, key="outcomes-keep", type="secondary" if read.bad else "primary", icon=":material/check:"):
        kept = engine.outcomes.take_in(screen.actor, name, content, even_with_bad=bool(read.bad))
        state.took_outcomes(st.session_state)
        state.tell(st.session_state, screen.say(outcomes.KEPT, count=kept.rows))
        st.rerun()


def _files(screen: Screen, engine: "Engine") -> None:
    files = engine.outcomes.files(screen.actor)
    if not files:
        return
    with st.expander(screen.say(outcomes.FILES), icon=":material/description:"):
        for one in files:
            kind = screen.say(outcomes.KINDS[one.kind])
            with st.container(horizontal=True, vertical_alignment="center"):
                st.markdown(unmarked(screen.say(outcomes.FILE, name=one.name, kind=kind, count=one.rows, day=screen.day(one.at))), width="stretch")
                if st.button(screen.say(outcomes.REMOVE), key=f"remove-{one.id}", type="tertiary", icon=":material/delete:"):
                    engine.outcomes.remove(screen.actor, one.id)
                    state.tell(st.session_state, screen.say(outcomes.REMOVED))
                    st.rerun()


def _beside(screen: Screen, engine: "Engine", found: Mapping[str, tuple[Outcome, ...]]) -> None:
    book = engine.team_book.open(screen.actor, sorted(screen.actor.teams))
    seen = {one.id: sum(each.rep == one.id for each in book.seen) for one in book.members}
    kpis = list(dict.fromkeys(one.name for own in found.values() for one in own if one.kind == "kpi"))[:MOST_KPIS]
    st.subheader(screen.say(outcomes.BESIDE), anchor=False)
    heads = [screen.say(outcomes.PERSON), screen.say(outcomes.SEEN), screen.say(outcomes.WON)]
    heads += [screen.say(outcomes.A_MONTH, kpi=kpi) for kpi in kpis]
    rows = []
    for person in (one for one in engine.outcomes.people(screen.actor) if one.id in found or seen.get(one.id)):
        own = found.get(person.id, ())
        rows.append([person.name, str(seen.get(person.id, 0)), _won(screen, own), *(_figure(screen, monthly(own, kpi)) for kpi in kpis)])
    st.html(markup.table(heads, rows, screen.say(outcomes.BESIDE)))
    st.html(quiet(screen.say(outcomes.BESIDE_WHAT)))
    st.subheader(screen.say(outcomes.RELATION), anchor=False)
    shares = {person: share.of / share.n for person, own in found.items() if (share := won_share(own)) and share.n >= FEWEST_DEALS}
    beside = {screen.say(outcomes.WON_SHARE, fewest=FEWEST_DEALS): shares}
    beside |= {kpi: {person: value for person, own in found.items() if (value := monthly(own, kpi)) is not None} for kpi in kpis}
    for language in book.languages:
        levels = book.levels(language)
        for what, outcome in beside.items():
            named = what
            if len(book.languages) > 1:
                named = screen.say(outcomes.IN_LANGUAGE, what=what, language=common.LANGUAGE_NAMES[language])
            _relation(screen, named, levels, outcome)
    st.html(quiet(screen.say(outcomes.NO_CAUSE)))


def _won(screen: Screen, own: tuple[Outcome, ...]) -> str:
    share = won_share(own)
    if share is None:
        return screen.say(outcomes.NONE)
    return screen.say(outcomes.WON_OF, n=share.n, won=share.of, low=round(100 * share.low), high=round(100 * share.high))


def _figure(screen: Screen, value: float | None) -> str:
    return screen.say(outcomes.NONE) if value is None else f"{value:,.1f}"


def _relation(screen: Screen, what: str, levels: Mapping[str, Mapping[Dimension, float]], outcome: Mapping[str, float]) -> None:
    both = sum(person in levels for person in outcome)
    if both < FEWEST_PEOPLE:
        if both:
            st.html(quiet(screen.say(outcomes.TOO_FEW, what=what, n=both, fewest=FEWEST_PEOPLE)))
        return
    found = {name: related({person: own[name] for person, own in levels.items() if name in own}, outcome) for name in DIMENSIONS}
    for dimension, one in found.items():
        if one and one.sure:
            numbers = {"rho": f"{one.rho:+.2f}", "low": f"{one.low:+.2f}", "high": f"{one.high:+.2f}", "n": one.n}
            words = screen.say(outcomes.RELATED, what=what, dimension=screen.say(common.DIMENSIONS[dimension]), **numbers)
            st.html(f"<p>{safe(words)}</p>")
    others = [screen.say(common.DIMENSIONS[dimension]) for dimension, one in found.items() if one and not one.sure]
    if others:
        st.html(quiet(screen.say(outcomes.NOT_RELATED, what=what, dimensions=", ".join(others), n=both)))
