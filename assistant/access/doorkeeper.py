"""The door: a password or a one-time link in, a secret for the browser's cookie out; who comes with a secret, and whether it still counts.

Logins are kept here and not in the cookie, so that they can be ended: by logging out, by leaving the company, by a new password.
"""

import hashlib
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from assistant.access.passwords import Passwords
from assistant.access.throttle import FREE, FREE_FROM_ONE_ADDRESS, REMEMBERED, wait_until
from assistant.domain.people import Actor, Audited, Login, Person
from assistant.errors import InputError, NotFound
from assistant.ports import Accounts

IDLE, WHOLE = timedelta(hours=12), timedelta(days=7)
"""A login ends after so long without a page, and after so long in all."""
LINK_COUNTS = timedelta(days=3)
SEEN_EVERY = timedelta(minutes=1)
"""How exactly a login's last use is kept: writing at every page would cost more than it tells."""


@dataclass(frozen=True, slots=True)
class Admitted:
    """`secret`: for the cookie, said once and kept nowhere."""

    person: Person
    secret: str


@dataclass(frozen=True, slots=True)
class Proved:
    """What a provider has proved of somebody: its own id for them, and their e-mail address where it has verified that; empty where not."""

    issuer: str
    subject: str
    email: str


class Doorkeeper:
    def __init__(self, accounts: Accounts, passwords: Passwords, now: Callable[[], datetime]) -> None:
        self._accounts = accounts
        self._passwords = passwords
        self._now = now

    def admit(self, login: str, password: str, address: str) -> Admitted:
        """Raises InputError: the same sentence for a wrong login, a wrong password and somebody who has left; another while they must wait."""
        now, key = self._now(), login.strip().lower()
        person, kept = self._accounts.password_of(key)
        key = key if person else digest(key)  # what is nobody's login may be a password typed in the wrong field
        self._require_patience(key, address, now)
        if not self._passwords.fits(password, kept) or person is None or not person.active:
            with self._accounts.together():
                self._accounts.note_failure(key, address, now)
                self._accounts.audit(Audited(now, "", "login_failed", person.id if person else "", address))
            raise InputError(ko="로그인 이메일이나 비밀번호가 맞지 않아요.", en="That login or password is not right.")
        with self._accounts.together():
            self._accounts.forget_failures(key)
            return self._begun(person, "logged_in", now)

    def admit_proved(self, proved: Proved, invitation: str, address: str) -> Admitted:
        """Somebody whom a provider knows: the account that is tied to them there; the first time the one whose invitation they bring, else the one
        with that verified e-mail address. Nobody gets an account or a role by this. Raises InputError, NotFound."""
        now = self._now()
        person = self._accounts.tied(proved.issuer, proved.subject)
        if person is None:
            person = self.invited(invitation) if invitation else self._accounts.password_of(proved.email.lower())[0] if proved.email else None
            if person is not None and person.active:
                with self._accounts.together():
                    self._accounts.tie(proved.issuer, proved.subject, person.id)
                    self._accounts.audit(Audited(now, person.id, "account_tied", person.id))
        if person is None or not person.active:
            self._accounts.audit(Audited(now, "", "login_failed", person.id if person else "", address))
            raise InputError(
                ko="이 회사 계정으로 들어올 수 있는 사람이 아니에요. 관리자에게 초대를 부탁해 주세요.",
                en="Nobody here belongs to that company account. Ask your admin for an invitation.",
            )
        with self._accounts.together():
            if invitation:
                self._accounts.drop_links(person.id)
            return self._begun(person, "logged_in", now)

    def link(self, person: Person, by: str) -> str:
        """A one-time secret with which this person sets a password; an earlier one no longer counts."""
        secret, now = secrets.token_urlsafe(32), self._now()
        with self._accounts.together():
            self._accounts.keep_link(digest(secret), person.id, now + LINK_COUNTS)
            self._accounts.audit(Audited(now, by, "link_made", person.id))
        return secret

    def invited(self, secret: str) -> Person:
        """Whose link this is. Raises NotFound when it was used, replaced or is too old."""
        found = self._accounts.link(digest(secret))
        if found is None or found.until <= self._now() or not found.person.active:
            raise NotFound(
                ko="이 초대 링크는 이미 쓰였거나 기한이 지났어요. 관리자에게 새 링크를 부탁해 주세요.",
                en="This link was used or has expired. Ask your admin for a new one.",
            )
        return found.person

    def accept(self, secret: str, password: str) -> Admitted:
        """Sets the password, ends every login there was, and begins one. Raises NotFound, and InputError for a password that should not be used."""
        person, now = self.invited(secret), self._now()
        kept = self._passwords.hashed(password, (person.name, person.login))
        with self._accounts.together():
            if self._accounts.use_link(digest(secret), kept, now):
                self._accounts.end_logins(person.id, now)
                self._accounts.forget_failures(person.login)
                return self._begun(self._accounts.person(person.id), "password_set", now)
        return self.accept(secret, password)

    def change_password(self, actor: Actor, old: str, new: str) -> Admitted:
        """Raises InputError. Every other browser is logged out."""
        now, person = self._now(), self._accounts.person(actor.id)
        self._require_patience(person.login, "", now)
        if not self._passwords.fits(old, self._accounts.password_of(person.login)[1]):
            self._accounts.note_failure(person.login, "", now)
            raise InputError(ko="지금 쓰는 비밀번호가 맞지 않아요.", en="The present password is not right.")
        kept = self._passwords.hashed(new, (person.name, person.login))
        with self._accounts.together():
            self._accounts.set_password(person.id, kept)
            self._accounts.end_logins(person.id, now)
            return self._begun(person, "password_set", now)

    def who(self, secret: str) -> Actor | None:
        """None when the secret counts no more. Looked up on every run of a page, so that a change of roles shows at once."""
        found = self._accounts.login(digest(secret)) if secret else None
        if found is None:
            return None
        login, person = found
        now = self._now()
        if not person.active or now >= login.began_at + WHOLE or now >= login.seen_at + IDLE:
            return None
        if now >= login.seen_at + SEEN_EVERY:
            self._accounts.seen(login.digest, now)
        return person.actor()

    def leave(self, secret: str) -> None:
        """Logs this browser out; one that is not logged in stays so."""
        found = self._accounts.login(digest(secret))
        if found is not None:
            with self._accounts.together():
                self._accounts.end_login(found[0].digest, self._now())
                self._accounts.audit(Audited(self._now(), found[1].id, "logged_out", found[1].id))

    def _begun(self, person: Person, how: str, now: datetime) -> Admitted:
        """To be called with what it follows from, in one transaction."""
        secret = secrets.token_urlsafe(32)
        self._accounts.begin_login(Login(digest(secret), person.id, now, now))
        self._accounts.audit(Audited(now, person.id, how, person.id))
        return Admitted(person, secret)

    def _require_patience(self, key: str, address: str, now: datetime) -> None:
        since = now - REMEMBERED
        waits = (
            wait_until(self._accounts.failures_of(key, since), FREE),
            wait_until(self._accounts.failures_from(address, since), FREE_FROM_ONE_ADDRESS) if address else None,
        )
        until = max((one for one in waits if one is not None), default=None)
        if until is not None and until > now:
            minutes = max(1, -(-int((until - now).total_seconds()) // 60))
            raise InputError(
                ko=f"여러 번 틀려서 잠시 막았어요. {minutes}분 뒤에 다시 해 주세요.",
                en=f"There were too many failures. Try again in {minutes} minute{'s' if minutes > 1 else ''}.",
            )


def digest(secret: str) -> str:
    """What is kept of a secret. It is random and long, so a plain hash is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()
