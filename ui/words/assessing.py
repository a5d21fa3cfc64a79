"""Assessments: choosing one, its limits, and how one is named afterwards."""

from typing import Final

from assistant.domain.roleplay import Mode
from assistant.domain.words import Text

MODE: Final = Text("연습인가요, 평가인가요?", "Practice or assessment?")
MODES: Final[dict[Mode, Text]] = {"practice": Text("연습", "Practice"), "assessment": Text("평가", "Assessment")}
RULES: Final = Text(
    "{minutes}분 안에 마쳐요. 힌트, 상대의 표정, 알아낸 것 목록이 없고 앞으로 되돌아갈 수 없어요.",
    "You have {minutes} minutes. No hints, no mood, no map of what you have found out, and no going back.",
)
LEFT: Final = Text("오늘 남은 기회 {left}번 (하루 {of}번)", "Attempts left today: {left} of {of}")
NONE_LEFT: Final = Text(
    "오늘 기회를 모두 썼어요. 연습으로는 얼마든지 만날 수 있어요.",
    "You have used today's attempts. You can still practise with this buyer as often as you like.",
)
TIME_LEFT: Final = Text("{left} 남았어요", "{left} left")
LAST_MINUTE: Final = Text("1분이 채 안 남았어요", "Less than a minute left")
WHICH: Final = Text("평가 · {of}번 중 {attempt}번째", "Assessment · attempt {attempt} of {of}")
WHICH_OF_ANY: Final = Text("평가 · {attempt}번째", "Assessment · attempt {attempt}")
