"""Which habits a rep has: candidates from what they said, held against the others, then told apart as strengths, signatures and reflexes. Pure."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.domain.habit import Compared, Habit, Reflex
from assistant.domain.scorecard import Evidence
from assistant.habits.candidates import MOSTLY, Candidate, Place, candidates, grown, kind_of, places
from assistant.habits.keyness import (
    LEAST_AFTER,
    LEAST_ROLE_PLAYS,
    LEAST_SHARE,
    After,
    Keyness,
    Reaction,
    Stratum,
    discoveries,
    is_reflex,
    keyness,
    reaction,
    stands_out,
)
from assistant.habits.quotes import examples, quoted, role_of
from assistant.habits.spoken import Spoken
from assistant.habits.trend import trend

BackgroundShare = Callable[[str, float], float]
"""(phrase, words of a role-play) -> share of role-plays that would hold it."""
SAME = 0.6
"""Share of a phrase's turns from which on it is the habit that these turns already show."""
PART = 0.25
"""Share of a phrase's turns from which on a longer one can stand for it."""


@dataclass(frozen=True, slots=True)
class _Held:
    """A candidate and what was counted of it. `usual`: the share of role-plays that would hold it by the background; `reflex`: see `keyness`."""

    candidate: Candidate
    usual: float
    places: frozenset[Place]
    key: Keyness
    reaction: Reaction
    reflex: bool = False

    @property
    def clear(self) -> float:
        return max(self.key.z, self.reaction.z if self.reflex else 0.0)


@dataclass(frozen=True, slots=True)
class _Ground:
    """What candidates are counted on."""

    own: Sequence[Spoken]
    others: Sequence[Spoken]

    @property
    def compared(self) -> Compared:
        return "team" if self.others else "background"

    def counted(self, candidate: Candidate, usual: float, where: frozenset[Place]) -> _Held:
        """`where`: the turns that count as holding it."""
        role_plays = {role_play for role_play, _ in where}
        by_deal: dict[str, list[int]] = {}
        for one in self.own:
            _add(by_deal.setdefault(one.scenario, [0, 0, 0, 0]), 0, one.id in role_plays)
        for one in self.others:
            _add(by_deal.setdefault(one.scenario, [0, 0, 0, 0]), 2, candidate.held_by(one.plain))
        key = keyness([Stratum(*counts) for counts in by_deal.values()], usual)
        return _Held(candidate, usual, where, key, reaction([_after(one, where) for one in self.own]))

    def follows(self, candidate: Candidate) -> bool:
        """Whether it follows objections often enough to be looked at."""
        turns = (turn.plain for one in self.own for turn in one.turns if turn.after_objection)
        return sum(map(candidate.held_by, turns)) >= LEAST_AFTER

    def stands_out(self, one: _Held) -> bool:
        return stands_out(one.key, self.compared, one.candidate.one_word)

    def is_reflex(self, one: _Held) -> bool:
        """What everybody says after an objection is no reflex of one's own."""
        if not is_reflex(one.reaction, one.candidate.one_word):
            return False
        turns = [turn for other in self.others if one.candidate.held_by(other.plain) for turn in other.turns if turn.after_objection]
        said = sum(one.candidate.held_by(turn.plain) for turn in turns)
        return one.reaction.share >= 2 * said / max(1, sum(other.objections for other in self.others))


def _add(counts: list[int], place: int, said: bool) -> None:
    counts[place] += 1
    counts[place + 1] += said


def _after(one: Spoken, where: frozenset[Place]) -> After:
    said = [turn for turn in one.turns if (one.id, turn.index) in where]
    return After(len(one.turns), one.objections, len(said), sum(turn.after_objection for turn in said))


def habits(
    own: Sequence[Spoken], others: Sequence[Spoken], background: BackgroundShare, evidence: Mapping[str, Collection[Evidence]]
) -> tuple[Habit, ...]:
    """Clearest first. `own`: one language, oldest first, none without turns; `others`: colleagues' role-plays in it, none when the rep is held
    against the background; `evidence`: of the rep's scorecards, by role-play."""
    if not own:
        return ()
    ground = _Ground(own, others)
    return tuple(_habit(one, own, evidence) for one in _distinct(_standing_out(ground, background), ground))


def _standing_out(ground: _Ground, background: BackgroundShare) -> list[_Held]:
    """Only what is said often enough, or after enough objections, is counted in full; all candidates are what may be found by chance."""
    words = sum(one.words for one in ground.own) / len(ground.own)
    tried = candidates(ground.own, LEAST_ROLE_PLAYS)
    often = LEAST_SHARE[ground.compared] * len(ground.own)
    counted = [
        ground.counted(one.candidate, background(one.candidate.name, words), places(one.candidate, ground.own))
        for one in tried
        if one.role_plays >= often or ground.follows(one.candidate)
    ]
    surely = discoveries([one.key.p for one in counted], len(tried))
    surely_follow = discoveries([one.reaction.p for one in counted], len(tried))
    found = []
    for one, sure, follows in zip(counted, surely, surely_follow, strict=True):
        reflex = follows and ground.is_reflex(one)
        if reflex or (sure and ground.stands_out(one)):
            found.append(replace(one, reflex=reflex))
    return found


def _distinct(found: Sequence[_Held], ground: _Ground) -> list[_Held]:
    """The clearest first. What shares a word with one that is kept must stand out in the other turns too: 'honest' is no habit beside
    'to be honest'; and 'to be honest' takes the place of 'to be honest what'."""
    kept: list[_Held] = []
    for one in _whole(found, ground):
        beside = [other for other in kept if _related(one, other)]
        explained = frozenset[Place]().union(*(other.places for other in beside))
        rest = ground.counted(one.candidate, one.usual, one.places - explained) if beside else one
        if not beside or (ground.is_reflex(rest) if one.reflex else ground.stands_out(rest)):
            kept = [other for other in kept if not one.candidate.within(other.candidate)] + [one]
    return sorted(kept, key=_clearest)


def _whole(found: Sequence[_Held], ground: _Ground) -> list[_Held]:
    """Each grown to its whole phrase, the clearest first, without those that are nearly always part of longer ones: 'let me' is
    'let me explain' and 'let me check'."""
    whole: dict[str, _Held] = {}
    for one in sorted(found, key=_clearest):
        longer = grown(one.candidate, ground.own)
        whole.setdefault(longer.name, one if longer == one.candidate else _regrown(one, longer, ground))
    left = []
    for one in whole.values():
        longest = [other.places for other in whole.values() if one.candidate.within(other.candidate) and len(other.places) >= PART * len(one.places)]
        if len(frozenset[Place]().union(*longest)) < MOSTLY * len(one.places):
            left.append(one)
    return left


def _clearest(one: _Held) -> tuple[float, int, str]:
    return -one.clear, -len(one.candidate.name), one.candidate.name


def _regrown(one: _Held, whole: Candidate, ground: _Ground) -> _Held:
    counted = ground.counted(whole, one.usual, places(whole, ground.own))
    return _Held(whole, one.usual, counted.places, counted.key, counted.reaction, one.reflex)


def _related(one: _Held, other: _Held) -> bool:
    shared = set(one.candidate.name.split()) & set(other.candidate.name.split())
    return bool(shared) or len(one.places & other.places) >= SAME * len(one.places)


def _habit(one: _Held, own: Sequence[Spoken], evidence: Mapping[str, Collection[Evidence]]) -> Habit:
    counts, itself = (quoted(one.candidate, one.places, evidence, own[0].language, itself=alone) for alone in (False, True))
    follows = one.reaction
    return Habit(
        words=as_shown(one.candidate.name, own),
        kind=kind_of(one.candidate, own),
        role="reflex" if one.reflex else role_of(counts, itself),
        said_in=one.key.said_in,
        of=one.key.of,
        expected=one.key.expected,
        helped=sum(row.helped for row in counts),
        cost=sum(row.cost for row in counts),
        reflex=Reflex(follows.after, follows.objections, follows.elsewhere, follows.others) if one.reflex else None,
        examples=examples(one.candidate, one.places, own, after_objections=one.reflex),
        trend=trend(own, [sum((role_play.id, turn.index) in one.places for turn in role_play.turns) for role_play in own]),
    )


def as_shown(name: str, own: Sequence[Spoken]) -> str:
    """As plain words, but for the English I."""
    return name if own[0].language == "ko" else " ".join("I" + word[1:] if word.split("'")[0] == "i" else word for word in name.split())
