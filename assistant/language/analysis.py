"""One analysis of a text, made once and cached: its sentences, tokens and content words, in either language."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib import import_module
from typing import NamedTuple

from assistant.domain.words import LANGUAGES, Language


class Token(NamedTuple):
    """`start:end` are offsets into the text. `tag`: Sejong tags in Korean, 'W' word or 'N' number in English. `carries`: it carries meaning."""

    form: str
    lemma: str
    tag: str
    start: int
    end: int
    carries: bool


class Analysis(NamedTuple):
    """`sentences` are (start, end) offsets; `content`: the lemmas that carry meaning, in order, repeats kept."""

    text: str
    language: Language
    sentences: tuple[tuple[int, int], ...]
    tokens: tuple[Token, ...]
    content: tuple[str, ...]


def analysis_of(text: str, language: Language, sentences: Iterable[tuple[int, int]], tokens: Sequence[Token]) -> Analysis:
    """Of these sentences and tokens."""
    return Analysis(text, language, tuple(sentences), tuple(tokens), tuple([token.lemma for token in tokens if token.carries]))


_HANGUL = re.compile("[가-힣ㄱ-ㆎ]")


@lru_cache(maxsize=4096)
def analyse(text: str, language: Language) -> Analysis:
    """Cached, so a turn is analysed once whoever asks. About 1 ms a Korean sentence after `warm_up`."""
    module = import_module("assistant.language.korean" if language == "ko" else "assistant.language.english")
    analysis: Analysis = module.analysis(text)
    return analysis


@lru_cache(maxsize=8192)
def analysed_part(text: str, start: int, end: int, language: Language) -> Analysis:
    """Of a sentence or a clause of a text: what the analysis of the whole says about it."""
    every = analyse(text, language).tokens
    tokens = [Token(form, lemma, tag, at - start, min(to, end) - start, carries) for form, lemma, tag, at, to, carries in every if start <= at < end]
    return analysis_of(text[start:end], language, ((0, end - start),), tokens)


def warm_up() -> None:
    """Loads the Korean model, the phrase lists and the weights of the subjects (about 3 s), so that nobody waits for them later."""
    analyse("안녕하세요", "ko")
    analyse("hello", "en")
    for language in LANGUAGES:
        import_module("assistant.language.phrases").has("thanks", "hello", language)
        import_module("assistant.language.subject_model").subject_model(language)


def language_of(text: str) -> Language:
    """Korean when Hangul makes up at least a fifth of the letters, else English."""
    if text.isascii():
        return "en"
    letters = sum(map(str.isalpha, text))
    return "ko" if letters and len(_HANGUL.findall(text)) * 5 >= letters else "en"
