"""How long talks are kept: an admin sets it for a team, everybody is told before, a job deletes what is due."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from assistant.domain.people import Actor, Audited
from assistant.domain.policy import may
from assistant.domain.privacy import LONGEST_DAYS, NO_TEAM, SHORTEST_DAYS, KeptTalk, Retention, due, groups, kept_days, teams_of
from assistant.errors import InputError, NotAllowed
from assistant.ports import Accounts, Erasures, Retentions
from assistant.privacy.erasing import GRACE, ask_now


@dataclass(frozen=True, slots=True)
class Ahead:
    """What a rule will delete first: how many talks of how many people, and when. None where nothing is kept yet that it concerns."""

    talks: int
    people: int
    first_at: datetime


class Keeping:
    def __init__(self, retentions: Retentions, erasures: Erasures, accounts: Accounts, now: Callable[[], datetime]) -> None:
        self._retentions = retentions
        self._erasures = erasures
        self._accounts = accounts
        self._now = now

    def rules(self, actor: Actor) -> dict[str, Retention]:
        """By team. Raises NotAllowed."""
        self._require(actor)
        return self._retentions.all()

    def mine(self, actor: Actor) -> Retention | None:
        """The rule for the actor's own talks; None: they are kept until somebody deletes them."""
        return kept_days(actor.teams, self._retentions.all())

    def ahead(self, actor: Actor, team: str, days: int | None) -> Ahead | None:
        """What would be deleted first were this the team's rule: to be shown before it is set. Raises NotAllowed, InputError."""
        self._require(actor)
        rule = None if days is None else self._made(actor, team, days)
        rules = {name: one for name, one in self._retentions.all().items() if name != team} | ({team: rule} if rule else {})
        coming = [(when, together) for when, together, teams in self._coming(rules) if team in (teams or {NO_TEAM})]
        if not coming:
            return None
        first = max(min(when for when, _ in coming), self._now())
        soon = [one for when, together in coming if when <= first for one in together]
        return Ahead(len(soon), len({one.owner for one in soon}), first)

    def set(self, actor: Actor, team: str, days: int | None) -> Retention | None:
        """From now on the talks of this team's people are kept so long; None: for good. What a shorter time deletes, it deletes a week from now at
        the earliest. Raises NotAllowed, InputError."""
        self._require(actor)
        rule = None if days is None else self._made(actor, team, days)
        with self._accounts.together():
            if rule is None:
                self._retentions.take_away(team)
            else:
                self._retentions.put(rule)
            self._note(actor, team, "for good" if rule is None else f"{rule.days} days")
        return rule

    def next_of(self, actor: Actor) -> tuple[datetime, int] | None:
        """When the actor's own talks begin to be deleted, and how many then; None where they are kept."""
        rule = self.mine(actor)
        if rule is None:
            return None
        coming = sorted((due(one, rule), len(one)) for one in groups(self._erasures.talks(actor.id)))
        if not coming:
            return None
        first = coming[0][0]
        return first, sum(count for when, count in coming if when <= first)

    def run(self) -> int:
        """Asks for the deletion of what is due; how many talks. The eraser does it."""
        now = self._now()
        over = [one for when, together, _ in self._coming(self._retentions.all()) if when <= now for one in together]
        ask_now(self._erasures, ((one.kind, one.id) for one in over), "retention", "", now)
        return len(over)

    def _coming(self, rules: dict[str, Retention]) -> Iterator[tuple[datetime, list[KeptTalk], frozenset[str]]]:
        """Talks that go together, when they are due, and their owner's teams; none of those that are kept for good."""
        if not rules:
            return
        teams = teams_of(self._accounts.people())
        for together in groups(self._erasures.talks()):
            of = teams.get(together[0].owner, frozenset())
            rule = kept_days(of, rules)
            if rule is not None:
                yield due(together, rule), together, of

    def _made(self, actor: Actor, team: str, days: int) -> Retention:
        if not SHORTEST_DAYS <= days <= LONGEST_DAYS:
            raise InputError(
                ko=f"보관 기간은 {SHORTEST_DAYS}일에서 {LONGEST_DAYS:,}일 사이로 정해 주세요.",
                en=f"Choose between {SHORTEST_DAYS} and {LONGEST_DAYS:,} days.",
            )
        known, now = self._retentions.all().get(team), self._now()
        shorter = known is None or days < known.days
        return Retention(team, days, now + GRACE if shorter else known.since if known else now, actor.id)

    def _note(self, actor: Actor, team: str, detail: str) -> None:
        self._accounts.audit(Audited(self._now(), actor.id, "retention_set", team, detail))

    def _require(self, actor: Actor) -> None:
        if not may(actor, "keep_retention"):
            raise NotAllowed()
