"""Passwords: what is refused and why, what is let in, and that nothing readable is kept."""

import pytest

from assistant.access import Passwords
from assistant.errors import InputError
from tests.access.people import GOOD


@pytest.mark.parametrize("password", ["", "짧다", "ninechars"])
def test_a_short_one_is_refused(passwords: Passwords, password: str) -> None:
    with pytest.raises(InputError, match="too short"):
        passwords.hashed(password)


@pytest.mark.parametrize("password", ["password123", "1234567890", "qwertyuiop", "aaaaaaaaaaaa", "hangyeol.kr", "boram.kim1", "maju maju maju"])
def test_a_common_one_or_one_made_of_what_everybody_knows_is_refused(passwords: Passwords, password: str) -> None:
    with pytest.raises(InputError, match="easy to guess"):
        passwords.hashed(password, ("Boram Kim", "boram.kim@hangyeol.kr"))


@pytest.mark.parametrize(
    "password",
    [GOOD, "slow mule blue noodle", "x7!kQ p2zL9w", "  spaces around are kept  ", "나무꾼과 선녀탕 옆 국밥집", "🙂🐢 낙타의 긴 우산"],
)
def test_a_long_one_of_any_characters_is_let_in(passwords: Passwords, password: str) -> None:
    kept = passwords.hashed(password)
    assert passwords.fits(password, kept)
    assert not passwords.fits(password + "x", kept)
    assert password not in kept
    assert kept.startswith("$argon2id$")


def test_one_that_never_ends_is_refused(passwords: Passwords) -> None:
    with pytest.raises(InputError, match="256"):
        passwords.hashed("slow mule " * 30)
    assert not passwords.fits("x" * 1_000_000, passwords.hashed(GOOD))


def test_the_same_password_is_kept_differently_each_time(passwords: Passwords) -> None:
    assert passwords.hashed(GOOD) != passwords.hashed(GOOD)


@pytest.mark.parametrize("kept", [None, "", "no hash"])
def test_nothing_fits_where_nothing_is_kept(passwords: Passwords, kept: str | None) -> None:
    assert not passwords.fits("nobody has this password", kept)
