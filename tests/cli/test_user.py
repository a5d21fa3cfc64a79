"""`maju user`: accounts from the terminal."""

import re

import pytest

from tests.cli.conftest import Maju

LINK = re.compile(r"^http://127\.0\.0\.1:8501/welcome\?link=[\w-]{40,}$")


def rows(maju: Maju) -> list[list[str]]:
    return [line.split("\t") for line in maju("user", "list").out.splitlines()]


def test_somebody_is_invited_changed_switched_off_and_on(maju: Maju) -> None:
    added = maju("user", "add", "Kim@hangyeol.kr", "--name", "김보람", "--role", "rep", "--role", "trainer", "--team", "영업 1팀")
    assert added.status == 0
    assert LINK.match(added.out.strip())
    assert rows(maju) == [["kim@hangyeol.kr", "김보람", "아직 들어오지 않음", "rep trainer", "영업 1팀"]]
    assert maju("user", "change", "kim@hangyeol.kr", "--role", "manager").status == 0
    assert rows(maju)[0][3:] == ["manager", "영업 1팀"]
    assert maju("user", "off", "kim@hangyeol.kr").status == 0
    assert rows(maju)[0][2] == "사용 중지"
    assert maju("user", "on", "kim@hangyeol.kr").status == 0
    assert rows(maju)[0][2] == "아직 들어오지 않음"


def test_a_new_link_is_another_one_and_has_the_address_that_was_named(maju: Maju) -> None:
    first = maju("user", "add", "kim@hangyeol.kr", "--name", "김보람").out
    again = maju("user", "link", "kim@hangyeol.kr", "--url", "https://maju.hangyeol.kr/").out
    assert again.startswith("https://maju.hangyeol.kr/welcome?link=")
    assert again.rpartition("=")[2] != first.rpartition("=")[2]


@pytest.mark.parametrize(
    "arguments",
    [
        ("add", "no login", "--name", "김보람"),
        ("add", "kim@hangyeol.kr", "--name", " "),
        ("add", "kim@hangyeol.kr", "--name", "김보람", "--role", "boss"),
        ("off", "nobody@hangyeol.kr"),
        ("link", "nobody@hangyeol.kr"),
        ("change", "nobody@hangyeol.kr", "--role", "rep"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_changes_nothing(maju: Maju, arguments: tuple[str, ...]) -> None:
    ran = maju("user", *arguments)
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert rows(maju) == []
