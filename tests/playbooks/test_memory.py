"""What passages came up in, where playbooks are silent, and passages that a team takes out of its own talks."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.assembly import Engine, open_engine
from assistant.domain.memory import Addition
from assistant.domain.people import LOCAL_PERSON, Actor, Team
from assistant.domain.roleplay import RolePlay
from assistant.errors import InputError, NotAllowed, NotFound
from assistant.playbooks import Upload
from assistant.practice.room import Words

SCENARIO = "cloud-phone-cx-lead"
TEXT = """# 번호이동 안내

## 걸리는 시간

번호이동은 영업일로 이레 걸리고, 그동안 대표번호는 쓰던 통신사에서 계속 울립니다. 클라우드 전화와 고객센터 상담석은 미리 시험해 둡니다.

## 헤드셋

헤드셋은 상담석마다 두 벌을 두고, 반년에 한 번 귀 쿠션을 바꿉니다. 색은 검정과 회색이 있습니다.
"""
WAY = Addition(
    "번호가 끊길까 걱정할 때", "상대: 번호가 끊길까 봐 걱정이에요.\n담당자: 묶음마다 착신을 먼저 시험해요.\n왜 통했나: 걱정을 그대로 받았어요."
)
MANAGER = Actor("manager", "manager", frozenset({"manager"}), frozenset({"one"}))
TRAINER = Actor("trainer", "trainer", frozenset({"trainer"}), frozenset({"one"}))


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    with open_engine(tmp_path) as opened:
        opened.shelf.add(LOCAL_PERSON, Upload("번호이동.md", TEXT.encode()))
        yield opened


def talked(engine: Engine, *lines: str) -> RolePlay:
    role_play = engine.room.begin(LOCAL_PERSON, SCENARIO, "ko", 2, seed=7)
    for number, line in enumerate(lines):
        assert engine.room.say(LOCAL_PERSON, role_play.id, Words(line, f"line-{number}")).wait(60)
    engine.room.finish(LOCAL_PERSON, role_play.id)
    return engine.role_plays.get(role_play.id)


def test_a_passage_that_came_up_is_counted_by_use_and_the_others_are_named(engine: Engine) -> None:
    (before,) = engine.coverage.usage()
    assert (before.role_plays, before.came_up, len(before.never)) == ({}, 0, 2)
    talk = talked(engine, "번호이동은 영업일로 7일 걸리고, 그동안 대표번호는 쓰던 통신사에서 계속 울려요. 언제 옮기면 좋으세요?")
    cited = {one.passage_id for turn in talk.turns if turn.record for one in turn.record.cited}
    engine.scorer.of_role_play(LOCAL_PERSON, talk.id)
    (usage,) = engine.coverage.usage()
    assert cited
    assert usage.role_plays["buyer"] >= 1
    assert usage.role_plays["score"] >= 1
    assert usage.came_up + len(usage.never) == 2
    assert not cited & {one.id for one in usage.never}
    assert usage.since == usage.version.approved_at


def test_what_no_passage_answers_is_named_and_a_deal_without_a_playbook_says_so(engine: Engine) -> None:
    scenario = engine.library.get(SCENARIO)
    thin = engine.coverage.answered(scenario)
    assert thin.playbooks
    assert thin.of == len(scenario.objections) + len(scenario.discovery)
    assert 0 < len(thin.gaps) <= thin.of
    assert {one.kind for one in thin.gaps} == {"objection", "discovery"}
    other = next(one for one in engine.library.all() if one.id != SCENARIO)
    assert not engine.coverage.answered(other).playbooks


def test_a_passage_out_of_a_talk_stands_in_a_new_version_once_somebody_accepts_it(engine: Engine) -> None:
    talk = talked(engine, "번호가 끊길까 봐 걱정되시는 거죠. 묶음마다 착신을 먼저 시험해요.")
    proposal = engine.proposals.propose(LOCAL_PERSON, talk.id, 1, "번호이동", WAY)
    assert engine.shelf.current()[0].version == 1
    accepted = engine.proposals.accept(LOCAL_PERSON, proposal.id)
    (version,) = engine.shelf.current()
    assert (accepted.accepted, accepted.version, version.version, version.state) == (True, version.id, 2, "ready")
    assert engine.shelf.sections(version.id)[-1].path == (WAY.heading,)
    found = engine.shelf.search(["번호가 끊길까 걱정하면 착신 시험을 어떻게 하나요?"], 1)[0][0]
    assert found.passage.section == WAY.heading
    with pytest.raises(InputError):
        engine.proposals.refuse(LOCAL_PERSON, proposal.id)


def test_the_next_upload_keeps_what_the_team_added(engine: Engine) -> None:
    talk = talked(engine, "번호가 끊길까 봐 걱정되시는 거죠.")
    engine.proposals.accept(LOCAL_PERSON, engine.proposals.propose(LOCAL_PERSON, talk.id, 1, "번호이동", WAY).id)
    engine.shelf.add(LOCAL_PERSON, Upload("번호이동.md", TEXT.replace("이레", "닷새").encode()))
    (version,) = engine.shelf.current()
    texts = [one.text for one in engine.shelf.sections(version.id)]
    assert version.version == 3
    assert "닷새" in texts[0]
    assert texts[-1] == WAY.text


def test_while_a_newer_version_waits_nothing_is_added(engine: Engine) -> None:
    talk = talked(engine, "번호가 끊길까 봐 걱정되시는 거죠.")
    proposal = engine.proposals.propose(LOCAL_PERSON, talk.id, 1, "번호이동", WAY)
    engine.shelf.read_taken(engine.shelf.take(LOCAL_PERSON, Upload("번호이동.md", (TEXT + "더\n").encode())))
    with pytest.raises(InputError):
        engine.proposals.accept(LOCAL_PERSON, proposal.id)
    assert engine.proposals.all(LOCAL_PERSON)[0].accepted is None


def test_who_may_not_read_the_talk_proposes_nothing_and_nobody_decides_on_their_own(engine: Engine) -> None:
    talk = talked(engine, "번호가 끊길까 봐 걱정되시는 거죠.")
    with pytest.raises(NotFound):
        engine.proposals.propose(MANAGER, talk.id, 1, "번호이동", WAY)
    with pytest.raises(NotAllowed):
        engine.proposals.propose(TRAINER, talk.id, 1, "번호이동", WAY)
    engine._store.accounts.add_team(Team("one", "one"))
    engine.role_plays.share(talk.id, ["one"], engine.now())
    proposal = engine.proposals.propose(MANAGER, talk.id, 1, "번호이동", WAY)
    both = Actor("manager", "manager", frozenset({"manager", "trainer"}), frozenset({"one"}))
    for actor in (MANAGER, both):
        with pytest.raises(NotAllowed):
            engine.proposals.accept(actor, proposal.id)
    assert engine.proposals.accept(TRAINER, proposal.id).decided_by == "trainer"
    told = engine.witness.looks(replace(LOCAL_PERSON, id=talk.rep), 9)
    assert [(one.by, one.action) for one in told] == [(MANAGER.id, "passage_proposed")]
    assert engine.proposals.all(Actor("rep", "rep", frozenset({"rep"}))) == ()


@pytest.mark.parametrize(("turn", "playbook", "passage"), [(0, "번호이동", WAY), (1, "없는 책", WAY), (1, "번호이동", Addition(" ", "글"))])
def test_a_proposal_that_makes_no_sense_is_refused(engine: Engine, turn: int, playbook: str, passage: Addition) -> None:
    talk = talked(engine, "번호가 끊길까 봐 걱정되시는 거죠.")
    with pytest.raises((InputError, NotFound)):
        engine.proposals.propose(LOCAL_PERSON, talk.id, turn, playbook, passage)
    assert engine.proposals.all(LOCAL_PERSON) == ()


def test_what_a_mark_holds_back_reaches_no_buyer_no_hint_and_no_check_of_claims(engine: Engine) -> None:
    scenario, words = engine.library.get(SCENARIO), "번호이동은 며칠 걸리나요?"
    before = engine.grounds.for_buyer(words, scenario, engine.shelf.in_use())
    assert any("이레" in one.passage.text for one in before)
    engine.marking.add(LOCAL_PERSON, "번호이동", "must_not_say", "번호이동은 영업일로 이레 걸리고")
    for found in (
        engine.grounds.for_buyer(words, scenario, engine.shelf.in_use()),
        engine.grounds.passages([words], 3, None, None)[0],
    ):
        assert found
        assert not any("이레" in one.passage.text for one in found)
    assert any("이레" in one.passage.text for one in engine.shelf.search([words], 3)[0])


def test_a_search_says_what_a_passage_was_found_by_and_what_stands_in_no_document(engine: Engine) -> None:
    looked = engine.shelf.explain("번호이동은 며칠 걸리나요?", 3)
    best = looked.found[0]
    assert {"번호", "이동"} <= set(best.words)
    assert best.found == engine.shelf.search(["번호이동은 며칠 걸리나요?"], 1)[0][0]
    assert best.by_words + best.by_meaning == pytest.approx(best.found.score, abs=0.001)
    assert best.by_words > best.by_meaning
    nothing = engine.shelf.explain("양자역학 강의", 3)
    assert set(nothing.unknown) == set(nothing.words) != set()
