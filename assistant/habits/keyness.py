"""How much more often something is said than others would say it: counted in role-plays that hold it, not in times it was said, and deal by deal,
so that what belongs to a deal is no habit. Pure. (design: measurement 6)"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.domain.habit import Compared

LEAST_Z = 3.0
LEAST_ROLE_PLAYS = 3
LEAST_SHARE: dict[Compared, float] = {"team": 0.3, "background": 0.5}
"""Of the rep's role-plays."""
LEAST_SCENARIOS = 2
"""In one deal only, it is the deal's word."""
LEAST_RATIO: dict[Compared, float] = {"team": 2.0, "background": 4.0}
"""Twice the team (Hardie's log ratio of 1). Four times the background, whose texts are of other kinds (a design choice)."""
FALSE_DISCOVERIES = 0.05
PRIOR = 10.0
"""Role-plays the background's share weighs, on top of the team's (the informative prior of Monroe, Colaresi & Quinn 2008, for role-plays
instead of words)."""
DEAL_PRIOR = 4.0
"""Role-plays the team's share over all deals weighs in each deal."""
OWN_PRIOR = 1.0
BACKGROUND = 60.0
"""Role-plays the background is as sure as, alone."""


@dataclass(frozen=True, slots=True)
class Stratum:
    """Role-plays of one deal: the rep's own and the others', and how many of each hold it."""

    own: int
    own_said: int
    others: int
    others_said: int


def two_sided(z: float) -> float:
    """The p-value of a z-score."""
    return math.erfc(abs(z) / math.sqrt(2))


@dataclass(frozen=True, slots=True)
class Keyness:
    """`expected`: of the rep's role-plays, how many would hold it if the others had held them. `z`: of the log-odds ratio."""

    said_in: int
    of: int
    expected: float
    scenarios: int
    z: float

    @property
    def ratio(self) -> float:
        return self.said_in / max(self.expected, 1e-9)

    @property
    def p(self) -> float:
        return two_sided(self.z)


def keyness(strata: Sequence[Stratum], background: float) -> Keyness:
    """`background`: share (0-1) of role-plays of this length that would hold it by the background's count. At least one stratum with own ones.
    What nobody else ever said is taken to be in half a role-play of theirs: never having heard it is no certainty."""
    of = sum(one.own for one in strata)
    said = sum(one.own_said for one in strata)
    others = sum(one.others for one in strata)
    least = 0.5 / (others + PRIOR if others else BACKGROUND)
    share = max(least, (sum(one.others_said for one in strata) + PRIOR * background) / (others + PRIOR))
    expected = variance = 0.0
    for one in (one for one in strata if one.own):
        weight = one.others + DEAL_PRIOR if others else BACKGROUND / len(strata)
        here = max(least, (one.others_said + DEAL_PRIOR * share) / weight if others else background)
        expected += one.own * here
        variance += one.own**2 * here * (1 - here) / weight
    usual = min(expected / of, 1 - 1e-6)
    doubt = variance / of**2 / (usual * (1 - usual)) ** 2
    return Keyness(said, of, expected, sum(one.own_said > 0 for one in strata), _clearness(said, of, usual, doubt))


def _clearness(said: int, of: int, usual: float, doubt: float) -> float:
    """z of the log-odds ratio of `said` of `of` against the share `usual`, whose log-odds have the variance `doubt`. The normal approximation loses
    its hold near all of them, and all is at least as clear as all but one."""

    def z(count: int) -> float:
        with_it, without = count + OWN_PRIOR * usual, of - count + OWN_PRIOR * (1 - usual)
        delta = math.log(with_it / without) - math.log(usual / (1 - usual))
        return delta / math.sqrt(1 / with_it + 1 / without + doubt)

    return max(z(count) for count in range(math.ceil(usual * of), said + 1)) if said >= usual * of else z(said)


def stands_out(one: Keyness, compared: Compared, one_word: bool) -> bool:
    """Often enough, in several deals, and clearly more often than others, one word by itself twice as clearly; the false discovery rate is for
    `discoveries`."""
    return (
        one.z >= LEAST_Z
        and one.said_in >= LEAST_ROLE_PLAYS
        and one.said_in >= LEAST_SHARE[compared] * one.of
        and one.scenarios >= LEAST_SCENARIOS
        and one.ratio >= LEAST_RATIO[compared] * (2 if one_word else 1)
    )


def discoveries(p_values: Sequence[float], of: int | None = None, rate: float = FALSE_DISCOVERIES) -> list[bool]:
    """Benjamini & Hochberg 1995: which of these hold when at most `rate` of them may be chance. `of`: how many were tried, those that are not
    listed having failed; all of them are listed when it is not given."""
    family = len(p_values) if of is None else of
    ranked = sorted(range(len(p_values)), key=p_values.__getitem__)
    last = 0
    for place, at in enumerate(ranked, 1):
        if p_values[at] <= rate * place / family:
            last = place
    held = [False] * len(p_values)
    for at in ranked[:last]:
        held[at] = True
    return held


@dataclass(frozen=True, slots=True)
class Drawn:
    """Of one role-play's `every`, `marked` are of a kind; `drawn` are looked at, and `held` of these are of that kind."""

    drawn: int
    held: int
    every: int
    marked: int


def beyond_chance(role_plays: Iterable[Drawn]) -> tuple[float, float]:
    """How many more are held than if they had been drawn by chance, role-play by role-play, and the variance of that (Mantel & Haenszel 1959)."""
    surprise = variance = 0.0
    for one in role_plays:
        if one.every < 2:
            continue
        share = one.marked / one.every
        surprise += one.held - one.drawn * share
        variance += one.drawn * share * (1 - share) * (one.every - one.drawn) / (one.every - 1)
    return surprise, variance


@dataclass(frozen=True, slots=True)
class After:
    """One role-play's turns: `turns` of them, `objections` after an objection; `said` hold it, `after` of those follow an objection."""

    turns: int
    objections: int
    said: int
    after: int


LEAST_AFTER = 5
"""Times it must have followed an objection (Evert on association with counts below five)."""
LEAST_ANSWERED = 0.15
"""Share of all objections it must have followed."""


@dataclass(frozen=True, slots=True)
class Reaction:
    """Turns that hold it: `after` of the `objections`, `elsewhere` of the `others`; `role_plays`: in which it followed one."""

    after: int
    objections: int
    elsewhere: int
    others: int
    role_plays: int
    z: float

    @property
    def p(self) -> float:
        return two_sided(self.z)

    @property
    def share(self) -> float:
        return self.after / self.objections if self.objections else 0.0

    @property
    def ratio(self) -> float:
        """After objections over elsewhere, half a turn added to each."""
        return ((self.after + 0.5) / (self.objections + 1)) / ((self.elsewhere + 0.5) / (self.others + 1))


def reaction(role_plays: Sequence[After]) -> Reaction:
    """Whether it follows objections more often than chance: within each role-play, the turns that hold it might as well have been any others."""
    surprise, variance = beyond_chance([Drawn(one.said, one.after, one.turns, one.objections) for one in role_plays])
    after, said = sum(one.after for one in role_plays), sum(one.said for one in role_plays)
    objections, turns = sum(one.objections for one in role_plays), sum(one.turns for one in role_plays)
    held = sum(one.after > 0 for one in role_plays)
    z = (abs(surprise) - 0.5) / math.sqrt(variance) * math.copysign(1, surprise) if variance > 0 and abs(surprise) > 0.5 else 0.0
    return Reaction(after, objections, said - after, turns - objections, held, z)


def is_reflex(one: Reaction, one_word: bool) -> bool:
    return (
        one.z >= LEAST_Z
        and one.after >= LEAST_AFTER
        and one.share >= LEAST_ANSWERED
        and one.role_plays >= LEAST_ROLE_PLAYS
        and one.ratio >= LEAST_RATIO["team"] * (2 if one_word else 1)
    )
