"""Swapped sides: one watches a good rep handle the buyer, and at each turn says first what one would have said oneself.

The buyer is the real one, in a role-play of its own kind that is in nobody's history and never scored. What the person typed is kept
before the good rep's line is shown, and the buyer answers that line when the person has seen both.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from assistant.domain.good_rep import Repertoire, SwapTurn
from assistant.domain.people import Actor
from assistant.domain.policy import ones_own
from assistant.domain.roleplay import Ending, Level, PlayedTurn, RolePlay
from assistant.domain.scenario import Scenario
from assistant.domain.words import Language
from assistant.errors import InputError, NotFound
from assistant.language.personal import masked
from assistant.ports import RolePlays, Swaps
from assistant.practice.beginning import fresh
from assistant.practice.buyer import Buyer
from assistant.practice.good_rep import good_line
from assistant.practice.repertoire import repertoire
from assistant.practice.reply import Reply
from assistant.practice.room import MOST_CHARS, Room

MOST_TURNS = 24
"""The good rep's turns after which the talk is left open."""


@dataclass(frozen=True, slots=True)
class Swap:
    """Swapped sides as they stand. `by_turn`: what was kept, by the index of the good rep's turn."""

    role_play: RolePlay
    scenario: Scenario
    by_turn: Mapping[int, SwapTurn]

    def asks(self) -> bool:
        """Whether it is the person's turn to say what they would say."""
        return self.role_play.ended is None and self.role_play.turns[-1].speaker == "buyer"


class Sides:
    """`good_reps`: the folder with their lines."""

    def __init__(
        self,
        room: Room,
        role_plays: RolePlays,
        swaps: Swaps,
        scenario: Callable[[str], Scenario],
        buyer: Buyer,
        good_reps: Path,
        playbooks_in_use: Callable[[], tuple[str, ...]],
        now: Callable[[], datetime],
    ) -> None:
        self._room = room
        self._role_plays = role_plays
        self._swaps = swaps
        self._scenario = scenario
        self._buyer = buyer
        self._good_reps = good_reps
        self._playbooks_in_use = playbooks_in_use
        self._now = now

    def offers(self, scenario: Scenario, language: Language) -> bool:
        """Whether a good rep was written for this scenario."""
        return repertoire(self._good_reps, scenario, language) is not None

    def begin(self, actor: Actor, scenario_id: str, language: Language, level: Level, seed: int | None = None) -> RolePlay:
        """A new talk to watch, with the buyer's greeting. Raises NotFound where there is no good rep to watch."""
        scenario = self._scenario(scenario_id)
        self._lines(scenario, language)
        role_play = fresh(actor, scenario, language, level, seed, self._now(), self._playbooks_in_use())
        greeting = self._buyer.greeting(scenario, role_play)
        role_play = replace(role_play, turns=(PlayedTurn(0, "buyer", greeting.text, self._now(), record=greeting.record),))
        self._swaps.begin(role_play, scenario)
        return role_play

    def is_swap(self, role_play_id: str) -> bool:
        return self._swaps.has(role_play_id)

    def look(self, actor: Actor, role_play_id: str) -> Swap:
        """As it stands, and ended when the buyer has agreed or nothing more will come of it. Raises NotFound also for any other role-play."""
        if not self._swaps.has(role_play_id):
            raise NotFound(ko="그런 자리 바꾸기가 없어요.", en="There are no such swapped sides.")
        role_play = self._room.role_play(actor, role_play_id)
        kept = self._swaps.turns(role_play_id)
        if kept and kept[-1].turn == len(role_play.turns):
            role_play = self._say(role_play, kept[-1])
        return Swap(self._closed(actor, role_play), self._role_plays.scenario_of(role_play_id), {one.turn: one for one in kept})

    def answer(self, actor: Actor, role_play_id: str, turn: int, own: str) -> Swap:
        """Keeps what the person would have said, then lets the good rep say its line; empty `own` = they only watch.
        The same turn again changes nothing. Raises InputError for words that cannot be used."""
        swap = self.look(actor, role_play_id)
        ones_own(actor, swap.role_play)
        own = masked(own.strip())
        if len(own) > MOST_CHARS:
            raise InputError(ko=f"{MOST_CHARS:,}자 이하로 적어 주세요.", en=f"Write {MOST_CHARS:,} characters at most.")
        if not swap.asks() or turn != len(swap.role_play.turns):
            return swap
        good = good_line(self._lines(swap.scenario, swap.role_play.language), swap.scenario, swap.role_play.turns, swap.role_play.seed)
        self._swaps.keep(role_play_id, SwapTurn(turn, own, good))
        return self.look(actor, role_play_id)

    def buyer_answers(self, actor: Actor, role_play_id: str) -> Reply | None:
        """The buyer's answer to the good rep's last line, made now or already in the making; None when none is owed."""
        return self._room.in_the_making(role_play_id) or self._room.retry(actor, role_play_id)

    def in_the_making(self, role_play_id: str) -> Reply | None:
        return self._room.in_the_making(role_play_id)

    def mine(self, actor: Actor) -> tuple[RolePlay, ...]:
        """Newest first."""
        return self._swaps.of_rep(actor.id)

    def _lines(self, scenario: Scenario, language: Language) -> Repertoire:
        lines = repertoire(self._good_reps, scenario, language)
        if lines is None:
            raise NotFound(ko="이 상대에게는 아직 시범을 보일 담당자가 없어요.", en="No good rep has been written for this buyer yet.")
        return lines

    def _say(self, role_play: RolePlay, kept: SwapTurn) -> RolePlay:
        """The good rep's line into the talk, once."""
        said = PlayedTurn(kept.turn, "rep", kept.good.text, self._now(), client_id=f"good-rep-{kept.turn}")
        self._role_plays.add_rep_turn(role_play.id, said)
        return self._role_plays.get(role_play.id)

    def _closed(self, actor: Actor, role_play: RolePlay) -> RolePlay:
        mind = role_play.mind()
        if role_play.ended or role_play.turns[-1].speaker == "rep" or mind is None:
            return role_play
        if mind.agreed:
            return self._room.finish(actor, role_play.id)
        if sum(turn.speaker == "rep" for turn in role_play.turns) >= MOST_TURNS:
            return self._role_plays.end(role_play.id, Ending("limit", "open", "turn_limit", self._now()))
        return role_play
