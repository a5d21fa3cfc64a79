"""Korean: sentences and morphemes. The only module that imports kiwipiepy."""

import re
from functools import cache, lru_cache
from itertools import pairwise
from threading import Lock
from typing import TYPE_CHECKING

from assistant.language.analysis import Analysis, Token
from assistant.language.boundaries import unmarked_starts
from assistant.language.typos import mended

if TYPE_CHECKING:
    from kiwipiepy import Kiwi

CONTENT_TAGS = frozenset({"NNG", "NNP", "VV", "VA", "XR", "SN", "SL", "MAG"})
_ENDED = re.compile(r"(?<=[가-힣][.?!])\s+(?=[가-힣A-Za-z0-9\"'“‘(])|\n+")
"""Behind a mark that surely ends a sentence, the blank before the next; a new line."""
_LOADING = Lock()


@cache
def _loaded() -> "Kiwi":
    """Imported here: the first page stands before there is anything to analyse."""
    from kiwipiepy import Kiwi

    return Kiwi(num_workers=1)


def _kiwi() -> "Kiwi":
    with _LOADING:
        return _loaded()


def analysis(text: str) -> Analysis:
    """Morphemes with Sejong tags; a verb's lemma ends in -다 ('부르다'), everything else is its own lemma.

    Stretches that surely are sentences are analysed each by itself and once, so that a turn and its sentences cost the analyser one pass.
    """
    cuts = sorted({0, *(match.end() for match in _ENDED.finditer(text)), *unmarked_starts(text, "ko"), len(text)})
    parts = [(start, _stretch(text[start:end].rstrip())) for start, end in pairwise(cuts)]
    return Analysis(
        text,
        "ko",
        tuple((start + at, end + at) for at, part in parts for start, end in part.sentences),
        tuple(token._replace(start=token.start + at, end=token.end + at) if at else token for at, part in parts for token in part.tokens),
    )


@lru_cache(maxsize=8192)
def _stretch(text: str) -> Analysis:
    mend = mended(text, "ko")
    sentences = _kiwi().split_into_sents(mend.text, return_tokens=True)
    tokens = tuple(
        Token(
            one.form,
            one.lemma if one.tag.startswith(("V", "XR")) else one.form,
            one.tag,
            *mend.span(one.start, one.end),
            one.tag.partition("-")[0] in CONTENT_TAGS,
        )
        for sentence in sentences
        for one in sentence.tokens or ()
    )
    return Analysis(text, "ko", tuple(mend.span(one.start, one.end) for one in sentences), tokens)
