"""Which words of a turn a comment stands at: as they were said, however they were copied. Pure."""

import re

from assistant.domain.roleplay import PlayedTurn, RolePlay
from assistant.errors import InputError


def quoted(role_play: RolePlay, turn: int, words: str) -> str:
    """The words as they stand in that turn, "" for the whole turn. Spaces and quotation marks around them may differ.
    Raises InputError when there is no such turn or nobody said that in it."""
    said = turn_of(role_play, turn).text
    words = words.strip().strip("\"'“”‘’").strip()
    if not words:
        return ""
    found = re.search(r"\s+".join(map(re.escape, words.split())), said, re.IGNORECASE)
    if found is None:
        raise InputError(
            ko="그 말은 고른 발화에 없어요. 그대로 복사해 붙이거나 비워 주세요.",
            en="Those words are not in the chosen turn. Paste them as they stand, or leave it empty.",
        )
    return found.group(0)


def turn_of(role_play: RolePlay, turn: int) -> PlayedTurn:
    """Raises InputError when there is no such turn."""
    found = next((one for one in role_play.turns if one.index == turn), None)
    if found is None:
        raise InputError(ko="그 발화가 이 롤플레이에 없어요. 화면을 새로고침해 주세요.", en="That turn is not in this role-play. Reload the page.")
    return found
