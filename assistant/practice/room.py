"""The practice room: begin, say, retry, finish. The rep's words are kept before anything else happens, and a reply is kept whole or not at all.

Replies are made outside the caller's thread: a closed tab changes nothing, and whoever comes back finds the reply in the making or in the store.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from threading import Lock, Thread
from uuid import uuid4

from assistant.domain.people import Actor
from assistant.domain.policy import nobody_told, ones_own, seen
from assistant.domain.roleplay import Ending, Level, Outcome, PlayedTurn, RolePlay, Setting, Voice
from assistant.domain.scenario import Scenario
from assistant.domain.spending import on_account
from assistant.domain.table import settings_of
from assistant.domain.terms import Terms
from assistant.domain.transcript import Typing
from assistant.domain.words import Language
from assistant.errors import InputError, MajuError, ProviderError
from assistant.language.personal import masked
from assistant.ports import RolePlays
from assistant.practice.assessing import Limits, limits_of, out_of_time
from assistant.practice.beginning import fresh, fresh_seed
from assistant.practice.branching import branched, redone
from assistant.practice.buyer import Buyer, Spoken
from assistant.practice.endings import ended_by, may_call_again, redo_done
from assistant.practice.following_up import DAYS_LATER
from assistant.practice.reply import Reply
from assistant.telemetry import carried, note_fault, note_turn, step

MOST_CHARS = 4000
LOG = logging.getLogger(__name__)


def utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Words:
    """What the composer sends: the rep's words, its own id for them, and its clock. `sent_at` None = now."""

    text: str
    client_id: str
    typing: Typing | None = None
    sent_at: datetime | None = None


class Room:
    """Role-plays of reps, one buyer each. `now` can be a script's clock; `saw` keeps who reads whose talk."""

    def __init__(
        self,
        role_plays: RolePlays,
        scenario: Callable[[str], Scenario],
        buyer: Buyer,
        playbooks_in_use: Callable[[], tuple[str, ...]],
        now: Callable[[], datetime] = utc_now,
        saw: Callable[[Actor, RolePlay], None] = nobody_told,
    ) -> None:
        self._role_plays = role_plays
        self._scenario = scenario
        self._buyer = buyer
        self._playbooks_in_use = playbooks_in_use
        self._now = now
        self._saw = saw
        self._replies: dict[str, Reply] = {}
        self._lock = Lock()
        self._beginning = Lock()
        """Two attempts at once would both be the last one."""

    def begin(
        self,
        actor: Actor,
        scenario_id: str,
        language: Language,
        level: Level,
        seed: int | None = None,
        setting: Setting = "alone",
        terms: Terms | None = None,
    ) -> RolePlay:
        """A new role-play, with the first words of the buyer's side as its first turn; under `terms` where it has any.
        Raises NotFound, InputError for a setting this scenario is not written for and when no attempt is left."""
        scenario = self._scenario(scenario_id)
        if setting not in settings_of(scenario):
            raise InputError(
                ko="이 시나리오는 그렇게 만날 수 없어요. 다른 자리를 골라 주세요.", en="This deal cannot be met that way. Choose another."
            )
        with self._beginning:
            limits = limits_of(self.mine(actor), scenario_id, terms) if terms else Limits()
            role_play = fresh(actor, scenario, language, level, seed, self._now(), self._playbooks_in_use(), setting=setting, **limits)
            return self._begun(role_play, scenario, None)

    def call_again(self, actor: Actor, role_play_id: str) -> RolePlay:
        """A new role-play days after this one, with a buyer who remembers it.
        Raises InputError while it goes on or when the buyer was never reached, NotFound for a role-play that is not the actor's own."""
        first = self._own(actor, role_play_id)
        if not may_call_again(first):
            raise InputError(ko="마친 대화에서만 다시 연락할 수 있어요.", en="You can only call again once a conversation with the buyer has ended.")
        scenario = self._role_plays.scenario_of(first.id)
        role_play = replace(
            first,
            id=uuid4().hex,
            seed=fresh_seed(),
            began_at=self._now(),
            playbooks=self._playbooks_in_use(),
            turns=(),
            ended=None,
            fault=None,
            branch=None,
            shared=frozenset(),
            assignment=None,
            share_at_end=frozenset(),
            mode="practice",
            time_limit_s=None,
            attempt=None,
            attempts=None,
            setting="follow_up",
            follows=first.id,
            days_later=scenario.follow_up.days_later if scenario.follow_up else DAYS_LATER,
        )
        return self._begun(role_play, scenario, first)

    def _begun(self, role_play: RolePlay, scenario: Scenario, first: RolePlay | None) -> RolePlay:
        greeting = self._buyer.greeting(scenario, role_play, first)
        opening = PlayedTurn(0, "buyer", greeting.text, self._now(), record=greeting.record, person=greeting.person)
        role_play = replace(role_play, turns=(opening,))
        self._role_plays.begin(role_play, scenario)
        return role_play

    def branch(self, actor: Actor, role_play_id: str, turn: int) -> RolePlay:
        """A new role-play that goes on from before this turn of the rep's; the first try stays as it is.
        Raises InputError for a turn that is not the rep's, NotFound for a role-play that is not the actor's own."""
        return self._anew(branched(self._own(actor, role_play_id), turn, uuid4().hex, self._now()))

    def redo(self, actor: Actor, role_play_id: str, turn: int, measure: str | None) -> RolePlay:
        """A branch that ends of itself after a few turns, in which what `measure` is about is tried at once. Raises as `branch`."""
        return self._anew(redone(self._own(actor, role_play_id), turn, measure, uuid4().hex, self._now()))

    def _anew(self, again: RolePlay) -> RolePlay:
        assert again.branch is not None
        self._role_plays.begin(again, self._role_plays.scenario_of(again.branch.of))
        return again

    def say(self, actor: Actor, role_play_id: str, words: Words) -> Reply:
        """Keeps the rep's words, personal data in them hidden, then lets the buyer answer; the same client id again is the same turn.
        Raises InputError for words that cannot be used."""
        role_play = self._own(actor, role_play_id)
        text = masked(words.text.strip())
        if not text or len(text) > MOST_CHARS:
            raise InputError(ko=f"한 글자 이상 {MOST_CHARS:,}자 이하로 적어 주세요.", en=f"Write between one and {MOST_CHARS:,} characters.")
        sent_at = words.sent_at if words.sent_at and role_play.time_limit_s is None else self._now()
        turn = PlayedTurn(len(role_play.turns), "rep", text, sent_at, words.client_id, words.typing)
        with step("turn", role_play=role_play_id):
            with step("keep"):
                kept = self._role_plays.add_rep_turn(role_play_id, turn)
            return self._answer(role_play_id, kept.index)

    def speak_with(self, actor: Actor, role_play_id: str, voice: Voice) -> RolePlay:
        """What answers the rep from now on, because the rep has chosen so."""
        return self._role_plays.speak_with(self._own(actor, role_play_id).id, voice)

    def retry(self, actor: Actor, role_play_id: str) -> Reply | None:
        """The reply to the rep's last turn, made now or already in the making; None when none is owed."""
        role_play = self._own(actor, role_play_id)
        return self._answer(role_play_id, role_play.turns[-1].index) if role_play.waits_for_buyer() else None

    def pick_up(self, actor: Actor, role_play_id: str) -> Reply | None:
        """For whoever comes back: the reply in the making, or one made now where the program stopped before it was there.
        None when none is owed, and when the last try failed: then the rep decides whether to try again."""
        making = self.in_the_making(role_play_id)
        if making:
            return making
        return None if self.role_play(actor, role_play_id).fault else self.retry(actor, role_play_id)

    def in_the_making(self, role_play_id: str) -> Reply | None:
        with self._lock:
            return self._replies.get(role_play_id)

    def finish(self, actor: Actor, role_play_id: str) -> RolePlay:
        """Ends the role-play for the rep, once."""
        role_play = self._own(actor, role_play_id)
        mind = role_play.mind()
        outcome: Outcome = "committed" if mind and mind.agreed else "open"
        return self._role_plays.end(role_play_id, Ending("rep", outcome, "rep_finished", self._now()))

    def role_play(self, actor: Actor, role_play_id: str) -> RolePlay:
        """An assessment whose time is up has ended when it is next looked at. Raises NotFound also for one that the actor may not read."""
        role_play = seen(actor, self._role_plays.get(role_play_id))
        self._saw(actor, role_play)
        late = out_of_time(role_play, self._now())
        return self._role_plays.end(role_play_id, late) if late else role_play

    def _own(self, actor: Actor, role_play_id: str) -> RolePlay:
        return ones_own(actor, self.role_play(actor, role_play_id))

    def scenario_of(self, role_play_id: str) -> Scenario:
        """The scenario as it was when the role-play began."""
        return self._role_plays.scenario_of(role_play_id)

    def mine(self, actor: Actor) -> tuple[RolePlay, ...]:
        return self._role_plays.of_rep(actor.id)

    def _answer(self, role_play_id: str, rep_turn: int) -> Reply:
        with self._lock:
            making = self._replies.get(role_play_id)
            if making and making.rep_turn == rep_turn:
                return making
            reply = self._replies[role_play_id] = Reply(role_play_id, rep_turn)
        Thread(target=carried(self._make, reply), name=f"reply-{role_play_id[:8]}", daemon=True).start()
        return reply

    def _make(self, reply: Reply) -> None:
        fault: str | None = None
        try:
            role_play = self._role_plays.get(reply.role_play_id)
            if role_play.waits_for_buyer() and role_play.turns[-1].index == reply.rep_turn:
                first = self._role_plays.get(role_play.follows) if role_play.follows else None
                with step("reply", role_play=role_play.id, turn=reply.rep_turn), on_account(role_play.rep, role_play.id, "voice"):
                    spoken = self._buyer.reply(self._role_plays.scenario_of(role_play.id), role_play, reply.say, first, reply.speaks)
                    self._keep(role_play, spoken)
        except ProviderError as error:
            fault = error.fault
        except MajuError as error:
            LOG.warning("reply not kept: %s", error)
            fault = "not_kept"
        except Exception:
            LOG.exception("reply failed")
            fault = "own_fault"
        finally:
            self._close(reply, fault)

    def _keep(self, role_play: RolePlay, spoken: Spoken) -> None:
        turn = PlayedTurn(len(role_play.turns), "buyer", spoken.text, self._now(), record=spoken.record, person=spoken.person)
        with step("commit"):
            self._role_plays.add_buyer_turn(role_play.id, turn, self._ending(spoken, role_play))
        record = spoken.record
        note_turn(record.voice, record.first_s, record.total_s)
        told = {"role_play": role_play.id, "voice": record.voice, "prompt": record.prompt, "move": record.move.kind}
        counts = {"turn": turn.index, "first_s": record.first_s, "total_s": record.total_s, "replaced": len(record.replaced)}
        LOG.info("turn", extra={"told": told | counts})

    def _close(self, reply: Reply, fault: str | None) -> None:
        if fault:
            note_fault(fault)
            LOG.info("no reply", extra={"told": {"role_play": reply.role_play_id, "fault": fault}})
            try:
                self._role_plays.note_fault(reply.role_play_id, fault)
            except MajuError as error:
                LOG.warning("fault %s not kept: %s", fault, error)
        with self._lock:
            if self._replies.get(reply.role_play_id) is reply:
                del self._replies[reply.role_play_id]
        reply.close(fault)

    def _ending(self, spoken: Spoken, role_play: RolePlay) -> Ending | None:
        said = sum(turn.speaker == "rep" for turn in role_play.turns)
        ended = ended_by(spoken.move, spoken.record.mind, said) or redo_done(role_play, spoken.record.mind)
        if ended:
            return Ending(*ended, self._now())
        answered = PlayedTurn(len(role_play.turns), "buyer", spoken.text, self._now(), record=spoken.record)
        return out_of_time(replace(role_play, turns=(*role_play.turns, answered)), self._now())
