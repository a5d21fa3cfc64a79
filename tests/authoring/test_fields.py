"""The form follows the model: every field has its kind and its explanation in both languages, and nothing is explained that is not there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from assistant.authoring import fields
from assistant.authoring.explanations import explanations, place, refers_to
from assistant.authoring.fields import FormField, empty, fields_by_path, likes_of, scenario_form, shaped, walked
from assistant.domain.tree import at
from assistant.domain.words import LANGUAGES, Language, Lines, Text
from assistant.language.anybody import intents
from assistant.scenarios import tree_of, typed, values_of
from tests.authoring.bench import DEAL, Place


def all_fields() -> Iterator[FormField]:
    return (field for field in fields_by_path().values() if field.path)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", [field.path for field in all_fields()])
def test_a_field_of_the_model_is_explained(path: str, language: Language) -> None:
    """Its own explanation, or that of the same field of the same class elsewhere: knowledge/builder/{ko,en}.yaml."""
    known = explanations(language)
    found = next((known[one] for one in likes_of(path) if one in known), None)
    assert found, f"{path} has no explanation in knowledge/builder/{language}.yaml"
    assert found.name.strip()
    assert set(found.choices) == {str(one) for one in fields_by_path()[path].choices}
    assert language == "ko" or not re.search("[가-힣]", found.name + found.help + "".join(found.choices.values()))


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_explained_that_is_no_field(language: Language) -> None:
    assert set(explanations(language)) <= {field.path for field in all_fields()}


def test_a_field_of_ids_says_which_lists_they_are_of() -> None:
    lists = {field.path for field in all_fields() if field.kind == "items"} | {"intents"}
    held = [refers_to(field.path) for field in all_fields() if field.kind == "words"]
    assert all(held)
    assert {one for some in held for one in some} <= lists


def test_the_common_questions_are_those_the_program_understands(place: Place) -> None:
    from assistant.authoring.explanations import names_for

    assert set(names_for({}, "plain_answers.0.intents", "ko")) == set(intents())


@dataclass(frozen=True, slots=True)
class Guest:
    name: Text
    says: Lines
    alone: bool = False
    seat: int | None = None


@dataclass(frozen=True, slots=True)
class Party:
    host: Guest
    guests: tuple[Guest, ...] = ()
    music: Text | None = None
    rooms: tuple[str, ...] = ()


def test_a_field_that_is_added_to_the_model_appears_by_itself() -> None:
    form = fields._group(Party, "", "", False)
    kinds = {field.path: (field.kind, field.optional) for field in walked(form) if field.path and field.of is None}
    assert kinds["host.says"] == ("lines", False)
    assert kinds["guests.seat"] == ("whole", True)
    assert kinds["guests.alone"] == ("flag", True)
    assert kinds["music"] == ("text", True)
    assert kinds["rooms"] == ("words", True)


def test_a_type_that_no_control_can_show_is_an_error_and_not_a_gap() -> None:
    @dataclass
    class Odd:
        prices: dict[str, int]

    with pytest.raises(TypeError, match="prices"):
        fields._group(Odd, "", "", False)


def test_what_a_form_fills_in_is_well_typed() -> None:
    scenario, wrong = typed(empty(scenario_form()))
    assert scenario is not None, wrong


def test_shaping_gives_back_everything_that_was_there(place: Place) -> None:
    tree = tree_of(place.library.get(DEAL))
    assert shaped(scenario_form(), tree) == tree
    odd = {**tree, "colour_of_the_door": "blue", "deal": {"product": {"ko": "전화"}}}
    kept = shaped(scenario_form(), odd)
    assert kept["colour_of_the_door"] == "blue"
    assert kept["deal"]["product"] == {"ko": "전화", "en": ""}
    assert kept["deal"]["minutes"] == 0


def test_a_place_is_named_as_people_say_it() -> None:
    tree = values_of("x", b"facts: [{id: a, summary: {ko: '\xec\xa0\x84\xed\x99\x94', en: phone}, lines: {ko: [], en: []}}]")
    assert place(tree, "facts.0.lines.ko", "ko") == "사실 › 1. 전화 › 말할 때 › 한국어"
    assert place(tree, "facts.a.lines.en", "en") == "Facts › a › How they say it › English"
    assert place(tree, "title.en", "en") == "Title › English"
    assert at(tree, "facts.0.id") == "a"
