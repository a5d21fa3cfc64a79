"""Who reaches what through the server as it runs: every page that names a talk, every file, each for every kind of person, by hand-written addresses
and over the socket; what is expected comes from the policy's table. Then what a socket can be made to say: another's buttons, another's upload."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx2
import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.util import calc_hash
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

from assistant.access.directory import TERMINAL
from assistant.assembly import Engine
from assistant.domain.people import Actor, Person, Role
from assistant.domain.policy import may, of_talk, reach
from assistant.domain.roleplay import RolePlay
from assistant.practice.room import Words
from assistant.settings import Settings
from assistant.store import open_store
from tests.access.people import GOOD
from tests.browser.app import PLAIN, App, serving
from tests.ui.pages import GOOD as LINES
from tests.ui.pages import SCENARIO
from ui import pages
from ui.door.cookie import NAME
from ui.words import door

PEOPLE: dict[str, tuple[tuple[Role, ...], str]] = {
    "rep": (("rep",), "영업 1팀"),
    "mate": (("rep",), "영업 1팀"),
    "manager": (("manager",), "영업 1팀"),
    "trainer": (("trainer",), "영업 1팀"),
    "other trainer": (("trainer",), "영업 2팀"),
    "other manager": (("manager", "trainer"), "영업 2팀"),
    "admin": (("admin",), "영업 1팀"),
}
TALKS = {"private": False, "shared": True}
"""The rep's; whether they are shared with the team."""
OF_A_TALK = ("room", "scorecard", "after-call", "compare", "reading", "swap")
"""Pages whose address names a talk."""
ANSWERS_S = 60.0


@dataclass(frozen=True, slots=True)
class Town:
    """The running server, the people's cookies, and the talks, in each of which the rep said its own id."""

    app: App
    secrets: dict[str, str]
    actors: dict[str, Actor]
    talks: dict[str, RolePlay]

    def cookie(self, who: str | None) -> dict[str, str]:
        return {"Cookie": f"{NAME}={self.secrets[who]}"} if who else {}

    def get(self, who: str | None, path: str, **headers: str) -> httpx2.Response:
        return httpx2.get(f"{self.app.url}{path}", headers=self.cookie(who) | headers, timeout=60, verify=PLAIN)


def said(talk: str) -> str:
    return f"비밀스러운 말 {talk}"


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    folder = tmp_path_factory.mktemp("matrix")
    (folder / "data").mkdir()
    secrets, actors, talks = _settled(folder)
    with serving(folder, {"MAJU_TEAM": "1"}) as app:
        yield Town(app, secrets, actors, talks)


def _settled(folder: Path) -> tuple[dict[str, str], dict[str, Actor], dict[str, RolePlay]]:
    with Engine(Settings(MAJU_DATA=folder / "data", MAJU_TEAM=True, OPENAI_API_KEY=None, OPENAI_BASE_URL=None)) as engine:
        people: dict[str, Person] = {}
        secrets = {}
        for number, (name, (roles, team)) in enumerate(PEOPLE.items()):
            people[name] = engine.directory.invite(TERMINAL, f"p{number}@hangyeol.kr", name, roles, [team])
            secrets[name] = engine.doorkeeper.accept(engine.doorkeeper.link(people[name], TERMINAL.id), GOOD).secret
        rep, talks = people["rep"].actor(), {}
        for talk, shared in TALKS.items():
            begun = engine.room.begin(rep, SCENARIO, "ko", 2, seed=7)
            for number, line in enumerate((said(talk), *LINES)):
                reply = engine.room.say(rep, begun.id, Words(line, f"{talk}-{number}"))
                assert reply.wait(60)
            engine.room.finish(rep, begun.id)
            engine.scorer.of_role_play(rep, begun.id)
            if shared:
                engine.submitting.share(rep, begun.id)
            talks[talk] = engine.room.role_play(rep, begun.id)
    return secrets, {name: one.actor() for name, one in people.items()}, talks


class Session:
    """A browser's socket: runs a page and reads whatever the server sends."""

    def __init__(self, town: Town, who: str | None) -> None:
        address = town.app.url.replace("http", "ws") + "/_stcore/stream"
        self._opening = connect(address, additional_headers=town.cookie(who), origin=Origin(town.app.url), max_size=None)

    def runs(self, page: str, query: str = "", widgets: tuple[WidgetState, ...] = ()) -> tuple[str, list[str]]:
        """What the page says, as text, and the ids of its controls; `presses`: of each of them alone, as the browser sends it."""
        message = BackMsg()
        message.rerun_script.query_string = query
        message.rerun_script.page_script_hash = calc_hash(page)
        message.rerun_script.widget_states.widgets.extend(widgets)
        self._socket.send(message.SerializeToString())
        text, ids = [], list[str]()
        self.presses = list[WidgetState]()
        while True:
            answer = ForwardMsg()
            answer.ParseFromString(self._socket.recv(ANSWERS_S))
            if answer.WhichOneof("type") == "delta" and answer.delta.WhichOneof("type") == "new_element":
                element = answer.delta.new_element
                text.append(str(element))
                body = getattr(element, element.WhichOneof("type") or "", None)
                own, kind = getattr(body, "id", ""), element.WhichOneof("type")
                ids += [own] if own else []
                self.presses += [WidgetState(id=own, trigger_value=True)] if own and kind == "button" else []
                self.presses += [WidgetState(id=own, string_value="forged")] if own and kind in {"text_input", "text_area"} else []
            if answer.WhichOneof("type") == "script_finished" and answer.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                return _unescaped("\n".join(text)), ids

    def __enter__(self) -> "Session":
        self._socket: ClientConnection = self._opening.__enter__()
        return self

    def __exit__(self, *error: Any) -> None:
        self._opening.__exit__(*error)


def _unescaped(protobuf_text: str) -> str:
    """Protobuf prints Korean as octal bytes."""
    return re.sub(
        rb"(?:\\\d{3})+", lambda found: bytes(int(one, 8) for one in found.group().decode().split("\\")[1:]), protobuf_text.encode()
    ).decode(errors="replace")


def reads(town: Town, who: str, talk: str) -> bool:
    return may(town.actors[who], "read_role_play", of_talk(town.talks[talk]))


@pytest.mark.parametrize("who", list(PEOPLE))
def test_the_pages_of_a_talk_show_it_to_whom_the_policy_does_and_to_nobody_else(town: Town, who: str) -> None:
    with Session(town, who) as session:
        for talk in TALKS:
            texts = [session.runs(page, f"role_play={town.talks[talk].id}&language=ko")[0] for page in OF_A_TALK]
            assert any(said(talk) in text for text in texts) is reads(town, who, talk), talk
            others = [other for other in TALKS if other != talk and not reads(town, who, other)]
            assert not any(said(other) in text for other in others for text in texts), talk


@pytest.mark.parametrize("who", list(PEOPLE))
def test_no_page_at_all_holds_another_s_words_for_whom_they_are_not(town: Town, who: str) -> None:
    with Session(town, who) as session:
        for place in pages.PLACES:
            path = "" if place.view == pages.FIRST else place.view.replace("_", "-")
            text, _ = session.runs(path, "language=ko")
            assert not any(said(talk) in text for talk in TALKS if not reads(town, who, talk)), path
            assert (door.NOT_YOURS.ko in text) is (reach(town.actors[who], place.needs) is None), path


FILES = ["/download/talk/{}.csv", "/download/talk/{}.json", "/paper/{}"]


@pytest.mark.parametrize("who", [*PEOPLE, None])
def test_files_and_paper_are_given_to_whom_the_policy_lets_read(town: Town, who: str | None) -> None:
    for talk in TALKS:
        for path in FILES:
            answer = town.get(who, path.format(town.talks[talk].id))
            if who is None:
                assert answer.status_code == 401
                continue
            allowed = reads(town, who, talk) and not (path.startswith("/paper") and "trainer" in PEOPLE[who][0])
            assert (answer.status_code == 200) is allowed, (path, talk, answer.status_code)
            assert (said(talk) in answer.text) is allowed, (path, talk)


@pytest.mark.parametrize("who", [*PEOPLE, None])
def test_many_files_at_once_hold_nothing_else_either(town: Town, who: str | None) -> None:
    for path in ("/download/seen/turns.csv", "/download/seen/talks.json", "/download/mine/turns.csv", "/download/mine/everything.zip"):
        answer = town.get(who, path)
        assert answer.status_code == (401 if who is None else 200)
        if who and not path.endswith("zip"):
            whole = "seen" in path
            expected = {talk for talk in TALKS if reads(town, who, talk)} if whole or who == "rep" else set()
            assert {talk for talk in TALKS if said(talk) in answer.content.decode("utf-8-sig")} == expected, path
    status = town.get(who, "/download/record.csv").status_code
    assert status == (401 if who is None else 200 if reach(town.actors[who], "read_audit") else 403)


CLOSED = ["/", "/scorecard?role_play=shared", "/_stcore/host-config", "/_stcore/metrics", "/media/0123.png", "/component/x/index.html", "/account",
          "/app/static/x", "/_stcore/upload_file/a/b", "/healthz/../scorecard", "/paper/shared", "/static/../download/mine/talks.json"]  # fmt: skip


@pytest.mark.parametrize("path", CLOSED)
@pytest.mark.parametrize("secret", [None, "", "forged", "x" * 5000])
def test_without_a_login_that_counts_nothing_answers(town: Town, path: str, secret: str | None) -> None:
    headers = {"Cookie": f"{NAME}={secret}"} if secret is not None else {}
    answer = httpx2.get(f"{town.app.url}{path}", headers=headers, timeout=30, verify=PLAIN)
    assert answer.status_code in {400, 401, 403, 404, 431}, answer.text[:200]
    assert not any(said(talk) in answer.text for talk in TALKS)


def test_no_socket_opens_without_a_login_or_for_another_site(town: Town) -> None:
    with pytest.raises((InvalidStatus, ConnectionClosed)), Session(town, None) as session:
        session.runs("")
    address = town.app.url.replace("http", "ws") + "/_stcore/stream"
    refused = pytest.raises((InvalidStatus, ConnectionClosed))
    with refused, connect(address, additional_headers=town.cookie("rep"), origin=Origin("http://evil.example")) as socket:
        socket.recv(5)


@pytest.mark.parametrize("method", ["PUT", "DELETE", "POST"])
def test_nobody_uploads_without_a_login_nor_into_a_session_that_is_not_theirs(town: Town, method: str) -> None:
    path = f"{town.app.url}/_stcore/upload_file/{uuid4()}/{uuid4()}"
    files = {"file": ("playbook.md", b"# planted")}
    assert httpx2.request(method, path, files=files, timeout=30, verify=PLAIN).status_code == 401
    for who in ("rep", "admin"):
        status = httpx2.request(method, path, files=files, headers=town.cookie(who), timeout=30, verify=PLAIN).status_code
        assert status >= 400 or method == "DELETE", (who, status)


@pytest.mark.parametrize("who", ["mate", "other trainer", "other manager", "admin"])
def test_another_s_buttons_pressed_over_the_socket_change_nothing(town: Town, who: str) -> None:
    """Every control that the rep's own pages have, sent by somebody else with the address of the rep's talk. That a press like this works for who may
    is seen in `test_matrix_objects`; all of them in one message would do nothing for anybody."""
    before = _state(town)
    shared, private = (f"role_play={town.talks[one].id}" for one in ("shared", "private"))
    asked = [("scorecard", shared), ("scorecard", private), ("my-data", ""), ("room", private)]
    with Session(town, "rep") as rep, Session(town, who) as other:
        for page, query in asked:
            rep.runs(page, f"{query}&language=ko")
            assert rep.presses or page == "room"
            for one in rep.presses:
                text, _ = other.runs(page, f"{query}&language=ko", (one,))
                assert not any(said(talk) in text for talk in TALKS if not reads(town, who, talk))
    assert _state(town) == before


def _state(town: Town) -> list[tuple[str, int, bool]]:
    with open_store(f"sqlite:///{town.app.data / 'maju.db'}") as store:
        return sorted((one.id, len(one.turns), bool(one.shared)) for one in store.role_plays.of_rep(town.actors["rep"].id))
