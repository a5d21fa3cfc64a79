"""A text as its writer would spell it with time and a dictionary: hurried thumbs, missing apostrophes, endings of a dialect.

Nobody's words are corrected on any screen; patterns and analysis see the mended text and find their way back to what was written.
"""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from spellchecker import SpellChecker

from assistant.data_file import read_yaml
from assistant.domain.words import Language
from assistant.language.glimpse import Glimpse
from assistant.language.hangul import ending_in

_ENDINGS = Path(__file__).parents[2] / "knowledge" / "language" / "endings.ko.yaml"
_SYLLABLES = str.maketrans({"셧": "셨", "겟": "겠", "겄": "겠", "엇": "었", "됬": "됐", "됫": "됐", "엿": "였", "햇": "했"})
_HURRIED = re.compile(f"[{''.join(map(chr, _SYLLABLES))}]")
_KEEP = ("햇볕", "햇빛", "햇살", "엿먹", "무엇")
_END = r"(?=$|[\s.,!?~…ㅎㅋㅠㅜ^;:)\"'])"
_FINALS = ("ㄹ", "ㅂ")
GLIMPSED = 2
"""Characters of a spelling by which it is ruled out at a glance."""
_WORD = re.compile(r"[a-z](?<![\w'’@/.-].)[a-z]+(?![\w'’@/-]|\.\w)")
_CONTRACTED = {
    word.replace("'", ""): word
    for word in (
        "don't doesn't didn't isn't aren't wasn't weren't can't couldn't won't wouldn't shouldn't hasn't haven't hadn't i'm i've you're you've you'll"
        " they're they've they'll we've that's what's there's here's it'll that'll let's who's where's how's"
    ).split()
    if word.replace("'", "") not in {"lets", "whos"}
}
"""How they are typed without the apostrophe."""
COMMON_SWAP, COMMON_EDIT = 20_000, 40_000
"""How often (in 1.6 billion words) a word must be met for a misspelling to be taken for it: two letters swapped; a letter more, less or other."""
LONG_ENOUGH = 5
"""Letters from which on a word may be misspelt by more than two letters that changed places."""


@dataclass(frozen=True, slots=True)
class Mended:
    """`text[i]` stands for the original's `starts[i]:ends[i]`; both None where no offset moved."""

    text: str
    starts: tuple[int, ...] | None = None
    ends: tuple[int, ...] | None = None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original's offsets of `text[start:end]`."""
        if self.starts is None or self.ends is None:
            return start, end
        if start == end:
            at = self.starts[start] if start < len(self.starts) else self.ends[-1]
            return at, at
        return self.starts[start], self.ends[end - 1]


@lru_cache(maxsize=8192)
def mended(text: str, language: Language) -> Mended:
    """The text with its words as they are spelt, and the way back."""
    return _korean(text) if language == "ko" else _english(text)


def _korean(text: str) -> Mended:
    made, place = Mended(_with_syllables(text)), -1
    may = _glimpse().possible(made.text)
    while coming := [one for one in may if one > place]:
        place = min(coming)
        said, means = _endings()[place]
        changes = [(match.start(), match.end(), means) for match in said.finditer(made.text)]
        if changes:
            made = _changed(made, changes)
            may = _glimpse().possible(made.text)
    return made


def _with_syllables(text: str) -> str:
    """'하셧으니' -> '하셨으니', of the same length."""
    if not _HURRIED.search(text):
        return text
    fixed = list(text.translate(_SYLLABLES))
    for word in _KEEP:
        at = text.find(word)
        while at >= 0:
            fixed[at : at + len(word)] = word
            at = text.find(word, at + 1)
    return "".join(fixed)


@cache
def _endings() -> tuple[tuple[re.Pattern[str], str], ...]:
    rows: list[dict[str, str]] = read_yaml(_ENDINGS)
    return tuple((re.compile(_spelt(row["said"])), row["means"]) for row in rows)


@cache
def _glimpse() -> Glimpse:
    written = [said.pattern for said, _ in _endings()]
    return Glimpse(written, written, GLIMPSED, at_words=False)


def _spelt(pattern: str) -> str:
    for final in _FINALS:
        pattern = pattern.replace(f"{{{final}}}", f"[{ending_in(final)}]")
    return pattern.replace("{end}", _END)


def _english(text: str) -> Mended:
    written = _WORD.findall(text)
    if list(map(_meant, written)) == written:
        return Mended(text)
    words = ((match, _meant(match.group())) for match in _WORD.finditer(text))
    return _changed(Mended(text), [(match.start(), match.end(), meant) for match, meant in words if meant != match.group()])


@lru_cache(maxsize=65536)
def _meant(word: str) -> str:
    """The word itself when the dictionary has it, or when nothing common is near."""
    if word in _CONTRACTED:
        return _CONTRACTED[word]
    known = _dictionary()
    if word in known or len(word) < 3:
        return word
    swapped = {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)}
    best = max(swapped, key=lambda one: known[one])
    if known[best] >= COMMON_SWAP:
        return best
    if len(word) < LONG_ENOUGH:
        return word
    near = max(known.candidates(word) or {word}, key=lambda one: (known[one], one))
    return near if known[near] >= COMMON_EDIT and not _spelt_elsewhere(word, near) else word


def _spelt_elsewhere(word: str, near: str) -> bool:
    """British beside American: 'realise'."""
    return word.replace("is", "iz").replace("ys", "yz").replace("our", "or").replace("ence", "ense") == near.replace("is", "iz")


@cache
def _dictionary() -> SpellChecker:
    return SpellChecker(distance=1)


def _changed(made: Mended, changes: list[tuple[int, int, str]]) -> Mended:
    """With these stretches replaced; each new character stands for its share of the old ones."""
    text, starts, ends, at = "", list[int](), list[int](), 0
    for start, end, new in [*changes, (len(made.text), len(made.text), "")]:
        text += made.text[at:start]
        starts += [made.span(place, place + 1)[0] for place in range(at, start)]
        ends += [made.span(place, place + 1)[1] for place in range(at, start)]
        if new:
            begun, over = made.span(start, end)
            text += new
            starts += [begun + place * (over - begun) // len(new) for place in range(len(new))]
            ends += [max(begun + 1, begun + (place + 1) * (over - begun) // len(new)) for place in range(len(new))]
        at = end
    return Mended(text, tuple(starts), tuple(ends))
