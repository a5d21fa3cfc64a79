"""Words that more than one page needs: the frame, dimensions, outcomes, levels."""

from typing import Final

from assistant.domain.roleplay import OUTCOME_NAMES, Level
from assistant.domain.words import DIMENSION_NAMES, Dimension, Language, Text

APP: Final = Text("마주", "Maju")
SCREEN_LANGUAGE: Final = Text("화면 언어", "Screen language")
LANGUAGE_NAMES: Final[dict[Language, str]] = {"ko": "한국어", "en": "English"}

PRACTISE: Final = Text("연습하기", "Practise")
BRIEFING: Final = Text("브리핑", "Briefing")
ROOM: Final = Text("대화", "Room")
SCORECARD: Final = Text("스코어카드", "Scorecard")
ROLE_PLAYS: Final = Text("내 롤플레이", "My role-plays")
PLAYBOOKS: Final = Text("플레이북", "Playbooks")
PLAYBOOK: Final = Text("플레이북 읽기", "Playbook")
REVIEW: Final = Text("리뷰", "Review")
CONTENT: Final = Text("콘텐츠", "Content")
TEAM: Final = Text("팀 살피기", "Team")
KEEPING: Final = Text("관리", "Admin")
READING: Final = Text("채점하기", "Scoring")

SOMETHING_WRONG: Final = Text(
    "화면을 불러오다 문제가 생겼어요. 나눈 대화는 그대로 저장되어 있으니 새로고침해 주세요.",
    "Something went wrong on this page. Your conversations are safe; please reload.",
)
NOWHERE: Final = Text("그 주소에는 화면이 없어서 첫 화면을 열었어요.", "No page has that address, so this is the first one.")
CHOOSE_FIRST: Final = Text("먼저 연습할 상대를 골라 주세요.", "Choose a buyer to practise with first.")
TO_PRACTISE: Final = Text("상대 고르러 가기", "Choose a buyer")
BACK_TO_GALLERY: Final = Text("상대 다시 고르기", "All buyers")
CANCEL: Final = Text("취소", "Cancel")
CHOOSE: Final = Text("골라 주세요", "Choose")
NO_SUCH_BUYER: Final = Text("그런 상대는 없어요. 다른 상대를 골라 볼까요?", "There is no such buyer. Shall we choose another?")
NO_SUCH_TALK: Final = Text(
    "그런 대화를 찾지 못했어요. 지난 연습은 '내 롤플레이'에 모여 있어요.",
    "That conversation cannot be found. Yours are all under My role-plays.",
)
TO_ROLE_PLAYS: Final = Text("내 롤플레이 보기", "See my role-plays")

DIMENSIONS: Final = DIMENSION_NAMES
DIMENSION_ASKS: Final[dict[Dimension, Text]] = {
    "human": Text("이 사람에게 맞춘 말이었나요?", "Did you speak to this person, not just anyone?"),
    "warm": Text("먼저 듣고, 상대 마음을 받아 줬나요?", "Did you listen first, and show it?"),
    "fast": Text("묻는 말에 바로 답하고 다음 약속을 잡았나요?", "Did you answer straight away and settle what comes next?"),
    "professional": Text("제대로 묻고 근거 있게 제안했나요?", "Did you ask well and propose on solid ground?"),
}

LEVEL: Final = Text("상대 난이도", "Kind of buyer")
LEVELS: Final[dict[Level, Text]] = {
    1: Text("쉬움", "Easy"),
    2: Text("보통", "Ordinary"),
    3: Text("까다로움", "Tough"),
}
TALK: Final = Text("대화 언어", "Talk in")

OUTCOMES: Final = OUTCOME_NAMES
IN_PROGRESS: Final = Text("진행 중", "In progress")
CONTINUE: Final = Text("이어서 하기", "Continue")
OPEN_SCORECARD: Final = Text("스코어카드 보기", "Open the scorecard")
SPEAKER_REP: Final = Text("담당자", "Rep")
