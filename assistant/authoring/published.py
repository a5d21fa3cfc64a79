"""The published versions of one's own scenarios: added, compared, restored, taken out of use, exported."""

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

from assistant.authoring.comparing import differences
from assistant.domain.draft import Difference, Tree, Version
from assistant.domain.people import Actor
from assistant.domain.policy import may
from assistant.domain.scenario import Scenario
from assistant.errors import NotAllowed, NotFound
from assistant.ports import ScenarioFiles, Scenarios, ScenarioVersions

MOST_NOTE_CHARS = 300
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


class Published:
    """`bundled`: the scenarios that came with the program. `library`: what people practise from."""

    def __init__(self, versions: ScenarioVersions, bundled: Scenarios, library: Scenarios, files: ScenarioFiles, now: Callable[[], datetime]) -> None:
        self._versions = versions
        self._bundled = bundled
        self._library = library
        self._files = files
        self._now = now

    def bundled(self) -> dict[str, Scenario]:
        """By id, as they came."""
        return {one.id: one for one in self._bundled.all()}

    def all_newest(self) -> dict[str, int]:
        """scenario -> the number of its newest version."""
        return self._versions.newest()

    def versions(self, actor: Actor, scenario_id: str) -> tuple[Version, ...]:
        """One's own, newest first."""
        allowed(actor)
        return self._versions.of(scenario_id)

    def newest(self, scenario_id: str) -> int:
        return self._versions.newest().get(scenario_id, 0)

    def tree_at(self, actor: Actor, scenario_id: str, number: int) -> Tree:
        """A version's; 0 is the bundled one's, empty where there is none. Of a version out of use: empty."""
        allowed(actor)
        if number:
            return self._versions.get(scenario_id, number).tree or {}
        bundled = self.bundled().get(scenario_id)
        return self._files.tree_of(bundled) if bundled else {}

    def compare(self, actor: Actor, scenario_id: str, before: int, after: int) -> tuple[Difference, ...]:
        return differences(self.tree_at(actor, scenario_id, before), self.tree_at(actor, scenario_id, after))

    def restore(self, actor: Actor, scenario_id: str, number: int, note: str = "") -> Version:
        """An earlier version (0: the bundled one) as the newest. Raises ScenarioError when it no longer fits."""
        scenario, found = self._files.checked(self.tree_at(actor, scenario_id, number))
        if scenario is None or found:
            raise self._files.told(f"{scenario_id} {number}", found)
        return self.add(actor, scenario, self.newest(scenario_id), note)

    def retire(self, actor: Actor, scenario_id: str, note: str = "") -> None:
        """Out of use: the bundled scenario of this id is back, or nobody finds it any more. Talks that began with it keep it."""
        allowed(actor)
        newest = self.newest(scenario_id)
        if newest and self._versions.get(scenario_id, newest).tree is not None:
            self._versions.add(Version(scenario_id, newest + 1, None, "", actor.id, self._now(), note[:MOST_NOTE_CHARS]), newest)

    def exported(self, actor: Actor, scenario_id: str, number: int | None = None) -> str:
        """The file of a version, None = of what people practise now. It reads back the same."""
        tree = self._files.tree_of(self._library.get(scenario_id)) if number is None else self.tree_at(actor, scenario_id, number)
        allowed(actor)
        return self._files.file_of(tree)

    def known(self, scenario_id: str) -> bool:
        """Whether a scenario of this id is or was there."""
        try:
            return bool(self._library.get(scenario_id))
        except NotFound:
            return bool(self.newest(scenario_id))

    def add(self, actor: Actor, scenario: Scenario, over: int, note: str) -> Version:
        """The next version after `over`."""
        tree = self._files.tree_of(scenario)
        digest = self._files.version_of(self._files.file_of(tree).encode())
        version = Version(scenario.id, over + 1, tree, digest, actor.id, self._now(), clean(note).strip()[:MOST_NOTE_CHARS])
        self._versions.add(version, over)
        return version


def allowed(actor: Actor) -> None:
    """Raises NotAllowed for whoever may not make scenarios."""
    if not may(actor, "author_scenarios"):
        raise NotAllowed()


def clean(value: Any) -> Any:
    """Without characters that no text holds and no database keeps."""
    if isinstance(value, str):
        return _CONTROL.sub("", value.replace("\r\n", "\n").replace("\r", "\n"))
    if isinstance(value, dict):
        return {key: clean(one) for key, one in value.items()}
    return [clean(one) for one in value] if isinstance(value, list | tuple) else value
