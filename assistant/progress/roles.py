"""Making, selling, operating: how what a rep said divides into the three roles of a career. Told from cues sentence by sentence, without the analysis
a turn gets while it is heard: a mirror, not a score. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

from assistant.domain.progress import CAREER_ROLES, CareerRole, RoleShare, Said
from assistant.domain.roleplay import RolePlay
from assistant.domain.words import Language
from assistant.language.phrases import has, known
from assistant.language.pieces import pieces

OPERATES = ("concrete_time", "step_thing", "pay_terms")
PROMISES = ("step_promise", "step_invites", "step_verb")
ASKS = ("open_words", "asks_perspective", "asks_problem", "asks_implication", "asks_payoff", "confirming")
LISTENS = ("ack_frame", "empathy", "reflection", "acknowledges", "receives_firmly", "receives_asking", "agreement", "because_you", "because_said")
MAKES = ("product", "designs", "improvement", "reference", "guarantee", "superlative", "competitor", "price_word", "pay_terms")
MOST_EXAMPLES = 3
SOME = 5
"""Role-plays at either end that the mirror compares, at most; else a third of them."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A sentence that is of one of the roles."""

    role: CareerRole
    said: Said


def role_of(sentence: str, language: Language) -> CareerRole | None:
    """None for greetings, thanks and what shows no cue. Some cues have a list in one language only."""

    def cues(names: Sequence[str]) -> bool:
        return any(known(name, language) and has(name, sentence, language) for name in names)

    if cues(PROMISES) and cues(OPERATES):
        return "operating"
    if "?" in sentence or cues(LISTENS):
        return "selling"
    if cues(MAKES):
        return "making"
    return "selling" if cues(ASKS) else "operating" if cues(("appointment",)) else None


def placed(role_play: RolePlay) -> tuple[Placed, ...]:
    """Every sentence of the rep's with a role, in order."""
    found = []
    for turn in role_play.turns:
        for piece in pieces(turn.text, role_play.language) if turn.speaker == "rep" else ():
            quote = turn.text[piece.start : piece.end]
            role = role_of(quote, role_play.language)
            if role:
                found.append(Placed(role, Said(role_play.id, turn.index, quote)))
    return tuple(found)


def role_shares(role_plays: Sequence[Sequence[Placed]]) -> tuple[RoleShare, ...]:
    """`role_plays`: oldest first; empty where nothing has a role."""
    every = list(chain.from_iterable(role_plays))
    if not every:
        return ()
    some = max(1, min(SOME, len(role_plays) // 3))
    first, latest = list(chain.from_iterable(role_plays[:some])), list(chain.from_iterable(role_plays[-some:]))
    return tuple(
        RoleShare(
            role=role,
            share=_share(role, every),
            first=_share(role, first),
            latest=_share(role, latest),
            sentences=sum(one.role == role for one in every),
            examples=_examples(role, role_plays),
        )
        for role in CAREER_ROLES
    )


def _share(role: CareerRole, said: Sequence[Placed]) -> float:
    return sum(one.role == role for one in said) / max(1, len(said))


def _examples(role: CareerRole, role_plays: Sequence[Sequence[Placed]]) -> tuple[Said, ...]:
    """One of each role-play, the newest first, the longest sentence of it."""
    found = [[one.said for one in said if one.role == role] for said in reversed(role_plays)]
    return tuple(max(said, key=lambda one: len(one.quote)) for said in found if said)[:MOST_EXAMPLES]
