"""Logging in through a provider: a small one over real HTTP that signs as it should, and that lies in every way one can lie."""

import base64
import hashlib
import json
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx2
import pytest
from joserfc import jwt
from joserfc.jwk import RSAKey
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from assistant.access import Directory, Doorkeeper, Passwords
from assistant.access.directory import TERMINAL
from assistant.errors import InputError
from assistant.settings import Settings
from assistant.store import Store
from tests.access.people import HASHER, Clock
from ui.door.company import BACK, COOKIE, START, Company
from ui.door.cookie import NAME
from ui.door.gate import Gate
from ui.door.routes import Door
from ui.words import door as words

HOME = "http://maju.test"
LOGIN = "kim@hangyeol.kr"
HERE = {"Sec-Fetch-Site": "same-origin"}
KEY = RSAKey.generate_key(2048, {"kid": "one", "use": "sig", "alg": "RS256"})
OTHER_KEY = RSAKey.generate_key(2048, {"kid": "one", "use": "sig", "alg": "RS256"})


class Provider:
    """`claims`: over what it would say; `lie`: how it signs. Checks PKCE, the client and the way back as a provider must; a browser that comes to
    it is taken for who was logged in there already."""

    def __init__(self) -> None:
        self.asked: dict[str, str] = {}
        self.claims: dict[str, Any] = {}
        self.lie = ""
        provider = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                if self.path.startswith("/authorize?"):
                    provider.asked = {name: value[0] for name, value in parse_qs(urlsplit(self.path).query).items()}
                    self.send_response(302)
                    self.send_header("Location", f"{provider.asked['redirect_uri']}?code=c&state={provider.asked['state']}")
                    self.end_headers()
                    return
                provider.send(self, 200, provider.metadata() if "openid-configuration" in self.path else {"keys": [KEY.as_dict(private=False)]})

            def do_POST(self) -> None:
                sent = {name: value[0] for name, value in parse_qs(self.rfile.read(int(self.headers["Content-Length"])).decode()).items()}
                provider.send(self, *provider.token(sent, self.headers.get("Authorization", "")))

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.issuer = f"http://127.0.0.1:{self._server.server_address[1]}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def metadata(self) -> dict[str, Any]:
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "jwks_uri": f"{self.issuer}/jwks",
            "id_token_signing_alg_values_supported": ["RS256"],
            "code_challenge_methods_supported": ["S256"],
        }

    def send(self, request: BaseHTTPRequestHandler, status: int, value: dict[str, Any]) -> None:
        body = json.dumps(value).encode()
        request.send_response(status)
        request.send_header("Content-Type", "application/json")
        request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)

    def token(self, sent: dict[str, str], authorization: str) -> tuple[int, dict[str, Any]]:
        challenge = base64.urlsafe_b64encode(hashlib.sha256(sent.get("code_verifier", "").encode()).digest()).decode().rstrip("=")
        fits = challenge == self.asked.get("code_challenge") and sent.get("redirect_uri") == self.asked.get("redirect_uri")
        if not fits or authorization != "Basic " + base64.b64encode(b"maju:shh").decode():
            return 400, {"error": "invalid_grant"}
        now = int(time.time())
        says = {"iss": self.issuer, "aud": "maju", "sub": "s-1", "iat": now, "exp": now + 60, "nonce": self.asked["nonce"]}
        says |= {"email": LOGIN, "email_verified": True} | self.claims
        return 200, {
            "access_token": "a",
            "token_type": "Bearer",
            "id_token": self.signed({name: value for name, value in says.items() if value is not None}),
        }

    def signed(self, says: dict[str, Any]) -> str:
        if self.lie == "unsigned":
            parts = [base64.urlsafe_b64encode(json.dumps(one).encode()).decode().rstrip("=") for one in ({"alg": "none"}, says)]
            return f"{parts[0]}.{parts[1]}."
        return jwt.encode({"alg": "RS256", "kid": "one"}, says, OTHER_KEY if self.lie == "other key" else KEY)

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


class House:
    def __init__(self, store: Store, provider: Provider) -> None:
        self.store, self.provider, clock = store, provider, Clock()
        self.keeper, self.directory = Doorkeeper(store.accounts, Passwords(HASHER), clock), Directory(store.accounts, clock)
        company = Company(provider.issuer, "maju", "shh", "한결 계정")
        door = Door(lambda: self.keeper, lambda: self.directory, https=False, company=company, home=HOME)
        self.app = Starlette(routes=door.routes(), middleware=[Middleware(Gate, who=door.who)])

    def browser(self) -> TestClient:
        return TestClient(self.app, base_url=HOME, follow_redirects=False)

    def sent_off(self, browser: TestClient, more: str = "") -> dict[str, str]:
        """What the browser is sent to the provider with."""
        answer = browser.get(f"{START}?next=%2Fscorecard{more}", headers=HERE)
        assert answer.status_code == 302
        to = urlsplit(answer.headers["location"])
        assert f"{to.scheme}://{to.netloc}{to.path}" == f"{self.provider.issuer}/authorize"
        self.provider.asked = {name: value[0] for name, value in parse_qs(to.query).items()}
        return self.provider.asked

    def comes_back(self, browser: TestClient, more: str = "") -> httpx2.Response:
        asked = self.sent_off(browser, more)
        return browser.get(f"{BACK}?code=c&state={asked['state']}", headers={"Sec-Fetch-Site": "cross-site"})

    def who(self, browser: TestClient) -> str | None:
        actor = self.keeper.who(browser.cookies.get(NAME) or "")
        return actor.name if actor else None


@pytest.fixture
def provider() -> Iterator[Provider]:
    served = Provider()
    yield served
    served.close()


@pytest.fixture
def house(store: Store, provider: Provider) -> House:
    made = House(store, provider)
    made.directory.invite(TERMINAL, LOGIN, "김보람", ["rep"], ["영업 1팀"])
    return made


def test_somebody_with_a_verified_address_that_was_invited_gets_in_and_where_they_wanted(house: House) -> None:
    browser = house.browser()
    answer = house.comes_back(browser)
    assert (answer.status_code, answer.headers["location"]) == (303, "/scorecard")
    assert house.who(browser) == "김보람"
    assert house.store.accounts.people()[0].joined


def test_what_the_provider_is_asked_is_bound_to_this_browser(house: House) -> None:
    asked = house.sent_off(house.browser())
    assert asked["redirect_uri"] == f"{HOME}{BACK}"
    assert asked["code_challenge_method"] == "S256"
    assert {"state", "nonce", "code_challenge"} <= set(asked)
    again = house.sent_off(house.browser())
    assert all(asked[name] != again[name] for name in ("state", "nonce", "code_challenge"))


LIES: list[tuple[str, dict[str, Any]]] = [
    ("unsigned", {}), ("other key", {}), ("", {"nonce": "another"}), ("", {"nonce": None}), ("", {"iss": "https://evil.example"}),
    ("", {"aud": "another"}), ("", {"exp": 1}), ("", {"sub": None}), ("", {"sub": ""}),
]  # fmt: skip


@pytest.mark.parametrize(("lie", "claims"), LIES)
def test_no_lie_gets_anybody_in(house: House, lie: str, claims: dict[str, Any]) -> None:
    house.provider.lie, house.provider.claims = lie, claims
    browser = house.browser()
    answer = house.comes_back(browser)
    assert answer.status_code == 401
    assert house.who(browser) is None
    assert "Traceback" not in answer.text


@pytest.mark.parametrize(
    "claims",
    [
        {"email_verified": False},
        {"email_verified": None},
        {"email_verified": "true"},
        {"email": "other@hangyeol.kr"},
        {"email": None},
    ],
)
def test_an_address_that_is_not_verified_or_not_invited_is_nobody_s(house: House, claims: dict[str, Any]) -> None:
    house.directory.first_admin("관리자")
    house.provider.claims = claims
    browser = house.browser()
    assert house.comes_back(browser).status_code == 401
    assert house.who(browser) is None
    assert {one.login for one in house.store.accounts.people()} == {LOGIN, "admin"}


def test_an_answer_from_another_browser_or_a_second_time_counts_nothing(house: House) -> None:
    mine, theirs = house.browser(), house.browser()
    asked = house.sent_off(mine)
    assert theirs.get(f"{BACK}?code=c&state={asked['state']}").status_code == 401
    assert theirs.get(f"{BACK}?code=c&state=made-up").status_code == 401
    assert theirs.get(BACK).status_code == 401
    assert mine.get(f"{BACK}?code=c&state={asked['state']}").status_code == 303
    assert mine.get(f"{BACK}?code=c&state={asked['state']}").status_code == 401


def test_no_other_site_logs_somebody_in(house: House) -> None:
    browser = house.browser()
    assert browser.get(START, headers={"Sec-Fetch-Site": "cross-site"}).status_code == 401
    assert browser.get(f"{START}?next=https://evil.example", headers=HERE).status_code == 302
    asked = house.sent_off(browser, "&next=//evil.example")
    assert browser.get(f"{BACK}?code=c&state={asked['state']}").headers["location"].startswith("/")


def test_who_declines_at_the_provider_is_told_so_and_may_try_again(house: House) -> None:
    browser = house.browser()
    asked = house.sent_off(browser)
    answer = browser.get(f"{BACK}?error=access_denied&state={asked['state']}")
    assert answer.status_code == 401
    assert words.BY_COMPANY.ko.split("{")[0] in answer.text
    assert house.comes_back(browser).status_code == 303


def test_an_invitation_ties_another_address_and_is_used_up(house: House) -> None:
    guest = house.directory.invite(TERMINAL, "guest@elsewhere.kr", "손님", ["trainer"], [])
    link = house.keeper.link(guest, TERMINAL.id)
    assert START in house.browser().get(f"/welcome?link={link}").text
    house.provider.claims = {"email": "other@x.kr", "email_verified": False, "sub": "s-9"}
    browser = house.browser()
    assert house.comes_back(browser, f"&link={link}").status_code == 303
    assert house.who(browser) == "손님"
    house.provider.claims["sub"] = "s-10"
    assert house.comes_back(house.browser(), f"&link={link}").status_code == 401
    house.provider.claims["sub"] = "s-9"
    again = house.browser()
    assert house.comes_back(again).status_code == 303
    assert house.who(again) == "손님"


def test_the_same_address_given_to_another_person_does_not_open_the_first_one_s_account(house: House) -> None:
    assert house.comes_back(house.browser()).status_code == 303
    house.provider.claims = {"sub": "s-2"}
    browser = house.browser()
    assert house.comes_back(browser).status_code == 401
    assert house.who(browser) is None


def test_who_is_switched_off_is_out_and_stays_out_and_roles_are_ours_alone(house: House) -> None:
    browser = house.browser()
    house.provider.claims = {"roles": ["admin"], "groups": ["admin"]}
    house.comes_back(browser)
    (person,) = house.store.accounts.people()
    assert person.roles == {"rep"}
    house.directory.change(TERMINAL, person.id, name="김보람", roles=["trainer"], teams=[])
    actor = house.keeper.who(browser.cookies[NAME])
    assert actor
    assert actor.roles == {"trainer"}
    house.directory.set_active(TERMINAL, person.id, active=False)
    assert house.who(browser) is None
    assert house.comes_back(browser).status_code == 401


def test_a_provider_that_is_down_is_one_sentence(house: House) -> None:
    house.provider.close()
    answer = house.browser().get(f"{START}?language=ko", headers=HERE)
    assert answer.status_code == 401
    assert "연결하지 못했어요" in answer.text


def test_the_login_page_offers_it_and_its_cookie_is_short_and_unreadable(house: House) -> None:
    browser = house.browser()
    page = browser.get("/login?language=ko&next=/progress").text
    assert "한결 계정" in page
    assert f'href="{START}?next=%2Fprogress"' in page
    set_cookie = browser.get(START, headers=HERE).headers["set-cookie"].lower()
    assert set_cookie.startswith(COOKIE)
    assert all(part in set_cookie for part in ("httponly", "samesite=lax", "max-age=600"))


def test_half_a_setting_says_what_is_missing() -> None:
    with pytest.raises(InputError, match="MAJU_PUBLIC_URL"):
        Settings(MAJU_OIDC_ISSUER="https://login.example", MAJU_OIDC_CLIENT_ID="x").require_oidc()
