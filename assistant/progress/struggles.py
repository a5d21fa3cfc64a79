"""What a team finds hard: measures that earn little, objections left standing, discovery items missed, passages that advice had to point to. Pure.

Everybody counts alike, however often they practised: a measure's share is a mean over people of their latest role-plays.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from statistics import fmean

from assistant.domain.progress import Said
from assistant.domain.roleplay import Mind, RolePlay
from assistant.domain.scenario import Scenario
from assistant.domain.scorecard import Scorecard
from assistant.domain.team import Hard, HardKind

LATEST = 5
"""Role-plays of a person that count, the latest: what they have learnt is not held against them."""
FEWEST = 3
"""Role-plays in which something must have come up to be told."""
HARD = 0.4
"""Share of a measure's credit that is missing, or of role-plays in which a thing was left, from which on it is hard."""
MOST = 5
MOST_QUOTES = 3

Scored = tuple[RolePlay, Scorecard]
Credits = Mapping[str, tuple[float, float]]
"""measure -> (weight, credit 0-1)."""


def latest(scored: Sequence[Scored]) -> list[Scored]:
    """The latest few of each person, oldest first; `scored`: oldest first."""
    by_rep = defaultdict[str, list[Scored]](list)
    for one in scored:
        by_rep[one[0].rep].append(one)
    return [one for own in by_rep.values() for one in own[-LATEST:]]


def hard_measures(scored: Sequence[Scored], credits_of: Mapping[str, Credits]) -> list[tuple[float, Hard]]:
    """(what it costs: weight times missing credit, it), the dearest first. `scored`: what `latest` leaves; `credits_of`: by role-play."""
    people = {one.rep for one, _ in scored}
    missing = defaultdict[str, dict[str, list[float]]](lambda: defaultdict(list))
    weights: dict[str, float] = {}
    for role_play, _ in scored:
        for measure, (weight, credit) in credits_of.get(role_play.id, {}).items():
            weights[measure] = weight
            missing[measure][role_play.rep].append(1 - credit)
    found = []
    for measure, by_rep in missing.items():
        share, of = fmean(fmean(own) for own in by_rep.values()), sum(len(own) for own in by_rep.values())
        if share >= HARD and of >= FEWEST and weights[measure] > 0 and len(by_rep) >= min(2, len(people)):
            below = [own for own in by_rep.values() if fmean(own) >= HARD]
            low = sum(one >= HARD for own in by_rep.values() for one in own)
            hard = Hard("measure", measure, share, low, of, len(below), len(by_rep), _quotes(scored, measure))
            found.append((weights[measure] * share, hard))
    return sorted(found, key=lambda one: (-one[0], one[1].name))


def _quotes(scored: Sequence[Scored], measure: str) -> tuple[Said, ...]:
    """What lowered it, the newest first, one of each person."""
    found: dict[str, Said] = {}
    for role_play, card in sorted(scored, key=lambda one: one[0].began_at, reverse=True):
        told = [one for one in card.evidence if one.measure == measure and one.effect == "-"]
        if told and role_play.rep not in found:
            longest = max(told, key=lambda one: len(one.quote))
            found[role_play.rep] = Said(role_play.id, longest.turn, longest.quote)
    return tuple(found.values())[:MOST_QUOTES]


def hard_in_deals(role_plays: Sequence[RolePlay], minds: Mapping[str, Mind], scenarios: Mapping[str, Scenario]) -> tuple[Hard, ...]:
    """Objections that were left standing and discovery items that were missed, the most frequent first."""
    came = defaultdict[tuple[HardKind, str], list[tuple[str, bool]]](list)
    for one in role_plays:
        mind, scenario = minds.get(one.id), scenarios.get(one.scenario)
        if mind is None or scenario is None:
            continue
        for objection in {*mind.raised, *mind.settled} & {each.id for each in scenario.objections}:
            came["objection", f"{one.scenario}:{objection}"].append((one.rep, objection in mind.raised))
        for place, item in enumerate(scenario.discovery):
            came["discovery", f"{one.scenario}:{place}"].append((one.rep, not set(mind.revealed) & set(item.facts)))
    found = [_left(kind, name, seen) for (kind, name), seen in came.items() if len(seen) >= FEWEST]
    hard = sorted((one for one in found if one.share >= HARD), key=lambda one: (-one.share * one.role_plays, one.name))
    return tuple(one for kind in ("objection", "discovery") for one in [each for each in hard if each.kind == kind][:MOST])


def _left(kind: HardKind, name: str, seen: Sequence[tuple[str, bool]]) -> Hard:
    left = [rep for rep, was_left in seen if was_left]
    return Hard(kind, name, len(left) / len(seen), len(left), len(seen), len(set(left)), len({rep for rep, _ in seen}))


def pointed_to(scored: Sequence[Scored]) -> tuple[Hard, ...]:
    """Passages of the playbook that the advice had to point to more than once."""
    seen = defaultdict[str, list[tuple[str, Said]]](list)
    for role_play, card in scored:
        tried = card.try_next
        if tried and tried.passage:
            seen[tried.passage].append((role_play.rep, Said(role_play.id, tried.turn, tried.quote)))
    people = len({one.rep for one, _ in scored})
    found = [
        Hard("passage", text, len(of) / len(scored), len(of), len(scored), len({rep for rep, _ in of}), people, (of[-1][1],))
        for text, of in seen.items()
        if len(of) > 1
    ]
    return tuple(sorted(found, key=lambda one: (-one.role_plays, one.name))[:MOST])


def hardest_scenario(scored: Sequence[Scored], credits_of: Mapping[str, Credits], measure: str) -> str | None:
    """The scenario whose role-plays earn least on the measure, of those held twice and more; None with fewer than two such."""
    by_scenario = defaultdict[str, list[float]](list)
    for role_play, _ in scored:
        found = credits_of.get(role_play.id, {}).get(measure)
        if found:
            by_scenario[role_play.scenario].append(found[1])
    means = {name: fmean(earned) for name, earned in by_scenario.items() if len(earned) > 1}
    return min(means, key=lambda name: (means[name], name)) if len(means) > 1 else None
