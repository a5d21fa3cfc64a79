"""The door: in with a password or a link, known by a secret, out again; and those who guess."""

import pytest

from assistant.access import Directory, Doorkeeper
from assistant.access.directory import TERMINAL
from assistant.access.doorkeeper import digest
from assistant.access.throttle import FREE, FREE_FROM_ONE_ADDRESS, LONGEST_S
from assistant.domain.people import Person
from assistant.errors import InputError, NotFound
from assistant.ports import Accounts
from tests.access.people import GOOD, Clock, joined

HERE = "10.0.0.7"


def test_whoever_knows_the_password_is_known_by_the_secret(door: Doorkeeper, rep: Person) -> None:
    admitted = door.admit(" KIM@hangyeol.kr", GOOD, HERE)
    actor = door.who(admitted.secret)
    assert actor is not None
    assert (actor.id, actor.name, actor.roles, actor.teams, actor.everywhere) == (rep.id, "김보람", frozenset({"rep"}), rep.teams, False)


def test_every_login_has_a_secret_of_its_own_and_none_is_kept(door: Doorkeeper, rep: Person, accounts: Accounts) -> None:
    secrets = {door.admit(rep.login, GOOD, HERE).secret for _ in range(3)}
    assert len(secrets) == 3
    assert all(accounts.login(one) is None and accounts.login(digest(one)) is not None for one in secrets)


@pytest.mark.parametrize(
    ("login", "password"), [("kim@hangyeol.kr", "푸른 노새와 느린 국수"), ("nobody@hangyeol.kr", GOOD), ("", ""), ("kim@hangyeol.kr", "")]
)
def test_whoever_does_not_stays_out_with_one_sentence_for_all(door: Doorkeeper, rep: Person, login: str, password: str) -> None:
    with pytest.raises(InputError, match="login or password"):
        door.admit(login, password, HERE)


def test_a_password_typed_in_pieces_is_the_same_password(door: Doorkeeper, rep: Person) -> None:
    import unicodedata

    assert door.admit(rep.login, unicodedata.normalize("NFD", GOOD), HERE).person == rep


@pytest.mark.parametrize("secret", ["", "x", "한글"])
def test_a_secret_that_was_never_given_is_nobody_s(door: Doorkeeper, secret: str) -> None:
    assert door.who(secret) is None


def test_a_login_ends_by_leaving_only_in_that_browser(door: Doorkeeper, rep: Person) -> None:
    one, two = door.admit(rep.login, GOOD, HERE).secret, door.admit(rep.login, GOOD, HERE).secret
    door.leave(one)
    door.leave("never given")
    assert door.who(one) is None
    assert door.who(two) is not None


def test_a_login_ends_after_half_a_day_without_a_page_and_after_a_week_in_all(door: Doorkeeper, rep: Person, clock: Clock) -> None:
    idle = door.admit(rep.login, GOOD, HERE).secret
    clock.passes(hours=12)
    assert door.who(idle) is None
    used = door.admit(rep.login, GOOD, HERE).secret
    for _ in range(16):
        assert door.who(used) is not None
        clock.passes(hours=11)
    assert door.who(used) is None


def test_a_change_of_roles_counts_from_the_next_look(door: Doorkeeper, rep: Person, directory: Directory) -> None:
    secret = door.admit(rep.login, GOOD, HERE).secret
    directory.change(TERMINAL, rep.id, name=rep.name, roles=["trainer"], teams=["영업 2팀"])
    actor = door.who(secret)
    assert actor is not None
    assert actor.roles == {"trainer"}
    assert actor.teams.isdisjoint(rep.teams)


def test_somebody_who_was_switched_off_is_out_at_once_and_cannot_come_back(door: Doorkeeper, rep: Person, directory: Directory) -> None:
    secret = door.admit(rep.login, GOOD, HERE).secret
    directory.set_active(TERMINAL, rep.id, active=False)
    assert door.who(secret) is None
    with pytest.raises(InputError):
        door.admit(rep.login, GOOD, HERE)
    directory.set_active(TERMINAL, rep.id, active=True)
    assert door.who(secret) is None
    assert door.admit(rep.login, GOOD, HERE).person == rep


def test_a_link_counts_once_and_only_the_newest_and_for_three_days(door: Doorkeeper, directory: Directory, clock: Clock) -> None:
    person = directory.invite(TERMINAL, "lee@hangyeol.kr", "이나래", ["trainer"], [])
    first, second = door.link(person, "terminal"), door.link(person, "terminal")
    with pytest.raises(NotFound):
        door.invited(first)
    assert door.invited(second).name == "이나래"
    door.accept(second, GOOD)
    with pytest.raises(NotFound):
        door.accept(second, GOOD)
    third = door.link(person, "terminal")
    clock.passes(days=3)
    with pytest.raises(NotFound):
        door.accept(third, GOOD)


def test_a_weak_password_does_not_use_the_link_up(door: Doorkeeper, directory: Directory) -> None:
    person = directory.invite(TERMINAL, "lee@hangyeol.kr", "이나래", ["rep"], [])
    link = door.link(person, "terminal")
    with pytest.raises(InputError, match="too short"):
        door.accept(link, "1234")
    assert door.accept(link, GOOD).person.joined


def test_a_new_password_by_link_ends_every_login_and_lifts_the_wait(door: Doorkeeper, rep: Person) -> None:
    secret = door.admit(rep.login, GOOD, HERE).secret
    for _ in range(FREE):
        with pytest.raises(InputError):
            door.admit(rep.login, "wrong wrong", HERE)
    door.accept(door.link(rep, "terminal"), "다른 노새와 붉은 국수")
    assert door.who(secret) is None
    assert door.admit(rep.login, "다른 노새와 붉은 국수", HERE).person.id == rep.id


def test_a_password_is_changed_by_whoever_knows_the_old_one_and_every_other_browser_is_out(door: Doorkeeper, rep: Person) -> None:
    here, there = door.admit(rep.login, GOOD, HERE).secret, door.admit(rep.login, GOOD, HERE).secret
    with pytest.raises(InputError, match="present password"):
        door.change_password(rep.actor(), "wrong wrong", "다른 노새와 붉은 국수")
    after = door.change_password(rep.actor(), GOOD, "다른 노새와 붉은 국수").secret
    assert (door.who(here), door.who(there)) == (None, None)
    assert door.who(after) is not None


def test_after_five_failures_even_the_right_password_waits_a_little_and_then_longer(door: Doorkeeper, rep: Person, clock: Clock) -> None:
    for _ in range(FREE):
        with pytest.raises(InputError, match="not right"):
            door.admit(rep.login, "wrong wrong", HERE)
    with pytest.raises(InputError, match="1 minute"):
        door.admit(rep.login, GOOD, HERE)
    clock.passes(seconds=31)
    with pytest.raises(InputError, match="not right"):
        door.admit(rep.login, "wrong wrong", HERE)
    clock.passes(seconds=31)
    with pytest.raises(InputError, match="Try again in 1 minute"):
        door.admit(rep.login, GOOD, HERE)
    clock.passes(seconds=30)
    assert door.admit(rep.login, GOOD, HERE).person == rep


def test_nobody_is_locked_out_for_longer_than_a_quarter_of_an_hour(door: Doorkeeper, rep: Person, clock: Clock) -> None:
    for _ in range(30):
        with pytest.raises(InputError):
            door.admit(rep.login, "wrong wrong", "")
        clock.passes(seconds=LONGEST_S)
    assert door.admit(rep.login, GOOD, "").person == rep


def test_one_address_that_tries_many_accounts_waits_too(door: Doorkeeper, rep: Person) -> None:
    for number in range(FREE_FROM_ONE_ADDRESS):
        with pytest.raises(InputError, match="not right"):
            door.admit(f"nobody{number}@hangyeol.kr", "wrong wrong", HERE)
    with pytest.raises(InputError, match="Try again"):
        door.admit(rep.login, GOOD, HERE)
    assert door.admit(rep.login, GOOD, "10.0.0.8").person == rep


def test_what_happened_at_the_door_is_kept_without_a_password_or_secret(door: Doorkeeper, directory: Directory, accounts: Accounts) -> None:
    admin = joined(directory, door, "boss@hangyeol.kr", "박한결", ["admin"], [])
    with pytest.raises(InputError):
        door.admit(admin.login, "wrong wrong", HERE)
    secret = door.admit(admin.login, GOOD, HERE).secret
    door.leave(secret)
    kept = accounts.audited(20)
    assert [one.action for one in kept][:3] == ["logged_out", "logged_in", "login_failed"]
    assert {"person_invited", "link_made", "password_set"} <= {one.action for one in kept}
    written = repr(kept)
    assert not any(word in written for word in (GOOD, "wrong wrong", secret, digest(secret)))
