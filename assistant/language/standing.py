"""Whom 'he', 'she' and '그분' stand for: the person named last. Pure."""

import re
from functools import cache, lru_cache

from assistant.domain.words import Language
from assistant.language.asking import persons, standing_for

_ANYBODY = frozenset("님 씨 사람 직원 혼자 담당 위원회 people alone clerk staff committee lead colleague friend mr ms dr mrs".split())
"""Words that name a person, but nobody in particular."""


@cache
def _person(language: Language) -> re.Pattern[str]:
    named = "|".join(sorted((one for one in persons(language) if one not in _ANYBODY), key=len, reverse=True))
    if language == "ko":
        return re.compile(rf"(?<![가-힣])(?:[가-힣]{{1,2}} )?(?:[가-힣]{{1,3}}(?=전무|부장|과장|대리|상무|부사장|팀장|반장|실장))?(?:{named})(?:님)?")
    return re.compile(rf"\b(?:Mr|Ms|Mrs|Dr)\.? [A-Z]\w+|\b(?i:my|our|the|your|his|her) (?:\w+ )?(?i:{named})\b")


@lru_cache(maxsize=4096)
def last_person(text: str, language: Language) -> str:
    """The last one a text names, as it names them; empty when it names nobody."""
    found = [match.group().strip() for match in _person(language).finditer(text)]
    return found[-1] if found else ""


@lru_cache(maxsize=4096)
def named_again(question: str, person: str, language: Language) -> str:
    """The question with the person's name where it says 'he' or '그분'; as it is when there is nobody to name, or it names somebody itself."""
    stands, own = standing_for(language)
    if not person or last_person(question, language):
        return question
    if own:
        question = re.sub(rf"\b(?:{own})\b(?= \w)(?! \b(?:to|in|on|at|about|with|for)\b)", f"{person}'s", question, flags=re.IGNORECASE)
    whole = rf"(?<![가-힣])(?:{stands})" if language == "ko" else rf"\b(?:{stands})\b"
    return re.sub(whole, person, question, flags=re.IGNORECASE)
