"""What can be an assignment, and what is wrong with what cannot. Pure."""

from datetime import datetime, timedelta

from assistant.domain.assignment import Assignment
from assistant.errors import InputError
from assistant.language.personal import masked

MOST_NOTE = 500
MOST_ATTEMPTS = 20
LONGEST = timedelta(days=366)
MINUTES = (5, 120)
"""The shortest and the longest that an assessment may last."""


def note_of(text: str) -> str:
    """As it is kept: personal data in it hidden. Raises InputError when it is too long."""
    text = masked(text.strip())
    if len(text) > MOST_NOTE:
        raise InputError(ko=f"메모는 {MOST_NOTE}자까지 적을 수 있어요.", en=f"A note has at most {MOST_NOTE} characters.")
    return text


def checked(one: Assignment, now: datetime, begun: bool = False) -> Assignment:
    """The assignment when it can be one. `begun`: it may have begun in the past. Raises InputError."""
    if one.until <= one.starts_at:
        raise InputError(ko="마감은 시작보다 뒤여야 해요.", en="It must end after it begins.")
    if one.until <= now and not begun:
        raise InputError(ko="마감이 이미 지난 날이에요. 앞으로의 날짜를 골라 주세요.", en="That end has passed already. Choose a day to come.")
    if one.until - one.starts_at > LONGEST:
        raise InputError(ko="기간은 1년까지 정할 수 있어요.", en="An assignment lasts a year at most.")
    if one.attempts is not None and not 1 <= one.attempts <= MOST_ATTEMPTS:
        raise InputError(ko=f"횟수는 1번에서 {MOST_ATTEMPTS}번 사이로 정해 주세요.", en=f"Allow between 1 and {MOST_ATTEMPTS} attempts.")
    if one.time_limit_s is not None and not MINUTES[0] * 60 <= one.time_limit_s <= MINUTES[1] * 60:
        raise InputError(
            ko=f"시간은 {MINUTES[0]}분에서 {MINUTES[1]}분 사이로 정해 주세요.", en=f"Allow between {MINUTES[0]} and {MINUTES[1]} minutes."
        )
    if any(not 0 < bar <= 100 for _, bar in one.rule.bars) or len({name for name, _ in one.rule.bars}) < len(one.rule.bars):
        raise InputError(ko="통과 점수는 1점에서 100점 사이로, 항목마다 하나만 정해 주세요.", en="Set one bar of 1 to 100 points for each score.")
    return one
