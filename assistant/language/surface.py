"""A text as a pattern sees it: lower case, one form per character, Korean without spaces, with the way back to the text as written.

Full-width letters, zero-width characters and Hangul split into its letters (ㄴㅓ) come out as the ordinary words they stand for.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

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
_ORDINARY = re.compile(r"[ -~\n\t가-힣]*")
"""Text in which every character is itself: nothing to fold, join or hide."""
_BLANKS = frozenset("\u115f\u1160\u3164\uffa0")
"""Hangul letters that show nothing."""
_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "…": ".", "—": "-", "–": "-"})


@dataclass(frozen=True, slots=True)
class Surface:
    """`text[i]` was made from the original's `starts[i]:ends[i]`."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The original's offsets of `text[start:end]`, which must not be empty."""
        return self.starts[start], self.ends[end - 1]


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
    return Surface(f"{form.text[:at]}.{form.text[at:]}", (*form.starts[:at], end, *form.starts[at:]), (*form.ends[:at], end, *form.ends[at:]))


def _surface(text: str, language: Language) -> Surface:
    mend = mended(text, language)
    if _ORDINARY.fullmatch(text):
        return _written(_ordinary(mend.text, language), mend)
    out: list[tuple[str, int, int]] = []
    for shape, start, end in _clusters(_typed(mend.text)):
        if shape.isspace():
            if language == "en" and out and out[-1][0] != " ":
                out.append((" ", start, end))
            continue
        out.extend((char, start, end) for char in shape)
    return _written(Surface("".join(char for char, _, _ in out), tuple(start for _, start, _ in out), tuple(end for _, _, end in out)), mend)


def _written(form: Surface, mend: Mended) -> Surface:
    """The form with its way back to the text as written."""
    if mend.starts is None or mend.ends is None:
        return form
    return Surface(form.text, tuple(mend.starts[at] for at in form.starts), tuple(mend.ends[at - 1] for at in form.ends))


def _ordinary(text: str, language: Language) -> Surface:
    """The quick way for nearly all text."""
    kept = [at for at, char in enumerate(text) if not char.isspace() or (language == "en" and at and not text[at - 1].isspace())]
    if language == "ko":
        shown = "".join(text.split())
    else:
        shown = " ".join(text.split()) + (" " if text and text[-1].isspace() and kept and not text.isspace() else "")
    return Surface(shown.lower(), tuple(kept), tuple(at + 1 for at in kept))


def _typed(text: str) -> str:
    """Every Hangul letter as the keyboard has it, half-width and conjoining ones too; of the same length."""
    if text.isascii():
        return text
    return "".join(_LETTERS.get(unicodedata.normalize("NFKC", char) if "\uffa0" < char <= "\uffdc" else char, char) for char in text)


def letters_of(text: str) -> str:
    """Letters and digits alone, case folded: what makes two sentences the same to a listener."""
    return "".join(filter(str.isalnum, text)).casefold()


def spoken_letters(text: str, language: Language) -> str:
    """The same as they are spelt: what was said is the same sentence, typos or not."""
    return letters_of(surface(text, language).text)


def squeezed(text: str) -> str:
    """Lower case, one form per character, no spaces at all."""
    return surface(text, "ko").text


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
