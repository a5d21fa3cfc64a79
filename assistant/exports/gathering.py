"""Putting together what belongs to talks, for whoever takes them out."""

from collections.abc import Callable, Iterator, Sequence

from assistant.domain.people import Actor
from assistant.domain.roleplay import RolePlay
from assistant.domain.scenario import Scenario
from assistant.exports.taken import Taken
from assistant.ports import Accounts, Hints, Reflections, Reviews, RolePlays, Scorecards


class Gathering:
    """`scores_first`: whether somebody must score a talk before they see what the machine made of it."""

    def __init__(
        self,
        role_plays: RolePlays,
        scorecards: Scorecards,
        reviews: Reviews,
        reflections: Reflections,
        hints: Hints,
        accounts: Accounts,
        scores_first: Callable[[Actor, RolePlay], bool],
    ) -> None:
        self._role_plays = role_plays
        self._scorecards = scorecards
        self._reviews = reviews
        self._reflections = reflections
        self._hints = hints
        self._accounts = accounts
        self._scores_first = scores_first

    def of(self, role_plays: Sequence[RolePlay], actor: Actor | None = None) -> Iterator[Taken]:
        """Each with its own. Scores that its rep has not seen yet are left out, and what a rep is still writing is for that rep alone.
        Whether `actor` may see the role-plays was asked before."""
        cards = self._scorecards.latest_of([one.id for one in role_plays])
        names = {one.id: one.name for one in self._accounts.people()}
        unseen = self._reflections.open()
        scenarios: dict[tuple[str, str], Scenario] = {}
        for one in role_plays:
            version = (one.scenario, one.scenario_version)
            if version not in scenarios:
                scenarios[version] = self._role_plays.scenario_of(one.id)
            kept = self._reflections.get(one.id)
            mine = actor is not None and one.rep == actor.id
            left, first = self._reviews.of(one.id), actor is not None and self._scores_first(actor, one)
            left = left.of(actor.id) if first and actor else left.told()
            yield Taken(
                one,
                scenarios[version],
                names.get(one.rep, one.rep),
                cards.get(one.id) if one.id not in unseen and not first else None,
                left,
                kept if kept and (mine or kept.closed) else None,
                self._hints.of(one.id),
            )
