"""What is ruled out at a glance is never there."""

import json
import re
from pathlib import Path

import pytest

from assistant.domain.words import LANGUAGES, Language
from assistant.language import glimpse, phrases
from assistant.language.glimpse import Glimpse, alternatives, beginnings, contents
from assistant.language.question_features import _TAIL
from assistant.language.surface import surface
from assistant.perception.sentence import sentences_of

TALKS = Path(__file__).parents[1] / "scoring" / "data"


def _sentences(language: Language) -> list[str]:
    talks = (json.loads(line) for line in (TALKS / f"talks.{language}.jsonl").read_text(encoding="utf-8").splitlines())
    return [turn["text"] for talk in talks for turn in talk["turns"]][:400]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_list_is_found_where_searching_all_of_it_finds_it(language: Language) -> None:
    hits = 0
    for text in _sentences(language):
        form = surface(text, language).text
        for name in phrases._lists(language):
            whole = [match.span() for match in phrases.pattern(name, language).finditer(form) if match.group()]
            assert list(phrases.phrases(text, language).spans(name)) == whole, (name, text)
            hits += bool(whole)
    assert hits > 1000


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_sentence_cannot_have_none_of_its_parts_has(language: Language) -> None:
    """Its clauses, and its letters alone as questions see them."""
    hits = 0
    for text in _sentences(language)[:200]:
        for one in sentences_of(text, None, language):
            parts = [clause.text for clause in one.clauses if clause is not one]
            parts += [_TAIL.sub("", surface(one.text, "ko").text)] if language == "ko" else []
            for name in phrases._lists(language):
                there = any(phrases.has(name, part, language) for part in parts)
                assert one.may_have(name) or not there, (name, one.text)
                hits += there
    assert hits > 300


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        ("thank(?:s| you)", {"than"}),
        ("(?:so )?sorry", {"so s", "sorr"}),
        ("(?<!not )fin[ed]", {"fine", "find"}),
        (r"\d+ won", set("0123456789")),
        ("[a-z]+ please", {""}),
        ("a|bc|bd", {"a", "bc", "bd"}),
        ("(?:ab)+c", {"ab"}),
        (".{3}x", {""}),
    ],
)
def test_how_an_expression_can_begin(expression: str, expected: set[str]) -> None:
    assert set(beginnings(expression, 4) or ()) == expected


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (r"\w+ in (?:ten|five)", {" in "}),
        ("(?:^|[^a-z])(?:---|===)", {"---", "==="}),
        ("[a-z]+n't(?![a-z])", {"n't"}),
        ("x?[a-z]{2}", None),
    ],
)
def test_what_an_expression_holds_after_what_may_be_anything(expression: str, expected: set[str] | None) -> None:
    assert contents(expression, 4) == expected


def test_what_is_held_tells_whatever_stands_before_it() -> None:
    seen = Glimpse(("[a-z]+n't", "[a-z]+"), "ab", 8, at_words=True)
    assert seen.possible("we can't") == {0, 1}
    assert seen.possible("we can") == {1}


def test_where_an_expression_may_begin_is_told() -> None:
    seen = Glimpse(("thank", "think", "[a-z]+n't", "than ten"), "abab", 8, at_words=True)
    assert seen.begun("i thank, i rethink, thankn't") == [(2, {"a": (0,)}), (20, {"a": (0,)})]
    assert seen.anywhere("i thank, i rethink, thankn't") == {"a": (2,)}
    assert seen.anywhere("i thank") == {}


def test_only_bars_outside_brackets_part_alternatives() -> None:
    assert list(alternatives(r"a(?:b|c)|[|)]d|e\|f")) == ["a(?:b|c)", "[|)]d", r"e\|f"]


def test_digits_of_other_scripts_rule_nothing_out() -> None:
    seen = Glimpse((r"\d+", "abc"), "ab", 3, at_words=False)
    assert not seen.possible("none")
    assert 0 in seen.possible("٣")
    assert re.search(r"\d+", "٣")


def test_without_the_parser_everything_is_searched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glimpse, "_parser", None)
    seen = Glimpse(("thank", "cheers", "sorry"), "abc", 3, at_words=True)
    assert seen.possible("hello") == {0, 1, 2}
