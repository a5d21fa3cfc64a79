"""The scenario workshop: beginning, changing, trying and publishing drafts. Every change is kept when it is made."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

from assistant.authoring.comparing import differences
from assistant.authoring.fields import scenario_form, shaped
from assistant.authoring.published import Published, allowed, clean
from assistant.authoring.trying import hindering, mirrored
from assistant.domain.draft import Change, Difference, Draft, Problem, Tree, Version
from assistant.domain.people import Actor
from assistant.domain.scenario import Scenario
from assistant.domain.tree import APPEND, at, changed, inverse
from assistant.domain.words import Language
from assistant.errors import InputError
from assistant.ports import Drafts, ScenarioFiles, Scenarios

MOST_CHARS = 200_000
"""Of one change, as JSON."""
REMEMBERED = 32
COPY: dict[Language, str] = {"ko": "{title} (사본)", "en": "{title} (copy)"}


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft as it stands: its tree after every edit."""

    draft: Draft
    tree: Tree

    @property
    def revision(self) -> int:
        return self.draft.revision

    @property
    def can_undo(self) -> bool:
        return _to_undo(self.draft) is not None


@dataclass(frozen=True, slots=True)
class Entry:
    """A scenario there is. `served`: None when it is out of use; `own`: whether that is a version of one's own. `newest`: the number of its newest
    own version, 0 for none."""

    id: str
    bundled: bool
    own: bool
    newest: int
    served: Scenario | None
    drafts: tuple[Draft, ...]


class Workshop:
    """`library`: what people practise from. `skeleton`: the file that a scenario from nothing begins with."""

    def __init__(
        self,
        drafts: Drafts,
        published: Published,
        library: Scenarios,
        files: ScenarioFiles,
        skeleton: Path,
        now: Callable[[], datetime],
    ) -> None:
        self._drafts = drafts
        self._published = published
        self._library = library
        self._files = files
        self._skeleton = skeleton
        self._now = now
        self._open: dict[str, Drafted] = {}
        self._found: dict[tuple[str, int], list[Problem]] = {}

    def entries(self, actor: Actor) -> tuple[Entry, ...]:
        """The library's, then those out of use."""
        allowed(actor)
        newest, bundled = self._published.all_newest(), self._published.bundled()
        served, drafts = {one.id: one for one in self._library.all()}, self._drafts.open()
        return tuple(
            Entry(
                id=one,
                bundled=one in bundled,
                own=one in served and served[one] is not bundled.get(one),
                newest=newest.get(one, 0),
                served=served.get(one),
                drafts=tuple(draft for draft in drafts if draft.scenario == one),
            )
            for one in (*served, *sorted(set(newest) - set(served)))
        )

    def fresh(self, actor: Actor) -> tuple[Drafted, ...]:
        """Drafts of scenarios that were never published."""
        allowed(actor)
        return tuple(self._drafted(one.id) for one in self._drafts.open() if one.scenario is None)

    def edit(self, actor: Actor, scenario_id: str) -> str:
        """The draft in which this scenario is being changed: the one there is, else a new one. Returns its id."""
        allowed(actor)
        going_on = next((one for one in self._drafts.open() if one.scenario == scenario_id), None)
        return going_on.id if going_on else self._begin(actor, self._files.tree_of(self._library.get(scenario_id)), scenario_id)

    def copy(self, actor: Actor, scenario_id: str) -> str:
        allowed(actor)
        tree = self._files.tree_of(self._library.get(scenario_id))
        titles = {one: COPY[one].format(title=title) for one, title in tree["title"].items()} if isinstance(tree["title"], dict) else tree["title"]
        return self._begin(actor, tree | {"id": self._free(f"{scenario_id}-copy"), "title": titles}, None)

    def from_nothing(self, actor: Actor) -> str:
        """From the skeleton: little, but enough to talk to."""
        allowed(actor)
        tree = self._files.values_of(self._skeleton.name, self._skeleton.read_bytes())
        return self._begin(actor, {**tree, "id": self._free(str(tree["id"]))}, None)

    def take_in(self, actor: Actor, name: str, raw: bytes) -> str:
        """A draft from a file's content; of a scenario there is, when it has that one's id. What a form can show and mend is taken in with its
        faults; a file whose fields are not a scenario's raises ScenarioError with file, field and reason."""
        allowed(actor)
        tree = self._files.values_of(name, raw)
        scenario, wrong = self._files.typed(tree)
        if scenario is None:
            raise self._files.told(name, wrong)
        known = scenario.id if self._published.known(scenario.id) else None
        return self._begin(actor, self._files.tree_of(scenario), known)

    def draft(self, actor: Actor, draft_id: str) -> Drafted:
        """Raises NotFound."""
        allowed(actor)
        return self._drafted(draft_id)

    def change(self, actor: Actor, draft_id: str, seen: int, changes: Sequence[Change]) -> int:
        """Keeps the changes; returns the draft's new revision. `seen`: the revision its author was looking at. What is so already is
        no change. Raises Overtaken when one of the places was changed since."""
        tree = self.draft(actor, draft_id).tree
        clean_ones = (replace(one, value=clean(one.value)) for one in changes)
        kept = tuple(one for one in clean_ones if one.path.endswith(APPEND) or at(tree, one.path) != one.value)
        if any(len(json.dumps(one.value, ensure_ascii=False)) > MOST_CHARS for one in kept):
            raise InputError(ko="한 항목에 담기에는 너무 길어요. 줄여서 적어 주세요.", en="That is too long for one field. Make it shorter.")
        return self._drafts.append(draft_id, seen, kept, actor.id, self._now()) if kept else seen

    def undo(self, actor: Actor, draft_id: str) -> None:
        """Takes the last edit back, then the one before it; nothing where nothing is left."""
        drafted = self.draft(actor, draft_id)
        last = _to_undo(drafted.draft)
        if last is not None:
            edit = drafted.draft.edits[last - 1]
            before = _folded(drafted.draft, last - 1)
            self._drafts.append(draft_id, drafted.revision, inverse(before, edit.changes), actor.id, self._now(), undoes=last)

    def discard(self, actor: Actor, draft_id: str) -> None:
        """It is kept, but worked on no more."""
        allowed(actor)
        self._drafts.close(draft_id, "discarded", self._now())

    def problems(self, drafted: Drafted) -> list[Problem]:
        """Everything that keeps it from being published, as `maju scenario check` would say it."""
        key = (drafted.draft.id, drafted.revision)
        if key not in self._found:
            found = self._files.checked(drafted.tree)[1]
            _remember(self._found, key, found)
        return self._found[key]

    def hindrances(self, drafted: Drafted) -> list[Problem]:
        """What keeps it from being tried; none where only one language is there."""
        return hindering(self._files.checked(mirrored(drafted.tree))[1])

    def playable(self, draft_id: str) -> Scenario:
        """The draft as a scenario to try. Raises InputError when it is not well typed."""
        drafted = self._drafted(draft_id)
        scenario, wrong = self._files.typed(mirrored(drafted.tree))
        if scenario is None:
            raise self._files.told(draft_id[:8], wrong)
        return replace(scenario, version=f"draft-{drafted.revision}")

    def publish(self, actor: Actor, draft_id: str, note: str = "", over: int | None = None) -> Version:
        """The draft as the scenario's next version. `over`: the newest version its author knows of, when it is not the one the draft began
        from. Raises InputError while something is wrong with it or its id is another's, Overtaken when a version came out meanwhile."""
        drafted = self.draft(actor, draft_id)
        draft, found = drafted.draft, self.problems(drafted)
        if found:
            raise InputError(ko=f"아직 고칠 것이 {len(found)}가지 있어요.", en=f"There is still something to mend: {len(found)}.")
        scenario = self._files.checked(drafted.tree)[0]
        if draft.closed or scenario is None:
            raise InputError(ko="이미 발행했거나 버린 초안이에요.", en="This draft was published or put away already.")
        if scenario.id != draft.scenario and self._published.known(scenario.id):
            raise InputError(
                ko=f"'{scenario.id}'는 다른 시나리오가 쓰는 id예요. 다른 id를 적어 주세요.",
                en=f"'{scenario.id}' is another scenario's id. Choose a different one.",
            )
        known = (draft.over if over is None else over) if scenario.id == draft.scenario else 0
        version = self._published.add(actor, scenario, known, note)
        self._drafts.close(draft_id, "published", self._now())
        return version

    def changes_of(self, drafted: Drafted) -> tuple[Difference, ...]:
        """What the draft changes of what people practise now."""
        scenario = drafted.draft.scenario
        served = self._library.get(scenario) if scenario and self._published.known(scenario) else None
        before = self._files.tree_of(served) if served else drafted.draft.base
        after, _ = self._files.typed(drafted.tree)
        return differences(before, self._files.tree_of(after) if after else drafted.tree)

    def draft_file(self, drafted: Drafted) -> str:
        """A draft as a file, with whatever it still lacks."""
        scenario, _ = self._files.typed(drafted.tree)
        return self._files.file_of(self._files.tree_of(scenario) if scenario else drafted.tree)

    def _begin(self, actor: Actor, tree: Tree, scenario: str | None) -> str:
        over = self._published.newest(scenario) if scenario else 0
        draft = Draft(uuid4().hex, shaped(scenario_form(), dict(tree)), scenario, over, actor.id, self._now())
        self._drafts.begin(draft)
        return draft.id

    def _drafted(self, draft_id: str) -> Drafted:
        revision, closed = self._drafts.revision(draft_id)
        known = self._open.get(draft_id)
        if known is None or known.revision != revision or known.draft.closed != closed:
            draft = self._drafts.get(draft_id)
            known = Drafted(draft, _folded(draft, draft.revision))
            _remember(self._open, draft_id, known)
        return known

    def _free(self, scenario_id: str) -> str:
        taken = {one.id for one in self._library.all()} | set(self._published.all_newest())
        taken |= {str(at(self._drafted(one.id).tree, "id")) for one in self._drafts.open()}
        number, free = 2, scenario_id
        while free in taken:
            free, number = f"{scenario_id}-{number}", number + 1
        return free


def _folded(draft: Draft, until: int) -> Tree:
    return changed(draft.base, (change for edit in draft.edits[:until] for change in edit.changes))


def _to_undo(draft: Draft) -> int | None:
    """The number of the newest edit that was not taken back yet."""
    undone = {edit.undoes for edit in draft.edits}
    return next((edit.number for edit in reversed(draft.edits) if edit.undoes is None and edit.number not in undone), None)


def _remember(cache: dict[Any, Any], key: Any, value: Any) -> None:
    """The newest few; each can be made again."""
    while len(cache) >= REMEMBERED:
        cache.pop(next(iter(cache)), None)
    cache[key] = value
