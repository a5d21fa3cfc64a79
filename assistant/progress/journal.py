"""Progress as a use case: the actor's own finished role-plays and their newest scorecards, in one language and by one rubric."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from threading import Lock

from assistant.domain.people import Actor
from assistant.domain.progress import Course, Progress, RubricUse, ScoredPoint
from assistant.domain.roleplay import RolePlay
from assistant.domain.scorecard import Scorecard
from assistant.domain.words import DIMENSIONS, LANGUAGES, Dimension, Language
from assistant.ports import Reflections, RolePlays, Scorecards
from assistant.progress.change import change
from assistant.progress.pace import pace
from assistant.progress.rhythm import rhythm
from assistant.progress.roles import Placed, placed, role_shares

KEPT = 2000


class Journal:
    """Second tries count as practice only: they begin where another role-play did, so their scores are not of a whole one. What a rep is still
    looking back on before seeing its scores is not scored yet."""

    def __init__(self, role_plays: RolePlays, scorecards: Scorecards, reflections: Reflections, now: Callable[[], datetime]) -> None:
        self._role_plays = role_plays
        self._scorecards = scorecards
        self._reflections = reflections
        self._now = now
        self._placed: dict[str, tuple[Placed, ...]] = {}
        self._lock = Lock()

    def open(self, actor: Actor) -> "OpenJournal":
        """The actor's own, as it is now; reads everything once."""
        mine = self._role_plays.of_rep(actor.id)[::-1]
        unseen = self._reflections.open()
        cards = {name: card for name, card in self._scorecards.latest_of([one.id for one in mine]).items() if name not in unseen}
        return OpenJournal(mine, cards, self._now(), self._read)

    def forget(self) -> None:
        """Drops what was read: some of it was deleted."""
        with self._lock:
            self._placed.clear()

    def _read(self, role_play: RolePlay) -> tuple[Placed, ...]:
        """A finished role-play stays as it is, so it is read once."""
        with self._lock:
            if len(self._placed) > KEPT:
                self._placed.clear()
            if role_play.id not in self._placed:
                self._placed[role_play.id] = placed(role_play)
            return self._placed[role_play.id]


@dataclass(frozen=True, slots=True)
class OpenJournal:
    """`mine`: oldest first; `cards`: the newest scorecards whose scores have been seen; `read`: see `Journal`."""

    mine: tuple[RolePlay, ...]
    cards: Mapping[str, Scorecard]
    now: datetime
    read: Callable[[RolePlay], tuple[Placed, ...]]

    @property
    def languages(self) -> tuple[Language, ...]:
        """Those in which there are finished role-plays."""
        held = {one.language for one in self.mine if counts(one)}
        return tuple(one for one in LANGUAGES if one in held)

    def progress(self, language: Language, zone: tzinfo | None = None, rubric: str | None = None) -> Progress:
        """`zone`: whose weeks they are. `rubric`: None or one there are no scores by is the one scored by last."""
        own = [one for one in self.mine if one.language == language and counts(one)]
        scored = [(one, self.cards[one.id]) for one in own if one.id in self.cards]
        rubrics = rubrics_of(scored)
        chosen = rubric if rubric in {one.version for one in rubrics} else rubrics[0].version if rubrics else None
        by_it = [(one, card) for one, card in scored if card.made_by.rubric == chosen]
        return Progress(
            rubric=chosen,
            rubrics=rubrics,
            courses=tuple(course(by_it, dimension) for dimension in DIMENSIONS),
            role_plays=len(own),
            judged=sum(card.made_by.scorer != "measured" for _, card in by_it),
            unscored=len(own) - len(scored),
            rhythm=rhythm((one.began_at for one in self.mine if one.rep_spoke and not one.is_redo), self.now, zone),
            roles=role_shares([self.read(one) for one in own]),
            pace=pace(own),
        )


def counts(role_play: RolePlay) -> bool:
    """Finished, whole, and with words of the rep's in it."""
    return role_play.is_whole and role_play.rep_spoke


def course(scored: list[tuple[RolePlay, Scorecard]], dimension: Dimension) -> Course:
    """Oldest first, by one rubric; role-plays in which it was not scored leave no point."""
    points = []
    for one, card in scored:
        score = card.scores[dimension]
        if score.value is not None and score.low is not None and score.high is not None:
            points.append(ScoredPoint(one.id, one.began_at, one.level, score.value, score.low, score.high))
    return Course(dimension, tuple(points), change(points))


def rubrics_of(scored: Sequence[tuple[RolePlay, Scorecard]]) -> tuple[RubricUse, ...]:
    """The newest first. `scored`: oldest first."""
    counted = Counter(card.made_by.rubric for _, card in scored)
    newest_first = dict.fromkeys(card.made_by.rubric for _, card in reversed(scored))
    return tuple(RubricUse(version, counted[version]) for version in newest_first)
