"""Searching the playbooks, and keeping the index in step with the store, whoever changed it."""

import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from itertools import groupby
from threading import RLock

from assistant.domain.playbook import Found, Looked, Passage, PlaybookVersion
from assistant.domain.words import Lines
from assistant.errors import ProviderError
from assistant.playbooks.deals import concerns
from assistant.ports import PassageIndex, Playbooks

_log = logging.getLogger(__name__)
NEXT_TRY = timedelta(minutes=1)
"""How long a search goes by what is indexed after bringing the index up to date failed."""
Steps = Callable[[int, int], None]
Pair = tuple[str, int]
"""(playbook, version), as passages name theirs."""


class Retrieval:
    """Every version in use is in the index, older ones too, since role-plays keep those they began with; searches choose among them."""

    def __init__(self, kept: Playbooks, index: PassageIndex, now: Callable[[], datetime]) -> None:
        self._kept = kept
        self._index = index
        self._now = now
        self._lock = RLock()
        self._indexed: dict[str, Pair] = {}
        self._unsure = False
        """Whether something failed half way, so that the index has to be looked through."""
        self._again_at = datetime.min.replace(tzinfo=UTC)
        self._concerned: dict[tuple[str, tuple[str, ...]], bool] = {}

    def search(self, queries: Sequence[str], k: int) -> list[list[Found]]:
        """In the current version of every playbook."""
        versions = self._kept.versions()
        self._keep_up(versions)
        return self._search(queries, k, self._pairs([one.id for one in current(versions)]))

    def explain(self, query: str, k: int) -> Looked:
        """The same search with its reasons."""
        versions = self._kept.versions()
        self._keep_up(versions)
        return self._index.explain(query, k, self._pairs([one.id for one in current(versions)]))

    def search_for_deal(self, queries: Sequence[str], k: int, keywords: Lines, version_ids: Sequence[str]) -> list[list[Found]]:
        """In those of these versions that belong to the deal with these keywords."""
        if any(one not in self._indexed for one in version_ids):
            self._keep_up(self._kept.versions())
        words = keywords.ko + keywords.en
        return self._search(queries, k, self._pairs([one for one in version_ids if self.concerns(one, words)]))

    def concerns(self, version_id: str, keywords: tuple[str, ...]) -> bool:
        """A version's passages never change, so the answer is kept."""
        key = version_id, keywords
        if key not in self._concerned:
            self._concerned[key] = concerns([one.text for one in self._kept.passages([version_id])], keywords)
        return self._concerned[key]

    def check(self) -> None:
        """Searching for nothing opens the index where it is not open."""
        self._index.search([], 1)

    def put(self, passages: Sequence[Passage], steps: Steps | None) -> None:
        """Of versions that are ready, and prepares the next search."""
        if passages:
            with self._changing():
                self._index.put(passages, steps)
                new = {(one.playbook, one.version) for one in passages}
                self._indexed |= {one: pair for one, pair in ready(self._kept.versions()).items() if pair in new}
        self._index.search([], 1)

    def remove(self, passage_ids: Sequence[str]) -> None:
        with self._changing():
            self._index.remove(passage_ids)
            self._indexed = ready(self._kept.versions())

    def rebuild(self, steps: Steps | None) -> int:
        """Returns how many passages the index has now."""
        with self._changing():
            versions = ready(self._kept.versions())
            passages = self._kept.passages(list(versions))
            self._index.rebuild(passages, steps)
            self._indexed, self._unsure = versions, False
        self._index.search([], 1)
        return len(passages)

    def sync(self, steps: Steps | None = None) -> int:
        """The index gets what it lacks and loses what it should not have: after a crash, damage, or another process's upload.
        Returns how many passages it has now."""
        self._index.refresh()
        with self._changing():
            versions = ready(self._kept.versions())
            wanted = {one.id: one for one in self._kept.passages(list(versions))}
            there = self._index.ids()
            extra, lacking = there - wanted.keys(), [one for one in wanted.values() if one.id not in there]
            if extra or lacking:
                _log.info("The index is brought up to date: %d passages taken out, %d put in", len(extra), len(lacking))
            if extra:
                self._index.remove(sorted(extra))
            if lacking:
                self._index.put(lacking, steps)
            self._indexed, self._unsure = versions, False
            return len(self._index.ids())

    @contextmanager
    def _changing(self) -> Iterator[None]:
        """What failed half way is unknown, so the next search brings the index up to date."""
        with self._lock:
            try:
                yield
            except BaseException:
                self._unsure = True
                raise

    def keep_up(self) -> None:
        """Before anybody searches, so that nobody waits for what another process has changed."""
        if self._index.lost:
            with suppress(ProviderError):  # still away: the next round looks again
                self.sync()
        else:
            self._keep_up(self._kept.versions())

    def _search(self, queries: Sequence[str], k: int, chosen: set[Pair]) -> list[list[Found]]:
        if not chosen:
            return [[] for _ in queries]
        among = None if chosen == set(self._indexed.values()) else chosen
        found = self._index.search(queries, k, among)
        if queries and not any(found) and not self._index.ids():  # damage has emptied the index
            self._unsure = True
            self._keep_up(self._kept.versions())
            found = self._index.search(queries, k, among)
        return found

    def _keep_up(self, versions: Sequence[PlaybookVersion]) -> None:
        """Another process may have changed the store. What is indexed serves while another thread is at it, or when it cannot be done."""
        known = self._indexed == ready(versions) and not self._unsure
        if known or self._index.lost or self._now() < self._again_at or not self._lock.acquire(blocking=False):
            return
        try:
            self.sync()
        except ProviderError as error:
            _log.warning("the index is not up to date: %s", error)
            self._again_at = self._now() + NEXT_TRY
        finally:
            self._lock.release()

    def _pairs(self, version_ids: Sequence[str]) -> set[Pair]:
        return {self._indexed[one] for one in version_ids if one in self._indexed}


def ready(versions: Sequence[PlaybookVersion]) -> dict[str, Pair]:
    """By version id."""
    return {one.id: (one.name, one.version) for one in versions if one.state == "ready"}


def current(versions: Sequence[PlaybookVersion]) -> tuple[PlaybookVersion, ...]:
    """The newest ready version of every playbook; `versions` as the store lists them, by name, newest first."""
    usable = [one for one in versions if one.state == "ready"]
    return tuple(next(same) for _, same in groupby(usable, lambda one: one.name))
