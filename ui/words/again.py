"""Trying again from an earlier turn, and two tries side by side."""

from typing import Final

from assistant.domain.scorecard import Verdict
from assistant.domain.words import Text

FROM_HERE: Final = Text("여기서 다시 해 보기", "Try again from here")
REDO_NOW: Final = Text("바로 다시 해 보기 · 세 마디", "Redo it now · three turns")
GO_BACK: Final = Text("되돌아가기", "Go back")
GO_BACK_WHAT: Final = Text(
    "고른 말 바로 앞으로 돌아가서 다시 말해 봐요. 지금 대화는 그대로 남아 있어요.",
    "You go back to just before that turn and say it differently. This conversation stays as it is.",
)
WHICH: Final = Text("어느 말부터 다시 할까요?", "From which turn?")
TURN: Final = Text("{number}. {words}", "{number}. {words}")
GO: Final = Text("여기부터 다시 말하기", "Say it differently")

REDO: Final = Text("세 마디만 다시 해 봐요. {left}번 더 말하면 끝나요.", "Three turns, once more. Yours to go: {left}.")
REDO_OVER: Final = Text("세 마디를 다시 해 봤어요.", "Three turns, said once more.")
TRYING: Final = Text("해 볼 것", "What to try")
REDO_ROW: Final = Text("{number}번째 말부터 세 마디만 다시", "three turns redone, from your turn {number}")
LATER_REDO: Final = Text("{number}번째 말부터 세 마디 다시 해 본 것 보기", "See the three turns redone from your turn {number}")
TO_BOTH: Final = Text("두 번을 나란히 보기", "See both side by side")
REDO_FINISH: Final = Text("여기까지 다시 해 보고, 처음 말과 나란히 보여 드려요.", "You stop here, and see it beside your first try.")
REDO_FINISH_YES: Final = Text("마치고 나란히 보기", "Stop and compare")
ONCE_MORE: Final = Text("한 번 더 해 보기", "Once more")

BRANCH: Final = Text("{number}번째 말부터 다시 하는 대화예요.", "A retry from your turn {number}.")
ROW: Final = Text("{number}번째 말부터 다시", "retried from turn {number}")
COMPARE: Final = Text("처음 대화와 나란히 보기", "Compare with the first try")
LATER: Final = Text("{number}번째 말부터 다시 한 대화와 나란히 보기", "Compare with the retry from turn {number}")

TITLE: Final = Text("두 번의 대화를 나란히", "Two tries, side by side")
LEAD: Final = Text("{buyer} 님과 나눈 대화 · {number}번째 말부터 다시", "Your talk with {buyer} · retried from turn {number}")
FIRST: Final = Text("처음", "First try")
SECOND: Final = Text("다시", "Second try")
NOT_ENDED: Final = Text("아직 끝나지 않아서 점수가 없어요.", "Still open, so there is no score yet.")
NOT_SPOKEN: Final = Text("아직 말을 꺼내지 않았어요.", "Nothing has been said yet.")
RISEN: Final = Text("뚜렷하게 올랐어요", "clearly up")
FALLEN: Final = Text("뚜렷하게 내렸어요", "clearly down")
ALIKE: Final = Text("뚜렷한 차이는 아니에요", "no clear difference")
SAME_START: Final = Text("여기까지 오간 말 {count}마디는 같아요", "The same up to here: {count} turns")
VERDICTS: Final[dict[Verdict, Text]] = {
    "better": Text("이번에는 달랐어요.", "This time it was different."),
    "same": Text("처음과 비슷해요. 한 번 더 해 볼까요?", "Much as before. Once more?"),
    "worse": Text("처음보다 덜 나왔어요. 한 번 더 해 볼까요?", "Less of it than before. Once more?"),
    "unseen": Text("이번 말에는 그럴 만한 장면이 없었어요. 한 번 더 해 볼까요?", "Nothing called for it this time. Once more?"),
}
NOTHING_TO_SEE: Final = Text("그럴 만한 장면이 없었어요", "nothing called for it")
ONLY_THESE: Final = Text("{dimension}, 이 {turns}마디만 놓고 보면", "{dimension}, in these turns alone: {turns}")
FEW_TURNS: Final = Text(
    "세 마디는 짧아서 폭이 넓어요. 점수보다 아래의 말이 달라졌는지를 보세요.",
    "Three turns are few, so the range is wide. Look at the words below rather than at the score.",
)
NO_BRANCH: Final = Text("다시 해 본 대화가 아니어서 견줄 처음 대화가 없어요.", "This is not a second try, so there is nothing to set beside it.")
