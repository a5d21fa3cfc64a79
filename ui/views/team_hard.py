"""What a team finds hard, with the reps' own words, and the one thing that would help most."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.scenario import Scenario
from assistant.domain.team import Hard, HardKind, TeamView
from ui import shown, state
from ui.markup import quiet, safe
from ui.markup import team as markup
from ui.screen import Screen
from ui.views.progress_courses import quoted
from ui.words import team

if TYPE_CHECKING:
    from assistant.assembly import Engine

LONGEST = 220
"""Characters of a passage that name it."""


def help_most(screen: Screen, engine: "Engine", found: TeamView) -> None:
    with st.container(border=True, key="card-next"):
        st.subheader(screen.say(team.NEXT), anchor=False)
        if found.next is None:
            st.html(quiet(screen.say(team.NEXT_NOTHING)))
            return
        one = found.next.hard
        st.html(f"<p><b>{safe(engine.scorer.measure_name(one.name, screen.language))}</b></p>")
        why = [screen.say(team.NEXT_WHY, people=one.people, of_people=one.of_people, count=one.role_plays, of=one.of)]
        scenarios = {each.id: each for each in engine.library.all()}
        where = scenarios.get(found.next.scenario or "")
        if where:
            why.append(screen.say(team.NEXT_WHERE, scenario=screen.say(where.title)))
        st.html(f"<p>{safe(' '.join(why))}</p>")
        rule = engine.scorer.rule(one.name, screen.language)
        if rule:
            st.html(f"<p>{safe(screen.say(team.NEXT_RULE, rule=rule))}</p>")
        for said in one.quotes:
            quoted(screen, said.role_play, said.turn, said.quote)
        to_it = {state.SCENARIO: where.id} if where else {}
        st.page_link(screen.pages["assignments"], label=screen.say(team.TO_ASSIGN), icon=":material/add_task:", query_params=to_it)


def draw(screen: Screen, engine: "Engine", found: TeamView, scenarios: Mapping[str, Scenario]) -> None:
    st.subheader(screen.say(team.HARD), anchor=False)
    if not found.hard:
        st.html(quiet(screen.say(team.NOTHING_HARD)))
        return
    kinds: list[HardKind] = [kind for kind in team.HARD_KINDS if any(one.kind == kind for one in found.hard)]
    grid = st.grid(min_column_width=380, gap="large", key="hard")
    for kind in kinds:
        with grid.cell():
            st.html(f"<h4>{safe(screen.say(team.HARD_KINDS[kind]))}</h4>")
            for one in found.hard:
                if one.kind == kind:
                    _one(screen, engine, one, scenarios)
    st.html(quiet(screen.say(team.LATEST_ONLY)))


def _one(screen: Screen, engine: "Engine", one: Hard, scenarios: Mapping[str, Scenario]) -> None:
    counts = {"people": one.people, "of_people": one.of_people, "count": one.role_plays, "of": one.of}
    if one.kind == "measure":
        st.html(markup.hard(engine.scorer.measure_name(one.name, screen.language), one.share, screen.say(team.HARD_MEASURE, **counts)))
    elif one.kind == "passage":
        st.html(markup.hard(shown.short(one.name, LONGEST), one.share, screen.say(team.HARD_PASSAGE, **counts)))
    else:
        scenario, _, which = one.name.partition(":")
        deal = scenarios[scenario]
        st.html(
            markup.hard(_in_deal(screen, deal, one.kind, which), one.share, screen.say(team.HARD_DEAL, scenario=screen.say(deal.title), **counts))
        )
    for said in one.heard:
        quoted(screen, said.role_play, said.turn, said.quote)


def _in_deal(screen: Screen, deal: Scenario, kind: HardKind, which: str) -> str:
    if kind == "discovery":
        return screen.say(deal.discovery[int(which)].name)
    return next(f"“{one.lines.in_(screen.language)[0]}”" for one in deal.objections if one.id == which)
