"""Korean: sentences and morphemes. The only module that imports kiwipiepy."""

from functools import cache
from threading import Lock

from kiwipiepy import Kiwi

from assistant.language.analysis import Analysis, Token
from assistant.language.typos import mended

CONTENT_TAGS = frozenset({"NNG", "NNP", "VV", "VA", "XR", "SN", "SL", "MAG"})
_LOADING = Lock()


@cache
def _loaded() -> Kiwi:
    return Kiwi(num_workers=1)


def _kiwi() -> Kiwi:
    with _LOADING:
        return _loaded()


def analysis(text: str) -> Analysis:
    """Morphemes with Sejong tags; a verb's lemma ends in -다 ('부르다'), everything else is its own lemma."""
    mend = mended(text, "ko")
    sentences = _kiwi().split_into_sents(mend.text, return_tokens=True)
    tokens = tuple(
        Token(one.form, one.lemma if one.tag.startswith(("V", "XR")) else one.form, one.tag, *mend.span(one.start, one.end))
        for sentence in sentences
        for one in sentence.tokens or ()
    )
    content = tuple(token.lemma for token in tokens if token.tag.split("-")[0] in CONTENT_TAGS)
    return Analysis(text, "ko", tuple(mend.span(one.start, one.end) for one in sentences), tokens, content)
