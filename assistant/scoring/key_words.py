"""The word a turn turns on: its rarest noun, as it was written."""

import re
from collections.abc import Iterator

from assistant.domain.words import Language
from assistant.language.analysis import Token, analyse
from assistant.scoring.rarity import rarity

_BEFORE_NOUN = re.compile(
    r"(?:^|\W)(?:the|a|an|my|our|your|their|this|that|these|those|about|of|for|with|on|no|more|some|any)\s+(?:\w+\s+)?$", re.IGNORECASE
)
_NO_NOUN = re.compile(r"(?:ing|ed|ly|ful|ous|ive|able)$")


def key_word(text: str, language: Language) -> str | None:
    """None when no noun stands out."""
    nouns = list(_korean(text) if language == "ko" else _english(text))
    if not nouns:
        return None
    start, end, _ = max(nouns, key=lambda one: (one[2], one[1] - one[0], -one[0]))
    return text[start:end]


Noun = tuple[int, int, float]
"""(start, end, rarity)."""


def _korean(text: str) -> Iterator[Noun]:
    """Nouns written together are one: 번호이동, 상담팀."""
    run: list[Token] = []
    for token in (*analyse(text, "ko").tokens, None):
        if token is not None and token.tag in {"NNG", "NNP"} and (not run or run[-1].end == token.start):
            run.append(token)
            continue
        if run and run[-1].end - run[0].start >= 2:
            yield run[0].start, run[-1].end, max(rarity(one.lemma, "ko") for one in run)
        run = [token] if token is not None and token.tag in {"NNG", "NNP"} else []


def _english(text: str) -> Iterator[Noun]:
    """Without a tagger: content words after an article, a possessive or a preposition."""
    analysis = analyse(text, "en")
    content = set(analysis.content)
    for token in analysis.tokens:
        could_be = token.tag == "W" and token.lemma in content and len(token.form) >= 4 and not _NO_NOUN.search(token.form.lower())
        if could_be and _BEFORE_NOUN.search(text[: token.start]):
            yield token.start, token.end, rarity(token.lemma, "en")
