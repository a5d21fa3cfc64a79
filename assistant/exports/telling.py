"""Telling a learning record store: what is to be told is kept in the store first, sent behind the pages, tried again until it is there, and declared
void when the talk is deleted or its rep's alone again. Practice that was not shared is not told."""

import json
import logging
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from uuid import uuid4

from assistant.domain.people import Actor
from assistant.domain.policy import may
from assistant.domain.roleplay import RolePlay
from assistant.errors import NotAllowed, RecordsError
from assistant.exports.gathering import Gathering
from assistant.exports.statements import statements, voiding
from assistant.ports import KeptStatement, LearningRecords, RolePlays, Standing, Statements

LOG = logging.getLogger(__name__)
AT_ONCE = 50
"""Statements in one request."""
MOST_A_ROUND = 1000
FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=10), timedelta(hours=1)


class Telling:
    """`records`: None where none is set, then nothing is kept. `alone`: a Maju of one's own, where whoever set the address wants all of it told."""

    def __init__(
        self,
        kept: Statements,
        role_plays: RolePlays,
        gathering: Gathering,
        records: LearningRecords | None,
        home: str,
        alone: bool,
        now: Callable[[], datetime],
    ) -> None:
        self._kept = kept
        self._role_plays = role_plays
        self._gathering = gathering
        self._records = records
        self._home = home
        self._alone = alone
        self._now = now

    @property
    def is_set(self) -> bool:
        return self._records is not None

    def standing(self, actor: Actor) -> Standing:
        """Raises NotAllowed."""
        if not may(actor, "keep_retention"):
            raise NotAllowed()
        return self._kept.standing()

    def run(self) -> int:
        """Keeps what is new, takes back what is to be, sends what is due; how many were sent."""
        if self._records is None:
            return 0
        self._keep()
        return self._send(self._records)

    def _keep(self) -> None:
        now, known = self._now(), self._kept.role_plays()
        told = {one.id for one in self._role_plays.heads() if self._is_told(one)}
        for gone in known - told:
            self._kept.take_back(gone, self._void, now)
        for one in self._gathering.of(self._role_plays.these(told - known)):
            if one.card:
                said = statements(one, self._home, lambda _: str(uuid4()))
                self._kept.add([KeptStatement(value["id"], one.role_play.id, _json(value)) for value in said], now)

    def _is_told(self, one: RolePlay) -> bool:
        return one.ended is not None and not one.is_redo and (self._alone or bool(one.shared))

    def _void(self, statement_id: str) -> KeptStatement:
        own = str(uuid4())
        return KeptStatement(own, "", _json(voiding(statement_id, self._home, own)))

    def _send(self, records: LearningRecords) -> int:
        sent = 0
        while sent < MOST_A_ROUND and (batch := self._kept.next(self._now(), AT_ONCE)):
            try:
                records.send([one.body for one in batch])
            except RecordsError as error:
                if not error.refused or len(batch) == 1:
                    self._put_off(batch, error)
                    return sent
                sent += sum(self._sent_alone(records, one) for one in batch)
            else:
                self._kept.sent([one.id for one in batch], self._now())
                sent += len(batch)
        return sent

    def _sent_alone(self, records: LearningRecords, one: KeptStatement) -> bool:
        """One that is refused does not keep the others."""
        try:
            records.send([one.body])
        except RecordsError as error:
            self._put_off([one], error)
            return False
        self._kept.sent([one.id], self._now())
        return True

    def _put_off(self, batch: Sequence[KeptStatement], error: RecordsError) -> None:
        LOG.warning("%d statements wait: %s", len(batch), error)
        for one in batch:
            self._kept.failed([one.id], error.en, self._now() + min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(one.tries, 12)))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
