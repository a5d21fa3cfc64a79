"""The door over plain HTTP: who gets in, who does not, what the cookie is like, and that nothing behind it answers without it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect

from assistant.access import Directory, Doorkeeper, Passwords
from assistant.access.directory import TERMINAL
from assistant.ports import Accounts
from assistant.store import open_store
from tests.access.people import GOOD, HASHER, Clock, joined
from ui.door.asked import local
from ui.door.cookie import NAME
from ui.door.gate import Gate, is_open
from ui.door.routes import Door

HERE = {"Sec-Fetch-Site": "same-origin"}
PAGE = {"Accept": "text/html"}
LOGIN = "kim@hangyeol.kr"


class House:
    """The door before a page, an upload and a socket."""

    def __init__(self, keeper: Doorkeeper, directory: Directory, https: bool) -> None:
        self.keeper, self.directory = keeper, directory
        door = Door(lambda: keeper, lambda: directory, https=https)

        async def behind(request: Request) -> PlainTextResponse:
            return PlainTextResponse("behind the door")

        async def socket(websocket: WebSocket) -> None:
            await websocket.accept()
            await websocket.send_text("behind the door")
            await websocket.close()

        routes = [
            *door.routes(),
            Route("/{rest:path}", behind, methods=["GET", "PUT", "POST", "DELETE"]),
            WebSocketRoute("/_stcore/stream", socket),
        ]
        self.app = Starlette(routes=routes, middleware=[Middleware(Gate, who=door.who)])

    def browser(self) -> TestClient:
        return TestClient(self.app, base_url="http://maju.test", follow_redirects=False)


def built(accounts: Accounts, *, https: bool = False) -> House:
    clock = Clock()
    return House(Doorkeeper(accounts, Passwords(HASHER), clock), Directory(accounts, clock), https)


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    with open_store(f"sqlite:///{tmp_path}/maju.db") as store:
        made = built(store.accounts)
        joined(made.directory, made.keeper, LOGIN, "김보람", ["rep"], ["영업 1팀"])
        yield made


def logs_in(browser: TestClient, password: str = GOOD, wanted: str = "/") -> int:
    return browser.post("/login", data={"login": LOGIN, "password": password, "next": wanted}, headers=HERE).status_code


BEHIND = [
    "/",
    "/room",
    "/_stcore/host-config",
    "/media/a.png",
    "/component/x/y.js",
    "/account",
    "/login/../room",
    "//login",
    "/static/../media/a",
    "/loginx",
]


@pytest.mark.parametrize("path", BEHIND)
def test_without_a_login_nothing_behind_the_door_answers(house: House, path: str) -> None:
    answer = house.browser().request("GET", f"http://maju.test{path}")
    assert answer.status_code in {401, 404, 400}
    assert "behind the door" not in answer.text


def test_a_browser_is_led_to_the_login_and_back_to_where_it_was_going(house: House) -> None:
    browser = house.browser()
    answer = browser.get("/scorecard?role_play=a&language=en", headers=PAGE)
    assert (answer.status_code, answer.headers["location"]) == (303, "/login?next=%2Fscorecard%3Frole_play%3Da%26language%3Den")
    page = browser.get(answer.headers["location"])
    assert 'value="/scorecard?role_play=a&amp;language=en"' in page.text
    after = browser.post("/login", data={"login": LOGIN, "password": GOOD, "next": "/scorecard?role_play=a"}, headers=HERE)
    assert (after.status_code, after.headers["location"]) == (303, "/scorecard?role_play=a")
    assert browser.get("/scorecard?role_play=a").text == "behind the door"


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE"])
def test_nobody_uploads_or_deletes_without_a_login(house: House, method: str) -> None:
    answer = house.browser().request(method, "/_stcore/upload_file/session/file", content=b"x", headers=PAGE)
    assert answer.status_code == 401


def test_a_socket_opens_only_for_somebody_who_is_logged_in(house: House) -> None:
    browser = house.browser()
    with pytest.raises(WebSocketDisconnect), browser.websocket_connect("/_stcore/stream"):
        pass
    logs_in(browser)
    with browser.websocket_connect("/_stcore/stream", headers={"cookie": f"{NAME}={browser.cookies[NAME]}"}) as socket:
        assert socket.receive_text() == "behind the door"


def test_the_cookie_is_for_the_server_alone(house: House) -> None:
    answer = house.browser().post("/login", data={"login": LOGIN, "password": GOOD}, headers=HERE)
    set_cookie = answer.headers["set-cookie"]
    assert set_cookie.startswith(f"{NAME}=")
    assert {"HttpOnly", "SameSite=lax", "Path=/"} <= set(set_cookie.split("; "))
    assert "Secure" not in set_cookie


def test_over_https_the_cookie_stays_on_https(tmp_path: Path) -> None:
    with open_store(f"sqlite:///{tmp_path}/https.db") as store:
        house = built(store.accounts, https=True)
        joined(house.directory, house.keeper, LOGIN, "김보람", ["rep"], [])
        answer = house.browser().post("/login", data={"login": LOGIN, "password": GOOD}, headers=HERE)
        assert "Secure" in answer.headers["set-cookie"].split("; ")


def test_a_wrong_password_shows_one_sentence_and_keeps_what_was_typed_but_not_the_password(house: House) -> None:
    answer = house.browser().post("/login?language=ko", data={"login": LOGIN, "password": "틀린 비밀번호예요"}, headers=HERE)
    assert answer.status_code == 401
    assert "맞지 않아요" in answer.text
    assert f'value="{LOGIN}"' in answer.text
    assert "틀린 비밀번호예요" not in answer.text


def test_a_cookie_brought_along_from_before_is_not_the_one_after_the_login(house: House) -> None:
    browser = house.browser()
    browser.cookies.set(NAME, "planted")
    logs_in(browser)
    assert house.keeper.who("planted") is None


ELSEWHERE: list[dict[str, str]] = [
    {},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Origin": "http://evil.test"},
    {"Origin": "null"},
]


@pytest.mark.parametrize("headers", ELSEWHERE)
@pytest.mark.parametrize("path", ["/login", "/welcome", "/account"])
def test_a_form_from_another_site_does_nothing(house: House, path: str, headers: dict[str, str]) -> None:
    browser = house.browser()
    logs_in(browser)
    secret = browser.cookies[NAME]
    link = house.keeper.link(house.directory.by_login(TERMINAL, LOGIN), "terminal")
    sent = {"login": LOGIN, "old": GOOD, "password": GOOD if path == "/login" else "다른 노새와 붉은 국수", "link": link}
    answer = browser.post(path, data=sent, headers=headers)
    assert "set-cookie" not in answer.headers
    assert house.keeper.who(secret) is not None


def test_logging_out_ends_the_login_on_the_server_too(house: House) -> None:
    browser = house.browser()
    logs_in(browser)
    secret = browser.cookies[NAME]
    assert browser.post("/logout", headers=HERE).headers["location"] == "/login?out"
    assert house.keeper.who(secret) is None
    browser.cookies.set(NAME, secret)
    assert browser.get("/room").status_code == 401


def test_an_invitation_sets_the_password_and_leads_in(house: House) -> None:
    person = house.directory.invite(TERMINAL, "lee@hangyeol.kr", "<b>이나래</b>", ["trainer"], [])
    browser, link = house.browser(), house.keeper.link(person, "terminal")
    page = browser.get(f"/welcome?link={link}&language=ko")
    assert "&lt;b&gt;이나래&lt;/b&gt; 님, 반가워요" in page.text
    weak = browser.post("/welcome", data={"link": link, "password": "1234567890"}, headers=HERE)
    assert (weak.status_code, "짐작하기 쉬운" in weak.text or "easy to guess" in weak.text) == (422, True)
    assert browser.post("/welcome", data={"link": link, "password": GOOD}, headers=HERE).status_code == 303
    assert browser.get("/").text == "behind the door"
    assert house.browser().get(f"/welcome?link={link}").status_code == 404


def test_the_account_says_who_one_is_and_changes_the_password(house: House) -> None:
    browser, other = house.browser(), house.browser()
    logs_in(browser)
    logs_in(other)
    page = browser.get("/account?language=ko").text
    assert all(words in page for words in ("김보람", "담당자", "영업 1팀", "연습은 본인만 볼 수 있어요"))
    wrong = browser.post("/account", data={"old": "아닌데요 아니에요", "password": "다른 노새와 붉은 국수"}, headers=HERE)
    assert wrong.status_code == 422
    assert browser.post("/account", data={"old": GOOD, "password": "다른 노새와 붉은 국수"}, headers=HERE).status_code == 200
    assert browser.get("/").text == "behind the door"
    assert other.get("/").status_code == 401


@pytest.mark.parametrize(
    ("wanted", "leads"),
    [
        ("/room?role_play=a", "/room?role_play=a"),
        ("//evil.test", "/"),
        ("/\\evil.test", "/"),
        ("https://evil.test", "/"),
        ("javascript:alert(1)", "/"),
        ("", "/"),
        ("/a\r\nset-cookie: x=y", "/"),
    ],
)
def test_after_the_login_one_stays_on_this_site(wanted: str, leads: str) -> None:
    assert local(wanted) == leads


@pytest.mark.parametrize("path", ["/login", "/welcome", "/door/style.css", "/static/js/main.js", "/_stcore/health"])
def test_the_door_itself_is_open(path: str) -> None:
    assert is_open(path)


def test_the_door_s_pages_hold_no_script_and_cannot_be_framed(house: House) -> None:
    answer = house.browser().get("/login", headers={"Accept-Language": "en-GB"})
    assert "<script" not in answer.text
    assert "frame-ancestors 'none'" in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "no-store"
    assert '<html lang="en">' in answer.text
