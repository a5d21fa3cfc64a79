"""My progress: am I changing?"""

from collections.abc import Sequence
from typing import Final

from assistant.domain.progress import CareerRole
from assistant.domain.words import Dimension, Language, Text
from assistant.language.particles import after
from ui.words.common import DIMENSIONS

TITLE: Final = Text("나의 성장", "My progress")
LEAD: Final = Text("남이 아니라 지난번의 나와 견줘 봐요.", "Held against nobody but yourself, earlier on.")
EMPTY: Final = Text(
    "아직 마친 대화가 없어요. 첫 대화를 마치면 여기에서 달라지는 모습을 볼 수 있어요.",
    "You have not finished a conversation yet. After your first one, this is where you will see yourself change.",
)
WILL_APPEAR: Final = Text("여기에 나타날 것들", "What will appear here")
WILL: Final = (
    Text(
        "첫 대화를 마치면: 네 가지 점수와, 말이 만들기·팔기·운영하기로 어떻게 나뉘는지",
        "After your first: your four scores, and how your words divide into making, selling and operating",
    ),
    Text("세 번째 대화부터: 정말로 달라진 것과 나도 모르는 말버릇", "From your third on: what has really changed, and habits you may not know of"),
    Text("여섯 번째 대화부터: 그 말버릇이 줄고 있는지 늘고 있는지", "From your sixth on: whether those habits grow or fade"),
)
TALK: Final = Text("어느 말로 나눈 대화인가요?", "Conversations held in")
BY_LANGUAGE: Final = Text(
    "한국어 대화와 영어 대화의 점수는 서로 견주지 않아요.", "Scores of Korean and of English conversations are not held against each other."
)
RUBRIC: Final = Text("채점 기준", "Scored by")
RUBRIC_OPTION: Final = Text("{version} · 대화 {count}번", "{version} · conversations: {count}")
NOT_MIXED: Final = Text(
    "채점 기준이 바뀌기 전과 후의 점수는 섞어 그리지 않아요. 다른 기준으로 채점한 대화가 {count}번 더 있어요.",
    "Scores by different rubrics are not drawn together. Conversations scored by another one: {count}.",
)
JUDGED: Final = Text(
    "이 가운데 {judged}번은 AI 모델도 함께 읽고 매긴 점수예요(모두 {of}번).", "Of these {of} conversations, a model read along in {judged}."
)
UNSCORED: Final = Text(
    "마쳤지만 아직 채점하지 않은 대화가 {count}번 있어요. 스코어카드를 열면 여기에도 나와요.",
    "Finished, but not scored yet: {count}. Open their scorecards and they appear here.",
)

FEW: Final = Text(
    "대화 {more}번을 더 마치면 정말로 달라졌는지 말할 수 있어요. 한두 번으로는 우연과 가릴 수 없거든요.",
    "Conversations to go until a real change can be told from chance: {more}. One or two cannot tell.",
)
RISEN: Final = Text("{names} 확실히 올랐어요.", "Clearly up: {names}.")
FALLEN: Final = Text("{names} 확실히 내려갔어요.", "Clearly down: {names}.")
NOTHING_YET: Final = Text(
    "아직 우연이라고 보기 어려울 만큼 달라진 점수는 없어요. 이번 주에도 한 번 더 마주 앉아 볼까요?",
    "No score has changed by more than chance could. Sit down once more this week?",
)
STEADY: Final = Text("나머지는 우연히 오르내릴 만한 만큼만 움직였어요.", "The others moved no more than they would by chance.")

ONE_RISEN: Final = Text("올랐어요: {before}점에서 {now}점으로", "Up: from {before} to {now}")
ONE_FALLEN: Final = Text("내려갔어요: {before}점에서 {now}점으로", "Down: from {before} to {now}")
ONE_STEADY: Final = Text("아직 달라졌다고 할 수 없어요: {before}점에서 {now}점", "No clear change yet: {before}, now {now}")
ONE_FEW: Final = Text("지금까지 {count}번", "so far: {count}")
NO_POINTS: Final = Text("아직 점수가 매겨진 적이 없어요.", "Not scored yet.")
FIRST: Final = Text("처음 {value}점 · {day}", "First: {value} · {day}")
BEST: Final = Text("가장 좋았을 때 {value}점 · {day}", "Best: {value} · {day}")
LATEST: Final = Text("최근 {value}점 · {day}", "Latest: {value} · {day}")
COURSE_ALT: Final = Text(
    "{dimension}: 대화 {count}번. 처음 {first}점, 가장 좋았을 때 {best}점, 최근 {latest}점. {change}",
    "{dimension} over {count} conversations: first {first}, best {best}, latest {latest}. {change}",
)
DAY: Final = Text("날짜", "day")
SCORE: Final = Text("점수", "score")
COULD_BE: Final = Text("범위", "could be")
BANDS: Final = Text(
    "선은 점수, 옅은 띠는 그 점수가 있을 법한 범위예요. 한 번의 대화로는 그만큼만 알 수 있어요.",
    "The line is the score, the pale band where it may really lie: one conversation tells no more than that.",
)
WHY: Final = Text("왜요?", "Why?")
WHY_CHANGE: Final = Text(
    "처음 {of}번의 평균은 {before}점, 최근 {of}번의 평균은 {now}점이에요. 이만큼의 대화로는 우연만으로도 {needed}점까지 벌어질 수 있어서, "
    "그보다 클 때만 달라졌다고 말해요.",
    "The mean of your first {of} is {before}, of your latest {of} it is {now}. With so few conversations chance alone can make a difference of up to "
    "{needed} points, so only more than that counts as a change.",
)
WHY_ONE: Final = Text(
    "처음 대화는 {before}점, 최근 대화는 {now}점이에요. 대화 두 번이면 우연만으로도 {needed}점까지 벌어질 수 있어서, "
    "그보다 클 때만 달라졌다고 말해요.",
    "Your first was {before}, your latest {now}. Chance alone can make a difference of up to {needed} points between two conversations, so only "
    "more than that counts as a change.",
)
HARDER: Final = Text("그사이 더 까다로운 상대를 만났다는 점도 생각해 주세요.", "Keep in mind that your buyers have become tougher meanwhile.")
EASIER: Final = Text("그사이 더 쉬운 상대를 만났다는 점도 생각해 주세요.", "Keep in mind that your buyers have become easier meanwhile.")
LATEST_WHY: Final = Text("최근 대화에서는 이렇게 봤어요", "What the latest conversation showed")
NO_QUOTES: Final = Text("최근 대화에는 따로 인용할 말이 없었어요.", "There was nothing to quote in the latest conversation.")

ROLES_HEAD: Final = Text("만들기, 팔기, 운영하기", "Making, selling, operating")
ROLES_ABOUT: Final = Text(
    "내가 한 말을 한 문장씩 나눠 본 거울이에요. 점수가 아니에요.", "A mirror of what you said, sentence by sentence. Not a score."
)
ROLES: Final[dict[CareerRole, Text]] = {
    "making": Text("만들기", "Making"),
    "selling": Text("팔기", "Selling"),
    "operating": Text("운영하기", "Operating"),
}
ROLE_ASKS: Final[dict[CareerRole, Text]] = {
    "making": Text("무엇을 어떻게 해 줄지 그려 보이는 말", "what you would build for them, and how"),
    "selling": Text("묻고, 듣고, 마음을 움직이는 말", "asking, listening, giving reasons"),
    "operating": Text("언제 누가 무엇을 할지 정하는 말", "who does what by when"),
}
ROLE_COUNT: Final = Text("내 말 {of}문장 가운데 {count}문장이 여기에 들어요.", "Sentences of yours that are of this kind: {count} of {of}.")
ROLE_MOVED: Final = Text("처음에는 {first}%, 최근에는 {latest}%", "at first {first}%, lately {latest}%")
ROLE_ALT: Final = Text("{role} {share}%", "{role} {share}%")
NO_ROLES: Final = Text("아직 나눠 볼 만한 말이 없어요.", "Nothing to divide yet.")

RHYTHM_HEAD: Final = Text("연습 리듬", "Rhythm")
RHYTHM: Final = Text("지난 {weeks}주 가운데 {practised}주 동안 연습했어요.", "You practised in {practised} of the last {weeks} weeks.")
IN_A_ROW: Final = Text("{count}주째 이어지고 있어요.", "Weeks in a row: {count}.")
NOT_LATELY: Final = Text("지난주부터는 쉬고 있어요. 언제든 다시 시작하면 돼요.", "Not since the week before last. Begin again whenever it suits you.")
WEEK: Final = Text("{day} 주: {count}번", "Week of {day}: {count}")

PACE_HEAD: Final = Text("나만의 속도", "Your own pace")
PACE_ABOUT: Final = Text(
    "빠를수록 좋다는 뜻이 아니에요. 빠름 점수에서는 읽고 치는 시간을 빼고 봐요.",
    "Faster is not better. The score Fast leaves out the time it takes to read and to type.",
)
TYPED: Final = Text("글자 치기: 1분에 {value}자", "Typing: {value} characters a minute")
TYPED_WHY: Final = Text(
    "첫 글자를 친 때부터 보낼 때까지 잰 답 {count}개의 가운뎃값이에요. 절반은 {low}자에서 {high}자 사이예요. 붙여 넣은 답은 뺐어요.",
    "The middle of {count} replies, timed from the first key to the send; half of them lie between {low} and {high}. Pasted ones are left out.",
)
READ: Final = Text("읽기: 1분에 적어도 {value}어절", "Reading: at least {value} words a minute")
READ_WHY: Final = Text(
    "상대의 말이 다 보인 때부터 첫 글자를 칠 때까지 잰 답 {count}개 가운데, 빠른 쪽 4분의 1의 경계예요. "
    "생각하는 시간까지 든 값이라 실제로는 더 빨리 읽어요.",
    "Timed over {count} replies, from the buyer's line standing there to your first key; a quarter are quicker than this. Thinking is part of it, so "
    "you really read faster.",
)
NO_PACE: Final = Text(
    "답을 열 번 이상 직접 쳐서 보내면 나만의 속도를 알 수 있어요.", "Type and send ten replies or more, and you will see your own pace."
)


def named(dimensions: Sequence[Dimension], language: Language) -> str:
    """'사람다움, 따뜻함이'; 'human, warm'."""
    names = ", ".join(DIMENSIONS[one].in_(language) for one in dimensions)
    return after(names, "이", "가") if language == "ko" else names.lower()
