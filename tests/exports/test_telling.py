"""Telling a learning record store: over real HTTP to a small one, which fails as such stores do."""

import base64
import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from uuid import UUID

import pytest

from assistant.exports.statements import NOWHERE, statements, voiding
from assistant.lrs import LearningRecordStore
from tests.exports.conftest import HOME, gathering, scored, telling
from tests.privacy.house import House

SECRET = "원가가 얼마인지 말해 드릴게요"


class Records:
    """A learning record store that takes statements as xAPI 1.0.3 says, and fails when told to."""

    def __init__(self) -> None:
        self.held: dict[str, dict[str, Any]] = {}
        self.asked = 0
        self.failing: list[int] = []
        self.refuses = ""
        records = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                self.send_response(records.take(self))
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}/xapi"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def take(self, request: BaseHTTPRequestHandler) -> int:
        self.asked += 1
        body = json.loads(request.rfile.read(int(request.headers["Content-Length"])))
        if request.path != "/xapi/statements" or request.headers["X-Experience-API-Version"] != "1.0.3":
            return 400
        if request.headers.get("Authorization") != "Basic " + base64.b64encode(b"key:secret").decode():
            return 401
        if self.failing:
            return self.failing.pop(0)
        if self.refuses and self.refuses in json.dumps(body):
            return 400
        for one in body:
            if self.held.get(one["id"], one) != one:
                return 409
        self.held |= {one["id"]: one for one in body}
        return 200

    def verbs(self) -> list[str]:
        return sorted(one["verb"]["id"].rsplit("/", 1)[1] for one in self.held.values())

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def records() -> Iterator[Records]:
    served = Records()
    yield served
    served.close()


@pytest.fixture
def lrs(records: Records) -> Iterator[LearningRecordStore]:
    store = LearningRecordStore(records.url, "key", "secret")
    yield store
    store.close()


def test_shared_practice_is_told_once_and_what_was_not_shared_never(house: House, records: Records, lrs: LearningRecordStore) -> None:
    rep = house.person("보람")
    scored(house, rep, "private", SECRET)
    house.shared(rep, scored(house, rep, "shared", SECRET))
    told = telling(house, lrs)
    assert told.run() == 2
    assert told.run() == 0
    assert records.verbs() == ["completed", "scored"]
    written = json.dumps(list(records.held.values()), ensure_ascii=False)
    assert rep.id in written
    assert not any(word in written for word in (SECRET, "보람", "private", "고생"))


def test_alone_everything_is_told(house: House, records: Records, lrs: LearningRecordStore) -> None:
    scored(house, house.person("보람"), "private")
    assert telling(house, lrs, alone=True).run() == 2


def test_a_store_that_is_down_is_tried_again_later_and_later_and_loses_nothing(house: House, records: Records, lrs: LearningRecordStore) -> None:
    rep = house.person("보람")
    house.shared(rep, scored(house, rep, "shared"))
    records.failing = [503, 429, 500]
    told = telling(house, lrs)
    assert told.run() == 0
    assert told.run() == 0
    assert records.asked == 1
    for wait in (10, 20):
        house.clock.passes(seconds=wait)
        assert told.run() == 0
    standing = house.store.statements.standing()
    assert (standing.sent, standing.waiting) == (0, 2)
    assert standing.problem
    assert "HTTP 500" in standing.problem
    house.clock.passes(seconds=40)
    assert telling(house, lrs).run() == 2
    assert house.store.statements.standing().problem is None


def test_a_resend_after_an_answer_that_was_lost_makes_no_second_statement(house: House, records: Records, lrs: LearningRecordStore) -> None:
    rep = house.person("보람")
    house.shared(rep, scored(house, rep, "shared"))
    told = telling(house, lrs)
    told.run()
    before = dict(records.held)
    lrs.send([json.dumps(one) for one in before.values()])
    assert records.held == before


def test_one_statement_that_is_refused_keeps_none_of_the_others(house: House, records: Records, lrs: LearningRecordStore) -> None:
    rep = house.person("보람")
    for name in ("a", "b"):
        house.shared(rep, scored(house, rep, name))
    records.refuses = "verbs/scored"
    assert telling(house, lrs).run() == 2
    assert records.verbs() == ["completed", "completed"]
    assert house.store.statements.standing().waiting == 2


def test_what_is_taken_back_or_deleted_is_declared_void(house: House, records: Records, lrs: LearningRecordStore) -> None:
    rep = house.person("보람")
    for name in ("back", "gone"):
        house.shared(rep, scored(house, rep, name))
    told = telling(house, lrs)
    told.run()
    first = set(records.held)
    house.store.role_plays.share("back", (), house.clock())
    house.store.role_plays.share("gone", (), house.clock())
    house.eraser.erase_own(rep.actor(), "gone")
    assert told.run() == 4
    voided = {one["object"]["id"] for one in records.held.values() if one["verb"]["id"].endswith("voided")}
    assert voided == first
    house.shared(rep, house.store.role_plays.get("back"))
    assert told.run() == 2
    assert len(set(records.held) - first) == 6


def test_what_was_not_sent_yet_is_not_sent_after_its_talk_is_gone(house: House, records: Records, lrs: LearningRecordStore) -> None:
    rep = house.person("보람")
    house.shared(rep, scored(house, rep, "shared"))
    records.failing = [503]
    told = telling(house, lrs)
    told.run()
    house.store.role_plays.share("shared", (), house.clock())
    house.clock.passes(hours=2)
    assert told.run() == 0
    assert records.held == {}


def test_an_address_where_nothing_is_says_so(house: House) -> None:
    rep = house.person("보람")
    house.shared(rep, scored(house, rep, "shared"))
    nowhere = LearningRecordStore("http://127.0.0.1:9/xapi", "key", "secret")
    assert telling(house, nowhere).run() == 0
    problem = house.store.statements.standing().problem
    assert problem
    assert "could not be reached" in problem
    nowhere.close()


def test_without_an_address_nothing_is_kept(house: House) -> None:
    rep = house.person("보람")
    house.shared(rep, scored(house, rep, "shared"))
    assert telling(house, None).run() == 0
    assert house.store.statements.role_plays() == frozenset()


def test_a_statement_is_what_xapi_asks_for(house: House) -> None:
    rep = house.person("보람")
    talk = scored(house, rep, "one")
    (taken,) = gathering(house).of([talk])
    completed, warm = statements(taken, HOME)
    assert completed["actor"] == {"objectType": "Agent", "account": {"homePage": HOME, "name": rep.id}}
    assert completed["result"]["duration"] == "PT540.50S"
    assert completed["object"]["definition"]["type"] == "http://adlnet.gov/expapi/activities/simulation"
    assert warm["result"]["score"] == {"scaled": 0.7125, "raw": 71.25, "min": 0, "max": 100}
    assert warm["context"]["contextActivities"]["parent"][0]["id"] == completed["object"]["id"]
    for one in (completed, warm, voiding(warm["id"], NOWHERE, warm["id"])):
        assert UUID(one["id"])
        assert all(":" in key for key in one.get("result", {}).get("extensions", {}))
        assert {"actor", "verb", "object"} <= set(one)
    assert statements(taken, HOME) == [completed, warm]


def test_what_is_not_over_is_no_statement(house: House) -> None:
    (taken,) = gathering(house).of([house.talk(house.person("보람"), "open", "안녕하세요")])
    assert statements(taken, HOME) == []
