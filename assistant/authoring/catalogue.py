"""The library people practise from: the bundled scenarios and the published ones, one of one's own before a bundled one of the same id."""

import logging
from dataclasses import replace

from assistant.domain.draft import Version
from assistant.domain.scenario import Scenario
from assistant.errors import NotFound
from assistant.ports import ScenarioFiles, Scenarios, ScenarioVersions

LOG = logging.getLogger(__name__)


class Catalogue:
    """A published version is read once per process; one that the present model no longer fits is left out, and logged."""

    def __init__(self, bundled: Scenarios, versions: ScenarioVersions, files: ScenarioFiles) -> None:
        self._bundled = bundled
        self._versions = versions
        self._files = files
        self._read: dict[tuple[str, int], Scenario | None] = {}

    def all(self) -> tuple[Scenario, ...]:
        """The bundled ones in their order, then one's own by id."""
        own = self._own()
        bundled = [own.pop(one.id, one) for one in self._bundled.all()]
        return (*bundled, *(own[name] for name in sorted(own)))

    def get(self, scenario_id: str) -> Scenario:
        number = self._versions.newest().get(scenario_id)
        own = self._version(scenario_id, number) if number else None
        if own:
            return own
        known = {one.id: one for one in self.all()}
        if scenario_id not in known:
            there = ", ".join(known)
            raise NotFound(ko=f"'{scenario_id}' 시나리오가 없어요. 있는 것: {there}", en=f"There is no scenario '{scenario_id}'. There are: {there}")
        return known[scenario_id]

    def _own(self) -> dict[str, Scenario]:
        read = {name: self._version(name, number) for name, number in self._versions.newest().items()}
        return {name: scenario for name, scenario in read.items() if scenario}

    def _version(self, scenario_id: str, number: int) -> Scenario | None:
        """None where it was taken out of use or can no longer be read."""
        key = (scenario_id, number)
        if key not in self._read:
            self._read[key] = self._scenario(self._versions.get(scenario_id, number))
        return self._read[key]

    def _scenario(self, version: Version) -> Scenario | None:
        if version.tree is None:
            return None
        scenario, wrong = self._files.typed(version.tree)
        if scenario is None:
            LOG.warning("version %d of %s cannot be used: %s", version.number, version.scenario, self._files.told(version.scenario, wrong))
            return None
        return replace(scenario, version=version.digest)
