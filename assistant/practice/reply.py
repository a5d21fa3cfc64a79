"""One reply in the making: it goes on whether anybody watches or not, and whoever comes back sees it from the start."""

from collections.abc import Iterator
from threading import Condition


class Reply:
    """The sentences of a buyer's reply as they become fit to be shown. One thread speaks, any number follow."""

    def __init__(self, role_play_id: str, rep_turn: int) -> None:
        self.role_play_id = role_play_id
        self.rep_turn = rep_turn
        self._sentences: list[str] = []
        self._done = False
        self._fault: str | None = None
        self.person: str | None = None
        """Who speaks on the buyer's side, known before the first sentence; None is the buyer."""
        self._changed = Condition()

    def speaks(self, person: str | None) -> None:
        self.person = person

    def say(self, sentence: str) -> None:
        with self._changed:
            self._sentences.append(sentence)
            self._changed.notify_all()

    def close(self, fault: str | None = None) -> None:
        """Nothing more will come; `fault` says why when the reply is absent."""
        with self._changed:
            self._done, self._fault = True, fault
            self._changed.notify_all()

    def follow(self, beat_s: float | None = None) -> Iterator[str]:
        """Every sentence from the first, waiting for the rest. A reply that failed ends early: see `fault`.
        With a beat, an empty string comes that often while nothing is said, so that who watches can leave in between."""
        shown = 0
        while True:
            with self._changed:
                while not self._done and len(self._sentences) == shown:
                    if not self._changed.wait(beat_s):
                        break
                fresh, done = self._sentences[shown:], self._done
            yield from fresh or ([""] if not done else [])
            shown += len(fresh)
            if done:
                return

    @property
    def fault(self) -> str | None:
        return self._fault

    def wait(self, timeout_s: float | None = None) -> bool:
        """True once the reply is complete or has failed."""
        with self._changed:
            return self._changed.wait_for(lambda: self._done, timeout_s)
