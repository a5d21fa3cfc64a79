"""Teams with accounts: managers who set practice, reps who do it (or not), what is shared and reviewed, and what the deals came to.

    python -m tests.team --data DIR --teams 3

Everybody has the same password, which is printed. What is set, held and shared goes through the use cases, at the moment it is dated.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from assistant.access.passwords import Passwords
from assistant.assembly import KNOWLEDGE, Engine, open_engine
from assistant.assigning import Plan
from assistant.domain.assignment import Assignment, PassRule
from assistant.domain.people import LOCAL_PERSON, Actor, Role, Team
from assistant.domain.people import Person as Account
from assistant.language.analysis import warm_up
from assistant.store import open_store
from tests.team.crews import ADMIN, CREWS, DIRECTOR, TRAINERS, Crew
from tests.team.people import Person
from tests.team.reviewing import reviewed
from tests.team.sales import sold
from tests.team.weeks import CLOSES, OPENS, Appointment, Clock, diary, held

PASSWORD = "느린 노새와 푸른 국수"
EVERY = 2
"""Weeks from one assignment of a team's to its next."""
LASTS = timedelta(days=12)
DOES_IT, SHARES = 0.85, 0.3
RULES = (
    PassRule(),
    PassRule((("warm", 50), ("professional", 45)), ("no_contradiction", "half_answered")),
    PassRule((("human", 55),), ("next_step",)),
)
NOTES = (
    ("가격보다 먼저 지금 어떻게 쓰는지 물어보세요.", "Ask how they work today before you talk of price."),
    ("상대가 걱정을 말하면 먼저 받아 주고 답해 보세요.", "When they voice a worry, take it in before you answer."),
    ("끝나기 전에 다음 약속을 날짜까지 잡아 보세요.", "Settle the next step with a date before you part."),
)


@dataclass(frozen=True, slots=True)
class Sitting:
    """A role-play to be held: one's own, or for an assignment. `shares`: its rep shows it to the team afterwards."""

    one: Appointment
    team: str
    assignment: int | None = None
    shares: bool = False


@dataclass(frozen=True, slots=True)
class Set:
    """Practice that a manager sets. `of`: the crew."""

    number: int
    of: Crew
    at: datetime
    scenario: str


def engaged(data: Path, until: datetime | None, weeks: int, seed: int, crews: Sequence[Crew], told: Callable[[int, int], None]) -> int:
    """Fills the folder; how many role-plays that were. Raises ValueError when it holds some already."""
    until = until or datetime.now(UTC) - timedelta(days=1)
    clock = Clock(until - timedelta(weeks=weeks))
    data.mkdir(parents=True, exist_ok=True)
    with open_engine(data, clock) as engine:
        if engine.role_plays.all():
            raise ValueError(f"{data} holds role-plays already; name an empty folder.")
        accounts(data, crews, clock.at)
        warm_up()
        for _ in engine.shelf.add_all(LOCAL_PERSON, [KNOWLEDGE / "playbooks"]):
            pass
        scenarios = [one.id for one in engine.library.all()]
        sets = list(_sets(crews, scenarios, until, weeks, seed))
        sittings = sorted(_sittings(crews, sets, scenarios, until, weeks, seed), key=lambda each: (each.one.at, each.one.person.id))
        made = dict[int, Assignment]()
        for done, sitting in enumerate(sittings, 1):
            _set_until(engine, clock, sets, made, sitting.one.at)
            _sit(engine, clock, sitting, made)
            told(done, len(sittings))
        _set_until(engine, clock, sets, made, until)
        reviewed(engine, clock, [one.name for one in crews], until, seed)
        for crew in crews:
            sold(engine, crew, until, weeks, seed)
    return len(sittings)


def accounts(data: Path, crews: Sequence[Crew], at: datetime) -> None:
    """Teams and people, all with the same password; who joined later has an account from then on."""
    kept = Passwords().hashed(PASSWORD)
    with open_store(f"sqlite:///{data / 'maju.db'}") as store:
        for crew in crews:
            store.accounts.add_team(Team(crew.name, crew.name))
        every = frozenset(crew.name for crew in crews)
        people: list[tuple[str, str, frozenset[Role], frozenset[str], int]] = [
            (*ADMIN, frozenset({"admin"}), frozenset(), 0),
            (*DIRECTOR, frozenset({"manager"}), every, 0),
            *((*one, frozenset[Role]({"trainer"}), every, 0) for one in TRAINERS),
        ]
        for crew in crews:
            people.append((*crew.manager, frozenset({"manager"}), frozenset({crew.name}), 0))
            came = dict(crew.joined)
            people += [(one.id, name, frozenset({"rep"}), frozenset({crew.name}), came.get(one.id, 0)) for one, name in crew.reps]
        for own, name, roles, teams, week in people:
            store.accounts.add(Account(own, own if own == "admin" else f"{own}@maju.example", name, roles, teams, at + timedelta(weeks=week)))
            store.accounts.set_password(own, kept)


def actor(person: str, team: str, role: Role = "rep") -> Actor:
    return Actor(person, person, frozenset({role}), frozenset({team}))


def _sets(crews: Sequence[Crew], scenarios: Sequence[str], until: datetime, weeks: int, seed: int) -> Iterator[Set]:
    """One every other week for each team, the last of them still running at the end."""
    number = 0
    for crew in crews:
        turn_about = Random(f"sets:{seed}:{crew.name}").sample(scenarios, len(scenarios))
        for index, week in enumerate(range(weeks - 1, -1, -EVERY)):
            at = (until - timedelta(weeks=weeks - week, days=-1)).replace(hour=OPENS, minute=5, second=0, microsecond=0)
            yield Set(number, crew, at, turn_about[index % len(turn_about)])
            number += 1


def _sittings(crews: Sequence[Crew], sets: Sequence[Set], scenarios: Sequence[str], until: datetime, weeks: int, seed: int) -> Iterator[Sitting]:
    dice = Random(f"office:{seed}")
    for crew in crews:
        came = dict(crew.joined)
        for one in diary(scenarios, until, weeks, seed, [person for person, _ in crew.reps]):
            if one.week >= came.get(one.person.id, 0):
                yield Sitting(one, crew.name, shares=dice.random() < SHARES)
        for which in (each for each in sets if each.of is crew):
            for person, _ in crew.reps:
                week = weeks - (until - which.at).days / 7
                if week >= came.get(person.id, 0) and int(week) not in person.away and dice.random() < DOES_IT:
                    at = which.at + timedelta(
                        days=dice.randrange(LASTS.days - 1), hours=dice.randrange(1, CLOSES - OPENS), minutes=dice.randrange(60)
                    )
                    if at < until:
                        yield Sitting(_for_it(person, which, at, weeks - (until - at).days / 7, dice), crew.name, which.number)


def _for_it(person: Person, which: Set, at: datetime, week: float, dice: Random) -> Appointment:
    return Appointment(person, at, week, which.scenario, person.languages[0], 2, dice.randrange(1_000_000))


def _set_until(engine: Engine, clock: Clock, sets: Sequence[Set], made: dict[int, Assignment], at: datetime) -> None:
    """Sets what is due to be set by then."""
    for one in sorted(sets, key=lambda each: each.at):
        if one.at <= at and one.number not in made:
            clock.at = one.at
            assessed, ko, en = one.number % 2 == 1, *NOTES[one.number % len(NOTES)]
            plan = Plan(
                scenario=one.scenario,
                level=2,
                mode="assessment" if assessed else "practice",
                starts_at=one.at,
                until=one.at + LASTS,
                time_limit_s=60 * 60 if assessed else None,
                attempts=2,
                rule=RULES[one.number % len(RULES)],
                note=en if one.of.name.isascii() else ko,
            )
            (made[one.number],) = engine.assigning.assign(actor(one.of.manager[0], one.of.name, "manager"), [one.of.name], plan)


def _sit(engine: Engine, clock: Clock, sitting: Sitting, made: dict[int, Assignment]) -> None:
    clock.at, who = sitting.one.at, actor(sitting.one.person.id, sitting.team)
    if sitting.assignment is None:
        role_play = held(engine, clock, sitting.one, who)
        if sitting.shares:
            engine.submitting.share(who, role_play.id)
        return
    terms = engine.assigning.terms(who, made[sitting.assignment].id)
    held(engine, clock, replace(sitting.one, level=made[sitting.assignment].level), who, terms)


def all_crews(teams: int) -> tuple[Crew, ...]:
    if not 1 <= teams <= len(CREWS):
        raise ValueError(f"There are {len(CREWS)} teams.")
    return CREWS[:teams]
