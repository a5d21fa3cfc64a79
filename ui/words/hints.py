"""The coach's hints, the mood and the milestones, beside the conversation."""

from typing import Final

from assistant.domain.buyer import Mood
from assistant.domain.words import Text
from assistant.practice.milestones import Step

HINT: Final = Text("힌트", "Hint")
PLAYBOOK: Final = Text("플레이북", "Playbook")
USED: Final = Text("힌트를 {count}번 받았어요.", "Hints used: {count}.")

MOOD: Final = Text("표정 보기", "Show the mood")
MOODS: Final[dict[Mood, Text]] = {
    "warm": Text("편안하고 따뜻해 보여요", "Warm and at ease"),
    "open": Text("마음을 열고 듣고 있어요", "Open, listening"),
    "neutral": Text("덤덤하게 듣고 있어요", "Neutral so far"),
    "guarded": Text("조심스러워하고 있어요", "On their guard"),
    "impatient": Text("시계를 보기 시작했어요", "Beginning to look at the clock"),
}

STEPS_HEAD: Final = Text("여기까지 왔어요", "How far you are")
STEPS: Final[dict[Step, Text]] = {
    "worry": Text("첫 걱정 듣기", "A first worry heard"),
    "decision": Text("누가 정하는지 알기", "Who decides"),
    "money": Text("돈 사정 듣기", "What the money is"),
    "settled": Text("걱정 하나 풀기", "A first objection settled"),
    "next_step": Text("다음 약속 잡기", "A next step agreed"),
}
STEP_AT: Final = Text("{turn}번째 말", "your turn {turn}")
STEP_NOT_YET: Final = Text("아직", "not yet")
STEP_DONE: Final = Text("해냈어요", "done")
