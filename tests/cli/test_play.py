"""`maju play`: the contract's JSON, the same for the same seed, and what is said when something cannot be used."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from assistant.settings import HOME
from tests.cli.conftest import Maju
from tests.fakes.openai_endpoint import FakeOpenAI, Reply

TALK = {
    "ko": [
        "안녕하세요, 시간 내주셔서 감사합니다. 오늘은 지금 상황부터 듣고 싶습니다.",
        "요즘 업무에서 가장 답답하신 점이 무엇인가요?",
        "그 점이 부담되시겠어요. 언제부터 그러셨나요?",
        "예산은 어느 정도로 생각하고 계신가요?",
        "결정은 어떤 분들과 어떻게 하시나요?",
        "비교해 보시는 다른 곳이 있으신가요?",
        "저희는 작년에 비슷한 규모의 회사 12곳에 들어갔고, 평균 3주 안에 자리를 잡았습니다.",
        "걱정하시는 부분을 조금 더 말씀해 주시겠어요?",
        "말씀하신 걱정은 당연합니다. 그래서 처음 두 달은 기존 방식과 같이 돌려 보시도록 합니다.",
        "언제까지는 결론을 내셔야 하나요?",
        "말씀하신 일정에 맞추려면 이번 달에 한 번 직접 보시는 게 좋겠습니다.",
        "다음 주 화요일 오후 2시에 제가 찾아뵙고 한 시간만 보여 드려도 될까요?",
    ],
    "en": [
        "Hello, thank you for making the time. I would like to hear how things are today first.",
        "What bothers you most at work these days?",
        "That must weigh on you. Since when has it been like that?",
        "What budget do you have in mind?",
        "Who decides with you, and how?",
        "Are you comparing anyone else?",
        "Last year twelve firms of about your size started with us, and on average they were settled within three weeks.",
        "Would you tell me a little more about what worries you?",
        "That worry is reasonable, which is why the first two months run beside what you have now.",
        "By when do you need to have decided?",
        "To make that date it would be good to see it once this month.",
        "May I come by next Tuesday at 2 pm and show you for an hour?",
    ],
}
SCENARIOS = sorted(path.stem for path in (HOME / "knowledge" / "scenarios").glob("*.yaml"))


def script(folder: Path, lines: list[str], think_s: float | None = 6.0) -> str:
    path = folder / "script.jsonl"
    rows = [{"text": line} | ({} if think_s is None else {"think_s": think_s}) for line in lines]
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    return str(path)


def lasting(printed: str) -> str:
    """A report without what may differ: ids and times."""
    return re.sub(r'"(id|sent_at|shown_at|first_key_at)": "[^"]*"', '"…"', printed)


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_twelve_turns_of_every_deal_are_the_same_for_a_seed(maju: Maju, tmp_path: Path, scenario: str, language: str) -> None:
    file = script(tmp_path, TALK[language])
    first, second = (maju("play", scenario, "--language", language, "--seed", "5", "--script", file, "--json") for _ in range(2))
    assert first.status == 0, first.err
    assert lasting(first.out) == lasting(second.out)
    report = json.loads(first.out)
    check_report(report)
    turns = report["transcript"]["turns"]
    assert len(turns) >= 13 or report["ended"]["by"] == "buyer"
    said = [turn["text"] for turn in turns if turn["speaker"] == "buyer"]
    assert len(said) == len(set(said))


def check_report(report: dict[str, Any]) -> None:
    """The contract's keys and ranges."""
    assert list(report) == ["transcript", "buyer", "ended", "scorecard"]
    assert report["ended"]["by"] in {"buyer", "rep", "limit"}
    assert report["ended"]["outcome"] in {"committed", "open", "walked_away"}
    assert report["ended"]["why"]
    for mind in report["buyer"]:
        assert set(mind) == {"turn", "trust", "patience", "mood", "move", "revealed", "raised", "settled"}
        assert 0 <= mind["trust"] <= 1
        assert 0 <= mind["patience"] <= 1
        assert report["transcript"]["turns"][mind["turn"]]["speaker"] == "buyer"
    card = report["scorecard"]
    assert set(card["scores"]) == {"human", "warm", "fast", "professional"}
    for evidence in card["evidence"]:
        assert evidence["quote"] in report["transcript"]["turns"][evidence["turn"]]["text"]


def test_another_seed_gives_another_talk(maju: Maju, tmp_path: Path) -> None:
    file = script(tmp_path, TALK["ko"])
    one, other = (maju("play", "cloud-phone-cx-lead", "--seed", seed, "--script", file, "--json") for seed in "12")
    assert lasting(one.out) != lasting(other.out)


def test_a_script_without_thinking_times_says_nothing_about_speed(maju: Maju, tmp_path: Path) -> None:
    ran = maju("play", "cloud-phone-cx-lead", "--script", script(tmp_path, TALK["ko"], think_s=None), "--json")
    assert not any("sent_at" in turn for turn in json.loads(ran.out)["transcript"]["turns"])


def test_by_hand_an_empty_line_ends_it_and_the_scores_are_shown(maju: Maju) -> None:
    ran = maju("play", "cloud-phone-cx-lead", stdin="안녕하세요, 반갑습니다.\n요즘 상담센터는 어떠세요?\n\n")
    assert ran.status == 0
    assert "전문성" in ran.out


@pytest.mark.parametrize("language", ["ko", "en"])
def test_an_unknown_scenario_is_one_sentence_in_the_terminals_language(maju: Maju, monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    monkeypatch.setenv("MAJU_LANGUAGE", language)
    ran = maju("play", "no-such-deal")
    assert ran.status == 2
    assert ran.err.count("\n") == 1
    assert ("시나리오" in ran.err) == (language == "ko")


@pytest.mark.parametrize("row", ["not json", '{"text": ""}', '{"think_s": 3}', '{"text": "네", "think_s": "soon"}', "[]"])
def test_a_bad_script_line_is_named_and_nothing_is_played(maju: Maju, tmp_path: Path, row: str) -> None:
    file = tmp_path / "bad.jsonl"
    file.write_text('{"text": "안녕하세요"}\n' + row, encoding="utf-8")
    ran = maju("play", "cloud-phone-cx-lead", "--script", str(file), "--json")
    assert (ran.status, ran.out) == (2, "")
    assert "bad.jsonl:2" in ran.err


def test_a_provider_that_fails_for_good_ends_with_what_there_is_and_no_scorecard(maju: Maju, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with FakeOpenAI(lambda body: Reply("", fault="server_error")) as endpoint:
        monkeypatch.setenv("OPENAI_BASE_URL", endpoint.url)
        ran = maju("play", "cloud-phone-cx-lead", "--script", script(tmp_path, TALK["ko"]), "--json")
    report = json.loads(ran.out)
    assert ran.status == 3
    assert report["ended"]["by"] == "fault"
    assert "scorecard" not in report
    assert [turn["speaker"] for turn in report["transcript"]["turns"]] == ["buyer", "rep"]
    assert "Traceback" not in ran.err
