"""The details of the record, in the reader's words: every form that Maju writes, and what it cannot read as it stands."""

import pytest

from assistant.domain.people import Audited
from assistant.domain.words import Language, Text
from tests.store.samples import BEGAN
from ui.words import record
from ui.words.record_details import Known, detail

TEAM, SECRET = "0" * 31 + "1", "0" * 31 + "2"
FORMS = [
    ("person_invited", "", f"manager rep; teams {TEAM}", "담당자, 매니저 · 영업 1팀", "Rep, Manager · 영업 1팀"),
    ("person_changed", "", f"rep; teams {TEAM} {SECRET}", "담당자 · 팀 2개", "Rep · teams: 2"),
    ("person_invited", "", "rep; teams 1", "담당자 · 팀 1개", "Rep · teams: 1"),
    ("person_invited", "", "admin; teams 0", "관리자 · 팀 없음", "Admin · no team"),
    ("retention_set", TEAM, "90 days", "영업 1팀 · 90일", "영업 1팀 · 90 days"),
    ("retention_set", "", "45 days", "팀이 없는 사람 · 45일", "People in no team · 45 days"),
    ("retention_set", TEAM, "for good", "영업 1팀 · 지우지 않음", "영업 1팀 · For good"),
    ("assigned", "a", "cloud; people all", "전화 · 팀 모두", "Phones · the whole team"),
    ("assigned", "a", "cloud; people 3", "전화 · 3명", "Phones · people: 3"),
    ("talk_quoted", "", "talks 2", "대화 2개", "talks: 2"),
    ("exported", "", "talks.csv: 4", "롤플레이와 점수, 대화 4개", "Role-plays and scores, talks: 4"),
    ("exported", "t", "paper", "인쇄용 스코어카드", "Scorecard to print"),
    ("exported", "", "record.csv", "이 기록 (CSV)", "this record (CSV)"),
    ("outcomes_imported", "f", "kpi; rows 12", "월별 지표 · 12줄", "figures per month · rows: 12"),
    ("score_overridden", "t", "human 70", "사람다움 70점", "Human: 70"),
    ("role_play_shared", "t", "teams 1", "팀 1개", "teams: 1"),
    ("passage_proposed", "p", "turn 4", "4번째 말", "turn 4"),
    ("playbook_approved", "p", "version 2", "2판", "version 2"),
    ("mark_added", "m", "must_say", "꼭 해야 할 말", "Must be said"),
    ("pair_settled", "m", "one_holds", "한쪽이 맞다고 정했어요", "one of them holds"),
    ("rubric_accepted", "rubric 1", "ko: human, warm", "한국어: 사람다움, 따뜻함", "한국어: Human, Warm"),
    ("rubric_reverted", "rubric 2", "as 0", "처음 평가표로", "as it came"),
    ("talk_erased", "t", "retention", "보관 기간이 지나서", "its time was over"),
    ("login_failed", "", "203.0.113.7", "203.0.113.7", "203.0.113.7"),
    ("of a newer Maju", "", "moon 3; so: what", "moon 3 · so: what", "moon 3 · so: what"),
    ("logged_in", "", "", "", ""),
]


@pytest.mark.parametrize(("action", "thing", "written", "ko", "en"), FORMS)
def test_what_is_written_is_said_in_the_reader_s_language(action: str, thing: str, written: str, ko: str, en: str) -> None:
    for language, said in (("ko", ko), ("en", en)):
        assert detail(Audited(BEGAN, "by", action, thing, written), known(language)) == said  # type: ignore[arg-type]


def test_who_did_it_is_somebody_deleted_only_where_they_were_there_once() -> None:
    said = [record.person(one, {"a": "보람"}, "ko") for one in ("a", "terminal", "local", "", "b")]
    assert said == ["보람", "터미널", "이 컴퓨터", "마주", "지워진 사람"]


def known(language: Language) -> Known:
    return Known(language, {TEAM: "영업 1팀"}, {"cloud": Text("전화", "Phones")})
