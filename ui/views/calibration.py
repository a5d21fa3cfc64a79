"""Calibration: can the machine be trusted? Agreement with its interval against the line of good enough; drift; where machine and trainers part."""

import math
from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.words import DIMENSIONS, LANGUAGES, Dimension, Language
from assistant.review.agreement import KAPPA_ENOUGH, Agreement, Estimate
from assistant.review.calibration import SPLITS, Apart, Row, Seen, Split, drift, item_rows, own_severity, rows
from ui import shown, state
from ui.markup import quiet, safe
from ui.markup import review as markup
from ui.markup.scorecard import fold, quote
from ui.screen import Screen
from ui.theme import intervals
from ui.views import recalibrate
from ui.words import calibration, common, judging

if TYPE_CHECKING:
    from assistant.assembly import Engine


def render(engine: "Engine", screen: Screen) -> None:
    st.title(screen.say(calibration.TITLE), anchor=False)
    st.html(f'<p class="maju-lead">{safe(screen.say(calibration.LEAD))}</p>')
    seen = engine.calibration.seen(screen.actor)
    if not seen:
        st.info(screen.say(calibration.EMPTY))
        return
    trainers = {review.by for one in seen for review in one.left.blind}
    st.html(quiet(screen.say(calibration.TALKS, talks=len(seen), trainers=len(trainers))))
    language = _language(screen, seen)
    chosen = [one for one in seen if one.role_play.language == language]
    _agreement(screen, chosen)
    _table(screen, engine, seen)
    _drift(screen, engine, chosen)
    _apart(screen, engine, chosen)
    recalibrate.draw(screen, engine, language)


def _language(screen: Screen, seen: tuple[Seen, ...]) -> Language:
    there = [one for one in LANGUAGES if any(each.role_play.language == one for each in seen)]
    if len(there) == 1:
        return there[0]
    chosen: Language = st.segmented_control(
        screen.say(calibration.LANGUAGE),
        there,
        default=screen.language if screen.language in there else there[0],
        required=True,
        format_func=lambda one: screen.say(calibration.LANGUAGES[one]),
        key=state.CALIBRATION_LANGUAGE,
    )
    return chosen


def _agreement(screen: Screen, seen: list[Seen]) -> None:
    found = []
    kinds = [screen.say(calibration.MACHINE), screen.say(calibration.TRAINERS)]
    for row in rows(seen, "language"):
        name = screen.say(common.DIMENSIONS[_dimension(row)])
        for kind, one in zip(kinds, (row.machine.alpha if row.machine else None, row.trainers), strict=True):
            if one and math.isfinite(one.value):
                found.append(intervals.Interval(name, kind, one.value, one.low, one.high))
    if not found:
        st.html(quiet(screen.say(calibration.TOO_FEW)))
        return
    chart = intervals.agreements(found, kinds, KAPPA_ENOUGH, screen.say(calibration.ALPHA))
    st.altair_chart(chart, key="agreement", alt=screen.say(calibration.CHART_ALT))
    st.html(quiet(screen.say(calibration.CHART_HOW)))


def _dimension(row: Row) -> Dimension:
    return next(one for one in DIMENSIONS if one == row.of)


def _table(screen: Screen, engine: "Engine", seen: tuple[Seen, ...]) -> None:
    split: Split = st.segmented_control(
        screen.say(calibration.SPLIT),
        SPLITS,
        default="language",
        required=True,
        format_func=lambda one: screen.say(calibration.SPLITS[one]),
        key=state.CALIBRATION_SPLIT,
    )
    teams = {one.id: one.name for one in engine.directory.teams(screen.actor)}
    names: dict[str, str] = {**teams, **{one: screen.say(text) for one, text in calibration.LANGUAGES.items()}}
    names |= {one.id: screen.say(one.title) for one in engine.library.all()} if split == "scenario" else {}
    found = rows(seen, split, teams)
    for group in dict.fromkeys(one.group for one in found):
        st.html(f'<p class="maju-subhead">{safe(names.get(group, group))}</p>')
        st.html(_rows(screen, [one for one in found if one.group == group]))
    items = item_rows(seen)
    if items:
        heads = [screen.say(one) for one in (calibration.COUNT, calibration.KAPPA)]
        cells = [(screen.say(judging.ITEMS[one.of]), [(str(one.talks), ""), _kappa(screen, one)]) for one in items]
        st.html(fold(screen.say(calibration.ITEMS), markup.table("", heads, cells)))
    own = [_own(screen, dimension, points) for dimension, points in own_severity(seen, screen.actor.id).items()]
    if own:
        st.html(quiet(f"{screen.say(calibration.OWN)} {', '.join(own)}."))


def _own(screen: Screen, dimension: Dimension, points: float) -> str:
    said = calibration.OWN_KINDER if points >= 0 else calibration.OWN_STRICTER
    return screen.say(said, dimension=screen.say(common.DIMENSIONS[dimension]), points=shown.points(abs(points)))


def _rows(screen: Screen, found: list[Row]) -> str:
    heads = [calibration.COUNT, calibration.ALPHA_SHORT, calibration.KAPPA, calibration.DIFFERENCE, calibration.AMONG, calibration.SAYS]
    table = []
    for row in found:
        both = row.machine
        cells = [(str(row.talks), ""), *(_estimate(screen, one) for one in ((both.alpha, both.kappa) if both else (None, None)))]
        cells += [_estimate(screen, both.difference if both else None, "+.0f"), _estimate(screen, row.trainers), (_says(screen, both), "")]
        table.append((screen.say(common.DIMENSIONS[_dimension(row)]), cells))
    return markup.table("", [screen.say(one) for one in heads], table)


def _estimate(screen: Screen, one: Estimate | None, form: str = ".2f") -> markup.Cell:
    if one is None or not math.isfinite(one.value):
        return ("–", "")
    return (format(one.value, form), screen.say(calibration.INTERVAL, low=format(one.low, form), high=format(one.high, form)))


def _kappa(screen: Screen, row: Row) -> markup.Cell:
    return _estimate(screen, row.machine.kappa if row.machine else None)


def _says(screen: Screen, found: Agreement | None) -> str:
    """One sentence; that more is needed comes first where the interval says little."""
    if found is None:
        return screen.say(calibration.TOO_FEW)
    if found.biased:
        return screen.say(calibration.KINDER if found.difference.value > 0 else calibration.STRICTER)
    if found.more and found.kappa.low < KAPPA_ENOUGH < found.kappa.high:
        return screen.say(calibration.MORE, more=found.more)
    return screen.say(calibration.ENOUGH if found.enough else calibration.APART)


def _drift(screen: Screen, engine: "Engine", seen: list[Seen]) -> None:
    st.subheader(screen.say(calibration.DRIFT), anchor=False)
    found = drift(seen, engine.now())
    if not found:
        st.html(quiet(screen.say(calibration.DRIFT_FEW)))
        return
    st.html(quiet(screen.say(calibration.DRIFT_HOW)))
    for column, dimension in zip(st.columns(len(DIMENSIONS)), DIMENSIONS, strict=True):
        points = [
            intervals.When(screen.day(one.since), one.above.value, one.above.low, one.above.high) for one in found if one.dimension == dimension
        ]
        if points:
            with column:
                name = screen.say(common.DIMENSIONS[dimension])
                chart = intervals.over_time(points, name)
                st.altair_chart(chart, key=f"drift-{dimension}", alt=screen.say(calibration.DRIFT_ALT, dimension=name))


def _apart(screen: Screen, engine: "Engine", seen: list[Seen]) -> None:
    st.subheader(screen.say(calibration.FURTHEST), anchor=False)
    found = engine.calibration.furthest_apart(screen.actor, seen)
    if not found:
        st.html(quiet(screen.say(calibration.FURTHEST_NONE)))
    page = "reading" if "trainer" in screen.actor.roles else "scorecard"
    for number, one in enumerate(found):
        with st.container(border=True, key=f"apart-{number}"):
            st.html(_one_apart(screen, engine, one))
            query = {state.ROLE_PLAY: one.role_play.id}
            st.page_link(screen.pages[page], label=screen.say(calibration.TO_TALK), icon=":material/arrow_forward:", query_params=query)


def _one_apart(screen: Screen, engine: "Engine", one: Apart) -> str:
    name = screen.say(common.DIMENSIONS[one.dimension])
    both = screen.say(calibration.FURTHEST_ONE, dimension=name, machine=shown.points(one.machine), trainers=shown.points(one.trainers))
    buyer = screen.say(engine.room.scenario_of(one.role_play.id).buyer.name)
    parts = [f"<p><b>{safe(both)}</b> · {safe(buyer)} · {safe(screen.moment(one.role_play.began_at))}</p>"]
    if one.because:
        parts += [quiet(screen.say(calibration.MACHINE_HEARD)), *(quote(each.quote) for each in one.because)]
    parts += [f"<p>{safe(screen.say(calibration.TRAINER_SAYS, reason=reason))}</p>" for reason in one.reasons]
    return "".join(parts)
