"""Passwords by OWASP ASVS 5.0, chapter 6: long ones, any characters, none that is common or made of what everybody knows about the person.

The only module that imports argon2 and zxcvbn. No rule asks for digits or signs, and none expires: such rules make worse passwords (6.2.5, 6.2.10).
"""

import re
import unicodedata
from base64 import b64encode
from collections.abc import Sequence
from os import urandom

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from argon2.low_level import ARGON2_VERSION

from assistant.errors import InputError

SHORTEST, LONGEST = 10, 256
"""Characters. ASVS 6.2.1 wants at least 8 and 6.2.9 that 64 are allowed; the upper bound keeps hashing quick."""
OF_ONES_OWN = 6
"""Characters that must not come from names, logins and the like (6.2.11)."""
WEAKEST = 2
"""zxcvbn's 0-4: below this, fewer than a hundred million guesses find it."""


class Passwords:
    """argon2id with the library's present parameters; `check` re-hashes nothing, it only says yes or no."""

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher()
        self._nobody = _of_nobody(self._hasher)

    def hashed(self, password: str, known: Sequence[str] = ()) -> str:
        """`known`: what everybody knows about the person (name, login, team). Raises InputError for a password that should not be used."""
        _require_strong(password, known)
        return self._hasher.hash(_normal(password))

    def fits(self, password: str, kept: str | None) -> bool:
        """Takes as long for somebody who is not there (`kept` None) as for somebody who is."""
        try:
            found = self._hasher.verify(kept or self._nobody, _normal(password[: LONGEST + 1]))
        except (VerificationError, InvalidHashError):
            return False
        return found and bool(kept)


def _of_nobody(hasher: PasswordHasher) -> str:
    """In argon2's own form, salt and hash by chance: to check against it takes as long as against anybody's, to make it takes nothing."""
    salt, kept = (b64encode(urandom(length)).decode().rstrip("=") for length in (hasher.salt_len, hasher.hash_len))
    settings = f"m={hasher.memory_cost},t={hasher.time_cost},p={hasher.parallelism}"
    return f"$argon2{hasher.type.name.lower()}$v={ARGON2_VERSION}${settings}${salt}${kept}"


def _normal(password: str) -> str:
    """One form for what two keyboards type differently (Hangul in pieces on a Mac)."""
    return unicodedata.normalize("NFC", password)


def _left_of(password: str, known: Sequence[str]) -> int:
    """Letters, digits and signs that are left of a password when everything known is struck out of it."""
    words = {part for one in (*known, "maju", "마주") for part in (one.lower(), *re.split(r"[\s@.]+", one.lower()))}
    left = password.lower()
    for word in sorted(words, key=len, reverse=True):
        if len(word) > 1:
            left = left.replace(word, "")
    return len(re.sub(r"[\s.@_-]", "", left))


def _require_strong(password: str, known: Sequence[str]) -> None:
    if len(password) < SHORTEST:
        raise InputError(
            ko=f"비밀번호가 너무 짧아요. {SHORTEST}자 이상으로, 낱말 서너 개를 이어 붙이면 외우기 쉬워요.",
            en=f"The password is too short. Use at least {SHORTEST} characters; three or four words in a row are easy to keep in mind.",
        )
    if len(password) > LONGEST:
        raise InputError(ko=f"비밀번호는 {LONGEST}자까지 쓸 수 있어요.", en=f"A password has at most {LONGEST} characters.")
    from zxcvbn import zxcvbn

    if _left_of(password, known) < OF_ONES_OWN or zxcvbn(password[:72])["score"] < WEAKEST:
        raise InputError(
            ko="짐작하기 쉬운 비밀번호예요. 이름, 회사, 흔한 말이 아닌 낱말 서너 개를 이어 붙여 보세요.",
            en="That password is easy to guess. Put three or four words together that are not names, the company or common sayings.",
        )
