"""Habits as a use case: whose they are, who the others are, and what their scorecards quote."""

from collections import Counter
from threading import Lock

from assistant.domain.habit import Habit, Habits
from assistant.domain.people import Actor
from assistant.domain.policy import counts_beside
from assistant.domain.roleplay import RolePlay
from assistant.domain.scorecard import Evidence
from assistant.domain.words import Language
from assistant.habits.background import background
from assistant.habits.finding import habits
from assistant.habits.spoken import Spoken, spoken
from assistant.ports import RolePlays, Scorecards

COLLEAGUES = 2
"""Others with at least three role-plays in the language, from which on they are a team to be held against."""
THEIR_ROLE_PLAYS = 3
NEWEST = 60
"""Of the rep's own role-plays: a habit is what one does these days."""
OTHERS = 600
"""Newest role-plays of the others that are counted."""
KEPT = 4000


class HabitFinder:
    """Reads what was said in finished role-plays. Of colleagues only what they shared is counted, and nothing comes out but counts."""

    def __init__(self, role_plays: RolePlays, scorecards: Scorecards) -> None:
        self._role_plays = role_plays
        self._scorecards = scorecards
        self._spoken: dict[str, Spoken] = {}
        self._found: dict[tuple[str, Language], tuple[object, tuple[Habit, ...]]] = {}
        """By rep and language: what it was found in, and what was found."""
        self._lock = Lock()

    def of(self, actor: Actor, language: Language) -> Habits:
        """The actor's own habits in one language, from their newest role-plays."""
        every = [one for one in self._role_plays.heads() if one.language == language and one.is_whole]
        own = self._read([one.id for one in every if one.rep == actor.id][:NEWEST])
        theirs = [one for one in every if one.rep != actor.id and counts_beside(actor, one)]
        others = self._read([one.id for one in _colleagues(theirs)[:OTHERS]])
        cards = self._scorecards.latest_of([one.id for one in own])
        evidence = {one.id: cards[one.id].evidence for one in own if one.id in cards}
        found = self._habits(actor, language, own[::-1], others, evidence)
        return Habits(
            found=found,
            role_plays=len(own),
            scenarios=len({one.scenario for one in own}),
            compared="team" if others else "background",
            colleagues=len({one.rep for one in others}),
            others=len(others),
        )

    def forget(self) -> None:
        """Drops what was read and found: some of it was deleted."""
        with self._lock:
            self._spoken.clear()
            self._found.clear()

    def _habits(
        self, actor: Actor, language: Language, own: list[Spoken], others: list[Spoken], evidence: dict[str, tuple[Evidence, ...]]
    ) -> tuple[Habit, ...]:
        """Found anew only when anybody's role-plays or the rep's own scorecards are others."""
        ground = ([one.id for one in own], [one.id for one in others], evidence)
        with self._lock:
            known = self._found.get((actor.id, language))
        if known and known[0] == ground:
            return known[1]
        found = habits(own, others, background(language).share, evidence)
        with self._lock:
            self._found[actor.id, language] = (ground, found)
        return found

    def _read(self, ids: list[str]) -> list[Spoken]:
        """Those in which the rep said something, in this order. A finished role-play stays as it is, so it is read once."""
        with self._lock:
            if len(self._spoken) > KEPT:
                self._spoken.clear()
            known = {name: self._spoken[name] for name in ids if name in self._spoken}
        fresh = {one.id: spoken(one) for one in self._role_plays.these([name for name in ids if name not in known])}
        with self._lock:
            self._spoken |= fresh
        known |= fresh
        return [known[name] for name in ids if name in known and known[name].turns]


def _colleagues(others: list[RolePlay]) -> list[RolePlay]:
    """Role-plays of everybody who has enough of them; nobody's when these are too few to be a team."""
    held = Counter(one.rep for one in others)
    team = {rep for rep, count in held.items() if count >= THEIR_ROLE_PLAYS}
    return [one for one in others if one.rep in team] if len(team) >= COLLEAGUES else []
