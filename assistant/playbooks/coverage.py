"""Where the playbooks are used and where they are silent: what came up how often, what never did, and what the scenarios ask that finds none."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from assistant.domain.memory import Use
from assistant.domain.playbook import Passage, PlaybookVersion
from assistant.domain.scenario import Scenario
from assistant.domain.words import LANGUAGES, Text
from assistant.playbooks.shelf import FITS, Shelf
from assistant.ports import Memory


@dataclass(frozen=True, slots=True)
class Usage:
    """Of the version of a playbook that is in use, since it is. `role_plays`: in how many a passage of it came up, by use."""

    version: PlaybookVersion
    since: datetime
    role_plays: dict[Use, int]
    came_up: int
    never: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Gap:
    """Something a buyer objects or a good rep finds out, for which no passage fits in either language."""

    scenario: Scenario
    kind: Literal["objection", "discovery"]
    what: Text


@dataclass(frozen=True, slots=True)
class Answered:
    """How much of what a deal's buyer objects and a good rep finds out has a passage. `playbooks`: whether any belongs to the deal at all."""

    scenario: Scenario
    playbooks: bool
    of: int
    gaps: tuple[Gap, ...]


class Coverage:
    def __init__(self, shelf: Shelf, memory: Memory, passages: Callable[[Sequence[str]], tuple[Passage, ...]]) -> None:
        """`passages` of versions, in document order."""
        self._shelf = shelf
        self._memory = memory
        self._passages = passages
        self._answered: dict[tuple[str, str, tuple[str, ...]], Answered] = {}

    def usage(self) -> tuple[Usage, ...]:
        """By the playbook's name."""
        return tuple(self._usage(one) for one in self._shelf.current())

    def answered(self, scenario: Scenario) -> Answered:
        """Looked up anew only when the scenario or the playbooks have changed: it asks some twenty questions."""
        key = scenario.id, scenario.version, self._shelf.in_use()
        if key not in self._answered:
            self._answered = {old: one for old, one in self._answered.items() if old[2] == key[2]}
            self._answered[key] = self._look(scenario, key[2])
        return self._answered[key]

    def _usage(self, version: PlaybookVersion) -> Usage:
        passages = self._passages([version.id])
        uses = self._memory.uses([one.id for one in passages])
        used = {one.passage for one in uses}
        most: dict[Use, int] = {}
        for one in uses:
            most[one.use] = most.get(one.use, 0) + one.role_plays
        never = tuple(one for one in passages if one.id not in used)
        return Usage(version, version.approved_at or version.added_at, most, len(passages) - len(never), never)

    def _look(self, scenario: Scenario, in_use: tuple[str, ...]) -> Answered:
        words = scenario.deal.keywords.ko + scenario.deal.keywords.en
        asked = list(_asked(scenario))
        if not any(self._shelf.concerns(one, words) for one in in_use):
            return Answered(scenario, False, len(asked), ())
        queries = [query for _, queries in asked for query in queries]
        found = iter(self._shelf.search_for_deal(queries, 1, scenario.deal.keywords, in_use))
        gaps = [gap for gap, queries in asked if not any(of and of[0].score >= FITS for of in [next(found) for _ in queries])]
        return Answered(scenario, True, len(asked), tuple(gaps))


def _asked(scenario: Scenario) -> Iterator[tuple[Gap, list[str]]]:
    """Every objection with its lines, every discovery item with its name and topics, in both languages."""
    topics = {one.id: one.name for one in scenario.topics}
    for objection in scenario.objections:
        lines = objection.lines
        yield Gap(scenario, "objection", Text(lines.ko[0], lines.en[0])), [line for language in LANGUAGES for line in lines.in_(language)]
    for item in scenario.discovery:
        names = [item.name, *(topics[one] for one in item.topics if one in topics)]
        yield Gap(scenario, "discovery", item.name), [" ".join(one.in_(language) for one in names) for language in LANGUAGES]
