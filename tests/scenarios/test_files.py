"""Scenario files: every fault is said with file, field and reason; whatever was uploaded, reading it ends; what is written reads back."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from assistant.assembly import KNOWLEDGE
from assistant.domain.draft import Change
from assistant.domain.scenario import Scenario
from assistant.domain.tree import at, changed
from assistant.errors import ScenarioError
from assistant.scenarios import Library, checked, file_of, problems, read_scenario, tree_of, values_of

BUNDLED = Library(KNOWLEDGE / "scenarios").all()


@pytest.mark.parametrize("scenario", BUNDLED, ids=lambda one: one.id)
def test_a_scenario_that_is_written_reads_back_the_same(scenario: Scenario, tmp_path: Path) -> None:
    text = file_of(tree_of(scenario))
    path = tmp_path / f"{scenario.id}.yaml"
    path.write_text(text, encoding="utf-8")
    again = read_scenario(path)
    assert replace(again, version="") == replace(scenario, version="")
    assert file_of(tree_of(again)) == text


@pytest.mark.parametrize("scenario", BUNDLED, ids=lambda one: one.id)
def test_what_a_rep_reads_beforehand_keeps_one_speech_level(scenario: Scenario) -> None:
    deal, briefing = scenario.deal, scenario.briefing
    read = (deal.summary.ko, deal.stage.ko, deal.price_how.ko, briefing.situation.ko, briefing.goal.ko, *briefing.known.ko)
    assert not [text for text in read if re.search(r"(요|(?<!니)다)(\.|$)", text)]


leaves = some.text(some.characters(blacklist_categories=["Cs", "Cc"]), min_size=1, max_size=40) | some.sampled_from(
    [
        "yes",
        "null",
        "070",
        "1e3",
        "- a",
        "a: b",
        "#x",
        "'",
        '"',
        "2026-11-28",
        "~",
        " 앞뒤 ",
        "한 줄\n두 줄",
        "\u2028",
        "=",
        "!tag",
        "&a",
        "*a",
        "0x1F",
    ]
)


@settings(max_examples=25, deadline=None)
@given(leaves, some.lists(leaves, min_size=1, max_size=4))
def test_any_text_survives_the_file(text: str, lines: list[str]) -> None:
    tree = changed(tree_of(BUNDLED[0]), [Change("title.ko", text), Change("facts.0.lines.ko", lines), Change("buyer.role.en", text)])
    assert values_of("x.yaml", file_of(tree).encode()) == tree


def bad_files() -> Iterator[tuple[str, bytes, str, str]]:
    yield "a bomb of references", b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]", "bad.yaml:1: &", "references"
    yield "a lone reference", b"id: x\ntitle: *nothing", "bad.yaml:2: ", "references"
    yield "endless depth", b"[" * 50_000, "단계보다 깊이", "levels"
    yield "a key twice", b"id: a\ntitle: {ko: x, en: y}\nid: b", "bad.yaml:3: 'id'", "stands twice"
    yield "another encoding", "title: 가나".encode("cp949"), "UTF-8", "UTF-8"
    yield "utf-16", "id: x".encode("utf-16"), "UTF-8", "UTF-8"
    yield "no text at all", bytes(range(256)), "bad.yaml", "bad.yaml"
    yield "control characters", b"id: \x01\x02", "YAML 형식", "expected YAML"
    yield "broken YAML", b"id: [1, 2", "bad.yaml:", "expected YAML"
    yield "code", b"!!python/object/apply:os.system ['true']", "YAML 형식", "expected YAML"
    yield "a date that is none", b"id: 2026-13-45", "YAML 형식", "expected YAML"
    yield "a list as a key", b"? [a, b]\n: c", "한 낱말", "plain word"
    yield "a list", b"- a\n- b", "항목이 하나도", "fields of a scenario"
    yield "nothing", b"", "항목이 하나도", "fields of a scenario"
    yield "a huge file", b"id: x\n" + b"# " + b"x" * 2_100_000, "2MB", "2 MB"
    yield "endless members", b"a: [" + b"1," * 210_000 + b"1]", "너무 많아요", "no more than"


@pytest.mark.parametrize(("name", "raw", "ko", "en"), list(bad_files()), ids=lambda one: one if isinstance(one, str) and " " in one else "")
def test_a_bad_file_is_refused_in_one_sentence(name: str, raw: bytes, ko: str, en: str) -> None:
    with pytest.raises(ScenarioError) as caught:
        values_of("bad.yaml", raw)
    assert ko in caught.value.ko
    assert en in caught.value.en
    assert len(caught.value.ko.splitlines()) == 1
    assert caught.value.ko.startswith("bad.yaml")


def test_a_byte_order_mark_is_no_fault() -> None:
    assert values_of("x", b"\xef\xbb\xbfid: x") == {"id": "x"}


WRONG: tuple[tuple[str, Any, str, str], ...] = (
    ("title.en", " ", "title.en", "영어로 적은 글"),
    ("id", "한글 이름", "id", "영어 소문자"),
    ("facts.1.id", "call_volume", "facts", "두 번 나온 것"),
    ("facts.0.topics", ["weather"], "facts.0.topics", "weather"),
    ("facts.0.topics", [], "facts.0.topics", "하나 이상"),
    ("facts.0.trust", 1.2, "facts.0.trust", "0에서 1 사이"),
    ("facts.0.lines.ko", ["한 줄만 6만 4천, 52석"], "facts.0.lines.ko", "3줄 이상"),
    ("facts.0.lines.en", [], "facts.0.lines.en", "영어로 적은 글"),
    ("facts.0.tells.ko", ["없는 말"], "facts.0.tells.ko", "어디에도 나오지 않아요"),
    ("briefing.goal.ko", "6만 4천 콜의 까닭을 알아내세요.", "facts.0.tells.ko", "briefing"),
    ("deal.price_low_won", 4_999_999, "deal.price_low_won", "5,000,000원"),
    ("deal.price_high_won", 1, "deal.price_high_won", "낮은 금액"),
    ("deal.minutes", 0, "deal.minutes", "1에서 180"),
    ("buyer.colour", "red; background: url(x)", "buyer.colour", "#2f6f73"),
    ("buyer.knows.ko", ["한 줄\n두 줄"], "buyer.knows.ko", "줄바꿈"),
    ("lines.leave.ko", ["가요."], "lines.leave.ko", "4줄 이상"),
    ("agreement.settled", ["nothing"], "agreement.settled", "nothing"),
    ("agreement.facts_found", 99, "agreement.facts_found", "99"),
    ("plain_answers.0.intents", ["nonsense"], "plain_answers.0.intents", "nonsense"),
    ("discovery", [], "discovery", "7개"),
    ("objections", [], "objections", "4개 이상"),
)


@pytest.mark.parametrize(("path", "value", "field", "says"), WRONG, ids=[one[0] for one in WRONG])
def test_what_is_wrong_is_said_at_its_field(path: str, value: Any, field: str, says: str) -> None:
    deal = next(one for one in BUNDLED if one.id == "cloud-phone-cx-lead")
    scenario, found = checked(changed(tree_of(deal), [Change(path, value)]))
    assert scenario is not None
    said = [one for one in found if one.path == field]
    assert any(says in one.expected.ko for one in said), found
    assert all(one.expected.en for one in said)


@pytest.mark.parametrize("scenario", BUNDLED, ids=lambda one: one.id)
def test_the_bundled_scenarios_have_nothing_to_mend(scenario: Scenario) -> None:
    assert problems(scenario) == []


def test_every_field_of_a_wrong_kind_is_named(tmp_path: Path) -> None:
    tree = changed(tree_of(BUNDLED[0]), [Change("deal.minutes", "soon"), Change("facts.2.ask", "never"), Change("buyer", None), Change("extra", 1)])
    path = tmp_path / f"{at(tree, 'id')}.yaml"
    path.write_text(file_of(tree), encoding="utf-8")
    with pytest.raises(ScenarioError) as caught:
        read_scenario(path)
    fields = [line.split(": ")[1] for line in caught.value.ko.splitlines()]
    assert set(fields) == {"deal.minutes", "facts.2.ask", "buyer", "extra"}
    assert all(line.startswith(str(path)) for line in caught.value.en.splitlines())


def test_the_id_is_the_files_name(tmp_path: Path) -> None:
    path = tmp_path / "other.yaml"
    path.write_text(file_of(tree_of(BUNDLED[0])), encoding="utf-8")
    with pytest.raises(ScenarioError, match=r"id: expected the file's name, 'other'"):
        read_scenario(path)
