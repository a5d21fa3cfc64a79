"""Every sentence exists in both languages, with the same blanks, and none is hidden in a view."""

import ast
import importlib
import pkgutil
import re
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

import ui.words
from assistant.domain.scorecard import Scorecard
from assistant.domain.words import Text
from ui import pages, words

MODULES = [importlib.import_module(f"ui.words.{module.name}") for module in pkgutil.iter_modules(words.__path__)]
UI = Path(ui.words.__file__).parents[1]
UNITS = UI / "shown.py"
"""Writes numbers and dates, each language its way."""
DRAWING = sorted(
    [*(path for path in UI.glob("*.py") if path != UNITS), *(UI / "views").glob("*.py"), *(UI / "markup").glob("*.py"), *(UI / "theme").glob("*.py")]
)
SENTENCE = re.compile(r"[가-힣]|[A-Za-z]{2,} [A-Za-z]{2,}")
CODE = re.compile(r"[<{=;]|^[a-z -]+$|^'[^']*'$|datum\.")
"""Markup, styles, expressions of charts, class names."""


def texts() -> Iterator[tuple[str, Text]]:
    for module in MODULES:
        for name, value in vars(module).items():
            if isinstance(value, Text):
                yield f"{module.__name__}.{name}", value
            elif isinstance(value, dict):
                yield from ((f"{module.__name__}.{name}[{key}]", text) for key, text in value.items() if isinstance(text, Text))


@pytest.mark.parametrize(("name", "text"), list(texts()))
def test_a_text_stands_in_both_languages_with_the_same_blanks(name: str, text: Text) -> None:
    assert text.ko.strip(), name
    assert text.en.strip(), name
    assert blanks(text.ko) == blanks(text.en), name
    assert not re.search("[가-힣]", text.en), name


def blanks(template: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(template) if field is not None}


def test_there_are_texts() -> None:
    assert len(list(texts())) > 100


@pytest.mark.parametrize("path", DRAWING, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_sentence_for_people_is_written_where_it_is_drawn(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documented = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)}
    logged = {id(part) for node in ast.walk(tree) if _is_log(node) for part in ast.walk(node)}
    found = [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documented | logged
    ]
    annotations = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str) and "[" in node.value}
    assert [one for one in found if SENTENCE.search(one) and not CODE.search(one) and one not in annotations] == []


def _is_log(node: ast.AST) -> bool:
    return (
        isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name) and node.func.value.id == "LOG"
    )


@pytest.mark.parametrize("place", pages.PLACES, ids=lambda place: place.view)
def test_every_page_has_a_view_that_renders(place: pages.Place) -> None:
    assert callable(importlib.import_module(f"ui.views.{place.view}").render)


def test_every_view_that_renders_is_a_page() -> None:
    views = {path.stem for path in (UI / "views").glob("*.py") if "\ndef render(" in path.read_text(encoding="utf-8")}
    assert views == {pages.REFUSED, *(place.view for place in pages.PLACES)}


def test_every_state_the_domain_knows_has_its_words() -> None:
    from typing import get_args

    from assistant.domain.buyer import Area, Mood
    from assistant.domain.playbook import PlaybookState
    from assistant.domain.roleplay import Level, Mode, Outcome
    from assistant.domain.words import DIMENSIONS
    from assistant.playbooks import Added
    from assistant.practice.milestones import STEPS
    from ui.words import assessing, common, hints, playbooks, room

    assert set(playbooks.STATES) == set(get_args(PlaybookState))
    assert set(playbooks.BECAME) == set(get_args(Added.__annotations__["state"]))
    assert set(hints.MOODS) == set(get_args(Mood))
    assert set(hints.STEPS) == set(STEPS)
    assert set(assessing.MODES) == set(get_args(Mode))
    assert set(common.OUTCOMES) == set(get_args(Outcome))
    assert set(common.LEVELS) == set(get_args(Level))
    assert set(room.AREAS) == set(get_args(Area))
    assert set(common.DIMENSIONS) == set(common.DIMENSION_ASKS) == set(DIMENSIONS)
    assert "scores" in Scorecard.__slots__


def test_the_frame_of_the_app_does_not_wait_for_what_scores_and_plays() -> None:
    import subprocess
    import sys

    program = "import sys, ui.pages; print([one for one in ('assistant.scoring', 'assistant.assembly', 'kiwipiepy', 'numpy') if one in sys.modules])"
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"


PICKING = {"selectbox", "multiselect"}
"""Streamlit puts English words of its own into these where none are given."""


@pytest.mark.parametrize("path", DRAWING, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_is_picked_from_has_words_of_ours_while_it_is_empty(path: Path) -> None:
    for call in _picking(path):
        given = {one.arg for one in call.keywords}
        assert "placeholder" in given, f"line {call.lineno}"
        assert "select_all" in given or _named(call) == "selectbox", f"line {call.lineno}: Select all, in English"


def test_there_is_something_picked_from() -> None:
    assert {_named(call) for path in DRAWING for call in _picking(path)} == PICKING


def _picking(path: Path) -> list[ast.Call]:
    found = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return [one for one in found if isinstance(one, ast.Call) and _named(one) in PICKING]


def _named(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else ""
