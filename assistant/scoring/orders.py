"""Orders to whoever scores, in what was said: hidden from the judge, not measured. Pure."""

import re
from collections.abc import Iterator
from itertools import pairwise

from assistant.domain.items import ITEMS
from assistant.domain.words import LANGUAGES, Language
from assistant.language.legible import disguised
from assistant.language.personal import HIDDEN
from assistant.language.phrases import has
from assistant.language.sentences import sentences
from assistant.language.surface import Span, squeezed

SPEAKS_OF_JUDGING = frozenset({"judging", "judging_machine"})
PIECES = ("judging", "judging_machine", "judging_top", "judging_demand", "judging_object")
ENOUGH: dict[Language, tuple[int, int]] = {"ko": (2, 3), "en": (3, 4)}
"""Lists of `knowledge/language`, and how many of the pieces make an order, in a sentence and in two: no more than 1 % of what is
said otherwise has as many."""

_HANGUL_ALONE = re.compile(r"[ -@\[-`{-~\s가-힣ㄱ-ㅣ…]*")
"""Without a letter that could be English, in whatever disguise."""


def orders_in(text: str, language: Language) -> list[Span]:
    """The sentences that speak to a judge about scores, in whatever language. An auditor in the buyer's house is another judge."""
    return [span for span in sentences(text, language) if _speaks_of_scores(text[slice(*span)])]


def _speaks_of_scores(sentence: str) -> bool:
    return any(has("tells_the_judge", sentence, language) and has("of_scores", sentence, language) for language in _may_be_in(sentence))


def _may_be_in(sentence: str) -> Iterator[Language]:
    if not sentence.isascii():
        yield "ko"
    if not _HANGUL_ALONE.fullmatch(sentence):
        yield "en"


def hidden_from_judge(text: str, language: Language) -> str:
    """The text with everything hidden that speaks to whoever scores it, in either language, or that no person could read; offsets stay true.
    A sentence hidden in vain costs a judge little, one that gives orders may cost the score its meaning."""
    unreadable = (span for span in sentences(text, language) if disguised(text[slice(*span)], language))
    for start, end in [*unreadable, *(span for one in LANGUAGES for span in _orders(text, one))]:
        text = text[:start] + "".join(HIDDEN if char.isalnum() else char for char in text[start:end]) + text[end:]
    return text


def _orders(text: str, language: Language) -> Iterator[Span]:
    """Orders, two sentences that only together are one, and what stands beside an order and goes with it."""
    spans = sentences(text, language)
    pieces = [_pieces(text[slice(*span)], language) for span in spans]
    orders = {at for at, span in enumerate(spans) if _put_like_one(text[slice(*span)], language) or _enough(pieces[at], ENOUGH[language][0])}
    pairs = (at for at, (one, other) in enumerate(pairwise(pieces)) if one - other and other - one and _enough(one | other, ENOUGH[language][1]))
    orders |= {at + beside for at in pairs for beside in (0, 1)}
    with_them = {at for at, has_some in enumerate(pieces) if has_some and {at - 1, at + 1} & orders}
    return (spans[at] for at in sorted(orders | with_them))


def _pieces(sentence: str, language: Language) -> set[str]:
    return {name for name in PIECES if has(name, sentence, language)}


def _enough(pieces: set[str], number: int) -> bool:
    return len(pieces) >= number and bool(pieces & SPEAKS_OF_JUDGING)


def _put_like_one(sentence: str, language: Language) -> bool:
    return has("tells_the_judge", sentence, language) or any(item in squeezed(sentence) for item in ITEMS)
