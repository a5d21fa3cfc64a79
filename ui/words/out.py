"""Files and paper."""

from typing import Final

from assistant.domain.words import Text

NOBODY: Final = Text("로그인이 필요해요. 마주를 열고 로그인한 뒤 다시 받아 주세요.", "Log in to Maju first, then download it again.")
NO_SUCH_FILE: Final = Text("그런 파일은 없어요. '내 자료' 화면에서 골라 주세요.", "There is no such file. Choose one on the page My data.")
NO_CARD: Final = Text(
    "아직 스코어카드가 없어요. 대화를 마치고 스코어카드를 연 뒤에 인쇄해 주세요.",
    "There is no scorecard yet. Finish the talk and open its scorecard, then print it.",
)
PRINT: Final = Text("인쇄하기", "Print")
PRINT_HINT: Final = Text("PDF로 남기려면 인쇄 창에서 'PDF로 저장'을 고르세요.", "To keep it as a PDF choose “Save as PDF” in the print dialog.")
REP: Final = Text("담당자 {rep}", "Rep: {rep}")
COMMENTS: Final = Text("코멘트", "Comments")
COMMENT_OF: Final = Text("{who} · {number}번째 말", "{who} · turn {number}")
MEASURES: Final = Text("무엇을 보고 매겼나요?", "What the scores rest on")
PAPER: Final = Text("인쇄용 스코어카드", "Scorecard to print")
TURNS_CSV: Final = Text("대화 (CSV)", "The talk (CSV)")
ALL_JSON: Final = Text("대화와 점수 (JSON)", "Talk and scores (JSON)")
