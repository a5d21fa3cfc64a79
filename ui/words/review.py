"""Review: the trainer's desk, scoring blind, beside the machine, and what the rep is told of it."""

from typing import Final

from assistant.domain.review import Closed, Odd, Reason
from assistant.domain.words import Text

TITLE: Final = Text("누구의 대화를 볼까요?", "Whose talk shall we look at?")
LEAD: Final = Text(
    "먼저 내 눈으로 채점하고, 그다음에 기계의 점수와 나란히 봐요. 저장하기 전에는 기계의 점수를 보여 주지 않아요.",
    "Score with your own eyes first, then look at it beside the machine. Until yours is kept, the machine's scores stay hidden.",
)
EMPTY: Final = Text(
    "아직 볼 대화가 없어요. 담당자가 스코어카드에서 트레이너에게 보내면 여기에 나타나요.",
    "Nothing to look at yet. It appears here once a rep sends a talk to the trainers from its scorecard.",
)
ALL_READ: Final = Text("다 봤어요. 기다리는 대화가 없어요.", "All done. Nothing is waiting.")
WHICH: Final = Text("보여 줄 대화", "Which ones")
WAITING: Final = Text("기다리는 대화", "Waiting")
ALL: Final = Text("모두", "All")
REP: Final = Text("담당자: {rep}", "Rep: {rep}")
OPEN: Final = Text("채점하기", "Score it")
GO_ON: Final = Text("이어서 하기", "Go on")
LOOK: Final = Text("다시 보기", "Look again")
ASKS: Final = Text("담당자의 질문", "The rep asks")
COMMENTS: Final = Text("내 코멘트 {count}개", "my comments: {count}")
BACK: Final = Text("목록으로", "Back to the list")

REASONS: Final[dict[Reason, Text]] = {
    "begun": Text("채점하던 대화", "begun by you"),
    "submitted": Text("담당자가 보냈어요", "sent by the rep"),
    "due": Text("과제로 본 평가예요", "an assigned assessment"),
    "odd": Text("눈여겨볼 점이 있어요", "something is odd"),
    "sampled": Text("기준을 맞추려고 무작위로 뽑았어요", "drawn at random, for calibration"),
    "read": Text("그냥 읽기", "nothing asks for it"),
}
ODD: Final[dict[Odd, Text]] = {
    "too_good": Text("점수가 지나치게 좋아요", "too good to be true"),
    "pasted": Text("절반 넘게 붙여 넣은 말이에요", "more than half of it was pasted"),
    "judge_disagrees": Text("모델과 측정이 서로 달라요", "the model and the measures disagree"),
    "far_from_trainers": Text("트레이너들이 평소 주는 점수와 멀어요", "far from what trainers usually give"),
    "wide_band": Text("점수의 폭이 넓어서 기계도 자신이 없어요", "a wide band: the machine is not sure"),
}
ODD_HEAD: Final = Text("눈여겨볼 점", "What was odd")

MY_SCORES: Final = Text("내 점수", "My scores")
BLIND: Final = Text(
    "기계의 점수는 아직 이 화면에 없어요. 적는 대로 저장되니 언제든 닫았다가 이어서 해도 돼요. Tab으로 옮기고 화살표로 골라요.",
    "The machine's scores are not on this page yet. All is kept as you go; close it and go on any time. Tab moves on, arrows choose.",
)
POINTS: Final = Text("0–100", "0–100")
ITEMS: Final = Text("무엇을 했나요?", "What did the rep do?")
ITEMS_HOW: Final = Text(
    "그럴 만한 장면이 없었으면 '해당 없음'. 모르겠으면 비워 두세요.", "No occasion for it: 'not applicable'. Not sure: leave it empty."
)
NOT_APPLICABLE: Final = Text("해당 없음", "not applicable")
EXAMPLES: Final = Text("{value}점. {example}", "{value}: {example}")
KEEP: Final = Text("저장하고 기계와 나란히 보기", "Keep, and show the machine's")
KEEP_HOW: Final = Text("저장하면 이 점수는 바꿀 수 없어요.", "Once kept, these scores stay as they are.")
NO_CARD: Final = Text("이 대화에는 기계가 매긴 점수가 없어요.", "The machine has no scores for this talk.")

BESIDE: Final = Text("나란히 보기", "Side by side")
MINE: Final = Text("나", "Me")
MACHINE: Final = Text("기계", "Machine")
APART: Final = Text("차이", "Apart")
BAND: Final = Text("{low}–{high}", "{low}–{high}")
NOT_SCORED: Final = Text("채점 못 함", "not scored")
ITEM: Final = Text("항목", "Item")
JUDGE: Final = Text("모델", "Model")
MACHINE_SAW: Final = Text("기계가 본 것", "What the machine saw")

OVERRIDE: Final = Text("점수 바꾸기", "Override a score")
OVERRIDE_HOW: Final = Text(
    "기계의 점수도 지워지지 않아요. 담당자는 두 점수와 이유를 함께 봐요.", "The machine's score stays. The rep sees both, with your reason."
)
WHICH_SCORE: Final = Text("어느 점수를 바꿀까요?", "Which score?")
NEW_VALUE: Final = Text("내가 주는 점수", "My score for it")
REASON: Final = Text("왜 그런가요?", "Why?")
REASON_HINT: Final = Text("예: 걱정을 듣고도 바로 설명으로 넘어갔어요.", "e.g. The worry was heard, but the answer went straight to explaining.")
PUT: Final = Text("이 점수로 바꾸기", "Override")
OVERRIDDEN: Final = Text("{dimension}: 기계 {machine} → 트레이너 {value}", "{dimension}: machine {machine} → trainer {value}")
TAKE_BACK: Final = Text("되돌리기", "Take it back")

COMMENT: Final = Text("코멘트 남기기", "Leave a comment")
WHICH_TURN: Final = Text("어느 말에 남길까요?", "On which turn?")
TURN: Final = Text("{who}: {words}", "{who}: {words}")
SENTENCE: Final = Text("어느 문장인가요?", "Which sentence?")
QUOTE: Final = Text("어느 대목인가요? (비우면 발화 전체)", "Which words? (empty: the whole turn)")
QUOTE_HINT: Final = Text(
    "대화에서 복사해 붙여 넣거나 위에서 문장을 골라 다듬으세요.", "Paste them from the talk, or choose a sentence above and trim it."
)
WORDS: Final = Text("담당자에게 해 줄 말", "What you want to say to the rep")
WORDS_HINT: Final = Text("좋았던 점, 다음에 해 보면 좋을 점을 적어 주세요.", "What was good, and what to try next time.")
SEND: Final = Text("코멘트 저장", "Save comment")
KEPT: Final = Text("코멘트를 저장했어요. 리뷰를 마치면 담당자가 봐요.", "Comment saved. The rep sees it once the review is finished.")

FINISH: Final = Text("마치기", "Finish")
FOLLOW_UP: Final = Text("다음에 해 볼 한 가지", "One thing to do next")
FOLLOW_UP_HINT: Final = Text(
    "예: 다음 통화에서는 가격 전에 결재 과정을 먼저 물어보세요.", "e.g. In the next call, ask how it is decided before naming a price."
)
CLOSE: Final = Text("리뷰 마치고 알리기", "Finish and tell the rep")
SEND_BACK: Final = Text("다시 해 보라고 돌려보내기", "Send back to try again")
CLOSED: Final[dict[Closed, Text]] = {
    "done": Text("{day}에 리뷰를 마쳤어요", "Reviewed on {day}"),
    "sent_back": Text("{day}에 다시 해 보라고 돌려보냈어요", "Sent back on {day}"),
}
ANSWERED: Final = Text("담당자의 답: {answer}", "The rep's answer: {answer}")
NOTED: Final = Text("담당자가 읽었어요.", "The rep has read it.")
NOT_NOTED: Final = Text("담당자가 아직 읽지 않았어요.", "The rep has not read it yet.")

SCORE_FIRST: Final = Text(
    "이 대화는 트레이너로서 볼 수 있어요. 기계의 점수는 내 점수를 저장한 뒤에 보여 드려요.",
    "You can look at this talk as its trainer. The machine's scores are shown once yours are kept.",
)
TO_DESK: Final = Text("먼저 채점하기", "Score it first")

BY: Final = Text("{who} 트레이너가 리뷰했어요 · {day}", "Reviewed by {who} · {day}")
BY_SENT_BACK: Final = Text("{who} 트레이너가 다시 해 보라고 돌려보냈어요 · {day}", "{who} sent it back to try again · {day}")
A_TRAINER: Final = Text("트레이너", "A trainer")
BOTH: Final = Text("{dimension}: 기계 {machine}, 트레이너 {value}", "{dimension}: machine {machine}, trainer {value}")
TRAINER_GAVE: Final = Text("트레이너는 {value}점을 줬어요: {reason}", "The trainer gave {value}: {reason}")
AGREES: Final = Text("점수는 바꾸지 않았어요.", "No score was overridden.")
NEXT: Final = Text("다음에 해 볼 한 가지: {what}", "To do next: {what}")
YOUR_ANSWER: Final = Text("내 답: {answer}", "Your answer: {answer}")
ANSWER: Final = Text("트레이너에게 한마디 (안 적어도 돼요)", "A word to the trainer (optional)")
TAKE_NOTE: Final = Text("읽었어요", "I have read it")
NEWS: Final = Text("{who} 트레이너가 {buyer} 님과의 대화를 리뷰했어요.", "{who} reviewed your talk with {buyer}.")
NEWS_SENT_BACK: Final = Text("{who} 트레이너가 {buyer} 님과의 대화를 다시 해 보라고 했어요.", "{who} asks you to try your talk with {buyer} again.")
READ_IT: Final = Text("리뷰 보기", "Read the review")

SUBMIT: Final = Text("트레이너에게 봐 달라고 하기", "Ask a trainer to look")
QUESTION: Final = Text("물어보고 싶은 것 (안 적어도 돼요)", "Something to ask (optional)")
QUESTION_HINT: Final = Text("예: 가격을 너무 일찍 꺼낸 걸까요?", "e.g. Did I name the price too early?")
SUBMITTED: Final = Text("{day}에 트레이너에게 보냈어요.", "Sent to the trainers on {day}.")
SUBMIT_NOW: Final = Text("보내기", "Send")
