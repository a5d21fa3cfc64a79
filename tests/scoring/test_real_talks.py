"""Real conversations: masked before they are kept, mapped once, scored behind the page, none lost."""

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from threading import Event

import pytest
from sqlalchemy import text

from assistant.domain.conversation import Conversation, transcript_of
from assistant.domain.people import LOCAL_PERSON, Actor
from assistant.domain.scorecard import MadeBy, Score, Scorecard
from assistant.domain.transcript import Transcript
from assistant.domain.words import DIMENSIONS
from assistant.errors import InputError, NotFound, TranscriptError
from assistant.scoring import real_talks
from assistant.scoring.real_talks import RealTalks
from assistant.store import Store, open_store
from assistant.store.tables import metadata

NOW = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)
SOMEBODY = Actor("other", "other", frozenset({"rep"}))
DAY = "----- 2024년 1월 5일 금요일 -----\n"
GROUP = f"영업 2팀 님과 카카오톡 대화\n\n{DAY}"
NICKNAMES = GROUP + (
    "[봄날] [오후 3:10] 견적 봤어요. 010-1234-5678로 전화 주세요\n"
    "[라떼] [오후 3:11] 네, kim@example.com 으로 보낼게요\n[모카] [오후 3:12] 저도 볼게요\n"
)
Score_ = Callable[[Transcript], Scorecard]


def card(transcript: Transcript) -> Scorecard:
    scores = {dimension: Score(50.0, 40.0, 60.0, "") for dimension in DIMENSIONS}
    return Scorecard(transcript.id, "ko", scores, (), (), (), None, None, MadeBy("measured", "r@1", "1"))


def opened(store: Store, score: Score_ = card) -> RealTalks:
    return RealTalks(store.conversations, score, lambda: NOW)


def take(talks: RealTalks, text: str, name: str = "talk.txt", actor: Actor = LOCAL_PERSON) -> list[tuple[int, int]]:
    told: list[tuple[int, int]] = []
    talks.take(actor, name, text.encode(), lambda done, of: told.append((done, of)))
    return told


def done(talks: RealTalks, actor: Actor = LOCAL_PERSON) -> dict[str, int]:
    """The stages when nothing waits any more."""
    for _ in range(600):
        stages: dict[str, int] = {}
        for (_file, stage), count in talks.counts(actor).items():
            stages[stage] = stages.get(stage, 0) + count
        if "waiting" not in stages:
            return stages
        time.sleep(0.02)
    raise AssertionError("it still waits")


def everything_in(store: Store) -> bytes:
    with store._database.reading() as connection:
        rows = [row for name in metadata.tables for row in connection.execute(text(f"SELECT * FROM {name}"))]
    return "\n".join(map(str, rows)).encode()


def test_personal_data_is_hidden_before_anything_is_kept_and_counted_by_kind(store: Store, url: str, tmp_path: Path) -> None:
    talks = opened(store)
    take(talks, NICKNAMES, "010-9999-8888 통화.txt")
    talks.close()
    (file,) = talks.files(LOCAL_PERSON)
    assert dict(file.hidden) == {"phone": 1, "e_mail": 1}
    on_disk = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    kept = on_disk if url.startswith("sqlite") else everything_in(store)
    assert "봄날".encode() in kept
    for secret in (b"1234-5678", b"kim@example", b"9999-8888"):
        assert secret not in kept


def test_speakers_are_mapped_once_and_remembered_for_the_next_file(store: Store) -> None:
    talks = opened(store)
    take(talks, NICKNAMES)
    ((names, count, _),) = talks.unmapped(LOCAL_PERSON)
    assert (names, count) == (("봄날", "라떼", "모카"), 1)
    with pytest.raises(TranscriptError):
        talks.map(LOCAL_PERSON, names, {"봄날": "buyer", "라떼": "buyer", "모카": "out"})
    assert talks.map(LOCAL_PERSON, names, {"봄날": "buyer", "라떼": "rep", "모카": "out"}) == 1
    assert done(talks) == {"scored": 1}
    take(talks, GROUP + "[라떼] [오후 3:11] 다음 주에 뵐까요?\n[봄날] [오후 3:12] 좋아요\n", "next.txt")
    take(talks, GROUP + "[라떼] [오후 3:11] 처음 뵙겠습니다\n[새 손님] [오후 3:12] 네\n", "third.txt")
    assert done(talks) == {"scored": 3}
    first = talks.page(LOCAL_PERSON, ("scored",), 0, 9)
    assert {one.dialogue.names: dict(one.parts) for one in first}[("라떼", "새 손님")] == {"라떼": "rep", "새 손님": "buyer"}
    whole = next(one for one in first if len(one.dialogue.lines) == 3)
    assert [turn.speaker for turn in transcript_of(whole).turns] == ["buyer", "rep"]
    talks.close()


def test_two_processes_on_one_store_score_each_conversation_once(store: Store, url: str) -> None:
    heard: list[str | None] = []

    def score(transcript: Transcript) -> Scorecard:
        heard.append(transcript.id)
        time.sleep(0.02)
        return card(transcript)

    with open_store(url) as other:
        here, there = (RealTalks(one.conversations, score, lambda: NOW, one.claim) for one in (store, other))
        take(here, rows(40), "many.jsonl")
        there.wake()
        assert done(here) == {"scored": 40}
        here.close()
        there.close()
    assert len(heard) == 40


def test_mapped_otherwise_it_is_scored_anew(store: Store) -> None:
    heard: list[str] = []

    def score(transcript: Transcript) -> Scorecard:
        heard.append(transcript.rep_turns()[0].text)
        return card(transcript)

    talks = opened(store, score)
    take(talks, "Jane: hello there\nTom: hi Jane\nJane: so?\nTom: well\n")
    talks.map(LOCAL_PERSON, ("Jane", "Tom"), {"Jane": "rep", "Tom": "buyer"})
    done(talks)
    (one,) = talks.page(LOCAL_PERSON, ("scored",), 0, 9)
    talks.remap(LOCAL_PERSON, one.id, {"Jane": "buyer", "Tom": "rep"})
    assert done(talks) == {"scored": 1}
    assert heard == ["hello there", "hi Jane"]
    talks.close()


def rows(count: int) -> str:
    line = '{{"id": "c{0}", "turns": [{{"speaker": "rep", "text": "안녕하세요 {0}"}}, {{"speaker": "buyer", "text": "네"}}]}}'
    return "\n".join(line.format(number) for number in range(count))


def test_scoring_goes_on_after_a_restart_where_it_was(store: Store) -> None:
    first, stopped = Event(), Event()

    def once(transcript: Transcript) -> Scorecard:
        first.set()
        stopped.wait(20)
        return card(transcript)

    talks = opened(store, once)
    take(talks, rows(120), "many.jsonl")
    assert first.wait(20)
    talks._closing.set()
    stopped.set()
    talks.close()
    assert sum(count for (_, stage), count in talks.counts(LOCAL_PERSON).items() if stage == "waiting") == 119
    again = opened(store)
    again.wake()
    assert done(again) == {"scored": 120}
    again.close()


def test_a_file_broken_off_is_gone_on_with_when_it_is_given_again(store: Store) -> None:
    talks = opened(store)

    def breaks(done: int, of: int) -> None:
        raise OSError("gone")

    text = rows(120)
    with pytest.raises(OSError, match="gone"):
        talks.take(LOCAL_PERSON, "many.jsonl", text.encode(), breaks)
    assert [(one.read, one.whole) for one in talks.files(LOCAL_PERSON)] == [(50, False)]
    told = take(talks, text, "many.jsonl")
    assert told[-1] == (len(text.encode()), len(text.encode()))
    assert [(one.read, one.whole) for one in talks.files(LOCAL_PERSON)] == [(120, True)]
    assert sum(done(talks).values()) == 120
    assert [one.number for one in talks.page(LOCAL_PERSON, ("scored",), 0, 200)] == list(range(120))
    with pytest.raises(InputError, match="in already"):
        take(talks, text, "many.jsonl")
    talks.close()


def test_bad_ones_are_told_with_their_line_and_cost_only_themselves(store: Store) -> None:
    talks = opened(store)
    take(talks, rows(2) + '\n{"turns": []}\nnothing\n', "some.jsonl")
    (file,) = talks.files(LOCAL_PERSON)
    assert (file.read, file.bad_count) == (2, 2)
    assert [line for line, _ in file.bad] == [3, 4]
    with pytest.raises(TranscriptError, match=r"^empty.txt: "):
        take(talks, "so long\n", "empty.txt")
    with pytest.raises(TranscriptError):
        take(talks, "x", "a.pdf")
    assert len(talks.files(LOCAL_PERSON)) == 1
    talks.close()


def test_what_is_too_long_or_says_nothing_is_no_conversation(store: Store) -> None:
    talks = opened(store)
    take(talks, f"# long\nrep: {'가' * 100_001}\nbuyer: 네\n\n# good\nrep: 안녕하세요\nbuyer: 네\n", "two.txt")
    (file,) = talks.files(LOCAL_PERSON)
    assert [(line, why.en) for line, why in file.bad] == [(1, "A turn is too long (at most 100,000 characters).")]
    assert done(talks) == {"scored": 1}
    with pytest.raises(TranscriptError, match="at least one turn with words"):
        take(talks, "Date,User,Message\n2024-01-05 15:10:00,봄날,사진\n", "photos.csv")
    assert not talks.unmapped(LOCAL_PERSON)
    talks.close()


def test_owner_after_owner_is_scored_and_whoever_waits_longest_of_each(store: Store) -> None:
    talks = opened(store)
    talks._closing.set()
    take(talks, rows(3), "three.jsonl", SOMEBODY)
    take(talks, rows(1), "one.jsonl")
    scored: list[tuple[str, int]] = []
    while one := store.conversations.next_waiting(scored[-1][0] if scored else None):
        scored.append((one.owner, one.number))
        store.conversations.scored(one, card(transcript_of(one)))
    theirs = [(SOMEBODY.id, 0), (SOMEBODY.id, 1), (SOMEBODY.id, 2)]
    assert sorted(scored) == sorted([(LOCAL_PERSON.id, 0), *theirs])
    assert [one for one in scored if one in theirs] == theirs
    assert scored.index((LOCAL_PERSON.id, 0)) < 2


def test_scoring_goes_on_after_the_store_failed_in_a_way_nobody_thought_of(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(real_talks, "AGAIN_S", 0.01)
    talks = opened(store)
    asked, waiting = [], store.conversations.next_waiting

    def broken_once(after: str | None = None) -> Conversation | None:
        asked.append(after)
        if len(asked) == 1:
            raise RuntimeError("broken")
        return waiting(after)

    monkeypatch.setattr(store.conversations, "next_waiting", broken_once)
    take(talks, rows(1), "one.jsonl")
    assert done(talks) == {"scored": 1}
    talks.close()


def test_what_fails_says_why_and_can_be_tried_again(store: Store) -> None:
    fails = [True]

    def score(transcript: Transcript) -> Scorecard:
        if fails:
            raise RuntimeError("broken")
        return card(transcript)

    talks = opened(store, score)
    take(talks, rows(1), "one.jsonl")
    assert done(talks) == {"failed": 1}
    (one,) = talks.page(LOCAL_PERSON, ("failed",), 0, 9)
    assert one.why
    assert "Try it again" in one.why.en
    fails.clear()
    talks.retry(LOCAL_PERSON, one.id)
    assert done(talks) == {"scored": 1}
    talks.close()


def test_nobody_else_sees_them_and_deleted_is_gone(store: Store) -> None:
    talks = opened(store)
    take(talks, rows(2), "two.jsonl")
    done(talks)
    first, second = talks.page(LOCAL_PERSON, ("scored",), 0, 9)
    with pytest.raises(NotFound):
        talks.get(SOMEBODY, first.id)
    assert not talks.files(SOMEBODY)
    talks.delete(LOCAL_PERSON, first.id)
    with pytest.raises(NotFound):
        talks.get(LOCAL_PERSON, first.id)
    store.conversations.delete_file(second.file)
    assert not talks.files(LOCAL_PERSON)
    assert not talks.counts(LOCAL_PERSON)
    talks.close()
