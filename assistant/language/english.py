"""English: sentences, words and stems."""

import re
from functools import cache, lru_cache

import Stemmer

from assistant.language.analysis import Analysis, Token, analysis_of
from assistant.language.typos import mended

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[A-Za-zÀ-ÿ]+(?:['’][A-Za-z]+)*")
_SENTENCE = re.compile(
    r"[^.!?\n]*(?:(?:[.](?=\d)|(?<=\b[MmDd][rs])[.](?= )|(?<=\bMrs)[.](?= )|(?<=\b[ap])[.](?=m\b)|(?<=\b[ap]\.m)[.](?= [a-z]))[^.!?\n]*)*"
    r"(?:[.!?]+[\"')\]]*|\n|$)"
)
"""A point in a number, after a title or in 'p.m.' ends none."""
STOP_WORDS = frozenset(
    """
    a about all also am an and any are as at be because been but by can could did do does for from get got had has have he her him
    his how i if in into is it its just like me more much my no not of on one or our out she so some than that the their them then
    there these they this those to too up us very was we well were what when where which who why will with would you your yes i'm
    i'll i've it's that's don't we're we'll you're let's
    """.split()
)


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("english")


def stem(word: str) -> str:
    """Of a lower-case word."""
    stemmed: str = _stemmer().stemWord(word)
    return stemmed


@lru_cache(maxsize=16384)
def _word(form: str) -> tuple[str, str, bool]:
    """Lemma, tag, and whether it carries meaning."""
    lower = form.lower()
    return stem(lower), "N" if form[0].isdigit() else "W", lower not in STOP_WORDS


def analysis(text: str) -> Analysis:
    """Words lower-cased and stemmed (Snowball); content words are those not on the stop list."""
    mend = mended(text, "en")
    tokens = []
    for match in _WORD.finditer(mend.text):
        form = match.group()
        lemma, tag, carries = _word(form)
        start, end = match.span() if mend.starts is None else mend.span(*match.span())
        tokens.append(Token(form, lemma, tag, start, end, carries))
    sentences = []
    for match in _SENTENCE.finditer(text):
        said = match.group().lstrip()
        if said:
            sentences.append((match.end() - len(said), match.end()))
    return analysis_of(text, "en", sentences, tokens)
