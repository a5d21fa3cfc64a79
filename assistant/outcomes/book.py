"""Outcomes as a use case: a manager takes a file in for their own teams, all of it or what fits, and lays it beside practice."""

from collections.abc import Callable, Mapping
from datetime import datetime
from uuid import uuid4

from assistant.domain.outcome import Outcome, OutcomeFile, Read
from assistant.domain.people import Actor, Audited, Person
from assistant.domain.policy import Thing, may
from assistant.domain.words import Text
from assistant.errors import InputError, NotAllowed, NotFound
from assistant.outcomes.reading import read_outcomes
from assistant.ports import Accounts, Outcomes

LONGEST_NAME = 200


class OutcomeBook:
    def __init__(self, outcomes: Outcomes, accounts: Accounts, now: Callable[[], datetime]) -> None:
        self._outcomes = outcomes
        self._accounts = accounts
        self._now = now

    def people(self, actor: Actor) -> tuple[Person, ...]:
        """Of whom the actor may take outcomes in, by name. Raises NotAllowed for who may of nobody."""
        if not any(may(actor, "import_outcomes", Thing(teams=frozenset({team}))) for team in actor.teams):
            raise NotAllowed()
        return tuple(one for one in self._accounts.people() if may(actor, "import_outcomes", Thing(teams=one.teams)))

    def check(self, actor: Actor, content: bytes) -> Read:
        """What the file holds; nothing is kept. Raises InputError, NotAllowed."""
        return read_outcomes(content, _who(self.people(actor)))

    def take_in(self, actor: Actor, name: str, content: bytes, even_with_bad: bool = False) -> OutcomeFile:
        """Keeps every row in one transaction. Raises InputError, and keeps nothing, where a row cannot be used (unless the others are wanted
        without it) and where none can."""
        read = self.check(actor, content)
        if not read.rows or (read.bad and not even_with_bad):
            raise InputError(
                ko="쓸 수 없는 줄이 있어서 아무것도 저장하지 않았어요. 고쳐서 다시 올려 주세요.",
                en="Some lines cannot be used, so nothing was kept. Mend them and add the file again.",
            )
        teams = {one.id: one.teams & actor.teams for one in self.people(actor)}
        of = frozenset(team for one in read.rows for team in teams[one.person])
        file = OutcomeFile(uuid4().hex, name[:LONGEST_NAME], read.kind, actor.id, self._now(), of, len(read.rows))
        with self._accounts.together():
            self._outcomes.add(file, read.rows)
            self._accounts.audit(Audited(self._now(), actor.id, "outcomes_imported", file.id, f"{read.kind}; rows {len(read.rows)}"))
        return file

    def files(self, actor: Actor) -> tuple[OutcomeFile, ...]:
        """Those whose people are all in the actor's teams, newest first."""
        return tuple(one for one in self._outcomes.files() if self._may(actor, one))

    def remove(self, actor: Actor, file_id: str) -> None:
        """With all that came from it and was not replaced since. Raises NotFound."""
        if not any(one.id == file_id for one in self.files(actor)):
            raise NotFound(ko="그런 파일이 없어요.", en="There is no such file.")
        with self._accounts.together():
            self._outcomes.remove(file_id)
            self._accounts.audit(Audited(self._now(), actor.id, "outcomes_removed", file_id))

    def of_people(self, actor: Actor) -> Mapping[str, tuple[Outcome, ...]]:
        """By person, of those the actor may see. Raises NotAllowed."""
        found: dict[str, list[Outcome]] = {}
        for one in self._outcomes.of_people([each.id for each in self.people(actor)]):
            found.setdefault(one.person, []).append(one)
        return {person: tuple(own) for person, own in found.items()}

    def _may(self, actor: Actor, file: OutcomeFile) -> bool:
        return bool(file.teams) and all(may(actor, "import_outcomes", Thing(teams=frozenset({team}))) for team in file.teams)


def _who(people: tuple[Person, ...]) -> Callable[[str], str | Text | None]:
    """By login, else by name where it is one person's alone."""
    logins = {one.login.lower(): one.id for one in people}
    names: dict[str, list[str]] = {}
    for one in people:
        names.setdefault(_squeezed(one.name), []).append(one.id)

    def who(written: str) -> str | Text | None:
        found = logins.get(written.strip().lower())
        called = names.get(_squeezed(written), [])
        if found is None and len(called) > 1:
            return Text(
                f"'{written}' 님이 여럿이에요. 이름 대신 이메일을 적어 주세요.",
                f"There are several called “{written}”. Write the e-mail address instead.",
            )
        return found or next(iter(called), None)

    return who


def _squeezed(name: str) -> str:
    return "".join(name.lower().split())
