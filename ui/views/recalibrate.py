"""Refitting the rubric: today's beside what trainers' scores ask for, on talks held back; accepted by a person, and taken back."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.policy import may
from assistant.domain.words import Language
from assistant.scoring.recalibrating import FEWEST, Compared, Proposal
from assistant.scoring.refit_file import moves
from ui.markup import bullets, quiet, safe
from ui.markup import review as markup
from ui.markup.scorecard import fold
from ui.screen import Screen
from ui.views.doing import doing, refusal
from ui.words import calibration, common
from ui.words.record import person

if TYPE_CHECKING:
    from assistant.assembly import Engine


def draw(screen: Screen, engine: "Engine", language: Language) -> None:
    st.subheader(screen.say(calibration.REFIT), anchor=False)
    refusal("refit")
    proposal = engine.recalibrating.proposal(screen.actor, language)
    if proposal.talks < FEWEST:
        st.html(quiet(screen.say(calibration.REFIT_FEW, talks=proposal.talks, fewest=FEWEST)))
    else:
        st.html(quiet(screen.say(calibration.REFIT_HOW, talks=proposal.talks)))
        st.html(_beside(screen, proposal) + _changes(screen, engine, proposal))
        _decide(screen, engine, proposal)
    _history(screen, engine)


def _beside(screen: Screen, proposal: Proposal) -> str:
    heads = [calibration.HELD, calibration.ERROR, calibration.DIFFERENCE, calibration.SAYS]
    table = []
    for one in proposal.dimensions:
        error = screen.say(calibration.TODAY_NEW, before=f"{one.error[0]:.1f}", after=f"{one.error[1]:.1f}")
        apart = screen.say(calibration.TODAY_NEW, before=f"{one.difference[0]:+.1f}", after=f"{one.difference[1]:+.1f}")
        cells = [(str(one.held), ""), (error, ""), (apart, ""), (_verdict(screen, one), "")]
        table.append((screen.say(common.DIMENSIONS[one.dimension]), cells))
    return markup.table("", [screen.say(one) for one in heads], table)


def _verdict(screen: Screen, one: Compared) -> str:
    return screen.say(calibration.MOVES if one.sure else calibration.NOT_SURE if one.steps else calibration.STAYS)


def _changes(screen: Screen, engine: "Engine", proposal: Proposal) -> str:
    """Every number that moves, dimension by dimension, as the rubric's file holds them."""
    if proposal.rubric is None:
        return ""
    today, labels = engine.rubrics.now().file, {"prior": screen.say(calibration.PRIOR), "judge": screen.say(calibration.JUDGE)}
    said = []
    for one in (each for each in proposal.dimensions if each.sure):
        for each in moves(today, proposal.rubric.file, proposal.language, one.dimension):
            name = labels.get(each.what) or engine.scorer.measure_name(each.what, screen.language)
            said.append(f"{screen.say(common.DIMENSIONS[one.dimension])} · {name}: {each.before} → {each.after}")
    return fold(screen.say(calibration.CHANGES), bullets(tuple(said)))


def _decide(screen: Screen, engine: "Engine", proposal: Proposal) -> None:
    if proposal.rubric is None:
        st.html(quiet(screen.say(calibration.REFIT_NONE)))
    elif not may(screen.actor, "change_rubric"):
        st.html(quiet(screen.say(calibration.ACCEPT_WHO)))
    else:
        accept = partial(_told, screen, partial(engine.recalibrating.accept, screen.actor, proposal))
        click = doing(screen, "refit", accept)
        st.button(screen.say(calibration.ACCEPT), type="primary", key="accept-rubric", icon=":material/tune:", on_click=click)
        st.html(quiet(screen.say(calibration.ACCEPT_HOW)))


def _told(screen: Screen, work: Callable[[], object]) -> None:
    work()
    st.toast(screen.say(calibration.DONE), icon=":material/check:")


def _history(screen: Screen, engine: "Engine") -> None:
    st.html(quiet(screen.say(calibration.NOW, rubric=engine.rubrics.now().version)))
    history = engine.recalibrating.history(screen.actor)
    if not history:
        return
    names, changes = engine.directory.names(), may(screen.actor, "change_rubric")
    with st.expander(screen.say(calibration.HISTORY), icon=":material/history:"):
        for one in reversed(history):
            said = screen.say(
                calibration.VERSION,
                number=one.number,
                day=screen.day(one.at),
                who=person(one.by, names, screen.language),
                note=one.note if one.tree else screen.say(calibration.BUNDLED),
            )
            with st.container(horizontal=True, vertical_alignment="center"):
                st.html(f"<p>{safe(said)}</p>", width="stretch")
                if changes and one.tree and one.number != history[-1].number:
                    back = partial(_told, screen, partial(engine.recalibrating.go_back, screen.actor, one.number))
                    label = screen.say(calibration.BACK_TO, number=one.number)
                    st.button(label, key=f"back-to-{one.number}", type="tertiary", on_click=doing(screen, "refit", back))
        if changes and history[-1].tree:
            first = partial(_told, screen, partial(engine.recalibrating.go_back, screen.actor, 0))
            st.button(screen.say(calibration.BACK_TO_BUNDLED), key="back-to-0", type="tertiary", on_click=doing(screen, "refit", first))
