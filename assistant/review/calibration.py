"""Can the machine be trusted, and do trainers agree? Blind scores of the talks within one's reach beside the machine's, split as one likes.

Figures count every review within reach. Talks are named, with quotes, only to somebody who may see their numbers: a trainer who has still to score
one blind does not meet it here.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from assistant.domain.consensus import severities
from assistant.domain.items import ITEMS
from assistant.domain.people import Actor
from assistant.domain.policy import may, of_talk, reach
from assistant.domain.review import STEP, ReviewsOf
from assistant.domain.roleplay import RolePlay
from assistant.domain.scorecard import Evidence, Scorecard
from assistant.domain.words import DIMENSIONS, Dimension
from assistant.errors import NotAllowed
from assistant.ports import Reviews, RolePlays, Scorecards
from assistant.review.agreement import Agreement, Estimate, agreement, among, mean_with_interval
from assistant.review.queueing import scores_first

Split = Literal["language", "scenario", "team"]
SPLITS: tuple[Split, ...] = ("language", "scenario", "team")
WINDOW = timedelta(weeks=4)
MOST_APART = 6
FAR_APART = 15.0
"""Points between machine and trainers that are worth a look."""
QUOTES = 2


@dataclass(frozen=True, slots=True)
class Seen:
    """A talk that trainers have scored blind, and the machine."""

    role_play: RolePlay
    card: Scorecard
    left: ReviewsOf

    def points(self, dimension: Dimension) -> list[float]:
        """Of the trainers, in the order they scored."""
        return [float(one.scores[dimension]) for one in self.left.blind if dimension in one.scores]

    def pairs(self, dimension: Dimension) -> list[tuple[float, float]]:
        """(machine, trainer), one for each trainer; none where the machine has not scored it."""
        value = self.card.scores[dimension].value
        return [] if value is None else [(value, one) for one in self.points(dimension)]

    def item_pairs(self, item: str) -> list[tuple[float, float]]:
        """(model, trainer) on one plain item."""
        judging = self.card.made_by.judging
        found = next((one for one in judging.items if one.item == item), None) if judging else None
        values = [one.items[item] for one in self.left.blind if item in one.items]
        return [] if found is None else [(found.value, float(one)) for one in values if one is not None]


@dataclass(frozen=True, slots=True)
class Row:
    """One dimension, or item, of one group. `trainers`: alpha among them, on talks that several have scored. None: too few."""

    group: str
    of: str
    talks: int
    machine: Agreement | None
    trainers: Estimate | None
    shared: int


@dataclass(frozen=True, slots=True)
class Drift:
    """Points the machine gave above the trainers in four weeks; `since`: when they began."""

    dimension: Dimension
    since: datetime
    talks: int
    above: Estimate


@dataclass(frozen=True, slots=True)
class Apart:
    """A talk on which machine and trainers are far apart in one dimension. `because`: what the machine rests its side on; `reasons`: of overrides."""

    role_play: RolePlay
    dimension: Dimension
    machine: float
    trainers: float
    because: tuple[Evidence, ...]
    reasons: tuple[str, ...]


class Calibration:
    """`quoted` keeps whose words somebody is shown."""

    def __init__(self, role_plays: RolePlays, scorecards: Scorecards, reviews: Reviews, quoted: Callable[[Actor, Iterable[RolePlay]], None]) -> None:
        self._role_plays = role_plays
        self._scorecards = scorecards
        self._reviews = reviews
        self._quoted = quoted

    def seen(self, actor: Actor) -> tuple[Seen, ...]:
        """Every talk within reach that somebody has scored blind, newest first. Raises NotAllowed."""
        if reach(actor, "see_calibration") in {None, "own"}:
            raise NotAllowed()
        scored = {one.role_play for one in self._reviews.blind()}
        talks = [one for one in self._role_plays.these(scored) if may(actor, "see_calibration", of_talk(one))]
        ids = [one.id for one in talks]
        cards, left = self._scorecards.latest_of(ids), self._reviews.of_all(ids)
        return tuple(Seen(one, cards[one.id], left[one.id]) for one in talks if one.id in cards)

    def furthest_apart(self, actor: Actor, seen: Sequence[Seen]) -> tuple[Apart, ...]:
        """Where machine and trainers are furthest apart; that its quotes are seen is kept first. Raises StoreError."""
        found = furthest_apart(actor, seen)
        self._quoted(actor, [one.role_play for one in found if one.because])
        return found


def rows(seen: Sequence[Seen], split: Split, teams: Iterable[str] = ()) -> tuple[Row, ...]:
    """Dimension by dimension, group by group. `teams`: ids of those that may be told apart."""
    groups: dict[str, list[Seen]] = defaultdict(list)
    for one in seen:
        for group in _groups(one, split, frozenset(teams)):
            groups[group].append(one)
    return tuple(_row(group, dimension, talks) for group, talks in sorted(groups.items()) for dimension in DIMENSIONS)


def item_rows(seen: Sequence[Seen]) -> tuple[Row, ...]:
    """Item by item, where a model has read along."""
    found = []
    for item in ITEMS:
        pairs = [one for one in (each.item_pairs(item) for each in seen) if one]
        if pairs:
            found.append(Row("", item, len(pairs), agreement(pairs, step=1.0), None, 0))
    return tuple(found)


def drift(seen: Sequence[Seen], now: datetime) -> tuple[Drift, ...]:
    """By four weeks back from now, oldest first, by when the talk was scored blind."""
    windows: dict[tuple[Dimension, int], list[float]] = defaultdict(list)
    for one in seen:
        for dimension in DIMENSIONS:
            value = one.card.scores[dimension].value
            for review in one.left.blind:
                if value is not None and review.blind_at is not None and dimension in review.scores:
                    windows[dimension, (now - review.blind_at) // WINDOW].append(value - review.scores[dimension])
    found = []
    for (dimension, back), above in windows.items():
        estimate = mean_with_interval(above)
        if estimate:
            found.append(Drift(dimension, now - (back + 1) * WINDOW, len(above), estimate))
    return tuple(sorted(found, key=lambda one: (DIMENSIONS.index(one.dimension), one.since)))


def own_severity(seen: Sequence[Seen], trainer: str) -> dict[Dimension, float]:
    """Points that this trainer gives above the others on the same talks; nothing where they have scored none together."""
    found = {}
    for dimension in DIMENSIONS:
        given = {
            one.role_play.id: {each.by: float(each.scores[dimension]) for each in one.left.blind if dimension in each.scores}
            for one in seen
            if len(one.left.blind) > 1
        }
        if any(trainer in by for by in given.values()):
            found[dimension] = severities(given)[trainer]
    return found


def furthest_apart(actor: Actor, seen: Sequence[Seen]) -> tuple[Apart, ...]:
    """Where machine and trainers are furthest apart, with what each side rests on; only talks whose numbers this reader may see."""
    found = []
    for one in seen:
        if scores_first(actor, one.role_play, one.left) or not may(actor, "read_role_play", of_talk(one.role_play)):
            continue
        for dimension in DIMENSIONS:
            pairs = one.pairs(dimension)
            if pairs:
                machine, trainers = pairs[0][0], sum(points for _, points in pairs) / len(pairs)
                if abs(machine - trainers) >= FAR_APART:
                    effect = "+" if machine > trainers else "-"
                    because = tuple(each for each in one.card.evidence if each.dimension == dimension and each.effect == effect)[:QUOTES]
                    reasons = tuple(each.overrides[dimension].reason for each in one.left.closed if dimension in each.overrides)
                    found.append(Apart(one.role_play, dimension, machine, trainers, because, reasons))
    return tuple(sorted(found, key=lambda one: -abs(one.machine - one.trainers))[:MOST_APART])


def _groups(one: Seen, split: Split, teams: frozenset[str]) -> Sequence[str]:
    if split == "team":
        return sorted(one.role_play.shared & teams)
    return [one.role_play.language if split == "language" else one.role_play.scenario]


def _row(group: str, dimension: Dimension, seen: Sequence[Seen]) -> Row:
    pairs = [one for one in (each.pairs(dimension) for each in seen) if one]
    shared = [one for one in (each.points(dimension) for each in seen) if len(one) > 1]
    return Row(group, dimension, len(pairs), agreement(pairs, STEP), among(shared), len(shared))
