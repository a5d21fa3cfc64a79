"""Beside the account: how trust moved, what the buyer would have agreed to, their worries, and what was found out and what never was."""

from collections.abc import Iterator

import streamlit as st

from assistant.domain.buyer import Fact
from assistant.domain.roleplay import Move
from assistant.domain.scenario import Scenario
from assistant.domain.words import Language, Text
from assistant.practice.account import Account, Area, Untold, Worry
from assistant.practice.account_words import Teller
from ui import shown
from ui.markup import after_call as markup
from ui.markup import quiet, safe
from ui.markup import scorecard as parts
from ui.screen import Screen
from ui.theme import charts
from ui.words import after_call, room


def draw(screen: Screen, scenario: Scenario, told: Account, teller: Teller) -> None:
    if told.thoughts:
        st.subheader(screen.say(after_call.FEELING), anchor=False)
        _line(screen, told)
    st.subheader(screen.say(after_call.AGREEMENT), anchor=False)
    st.html(_agreement(screen, scenario, told, teller))
    st.subheader(screen.say(after_call.WORRIES), anchor=False)
    st.html(_worries(screen, told))
    st.subheader(screen.say(after_call.MAP), anchor=False)
    st.html(_found(screen, scenario, told, teller))


def _line(screen: Screen, told: Account) -> None:
    points = [charts.FeltPoint(0, told.start.trust, told.start.patience)]
    points += [charts.FeltPoint(number, one.trust, one.patience) for number, one in enumerate(told.thoughts, 1)]
    marks = [
        charts.FeltMark(number, one.trust, screen.say(name), shape)
        for number, one in enumerate(told.thoughts, 1)
        for name, shape in _happened(one.move)
    ]
    names = (screen.say(after_call.TRUST), screen.say(after_call.PATIENCE))
    first, last = (shown.points(100 * trust) for trust in (points[0].trust, points[-1].trust))
    chart = charts.felt_lines(points, marks, names, screen.say(after_call.TURN_AXIS))
    st.altair_chart(chart, key="felt-lines", alt=screen.say(after_call.CHART_ALT, first=first, last=last))


def _happened(move: Move) -> Iterator[tuple[Text, str]]:
    """What is marked on the line, each with a shape of its own; at most one thing a turn is told."""
    if move.kind == "agree":
        yield after_call.AGREED, "diamond"
    elif move.kind in {"leave", "warn"}:
        yield after_call.TURNED_AWAY, "cross"
    elif move.objection:
        yield after_call.WORRIED, "triangle-up"
    elif move.settle:
        yield after_call.SETTLED, "square"
    elif move.volunteer or (move.kind == "tell" and move.because == "asked"):
        yield after_call.TOLD, "circle"


def _agreement(screen: Screen, scenario: Scenario, told: Account, teller: Teller) -> str:
    """The next step they would take, and in their words what was still missing."""
    step = parts.quote(scenario.agreement.next_step.in_(screen.language))
    if told.agreed:
        return f"<p>{safe(teller.says('agreed'))}</p>{step}"
    open_ones = [one.objection for one in told.worries if one.met is None]
    unsaid = [
        one for one in scenario.objections if one.id in scenario.agreement.settled and one.id not in {each.objection.id for each in told.worries}
    ]
    lines = []
    for name in told.missing:
        worries = open_ones if name == "settled" else unsaid if name == "objection" else []
        quoted = "".join(parts.quote(one.lines.in_(screen.language)[0]) for one in worries)
        lines.append(f"<li>{safe(teller.says(f'missing_{name}'))}{quoted}</li>")
    return f'<p>{safe(teller.says("would_agree"))}</p>{step}<ul class="maju-list">{"".join(lines)}</ul>'


def _worries(screen: Screen, told: Account) -> str:
    if not told.worries:
        return quiet(screen.say(after_call.NO_WORRIES))
    return markup.worries([_worry(screen, one) for one in told.worries])


def _worry(screen: Screen, one: Worry) -> str:
    met = one.met is not None
    state = screen.say(after_call.MET if met else after_call.NOT_MET)
    words = one.objection.lines.in_(screen.language)[0]
    to_turn = parts.turn_link(one.turn, screen.say(after_call.TO_TURN))
    return markup.worry(words, state, met, screen.say(after_call.BEHIND), one.objection.behind.in_(screen.language), to_turn)


def _found(screen: Screen, scenario: Scenario, told: Account, teller: Teller) -> str:
    items = [_area(screen, scenario, area, teller) for area in told.areas]
    if told.elsewhere:
        lines = [_never(screen, scenario, one, teller) for one in told.elsewhere]
        head = screen.say(after_call.NEVER_TOLD, count=len(lines))
        items.append(markup.area(screen.say(after_call.ELSEWHERE), "", screen.say(after_call.FOUND["missed"]), "missed", (), lines, head))
    return markup.areas(items)


def _area(screen: Screen, scenario: Scenario, area: Area, teller: Teller) -> str:
    link = screen.say(after_call.TO_TURN)
    told = [markup.Line(screen.say(one.fact.summary), turn=one.turn, link=link) for one in area.told]
    untold = [_never(screen, scenario, one, teller) for one in area.untold]
    head = screen.say(after_call.NEVER_TOLD, count=len(untold))
    state = screen.say(after_call.FOUND[area.found])
    return markup.area(screen.say(room.AREAS[area.item.area]), screen.say(area.item.name), state, area.found, told, untold, head)


def _never(screen: Screen, scenario: Scenario, one: Untold, teller: Teller) -> markup.Line:
    """In the buyer's own words, with what could have been asked."""
    topic = next(each for each in scenario.topics if each.id == one.fact.topics[0])
    about = screen.say(after_call.ASK_ABOUT, topic=screen.say(topic.name))
    return markup.Line(_own_words(one.fact, screen.language), f"{about}: {teller.could_have(one)}")


def _own_words(fact: Fact, language: Language) -> str:
    return fact.lines.in_(language)[0]
