"""The discovery map of a role-play: what a good rep finds out, and how far this one got. Pure."""

from dataclasses import dataclass
from typing import Literal

from assistant.domain.buyer import DiscoveryItem
from assistant.domain.roleplay import Mind
from assistant.domain.scenario import Scenario

Found = Literal["covered", "touched", "missed"]


@dataclass(frozen=True, slots=True)
class Finding:
    item: DiscoveryItem
    found: Found


def discovered(scenario: Scenario, mind: Mind | None) -> tuple[Finding, ...]:
    """Covered: one of its facts was told. Touched: the rep asked about its topic. In the scenario's order."""
    revealed = set(mind.revealed) if mind else set()
    touched = set(mind.touched) if mind else set()

    def found(item: DiscoveryItem) -> Found:
        if revealed & set(item.facts):
            return "covered"
        return "touched" if touched & set(item.topics) else "missed"

    return tuple(Finding(item, found(item)) for item in scenario.discovery)
