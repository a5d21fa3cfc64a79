"""Going back to an earlier turn: a new role-play that shares everything before it with the first try, which stays as it is. Pure.

What the buyer has in mind stands on their own turns, so the copied turns bring it back exactly as it was. The clock is moved, not stopped:
every copied moment lies as far before now as it lay before the moment gone back to.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from assistant.domain.roleplay import Branch, PlayedTurn, RolePlay
from assistant.errors import InputError

REDO_TURNS = 3
"""Of the rep's, in which one thing is tried at once (design: measurement 7.4)."""


def redone(first: RolePlay, turn: int, measure: str | None, role_play_id: str, now: datetime) -> RolePlay:
    """A branch that ends of itself after three turns, to try what `measure` is about. Raises InputError as `branched`."""
    again = branched(first, turn, role_play_id, now)
    return replace(again, branch=Branch(first.id, turn, REDO_TURNS, measure))


def branched(first: RolePlay, turn: int, role_play_id: str, now: datetime) -> RolePlay:
    """The role-play as it stood before `turn`, which must be one of the rep's own. Raises InputError."""
    if first.mode == "assessment":
        raise InputError(ko="평가에서는 앞으로 되돌아갈 수 없어요.", en="There is no going back in an assessment.")
    kept = tuple(one for one in first.turns if one.index < turn)
    if not kept or not any(one.index == turn and one.speaker == "rep" for one in first.turns):
        raise InputError(ko="내가 한 말에서만 다시 시작할 수 있어요.", en="You can only start again from one of your own turns.")
    later = now - kept[-1].sent_at
    turns = tuple(_moved(one, later) for one in kept)
    return replace(
        first,
        id=role_play_id,
        began_at=first.began_at + later,
        turns=turns,
        ended=None,
        fault=None,
        branch=Branch(first.id, turn),
        shared=frozenset(),
        attempt=None,
        attempts=None,
        assignment=None,
        share_at_end=frozenset(),
    )


def _moved(turn: PlayedTurn, later: timedelta) -> PlayedTurn:
    typing = turn.typing
    if typing:
        typing = replace(typing, shown_at=_later(typing.shown_at, later), first_key_at=_later(typing.first_key_at, later))
    return replace(turn, sent_at=turn.sent_at + later, typing=typing)


def _later(at: datetime | None, later: timedelta) -> datetime | None:
    return None if at is None else at + later
