"""What earlier scorecards and the buyer's own record say, as the choice of advice needs it. Pure."""

from assistant.domain.roleplay import RolePlay
from assistant.domain.scorecard import Scorecard
from assistant.scoring.choosing import Earlier
from assistant.scoring.rubric import Rubric


def earlier_of(card: Scorecard, rubric: Rubric) -> Earlier:
    """By today's shapes, so that cards of an older rubric can be held against this one's."""
    rules = rubric.file.measures
    credits_of = {one.name: rules[one.name].credit(one.value, card.language) for one in card.measures if one.name in rules}
    return Earlier(card.try_next.measure if card.try_next else None, credits_of)


def costs(role_play: RolePlay) -> dict[int, float]:
    """Rep turn -> the trust and patience (shares) that it cost, as the buyer recorded it in the turn after it."""
    lost = {}
    for turn in role_play.turns:
        if turn.record:
            cost = -sum(one.trust + one.patience for one in turn.record.felt if one.trust + one.patience < 0)
            if cost > 0:
                lost[turn.index - 1] = cost
    return lost
