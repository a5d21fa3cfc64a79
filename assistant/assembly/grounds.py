"""What of the playbooks a buyer, a hint or a score stands on: the passages that belong to a deal, less what a mark holds back."""

import logging
from collections.abc import Sequence

from assistant.domain.memory import Mark
from assistant.domain.playbook import Found
from assistant.domain.scenario import Scenario
from assistant.errors import MajuError
from assistant.playbooks import FITS, Marking, Shelf, quotable

LOG = logging.getLogger(__name__)
PASSAGES_FOR_BUYER = 3


class Grounds:
    def __init__(self, shelf: Shelf, marking: Marking) -> None:
        self._shelf = shelf
        self._marking = marking

    def for_buyer(self, words: str, scenario: Scenario, playbooks: Sequence[str]) -> list[Found]:
        return self.passages([words], PASSAGES_FOR_BUYER, scenario, playbooks)[0]

    def passages(self, queries: Sequence[str], k: int, scenario: Scenario | None, playbooks: Sequence[str] | None) -> list[list[Found]]:
        """What the playbooks (None: the current ones) that belong to the deal (None: to any) say to each query;
        nothing where nothing fits or the index is out of reach."""
        try:
            if scenario is None:
                found = self._shelf.search(queries, k)
            else:
                versions = self._shelf.in_use() if playbooks is None else playbooks
                found = self._shelf.search_for_deal(queries, k, scenario.deal.keywords, versions)
        except MajuError as error:
            LOG.warning("no passages: %s", error)
            return [[] for _ in queries]
        marks = self._marking.in_versions(playbooks)
        return [quotable([one for one in of_query if one.score >= FITS], marks) for of_query in found]

    def marks(self, scenario: Scenario | None, playbooks: Sequence[str] | None) -> tuple[Mark, ...]:
        """What managers have marked in the playbooks (None: the current ones) that belong to the deal (None: to any)."""
        versions = list(self._shelf.in_use() if playbooks is None else playbooks)
        if scenario is not None:
            words = scenario.deal.keywords.ko + scenario.deal.keywords.en
            versions = [one for one in versions if self._shelf.concerns(one, words)]
        return self._marking.in_versions(versions)
