"""A page of the app as a person sees it: its words, its links, its controls. And conversations to look at."""

import json
import re
from html import unescape
from pathlib import Path
from typing import Any
from uuid import uuid4

from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from assistant.assembly import Engine
from assistant.domain.people import LOCAL_PERSON
from assistant.domain.roleplay import RolePlay
from assistant.domain.words import DIMENSIONS
from assistant.practice.room import Words

APP = Path(__file__).parents[2] / "ui" / "app.py"
SCENARIO = "cloud-phone-cx-lead"
GOOD = (
    "안녕하세요 실장님, 시간 내 주셔서 감사해요. 요즘 콜센터에서 제일 신경 쓰이는 게 어떤 건지 여쭤봐도 될까요?",
    "그러셨군요. 여름에 전화가 몰리면 상담사분들이 많이 힘드시겠어요. 놓치는 전화는 하루에 몇 통쯤 되나요?",
    "말씀하신 그 부분 때문에 바꾸기가 걱정되시는 거네요. 한 달 동안 지금 교환기와 같이 켜 두는 방법도 있어요.",
)


class Page:
    """`query` as it stands in the URL, `language` as the browser has it."""

    def __init__(self, name: str, language: str, query: dict[str, str]) -> None:
        self.at = AppTest.from_file(str(APP), default_timeout=60)
        self.at.context = {"locale": language, "timezone": "Asia/Seoul"}
        self.go(name, **query)

    def go(self, name: str, **query: str) -> "Page":
        """The page of this path, in the same browser session."""
        self.at._page_hash = calc_hash(name)  # switch_page takes only pages that are files
        self.at.query_params = dict(query)
        return self.run()

    def run(self) -> "Page":
        self.at.run()
        return self

    @property
    def words(self) -> str:
        """Everything there is to read, as plain text."""
        at = self.at
        shown: list[str] = []
        for group in (at.title, at.subheader, at.text, at.info, at.warning, at.error, at.success, at.toast, at.markdown):
            shown += read(group)
        shown += [plain(one.value) for one in at.html]
        shown += [str(one.label) for one in at.expander] + [str(one.label) for one in at.button] + [str(one.value) for one in at.page_link]
        assert not at.exception, at.exception[0].stack_trace
        return "\n".join(shown)

    @property
    def html(self) -> str:
        return "\n".join(one.value for one in self.at.html)

    def links(self, page: str) -> list[str]:
        """The queries of the links to a page."""
        return [one.proto.query_string for one in self.at.page_link if one.proto.page.strip("/") == page]

    def button(self, key: str) -> Any:
        return self.at.button(key)

    @property
    def composer(self) -> dict[str, Any]:
        """What the room's composer was given."""
        (one,) = self.at.get("bidi_component")
        given: dict[str, Any] = json.loads(one.proto.json)
        return given

    def sends(self, words: str, client_id: str = "", **clock: object) -> "Page":
        """As the composer sends words: once, with an id of its own and its clock."""
        (one,) = self.at.get("bidi_component")
        told = {"id": client_id or uuid4().hex, "text": words, "turn": self.composer["turn"], **clock}
        states = self.at._tree.get_widget_states()
        events = json.dumps([{"event": "sent", "value": told}])
        states.widgets.append(WidgetState(id=f"$$STREAMLIT_INTERNAL_KEY_{one.proto.id}__events", json_trigger_value=events))
        self.at._run(states)
        return self


def read(elements: Any) -> list[str]:
    """What they say, without the backslashes that keep Markdown from reading it."""
    return [unescaped(str(one.value)) for one in elements]


def unescaped(markdown: str) -> str:
    return re.sub(r"\\(?=[^\w\s]|_)", "", markdown)


def plain(markup: str) -> str:
    without = re.sub(r"<(style|script)\b.*?</\1>", " ", markup, flags=re.DOTALL)
    return unescape(re.sub(r"<[^>]+>", " ", re.sub(r"</?(mark|span|b)\b[^>]*>", "", without)))


def begun(engine: Engine, language: Any = "ko", level: Any = 2) -> RolePlay:
    return engine.room.begin(LOCAL_PERSON, SCENARIO, language, level, seed=7)


def talked(engine: Engine, *lines: str, finished: bool = False) -> RolePlay:
    """A role-play in which the rep said these lines and was answered."""
    role_play = begun(engine)
    for number, line in enumerate(lines):
        reply = engine.room.say(LOCAL_PERSON, role_play.id, Words(line, f"line-{number}"))
        assert reply.wait(60)
    if finished:
        engine.room.finish(LOCAL_PERSON, role_play.id)
    return engine.room.role_play(LOCAL_PERSON, role_play.id)


def reviewed(engine: Engine, role_play: RolePlay, points: int = 50) -> None:
    """This machine's own person has scored it blind and finished."""
    for dimension in DIMENSIONS:
        engine.desk.score(LOCAL_PERSON, role_play.id, dimension, points)
    engine.desk.keep_blind(LOCAL_PERSON, role_play.id)
    engine.desk.close(LOCAL_PERSON, role_play.id, "done")
