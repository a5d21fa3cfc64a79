"""Where two playbooks say the same, or different numbers for one thing: side by side with both sources, and settled by a manager."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.memory import Settled
from assistant.domain.policy import may
from assistant.playbooks.agreement import Pair, Said, contradictions, duplicates
from ui.markup import headings_of
from ui.markup import playbooks as markup
from ui.screen import Screen
from ui.words import room, upkeep

if TYPE_CHECKING:
    from assistant.assembly import Engine

MOST = 30


def draw(screen: Screen, engine: "Engine") -> None:
    with st.spinner(screen.say(upkeep.LOOKING)):
        pairs = _pairs(engine, engine.shelf.in_use())
    settled = engine.marking.settled()
    waiting = [one for one in pairs if one.key not in settled]
    if not waiting:
        st.info(screen.say(upkeep.NO_PAIRS))
    for pair in waiting[:MOST]:
        with st.container(border=True, key=f"card-pair-{pair.key[:12]}"):
            _pair(screen, engine, pair)
    if len(waiting) > MOST:
        st.caption(screen.say(upkeep.FIRST, count=MOST))
    _settled(screen, [(one, settled[one.key]) for one in pairs if one.key in settled])


@st.cache_data(show_spinner=False, max_entries=4)
def _pairs(_engine: "Engine", in_use: tuple[str, ...]) -> Sequence[Pair]:
    """Of these versions, whose passages never change; contradictions first."""
    passages = _engine.shelf.passages(in_use)
    return [*contradictions(passages), *duplicates(passages)]


def _pair(screen: Screen, engine: "Engine", pair: Pair) -> None:
    contradicts = pair.kind == "contradiction"
    head = screen.say(upkeep.CONTRADICTION) if contradicts else screen.say(upkeep.SAME, percent=f"{pair.alike:.0%}")
    sides = [(_where(screen, one), one.words, one.number) for one in (pair.one, pair.other)]
    st.html(markup.pair(head, sides))
    if not may(screen.actor, "mark_playbooks"):
        return
    with st.container(horizontal=True):
        words = upkeep.BOTH_HOLD if contradicts else upkeep.KEEP_BOTH
        if st.button(screen.say(words), key=f"both-{pair.key[:12]}", type="tertiary", icon=":material/done_all:"):
            engine.marking.settle(screen.actor, pair)
            st.rerun()
        for side, said in (("one", pair.one), ("other", pair.other)):
            label = f"{screen.say(upkeep.THIS_HOLDS)}: {said.passage.playbook}"
            if contradicts and st.button(label, key=f"{side}-{pair.key[:12]}", type="tertiary", icon=":material/check:"):
                engine.marking.settle(screen.actor, pair, said)
                st.rerun()


def _where(screen: Screen, said: Said) -> str:
    passage = said.passage
    path = (passage.playbook, *headings_of(passage.playbook, passage.section))
    page = (screen.say(room.PAGE, page=passage.page),) if passage.page else ()
    return " · ".join((" › ".join(path), *page))


def _settled(screen: Screen, pairs: list[tuple[Pair, Settled]]) -> None:
    if not pairs:
        return
    with st.expander(screen.say(upkeep.SETTLED, count=len(pairs))):
        for pair, how in pairs[:MOST]:
            head = f"{screen.say(upkeep.SETTLED_HOW[how.how])} · {screen.day(how.at)}"
            st.html(markup.pair(head, [(_where(screen, one), one.words, one.number) for one in (pair.one, pair.other)]))
