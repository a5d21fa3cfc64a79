"""Which playbooks belong to a deal: those that use the words naming its product. Pure.

Keeps a cloud phone's price list out of a talk about insurance.
"""

import re
import unicodedata
from collections.abc import Sequence

MIN_SHARE = 0.15
"""A playbook belongs when at least this share of its passages uses one of the deal's words, and two different ones are used."""
MIN_STRONG = 5
"""Or when so many passages use two of them at once: one chapter of a big handbook."""


def concerns(passages: Sequence[str], keywords: Sequence[str]) -> bool:
    """True when a playbook with these passages is about the product those keywords name. A single short passage needs one keyword only."""
    patterns = [_pattern(keyword) for keyword in keywords if keyword.strip()]
    used = [frozenset(i for i, pattern in enumerate(patterns) if pattern.search(_plain(passage))) for passage in passages]
    touched = sum(bool(one) for one in used)
    distinct = len(frozenset().union(*used))
    if sum(len(one) > 1 for one in used) >= MIN_STRONG:
        return True
    return touched >= MIN_SHARE * len(used) and distinct >= min(2, len(used)) and touched > 0


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).lower()


def _pattern(keyword: str) -> re.Pattern[str]:
    """Spaces inside it may be missing. Latin words and words of two syllables or fewer stand at the start of a word: '이사' is not in '아이사진'."""
    plain = _plain(keyword).strip()
    body = r"\s*".join(re.escape(word) for word in plain.split())
    if plain.isascii():
        return re.compile(rf"(?<![a-z0-9]){body}(?:s|es)?(?![a-z0-9])")
    return re.compile(rf"(?<![가-힣a-z]){body}" if len(plain.replace(" ", "")) <= 2 else body)
