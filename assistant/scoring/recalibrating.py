"""Recalibrating: what trainers' blind scores would change about the rubric, held against reviews it has not seen, and put into use by a person.

From role-plays that at least two trainers have scored blind. A third of them is held back: the steps are found on the others, and a dimension is
proposed only where it comes clearly closer to trainers on those held back. Choosing by them flatters a little; the next reviews tell.
"""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np

from assistant.domain.consensus import consensus
from assistant.domain.people import Actor, Audited
from assistant.domain.policy import Action, reach
from assistant.domain.review import Review
from assistant.domain.rubric_version import RubricVersion
from assistant.domain.scorecard import Scorecard
from assistant.domain.words import DIMENSIONS, Dimension, Language
from assistant.errors import InputError, NotAllowed
from assistant.ports import Accounts, Reviews, RolePlays, RubricVersions, Scorecards
from assistant.scoring.refit import Dimensioned, Steps, Taught, refitted
from assistant.scoring.refit_file import moved
from assistant.scoring.rubric import Rubric
from assistant.scoring.rubrics import Rubrics, rubric_of, tree_of

FEWEST = 50
"""Role-plays of a language that two trainers have scored."""
TRAINERS = 2
HELD = 1 / 3
TIMES, SEED = 2000, 7
SURE = 5.0
"""Percent of draws that may say a dimension comes no closer."""
SAME = 0.05
"""Points within which a scorecard's number is made again from its measures. One that is not was held down by an insult, and is left out."""


@dataclass(frozen=True, slots=True)
class Compared:
    """One dimension on the talks held back, today's rubric beside the proposed one. `error`: root of the mean squared points away from trainers;
    `difference`: points above them; `steps`: what would move, nothing where it stays; `sure`: it comes clearly closer."""

    dimension: Dimension
    taught: int
    held: int
    steps: Steps
    error: tuple[float, float]
    difference: tuple[float, float]
    sure: bool


@dataclass(frozen=True, slots=True)
class Proposal:
    """`talks`: that two trainers have scored, of the `FEWEST` it takes. `rubric`: what would score from then on, None where nothing is proposed."""

    language: Language
    talks: int
    base: str
    number: int
    dimensions: tuple[Compared, ...]
    rubric: Rubric | None

    @property
    def note(self) -> str:
        return f"{self.language}: " + ", ".join(one.dimension for one in self.dimensions if one.sure)


class Recalibrating:
    def __init__(
        self,
        role_plays: RolePlays,
        scorecards: Scorecards,
        reviews: Reviews,
        versions: RubricVersions,
        rubrics: Rubrics,
        accounts: Accounts,
        now: Callable[[], datetime],
    ) -> None:
        self._role_plays = role_plays
        self._scorecards = scorecards
        self._reviews = reviews
        self._versions = versions
        self._rubrics = rubrics
        self._accounts = accounts
        self._now = now
        self._found: dict[Language, tuple[object, Proposal]] = {}

    def proposal(self, actor: Actor, language: Language) -> Proposal:
        """What the reviews of this language ask for; figures only, nobody's words. Found anew when there is a new review or another rubric.
        Raises NotAllowed."""
        self._may(actor, "see_calibration")
        blind, kept = self._reviews.blind(), self._versions.all()
        state = (len(blind), blind[-1].blind_at if blind else None, len(kept), self._rubrics.now().version)
        known = self._found.get(language)
        if known is None or known[0] != state:
            known = self._found[language] = (state, self._proposed(language, blind, len(kept) + 1))
        return known[1]

    def accept(self, actor: Actor, proposal: Proposal) -> RubricVersion:
        """Scores from now on; scorecards that are there stay. Raises NotAllowed, InputError for a proposal of nothing, Overtaken."""
        self._may(actor, "change_rubric")
        if proposal.rubric is None:
            raise InputError(ko="바꿀 것이 없는 제안이에요.", en="This proposal changes nothing.")
        return self._add(actor, "rubric_accepted", proposal.number, tree_of(proposal.rubric.file), proposal.note)

    def go_back(self, actor: Actor, to: int) -> RubricVersion:
        """An earlier version scores again; 0: the bundled one. Raises NotAllowed, InputError."""
        self._may(actor, "change_rubric")
        kept = self._versions.all()
        found = next((one for one in kept if one.number == to), None)
        if to and found is None:
            raise InputError(ko="그런 평가표가 없어요.", en="There is no such rubric.")
        return self._add(actor, "rubric_reverted", len(kept) + 1, found.tree if found else None, f"as {to}")

    def history(self, actor: Actor) -> tuple[RubricVersion, ...]:
        """Oldest first. Raises NotAllowed."""
        self._may(actor, "see_calibration")
        return self._versions.all()

    def _proposed(self, language: Language, blind: Sequence[Review], number: int) -> Proposal:
        rubric = self._rubrics.now()
        doubled = {talk: found for talk, found in _by_talk(blind).items() if len(found) >= TRAINERS}
        heads = {one.id for one in self._role_plays.these(doubled) if one.language == language}
        doubled = {talk: found for talk, found in doubled.items() if talk in heads}
        if len(doubled) < FEWEST:
            return Proposal(language, len(doubled), rubric.version, number, (), None)
        cards = self._scorecards.latest_of(list(doubled))
        compared = tuple(self._compared(doubled, cards, dimension, language, rubric) for dimension in DIMENSIONS)
        steps = {one.dimension: one.steps for one in compared if one.sure}
        made = rubric_of(tree_of(moved(rubric.file, language, steps))) if steps else None
        return Proposal(language, len(doubled), rubric.version, number, compared, made)

    def _compared(
        self, doubled: Mapping[str, Sequence[Review]], cards: Mapping[str, Scorecard], dimension: Dimension, language: Language, rubric: Rubric
    ) -> Compared:
        given = {talk: {one.by: float(one.scores[dimension]) for one in found if dimension in one.scores} for talk, found in doubled.items()}
        points = consensus(given)
        talks = self._made_again({talk: Taught(cards[talk], mean) for talk, mean in points.items() if talk in cards}, dimension, language)
        taught = [one for talk, one in sorted(talks.items()) if not is_held_back(talk)]
        held = [one for talk, one in sorted(talks.items()) if is_held_back(talk)]
        if len(taught) < FEWEST / 3 or len(held) < FEWEST / 10:
            return Compared(dimension, len(taught), len(held), {}, (0.0, 0.0), (0.0, 0.0), False)
        steps = refitted(Dimensioned(taught, dimension, language, rubric))
        return compared(Dimensioned(held, dimension, language, rubric), dimension, len(taught), steps)

    def _made_again(self, talks: Mapping[str, Taught], dimension: Dimension, language: Language) -> dict[str, Taught]:
        """Those whose number follows from their measures by the rubric that made it."""
        by_rubric: dict[str, list[str]] = defaultdict(list)
        for talk, one in talks.items():
            if one.card.scores[dimension].value is not None:
                by_rubric[one.card.made_by.rubric].append(talk)
        found = {}
        for version, names in by_rubric.items():
            rubric = self._rubrics.of(version)
            if rubric is None:
                continue
            again = Dimensioned([talks[one] for one in names], dimension, language, rubric).scores({})
            for name, points in zip(names, again, strict=True):
                value = talks[name].card.scores[dimension].value
                if value is not None and abs(float(points) - value) <= SAME:
                    found[name] = talks[name]
        return found

    def _add(self, actor: Actor, action: str, number: int, tree: Mapping[str, object] | None, note: str) -> RubricVersion:
        with self._accounts.together():
            made = self._versions.add(RubricVersion(number, self._rubrics.bundled().version, tree, actor.id, self._now(), note))
            self._accounts.audit(Audited(made.at, actor.id, action, f"rubric {number}", note))
        return made

    def _may(self, actor: Actor, action: Action) -> None:
        if reach(actor, action) in {None, "own"}:
            raise NotAllowed()


def _by_talk(blind: Sequence[Review]) -> dict[str, list[Review]]:
    found: dict[str, list[Review]] = defaultdict(list)
    for one in blind:
        found[one.role_play].append(one)
    return found


def is_held_back(talk: str) -> bool:
    """By its id, so that it stays so as reviews come in."""
    return int.from_bytes(hashlib.sha256(f"held back {talk}".encode()).digest()[:4], "big") / 2**32 < HELD


def compared(held: Dimensioned, dimension: Dimension, taught: int, steps: Steps) -> Compared:
    """Today's rubric and the moved one on talks that the steps were not found on."""
    before, after = (held.scores(one) - held.points for one in ({}, steps))
    closer = before**2 - after**2
    draws = np.random.default_rng(SEED).integers(0, len(closer), size=(TIMES, len(closer)))
    sure = bool(steps) and float(np.percentile(closer[draws].mean(axis=1), SURE)) > 0
    error = (float(np.sqrt(np.mean(before**2))), float(np.sqrt(np.mean(after**2))))
    return Compared(dimension, taught, len(closer), steps, error, (float(before.mean()), float(after.mean())), sure)
