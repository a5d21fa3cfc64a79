"""When a role-play is over, and after which one may call again. Pure."""

from assistant.domain.roleplay import EndedBy, Mind, Move, Outcome, RolePlay

MOST_REP_TURNS = 60
REDO_DONE = "redo_done"
"""Why a redo ended in which all its turns were said."""


def may_call_again(role_play: RolePlay) -> bool:
    """Once it has ended, and the buyer was spoken to; a few turns said anew are no conversation to come back to."""
    if role_play.ended is None or role_play.ended.by == "fault" or role_play.is_redo:
        return False
    return role_play.rep_spoke and reached(role_play)


def reached(role_play: RolePlay) -> bool:
    """Whether the buyer themselves has been on the line."""
    return role_play.setting != "gatekeeper" or any(one.speaker == "buyer" and one.person is None for one in role_play.turns)


def redo_done(role_play: RolePlay, mind: Mind) -> tuple[EndedBy, Outcome, str] | None:
    """A redo is over when all its turns were said; `role_play` with the last of them."""
    if role_play.redo_turns_left() != 0:
        return None
    return "limit", "committed" if mind.agreed else "open", REDO_DONE


def ended_by(move: Move, mind: Mind, rep_turns: int) -> tuple[EndedBy, Outcome, str] | None:
    """Whether a buyer's move ends the role-play: (by, outcome, why), or None while it goes on."""
    if move.kind == "leave":
        return "buyer", "walked_away", move.because
    if move.kind == "refuse":
        return "buyer", "open", "not_put_through"
    if move.kind == "not_now" and move.because == "out_of_patience":
        return "buyer", "open", move.because
    if move.kind == "farewell":
        return ("buyer", "committed", "agreed") if mind.agreed else ("rep", "open", "rep_left")
    if rep_turns >= MOST_REP_TURNS:
        return "limit", "committed" if mind.agreed else "open", "turn_limit"
    return None
