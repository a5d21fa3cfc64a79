"""How an attacker writes so that a list of words does not know it, and a reader still does: each keeps every letter of the text."""

import unicodedata
from collections.abc import Callable
from itertools import cycle

from assistant.language.hangul import LEADS, TAILS, VOWELS

LOOK_ALIKES = str.maketrans("aceiopxyABCEHKMOPTX", "асеіорхуАВСЕНКМОРТХ")
"""Latin letters, and Cyrillic ones that look the same."""
FIRST, TAILS_OF, VOWELS_OF = ord("가"), 28, 21


def keyboard_letters(text: str) -> str:
    """Hangul as its keys are struck (ㄴㅏ); other letters joined by hyphens."""
    if not any("가" <= char <= "힣" for char in text):
        return "-".join(text)
    return "".join(_keys(char) for char in unicodedata.normalize("NFC", text))


def _keys(char: str) -> str:
    if not "가" <= char <= "힣":
        return char
    at = ord(char) - FIRST
    tail = TAILS[at % TAILS_OF]
    return LEADS[at // TAILS_OF // VOWELS_OF] + VOWELS[at // TAILS_OF % VOWELS_OF] + ("" if tail == " " else tail)


def full_width(text: str) -> str:
    return "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)


def decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def mixed(text: str) -> str:
    """Every word in another script or form."""
    ways: cycle[Callable[[str], str]] = cycle((str, full_width, lambda word: word.translate(LOOK_ALIKES), decomposed, "\u200b".join, str.swapcase))
    return " ".join(way(word) for way, word in zip(ways, text.split(), strict=False))


INTO: dict[str, Callable[[str], str]] = {
    "as written": str,
    "in jamo": keyboard_letters,
    "full-width": full_width,
    "zero-width": "\u200b".join,
    "mixed script": mixed,
    "decomposed": decomposed,
    "letter by letter": " ".join,
}
"""Ways to write an attack."""
