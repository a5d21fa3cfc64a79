"""Korean: sentences and morphemes. The only module that imports kiwipiepy."""

import re
from functools import cache, lru_cache
from itertools import pairwise
from threading import Lock
from typing import TYPE_CHECKING

from assistant.language.analysis import Analysis, Token, analysis_of
from assistant.language.boundaries import unmarked_starts
from assistant.language.typos import Mended, mended

if TYPE_CHECKING:
    import kiwipiepy
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
    spans, tokens = list[tuple[int, int]](), list[Token]()
    for at, end in pairwise(cuts):
        part = _stretch(text[at:end].rstrip())
        spans += [(start + at, end + at) for start, end in part.sentences]
        if at:
            tokens += [Token(form, lemma, tag, start + at, to + at, carries) for form, lemma, tag, start, to, carries in part.tokens]
        else:
            tokens += part.tokens
    return analysis_of(text, "ko", spans, tokens)


@lru_cache(maxsize=8192)
def _stretch(text: str) -> Analysis:
    mend = mended(text, "ko")
    sentences = _kiwi().split_into_sents(mend.text, return_tokens=True, return_sub_sents=False)
    tokens = [_token(one, mend) for sentence in sentences for one in sentence.tokens or ()]
    return analysis_of(text, "ko", [mend.span(one.start, one.end) for one in sentences], tokens)


def _token(one: "kiwipiepy.Token", mend: Mended) -> Token:
    inflects, carries = _class(one.tag)
    start, end = (one.start, one.end) if mend.starts is None else mend.span(one.start, one.end)
    return Token(one.form, one.lemma if inflects else one.form, one.tag, start, end, carries)


@cache
def _class(tag: str) -> tuple[bool, bool]:
    """Whether a word of this tag has a lemma of its own, and whether it carries meaning."""
    return tag.startswith(("V", "XR")), tag.partition("-")[0] in CONTENT_TAGS
