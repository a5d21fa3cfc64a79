"""Upkeep of the playbooks, one click away from their list: where they are used and silent, where they disagree, what the team proposes."""

from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.policy import may
from assistant.playbooks.coverage import Answered, Usage
from ui.markup import headings_of, quiet
from ui.markup import playbooks as markup
from ui.screen import Screen
from ui.views import disagreements, proposals
from ui.words import playbooks, upkeep

if TYPE_CHECKING:
    from assistant.assembly import Engine

MOST_NEVER = 20
USE, AGREEMENT, PROPOSALS = "use", "agreement", "proposals"


def render(engine: "Engine", screen: Screen) -> None:
    st.page_link(screen.pages["playbooks"], label=screen.say(playbooks.BACK), icon=":material/arrow_back:")
    if not looks_after(screen):
        st.info(screen.say(upkeep.NOT_YOURS))
        return
    st.title(screen.say(upkeep.TITLE), anchor=False)
    names = {USE: upkeep.USE, AGREEMENT: upkeep.AGREEMENT, PROPOSALS: upkeep.PROPOSALS}
    chosen = st.segmented_control(
        screen.say(upkeep.NAME),
        list(names),
        default=USE,
        format_func=lambda one: screen.say(names[one]),
        key="upkeep-tab",
        label_visibility="collapsed",
        required=True,
    )
    if chosen == PROPOSALS:
        proposals.draw(screen, engine)
    elif not engine.shelf.current():
        st.info(screen.say(upkeep.NOTHING_YET))
    elif chosen == AGREEMENT:
        disagreements.draw(screen, engine)
    else:
        _use(screen, engine)


def looks_after(screen: Screen) -> bool:
    """Managers mark, trainers decide on what is proposed."""
    return may(screen.actor, "mark_playbooks") or may(screen.actor, "approve_passages")


def _use(screen: Screen, engine: "Engine") -> None:
    for one in engine.coverage.usage():
        with st.container(border=True, key=f"card-use-{one.version.id}"):
            _usage(screen, one)
    st.subheader(screen.say(upkeep.GAPS), anchor=False)
    st.html(quiet(screen.say(upkeep.GAPS_WHAT)))
    every = [engine.coverage.answered(scenario) for scenario in engine.library.all()]
    for deal in every:
        if deal.playbooks:
            _answered(screen, deal)
    without = ", ".join(screen.say(one.scenario.deal.product) for one in every if not one.playbooks)
    if without:
        st.html(markup.silent(screen.say(upkeep.NO_PLAYBOOK), without, ()))


def _usage(screen: Screen, one: Usage) -> None:
    uses = [screen.say(upkeep.USED[use], count=count) for use, count in one.role_plays.items()]
    about = [*(uses or [screen.say(upkeep.USED_NEVER)]), screen.say(upkeep.SINCE, day=screen.day(one.since))]
    st.html(markup.playbook(one.version.name, "", "", about, screen.say(upkeep.CAME_UP, count=one.came_up, of=one.version.passages)))
    if one.never and one.came_up:
        with st.expander(screen.say(upkeep.NEVER, count=len(one.never))):
            for passage in one.never[:MOST_NEVER]:
                path = " › ".join(headings_of(passage.playbook, passage.section))
                st.html(markup.read_section(path or screen.say(playbooks.UNTITLED), passage.text))
            if len(one.never) > MOST_NEVER:
                st.html(quiet(screen.say(upkeep.FIRST, count=MOST_NEVER)))


def _answered(screen: Screen, one: Answered) -> None:
    product = screen.say(one.scenario.deal.product)
    if not one.gaps:
        st.html(markup.silent(product, screen.say(upkeep.COVERED, of=one.of), ()))
    else:
        lines = [(screen.say(upkeep.KINDS[gap.kind]), screen.say(gap.what)) for gap in one.gaps]
        st.html(markup.silent(product, screen.say(upkeep.GAPS_OF, of=one.of, count=len(one.gaps)), lines))
