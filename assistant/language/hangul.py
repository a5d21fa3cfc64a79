"""How Hangul syllables are put together from their letters, as Unicode counts them off."""

LEADS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
TAILS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"


def syllable(lead: str, vowel: str, tail: str = " ") -> str:
    """'ㅎ', 'ㅏ', 'ㄴ' -> '한'."""
    return chr(0xAC00 + (LEADS.index(lead) * len(VOWELS) + VOWELS.index(vowel)) * len(TAILS) + TAILS.index(tail))


def ending_in(tail: str) -> str:
    """Every syllable that ends in this consonant, in order."""
    return "".join(syllable(lead, vowel, tail) for lead in LEADS for vowel in VOWELS)
