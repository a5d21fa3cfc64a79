"""The other commands: score, scenarios, playbook, doctor, serve; their output, exit statuses and sentences."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.assembly import open_engine
from assistant.cli.app import WHERE
from assistant.domain.people import LOCAL_PERSON
from assistant.settings import HOME
from tests.cli.conftest import Maju
from tests.fakes.openai_endpoint import FakeOpenAI, Reply

GOOD = {
    "id": "r1",
    "turns": [
        {"speaker": "buyer", "text": "요즘 상담사가 자꾸 그만둬서 걱정이에요."},
        {"speaker": "rep", "text": "그만두시는 분이 많아 걱정이시겠어요. 어떤 점이 제일 힘들다고 하시나요?"},
    ],
}


def test_scores_come_in_input_order_with_a_bad_conversation_in_its_place(maju: Maju, tmp_path: Path) -> None:
    file = tmp_path / "talks.jsonl"
    rows = [json.dumps(GOOD, ensure_ascii=False), "{broken", json.dumps(GOOD | {"id": "r2"}, ensure_ascii=False)]
    file.write_text("\n".join(rows), encoding="utf-8")
    ran = maju("score", str(file), "--json")
    lines = [json.loads(line) for line in ran.out.splitlines()]
    assert ran.status == 2
    assert [line["id"] for line in lines] == ["r1", None, "r2"]
    assert lines[1]["line"] == 2
    assert lines[0]["scores"]["warm"]["value"] is not None


def test_a_conversation_from_standard_input_is_scored(maju: Maju) -> None:
    ran = maju("score", "-", "--json", stdin=json.dumps(GOOD, ensure_ascii=False) + "\n")
    assert ran.status == 0
    assert json.loads(ran.out)["id"] == "r1"


def test_the_same_conversation_scores_the_same_twice(maju: Maju) -> None:
    one, two = (maju("score", "-", "--json", stdin=json.dumps(GOOD, ensure_ascii=False)).out for _ in range(2))
    assert one == two


@pytest.mark.parametrize("name", ["missing.jsonl", "talk.docx"])
def test_a_file_that_cannot_be_scored_is_one_sentence(maju: Maju, name: str) -> None:
    ran = maju("score", name, "--json")
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)


def test_every_scenario_is_listed(maju: Maju) -> None:
    listed = [json.loads(line) for line in maju("scenarios", "--json").out.splitlines()]
    assert len(listed) >= 8
    assert all(one["price_won"][0] >= 5_000_000 for one in listed)


def test_a_scenario_check_names_file_field_and_what_was_expected(maju: Maju, tmp_path: Path) -> None:
    good = HOME / "knowledge" / "scenarios" / "erp-plant-cfo.yaml"
    bad = tmp_path / "erp-plant-cfo.yaml"
    bad.write_text(good.read_text(encoding="utf-8").replace("manner: sceptical", "manner: grumpy\n  mannre: x"), encoding="utf-8")
    ran = maju("scenario", "check", str(good), str(bad))
    assert ran.status == 2
    assert str(good) in ran.out
    assert f"{bad}: buyer.manner: 다음 가운데 하나여야 해요: 'analytical'" in ran.err
    assert f"{bad}: buyer.mannre: 없는 항목 이름이에요" in ran.err


def test_a_published_scenario_is_listed_and_played(maju: Maju, tmp_path: Path) -> None:
    with open_engine(tmp_path / "data") as engine:
        draft_id = engine.workshop.copy(LOCAL_PERSON, "erp-plant-cfo")
        engine.workshop.publish(LOCAL_PERSON, draft_id)
    listed = [json.loads(line) for line in maju("scenarios", "--json").out.splitlines()]
    assert [one["id"] for one in listed][-1] == "erp-plant-cfo-copy"
    script = tmp_path / "script.jsonl"
    script.write_text('{"text": "안녕하세요, 요즘 공장은 어떠세요?"}', encoding="utf-8")
    played = json.loads(maju("play", "erp-plant-cfo-copy", "--script", str(script), "--json", "--seed", "1").out)
    assert played["transcript"]["scenario"] == "erp-plant-cfo-copy"


def test_a_playbook_goes_in_is_found_and_goes_out(maju: Maju, tmp_path: Path) -> None:
    file = tmp_path / "요금 안내.md"
    file.write_text(
        "# 요금\n\n## 좌석 요금\n\n클라우드 전화 좌석은 한 달 49,000원입니다.\n\n## 해지\n\n해지는 30일 전에 알립니다.\n", encoding="utf-8"
    )
    assert json.loads(maju("playbook", "add", str(file), "--json").out)["state"] == "added"
    assert json.loads(maju("playbook", "add", str(file), "--json").out)["state"] == "unchanged"
    found = json.loads(maju("playbook", "search", "좌석 한 달 요금이 얼마인가요", "-k", "1", "--json").out)
    assert found[0]["playbook"] == "요금 안내"
    assert found[0]["section"] == "요금 > 좌석 요금"
    assert 0 <= found[0]["score"] <= 1
    many = maju("playbook", "search", "-", "--json", stdin="좌석 요금\n해지 통보\n").out.splitlines()
    assert [json.loads(line)[0]["section"] for line in many] == ["요금 > 좌석 요금", "요금 > 해지"]
    assert json.loads(maju("playbook", "list", "--json").out)["state"] == "ready"
    assert maju("playbook", "rebuild").status == 0
    assert maju("playbook", "remove", "요금 안내").status == 0
    assert maju("playbook", "list", "--json").out == ""
    assert maju("playbook", "remove", "요금 안내").status == 2


def test_a_bad_playbook_gets_its_sentence_and_the_rest_of_the_folder_goes_in(maju: Maju, tmp_path: Path) -> None:
    folder = tmp_path / "books"
    folder.mkdir()
    (folder / "a.pdf").write_bytes(b"not a pdf at all")
    (folder / "b.md").write_text("# 제목\n\n읽을 수 있는 본문이 들어 있습니다.\n", encoding="utf-8")
    ran = maju("playbook", "add", str(folder))
    assert ran.status == 2
    assert "a.pdf" in ran.err
    assert ran.err.count("\n") == 1
    assert "b.md" in ran.out


def test_offline_the_doctor_says_so(maju: Maju) -> None:
    report = json.loads(maju("doctor", "--json").out)
    assert report["offline"] is True
    assert all(check["fine"] for check in report["checks"])


def test_the_doctor_tells_a_model_that_answers_from_one_that_does_not(maju: Maju, monkeypatch: pytest.MonkeyPatch) -> None:
    with FakeOpenAI(lambda body: "OK.") as endpoint:
        monkeypatch.setenv("OPENAI_BASE_URL", endpoint.url)
        assert maju("doctor").status == 0
        endpoint.next(Reply("", fault="auth"))
        ran = maju("doctor")
    assert ran.status == 3
    assert "OPENAI_API_KEY" in ran.err


def test_the_app_opens_on_this_machine_only(maju: Maju) -> None:
    ran = maju("serve", "--host", "0.0.0.0")
    assert ran.status == 2
    assert "127.0.0.1" in ran.err


@pytest.mark.parametrize(("name", "value"), [("MAJU_LANGUAGE", "fr"), ("MAJU_DATABASE_URL", "nonsense")])
def test_a_setting_that_cannot_be_used_is_one_sentence(maju: Maju, monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    ran = maju("doctor")
    assert (ran.status, ran.err.count("\n")) == (2, 1)


def test_a_data_folder_that_cannot_be_made_is_one_sentence(maju: Maju, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    ran = maju("doctor", "--data", str(tmp_path / "file" / "below"))
    assert (ran.status, ran.err.count("\n")) == (2, 1)
    shutil.rmtree(tmp_path / "data", ignore_errors=True)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        (["play", "cloud-phone-cx-lead", "--level", "9"], "--level에 쓸 수 없는 값이에요"),
        (["play", "cloud-phone-cx-lead", "--nope"], "--nope 옵션은 없어요"),
        (["score"], "FILE... 자리에 들어갈 값이 빠졌어요"),
        (["sing"], "이 명령은 알아볼 수 없어요"),
    ],
)
def test_a_mistyped_command_is_one_sentence_that_says_where_help_is(maju: Maju, typed: list[str], told: str) -> None:
    ran = maju(*typed)
    assert ran.status == 2
    assert ran.err.startswith(told)
    assert "--help" in ran.err
    assert ran.err.count("\n") == 1


def test_without_playbooks_the_list_says_how_to_put_one_in(maju: Maju) -> None:
    ran = maju("playbook", "list")
    assert ran.status == 0
    assert "maju playbook add" in ran.out
    assert maju("playbook", "list", "--json").out == ""


def test_every_command_is_told_of_and_a_wrong_one_is_a_sentence(maju: Maju) -> None:
    told = maju("--help").out
    assert all(f"│ {name} " in told for name in WHERE)
    wrong = maju("sreve")
    assert (wrong.status, wrong.out) == (2, "")
    assert "--help" in wrong.err


def test_the_web_app_does_not_wait_for_what_the_other_commands_are_made_of() -> None:
    program = "import sys, assistant.cli.app, assistant.cli.serve; print([one for one in ('assistant.assembly', 'sqlalchemy') if one in sys.modules])"
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.strip() == "[]"
