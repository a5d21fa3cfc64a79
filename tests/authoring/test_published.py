"""Published versions: served beside the bundled scenarios, compared, restored, taken out of use; a talk keeps the one it began with."""

import logging

import pytest

from assistant.assembly import KNOWLEDGE
from assistant.authoring.items import renamed
from assistant.domain.draft import Change, Version
from assistant.domain.people import LOCAL_PERSON
from assistant.errors import InputError, NotFound, Overtaken
from assistant.practice.repertoire import repertoire
from tests.authoring.bench import DEAL, Place


def published(place: Place, draft_id: str, **changes: str) -> Version:
    for path, value in changes.items():
        place.set(draft_id, path.replace("__", "."), value)
    return place.workshop.publish(LOCAL_PERSON, draft_id, "왜 바꿨는지")


def test_a_published_copy_stands_beside_the_bundled_ones(place: Place) -> None:
    before = [one.id for one in place.library.all()]
    version = published(place, place.copied().draft.id, title__ko="우리 전화")
    assert (version.number, version.note) == (1, "왜 바꿨는지")
    assert [one.id for one in place.library.all()] == [*before, f"{DEAL}-copy"]
    assert place.library.get(f"{DEAL}-copy").title.ko == "우리 전화"
    assert place.library.get(f"{DEAL}-copy").version == version.digest


def test_a_changed_bundled_scenario_takes_its_place_until_it_is_taken_out_of_use(place: Place) -> None:
    there, original = [one.id for one in place.library.all()], place.library.get(DEAL)
    published(place, place.workshop.edit(LOCAL_PERSON, DEAL), title__ko="우리가 고친 것")
    assert [one.id for one in place.library.all()] == there
    assert place.library.get(DEAL).title.ko == "우리가 고친 것"
    place.published.retire(LOCAL_PERSON, DEAL)
    assert place.library.get(DEAL) == original


def test_one_of_ones_own_out_of_use_is_found_no_more_and_can_be_restored(place: Place) -> None:
    name = published(place, place.copied().draft.id).scenario
    place.published.retire(LOCAL_PERSON, name)
    with pytest.raises(NotFound, match="There are: "):
        place.library.get(name)
    assert [(one.id, one.served) for one in place.workshop.entries(LOCAL_PERSON)][-1] == (name, None)
    place.published.restore(LOCAL_PERSON, name, 1)
    assert place.library.get(name).id == name
    assert [(one.number, one.tree is None) for one in place.published.versions(LOCAL_PERSON, name)] == [(3, False), (2, True), (1, False)]


def test_an_earlier_version_is_restored_as_a_new_one(place: Place) -> None:
    for title in ("하나", "둘"):
        published(place, place.workshop.edit(LOCAL_PERSON, DEAL), title__ko=title)
    restored = place.published.restore(LOCAL_PERSON, DEAL, 1, "되돌림")
    assert restored.number == 3
    assert place.library.get(DEAL).title.ko == "하나"
    assert restored.digest == place.published.versions(LOCAL_PERSON, DEAL)[2].digest
    place.published.restore(LOCAL_PERSON, DEAL, 0)
    assert place.published.compare(LOCAL_PERSON, DEAL, 0, 4) == ()


def test_two_versions_are_compared_field_by_field(place: Place) -> None:
    published(place, place.workshop.edit(LOCAL_PERSON, DEAL), title__ko="하나")
    draft_id = place.workshop.edit(LOCAL_PERSON, DEAL)
    place.set(draft_id, "facts.0.trust", 0.2)
    published(place, draft_id)
    found = place.published.compare(LOCAL_PERSON, DEAL, 1, 2)
    assert [(one.path, one.before, one.after) for one in found] == [("facts.call_volume.trust", 0.1, 0.2)]
    assert {one.path for one in place.published.compare(LOCAL_PERSON, DEAL, 0, 2)} == {"facts.call_volume.trust", "title.ko"}


def test_nobody_publishes_over_a_version_they_have_not_seen(place: Place) -> None:
    draft_id = place.workshop.edit(LOCAL_PERSON, DEAL)
    place.published.restore(LOCAL_PERSON, DEAL, 0)
    with pytest.raises(Overtaken, match="Version 1 came out"):
        place.workshop.publish(LOCAL_PERSON, draft_id)
    assert place.workshop.publish(LOCAL_PERSON, draft_id, over=1).number == 2


def test_a_new_scenario_does_not_take_the_id_of_another(place: Place) -> None:
    draft_id = place.copied().draft.id
    place.set(draft_id, "id", "erp-plant-cfo")
    with pytest.raises(InputError, match="another scenario's id"):
        place.workshop.publish(LOCAL_PERSON, draft_id)


def test_a_draft_is_published_once(place: Place) -> None:
    draft_id = place.copied().draft.id
    published(place, draft_id)
    with pytest.raises(InputError):
        place.workshop.publish(LOCAL_PERSON, draft_id)
    with pytest.raises(InputError, match="published"):
        place.workshop.change(LOCAL_PERSON, draft_id, 0, [Change("title.ko", "x")])


def test_a_version_the_program_no_longer_understands_is_left_out_and_the_rest_goes_on(place: Place, caplog: pytest.LogCaptureFixture) -> None:
    there = [one.id for one in place.library.all()]
    broken = Version("from-the-future", 1, {"id": "from-the-future", "hologram": True}, "d", "local", place.workshop._now())
    place.store.scenario_versions.add(broken, 0)
    with caplog.at_level(logging.WARNING):
        assert [one.id for one in place.library.all()] == there
    assert "hologram" in caplog.text


def test_a_good_rep_is_offered_only_for_the_facts_they_have_lines_for(place: Place) -> None:
    folder = KNOWLEDGE / "good_reps"
    draft_id = place.workshop.edit(LOCAL_PERSON, DEAL)
    place.set(draft_id, "title.ko", "제목만 다른 것")
    published(place, draft_id)
    assert repertoire(folder, place.library.get(DEAL), "ko")
    draft_id = place.workshop.edit(LOCAL_PERSON, DEAL)
    place.workshop.change(LOCAL_PERSON, draft_id, 0, renamed(place.draft(draft_id).tree, "facts", 0, "calls"))
    published(place, draft_id)
    assert repertoire(folder, place.library.get(DEAL), "ko") is None


def test_an_exported_version_has_the_version_of_its_file(place: Place) -> None:
    from assistant.scenarios import version_of

    version = published(place, place.copied().draft.id)
    text = place.published.exported(LOCAL_PERSON, version.scenario)
    assert version_of(text.encode()) == version.digest == place.library.get(version.scenario).version
