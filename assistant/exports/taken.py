"""One talk with everything that whoever takes it out may see of it."""

from dataclasses import dataclass

from assistant.domain.hint import Hint
from assistant.domain.reflection import Reflection
from assistant.domain.review import ReviewsOf
from assistant.domain.roleplay import PlayedTurn, RolePlay
from assistant.domain.scenario import Scenario
from assistant.domain.scorecard import Scorecard
from assistant.domain.table import face_of
from assistant.domain.words import DIMENSIONS, Language, Text

REP = Text("담당자", "Rep")


@dataclass(frozen=True, slots=True)
class Taken:
    """`rep`: the name. `card`: None where it was not scored, or its rep has not seen the scores yet."""

    role_play: RolePlay
    scenario: Scenario
    rep: str
    card: Scorecard | None
    left: ReviewsOf
    reflection: Reflection | None
    hints: tuple[Hint, ...]

    def speaker(self, turn: PlayedTurn, language: Language) -> str:
        """Who says this turn, by name on the buyer's side."""
        return REP.in_(language) if turn.speaker == "rep" else face_of(self.scenario, turn.person).name.in_(language)

    def points(self) -> list[tuple[float | None, float | None, float | None]]:
        """(score, low, high) of the four dimensions, 0-100; None where there is none."""
        scores = [self.card.scores.get(one) if self.card else None for one in DIMENSIONS]
        return [(one.value, one.low, one.high) if one else (None, None, None) for one in scores]
