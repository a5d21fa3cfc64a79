"""Before the score: the rep looks back on their own talk and guesses the bars, while it is being scored. (design: product, the four questions)

Asked once, of practice one has just ended. Not in an assessment: what is written where it counts is written for whoever reads it, and there one
wants the result. Not of a second try either, whose point is the comparison with the first.
"""

from collections.abc import Callable
from datetime import datetime

from assistant.domain.people import Actor
from assistant.domain.policy import no_such_talk, seen
from assistant.domain.reflection import Closed, Question, Reflection
from assistant.domain.roleplay import RolePlay
from assistant.domain.words import Dimension
from assistant.errors import InputError
from assistant.language.personal import masked
from assistant.ports import Reflections, RolePlays, Scorecards

MOST_ANSWER_CHARS = 300
STEP = 5
"""Points between two guesses: nobody knows it more finely."""
GUESSES = tuple(range(0, 101, STEP))


def is_asked(actor: Actor, role_play: RolePlay) -> bool:
    """Whether this is a talk that its rep is asked to look back on."""
    return actor.id == role_play.rep and role_play.mode == "practice" and role_play.is_whole and role_play.rep_spoke


class Reflecting:
    """Reflections of reps. What is typed is kept at once; personal data in it is hidden, as in the room."""

    def __init__(self, role_plays: RolePlays, scorecards: Scorecards, reflections: Reflections, now: Callable[[], datetime]) -> None:
        self._role_plays = role_plays
        self._scorecards = scorecards
        self._reflections = reflections
        self._now = now

    def asked(self, actor: Actor, role_play: RolePlay) -> Reflection | None:
        """The reflection that stands before the scores; None where none is asked for, where it is closed, and where the scores are known already.
        To be called before the talk is scored."""
        if not is_asked(actor, role_play):
            return None
        known = self._reflections.get(role_play.id)
        if known is None and self._scorecards.latest(role_play.id) is None:
            known = self._reflections.begin(role_play.id, self._now())
        return known if known is not None and known.closed is None else None

    def kept(self, actor: Actor, role_play_id: str) -> Reflection | None:
        """What was written before the scores were seen, for whoever may read the role-play; None where nothing was. Raises NotFound."""
        self._may(actor, role_play_id)
        known = self._reflections.get(role_play_id)
        return known if known is not None and known.closed is not None and known.says_anything() else None

    def answer(self, actor: Actor, role_play_id: str, question: Question, text: str) -> None:
        """Keeps what stands in a box now. Raises InputError when it is too long or the scores have been seen."""
        self._may(actor, role_play_id, own=True)
        text = masked(text.strip())
        if len(text) > MOST_ANSWER_CHARS:
            raise InputError(ko=f"{MOST_ANSWER_CHARS}자 안으로 적어 주세요.", en=f"Write at most {MOST_ANSWER_CHARS} characters.")
        self._reflections.answer(role_play_id, question, text)

    def guess(self, actor: Actor, role_play_id: str, dimension: Dimension, points: int | None) -> None:
        """Keeps a guess of 0 to 100, None takes it back. Raises InputError for anything else and when the scores have been seen."""
        self._may(actor, role_play_id, own=True)
        if points is not None and points not in GUESSES:
            raise InputError(ko="0에서 100 사이에서 골라 주세요.", en="Choose between 0 and 100.")
        self._reflections.guess(role_play_id, dimension, points)

    def close(self, actor: Actor, role_play_id: str, how: Closed) -> None:
        """The scores are shown from now on; what was written stays, also when the rest was skipped."""
        self._may(actor, role_play_id, own=True)
        self._reflections.close(role_play_id, how, self._now())

    def _may(self, actor: Actor, role_play_id: str, own: bool = False) -> None:
        role_play = seen(actor, self._role_plays.get(role_play_id))
        if own and actor.id != role_play.rep:
            raise no_such_talk()
