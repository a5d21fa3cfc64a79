"""English numbers said in several words ('sixty-five million', 'eight hundred and fifty') as digits, so that no figure hides in letters."""

import re

_UNITS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_VALUES = {word: at for at, word in enumerate(_UNITS, 1)} | {word: at * 10 for at, word in enumerate(_TENS, 2)}
_POWERS = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_WORD = "|".join(sorted((*_VALUES, *_POWERS), key=len, reverse=True))
_RUN = re.compile(rf"\b(?:{_WORD})(?:(?:[\s-]+(?:and\s+)?)(?:{_WORD}))+\b", re.IGNORECASE)


def spelt_out(text: str) -> str:
    """Runs of two or more number words become digits; a single one stays as it is."""
    return _RUN.sub(lambda run: str(_value(re.findall(_WORD, run.group().lower()))), text)


def _value(words: list[str]) -> int:
    total = block = 0
    for word in words:
        if word in _VALUES:
            block += _VALUES[word]
        elif word == "hundred":
            block = (block or 1) * 100
        else:
            total += (block or 1) * _POWERS[word]
            block = 0
    return total + block
