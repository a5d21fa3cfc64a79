"""Orders to whoever scores, in what was said: neither judged nor measured. Pure."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from assistant.domain.items import ITEMS
from assistant.domain.words import Language
from assistant.language.legible import disguised
from assistant.language.phrases import has, phrases
from assistant.language.sentences import sentences
from assistant.language.surface import Span, blanked, squeezed

SPEAKS_OF_JUDGING = frozenset({"judging", "judging_machine"})
PIECES = ("judging", "judging_machine", "judging_top", "judging_demand", "judging_object", "judging_back")
ENOUGH: dict[Language, tuple[int, int]] = {"ko": (2, 3), "en": (3, 4)}
"""Lists of `knowledge/language`, and how many of the pieces make an order, in a sentence and in two: no more than 1 % of what is
said otherwise has as many."""

BESIDE = 2
"""How many of them make a sentence beside an order go with it: many an innocent one has one."""

_HANGUL_ALONE = re.compile(r"[ -@\[-`{-~\s가-힣ㄱ-ㅣ…]*")
"""Without a letter that could be English, in whatever disguise."""


def without_orders(text: str, language: Language) -> str:
    """With spaces where it speaks to whoever scores it, in either language, or where no person could read it; offsets stay true. A sentence left out
    in vain costs little, one that gives orders may cost the scores their meaning. An auditor in the buyer's house is another judge."""
    return blanked(text, _orders_in(text, language)).rstrip() if _may_hold_orders(text, language) else text


def _may_hold_orders(text: str, language: Language) -> bool:
    """A quick look at a whole turn: most hold none."""
    spoken_of = (*SPEAKS_OF_JUDGING, "tells_the_judge")
    named = any(phrases(text, one).may_have(name) for one in _may_be_in(text) for name in spoken_of)
    return named or disguised(text, language) or _names_an_item(text)


@lru_cache(maxsize=1024)
def _orders_in(text: str, language: Language) -> tuple[Span, ...]:
    spans = sentences(text, language)
    said = [text[slice(*span)] for span in spans]
    orders = {at for at, one in enumerate(said) if disguised(one, language)}.union(*(_orders(said, one) for one in _may_be_in(text)))
    return tuple(spans[at] for at in orders)


def _may_be_in(text: str) -> Iterator[Language]:
    if not text.isascii():
        yield "ko"
    if not _HANGUL_ALONE.fullmatch(text):
        yield "en"


def _orders(said: Sequence[str], language: Language) -> set[int]:
    """Which sentences are orders, two that only together are one, or stand beside an order and go with it. None is, where none speaks of judging."""
    like_one = {at for at, one in enumerate(said) if _put_like_one(one, language)}
    if not like_one and not any(has(name, one, language) for one in said for name in SPEAKS_OF_JUDGING):
        return like_one
    pieces = [_pieces(one, language) for one in said]
    orders = like_one | {at for at, some in enumerate(pieces) if _enough(some, ENOUGH[language][0])}
    pairs = {at for at, two in enumerate(pairwise(pieces)) if not {at, at + 1} & orders and _one_in_two(*two, ENOUGH[language][1])}
    orders |= pairs | {at + 1 for at in pairs}
    return orders | {at for at, some in enumerate(pieces) if len(some) >= BESIDE and {at - 1, at + 1} & orders}


def _pieces(sentence: str, language: Language) -> set[str]:
    """None in an open question: 'By what do you judge vendors?' orders nothing."""
    asks = sentence.rstrip().endswith("?") and has("open_words", sentence, language)
    return set() if asks else {name for name in PIECES if has(name, sentence, language)}


def _one_in_two(one: set[str], other: set[str], enough: int) -> bool:
    return bool(one - other and other - one) and _enough(one | other, enough)


def _enough(pieces: set[str], number: int) -> bool:
    return len(pieces) >= number and bool(pieces & SPEAKS_OF_JUDGING)


def _put_like_one(sentence: str, language: Language) -> bool:
    return has("tells_the_judge", sentence, language) or _names_an_item(sentence)


def _names_an_item(text: str) -> bool:
    shown = squeezed(text)
    return any(item in shown for item in ITEMS)
