"""People: who belongs here, invited and changed by an admin; and with whom a rep shares a talk."""

from typing import Final

from assistant.domain.words import Text

NAME: Final = Text("사람들", "People")
TITLE: Final = Text("누가 함께 쓰나요?", "Who belongs here?")
LEAD: Final = Text(
    "여기서 초대하고, 역할과 팀을 정해요. 바꾼 것은 그 사람이 보고 있는 화면에도 바로 적용돼요. 관리자 역할로는 남의 대화를 읽지 못해요.",
    "Invite people here and set their roles and teams. A change counts at once, on open pages too. The admin role reads nobody's talks.",
)
INVITE: Final = Text("초대하기", "Invite somebody")
LOGIN: Final = Text("이메일", "E-mail")
LOGIN_HINT: Final = Text("예: kim@company.kr", "e.g. kim@company.com")
PERSON: Final = Text("이름", "Name")
ROLES: Final = Text("역할", "Roles")
TEAMS: Final = Text("팀 (여러 팀이면 쉼표로)", "Teams (separated by commas)")
KNOWN_TEAMS: Final = Text("있는 팀: {teams}. 새 이름을 적으면 새 팀을 만들어요.", "There are: {teams}. A new name makes a new team.")
WHICH_TEAMS: Final = Text("예: 영업 1팀", "e.g. Sales one")
MAKE_LINK: Final = Text("초대 링크 만들기", "Make the link")
LINK: Final = Text(
    "{name} 님에게 이 링크를 전해 주세요. 한 번, 3일 안에만 쓸 수 있고 여기서 다시 볼 수 없어요.",
    "Give this link to {name}. It works once, within 3 days, and is not shown again.",
)
NEW_LINK: Final = Text("새 링크", "New link")
NEW_LINK_WHAT: Final = Text(
    "비밀번호를 잊었을 때 써요. 링크로 새 비밀번호를 정하면 모든 브라우저에서 로그아웃돼요.",
    "For a forgotten password. Setting a new one by the link logs out every browser.",
)
SAVE: Final = Text("저장", "Save")
SAVED: Final = Text("{name} 님의 정보를 저장했어요.", "Saved for {name}.")
SWITCH_OFF: Final = Text("사용 중지", "Switch off")
SWITCH_ON: Final = Text("다시 사용", "Switch on")
SWITCHED_OFF: Final = Text("{name} 님은 이제 들어올 수 없어요. 한 일은 그대로 남아요.", "{name} can no longer get in. What they did stays.")
SWITCHED_ON: Final = Text("{name} 님은 다시 들어올 수 있어요.", "{name} can get in again.")
OFF: Final = Text("사용 중지", "off")
NOT_JOINED: Final = Text("아직 들어온 적 없음", "has not joined yet")
YOU: Final = Text("나", "you")
SINCE: Final = Text("{day}에 초대", "invited {day}")
AUDIT: Final = Text("누가 무엇을 했나요?", "Who did what?")
AUDIT_WHAT: Final = Text(
    "로그인과 계정 변경 기록이에요. 대화 내용은 담기지 않아요.", "Logins and changes of accounts. No words of any talk are in it."
)
BY_TERMINAL: Final = Text("터미널", "terminal")
BY_NOBODY: Final = Text("알 수 없음", "unknown")
ACTIONS: Final[dict[str, Text]] = {
    "login_failed": Text("로그인 실패", "failed to log in"),
    "logged_in": Text("로그인", "logged in"),
    "logged_out": Text("로그아웃", "logged out"),
    "link_made": Text("링크 만듦", "made a link"),
    "password_set": Text("비밀번호 정함", "set a password"),
    "person_invited": Text("초대", "invited"),
    "person_changed": Text("역할·팀 변경", "changed roles or teams"),
    "person_switched_off": Text("사용 중지", "switched off"),
    "person_switched_on": Text("다시 사용", "switched on"),
    "assigned": Text("과제 냄", "set an assignment"),
    "assignment_changed": Text("과제 바꿈", "changed an assignment"),
    "assignment_ended": Text("과제 끝냄", "ended an assignment"),
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
    "rubric_accepted": Text("평가표를 바꿈", "changed the rubric"),
    "rubric_reverted": Text("평가표를 되돌림", "took a rubric back"),
    "review_answered": Text("리뷰에 답함", "answered a review"),
}

ONLY_YOU: Final = Text("이 연습은 나만 볼 수 있어요.", "Only you can see this practice.")
SHARE: Final = Text("팀에 보여 주기", "Share with my team")
SHARE_WHAT: Final = Text(
    "보여 주면 {teams}의 트레이너와 매니저가 대화와 점수를 읽을 수 있어요.", "Trainers and managers of {teams} can then read the talk and its scores."
)
SHARED: Final = Text("{teams}의 트레이너와 매니저가 볼 수 있어요.", "Trainers and managers of {teams} can see this.")
TAKE_BACK: Final = Text("나만 보기로 되돌리기", "Make it mine alone again")
NO_TEAM: Final = Text("속한 팀이 없어서 이 연습은 나만 볼 수 있어요.", "You are in no team, so only you can see this practice.")
