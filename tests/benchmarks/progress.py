"""How often a habit that is there is found, one that is not is "found", a steady score is called changed, and a sentence is of the role it is given.

    python -m tests.benchmarks.progress [--language ko|en] [--trials 20]

Reps of one manner against the real buyer (`tests.benchmarks.reps`), dealt out by chance to one rep and four colleagues, deal by deal: whatever stands
out is chance. Then something is planted in the rep's turns. *alone*: the same rep held against the bundled background. Scores: a skill that stays or
rises, seen through errors as wide as the bands say. Roles: against the acts of the labelled rep turns' open half, turn by turn.
"""

import argparse
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from random import Random
from statistics import fmean

from assistant.domain.habit import Habit
from assistant.domain.progress import CAREER_ROLES, CareerRole, ScoredPoint
from assistant.domain.words import LANGUAGES, Language
from assistant.habits.background import background
from assistant.habits.finding import habits
from assistant.habits.spoken import Spoken, SpokenTurn
from assistant.language.pieces import pieces
from assistant.progress.change import BAND_Z, change
from assistant.progress.roles import role_of
from tests.benchmarks.buyer import played, scenarios
from tests.benchmarks.figures import ROOT, rows

MANNER = "decent"
SEEDS = range(10)
COLLEAGUES = 4
BEGAN = datetime(2026, 9, 21, tzinfo=UTC)
PLANTED: dict[Language, str] = {"ko": "아시다시피 요점만 말씀드리자면", "en": "when all is said and done"}
HALF_BAND = 13.0
ACTS_OF: dict[CareerRole, set[str]] = {
    "making": {"claim", "pitch", "price", "reference"},
    "selling": {"question", "acknowledgement", "empathy", "reflection", "justification", "disclosure"},
    "operating": {"next_step"},
}
Dealt = tuple[list[Spoken], list[Spoken]]


@cache
def pool(language: Language) -> dict[str, list[Spoken]]:
    """Role-plays by deal."""
    held: dict[str, list[Spoken]] = {}
    for one in played(scenarios(), [2], [language], [MANNER], SEEDS):
        turns = tuple(SpokenTurn(2 * at + 1, exchange.line, exchange.buyer_said, language) for at, exchange in enumerate(one.exchanges))
        deal = one.scenario.id
        held.setdefault(deal, []).append(Spoken(f"{deal}-{one.seed}", "", deal, BEGAN, language, turns))
    return held


def dealt(language: Language, each: int, dice: Random) -> Dealt:
    """The rep's role-plays and those of the colleagues, each with `each` of them over as many deals as there are."""
    left = {deal: dice.sample(of_deal, len(of_deal)) for deal, of_deal in pool(language).items()}
    reps: list[list[Spoken]] = [[] for _ in range(1 + COLLEAGUES)]
    for number in range(each):
        deal = sorted(left)[number % len(left)]
        for rep, held in enumerate(reps):
            held.append(replace(left[deal].pop(), rep=str(rep), at=BEGAN + timedelta(days=number)))
    return reps[0], [one for held in reps[1:] for one in held]


def planted(role_plays: Sequence[Spoken], language: Language, share: float, dice: Random, *, after: bool = False) -> list[Spoken]:
    """`after`: in that share of the turns after objections, and in no others."""

    def turn(one: SpokenTurn) -> SpokenTurn:
        fits = (one.after_objection or not after) and dice.random() < share
        return replace(one, text=f"{PLANTED[language]}, {one.text}") if fits else one

    return [replace(one, turns=tuple(map(turn, one.turns))) for one in role_plays]


def found(own: Sequence[Spoken], others: Sequence[Spoken], language: Language) -> tuple[Habit, ...]:
    return habits(own, others, background(language).share, {})


def is_planted(one: Habit, language: Language) -> bool:
    return PLANTED[language].split()[-1] in one.words


def by_chance(language: Language, trials: int) -> Iterator[str]:
    for alone in (False, True):
        counts = []
        for number in range(trials):
            own, others = dealt(language, 16, Random(f"noise:{number}"))
            counts.append(len(found(own, [] if alone else others, language)))
        name = "alone, against the background" if alone else "against a team that talks alike"
        yield f"{language} nothing planted, {name}: {fmean(counts):.2f} habits per rep ({max(counts)} at most)"


def planting(language: Language, trials: int) -> Iterator[str]:
    for each in (6, 10, 16):
        rates = []
        for share in (0.05, 0.1, 0.2, 0.4):
            hits = []
            for number in range(trials):
                dice = Random(f"planted:{each}:{share}:{number}")
                own, others = dealt(language, each, dice)
                hits.append(any(is_planted(one, language) for one in found(planted(own, language, share, dice), others, language)))
            rates.append(f"{share:.0%} of turns {fmean(hits):.0%}")
        yield f"{language} planted, {each} role-plays, found: {', '.join(rates)}"


def everybody(language: Language, trials: int) -> str:
    hits = []
    for number in range(trials):
        dice = Random(f"everybody:{number}")
        own, others = (planted(held, language, 0.3, dice) for held in dealt(language, 16, dice))
        hits.append(any(is_planted(one, language) for one in found(own, others, language)))
    return f"{language} planted in everybody, called a habit: {fmean(hits):.0%}"


def reflexes(language: Language, trials: int) -> str:
    rates = []
    for share in (0.2, 0.4, 0.8):
        hits = []
        for number in range(trials):
            dice = Random(f"reflex:{share}:{number}")
            own, others = dealt(language, 16, dice)
            held = found(planted(own, language, share, dice, after=True), others, language)
            hits.append(any(one.reflex is not None and is_planted(one, language) for one in held))
        rates.append(f"{share:.0%} of objections {fmean(hits):.0%}")
    return f"{language} planted after objections, 16 role-plays, found as a reflex: {', '.join(rates)}"


def scores(trials: int) -> Iterator[str]:
    def told(rise: float, count: int) -> float:
        dice = Random(f"scores:{rise}:{count}")
        return fmean(_told([50 + rise * place / (count - 1) for place in range(count)], dice) for _ in range(trials))

    for count in (3, 6, 12, 24):
        rises = ", ".join(f"+{rise} {told(rise, count):.0%}" for rise in (10, 20, 30))
        yield f"scores of {count} role-plays: steady, called changed {told(0, count):.1%}; rising evenly by the end, told: {rises}"


def _told(skills: Sequence[float], dice: Random) -> bool:
    values = [skill + dice.gauss(0, HALF_BAND / BAND_Z) for skill in skills]
    points = [ScoredPoint("", BEGAN, 2, value, value - HALF_BAND, value + HALF_BAND) for value in values]
    found = change(points)
    return found is not None and found.verdict != "steady"


def roles(language: Language) -> str:
    """An answer is making where it is heard as that, as it may be about anything."""
    counts: Counter[tuple[CareerRole, bool, bool]] = Counter()
    for row in rows(ROOT / "tests" / "perception" / "data" / f"{language}.jsonl"):
        acts = set(row["acts"])
        if row["held"] or acts & {"contempt", "off_topic", "break_game"}:
            continue
        heard = {role_of(row["text"][one.start : one.end], language) for one in pieces(row["text"], language)}
        for role, of_role in ACTS_OF.items():
            counts[role, bool(acts & of_role) or (role == "making" and "answer" in acts and role in heard), role in heard] += 1
    said = (f"{role} {_precision(counts, role):.2f} / {_recall(counts, role):.2f}" for role in CAREER_ROLES)
    return f"{language} roles, precision / recall of turns: {', '.join(said)}"


def _precision(counts: Counter[tuple[CareerRole, bool, bool]], role: CareerRole) -> float:
    return counts[role, True, True] / (counts[role, True, True] + counts[role, False, True])


def _recall(counts: Counter[tuple[CareerRole, bool, bool]], role: CareerRole) -> float:
    return counts[role, True, True] / (counts[role, True, True] + counts[role, True, False])


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--language", choices=LANGUAGES)
    parser.add_argument("--trials", type=int, default=20)
    options = parser.parse_args()
    parts: tuple[Callable[[Language, int], Iterator[str]], ...] = (by_chance, planting)
    for language in [options.language] if options.language else LANGUAGES:
        for part in parts:
            for line in part(language, options.trials):
                print(line, flush=True)
        print(everybody(language, options.trials))
        print(reflexes(language, options.trials), flush=True)
        print(roles(language))
    for line in scores(100 * options.trials):
        print(line)


if __name__ == "__main__":
    main()
