"""Taking talks out: exactly what one may see, everything of oneself, and kept who took what of whom."""

import csv
import io
import json
import zipfile
from dataclasses import replace

import pytest

from assistant.domain.people import LOCAL_PERSON, Actor
from assistant.domain.review import Comment, Review
from assistant.errors import NotAllowed, NotFound
from assistant.exports import Exports, File
from assistant.exports.exporting import SHEETS
from tests.exports.conftest import content, ids, scored
from tests.privacy.house import House

EVIL = '=HYPERLINK("http://evil.example","가격표")'


def taken_out(exports: Exports, actor: Actor, what: str) -> File:
    if what == "sheet":
        return exports.sheet(actor, "talks", "seen", "ko")
    return exports.as_json(actor, "mine") if what == "json" else exports.everything(actor, "ko")


def lines(file: File) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(file.content.read().decode("utf-8-sig"), newline="")))


def test_one_takes_out_one_s_own_and_what_was_shared_with_one_s_team(house: House, exports: Exports) -> None:
    rep, trainer, other = house.person("보람"), house.person("나래", "trainer", "rep"), house.person("다온", "trainer", team="영업 2팀")
    scored(house, rep, "private")
    house.shared(rep, scored(house, rep, "shared"))
    scored(house, trainer, "own")
    seen = {(actor.id, whose): ids(content(exports.as_json(actor.actor(), whose))) for actor in (rep, trainer, other) for whose in ("mine", "seen")}
    assert seen == {
        (rep.id, "mine"): {"private", "shared"},
        (rep.id, "seen"): {"private", "shared"},
        (trainer.id, "mine"): {"own"},
        (trainer.id, "seen"): {"own", "shared"},
        (other.id, "mine"): set(),
        (other.id, "seen"): set(),
    }


def test_who_has_no_role_takes_nothing_out(house: House, exports: Exports) -> None:
    nobody = Actor("x", "x", frozenset())
    for what in ("json", "everything", "sheet"):
        with pytest.raises(NotAllowed):
            taken_out(exports, nobody, what)


def test_one_talk_comes_only_for_somebody_who_may_read_it(house: House, exports: Exports) -> None:
    rep, mate = house.person("보람"), house.person("나래", "trainer")
    scored(house, rep, "private")
    assert content(exports.talk(rep.actor(), "private", "json", "ko"))["id"] == "private"
    for how in ("csv", "json"):
        with pytest.raises(NotFound):
            exports.talk(mate.actor(), "private", how, "ko")
    with pytest.raises(NotFound):
        exports.taken(mate.actor(), "private")


def test_taking_out_another_s_talk_is_seen_by_its_rep_and_one_s_own_is_one_entry(house: House, exports: Exports) -> None:
    rep, trainer = house.person("보람"), house.person("나래", "trainer")
    house.shared(rep, scored(house, rep, "shared"))
    exports.sheet(trainer.actor(), "turns", "seen", "ko")
    assert [(one.by, one.action, one.thing, one.detail) for one in house.witness.looks(rep.actor(), 9)] == [
        (trainer.id, "exported", "shared", "turns.csv")
    ]
    exports.as_json(rep.actor(), "mine")
    assert len(house.witness.looks(rep.actor(), 9)) == 1
    assert house.store.accounts.audited(1)[0].detail == "talks.json: 1"


def test_scores_that_a_rep_has_not_seen_are_not_in_it(house: House, exports: Exports) -> None:
    rep, trainer = house.person("보람"), house.person("나래", "trainer")
    house.shared(rep, scored(house, rep, "one"))
    house.store.reflections.begin("one", house.clock())
    house.store.reflections.answer("one", "process", "아직 쓰는 중")
    (mine,) = content(exports.as_json(rep.actor(), "mine"))
    assert mine["scorecard"] is None
    assert mine["reflection"]["answers"] == {"process": "아직 쓰는 중"}
    (theirs,) = content(exports.as_json(trainer.actor(), "seen"))
    assert theirs["reflection"] is None
    house.store.reflections.close("one", "done", house.clock())
    (mine,) = content(exports.as_json(rep.actor(), "mine"))
    assert mine["scorecard"]["scores"]["warm"]["value"] == 71.25


def test_what_people_wrote_is_inert_in_every_table(house: House, exports: Exports) -> None:
    rep = house.person("보람")
    scored(house, rep, "one", EVIL)
    house.store.reviews.add_comment("one", Comment("c", 1, rep.id, EVIL, house.clock()))
    house.store.reviews.change("one", rep.id, lambda one: replace(one, closed="done"), Review("one", rep.id, house.clock()))
    (turn,) = [one for one in lines(exports.sheet(rep.actor(), "turns", "mine", "en")) if "HYPERLINK" in one["Words"]]
    assert turn["Words"] == f"'{EVIL}"
    assert lines(exports.sheet(rep.actor(), "comments", "mine", "en"))[0]["Comment"] == f"'{EVIL}"
    for one in SHEETS:
        cells = [cell for line in lines(exports.sheet(rep.actor(), one, "mine", "ko")) for cell in line.values()]
        assert not any(cell.startswith(("=", "@", "+")) for cell in cells), one


def test_the_tables_say_what_the_scorecard_says(house: House, exports: Exports) -> None:
    rep = house.person("보람")
    scored(house, rep, "one")
    (talk,) = lines(exports.sheet(rep.actor(), "talks", "mine", "en"))
    assert (talk["Rep"], talk["Warm"], talk["Warm, low"], talk["Fast"], talk["Rep's turns"]) == ("보람", "71.25", "60.1", "", "1")
    (measure,) = lines(exports.sheet(rep.actor(), "measures", "mine", "ko"))
    assert (measure["측정 항목"], measure["풀어 쓴 값"], measure["값"]) == ("말한 비율", "셋 중 하나", "0.3333")
    (quote,) = lines(exports.sheet(rep.actor(), "quotes", "mine", "en"))
    assert (quote["Quote"], quote["Effect"]) == ("고생 많으셨겠어요", "helped")
    (point,) = lines(exports.sheet(rep.actor(), "progress", "mine", "en"))
    assert (point["Dimension"], point["Score"]) == ("Warm", "71.25")


def test_everything_of_oneself_is_one_archive_and_nobody_else_is_in_it(house: House, exports: Exports) -> None:
    rep, mate = house.person("보람"), house.person("나래", "trainer", "rep")
    house.shared(rep, scored(house, rep, "mine", "제가 한 말"))
    house.shared(mate, scored(house, mate, "theirs", "남이 한 말"))
    house.witness.saw(mate.actor(), house.store.role_plays.get("mine"))
    file = exports.everything(rep.actor(), "ko")
    with file.content, zipfile.ZipFile(file.content) as archive:
        assert archive.testzip() is None
        held = {name: archive.read(name).decode("utf-8-sig") for name in archive.namelist()}
    files = {"README.txt", "account.json", "talks.json", "watched.json", "xapi.json", "record.json", "conversations.jsonl"}
    assert set(held) == files | {f"{one}.csv" for one in SHEETS}
    assert all(name in held["README.txt"] for name in set(held) - {"README.txt"})
    assert json.loads(held["account.json"])["login"] == "보람@hangyeol.kr"
    assert json.loads(held["account.json"])["teams"] == ["영업 1팀"]
    assert "제가 한 말" in held["talks.json"]
    assert not any("남이 한 말" in text for text in held.values())
    assert ("나래", "talk_read") in {(one["by"], one["action"]) for one in json.loads(held["record.json"])}


def test_alone_one_has_everything(house: House, exports: Exports) -> None:
    scored(house, house.person("보람"), "hers")
    assert ids(content(exports.as_json(LOCAL_PERSON, "seen"))) == {"hers"}
    file = exports.everything(LOCAL_PERSON, "en")
    with file.content, zipfile.ZipFile(file.content) as archive:
        assert json.loads(archive.read("account.json"))["id"] == "local"
