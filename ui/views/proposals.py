"""Passages out of talks: proposed on the scorecard of one that went well, decided on here by a trainer."""

from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.memory import Addition, Proposal
from assistant.domain.policy import may
from assistant.domain.roleplay import RolePlay
from assistant.domain.scorecard import Scorecard
from assistant.errors import MajuError
from ui import shown
from ui.guard import told
from ui.markup import playbooks as markup
from ui.markup import quiet, unmarked
from ui.screen import Screen
from ui.words import common, upkeep

if TYPE_CHECKING:
    from assistant.assembly import Engine

LONG = 60


def draw(screen: Screen, engine: "Engine") -> None:
    proposals = engine.proposals.all(screen.actor)
    if not proposals:
        st.info(screen.say(upkeep.NO_PROPOSALS))
    names = engine.directory.names() if screen.team else {}
    for one in proposals:
        with st.container(border=True, key=f"card-proposal-{one.id}"):
            _proposal(screen, engine, one, names.get(one.by))


def _proposal(screen: Screen, engine: "Engine", one: Proposal, name: str | None) -> None:
    words = upkeep.PROPOSED_BY if name else upkeep.PROPOSED
    st.html(markup.read_section(one.passage.heading, one.passage.text))
    st.html(quiet(screen.say(words, name=name, playbook=one.playbook, moment=screen.moment(one.at))))
    if one.accepted is not None:
        st.html(quiet(screen.say(upkeep.DECIDED[one.accepted])))
    elif not engine.proposals.may_decide(screen.actor, one):
        st.html(quiet(screen.say(upkeep.SOMEBODY_ELSE)))
    else:
        with st.container(horizontal=True):
            if st.button(screen.say(upkeep.ACCEPT), key=f"accept-{one.id}", icon=":material/check:", type="primary"):
                _decide(screen, engine, one, accept=True)
            if st.button(screen.say(upkeep.REFUSE), key=f"refuse-{one.id}", icon=":material/close:", type="tertiary"):
                _decide(screen, engine, one, accept=False)


def _decide(screen: Screen, engine: "Engine", one: Proposal, *, accept: bool) -> None:
    try:
        if accept:
            engine.proposals.accept(screen.actor, one.id, screen.language)
        else:
            engine.proposals.refuse(screen.actor, one.id)
    except MajuError as error:
        st.error(unmarked(told(error, screen)), icon=":material/error:")
    else:
        st.rerun()


def propose(screen: Screen, engine: "Engine", role_play: RolePlay, card: Scorecard) -> None:
    """Below a scorecard, for who may propose, where there is a playbook to put it into. The moment that was praised comes first."""
    names = [one.name for one in engine.shelf.current()]
    if not names or not may(screen.actor, "propose_passages"):
        return
    with st.expander(screen.say(upkeep.PROPOSE), icon=":material/post_add:", key="propose"):
        st.html(quiet(screen.say(upkeep.PROPOSE_WHAT)))
        said = [one for one in role_play.turns if one.speaker == "rep"]
        first = next((at for at, one in enumerate(said) if card.strength and one.index == card.strength.turn), 0)
        at = st.selectbox(
            screen.say(upkeep.MOMENT),
            range(len(said)),
            index=first,
            format_func=lambda at: shown.short(" ".join(said[at].text.split()), LONG),
            key="propose-moment",
            placeholder=screen.say(common.CHOOSE),
        )
        playbook = st.selectbox(screen.say(upkeep.FOR_PLAYBOOK), names, key="propose-playbook", placeholder=screen.say(common.CHOOSE))
        heading = st.text_input(screen.say(upkeep.HEADING), key="propose-heading", max_chars=100)
        text = st.text_area(screen.say(upkeep.PASSAGE), _exchange(screen, role_play, card, said[at].index), key=f"propose-text-{at}", height=200)
        if st.button(screen.say(upkeep.SEND), key="propose-send", type="primary", icon=":material/send:"):
            try:
                engine.proposals.propose(screen.actor, role_play.id, said[at].index, playbook, Addition(heading, text))
            except MajuError as error:
                st.error(unmarked(told(error, screen)), icon=":material/error:")
            else:
                st.success(screen.say(upkeep.SENT), icon=":material/check_circle:")


def _exchange(screen: Screen, role_play: RolePlay, card: Scorecard, turn: int) -> str:
    """What the buyer said, what the rep answered, and what the scorecard praised in it."""
    of = {one.index: one.text for one in role_play.turns}
    lines = [screen.say(upkeep.BUYER_SAID, words=of[turn - 1])] if turn - 1 in of else []
    lines.append(screen.say(upkeep.REP_SAID, words=of[turn]))
    why = card.strength.why if card.strength and card.strength.turn == turn else ""
    return "\n".join([*lines, screen.say(upkeep.WHY, why=why)])
