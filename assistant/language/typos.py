"""Spellings a hurried thumb leaves behind, one syllable for one, so that offsets stay what they were."""

_SYLLABLES = str.maketrans({"셧": "셨", "겟": "겠", "겄": "겠", "엇": "었", "됬": "됐", "됫": "됐", "엿": "였", "햇": "했"})
_KEEP = ("햇볕", "햇빛", "햇살", "엿먹", "무엇")


def mended(text: str) -> str:
    """The text with such syllables as they are spelt ('하셧으니' -> '하셨으니'), of the same length. Korean only."""
    if not any(ord(char) in _SYLLABLES for char in text):
        return text
    fixed = list(text.translate(_SYLLABLES))
    for word in _KEEP:
        at = text.find(word)
        while at >= 0:
            fixed[at : at + len(word)] = word
            at = text.find(word, at + 1)
    return "".join(fixed)
