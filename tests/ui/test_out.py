"""Files and paper over plain HTTP: who gets them, in which form, and one sentence for everybody else."""

import ast
import io
import zipfile
from pathlib import Path

import httpx2
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

import assistant
from assistant.assembly import Engine
from assistant.domain.people import LOCAL_PERSON
from assistant.domain.roleplay import RolePlay
from assistant.domain.words import DIMENSIONS
from tests.ui.pages import GOOD, talked
from ui.out import paper
from ui.out.routes import Out, from_this_machine
from ui.words import out, record

ATTACK = "<script>alert(1)</script> =1+1 확인 부탁드려요. 요즘 어떤 점이 제일 어려우세요?"


@pytest.fixture
def talk(engine: Engine) -> RolePlay:
    held = talked(engine, GOOD[0], ATTACK, GOOD[1], finished=True)
    engine.scorer.of_role_play(LOCAL_PERSON, held.id)
    return held


def asking(engine: Engine, base: str = "http://127.0.0.1:8501") -> TestClient:
    routes = Out(lambda: engine, lambda request: LOCAL_PERSON if from_this_machine(request) else None).routes()
    return TestClient(Starlette(routes=routes), base_url=base)


def got(engine: Engine, path: str, **headers: str) -> httpx2.Response:
    with asking(engine) as browser:
        return browser.get(path, headers=headers)


@pytest.mark.parametrize("name", ["talks.csv", "turns.csv", "measures.csv", "quotes.csv", "comments.csv", "progress.csv", "talks.json", "xapi.json"])
@pytest.mark.parametrize("whose", ["mine", "seen"])
def test_every_file_the_page_names_is_there(engine: Engine, talk: RolePlay, whose: str, name: str) -> None:
    answer = got(engine, f"/download/{whose}/{name}?language=ko&zone=Asia/Seoul")
    assert answer.status_code == 200
    assert f'attachment; filename="{name.split(".")[0]}-' in answer.headers["content-disposition"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-store"
    assert answer.content


def test_everything_comes_as_one_archive(engine: Engine, talk: RolePlay) -> None:
    answer = got(engine, "/download/mine/everything.zip?language=en")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert ATTACK in archive.read("talks.json").decode().replace("\\n", "\n")


def test_the_paper_is_whole_in_itself_and_shows_words_as_words(engine: Engine, talk: RolePlay) -> None:
    answer = got(engine, f"/paper/{talk.id}?language=ko")
    assert answer.headers["content-security-policy"] == paper.POLICY
    assert "<script>alert" not in answer.text
    assert "&lt;script&gt;alert(1)" in answer.text
    assert not any(outside in answer.text for outside in ("http://", "https://", "src=", "@import", "url("))
    assert out.PRINT.ko in answer.text
    assert out.PRINT.en in got(engine, f"/paper/{talk.id}?language=en").text


def test_a_comment_of_somebody_without_a_name_is_a_trainer_s(engine: Engine, talk: RolePlay) -> None:
    for dimension in DIMENSIONS:
        engine.desk.score(LOCAL_PERSON, talk.id, dimension, 50)
    engine.desk.keep_blind(LOCAL_PERSON, talk.id)
    engine.desk.comment(LOCAL_PERSON, talk.id, 1, "여기가 좋았어요.")
    engine.desk.close(LOCAL_PERSON, talk.id, "done", "")
    text = got(engine, f"/paper/{talk.id}?language=ko").text
    assert "여기가 좋았어요." in text
    assert "트레이너 · 2번째 말" in text


@pytest.mark.parametrize(
    "path",
    ["/paper/nobody-s", "/download/talk/nobody-s.csv", "/download/mine/else.csv", "/download/theirs/talks.csv", "/download/seen/everything.zip"],
)
def test_what_is_not_there_is_one_sentence(engine: Engine, talk: RolePlay, path: str) -> None:
    answer = got(engine, f"{path}?language=ko&zone=Nowhere/..")
    assert answer.status_code == 404
    assert "요" in answer.text
    assert "Traceback" not in answer.text


def test_another_site_gets_nothing(engine: Engine, talk: RolePlay) -> None:
    for site in ("cross-site", "same-site"):
        assert got(engine, "/download/mine/talks.json", **{"Sec-Fetch-Site": site}).status_code == 403
    with asking(engine, "http://evil.example:8501") as bent:
        assert bent.get("/download/mine/talks.json").status_code == 401


def test_the_record_is_a_table_that_says_that_it_was_taken_out(engine: Engine, talk: RolePlay) -> None:
    first = got(engine, "/download/record.csv?language=ko")
    assert first.status_code == 200
    again = got(engine, "/download/record.csv?language=ko&action=exported&since=2020-01-01&until=nonsense")
    assert record.ACTIONS["exported"].ko in again.content.decode("utf-8-sig")


def test_everything_that_is_recorded_has_words() -> None:
    said = set[str]()
    for path in Path(assistant.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Audited" and len(node.args) > 2:
                said |= {one.value for one in ast.walk(node.args[2]) if isinstance(one, ast.Constant) and isinstance(one.value, str)}
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in {"_note", "note", "_begun", "_shared"}:
                said |= {one.value for one in node.args[1:] if isinstance(one, ast.Constant) and isinstance(one.value, str) and "_" in one.value}
    assert said > {"role_play_shared", "login_failed", "person_changed"}
    assert said - set(record.ACTIONS) == set()
