"""A text as a pattern sees it: lower case, one form per character, Korean without spaces, with the way back to the text as written.

Full-width letters, zero-width characters and Hangul split into its letters (ㄴㅓ) come out as the ordinary words they stand for.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from assistant.domain.words import Language
from assistant.language.boundaries import unmarked_starts
from assistant.language.hangul import LEADS, TAILS, VOWELS, syllable
from assistant.language.typos import Mended, mended

Span = tuple[int, int]
"""(start, end) offsets into a text."""

_LETTERS = {chr(0x1100 + at): letter for at, letter in enumerate(LEADS)}
_LETTERS |= {chr(0x1161 + at): letter for at, letter in enumerate(VOWELS)}
_LETTERS |= {chr(0x11A8 + at): letter for at, letter in enumerate(TAILS[1:])}
"""Conjoining letters, as macOS and some disguises leave them, to the letters of the keyboard."""
_ORDINARY = re.compile(r"[ -~\n\t가-힣ㅏ-ㅣ]*(?:[ㄱ-ㅎ](?![ㅏ-ㅣ])[ -~\n\t가-힣ㅏ-ㅣ]*)*")
"""Text in which every character is itself: nothing to fold, join or hide."""
_BLANKS = frozenset("\u115f\u1160\u3164\uffa0")
"""Hangul letters that show nothing."""
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "…": ".", "—": "-", "–": "-"})


RUN_TOGETHER = 13
"""Letters of an English word that is rather several."""
Offsets = tuple[tuple[int, ...], tuple[int, ...]]
"""For each character of a surface where it starts and ends in the original."""


@dataclass(frozen=True, eq=False)
class Surface:
    """`text[i]` was made from the original's `starts[i]:ends[i]`, found out when they are asked for: most texts hold no phrase."""

    text: str
    way_back: Callable[[], Offsets]

    @cached_property
    def _offsets(self) -> Offsets:
        return self.way_back()

    @property
    def starts(self) -> tuple[int, ...]:
        return self._offsets[0]

    @property
    def ends(self) -> tuple[int, ...]:
        return self._offsets[1]

    def span(self, start: int, end: int) -> Span:
        """The original's offsets of `text[start:end]`, which must not be empty."""
        starts, ends = self._offsets
        return starts[start], ends[end - 1]


@lru_cache(maxsize=8192)
def surface(text: str, language: Language) -> Surface:
    """Korean loses its spaces; English keeps one between words. A full stop stands where nobody ended a sentence."""
    form = _surface(text, language)
    for start in reversed(unmarked_starts(text, language)):
        form = _ended(form, start)
    return form


def _ended(form: Surface, start: int) -> Surface:
    """With a full stop behind the word before the offset `start` of the text as written."""
    at = bisect_left(form.starts, start)
    at -= at > 0 and form.text[at - 1] == " "
    if at == 0:
        return form
    end = form.ends[at - 1]
    offsets = (*form.starts[:at], end, *form.starts[at:]), (*form.ends[:at], end, *form.ends[at:])
    return Surface(f"{form.text[:at]}.{form.text[at:]}", lambda: offsets)


def _surface(text: str, language: Language) -> Surface:
    mend = mended(text, language)
    plain = mend.text if mend.text.isascii() else mend.text.translate(_PLAIN)
    if _ORDINARY.fullmatch(plain):
        return Surface(_shown(plain, language), lambda: _written(_kept(plain, language), mend))
    out: list[tuple[str, int, int]] = []
    for shape, start, end in _clusters(_typed(mend.text)):
        if shape.isspace():
            if language == "en" and out and out[-1][0] != " ":
                out.append((" ", start, end))
            continue
        out.extend((char, start, end) for char in shape)
    offsets = tuple(start for _, start, _ in out), tuple(end for _, _, end in out)
    return Surface("".join(char for char, _, _ in out), lambda: _written(offsets, mend))


def _written(offsets: Offsets, mend: Mended) -> Offsets:
    """Of the text as written instead of the mended one."""
    if mend.starts is None or mend.ends is None:
        return offsets
    return tuple(mend.starts[at] for at in offsets[0]), tuple(mend.ends[at - 1] for at in offsets[1])


def _shown(text: str, language: Language) -> str:
    """The quick way for nearly all text."""
    if language == "ko":
        return "".join(text.split()).lower()
    shown = " ".join(text.split())
    return (f"{shown} " if shown and text[-1].isspace() else shown).lower()


def _kept(text: str, language: Language) -> Offsets:
    kept = [at for at, char in enumerate(text) if not char.isspace() or (language == "en" and at and not text[at - 1].isspace())]
    return tuple(kept), tuple(at + 1 for at in kept)


def _typed(text: str) -> str:
    """Every Hangul letter as the keyboard has it, half-width and conjoining ones too; of the same length."""
    if text.isascii():
        return text
    return "".join(_LETTERS.get(unicodedata.normalize("NFKC", char) if "\uffa0" < char <= "\uffdc" else char, char) for char in text)


def letters_of(text: str) -> str:
    """Letters and digits alone, case folded: what makes two sentences the same to a listener."""
    return "".join(filter(str.isalnum, text)).casefold()


@lru_cache(maxsize=4096)
def spoken_letters(text: str, language: Language) -> str:
    """The same as they are spelt: what was said is the same sentence, typos or not."""
    return letters_of(surface(text, language).text)


def squeezed(text: str) -> str:
    """Lower case, one form per character, no spaces at all."""
    return _squeezed_form(text).text


def stands_in(squeezed_words: str, text: str) -> bool:
    """Whether the words stand in the text, their letters together or apart: not from within one word on into the next ('listen to' holds no 'stent',
    '얘기 안' no '기안'), nor within a longer number. A Korean word may be the end of a longer one, an English one part of several run together."""
    form = _squeezed_form(text)
    at = form.text.find(squeezed_words)
    while at >= 0:
        start, end = form.span(at, at + len(squeezed_words))
        first, before = form.text[at], text[start - 1 : start]
        within = before.isalnum() and before.isdigit() == first.isdigit()
        if not within:
            return True
        word = text[:start].split(" ")[-1] + text[start:].split(" ")[0]
        if start + len(text[start:].split(" ")[0]) >= end and ("가" <= first <= "힣" or (first.isalpha() and len(word) >= RUN_TOGETHER)):
            return True
        at = form.text.find(squeezed_words, at + 1)
    return False


def _squeezed_form(text: str) -> Surface:
    if not text.isascii():
        return surface(text, "ko")
    return Surface("".join(text.split()).lower(), lambda: _not_blank(text))


def _not_blank(text: str) -> Offsets:
    kept = [at for at, char in enumerate(text) if not char.isspace()]
    return tuple(kept), tuple(at + 1 for at in kept)


def _clusters(text: str) -> Iterator[tuple[str, int, int]]:
    at = 0
    while at < len(text):
        end = at + 1
        if _shows_nothing(text[at]):
            at = end
            continue
        joined = _syllable(text, at)
        if joined:
            shape, end = joined
        else:
            while end < len(text) and unicodedata.combining(text[end]):
                end += 1
            raw = text[at:end]
            shape = raw if "ㄱ" <= raw <= "ㆎ" else unicodedata.normalize("NFKC", raw.translate(_PLAIN)).lower()
        yield shape, at, end
        at = end


def _syllable(text: str, at: int) -> tuple[str, int] | None:
    """A syllable typed as separate letters from `at` on; a consonant before a vowel belongs to the next one."""
    if text[at] not in LEADS:
        return None
    vowel = _next(text, at)
    if vowel >= len(text) or text[vowel] not in VOWELS:
        return None
    end, tail = vowel + 1, " "
    last = _next(text, vowel)
    if last < len(text) and text[last] in TAILS[1:]:
        after = _next(text, last)
        if after >= len(text) or text[after] not in VOWELS:
            tail, end = text[last], last + 1
    return syllable(text[at], text[vowel], tail), end


def _next(text: str, at: int) -> int:
    """The next offset after `at` that shows anything."""
    at += 1
    while at < len(text) and _shows_nothing(text[at]):
        at += 1
    return at


def _shows_nothing(char: str) -> bool:
    return char in _BLANKS or unicodedata.category(char) == "Cf"


def blanked(text: str, spans: Iterable[Span]) -> str:
    """With spaces in their place, so that offsets stay."""
    for start, end in spans:
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text
