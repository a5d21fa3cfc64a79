"""The four scores over time: each a line with its band, first, best and latest, whether it has really changed, and why that is said."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

import streamlit as st

from assistant.domain.progress import Change, Course, Progress, ScoredPoint
from assistant.domain.scorecard import Evidence, Scorecard
from assistant.domain.words import Text
from assistant.progress.change import FEWEST
from ui import shown, state
from ui.markup import progress as markup
from ui.markup import quiet, safe, unmarked
from ui.markup import scorecard as parts
from ui.screen import Screen
from ui.theme import lines
from ui.words import common, progress, scorecard

if TYPE_CHECKING:
    from assistant.assembly import Engine
    from assistant.scoring.card_words import CardWords

COLUMN = 320
HARDER = 0.5
"""Levels by which buyers must differ on average to be mentioned."""
SAID = {"risen": progress.ONE_RISEN, "fallen": progress.ONE_FALLEN, "steady": progress.ONE_STEADY}


def draw(engine: "Engine", screen: Screen, found: Progress, cards: Mapping[str, Scorecard]) -> None:
    """`cards`: the scorecards of its points, by role-play. Most courses end with the same one, which is put into words once."""
    _summary(screen, found)
    latest = {course.points[-1].role_play for course in found.courses if course.points}
    words = {name: engine.scorer.words(cards[name], screen.language) for name in latest}
    grid = st.grid(min_column_width=COLUMN, gap="large", key="courses")
    for course in found.courses:
        with grid.cell(), st.container(gap="small"):
            _course(screen, course, cards, words)
    if any(course.points for course in found.courses):
        st.html(quiet(screen.say(progress.BANDS)))


def _summary(screen: Screen, found: Progress) -> None:
    """What really changed, in a sentence or two."""
    changes = {course.dimension: course.change.verdict for course in found.courses if course.change}
    if not changes:
        most = max(len(course.points) for course in found.courses)
        st.html(markup.changed("steady", screen.say(progress.FEW, more=FEWEST - most)))
        return
    moved = {verdict: [one for one, is_so in changes.items() if is_so == verdict] for verdict in ("risen", "fallen")}
    for verdict, words in (("risen", progress.RISEN), ("fallen", progress.FALLEN)):
        if moved[verdict]:
            st.html(markup.changed(verdict, screen.say(words, names=progress.named(moved[verdict], screen.language))))
    if not moved["risen"] and not moved["fallen"]:
        st.html(markup.changed("steady", screen.say(progress.NOTHING_YET)))
    elif "steady" in changes.values():
        st.html(quiet(screen.say(progress.STEADY)))


def _course(screen: Screen, course: Course, cards: Mapping[str, Scorecard], words: "Mapping[str, CardWords]") -> None:
    name = screen.say(common.DIMENSIONS[course.dimension])
    asks = screen.say(common.DIMENSION_ASKS[course.dimension])
    if not course.points:
        st.html(parts.score_head(name, asks, "", screen.say(progress.NO_POINTS)))
        return
    latest = course.points[-1]
    st.html(parts.score_head(name, asks, shown.points(latest.value), _band(screen, latest)))
    change = said_of(screen, course)
    st.html(markup.changed(course.change.verdict if course.change else "steady", change))
    drawn(screen, course, name, change)
    moments_of(screen, course)
    _why(screen, course, cards[latest.role_play], words[latest.role_play])


def _band(screen: Screen, point: ScoredPoint) -> str:
    return screen.say(scorecard.BAND, low=shown.points(point.low), high=shown.points(point.high))


def said_of(screen: Screen, course: Course) -> str:
    if course.change is None:
        return screen.say(progress.ONE_FEW, count=len(course.points))
    return screen.say(SAID[course.change.verdict], before=shown.points(course.change.before), now=shown.points(course.change.now))


def drawn(screen: Screen, course: Course, name: str, change: str) -> None:
    points = [lines.Point(one.at.astimezone(screen.zone), one.value, one.low, one.high, _band(screen, one)) for one in course.points]
    labels = lines.Labels(screen.say(progress.DAY), screen.say(progress.SCORE), screen.say(progress.COULD_BE))
    best = course.best or course.points[-1]
    first, latest = course.points[0], course.points[-1]
    alt = screen.say(
        progress.COURSE_ALT,
        dimension=name,
        count=len(points),
        first=shown.points(first.value),
        best=shown.points(best.value),
        latest=shown.points(latest.value),
        change=change,
    )
    chart = lines.banded_line(points, labels, 100, ".0f", shown.DAY_FORMAT[screen.language])
    st.altair_chart(chart, key=f"course-{course.dimension}", alt=alt)


def moments_of(screen: Screen, course: Course) -> None:
    """First, best and latest, each a way to its scorecard; a role-play that is two of them stands once."""
    best = course.best or course.points[-1]
    moments: dict[str, tuple[Text, ScoredPoint]] = {}
    for words, point in ((progress.LATEST, course.points[-1]), (progress.BEST, best), (progress.FIRST, course.points[0])):
        moments.setdefault(point.role_play, (words, point))
    with st.container(horizontal=True, gap="small", key=f"moments-{course.dimension}"):
        for words, point in reversed(moments.values()):
            label = screen.say(words, value=shown.points(point.value), day=screen.day(point.at))
            st.page_link(screen.pages["scorecard"], label=label, query_params={state.ROLE_PLAY: point.role_play})


def _why(screen: Screen, course: Course, card: Scorecard, words: "CardWords") -> None:
    """The counting behind the sentence, and what the latest conversation showed, with its quotes."""
    with st.expander(screen.say(progress.WHY), type="compact", key=f"why-{course.dimension}"):
        if course.change:
            st.html(f"<p>{safe(_counted(screen, course.change, course))}</p>")
        st.html(parts.named(screen.say(progress.LATEST_WHY), f"<p>{safe(words.reasons[course.dimension])}</p>"))
        quotes = _told([one for one in card.evidence if one.dimension == course.dimension])
        for one in quotes:
            quoted(screen, course.points[-1].role_play, one.turn, one.quote, scorecard.HELPED if one.effect == "+" else scorecard.HURT)
        if not quotes:
            st.html(quiet(screen.say(progress.NO_QUOTES)))


def _counted(screen: Screen, change: Change, course: Course) -> str:
    words = progress.WHY_ONE if change.of == 1 else progress.WHY_CHANGE
    numbers = {"before": shown.points(change.before), "now": shown.points(change.now), "needed": shown.points(change.needed)}
    said = screen.say(words, **numbers, **({"of": change.of} if change.of > 1 else {}))
    harder = sum(one.level for one in course.points[-change.of :]) - sum(one.level for one in course.points[: change.of])
    if abs(harder) < HARDER * change.of:
        return said
    return f"{said} {screen.say(progress.HARDER if harder > 0 else progress.EASIER)}"


def _told(evidence: list[Evidence]) -> list[Evidence]:
    """One quote of either sign, the longest of each."""
    found = (max((one for one in evidence if one.effect == effect), key=lambda one: len(one.quote), default=None) for effect in ("+", "-"))
    return [one for one in found if one]


def quoted(screen: Screen, role_play: str, turn: int, quote: str, sign: Text | None = None, when: str = "") -> None:
    """A quote that leads to its turn on the scorecard."""
    about = " · ".join(word for word in (screen.say(sign) if sign else "", when) if word)
    label = f"“{unmarked(quote)}”" + (f" · {unmarked(about)}" if about else "")
    to_turn = {state.ROLE_PLAY: role_play, state.TURN: str(turn)}
    st.page_link(screen.pages["scorecard"], label=label, icon=":material/format_quote:", query_params=to_turn)
