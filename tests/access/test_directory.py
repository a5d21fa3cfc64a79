"""Who belongs here: invited and changed by admins only, seen by whoever their role lets."""

import pytest

from assistant.access import Directory, Doorkeeper
from assistant.access.directory import TERMINAL
from assistant.domain.people import Person, Role
from assistant.errors import InputError, NotAllowed, NotFound
from tests.access.people import joined


@pytest.fixture
def admin(directory: Directory, door: Doorkeeper) -> Person:
    return joined(directory, door, "boss@hangyeol.kr", "박한결", ["admin"], [])


def test_there_is_one_first_admin_until_an_admin_has_set_a_password(directory: Directory, door: Doorkeeper) -> None:
    first = directory.first_admin("관리자")
    assert first is not None
    assert (first.login, first.roles, first.joined) == ("admin", frozenset({"admin"}), False)
    assert directory.first_admin("관리자") == first
    joined(directory, door, "boss@hangyeol.kr", "박한결", ["admin"], [])
    assert directory.first_admin("관리자") is None


def test_an_invited_person_is_there_with_teams_made_on_the_way(directory: Directory, admin: Person) -> None:
    one = directory.invite(admin.actor(), "Kim@Hangyeol.kr ", "  김  보람 ", ["rep", "trainer"], ["영업 1팀", " 영업  1팀", "서울"])
    two = directory.invite(admin.actor(), "lee@hangyeol.kr", "이나래", ["rep"], ["영업 1팀"])
    assert (one.login, one.name, one.joined, one.active) == ("kim@hangyeol.kr", "김 보람", False, True)
    assert [team.name for team in directory.teams(admin.actor())] == ["서울", "영업 1팀"]
    assert len(one.teams) == 2
    assert two.teams < one.teams
    assert directory.by_login(TERMINAL, "KIM@hangyeol.kr") == one


@pytest.mark.parametrize(
    ("login", "name", "roles", "teams"),
    [
        ("kim", " ", ["rep"], []),
        ("k m", "김", ["rep"], []),
        ("kim@", "김", ["rep"], []),
        ("kim@a", "김", [], []),
        ("kim@a", "김", ["owner"], []),
        ("kim@a", "김", ["rep"], [" "]),
        ("kim@a", "김" * 61, ["rep"], []),
        ("boss@hangyeol.kr", "김", ["rep"], []),
    ],
)
def test_what_cannot_be_an_account_leaves_nothing_behind(
    directory: Directory, admin: Person, login: str, name: str, roles: list[Role], teams: list[str]
) -> None:
    with pytest.raises(InputError):
        directory.invite(admin.actor(), login, name, roles, teams)
    assert directory.people(admin.actor()) == (admin,)


def test_the_last_admin_stays(directory: Directory, admin: Person) -> None:
    with pytest.raises(InputError, match="last admin"):
        directory.set_active(admin.actor(), admin.id, active=False)
    with pytest.raises(InputError, match="last admin"):
        directory.change(admin.actor(), admin.id, name="박한결", roles=["rep"], teams=[])
    other = directory.invite(admin.actor(), "two@hangyeol.kr", "둘", ["admin"], [])
    directory.set_active(other.actor(), admin.id, active=False)
    assert not next(one for one in directory.people(other.actor()) if one.id == admin.id).active


@pytest.mark.parametrize("role", ["rep", "manager", "trainer"])
def test_nobody_else_changes_anything(directory: Directory, door: Doorkeeper, admin: Person, role: Role) -> None:
    person = joined(directory, door, "kim@hangyeol.kr", "김보람", [role], ["영업 1팀"])
    actor = person.actor()
    with pytest.raises(NotAllowed):
        directory.invite(actor, "new@hangyeol.kr", "새", ["admin"], [])
    with pytest.raises(NotAllowed):
        directory.change(actor, person.id, name="김보람", roles=["admin"], teams=[])
    with pytest.raises(NotAllowed):
        directory.set_active(actor, admin.id, active=False)
    with pytest.raises(NotAllowed):
        directory.by_login(actor, "boss@hangyeol.kr")


def test_managers_see_their_own_teams_and_reps_see_nobody(directory: Directory, door: Doorkeeper, admin: Person) -> None:
    manager = joined(directory, door, "m@hangyeol.kr", "관리", ["manager"], ["영업 1팀"])
    mate = joined(directory, door, "a@hangyeol.kr", "가", ["rep"], ["영업 1팀"])
    other = joined(directory, door, "b@hangyeol.kr", "나", ["rep"], ["영업 2팀"])
    assert {one.id for one in directory.people(manager.actor())} == {manager.id, mate.id}
    assert [one.name for one in directory.teams(manager.actor())] == ["영업 1팀"]
    assert {one.id for one in directory.people(admin.actor())} == {admin.id, manager.id, mate.id, other.id}
    with pytest.raises(NotAllowed):
        directory.people(mate.actor())


def test_somebody_who_is_not_there_is_told(directory: Directory, admin: Person) -> None:
    with pytest.raises(NotFound):
        directory.change(admin.actor(), "nobody", name="없음", roles=["rep"], teams=[])
    with pytest.raises(NotFound):
        directory.by_login(TERMINAL, "nobody@hangyeol.kr")
