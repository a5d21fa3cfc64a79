"""Korean particles and endings after a word that is only known when it is said: '2주라고', '3개월이라고'. Pure."""

_ENDS_IN_CONSONANT = frozenset("013678")
"""Digits whose Korean names end in a consonant (영, 일, 삼, 육, 칠, 팔)."""
_LATIN = frozenset("lmnr")


def after(word: str, consonant: str, vowel: str) -> str:
    """The word with the form that fits its last sound."""
    return word + (consonant if ends_in_consonant(word) else vowel)


def ends_in_consonant(word: str) -> bool:
    last = next((char for char in reversed(word.casefold()) if char.isalnum() or char == "%"), "")
    if "가" <= last <= "힣":
        return (ord(last) - ord("가")) % 28 > 0
    return last in _ENDS_IN_CONSONANT or last in _LATIN
