"""Putting playbooks on the shelf, finding them there, and taking them off."""

from pathlib import Path

import pytest

from assistant.domain.people import LOCAL_PERSON
from assistant.domain.playbook import Reading
from assistant.domain.words import Lines
from assistant.errors import DocumentError, NotFound
from assistant.index import HybridIndex, open_index
from assistant.playbooks import Added, Shelf, Upload
from assistant.ports import Playbooks
from assistant.readers import LimitedReader, check_size
from tests.playbooks.noted import Noted
from tests.playbooks.shelves import INSURANCE, PHONE, PRICES, now, put, texts


def test_a_new_file_is_added_and_found_with_its_citation(shelf: Shelf) -> None:
    added = put(shelf)
    assert (added.state, added.version.state, added.version.name, added.version.version, added.version.passages) == ("added", "ready", "요금표", 1, 2)
    best = shelf.search(["상담석 가격이 얼마예요?"], 1)[0][0]
    assert (best.passage.playbook, best.passage.section, best.passage.text) == ("요금표", "가격", "상담석 하나에 월 58,000원입니다.")


def test_the_same_file_again_is_unchanged(shelf: Shelf) -> None:
    first = put(shelf).version
    again = put(shelf)
    assert again.state == "unchanged"
    assert again.version == first
    assert len(shelf.versions()) == 1


def test_a_changed_file_is_a_new_version_and_the_old_one_stays_for_older_role_plays(shelf: Shelf) -> None:
    old = put(shelf).version
    changed = put(shelf, text=PRICES.replace("58,000", "61,000"))
    assert (changed.state, changed.version.version) == ("updated", 2)
    assert [one for one in texts(shelf) if "월" in one] == ["상담석 하나에 월 61,000원입니다."]
    earlier = shelf.search_for_deal(["상담석 가격"], 9, PHONE, [old.id])[0]
    assert [one.passage.text for one in earlier if "월" in one.passage.text] == ["상담석 하나에 월 58,000원입니다."]
    assert shelf.in_use() == (changed.version.id,)


def test_going_back_to_the_first_text_is_a_third_version(shelf: Shelf) -> None:
    put(shelf)
    put(shelf, text=PRICES + "둘째 판\n")
    assert put(shelf).version.version == 3


def test_a_file_that_cannot_be_read_is_kept_with_the_reason_and_does_not_replace_the_good_one(shelf: Shelf) -> None:
    put(shelf)
    with pytest.raises(DocumentError):
        shelf.add(LOCAL_PERSON, Upload("요금표.md", bytes(range(128, 256)) * 9), language="en")
    newest = shelf.newest()[0]
    assert (newest.state, newest.version) == ("failed", 2)
    assert newest.problem is not None
    assert "garbled" in newest.problem
    assert "상담석 하나에 월 58,000원입니다." in texts(shelf)


def test_a_failed_file_is_read_again_from_what_was_kept(kept: Playbooks, index: HybridIndex, read: LimitedReader) -> None:
    def broken(path: Path) -> Reading:
        raise DocumentError(ko=f"{path.name}: 시간이 모자라요.", en=f"{path.name}: no time.")

    with pytest.raises(DocumentError):
        put(Shelf(kept, broken, index, check_size, now, Noted()))
    shelf = Shelf(kept, read, index, check_size, now, Noted())
    again = shelf.retry(LOCAL_PERSON, shelf.newest()[0].id)
    assert (again.state, again.version.state, again.version.problem, again.version.version) == ("added", "ready", None, 1)
    assert "상담석 하나에 월 58,000원입니다." in texts(shelf)


def test_a_version_that_is_gone_cannot_be_read_again(shelf: Shelf) -> None:
    version = put(shelf).version
    shelf.remove(LOCAL_PERSON, version.name)
    with pytest.raises(NotFound):
        shelf.retry(LOCAL_PERSON, version.id)


def test_the_same_bad_file_again_is_tried_again_not_doubled(shelf: Shelf) -> None:
    for _ in range(2):
        with pytest.raises(DocumentError):
            shelf.add(LOCAL_PERSON, Upload("a.md", bytes(range(128, 256)) * 9))
    assert len(shelf.versions()) == 1


@pytest.mark.parametrize(("name", "content"), [("영상.mp4", b"x"), ("빈.md", b""), ("큰.md", b"x" * (21 * 1024 * 1024))])
def test_what_is_refused_at_the_door_leaves_nothing_behind(shelf: Shelf, name: str, content: bytes) -> None:
    with pytest.raises(DocumentError):
        shelf.add(LOCAL_PERSON, Upload(name, content))
    assert shelf.versions() == ()


@pytest.mark.parametrize("name", ["../../etc/요금표.md", "C:\\문서\\요금표.md", "/요금표.md"])
def test_a_path_in_an_uploads_name_is_only_a_name(shelf: Shelf, name: str) -> None:
    assert put(shelf, name=name).version.file_name == "요금표.md"


def test_a_removed_playbook_is_not_found_and_its_name_is_free_again(shelf: Shelf) -> None:
    put(shelf)
    assert shelf.remove(LOCAL_PERSON, "요금표") == "요금표"
    assert texts(shelf) == []
    assert shelf.versions() == ()
    assert put(shelf).state == "added"
    assert "상담석 하나에 월 58,000원입니다." in texts(shelf)


def test_removing_takes_a_name_a_file_name_or_an_id_and_says_when_there_is_none(shelf: Shelf) -> None:
    for field in ("id", "file_name"):
        assert shelf.remove(LOCAL_PERSON, str(getattr(put(shelf).version, field))) == "요금표"
    with pytest.raises(NotFound) as caught:
        shelf.remove(LOCAL_PERSON, "없는 것")
    assert "없는 것" in caught.value.ko


def test_only_playbooks_of_the_deal_are_taken_to_it(shelf: Shelf) -> None:
    put(shelf)
    put(shelf, "보험.md", "# 법인보험\n\n법인보험의 가격은 나이에 따라 다릅니다.\n")
    assert {one.passage.playbook for one in shelf.search_for_deal(["가격"], 9, PHONE, shelf.in_use())[0]} == {"요금표"}
    assert {one.passage.playbook for one in shelf.search_for_deal(["가격"], 9, INSURANCE, shelf.in_use())[0]} == {"보험"}
    assert shelf.search_for_deal(["가격"], 9, Lines(("초음파",), ()), shelf.in_use()) == [[]]
    assert shelf.search_for_deal(["가격"], 9, PHONE, ()) == [[]]


def test_the_extracted_sections_can_be_looked_at(shelf: Shelf) -> None:
    version = put(shelf).version
    assert [(one.path, one.text) for one in shelf.sections(version.id)] == [
        (("가격",), "상담석 하나에 월 58,000원입니다."),
        (("번호이동",), "대표번호는 번호이동으로 그대로 가져옵니다."),
    ]


def test_progress_is_told_while_a_file_is_read_and_indexed(shelf: Shelf) -> None:
    steps: list[tuple[str, int, int]] = []
    shelf.add(LOCAL_PERSON, Upload("요금표.md", PRICES.encode()), lambda *step: steps.append(step))
    assert steps == [("reading", 0, 1), ("reading", 1, 1), ("indexing", 2, 2)]


def test_a_rebuilt_index_finds_every_version_again(shelf: Shelf, index: HybridIndex) -> None:
    put(shelf)
    put(shelf, text=PRICES + "둘째 판입니다.\n")
    index.remove(list(index.ids()))
    assert shelf.rebuild() == len(index.ids()) == 4
    assert texts(shelf)


def test_an_index_that_lost_everything_is_filled_at_the_next_search(shelf: Shelf, index: HybridIndex) -> None:
    put(shelf)
    index.rebuild(())
    assert "상담석 하나에 월 58,000원입니다." in texts(shelf)


def test_what_another_process_put_in_or_took_out_is_noticed_at_the_next_search(
    kept: Playbooks, read: LimitedReader, index: HybridIndex, tmp_path: Path
) -> None:
    here = Shelf(kept, read, index, check_size, now, Noted())
    assert texts(here) == []
    other_index = open_index(tmp_path / "index")
    there = Shelf(kept, read, other_index, check_size, now, Noted())
    put(there)
    assert "상담석 하나에 월 58,000원입니다." in texts(here)
    there.remove(LOCAL_PERSON, "요금표")
    assert texts(here) == []
    other_index.close()


def test_a_folder_goes_in_with_what_can_be_read_and_goes_on_past_a_bad_file(shelf: Shelf, tmp_path: Path) -> None:
    folder = tmp_path / "문서"
    (folder / ".git").mkdir(parents=True)
    (folder / ".git" / "a.md").write_text("숨은 글", encoding="utf-8")
    (folder / "그림.png").write_bytes(b"\x89PNG")
    (folder / "가.md").write_text(PRICES, encoding="utf-8")
    (folder / "나.md").write_bytes(bytes(range(128, 256)) * 9)
    (folder / "다.txt").write_text("녹취는 90일 보관합니다.", encoding="utf-8")
    outcomes = {one.path.name: one.became for one in shelf.add_all(LOCAL_PERSON, [folder, tmp_path / "없음.md"])}
    assert {name: isinstance(became, DocumentError) for name, became in outcomes.items()} == {
        "가.md": False,
        "나.md": True,
        "다.txt": False,
        "없음.md": True,
    }
    assert texts(shelf, "녹취 보관")[0] == "녹취는 90일 보관합니다."


def test_two_different_files_of_one_name_in_a_batch_are_not_taken_for_versions(shelf: Shelf, tmp_path: Path) -> None:
    for folder, text in (("ko", PRICES), ("en", "# Price\n\n58,000 won a seat.\n")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "price.md").write_text(text, encoding="utf-8")
    first, second = shelf.add_all(LOCAL_PERSON, [tmp_path / "ko", tmp_path / "en"])
    assert isinstance(first.became, Added)
    assert isinstance(second.became, DocumentError)
    assert "이름" in second.became.ko


def test_of_one_document_in_two_formats_the_pdf_is_in_use(shelf: Shelf, tmp_path: Path) -> None:
    from tests.readers import files

    files.pdf(tmp_path / "price.pdf", [[(700, 12, "A seat costs 58,000 won a month.")]])
    (tmp_path / "price.txt").write_text("A seat costs 58,000 won a month.", encoding="utf-8")
    done = list(shelf.add_all(LOCAL_PERSON, [tmp_path / "price.pdf", tmp_path / "price.txt"]))
    assert [one.path.suffix for one in done] == [".txt", ".pdf"]
    assert [one.passage.page for one in shelf.search(["seat costs"], 5)[0]] == [1]
    assert all(isinstance(one.became, Added) and one.became.state == "unchanged" for one in shelf.add_all(LOCAL_PERSON, [one.path for one in done]))
