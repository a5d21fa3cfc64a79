"""Looking back before the scores, and what was written then beside what the talk shows."""

from typing import Final

from assistant.domain.reflection import Question
from assistant.domain.words import Text

TITLE: Final = Text("점수를 보기 전에 잠깐 돌아볼까요?", "Before the scores, look back for a moment")
LEAD: Final = Text(
    "한 줄이면 충분해요. 적는 대로 저장되고, 나중에 대화에 나타난 것과 나란히 보여 드려요. 채점은 그동안 하고 있어요.",
    "A line is enough. It is kept as you type and will stand beside what the talk shows. Scoring goes on meanwhile.",
)
QUESTIONS: Final[dict[Question, Text]] = {
    "went_well": Text("이번 대화에서 잘된 건 무엇인가요?", "What went well here?"),
    "process": Text("어떻게 해서 그렇게 됐나요?", "What did you do to bring it about?"),
    "measured": Text("무엇을 보면 그렇다는 걸 알 수 있나요?", "What would you measure it by?"),
    "worth": Text("그게 상대 쪽에는 어떤 가치가 있나요?", "What is it worth to the buyer's organisation?"),
}
GUESS_HEAD: Final = Text("몇 점일 것 같나요?", "Your own guess")
GUESS_HOW: Final = Text("움직인 것만 어림으로 남겨요.", "Only what you move counts as a guess.")
NO_GUESS: Final = Text("–", "–")
SHOW: Final = Text("점수 보기", "Show the scores")
SKIP: Final = Text("건너뛰기", "Skip")

BESIDE: Final = Text("돌아본 것과 대화에 나타난 것", "Looking back, beside what the talk shows")
MINE: Final = Text("내가 적은 것", "What you wrote")
REPS: Final = Text("담당자가 적은 것", "What the rep wrote")
SEEN: Final = Text("대화에 나타난 것", "What the talk shows")
NOTHING_SEEN: Final = Text("이 대화에서는 딱 꼽을 만한 것이 없었어요.", "Nothing in this talk stands out.")
NOT_HEARD: Final = Text(
    "얼마나 아쉬운지, 무엇을 잃고 있는지 아직 듣지 못했어요.", "You have not heard yet what it costs them, or what they would gain."
)
GUESSED_HIGH: Final = Text("내 어림 {guess}점 · 잰 폭보다 높아요", "your guess {guess} · above the range")
GUESSED_LOW: Final = Text("내 어림 {guess}점 · 잰 폭보다 낮아요", "your guess {guess} · below the range")
GUESSED_WELL: Final = Text("내 어림 {guess}점 · 잰 폭 안이에요", "your guess {guess} · within the range")
GUESSED_ONLY: Final = Text("내 어림 {guess}점", "your guess {guess}")
REP_GUESSED_HIGH: Final = Text("담당자의 어림 {guess}점 · 잰 폭보다 높아요", "the rep's guess {guess} · above the range")
REP_GUESSED_LOW: Final = Text("담당자의 어림 {guess}점 · 잰 폭보다 낮아요", "the rep's guess {guess} · below the range")
REP_GUESSED_WELL: Final = Text("담당자의 어림 {guess}점 · 잰 폭 안이에요", "the rep's guess {guess} · within the range")
REP_GUESSED_ONLY: Final = Text("담당자의 어림 {guess}점", "the rep's guess {guess}")
GUESS_ASKED: Final = Text("내 어림 {guess}점은 뭔가요?", "What is your guess of {guess}?")
GUESS_WHY: Final = Text(
    "점수를 보기 전에 스스로 매긴 값이에요. 점수에는 들어가지 않고, 나를 보는 눈이 대화와 맞는지만 보여 줘요.",
    "What you put there before you saw the score. It does not count; it only shows how well your own eye fits the talk.",
)
REP_GUESS_ASKED: Final = Text("담당자의 어림 {guess}점은 뭔가요?", "What is the rep's guess of {guess}?")
REP_GUESS_WHY: Final = Text(
    "담당자가 점수를 보기 전에 스스로 매긴 값이에요. 점수에는 들어가지 않아요.", "What the rep put there before seeing the score. It does not count."
)
GUESS_ALT: Final = Text("어림 {guess}점", "guess {guess}")
