"""A team as its manager may see it: role-plays that were shared with it or assigned, and nothing else. Nobody is ranked: people stand by name."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from functools import partial
from statistics import fmean
from threading import Lock

from assistant.domain.people import Actor, Person
from assistant.domain.policy import Thing, may, of_talk
from assistant.domain.progress import Course
from assistant.domain.roleplay import Mind, RolePlay
from assistant.domain.scenario import Scenario
from assistant.domain.scorecard import Scorecard
from assistant.domain.team import Apart, Group, Hard, Mate, Next, TeamView
from assistant.domain.words import DIMENSIONS, LANGUAGES, Dimension, Language
from assistant.errors import NotAllowed
from assistant.ports import Accounts, RolePlays, Scorecards
from assistant.progress.intervals import difference, interval
from assistant.progress.journal import course, rubrics_of
from assistant.progress.struggles import LATEST, MOST, Credits, Scored, hard_in_deals, hard_measures, hardest_scenario, latest, pointed_to

LATELY = timedelta(weeks=4)
KEPT = 5000


class TeamBook:
    """`credits_of`: what scorecards' measures weigh and earn; `scenarios`: the deals there are; `quoted` keeps whose words somebody is shown."""

    def __init__(
        self,
        role_plays: RolePlays,
        scorecards: Scorecards,
        accounts: Accounts,
        credits_of: Callable[[Sequence[Scorecard]], Sequence[Credits]],
        scenarios: Callable[[], Sequence[Scenario]],
        now: Callable[[], datetime],
        quoted: Callable[[Actor, Iterable[RolePlay]], None],
    ) -> None:
        self._role_plays = role_plays
        self._scorecards = scorecards
        self._accounts = accounts
        self._credits_of = credits_of
        self._scenarios = scenarios
        self._now = now
        self._quoted = quoted
        self._minds: dict[str, Mind] = {}
        self._lock = Lock()

    def open(self, actor: Actor, teams: Sequence[str]) -> "OpenBook":
        """These teams (ids) as they are now; reads everything once. Raises NotAllowed where one of them is not the actor's to see."""
        if not teams or not all(may(actor, "see_team", Thing(teams=frozenset({team}))) for team in teams):
            raise NotAllowed()
        members = tuple(one for one in self._accounts.people() if one.teams & set(teams) and one.active and "rep" in one.roles)
        ids = {one.id for one in members}
        seen = [
            one for one in self._role_plays.heads_shared_with(teams) if one.rep in ids and one.is_whole and may(actor, "read_role_play", of_talk(one))
        ][::-1]
        cards = self._scorecards.latest_of([one.id for one in seen])
        spoke = [one for one in seen if one.id not in cards or cards[one.id].turns]
        scenarios = {one.id: one for one in self._scenarios()}
        return OpenBook(members, tuple(spoke), cards, self._minds_of(spoke), scenarios, self._credits_of, self._now(), partial(self._quoted, actor))

    def forget(self) -> None:
        """Drops what was read: some of it was deleted."""
        with self._lock:
            self._minds.clear()

    def _minds_of(self, role_plays: Sequence[RolePlay]) -> Mapping[str, Mind]:
        """What each buyer had in mind at the end; a finished role-play stays as it is, so it is read once."""
        with self._lock:
            if len(self._minds) > KEPT:
                self._minds.clear()
            missing = [one.id for one in role_plays if one.id not in self._minds]
            if missing:
                self._minds |= self._role_plays.last_minds(missing)
            return {one.id: self._minds[one.id] for one in role_plays if one.id in self._minds}


@dataclass(frozen=True, slots=True)
class OpenBook:
    """`seen`: finished role-plays, oldest first, without their turns."""

    members: tuple[Person, ...]
    seen: tuple[RolePlay, ...]
    cards: Mapping[str, Scorecard]
    minds: Mapping[str, Mind]
    scenarios: Mapping[str, Scenario]
    credits_of: Callable[[Sequence[Scorecard]], Sequence[Credits]]
    now: datetime
    quoted: Callable[[Iterable[RolePlay]], None]

    @property
    def languages(self) -> tuple[Language, ...]:
        held = {one.language for one in self.seen}
        return tuple(one for one in LANGUAGES if one in held)

    def view(self, language: Language) -> TeamView:
        """In one language, by the rubric that was scored by last. That its quotes are seen is kept first. Raises StoreError."""
        own = [one for one in self.seen if one.language == language]
        scored = [(one, self.cards[one.id]) for one in own if one.id in self.cards]
        by_it, rubric = _by_newest_rubric(scored)
        lately = latest(by_it)
        credits_of = dict(zip((one.id for one, _ in lately), self.credits_of([card for _, card in lately]), strict=True))
        measures = hard_measures(lately, credits_of)
        deals = hard_in_deals([one for one, _ in lately], self.minds, self.scenarios)
        found = TeamView(
            mates=tuple(self._mate(person, by_it) for person in self.members),
            hard=(*(hard for _, hard in measures[:MOST]), *deals, *pointed_to(lately)),
            next=_next([hard for _, hard in measures], lately, credits_of),
            role_plays=len(own),
            unscored=len(own) - len(scored),
            other_rubric=len(scored) - len(by_it),
            rubric=rubric,
        )
        heard = {one.role_play for one in found.heard}
        self.quoted(one for one in own if one.id in heard)
        return found

    def _mate(self, person: Person, scored: Sequence[Scored]) -> Mate:
        own = [one for one in self.seen if one.rep == person.id]
        theirs = [one for one in scored if one[0].rep == person.id]
        lately = sum(one.began_at > self.now - LATELY for one in own)
        return Mate(
            person.id,
            person.name,
            len(own),
            lately,
            own[-1].began_at if own else None,
            tuple(course(theirs, dimension) for dimension in DIMENSIONS),
        )

    def levels(self, language: Language) -> dict[str, dict[Dimension, float]]:
        """Person -> dimension -> the mean of their latest scores; who has none is left out."""
        scored = [(one, self.cards[one.id]) for one in self.seen if one.language == language and one.id in self.cards]
        by_it, _ = _by_newest_rubric(scored)
        found: dict[str, dict[Dimension, float]] = {}
        for person in self.members:
            theirs = [one for one in by_it if one[0].rep == person.id]
            levels = {name: level for name in DIMENSIONS if (level := _level(course(theirs, name))) is not None}
            if levels:
                found[person.id] = levels
        return found

    def by_team(self, language: Language, names: Mapping[str, str]) -> tuple[Group, ...]:
        """`names`: of the teams, by id. Somebody in two teams counts in both."""
        levels = self.levels(language)
        return tuple(self._group(name, [one for one in self.members if team in one.teams], levels, language) for team, name in names.items())

    def joined(self, language: Language, first: date, last: date, zone: tzinfo | None, names: tuple[str, str]) -> tuple[Group, Group]:
        """Those whose accounts were made in this period, and all the others; `names`: of the two."""
        levels = self.levels(language)
        came = [first <= one.made_at.astimezone(zone).date() <= last for one in self.members]
        new = [one for one, is_new in zip(self.members, came, strict=True) if is_new]
        old = [one for one, is_new in zip(self.members, came, strict=True) if not is_new]
        return self._group(names[0], new, levels, language), self._group(names[1], old, levels, language)

    def _group(self, name: str, people: Sequence[Person], levels: Mapping[str, Mapping[Dimension, float]], language: Language) -> Group:
        ids = {one.id for one in people}
        means = {
            dimension: found
            for dimension in DIMENSIONS
            if (found := interval([levels[one][dimension] for one in ids if one in levels and dimension in levels[one]])) is not None
        }
        return Group(name, len(people), sum(one.rep in ids and one.language == language for one in self.seen), means)

    def apart(self, language: Language, first: Sequence[str], second: Sequence[str]) -> tuple[Apart, ...]:
        """How two groups of people (ids) differ, where either has three people with scores."""
        levels = self.levels(language)
        found = []
        for dimension in DIMENSIONS:
            a, b = ([levels[one][dimension] for one in ids if dimension in levels.get(one, {})] for ids in (first, second))
            differs = difference(a, b)
            if differs:
                found.append(Apart(dimension, *differs))
        return tuple(found)


def _by_newest_rubric(scored: Sequence[Scored]) -> tuple[list[Scored], str | None]:
    rubrics = rubrics_of(scored)
    if not rubrics:
        return [], None
    newest = rubrics[0].version
    return [one for one in scored if one[1].made_by.rubric == newest], newest


def _level(found: Course) -> float | None:
    return fmean(one.value for one in found.points[-LATEST:]) if found.points else None


def _next(hard: Sequence[Hard], scored: Sequence[Scored], credits_of: Mapping[str, Credits]) -> Next | None:
    """The dearest that there are words of the reps' for: what cannot be shown is not advised."""
    found = next((one for one in hard if one.quotes), None)
    return None if found is None else Next(found, hardest_scenario(scored, credits_of, found.name))
