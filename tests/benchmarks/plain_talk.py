"""Lines for benchmarks of time: a rep's, and a model's replies that commit a buyer to nothing, so that they can stand behind any move."""

from collections.abc import Sequence

from assistant.domain.words import Language

REP: dict[Language, Sequence[str]] = {
    "ko": (
        "안녕하세요, 오늘 시간 내 주셔서 고맙습니다. 요즘 팀에서 가장 신경 쓰시는 일이 어떤 건지 여쭤봐도 될까요?",
        "그러셨군요. 그 일이 현장에서는 어떻게 나타나나요?",
        "말씀 들으니 상황이 그려집니다. 지금은 어떤 방식으로 풀고 계세요?",
        "그 방식에서 아쉬운 점이 있다면 무엇일까요?",
        "바뀐다면 어떤 모습이면 좋으시겠어요?",
        "검토하실 때 누구와 함께 보시는지 궁금합니다.",
    ),
    "en": (
        "Hello, thank you for making time today. What is keeping your team busiest at the moment?",
        "I see. How does that show up on the floor day to day?",
        "That helps me picture it. How do you handle it at present?",
        "Where does that way of working let you down?",
        "If it changed, what would you want it to look like?",
        "Who else looks at this with you when you weigh it up?",
    ),
}
BUYER: dict[Language, Sequence[str]] = {
    "ko": (
        "글쎄요, 그건 어디부터 말씀드려야 할지 잠깐 생각해 봐야겠네요. 천천히 말씀드릴게요.",
        "음, 그 부분은 저도 요즘 자주 생각하던 거긴 합니다. 쉽게 답하기는 어렵네요.",
        "사람마다 다르게 볼 수 있는 이야기라 조심스럽습니다. 조금 더 들어 보고 싶어요.",
        "그렇게 물어보시니 저도 다시 돌아보게 되네요. 생각할 거리가 있습니다.",
        "지금 당장 딱 잘라 말씀드리기는 어렵습니다. 그래도 이야기는 계속해 보죠.",
        "한마디로 답하기엔 얽힌 게 좀 많습니다. 하나씩 짚어 보면 좋겠네요.",
    ),
    "en": (
        "Well, let me think about that for a moment. I'll take it slowly.",
        "Hmm, that's not an easy one to answer. I've wondered about it myself.",
        "That's hard to say in a word. Let me hear a bit more first.",
        "Good question. I'd have to think about that one.",
        "I couldn't tell you straight off. Go on, though.",
        "It's a long story, that one. One thing at a time.",
    ),
}


def first_sentence(text: str) -> str:
    return text[: text.index(". ") + 1]
