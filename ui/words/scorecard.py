"""The scorecard: what do I do differently?"""

from typing import Final

from assistant.domain.words import Text

TITLE: Final = Text("{buyer} 님과 나눈 대화", "Your talk with {buyer}")
UNDER_A_MINUTE: Final = Text("1분 미만", "under a minute")
HELD: Final = Text("{when} · {minutes} · 난이도 {level}", "{when} · {minutes} · {level} buyer")
STILL_OPEN: Final = Text(
    "아직 끝나지 않은 대화예요. 마치면 스코어카드를 볼 수 있어요.", "This conversation is still open. Finish it to see its scorecard."
)
NOTHING_SAID: Final = Text(
    "말을 꺼내지 않고 끝난 대화라 채점할 것이 없어요. 다시 마주 앉아 볼까요?",
    "You said nothing before this ended, so there is nothing to score. Sit down once more?",
)
TOO_LITTLE: Final = Text(
    "아직 점수를 매길 만큼 이야기를 나누지 않았어요. 다시 마주 앉아 조금 더 이야기해 볼까요?",
    "There is not enough here yet to score. Sit down once more and talk a little longer?",
)
SCORING: Final = Text("대화를 다시 읽으면서 채점하고 있어요", "Reading the conversation again and scoring it")
STRENGTH: Final = Text("잘한 한 가지", "What worked")
TRY_NEXT: Final = Text("다음에 해 볼 한 가지", "One thing to try next")
NO_STRENGTH: Final = Text("이번에는 딱 꼽을 만한 장면이 없었어요.", "No single moment stands out this time.")
NO_TRY: Final = Text("지금은 새로 권할 것이 없어요. 하던 대로 이어 가 보세요.", "Nothing new to suggest right now. Go on as you are.")
YOU_SAID: Final = Text("이렇게 말했어요", "You said")
COULD_SAY: Final = Text("이렇게 말해 볼 수 있어요", "You could have said")
FROM_PLAYBOOK: Final = Text("플레이북에는 이렇게 나와 있어요", "Your playbook says")
TO_TURN: Final = Text("그 장면 보기", "See the moment")
AGAIN: Final = Text("같은 상대와 다시 하기", "Meet this buyer again")
SCORES: Final = Text("네 가지로 본 대화", "Four ways to look at it")
BAND: Final = Text("{low}~{high}점 사이일 수 있어요", "could be {low} to {high}")
NOT_SCORED: Final = Text("채점하지 않았어요", "Not scored")
CHART_ALT: Final = Text("{dimension} {value}점, {low}점에서 {high}점 사이", "{dimension} {value}, between {low} and {high}")
VALUE_WHY: Final = Text(
    "아래에서 센 것들을 모은 점수예요. 잘한 것은 올리고 아쉬운 것은 내려요. 말이 몇 마디 안 되면 가운데쯤에서 봐요.",
    "It is put together from what is counted below: what went well raises it, the rest lowers it. With few turns it stays near the middle.",
)
BAND_ASKED: Final = Text("왜 {low}~{high}점인가요?", "Why {low} to {high}?")
BAND_WHY: Final = Text(
    "{turns}번 말한 대화라서 우연도 섞여 있어요. 꼭 이만큼 잘한 대화라도 이 안에서는 달라질 수 있어요. 말을 많이 나눌수록 폭이 좁아져요.",
    "You spoke {turns} times, so chance plays a part: a talk just as good could have come out anywhere in there. The longer the talk, the narrower.",
)
TURNS_WHY: Final = Text("말마다 왜 이렇게 봤나요?", "Why each turn?")
TURN: Final = Text("{number}번째 말", "Turn {number}")
NOTHING_SEEN: Final = Text("볼 만한 장면이 없었어요", "nothing to see")
MORE: Final = Text("네 가지 점수와 대화 전체 보기", "See the four scores and the whole talk")
WHY: Final = Text("왜 이렇게 봤나요?", "Why this score?")
NO_QUOTES: Final = Text("따로 인용할 말이 없었어요.", "There was nothing to quote.")
HELPED: Final = Text("좋았어요", "Helped")
HURT: Final = Text("아쉬워요", "Cost you")
TURN_BY_TURN: Final = Text("말할 때마다 어땠나요?", "Turn by turn")
TURN_AXIS: Final = Text("내가 말한 순서", "Your turns")
TURN_CHART_ALT: Final = Text("내가 말할 때마다의 네 가지 점수", "The four scores of each of your turns")
TOO_FEW: Final = Text("세 번 이상 말하면 흐름을 그려 드려요.", "A line is drawn from your third turn on.")
TRANSCRIPT: Final = Text("대화 전체", "The whole conversation")
LEGEND_GOOD: Final = Text("좋았던 말", "helped you")
LEGEND_LESS: Final = Text("아쉬웠던 말", "cost you")
COMMENT_BY: Final = Text("트레이너 코멘트 · {when}", "Trainer's comment · {when}")
COMMENT_OF: Final = Text("{who} 트레이너의 코멘트 · {when}", "{who}'s comment · {when}")
COMMENTED: Final = Text("트레이너가 짚은 말", "what the trainer commented on")
READ_COMMENTS: Final = Text("읽으러 가기", "Read them")
HAS_COMMENTS: Final = Text("트레이너가 코멘트를 {count}개 남겼어요.", "Comments left by a trainer: {count}.")
MADE_MEASURED: Final = Text("AI 모델 없이, 대화에 나온 말만 보고 매긴 점수예요.", "Scored from what was said alone, without an AI model.")
MADE_JUDGED: Final = Text(
    "대화에 나온 말을 세고, {model} 모델도 함께 읽어서 매긴 점수예요.", "Scored from what was said; the model {model} read along."
)
MADE_WITH: Final = Text("기준 {rubric} · Maju {version}", "Rubric {rubric} · Maju {version}")
JUDGE_FAILED: Final = Text(
    "모델이 함께 읽지 못해서, 대화에 나온 말만 보고 매긴 점수예요. 지어낸 점수는 없어요. ({fault})",
    "The model could not read along, so these are the measured scores only; nothing was made up in its place. ({fault})",
)
