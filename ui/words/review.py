"""Review: the trainer's list and the reading of one role-play."""

from typing import Final

from assistant.domain.words import Text

TITLE: Final = Text("읽고 한마디 남기기", "Read and leave a word")
LEAD: Final = Text(
    "채점이 끝난 대화를 읽고, 도움이 될 만한 대목에 코멘트를 남겨 주세요. 담당자의 스코어카드에 바로 보여요.",
    "Read scored conversations and comment where it helps. The rep sees it on their scorecard straight away.",
)
EMPTY: Final = Text(
    "아직 채점된 대화가 없어요. 누군가 연습을 마치고 스코어카드를 열면 여기에 나타나요.",
    "Nothing has been scored yet. It appears here once somebody finishes a practice and opens its scorecard.",
)
ALL_READ: Final = Text("다 읽었어요. 남은 대화가 없어요.", "All read. Nothing is left.")
WHICH: Final = Text("보여 줄 대화", "Which ones")
TO_READ: Final = Text("읽지 않은 것", "To read")
ALL: Final = Text("모두", "All")
REP: Final = Text("담당자: {rep}", "Rep: {rep}")
OPEN: Final = Text("읽기", "Read")
REVIEWED: Final = Text("{day}에 읽었어요", "Read on {day}")
COMMENTS: Final = Text("코멘트 {count}개", "comments: {count}")
BACK: Final = Text("목록으로", "Back to the list")
COMMENT: Final = Text("코멘트 남기기", "Leave a comment")
WHICH_TURN: Final = Text("어느 말에 남길까요?", "On which turn?")
TURN: Final = Text("{who}: {words}", "{who}: {words}")
WORDS: Final = Text("담당자에게 해 줄 말", "What you want to say to the rep")
WORDS_HINT: Final = Text("좋았던 점, 다음에 해 보면 좋을 점을 적어 주세요.", "What was good, and what to try next time.")
SEND: Final = Text("코멘트 저장", "Save comment")
KEPT: Final = Text("코멘트를 저장했어요.", "Comment saved.")
MARK: Final = Text("다 읽었어요", "Mark as read")
