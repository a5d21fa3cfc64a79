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
DELETE: Final = Text("이 사람과 대화를 모두 지우기", "Delete this person and all their talks")
DELETE_WHAT: Final = Text(
    "{day}에 이 사람의 계정과 롤플레이, 스코어카드, 올린 대화를 모두 지워요. 되살릴 수 없어요. 그 전에는 취소할 수 있고, "
    "본인이 자기 자료를 받아 가도록 계정을 잠시 켜 줄 수도 있어요. 다른 사람에게 남긴 코멘트와 회사 자료는 이름 없이 남아요.",
    "On {day} the account, its role-plays with their scorecards, and its conversations are deleted for good. Until then you can take it back, or "
    "switch the account on so that they can take their data along. Comments for others and the company's material stay, without a name.",
)
DELETE_SURE: Final = Text("네, 지울게요", "Yes, delete")
DELETED_ON: Final = Text("{day}에 모두 지울 예정이에요.", "Everything is deleted on {day}.")
KEEP: Final = Text("지우지 않기", "Do not delete")
KEPT: Final = Text("{name} 님을 지우지 않아요.", "{name} is not deleted.")
TO_RECORD: Final = Text("기록과 보관 기간 보기", "Record and retention")

ONLY_YOU: Final = Text("이 연습은 나만 볼 수 있어요.", "Only you can see this practice.")
SHARE: Final = Text("팀에 보여 주기", "Share with my team")
SHARE_WHAT: Final = Text(
    "보여 주면 {teams}의 트레이너와 매니저가 대화와 점수를 읽을 수 있어요.", "Trainers and managers of {teams} can then read the talk and its scores."
)
SHARED: Final = Text("{teams}의 트레이너와 매니저가 볼 수 있어요.", "Trainers and managers of {teams} can see this.")
TAKE_BACK: Final = Text("나만 보기로 되돌리기", "Make it mine alone again")
LOOK_IS_KEPT: Final = Text(
    "{rep} 님의 대화예요. 열어 본 것이 기록되고 {rep} 님도 볼 수 있어요.",
    "This is {rep}'s talk. That you opened it is recorded, and {rep} can see that.",
)
LOOKED: Final = Text("본 사람: {who}", "Seen by: {who}")
LOOKED_ONE: Final = Text("{name}({day})", "{name} ({day})")
NOBODY_LOOKED: Final = Text("아직 아무도 보지 않았어요.", "Nobody has looked yet.")
NO_TEAM: Final = Text("속한 팀이 없어서 이 연습은 나만 볼 수 있어요.", "You are in no team, so only you can see this practice.")
