"""Whether recalibrating finds what trainers see otherwise, and follows no noise: `python -m tests.benchmarks.calibration [--times 4]`.

Role-plays of ten manners of selling with the real buyer are scored by today's rubric. Three simulated trainers score them: by another rubric with a
known bias (planted), each with a severity of their own and with noise; two of the three score each talk. Then the whole of recalibrating runs as it
does in the app: it must propose what was planted, on the dimension it was planted in, and nothing where nothing was. Printed for each planted bias:
how often the dimension is proposed, how far the machine is from the trainers on talks held back before and after, and from the planted truth on talks
that no trainer has scored, which noise cannot flatter; and how often a dimension in which nothing was planted is proposed.
"""

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random
from statistics import fmean

import numpy as np

from assistant.domain.consensus import consensus
from assistant.domain.scorecard import Scorecard
from assistant.domain.words import DIMENSIONS, LANGUAGES, Dimension, Language
from assistant.scoring import score
from assistant.scoring.recalibrating import Compared, compared, is_held_back
from assistant.scoring.refit import Dimensioned, Steps, Taught, refitted
from tests.benchmarks.conversations import played, rubric
from tests.benchmarks.reps.styles import STYLES

NOISE = 9.0
"""Standard deviation of one trainer's score of one talk, in points: about what experts' agreement on such scales leaves (measurement 4)."""
SEVERITY = (-6.0, 0.0, 6.0)
"""Points that each of the three trainers gives above the others."""


@dataclass(frozen=True, slots=True)
class Planted:
    """What trainers see otherwise than today's rubric in one dimension, in steps or in plain points; nothing is `none`."""

    name: str
    dimension: Dimension
    steps: Steps
    points: float = 0.0
    noise: float = NOISE


PLANTED = (
    Planted("nothing", "warm", {}),
    Planted("nothing, twice the noise", "warm", {}, noise=2 * NOISE),
    Planted("nothing but noise: no talk is better than another", "warm", {}, points=float("nan")),
    Planted("warm 8 points lower", "warm", {}, -8.0),
    Planted("professional 10 points higher", "professional", {}, 10.0),
    Planted("warm much stricter in every shape", "warm", {"all": 5}),
    Planted("human is above all taking up", "human", {"uptake": 5, "prior": -2}),
    Planted("fast 6 points lower", "fast", {}, -6.0),
)


def cards(language: Language, seed: int) -> list[Scorecard]:
    """Enough for fifty that trainers score, and as many again that they do not."""
    talks = [talk for style in STYLES for talk in played(style, language, seed)]
    return [score(talk, rubric=rubric()) for talk in talks]


def truth(talks: Sequence[Scorecard], planted: Planted, dimension: Dimension, language: Language) -> list[float]:
    """What a trainer without noise and severity would give."""
    plain = Dimensioned([Taught(one, 0.0) for one in talks], dimension, language, rubric())
    if dimension != planted.dimension:
        return [float(one) for one in plain.scores({})]
    if np.isnan(planted.points):
        return [float(plain.scores({}).mean())] * len(talks)
    return [float(min(100.0, max(0.0, one + planted.points))) for one in plain.scores(planted.steps)]


def given(true: Mapping[str, float], noise: float, dice: Random) -> dict[str, dict[str, float]]:
    """Talk -> trainer -> points, in steps of five, two of the three trainers on each."""
    found: dict[str, dict[str, float]] = {}
    for talk, points in true.items():
        for trainer in dice.sample(range(len(SEVERITY)), 2):
            seen = points + SEVERITY[trainer] + dice.gauss(0, noise)
            found.setdefault(talk, {})[f"trainer {trainer}"] = 5.0 * round(min(100.0, max(0.0, seen)) / 5)
    return found


@dataclass(frozen=True, slots=True)
class Tried:
    """`truth`: root of the mean squared points from the planted truth on talks nobody scored, before and after."""

    found: Compared
    truth: tuple[float, float]


def tried(talks: Sequence[Scorecard], planted: Planted, dimension: Dimension, language: Language, dice: Random) -> Tried:
    scorable = [one for one in talks if one.scores[dimension].value is not None]
    order = dice.sample(scorable, len(scorable))
    scored, unseen = order[: len(order) // 2 + len(order) % 2], order[len(order) // 2 :]
    true = {
        f"{number}-{one.id}": points for number, (one, points) in enumerate(zip(scored, truth(scored, planted, dimension, language), strict=True))
    }
    points = consensus(given(true, planted.noise, dice))
    named = dict(zip(true, scored, strict=True))
    taught = [Taught(named[one], points[one]) for one in true if not is_held_back(one)]
    held = [Taught(named[one], points[one]) for one in true if is_held_back(one)]
    steps = refitted(Dimensioned(taught, dimension, language, rubric()))
    found = compared(Dimensioned(held, dimension, language, rubric()), dimension, len(taught), steps)
    beyond = Dimensioned(
        [Taught(one, points) for one, points in zip(unseen, truth(unseen, planted, dimension, language), strict=True)], dimension, language, rubric()
    )
    every, taken = np.ones(len(unseen), dtype=bool), steps if found.sure else {}
    return Tried(found, (float(np.sqrt(beyond.error({}, every))), float(np.sqrt(beyond.error(taken, every)))))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.calibration", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--language", choices=LANGUAGES, action="append")
    parser.add_argument("--times", type=int, default=4, help="seeds of trainers for each planted bias")
    options = parser.parse_args()
    for language in options.language or LANGUAGES:
        talks = cards(language, 1)
        print(f"\n{language}: {len(talks)} role-plays, half of them scored, two trainers each, noise {NOISE:g}, severities {SEVERITY}")
        print(f"{'planted':52} {'proposed':>9} {'held back, from trainers':>25} {'unseen, from the truth':>24} {'elsewhere':>10}")
        for planted in PLANTED:
            print(_line(talks, planted, language, options.times))


def _line(talks: Sequence[Scorecard], planted: Planted, language: Language, times: int) -> str:
    here = [tried(talks, planted, planted.dimension, language, Random(f"{planted.name} {seed}")) for seed in range(times)]
    others = [one for one in DIMENSIONS if one != planted.dimension]
    elsewhere = [tried(talks, planted, others[seed % 3], language, Random(f"beside {planted.name} {seed}")).found.sure for seed in range(times)]
    error, true = ([fmean(one[at] for one in pairs) for at in (0, 1)] for pairs in ([one.found.error for one in here], [one.truth for one in here]))
    proposed, beside = f"{sum(one.found.sure for one in here)} of {times}", f"{sum(elsewhere)} of {times}"
    return f"{planted.name:52} {proposed:>9} {error[0]:>14.1f} -> {error[1]:>7.1f} {true[0]:>13.1f} -> {true[1]:>7.1f} {beside:>10}"


if __name__ == "__main__":
    main()
