"""Personal data in what people write: resident and phone numbers, cards, bank accounts, e-mail. Hidden before anything is kept or sent.

Our own expressions after per-character normalisation: ready-made recognisers leave Korean numbers out or off by default. A hidden character is
replaced by one character, so every offset into the text stays true.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from assistant.domain.conversation import Personal
from assistant.domain.words import Language

HIDDEN = "•"
_DIGITS_SAID = "공영일이삼사오육륙칠팔구"
_DASHES = "‐‑‒–—−－~·"
_GAP = r"[-. )]{0,2}"

_E_MAIL = re.compile(r"[A-Za-z0-9._%+-]+\s?@\s?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_RESIDENT = re.compile(r"(?<!\d)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\s?-?\s?[1-8]\d{6}(?!\d)")
_SOCIAL = re.compile(r"(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])")
_MOBILE = re.compile(rf"(?<![\d.])(?:\+?82{_GAP}\(?0?\)?{_GAP}1|01)[016789]{_GAP}\d{{3,4}}{_GAP}\d{{4}}(?!\d)")
_LANDLINE = re.compile(rf"(?<![\d.-])(?:\+?82{_GAP}|\(?0)(?:2|[3-6]\d|70|50\d?){_GAP}\d{{3,4}}[-. ]\d{{4}}(?!\d)")
_ABROAD = re.compile(
    r"(?<![\d.])(?:\+?1[-. ]?)?(?:\(\d{3}\)\s?|\d{3}[-. ])\d{3}[-. ]\d{4}(?![\d-])|\+(?!82)\d{1,3}(?:[-. ]?\(?\d{1,4}\)?){3,5}(?!\d)"
)
_SPELLED = re.compile(rf"[공영]\s?일\s?[공영일육륙칠팔구](?:[\s-]*[{_DIGITS_SAID}]){{8}}")
_CARD = re.compile(r"(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)")
_ACCOUNT = re.compile(r"(?<![\d-])\d(?:-?\d){9,15}(?![\d-])")
_ACCOUNT_WORDS = re.compile(
    r"계좌|은행|입금|송금|이체|예금주|농협|신협|수협|새마을금고|우체국|뱅크|\baccount|\bIBAN\b|\bbank\b|\bwire\b", re.IGNORECASE
)
_IBAN = re.compile(r"(?<![A-Za-z0-9])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?(?![A-Za-z0-9])")
SURNAMES = "김이박최정강조윤장임한오서신권황안송류유홍전고문손양배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길"
_RANK = r"(?:매니저|팀장|과장|대리|차장|부장|컨설턴트|실장|담당자?)"
_INTRODUCED: dict[Language, re.Pattern[str]] = {
    "ko": re.compile(
        rf"(?:^|(?<=\s))(?P<name>[{SURNAMES}][가-힣]{{2}})(?:\s?{_RANK})?\s?(?:입니다|이에요|예요|(?:이)?라고 (?:합니다|해요))", re.MULTILINE
    ),
    "en": re.compile(
        r"(?:\b[Mm]y name(?:'s| is)|\b[Tt]his is|\bI(?:'m| am))\s+(?P<name>[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)(?=\s(?:from|with|at|of|here)\b|[,.!]|$)"
    ),
}
"""How people say who they are: in Korean a surname and two syllables before the verb."""
NEAR_CHARS = 30
"""How near a word about money in the bank must stand to a number for it to be an account."""


def masked(text: str) -> str:
    """The text with personal data hidden: the same length, separators and everything else as they were."""
    return hidden_in(text)[0]


def hidden_in(text: str) -> tuple[str, Counter[Personal]]:
    """The same, and how many of each kind there were."""
    places: set[int] = set()
    kinds: Counter[Personal] = Counter()
    for kind, start, end in _found(_plain(text)):
        if start not in places:
            kinds[kind] += 1
        places.update(range(start, end))
    if not places:
        return text, kinds
    return "".join(HIDDEN if at in places and (char.isalnum() or char == "@") else char for at, char in enumerate(text)), kinds


def without_own_name(text: str, said: Iterable[str], language: Language) -> str:
    """The text with the name hidden by which whoever `said` these words introduced themselves; offsets stay true."""
    names = {found["name"] for words in said for found in _INTRODUCED[language].finditer(words)}
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, HIDDEN * len(name))
    return text


def _found(plain: str) -> Iterator[tuple[Personal, int, int]]:
    for kind, pattern, is_it in _KINDS:
        yield from ((kind, one.start(), one.end()) for one in pattern.finditer(plain) if is_it is None or is_it(one))


def _plain(text: str) -> str:
    """Full-width letters and digits as ordinary ones, dashes as hyphens; one character for each."""
    if text.isascii():
        return text
    wide = (unicodedata.normalize("NFKC", char) for char in text)
    return "".join("-" if raw in _DASHES else char if len(char) == 1 else raw for raw, char in zip(text, wide, strict=True))


def _adds_up(found: re.Match[str]) -> bool:
    """Luhn's check: every card number passes it, one in ten other numbers does."""
    digits = [int(char) for char in reversed(found.group()) if char.isdigit()]
    doubled = (digit * 2 - 9 * (digit > 4) if at % 2 else digit for at, digit in enumerate(digits))
    return sum(doubled) % 10 == 0


def _of_a_bank(found: re.Match[str]) -> bool:
    around = found.string[max(0, found.start() - NEAR_CHARS) : found.end() + NEAR_CHARS]
    return bool(_ACCOUNT_WORDS.search(around))


_KINDS: tuple[tuple[Personal, re.Pattern[str], Callable[[re.Match[str]], bool] | None], ...] = (
    ("e_mail", _E_MAIL, None),
    ("resident", _RESIDENT, None),
    ("other_id", _SOCIAL, None),
    ("phone", _MOBILE, None),
    ("phone", _LANDLINE, None),
    ("phone", _ABROAD, None),
    ("phone", _SPELLED, None),
    ("account", _IBAN, None),
    ("card", _CARD, _adds_up),
    ("account", _ACCOUNT, _of_a_bank),
)
"""What is hidden; a number that fits two kinds counts as the first."""
