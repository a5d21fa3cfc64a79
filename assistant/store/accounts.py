"""People, teams and logins in SQL, and the record of what was done, to which rows are only ever added."""

from collections.abc import Collection
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from assistant.domain.people import Audited, Login, Person, Team
from assistant.domain.privacy import Sought
from assistant.errors import InputError, NotFound
from assistant.ports import Link
from assistant.ports.accounts import EVERYTHING
from assistant.store.database import Database
from assistant.store.tables import audit, identities, links, login_failures, logins, memberships, people, teams

_ADDRESS = 100
"""Characters kept of an address."""


class SqlAccounts:
    def __init__(self, database: Database) -> None:
        self._database = database

    def people(self) -> tuple[Person, ...]:
        with self._database.reading() as connection:
            rows = connection.execute(select(people).order_by(people.c.name, people.c.id)).all()
            of: dict[str, set[str]] = {}
            for person, team in connection.execute(select(memberships)):
                of.setdefault(person, set()).add(team)
            known = set(connection.execute(select(identities.c.person)).scalars())
        return tuple(_person(row, of.get(row.id, ()), row.id in known) for row in rows)

    def person(self, person_id: str) -> Person:
        with self._database.reading() as connection:
            found = _found(connection, people.c.id == person_id)
        if found is None:
            raise NotFound(ko="그런 사람이 없어요.", en="There is no such person.")
        return found

    def add(self, person: Person) -> None:
        values = {name: getattr(person, name) for name in ("id", "login", "name", "roles", "made_at", "active")}
        with self._database.writing() as connection:
            try:
                connection.execute(insert(people).values(values))
            except IntegrityError as error:
                raise InputError(ko=f"{person.login} 계정이 이미 있어요.", en=f"There is already an account {person.login}.") from error
            _join(connection, person)

    def change(self, person: Person) -> None:
        values = {"name": person.name, "roles": person.roles, "active": person.active}
        with self._database.writing() as connection:
            connection.execute(update(people).where(people.c.id == person.id).values(values))
            connection.execute(delete(memberships).where(memberships.c.person == person.id))
            _join(connection, person)

    def teams(self) -> tuple[Team, ...]:
        with self._database.reading() as connection:
            return tuple(Team(row.id, row.name) for row in connection.execute(select(teams).order_by(teams.c.name)))

    def add_team(self, team: Team) -> Team:
        with self._database.writing() as connection:
            known = connection.execute(select(teams).where(teams.c.name == team.name)).one_or_none()
            if known is None:
                connection.execute(insert(teams).values(id=team.id, name=team.name))
        return team if known is None else Team(known.id, known.name)

    def password_of(self, login: str) -> tuple[Person | None, str | None]:
        with self._database.reading() as connection:
            found = _found(connection, people.c.login == login)
            kept: str | None = connection.execute(select(people.c.password).where(people.c.login == login)).scalar()
        return found, kept

    def set_password(self, person_id: str, kept: str) -> None:
        with self._database.writing() as connection:
            connection.execute(update(people).where(people.c.id == person_id).values(password=kept))

    def keep_link(self, digest: str, person_id: str, until: datetime) -> None:
        with self._database.writing() as connection:
            connection.execute(delete(links).where(links.c.person == person_id))
            connection.execute(insert(links).values(digest=digest, person=person_id, until=until))

    def link(self, digest: str) -> Link | None:
        with self._database.reading() as connection:
            row = connection.execute(select(links).where(links.c.digest == digest)).one_or_none()
            person = None if row is None else _found(connection, people.c.id == row.person)
        return None if row is None or person is None else Link(person, row.until)

    def drop_links(self, person_id: str) -> None:
        with self._database.writing() as connection:
            connection.execute(delete(links).where(links.c.person == person_id))

    def use_link(self, digest: str, kept: str, at: datetime) -> bool:
        with self._database.writing() as connection:
            person = connection.execute(select(links.c.person).where(links.c.digest == digest, links.c.until > at).with_for_update()).scalar()
            if person is None:
                return False
            connection.execute(delete(links).where(links.c.digest == digest))
            connection.execute(update(people).where(people.c.id == person).values(password=kept))
        return True

    def begin_login(self, login: Login) -> None:
        values = {"digest": login.digest, "person": login.person, "began_at": login.began_at, "seen_at": login.seen_at}
        with self._database.writing_beside() as connection:
            connection.execute(insert(logins).values(values))

    def login(self, digest: str) -> tuple[Login, Person] | None:
        with self._database.reading() as connection:
            row = connection.execute(select(logins).where(logins.c.digest == digest, logins.c.ended_at.is_(None))).one_or_none()
            person = None if row is None else _found(connection, people.c.id == row.person)
        return None if row is None or person is None else (Login(row.digest, row.person, row.began_at, row.seen_at), person)

    def seen(self, digest: str, at: datetime) -> None:
        with self._database.writing_beside() as connection:
            connection.execute(update(logins).where(logins.c.digest == digest).values(seen_at=at))

    def end_login(self, digest: str, at: datetime) -> None:
        self._end(logins.c.digest == digest, at)

    def end_logins(self, person_id: str, at: datetime) -> None:
        self._end(logins.c.person == person_id, at)

    def note_failure(self, login: str, address: str, at: datetime) -> None:
        with self._database.writing_beside() as connection:
            connection.execute(insert(login_failures).values(login=login[:210], address=address[:_ADDRESS], at=at))

    def failures_of(self, login: str, since: datetime) -> tuple[datetime, ...]:
        return self._failures(login_failures.c.login == login[:210], since)

    def failures_from(self, address: str, since: datetime) -> tuple[datetime, ...]:
        return self._failures(login_failures.c.address == address[:_ADDRESS], since)

    def forget_failures(self, login: str) -> None:
        with self._database.writing() as connection:
            connection.execute(delete(login_failures).where(login_failures.c.login == login[:210]))

    def audit(self, *entries: Audited) -> None:
        rows = [{name: getattr(one, name) for name in ("at", "by", "action", "thing", "owner")} | {"detail": one.detail[:200]} for one in entries]
        with self._database.writing_beside() as connection:
            connection.execute(insert(audit), rows)

    def together(self) -> AbstractContextManager[None]:
        return self._database.together()

    def audited(self, most: int, sought: Sought = EVERYTHING, skip: int = 0) -> tuple[Audited, ...]:
        query = select(audit).where(*_sought(sought)).order_by(audit.c.number.desc()).offset(skip).limit(most)
        with self._database.reading() as connection:
            return tuple(Audited(row.at, row.by, row.action, row.thing, row.detail, row.owner) for row in connection.execute(query))

    def tie(self, issuer: str, subject: str, person_id: str) -> None:
        with self._database.writing() as connection:
            try:
                connection.execute(insert(identities).values(issuer=issuer, subject=subject, person=person_id))
            except IntegrityError as error:
                raise InputError(
                    ko="이 회사 계정은 다른 사람과 이어져 있거나, 이미 다른 회사 계정을 쓰고 있어요. 관리자에게 알려 주세요.",
                    en="That company account belongs to somebody else here, or you already use another one. Tell your admin.",
                ) from error

    def tied(self, issuer: str, subject: str) -> Person | None:
        whose = select(identities.c.person).where(identities.c.issuer == issuer, identities.c.subject == subject)
        with self._database.reading() as connection:
            return _found(connection, people.c.id.in_(whose))

    def _end(self, which: ColumnElement[bool], at: datetime) -> None:
        with self._database.writing() as connection:
            connection.execute(update(logins).where(which, logins.c.ended_at.is_(None)).values(ended_at=at))

    def _failures(self, whose: ColumnElement[bool], since: datetime) -> tuple[datetime, ...]:
        query = select(login_failures.c.at).where(whose, login_failures.c.at > since)
        with self._database.reading() as connection:
            return tuple(connection.execute(query).scalars())


def _found(connection: Connection, which: ColumnElement[bool]) -> Person | None:
    row = connection.execute(select(people).where(which)).one_or_none()
    if row is None:
        return None
    tied = connection.execute(select(identities.c.person).where(identities.c.person == row.id)).first() is not None
    return _person(row, tuple(connection.execute(select(memberships.c.team).where(memberships.c.person == row.id)).scalars()), tied)


def _person(row: Row[Any], team_ids: Collection[str], tied: bool) -> Person:
    joined = tied or row.password is not None
    return Person(row.id, row.login, row.name, row.roles, frozenset(team_ids), row.made_at, joined, row.active)


def _sought(sought: Sought) -> list[ColumnElement[bool]]:
    same = ((audit.c.by, sought.by), (audit.c.action, sought.action), (audit.c.owner, sought.owner))
    found = [column == value for column, value in same if value is not None]
    found += [audit.c.by != sought.not_by] if sought.not_by is not None else []
    found += [audit.c.at >= sought.since] if sought.since else []
    return found + ([audit.c.at < sought.until] if sought.until else [])


def _join(connection: Connection, person: Person) -> None:
    if person.teams:
        connection.execute(insert(memberships), [{"person": person.id, "team": team} for team in sorted(person.teams)])
