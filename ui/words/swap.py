"""Swapped sides: watching a good rep, and saying first what one would have said."""

from typing import Final

from assistant.domain.buyer import FactKind
from assistant.domain.good_rep import Point, Technique
from assistant.domain.words import Text

NAME: Final = Text("자리 바꾸기", "Swap sides")
START: Final = Text("자리 바꿔 지켜보기", "Watch a good rep first")
START_WHAT: Final = Text(
    "능숙한 담당자가 이 상대를 어떻게 대하는지 보면서, 차례마다 내 말을 먼저 적어 봐요.",
    "See how a good rep handles this buyer, and say first what you would say.",
)
TITLE: Final = Text("{buyer} 님과 능숙한 담당자", "{buyer} and a good rep")
LEAD: Final = Text(
    "상대의 말을 듣고 나라면 뭐라고 할지 먼저 적어 보세요. 그다음에 능숙한 담당자의 말을 나란히 보여 드려요. 점수는 매기지 않아요.",
    "Hear the buyer and write first what you would say. Then you see the good rep's line beside yours. Nothing is scored.",
)
COMPOSER: Final = Text("나라면 이렇게 말하겠어요", "I would say…")
SKIP: Final = Text("적지 않고 보기", "Just show me")
OWN: Final = Text("내가 적은 말", "You wrote")
SKIPPED: Final = Text("이번에는 적지 않고 지켜봤어요.", "You only watched this time.")
GOOD: Final = Text("능숙한 담당자의 말", "The good rep says")
WHY: Final = Text("왜 이렇게 말했을까요?", "Why this line?")
BESIDE: Final = Text("두 말에서 보이는 것", "What can be heard in both")
MINE: Final = Text("나", "You")
THEIRS: Final = Text("담당자", "Rep")
DID: Final = Text("있음", "yes")
DID_NOT: Final = Text("없음", "no")
NOTHING_HEARD: Final = Text("따로 짚을 만한 것이 들리지 않았어요.", "There was nothing in particular to hear.")
BACK: Final = Text("상대가 쓴 말 가운데 돌려준 말: {words}", "The buyer's words that came back: {words}")
NONE: Final = Text("없음", "none")
NEXT: Final = Text("상대의 답 듣기", "Hear the answer")
OVER: Final = Text("여기까지예요. 내 말과 나란히 놓고 다시 보세요.", "That is the end. Here are both, side by side.")
MEET: Final = Text("이제 직접 마주 앉기", "Now sit down yourself")
NO_SUCH: Final = Text(
    "그런 자리 바꾸기를 찾지 못했어요. 상대를 골라 새로 시작해 볼까요?", "Those swapped sides cannot be found. Choose a buyer and start anew?"
)
MINE_HEAD: Final = Text("자리 바꿔 지켜본 대화", "Talks you watched with sides swapped")
ROW_OPEN: Final = Text("보는 중", "still watching")
ROW_OWN: Final = Text("{own}번 적어 봄", "you wrote {own}")
OPEN: Final = Text("이어서 보기", "Go on watching")
LOOK: Final = Text("나란히 보기", "See both")

POINTS: Final[dict[Point, Text]] = {
    "takes_in": Text("상대 말을 받아 줌", "takes in what was said"),
    "open_question": Text("열린 질문", "an open question"),
    "one_question": Text("질문은 하나만", "one question only"),
    "answers": Text("묻는 말에 답함", "answers what was asked"),
    "reason": Text("상대가 한 말을 이유로 듦", "gives the buyer's own reason"),
    "figure": Text("숫자나 사례를 댐", "a figure or a case"),
    "next_step": Text("날짜 있는 다음 단계", "a next step with its date"),
    "pitches": Text("제품 자랑", "product talk"),
    "presses": Text("재촉하거나 깎아내림", "presses or talks down"),
    "discounts": Text("값을 깎음", "cuts the price"),
    "evades": Text("답을 비켜 감", "steps round the question"),
    "formula": Text("어디서나 하는 말", "a stock phrase"),
}

WHYS: Final[dict[Technique, Text]] = {
    "open": Text(
        "내 소개는 짧게 하고, 상대의 하루부터 물었어요. 처음 2분은 듣는 사람이 믿음을 얻어요.",
        "The rep keeps the introduction short and asks about the buyer's day. In the first minutes, whoever listens earns trust.",
    ),
    "give_back": Text("들은 말을 내 말로 돌려주고 나서 물었어요.", "The rep says back what was heard before asking on."),
    "ask": Text(
        "네 아니요로 끝나지 않는 질문 하나만 했어요. 하나여야 길게 답해요.",
        "One question, and not one for yes or no. One at a time gets a long answer.",
    ),
    "follow_up": Text("새 주제로 넘어가지 않고, 방금 들은 말을 더 들었어요.", "The rep stays with what was just said and takes up no new topic."),
    "hear_out": Text(
        "걱정에 바로 답하지 않고, 맞는 데를 인정한 뒤 그 뒤에 무엇이 있는지 물었어요.",
        "The rep does not answer the worry at once, but grants what is true in it and asks what lies behind.",
    ),
    "meet": Text(
        "이제 숫자와 사례로 답하고, 그 답을 상대가 한 말에 묶었어요. 못 하는 것도 함께 말했어요.",
        "Now the answer comes, with figures and a case, tied to what the buyer said, and with what cannot be done.",
    ),
    "answer": Text(
        "물어본 것부터 바로 답했어요. 좋지 않은 숫자도 숨기지 않았어요.",
        "What was asked is answered first, and an unflattering figure is not hidden.",
    ),
    "propose": Text(
        "상대가 한 말을 이유로 들고, 누가 언제 무엇을 하는지 작게 제안했어요.",
        "The proposal gives the buyer's own reason, and says small and plainly who does what by when.",
    ),
    "apologise": Text("변명하지 않고 짧게 사과한 뒤, 다시 들었어요.", "A short apology without excuses, then back to listening."),
    "be_brief": Text("시간이 없다는 걸 알아채고 한 가지만 물었어요.", "The rep sees that time is short and asks one thing only."),
    "back_off": Text(
        "아직 이른 질문은 바로 거두었어요. 캐묻지 않아야 나중에 들을 수 있어요.",
        "A question that came too early is taken back. Not prying is how one hears it later.",
    ),
    "ask_what_is_missing": Text(
        "망설임을 밀어붙이지 않고, 무엇이 더 있어야 하는지 물었어요.", "The rep does not push the hesitation but asks what is still missing."
    ),
    "ask_for_doubts": Text(
        "제안하기 전에 걸리는 것부터 꺼내 달라고 했어요. 말하지 않은 걱정이 약속을 막아요.",
        "Before proposing, the rep asks for doubts. It is the unspoken worry that blocks a next step.",
    ),
}
"""One sentence on the move of selling that weighs most in a turn."""

WHYS_HEARD: Final[dict[FactKind, Text]] = {
    "pain": Text(
        "아픈 대목에서는 숫자를 되뇌기보다 그게 사람에게 어땠을지를 먼저 말했어요.",
        "Where it hurts, the rep speaks of what it did to people before anything else.",
    ),
    "money": Text(
        "돈 이야기는 받아 적듯 정확히 돌려주고, 그 선을 넘지 않겠다고 했어요.", "Money is given back exactly, with the line it draws respected."
    ),
    "decision": Text(
        "누가 막는지가 아니라 그 사람이 무엇을 지키려는지로 돌려줬어요.",
        "The rep names what the other person wants to protect, not that they are in the way.",
    ),
    "alternatives": Text(
        "경쟁 제안을 깎아내리지 않고, 그 좋은 점을 인정하며 비교 기준으로 삼았어요.",
        "The other offer is not run down; its strength is granted and taken as the yardstick.",
    ),
    "timing": Text("날짜를 그대로 돌려주고 내 일정의 기준으로 삼았어요.", "The date is given back and becomes the rep's own."),
    "personal": Text(
        "쉽게 꺼낸 말이 아니어서, 값을 매기지 않고 무게를 먼저 받았어요.", "It was not easily said, so the rep takes its weight before anything else."
    ),
    "signal": Text("지나가듯 나온 말을 붙잡았어요. 거기서 사람이 보여요.", "Something said in passing is picked up. That is where the person shows."),
    "operation": Text(
        "들은 사정을 내 말로 정리해서, 제대로 들었는지 상대가 알 수 있게 했어요.",
        "The situation is put in the rep's own words, so that the buyer can tell it was understood.",
    ),
    "regulation": Text(
        "겁을 키우지 않고, 책임져야 하는 사람의 무게로 받았어요.",
        "The rep does not feed the fear but takes it as the weight of whoever answers for it.",
    ),
}
"""The same for a turn that gives back what was told, by the kind of fact."""
