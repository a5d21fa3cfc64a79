"""The record of who saw and did what, and how long talks are kept: an admin's page, and the words for it elsewhere."""

from collections.abc import Mapping
from typing import Final

from assistant.domain.people import LOCAL_PERSON
from assistant.domain.words import Language, Text

NAME: Final = Text("기록과 보관", "Records")
TITLE: Final = Text("누가 무엇을 보고 했나요?", "Who saw and did what?")
LEAD: Final = Text(
    "남의 대화를 연 것, 내보낸 것, 계정과 설정을 바꾼 것이 남아요. 대화 내용은 담기지 않고, 누구도 고치거나 지울 수 없어요.",
    "Opening somebody else's talk, exports, and changes of accounts and settings are kept. No words of any talk are in it, and nobody can change it.",
)
WHEN: Final = Text("언제", "When")
WHO: Final = Text("누가", "Who")
WHAT: Final = Text("무엇을", "What")
WHOSE: Final = Text("누구의", "Whose")
THING: Final = Text("대상 번호", "Thing")
DETAIL: Final = Text("자세히", "Detail")
ANYBODY: Final = Text("모두", "Everybody")
ANYTHING: Final = Text("모든 일", "Everything")
PERIOD: Final = Text("기간", "From and until")
NONE: Final = Text("조건에 맞는 기록이 없어요.", "Nothing of that kind is recorded.")
AS_CSV: Final = Text("이 조건으로 내려받기 (CSV)", "Download these (CSV)")
BY_TERMINAL: Final = Text("터미널", "terminal")
BY_THIS_MACHINE: Final = Text("이 컴퓨터", "this machine")
BY_ITSELF: Final = Text("마주", "Maju")
GONE: Final = Text("지워진 사람", "somebody deleted")
ACTIONS: Final[dict[str, Text]] = {
    "talk_read": Text("대화를 봄", "looked at a talk"),
    "talk_quoted": Text("대화에서 인용된 말을 봄", "read quotes from talks"),
    "exported": Text("내려받음", "exported"),
    "talk_erased": Text("대화를 지움", "deleted a talk"),
    "person_erased": Text("사람을 지움", "deleted a person"),
    "erasure_asked": Text("사람을 지우기로 함", "asked for a person's deletion"),
    "erasure_taken_back": Text("지우기를 취소함", "took a deletion back"),
    "retention_set": Text("보관 기간을 정함", "set the retention"),
    "assigned": Text("과제를 냄", "assigned practice"),
    "assignment_changed": Text("과제를 바꿈", "changed an assignment"),
    "assignment_ended": Text("과제를 끝냄", "ended an assignment"),
    "playbook_added": Text("플레이북 올림", "added a playbook"),
    "playbook_approved": Text("플레이북 승인", "approved a playbook"),
    "playbook_discarded": Text("플레이북 올린 것을 버림", "discarded an uploaded playbook"),
    "playbook_removed": Text("플레이북 뺌", "removed a playbook"),
    "playbook_restored": Text("플레이북 되돌림", "brought a playbook back"),
    "passage_added": Text("플레이북에 대목 더함", "added a passage to a playbook"),
    "passage_proposed": Text("플레이북 대목 제안", "proposed a passage"),
    "passage_accepted": Text("제안된 대목 받아들임", "accepted a proposed passage"),
    "passage_refused": Text("제안된 대목 넣지 않음", "left out a proposed passage"),
    "mark_added": Text("플레이북에 표시함", "marked words in a playbook"),
    "mark_ended": Text("플레이북 표시 지움", "took a mark away"),
    "pair_settled": Text("문서끼리 어긋난 곳 정리", "settled a disagreement between playbooks"),
    "login_failed": Text("로그인 실패", "failed to log in"),
    "logged_in": Text("로그인", "logged in"),
    "logged_out": Text("로그아웃", "logged out"),
    "link_made": Text("링크 만듦", "made a link"),
    "password_set": Text("비밀번호 정함", "set a password"),
    "account_tied": Text("회사 계정과 이음", "tied a company account"),
    "person_invited": Text("초대", "invited"),
    "person_changed": Text("역할·팀 변경", "changed roles or teams"),
    "person_switched_off": Text("사용 중지", "switched off"),
    "person_switched_on": Text("다시 사용", "switched on"),
    "outcomes_imported": Text("성과 가져옴", "imported outcomes"),
    "outcomes_removed": Text("성과 지움", "removed outcomes"),
    "role_play_shared": Text("대화를 팀에 보여 줌", "shared a talk"),
    "role_play_submitted": Text("대화를 트레이너에게 보냄", "sent a talk to the trainers"),
    "role_play_taken_back": Text("대화를 혼자 보기로 되돌림", "took a talk back"),
    "review_scored_blind": Text("대화를 채점함", "scored a talk blind"),
    "score_overridden": Text("점수를 바꿈", "overrode a score"),
    "override_taken_back": Text("바꾼 점수를 되돌림", "took an override back"),
    "comment_left": Text("코멘트를 남김", "left a comment"),
    "review_closed": Text("리뷰를 마침", "finished a review"),
    "review_sent_back": Text("대화를 돌려보냄", "sent a talk back"),
    "review_noted": Text("리뷰를 읽음", "read a review"),
    "review_answered": Text("리뷰에 답함", "answered a review"),
    "rubric_accepted": Text("평가표를 바꿈", "changed the rubric"),
    "rubric_reverted": Text("평가표를 되돌림", "took a rubric back"),
}

KEEPING: Final = Text("대화를 얼마나 보관할까요?", "How long are talks kept?")
KEEPING_WHAT: Final = Text(
    "기간이 지난 롤플레이와 스코어카드, 올린 대화는 되살릴 수 없게 지워요. 이어서 한 대화가 있으면 마지막 대화부터 세어요. "
    "두 팀에 속한 사람의 대화는 더 긴 쪽을 따라요. 기간을 줄이면 적어도 일주일 뒤부터 지우고, 당사자 화면에 지울 날을 미리 보여 줘요. "
    "그 뒤 진척도도 남은 대화로만 그려요.",
    "Role-plays with their scorecards and uploaded conversations are deleted for good when their time is over, counted from the last of those "
    "that belong together. For people in two teams the longer time counts. A shorter time begins to delete a week later at the earliest, and people "
    "see the day before on their own page. Progress is then drawn from what is left.",
)
NO_TEAM: Final = Text("팀이 없는 사람", "People in no team")
MY_TALKS: Final = Text("내 대화", "My talks")
FOR_GOOD: Final = Text("지우지 않음", "For good")
DAYS: Final[dict[int, Text]] = {
    30: Text("30일", "30 days"),
    90: Text("90일", "90 days"),
    180: Text("6개월", "6 months"),
    365: Text("1년", "1 year"),
    730: Text("2년", "2 years"),
    1095: Text("3년", "3 years"),
}
OTHER_DAYS: Final = Text("{days}일", "{days} days")
AHEAD: Final = Text(
    "이대로 정하면 {day}에 {people}명의 대화 {talks}개를 처음 지워요.", "Set like this, the first {talks} talks of {people} people go on {day}."
)
AHEAD_NOTHING: Final = Text("아직 지울 대화가 없어요.", "There is nothing to delete yet.")
SET: Final = Text("이대로 정하기", "Set it")
SET_DONE: Final = Text("보관 기간을 정했어요.", "The retention is set.")
BACKUPS: Final = Text(
    "백업에는 다음 백업까지 남아 있어요. 예전 백업을 되돌려도, 데이터 폴더의 deleted.jsonl이 있으면 마주가 켜질 때 다시 지워요.",
    "Backups hold it until the next one is made. When an older one is put back, Maju deletes it again at its start, as long as deleted.jsonl of the "
    "data folder is there.",
)
RECORDS: Final = Text("학습 기록 저장소(LRS)", "Learning record store")
RECORDS_NOT_SET: Final = Text(
    "연결하지 않았어요. MAJU_LRS_URL, MAJU_LRS_KEY, MAJU_LRS_SECRET를 정하면 팀에 보낸 연습의 점수를 xAPI로 보내요.",
    "None is connected. With MAJU_LRS_URL, MAJU_LRS_KEY and MAJU_LRS_SECRET the scores of shared practice are told to it as xAPI.",
)
RECORDS_SENT: Final = Text("보낸 기록 {sent}개, 기다리는 기록 {waiting}개", "{sent} statements sent, {waiting} wait")
RECORDS_PROBLEM: Final = Text("마지막 문제: {problem}", "What went wrong last: {problem}")


def deed(action: str, language: Language) -> str:
    """What was done, in words; an action of a newer Maju under its own name."""
    known = ACTIONS.get(action)
    return known.in_(language) if known else action


def person(by: str, names: Mapping[str, str], language: Language) -> str:
    """Who did it. Names are not kept in the record, so that a deleted person's is gone from it too."""
    if by in names:
        return names[by]
    return {"terminal": BY_TERMINAL, LOCAL_PERSON.id: BY_THIS_MACHINE, "": BY_ITSELF}.get(by, GONE).in_(language)
