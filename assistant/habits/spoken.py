"""A role-play as habits are counted in it: what the rep said in plain words, turn by turn. Made once a role-play; see `pieces` for what it costs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from assistant.domain.roleplay import RolePlay
from assistant.domain.words import Language
from assistant.language.phrases import has
from assistant.language.pieces import NUMBER, Piece, pieces

LONGEST: dict[Language, int] = {"ko": 3, "en": 4}
"""Words of a phrase that is looked for; longer ones are grown from it."""
BEGIN, END = "^", "$"


@dataclass(frozen=True)
class SpokenTurn:
    """`before`: the buyer's turn it answers."""

    index: int
    text: str
    before: str
    language: Language

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        return pieces(self.text, self.language)

    @cached_property
    def plain(self) -> str:
        """' ^ to be honest $ ^ yes $ ': every word between spaces, every piece between its marks."""
        return "".join(map(self.plain_of, self.pieces))

    def plain_of(self, piece: Piece) -> str:
        return f" {BEGIN} {' '.join(piece.words)} {END} "

    @cached_property
    def after_objection(self) -> bool:
        return any(has(name, self.before, self.language) for name in ("objection", "worry"))


@dataclass(frozen=True)
class Spoken:
    """The rep's side of one role-play."""

    id: str
    rep: str
    scenario: str
    at: datetime
    language: Language
    turns: tuple[SpokenTurn, ...]

    @cached_property
    def plain(self) -> str:
        return "".join(one.plain for one in self.turns)

    @cached_property
    def objections(self) -> int:
        """Turns that follow one."""
        return sum(turn.after_objection for turn in self.turns)

    @cached_property
    def words(self) -> int:
        return sum(len(piece.words) for turn in self.turns for piece in turn.pieces)

    @cached_property
    def phrases(self) -> frozenset[str]:
        """Every run of words that may be a habit, figures left out."""
        longest = LONGEST[self.language]
        return frozenset(run for turn in self.turns for piece in turn.pieces for run in runs(piece.words, longest))


def runs(words: Sequence[str], longest: int) -> Iterator[str]:
    """Neighbouring words, up to so many, without figures."""
    for start in range(len(words)):
        for end in range(start + 1, min(start + longest, len(words)) + 1):
            if words[end - 1] == NUMBER:
                break
            yield " ".join(words[start:end])


def spoken(role_play: RolePlay) -> Spoken:
    before, turns = "", list[SpokenTurn]()
    for one in role_play.turns:
        if one.speaker == "buyer":
            before = one.text
        else:
            turns.append(SpokenTurn(one.index, one.text, before, role_play.language))
    return Spoken(role_play.id, role_play.rep, role_play.scenario, role_play.began_at, role_play.language, tuple(turns))
