"""What a model owes a scorecard because it failed: asked for again by whichever process is free, whether anybody has the page open or not.

What is owed stands in the store. A process that dies while it asks owes it still.
"""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from assistant.domain.roleplay import RolePlay
from assistant.domain.scorecard import Owed, Scorecard
from assistant.errors import MajuError
from assistant.ports import Claim, RolePlays, Scorecards
from assistant.ports.claims import of_judging
from assistant.scoring.asking_again import AGAIN, again_at, pause

LOG = logging.getLogger(__name__)


class JudgingLater:
    """`score`: scores a role-play anew and keeps nothing; None where no model is there to be asked."""

    def __init__(
        self, score: Callable[[RolePlay], Scorecard] | None, scorecards: Scorecards, role_plays: RolePlays, now: Callable[[], datetime], claim: Claim
    ) -> None:
        self._score = score
        self._scorecards = scorecards
        self._role_plays = role_plays
        self._now = now
        self._claim = claim

    def waits(self, role_play_id: str) -> bool:
        """Whether the model's part is missing and may still come."""
        return self._score is not None and self._scorecards.owed(role_play_id) is not None

    def soon(self, role_play_id: str) -> None:
        """Somebody looks at it: it is asked for at once, unless it just was."""
        owed = self._scorecards.owed(role_play_id)
        if owed and (due_at := max(self._now(), owed.due_at - pause(owed.tries) + AGAIN)) < owed.due_at:
            self._scorecards.put_off(replace(owed, due_at=due_at))

    def run(self) -> int:
        """Asks for what is due; how much of it came."""
        if self._score is None:
            return 0
        return sum(self._if_free(one, self._score) for one in self._scorecards.due(self._now()))

    def _if_free(self, owed: Owed, score: Callable[[RolePlay], Scorecard]) -> bool:
        with self._claim(of_judging(owed.role_play)) as mine:
            return mine and self._scorecards.owed(owed.role_play) == owed and self._asked(owed, score)

    def _asked(self, owed: Owed, score: Callable[[RolePlay], Scorecard]) -> bool:
        fault: str | None = "failed"
        try:
            card = score(self._role_plays.get(owed.role_play))
            if card.made_by.judge_failed is None:
                self._scorecards.add(owed.role_play, card, self._now())
            fault = card.made_by.judge_failed
        except MajuError as error:
            LOG.warning("a scorecard still waits for its model: %s", error)
        except Exception:
            LOG.exception("a scorecard still waits for its model")
        if fault is None:
            return True
        due_at = again_at(fault, owed.tries + 1, self._now())
        if due_at is None:
            self._scorecards.forgo(owed.role_play)
        else:
            self._scorecards.put_off(replace(owed, tries=owed.tries + 1, due_at=due_at))
        return False
