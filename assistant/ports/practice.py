"""Role-plays kept, with the hints given in them, and those of swapped sides."""

from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from assistant.domain.good_rep import SwapTurn
from assistant.domain.hint import Hint
from assistant.domain.roleplay import Ending, Mind, PlayedTurn, RolePlay, Voice
from assistant.domain.scenario import Scenario


class RolePlays(Protocol):
    """Role-plays, kept. Every write is one transaction and is durable when the method returns."""

    def begin(self, role_play: RolePlay, scenario: Scenario) -> None:
        """Keeps the role-play and a frozen copy of its scenario, with the turns it already has (the buyer's greeting).
        One that is already kept stays as it is."""
        ...

    def get(self, role_play_id: str) -> RolePlay:
        """Raises NotFound."""
        ...

    def scenario_of(self, role_play_id: str) -> Scenario: ...

    def of_rep(self, rep: str) -> tuple[RolePlay, ...]:
        """Newest first, without their turns' records."""
        ...

    def all(self) -> tuple[RolePlay, ...]: ...

    def heads(self) -> tuple[RolePlay, ...]:
        """Every one, newest first, without its turns."""
        ...

    def these(self, role_play_ids: Collection[str]) -> tuple[RolePlay, ...]:
        """Those of them that there are, newest first, without their turns' records."""
        ...

    def shared_with(self, teams: Collection[str]) -> tuple[RolePlay, ...]:
        """Those shared with any of these teams, newest first, without their turns' records."""
        ...

    def of_assignments(self, assignment_ids: Collection[str], rep: str | None = None) -> tuple[RolePlay, ...]:
        """Those begun for any of these assignments, by this rep or by anybody, newest first, without their turns' records."""
        ...

    def heads_shared_with(self, teams: Collection[str]) -> tuple[RolePlay, ...]:
        """Those shared with any of these teams, newest first, without their turns."""
        ...

    def last_minds(self, role_play_ids: Collection[str]) -> dict[str, Mind]:
        """What each buyer had in mind at the last turn of theirs that is recorded."""
        ...

    def share(self, role_play_id: str, teams: Collection[str], at: datetime) -> RolePlay:
        """Shares it with these teams and no others; none = it is its rep's alone. Raises NotFound."""
        ...

    def add_rep_turn(self, role_play_id: str, turn: PlayedTurn) -> PlayedTurn:
        """Appends at the next index, whatever index it came with, and returns it so; a turn with the same client id is returned as it was
        stored, and nothing is written. Clears `fault`.
        Raises InputError when the role-play has ended or is waiting for the buyer."""
        ...

    def add_buyer_turn(self, role_play_id: str, turn: PlayedTurn, ending: Ending | None) -> bool:
        """Appends the reply to the last rep turn, and in the same transaction the ending with what is shared then. `turn.index` is that rep turn's
        plus one. False, and nothing written, when it is already answered or ended."""
        ...

    def note_fault(self, role_play_id: str, fault: str) -> None:
        """Why there is no reply; nothing is noted when there is one after all."""
        ...

    def speak_with(self, role_play_id: str, voice: Voice) -> RolePlay:
        """What answers from now on. Raises NotFound."""
        ...

    def end(self, role_play_id: str, ending: Ending) -> RolePlay:
        """Ends it once, and shares it with the teams that were promised it; an ended one is returned unchanged."""
        ...


class Hints(Protocol):
    """Hints given in a role-play, appended, never overwritten."""

    def add(self, role_play_id: str, hint: Hint) -> None:
        """Raises NotFound."""
        ...

    def of(self, role_play_id: str) -> tuple[Hint, ...]:
        """In the order they were given; empty also when there is no such role-play."""
        ...


class Swaps(Protocol):
    """Swapped sides: role-plays that a good rep plays. `RolePlays` holds their turns and leaves them out of every list."""

    def begin(self, role_play: RolePlay, scenario: Scenario) -> None:
        """Keeps a new role-play as one of swapped sides."""
        ...

    def has(self, role_play_id: str) -> bool: ...

    def turns(self, role_play_id: str) -> tuple[SwapTurn, ...]:
        """In the order they were kept."""
        ...

    def keep(self, role_play_id: str, turn: SwapTurn) -> SwapTurn:
        """What is kept for this turn: the first that came."""
        ...

    def of_rep(self, rep: str) -> tuple[RolePlay, ...]:
        """Newest first, without their turns' records."""
        ...
