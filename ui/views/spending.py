"""What models took this month, for whoever keeps the accounts: everybody's, each team's, and how much of the budget is left."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.people import Person
from assistant.domain.spending import Total, by_team, month_of, summed
from ui.guard import guarded
from ui.markup import quiet, safe
from ui.screen import Screen
from ui.words import spending as words

if TYPE_CHECKING:
    from assistant.assembly import Engine

NEARLY = 0.95


def amount(screen: Screen, total: Total) -> str:
    tokens = screen.say(words.ABOUT if total.estimated else words.TOKENS, tokens=total.tokens_in + total.tokens_out)
    return f"{tokens} · {screen.say(words.COST, cost=total.cost)}" if total.cost else tokens


@guarded
def draw(screen: Screen, engine: "Engine", people: Sequence[Person], teams: dict[str, str]) -> None:
    by_rep = engine.spendings.by_rep(month_of(engine.now()))
    total, of_teams, budget = summed(by_rep.values()), by_team(by_rep, people), engine.settings.budget
    rows = [(screen.say(words.ALL), total), *sorted((teams[team], took) for team, took in of_teams.items() if team in teams)]
    lines = "".join(f"<tr><th>{safe(name)}</th><td>{safe(amount(screen, took))}</td></tr>" for name, took in rows)
    with st.expander(screen.say(words.TITLE), icon=":material/toll:", key="spending"):
        st.html(f'<table class="maju-spending">{lines}</table>' if total.calls else quiet(screen.say(words.NOTHING)))
        if len(of_teams) > 1:
            st.html(quiet(screen.say(words.TEAMS)))
        if budget is None:
            st.html(quiet(screen.say(words.NO_BUDGET)))
            return
        share = total.cost / budget if budget else 1.0
        st.html(quiet(screen.say(words.BUDGET, budget=budget, share=share)))
        if share >= NEARLY:
            st.warning(screen.say(words.SPENT), icon=":material/savings:")
