"""Drafts keep every change, two windows do not undo each other, and only what is whole is published."""

import pytest

from assistant.authoring.items import removed
from assistant.domain.draft import Change
from assistant.domain.people import LOCAL_PERSON
from assistant.errors import InputError, NotFound, Overtaken, ScenarioError
from tests.authoring.bench import DEAL, MANAGER, REP, Place


def test_a_copy_of_a_deal_is_a_draft_that_could_be_published(place: Place) -> None:
    draft = place.copied()
    assert place.workshop.problems(draft) == []
    assert place.holds(draft.draft.id, "id") == f"{DEAL}-copy"
    assert place.holds(draft.draft.id, "title.ko").endswith("(사본)")
    assert place.holds(place.copied().draft.id, "id") == f"{DEAL}-copy-2"


def test_a_scenario_from_nothing_can_be_talked_to_at_once(place: Place) -> None:
    draft = place.draft(place.workshop.from_nothing(LOCAL_PERSON))
    assert place.workshop.hindrances(draft) == []
    assert {one.kind for one in place.workshop.problems(draft)} == {"few"}
    assert place.workshop.playable(draft.draft.id).buyer.name.ko == "김서진"


def test_every_change_is_kept_and_can_be_taken_back_one_by_one(place: Place) -> None:
    draft_id = place.copied().draft.id
    title = place.holds(draft_id, "title.ko")
    place.set(draft_id, "title.ko", "새 제목")
    place.set(draft_id, "title.ko", "더 새 제목")
    place.set(draft_id, "facts.0.trust", 0.9)
    for expected in ("더 새 제목", "새 제목", title, title):
        place.workshop.undo(LOCAL_PERSON, draft_id)
        assert place.holds(draft_id, "title.ko") == expected
    assert not place.draft(draft_id).can_undo
    place.set(draft_id, "title.ko", "다시")
    place.workshop.undo(LOCAL_PERSON, draft_id)
    assert place.holds(draft_id, "title.ko") == title


def test_what_is_so_already_is_no_change(place: Place) -> None:
    draft_id = place.copied().draft.id
    assert place.set(draft_id, "facts.0.lines.ko", place.holds(draft_id, "facts.0.lines.ko")) == 0
    assert place.draft(draft_id).revision == 0


def test_a_deleted_fact_comes_back_by_undo(place: Place) -> None:
    draft = place.copied()
    place.workshop.change(LOCAL_PERSON, draft.draft.id, 0, removed(draft.tree, "facts", 2))
    assert len(place.holds(draft.draft.id, "facts")) == 17
    place.workshop.undo(LOCAL_PERSON, draft.draft.id)
    assert place.draft(draft.draft.id).tree["facts"] == draft.tree["facts"]


def test_two_windows_may_change_different_fields(place: Place) -> None:
    draft_id = place.copied().draft.id
    place.set(draft_id, "title.ko", "한 창", seen=0)
    place.set(draft_id, "title.en", "The other window", seen=0)
    assert place.holds(draft_id, "title") == {"ko": "한 창", "en": "The other window"}


@pytest.mark.parametrize("path", ["title.ko", "title", "facts.3.lines.ko"])
def test_the_second_window_is_told_when_the_field_was_changed_meanwhile(place: Place, path: str) -> None:
    draft_id = place.copied().draft.id
    place.set(draft_id, "title.ko", "한 창", seen=0)
    place.set(draft_id, "facts", [], seen=0)
    with pytest.raises(Overtaken) as caught:
        place.set(draft_id, path, "다른 창", seen=0)
    assert "먼저 고쳐서" in caught.value.ko
    assert place.holds(draft_id, "title.ko") == "한 창"


def test_a_scenario_being_changed_has_one_draft(place: Place) -> None:
    first = place.workshop.edit(LOCAL_PERSON, DEAL)
    assert place.workshop.edit(MANAGER, DEAL) == first
    place.workshop.discard(LOCAL_PERSON, first)
    assert place.workshop.edit(MANAGER, DEAL) != first
    with pytest.raises(InputError, match="put away"):
        place.set(first, "title.ko", "늦음")


def test_only_managers_make_scenarios(place: Place) -> None:
    draft_id = place.copied().draft.id
    for forbidden in (
        lambda: place.workshop.copy(REP, DEAL),
        lambda: place.workshop.edit(REP, DEAL),
        lambda: place.workshop.from_nothing(REP),
        lambda: place.workshop.take_in(REP, "x.yaml", b"id: x"),
        lambda: place.workshop.draft(REP, draft_id),
        lambda: place.workshop.change(REP, draft_id, 0, [Change("title.ko", "x")]),
        lambda: place.workshop.publish(REP, draft_id),
        lambda: place.workshop.discard(REP, draft_id),
        lambda: place.workshop.entries(REP),
        lambda: place.published.restore(REP, DEAL, 0),
        lambda: place.published.retire(REP, DEAL),
        lambda: place.published.versions(REP, DEAL),
        lambda: place.published.exported(REP, DEAL),
    ):
        with pytest.raises(InputError, match="not allowed"):
            forbidden()
    assert place.workshop.copy(MANAGER, DEAL)


def test_there_is_one_sentence_for_a_draft_that_is_not_there(place: Place) -> None:
    with pytest.raises(NotFound, match="no such draft"):
        place.draft("nowhere")


def test_a_draft_with_something_to_mend_is_not_published(place: Place) -> None:
    draft_id = place.copied().draft.id
    place.set(draft_id, "title.en", "")
    found = place.workshop.problems(place.draft(draft_id))
    assert [(one.path, one.kind) for one in found] == [("title.en", "empty")]
    with pytest.raises(InputError, match="to mend: 1"):
        place.workshop.publish(LOCAL_PERSON, draft_id)


def test_what_is_missing_in_one_language_does_not_keep_one_from_trying(place: Place) -> None:
    draft_id = place.copied().draft.id
    for path in ("title.en", "buyer.character.en"):
        place.set(draft_id, path, "")
    place.set(draft_id, "facts.0.lines.en", [])
    assert len(place.workshop.problems(place.draft(draft_id))) >= 3
    assert place.workshop.hindrances(place.draft(draft_id)) == []
    assert place.workshop.playable(draft_id).facts[0].lines.en == place.workshop.playable(draft_id).facts[0].lines.ko


def test_a_reference_to_nothing_keeps_one_from_trying_and_says_where(place: Place) -> None:
    draft_id = place.copied().draft.id
    place.set(draft_id, "facts.2.topics", ["nowhere"])
    assert [one.path for one in place.workshop.hindrances(place.draft(draft_id))] == ["facts.2.topics"]


def test_characters_that_no_database_keeps_are_left_out(place: Place) -> None:
    draft_id = place.copied().draft.id
    place.set(draft_id, "title.ko", "제\x00목\ud800\r\n둘")
    assert place.holds(draft_id, "title.ko") == "제목\n둘"


def test_a_field_holds_no_novel(place: Place) -> None:
    with pytest.raises(InputError, match="too long"):
        place.set(place.copied().draft.id, "title.ko", "가" * 300_000)


def test_a_file_that_is_no_scenario_says_file_field_and_reason(place: Place) -> None:
    raw = place.published.exported(LOCAL_PERSON, DEAL).replace("manner: analytical", "manner: furious").replace("stage:", "stages:")
    with pytest.raises(ScenarioError) as caught:
        place.workshop.take_in(LOCAL_PERSON, "mine.yaml", raw.encode())
    lines = caught.value.en.splitlines()
    assert any(line.startswith("mine.yaml: buyer.manner: expected") and "analytical" in line for line in lines)
    assert "mine.yaml: deal.stages: expected a known key (this one is not)" in lines
    assert "mine.yaml: deal.stage: 값이 빠졌어요." in caught.value.ko.splitlines()


def test_a_file_with_something_to_mend_becomes_a_draft_that_says_so(place: Place) -> None:
    raw = place.published.exported(LOCAL_PERSON, DEAL).replace("minutes: 15", "minutes: 0").replace(f"id: {DEAL}\n", "id: mine\n", 1)
    draft = place.draft(place.workshop.take_in(LOCAL_PERSON, "mine.yaml", raw.encode()))
    assert draft.draft.scenario is None
    assert [one.path for one in place.workshop.problems(draft)] == ["deal.minutes"]


def test_a_file_of_a_scenario_there_is_becomes_a_draft_of_it(place: Place) -> None:
    raw = place.published.exported(LOCAL_PERSON, DEAL)
    assert place.draft(place.workshop.take_in(LOCAL_PERSON, "any name.yaml", raw.encode())).draft.scenario == DEAL
