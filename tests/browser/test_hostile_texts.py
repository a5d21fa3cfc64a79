"""Markup, Markdown images and scripts in every text that people or models write: shown as the text it is, nothing runs, nothing is loaded."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from assistant.assembly import Engine
from assistant.domain.draft import Change
from assistant.domain.people import LOCAL_PERSON
from assistant.playbooks import Upload
from assistant.practice.room import Words
from tests.browser.app import serving
from tests.resilience.places import opened

EVIL = "evil.example"
TEXT = (
    f"<script>window.broken=1</script><img src=x onerror=window.broken=2 alt=a>![그림](https://{EVIL}/a.png) [눌러](javascript:window.broken=3) "
    f"<svg onload=window.broken=4><iframe src=https://{EVIL}></iframe> $x^2$ :red[붉은] <style>*{{display:none}}</style> </div></script>"
)
SCENARIO = "cloud-phone-cx-lead"
MARK = "window.broken=1"
"""What of it must be there to read."""

pytestmark = pytest.mark.browser


def prepared(data: Path) -> str:
    """Everything a person can write, written. Returns the role-play's id."""
    with opened(data) as engine:
        scenario = _published(engine)
        body = f"# {TEXT}\n\n{TEXT} 번호이동은 영업일 기준 5일 걸려요.\n\n| {TEXT} | 값 |\n|---|---|\n| a | {TEXT} |\n"
        engine.shelf.add(LOCAL_PERSON, Upload(f"{TEXT.replace('/', '∕')[:80]}.md", body.encode()))
        role_play = engine.room.begin(LOCAL_PERSON, scenario, "ko", 2, seed=7)
        assert engine.room.say(LOCAL_PERSON, role_play.id, Words(f"안녕하세요. {TEXT} 요즘 가장 답답한 점이 뭔가요?", "1")).wait(120)
        engine.room.finish(LOCAL_PERSON, role_play.id)
        engine.scorer.of_role_play(LOCAL_PERSON, role_play.id)
        talks = '{"id": "x", "turns": [{"speaker": "buyer", "text": %s}, {"speaker": "rep", "text": %s}]}'
        quoted = '"' + TEXT.replace("\\", "\\\\").replace('"', '\\"') + '"'
        engine.real_talks.take(
            LOCAL_PERSON, "통화<img src=x onerror=window.broken=5>.jsonl", (talks % (quoted, quoted)).encode(), lambda done, of: None
        )
        return role_play.id


def _published(engine: Engine) -> str:
    """A deal whose buyer, company and product are hostile; its id."""
    draft = engine.workshop.copy(LOCAL_PERSON, SCENARIO)
    written = {
        "title.ko": TEXT[:60],
        "deal.product.ko": TEXT[:80],
        "buyer.company.ko": TEXT[:80],
        "buyer.name.ko": "<img src=x onerror=window.broken=6>",
    }
    revision = engine.workshop.draft(LOCAL_PERSON, draft).revision
    engine.workshop.change(LOCAL_PERSON, draft, revision, [Change(path, value) for path, value in written.items()])
    return engine.workshop.publish(LOCAL_PERSON, draft).scenario


def pages(role_play_id: str) -> list[str]:
    return ["/", f"/room?role_play={role_play_id}", f"/scorecard?role_play={role_play_id}", "/playbooks", "/scenarios", "/conversations", "/progress"]


def test_nothing_written_runs_or_loads_anything(chromium: Browser, tmp_path: Path) -> None:
    role_play_id = prepared(tmp_path / "data")
    asked: list[str] = []
    with serving(tmp_path) as app:
        page = chromium.new_context(locale="ko-KR").new_page()
        page.on("request", lambda request: asked.append(request.url))
        page.on("dialog", lambda dialog: pytest.fail(f"a script spoke: {dialog.message}"))
        read = {path: _read(page, app.url + path) for path in pages(role_play_id)}
        for path in read:
            assert page.evaluate("window.broken") is None, path
    assert not [one for one in asked if EVIL in one]
    assert not [one for one in asked if not one.startswith((app.url, "data:", "blob:", app.url.replace("http", "ws")))]
    for path in (pages(role_play_id)[1], pages(role_play_id)[2]):
        assert MARK in read[path], path


def _read(page: Page, url: str) -> str:
    page.goto(url)
    expect(page.locator("[data-testid=stApp][data-test-script-state=notRunning]")).to_be_visible(timeout=60_000)
    page.wait_for_timeout(500)
    assert page.evaluate("window.broken") is None, url
    assert page.locator("iframe").count() == 0, url
    return page.inner_text("body")
