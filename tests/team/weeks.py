"""Ten weeks of practice: when each of the team sits down, with whom, and what comes of it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from assistant.assembly import KNOWLEDGE, Engine, open_engine
from assistant.domain.people import LOCAL_PERSON, Actor
from assistant.domain.roleplay import Level, RolePlay
from assistant.domain.terms import Terms
from assistant.domain.words import Language
from assistant.language.analysis import warm_up
from assistant.practice.room import Words
from tests.team.people import TEAM, Person
from tests.team.talking import Rep

WEEKS = 10
MOST_TURNS = 16
"""Rep turns after which a rep calls it a day."""
OPENS, CLOSES = 0, 8
"""UTC hours between which one sits down; 9 to 17 in Seoul."""
REPLY_S = 60.0


class Clock:
    """What the engine takes for now."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at


@dataclass(frozen=True, slots=True)
class Appointment:
    person: Person
    at: datetime
    week: float
    scenario: str
    language: Language
    level: Level
    seed: int


def diary(scenarios: Sequence[str], until: datetime, weeks: int, seed: int, team: Sequence[Person] = TEAM) -> list[Appointment]:
    """Every role-play of these weeks, in the order they are held. The last week ends at `until`."""
    return sorted((one for person in team for one in _of(person, scenarios, until, weeks, seed)), key=lambda one: (one.at, one.person.id))


def _of(person: Person, scenarios: Sequence[str], until: datetime, weeks: int, seed: int) -> Iterator[Appointment]:
    dice = Random(f"diary:{seed}:{person.id}")
    turn_about, languages = list[str](), 0
    for number in range(weeks):
        if number in person.away:
            continue
        held = int(person.a_week) + (dice.random() < person.a_week % 1)
        for day in sorted(dice.sample(range(7), held)):
            if not turn_about:
                turn_about = dice.sample(scenarios, len(scenarios))
            languages += 1
            week = number + day / 7
            at = until - timedelta(weeks=weeks - number - 1, days=6 - day)
            at = at.replace(hour=dice.randrange(OPENS, CLOSES), minute=dice.randrange(60), second=dice.randrange(60), microsecond=0)
            level: Level = 1 if week < 2 and dice.random() < 0.5 else 3 if week > 6 and dice.random() < 0.2 else 2
            yield Appointment(
                person, at, week, turn_about.pop(), person.languages[languages % len(person.languages)], level, dice.randrange(1_000_000)
            )


def held(engine: Engine, clock: Clock, one: Appointment, actor: Actor | None = None, terms: Terms | None = None) -> RolePlay:
    """Holds the role-play in the room and scores it. `actor`: its rep, where they are in a team."""
    actor = actor or Actor(one.person.id, one.person.id, frozenset({"rep"}))
    clock.at = one.at
    role_play = engine.room.begin(actor, one.scenario, one.language, one.level, one.seed, terms=terms)
    rep = Rep(one.person, one.week, engine.room.scenario_of(role_play.id), one.language, Random(f"talk:{one.seed}"))
    for number in range(MOST_TURNS):
        said = rep.says(role_play.turns[-1], clock.at)
        clock.at = said.sent_at
        reply = engine.room.say(actor, role_play.id, Words(said.text, f"turn-{number}", said.typing, said.sent_at))
        if not reply.wait(REPLY_S) or reply.fault:
            raise RuntimeError(f"the buyer did not answer: {reply.fault}")
        role_play = engine.room.role_play(actor, role_play.id)
        if role_play.ended or ((mind := role_play.mind()) is not None and mind.agreed):
            break
    clock.at += timedelta(seconds=5)
    role_play = engine.room.finish(actor, role_play.id)
    engine.scorer.of_role_play(actor, role_play.id)
    return role_play


def made(
    data: Path,
    until: datetime | None = None,
    weeks: int = WEEKS,
    seed: int = 1,
    team: Sequence[Person] = TEAM,
    told: Callable[[int, int], None] = lambda done, of: None,
) -> int:
    """Holds all of it in this data folder, with the sample playbooks; returns how many role-plays that were. `until`: the last day, yesterday when
    it is not given; `told(done, of)` after each. Raises ValueError when the folder holds role-plays already."""
    until = until or datetime.now(UTC) - timedelta(days=1)
    clock = Clock(until)
    with open_engine(data, clock) as engine:
        if engine.role_plays.all():
            raise ValueError(f"{data} holds role-plays already; name an empty folder.")
        warm_up()
        for _ in engine.shelf.add_all(LOCAL_PERSON, [KNOWLEDGE / "playbooks"]):
            pass
        appointments = diary([one.id for one in engine.library.all()], until, weeks, seed, team)
        for done, one in enumerate(appointments, 1):
            held(engine, clock, one)
            told(done, len(appointments))
    return len(appointments)
