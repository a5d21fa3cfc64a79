"""Assignments as a use case. A manager sets practice for their own teams; a rep sees what is due, and begins under its terms."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import datetime, timedelta
from uuid import uuid4

from assistant.assigning.checking import checked, note_of
from assistant.domain.assignment import DUE, Assignment, PassRule, Standing, standing
from assistant.domain.passing import Verdict, verdict
from assistant.domain.people import Actor, Audited, Person
from assistant.domain.policy import Thing, may, of_talk
from assistant.domain.roleplay import Level, Mode, RolePlay
from assistant.domain.scorecard import Scorecard
from assistant.domain.terms import Terms
from assistant.domain.words import Language
from assistant.errors import InputError, NotAllowed, NotFound
from assistant.ports import Accounts, Assignments, RolePlays, Scorecards

REMINDED = timedelta(weeks=2)
"""How long somebody is reminded of what they missed."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What a manager has filled in; as in `Assignment`. What may still be changed once somebody has begun: `people`, `starts_at`, `until`,
    `attempts`, `note`."""

    scenario: str
    level: Level
    mode: Mode
    starts_at: datetime
    until: datetime
    people: frozenset[str] = frozenset()
    language: Language | None = None
    time_limit_s: int | None = None
    attempts: int | None = None
    rule: PassRule = field(default_factory=PassRule)
    note: str = ""


@dataclass(frozen=True, slots=True)
class Attempt:
    """A finished try that the one who looks may read. `verdict`: None without a rule and before it was scored."""

    role_play: RolePlay
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class Done:
    """How one person stands, for their manager. `attempts`: oldest first."""

    person: Person
    standing: Standing
    attempts: tuple[Attempt, ...]


class Assigning:
    def __init__(
        self,
        assignments: Assignments,
        accounts: Accounts,
        role_plays: RolePlays,
        scorecards: Scorecards,
        is_scenario: Callable[[str], bool],
        now: Callable[[], datetime],
    ) -> None:
        self._assignments = assignments
        self._accounts = accounts
        self._role_plays = role_plays
        self._scorecards = scorecards
        self._is_scenario = is_scenario
        self._now = now

    # A manager's

    def assign(self, actor: Actor, teams: Sequence[str], plan: Plan) -> tuple[Assignment, ...]:
        """One for each of these teams (ids); of `plan.people` each gets those that are in it. Raises NotAllowed, InputError."""
        if not teams:
            raise InputError(ko="누구에게 낼지 팀을 골라 주세요.", en="Choose the team it is for.")
        for team in teams:
            self._require(actor, team)
        if not self._is_scenario(plan.scenario):
            raise InputError(ko="그런 시나리오가 없어요. 다른 시나리오를 골라 주세요.", en="There is no such scenario. Choose another.")
        now = self._now()
        made = []
        for team in dict.fromkeys(teams):
            people = plan.people & self._members(team)
            if plan.people and not people:
                continue
            new = Assignment(uuid4().hex, team, plan.scenario, plan.level, plan.mode, plan.starts_at, plan.until, actor.id, now)
            made.append(checked(_filled(new, replace(plan, people=people)), now))
        if not made:
            raise InputError(ko="고른 사람이 그 팀에 없어요.", en="None of the people you chose is in that team.")
        with self._accounts.together():
            for one in made:
                self._assignments.add(one)
                self._note(actor, "assigned", one)
        return tuple(made)

    def change(self, actor: Actor, assignment: Assignment, plan: Plan) -> Assignment:
        """`assignment`: as the manager saw it. Raises NotFound, InputError when somebody has begun and what was begun would be changed, when it was
        ended, and when somebody else has changed it meanwhile."""
        kept = self.of_manager(actor, assignment.id)
        if kept.ended_at is not None:
            raise InputError(ko="이미 끝낸 과제예요. 새 과제를 내 주세요.", en="This assignment was ended. Make a new one.")
        after = _filled(replace(assignment, team=kept.team, ended_at=None), replace(plan, people=plan.people & self._members(kept.team)))
        same = replace(after, **{name: getattr(kept, name) for name in ("people", "starts_at", "until", "attempts", "note", "revision")})
        if same != kept and self._role_plays.of_assignments([kept.id]):
            raise InputError(
                ko="벌써 시작한 사람이 있어서 시나리오, 난이도, 방식, 통과 기준은 바꿀 수 없어요. 기간과 횟수, 대상은 바꿀 수 있어요.",
                en="Somebody has begun, so scenario, level, kind and pass rule stay. You can change the dates, the attempts and the people.",
            )
        if plan.people and not after.people:
            raise InputError(ko="고른 사람이 그 팀에 없어요.", en="None of the people you chose is in that team.")
        with self._accounts.together():
            changed = self._assignments.change(checked(after, self._now(), begun=True))
            self._note(actor, "assignment_changed", changed)
        return changed

    def end(self, actor: Actor, assignment_id: str) -> Assignment:
        """Nobody can begin it from now on; what was begun may be finished. Raises NotFound. One that was ended stays so."""
        kept = self.of_manager(actor, assignment_id)
        if kept.ended_at is not None:
            return kept
        with self._accounts.together():
            ended = self._assignments.change(replace(kept, ended_at=self._now()))
            self._note(actor, "assignment_ended", ended)
        return ended

    def of_manager(self, actor: Actor, assignment_id: str) -> Assignment:
        """Raises NotFound also for another team's: who may not see it need not know of it."""
        found = self._assignments.get(assignment_id)
        if not may(actor, "assign", _thing(found.team)):
            raise NotFound(ko="그런 과제가 없어요.", en="There is no such assignment.")
        return found

    def managed(self, actor: Actor) -> tuple[Assignment, ...]:
        """Those of the actor's teams, the one that ends last first. Raises NotAllowed."""
        if not any(may(actor, "assign", _thing(team)) for team in actor.teams):
            raise NotAllowed()
        return self._assignments.of_teams(actor.teams)[::-1]

    def members(self, actor: Actor, team: str) -> tuple[Person, ...]:
        """Who in this team practises, by name. Raises NotAllowed."""
        self._require(actor, team)
        return tuple(one for one in self._in_team(team) if one.roles & {"rep", "manager", "trainer"})

    def done(self, actor: Actor, assignments: Sequence[Assignment]) -> dict[str, tuple[Done, ...]]:
        """Who has done what, by assignment, people by name: those it is set for today, and those who began it and are not among them any more."""
        everybody, now = self._accounts.people(), self._now()
        tries: dict[str, dict[str, list[RolePlay]]] = {}
        for one in self._role_plays.of_assignments([one.id for one in assignments]):
            tries.setdefault(one.assignment or "", {}).setdefault(one.rep, []).append(one)
        readable = [one.id for of in tries.values() for own in of.values() for one in own if may(actor, "read_role_play", of_talk(one))]
        cards = self._scorecards.latest_of(readable)
        found = {}
        for assignment in assignments:
            own = tries.get(assignment.id, {})
            people = [one for one in everybody if assignment.is_for(one) or one.id in own]
            held = [(one, standing(assignment, own.get(one.id, ()), now)) for one in people]
            found[assignment.id] = tuple(Done(one, its, self._attempts(actor, its, cards)) for one, its in held)
        return found

    def _attempts(self, actor: Actor, its: Standing, cards: Mapping[str, Scorecard]) -> tuple[Attempt, ...]:
        rule = its.assignment.rule
        return tuple(
            Attempt(one, verdict(rule, cards[one.id], one.ended) if rule and one.id in cards and one.ended else None)
            for one in its.finished
            if may(actor, "read_role_play", of_talk(one))
        )

    # A rep's

    def mine(self, actor: Actor) -> tuple[Standing, ...]:
        """What is, was or will be due to the actor, the one that ends first first."""
        if not actor.teams or not may(actor, "practise", Thing(actor.id)):
            return ()
        person = self._accounts.person(actor.id)
        assigned = [one for one in self._assignments.of_teams(person.teams) if one.is_for(person)]
        own = self._role_plays.of_assignments([one.id for one in assigned], actor.id)
        now = self._now()
        return tuple(standing(one, [each for each in own if each.assignment == one.id], now) for one in assigned)

    def due(self, actor: Actor) -> tuple[Standing, ...]:
        """What the actor can or should have done by now: open, begun, or past its end and not done."""
        return is_due(self.mine(actor), self._now())

    def one_of_mine(self, actor: Actor, assignment_id: str) -> Standing:
        """Raises NotFound for what is not the actor's."""
        found = next((one for one in self.mine(actor) if one.assignment.id == assignment_id), None)
        if found is None:
            raise NotFound(ko="그런 과제가 없어요.", en="There is no such assignment.")
        return found

    def terms(self, actor: Actor, assignment_id: str) -> Terms:
        """What the next role-play of it is held under. Raises NotFound, and InputError outside its time."""
        assignment = self.one_of_mine(actor, assignment_id).assignment
        if not assignment.is_open(self._now()):
            raise InputError(
                ko="지금은 이 과제를 시작할 수 있는 기간이 아니에요. 연습으로는 언제든 만날 수 있어요.",
                en="This assignment cannot be begun now. You can still practise with this buyer as often as you like.",
            )
        limit = assignment.time_limit_s if assignment.mode == "assessment" else None
        return Terms(limit, assignment.attempts, None, assignment.mode, assignment.id, frozenset({assignment.team}))

    def verdict(self, actor: Actor, role_play: RolePlay) -> Verdict | None:
        """Of an assigned role-play that the actor may read, once it is scored; None without a rule."""
        if role_play.assignment is None or role_play.ended is None or not may(actor, "read_role_play", of_talk(role_play)):
            return None
        rule, card = self._assignments.get(role_play.assignment).rule, self._scorecards.latest(role_play.id)
        return verdict(rule, card, role_play.ended) if rule and card else None

    def readers(self, team: str) -> tuple[Person, ...]:
        """Who can read what is shared with this team, by name: its managers and trainers."""
        return tuple(one for one in self._in_team(team) if one.roles & {"manager", "trainer"})

    def _members(self, team: str) -> frozenset[str]:
        return frozenset(one.id for one in self._in_team(team))

    def _in_team(self, team: str) -> Iterator[Person]:
        return (one for one in self._accounts.people() if one.active and team in one.teams)

    def _require(self, actor: Actor, team: str) -> None:
        if not may(actor, "assign", _thing(team)):
            raise NotAllowed()

    def _note(self, actor: Actor, action: str, assignment: Assignment) -> None:
        self._accounts.audit(
            Audited(self._now(), actor.id, action, assignment.id, f"{assignment.scenario}; people {len(assignment.people) or 'all'}")
        )


def is_due(mine: Sequence[Standing], now: datetime) -> tuple[Standing, ...]:
    """What can be done now; and for two weeks what should have been done by now."""
    return tuple(one for one in mine if one.state in DUE or (one.state == "overdue" and now < one.assignment.until + REMINDED))


def _thing(team: str) -> Thing:
    """An assignment is its team's, not its maker's: who has left the team has nothing to do with it any more."""
    return Thing(teams=frozenset({team}))


def _filled(assignment: Assignment, plan: Plan) -> Assignment:
    kept = replace(plan, time_limit_s=plan.time_limit_s if plan.mode == "assessment" else None, note=note_of(plan.note))
    return replace(assignment, **{one.name: getattr(kept, one.name) for one in fields(Plan)})
