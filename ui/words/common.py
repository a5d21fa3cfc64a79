"""Words that more than one page needs: the frame, dimensions, outcomes, levels."""

from typing import Final

from assistant.domain.roleplay import Level, Outcome
from assistant.domain.words import Dimension, Language, Text

APP: Final = Text("마주", "Maju")
SCREEN_LANGUAGE: Final = Text("화면 언어", "Language of the screen")
LANGUAGE_NAMES: Final[dict[Language, str]] = {"ko": "한국어", "en": "English"}

PRACTISE: Final = Text("연습하기", "Practise")
BRIEFING: Final = Text("브리핑", "Briefing")
ROOM: Final = Text("대화", "Room")
SCORECARD: Final = Text("스코어카드", "Scorecard")
ROLE_PLAYS: Final = Text("내 롤플레이", "My role-plays")
PLAYBOOKS: Final = Text("플레이북", "Playbooks")
PLAYBOOK: Final = Text("플레이북 읽기", "Playbook")
REVIEW: Final = Text("리뷰", "Review")
READING: Final = Text("리뷰 쓰기", "Reading")

SOMETHING_WRONG: Final = Text(
    "화면을 그리다가 문제가 생겼어요. 저장된 대화는 그대로 있으니 새로고침해 주세요.",
    "Something went wrong on this page. What is stored is safe; please reload.",
)
CHOOSE_FIRST: Final = Text("먼저 연습할 상대를 골라 주세요.", "Choose a buyer to practise with first.")
TO_PRACTISE: Final = Text("상대 고르러 가기", "Choose a buyer")
BACK_TO_GALLERY: Final = Text("상대 다시 고르기", "All buyers")
CANCEL: Final = Text("그만두기", "Cancel")

DIMENSIONS: Final[dict[Dimension, Text]] = {
    "human": Text("사람다움", "Human"),
    "warm": Text("따뜻함", "Warm"),
    "fast": Text("빠름", "Fast"),
    "professional": Text("전문성", "Professional"),
}
DIMENSION_ASKS: Final[dict[Dimension, Text]] = {
    "human": Text("이 사람에게 맞춘 말이었나요?", "Was it said to this very person?"),
    "warm": Text("먼저 들어 주고 받아 주었나요?", "Did you hear them out and take it in first?"),
    "fast": Text("묻는 말에 바로 답하고 다음을 잡았나요?", "Did you answer at once and fix what comes next?"),
    "professional": Text("근거를 갖춰 알아내고 제안했나요?", "Did you find out and propose on solid ground?"),
}

LEVEL: Final = Text("상대의 난이도", "The buyer")
LEVELS: Final[dict[Level, Text]] = {
    1: Text("수월함", "Easygoing"),
    2: Text("보통", "Ordinary"),
    3: Text("까다로움", "Demanding"),
}
TALK: Final = Text("대화 언어", "Language of the talk")

OUTCOMES: Final[dict[Outcome, Text]] = {
    "committed": Text("다음 단계를 약속받았어요", "Agreed on a next step"),
    "open": Text("결론 없이 끝났어요", "Ended without a decision"),
    "walked_away": Text("상대가 자리를 떴어요", "The buyer walked away"),
}
IN_PROGRESS: Final = Text("진행 중", "In progress")
CONTINUE: Final = Text("이어서 하기", "Continue")
OPEN_SCORECARD: Final = Text("스코어카드 보기", "Open the scorecard")
SPEAKER_REP: Final = Text("담당자", "Rep")
