"""How a model read along: what it was asked, how sure it was, what failed, what it took."""

from typing import Final

from assistant.domain.words import Text
from assistant.practice.faults import what_happened

HEAD: Final = Text("모델은 이렇게 읽었어요", "How the model read it")
WHAT: Final = Text(
    "{model} 모델에게 같은 대화를 {runs}번, 항목 순서를 바꿔 가며 물었어요. 값은 그 가운뎃값이고, 점수는 센 값의 범위를 벗어나지 않아요.",
    "{model} was asked about this conversation {runs} times, in another order each time. The middle value counts, inside the measured band.",
)
MOVES: Final = Text(
    "{model} 모델이 읽은 것도 점수에 들어가요. 폭 밖으로는 옮길 수 없어요.",
    "What {model} read counts too; it cannot move the score out of its range.",
)
UNCERTAIN: Final = Text("볼 때마다 달라서 반영하지 않았어요", "it disagreed with itself, so this was left out")
SPREAD: Final = Text("{low}에서 {high} 사이", "between {low} and {high}")
VALUE: Final = Text("2점 가운데 {value}", "{value} of 2")
DROPPED: Final = Text("대화에 없는 말을 인용한 답 {count}개는 버렸어요.", "Answers dropped because they quoted what nobody said: {count}.")
PARTLY: Final = Text("{runs}번 가운데 {failed}번은 답을 받지 못했어요. ({fault})", "Of {runs} readings, {failed} brought nothing. ({fault})")
TOOK: Final = Text(
    "토큰 {tokens_in:,}개를 읽고 {tokens_out:,}개를 썼어요 · {seconds:.1f}초", "{tokens_in:,} tokens read, {tokens_out:,} written · {seconds:.1f} s"
)
ABOUT: Final = Text("글자 수로 어림한 값", "estimated from the characters")
COST: Final = Text("비용 {cost:.4f}", "cost {cost:.4f}")
LATER: Final = Text(
    "모델이 읽은 것은 아직 들어가지 않았어요. 모델이 돌아오면 저절로 채워져요.",
    "What the model reads is not in yet; it is filled in by itself when the model is back.",
)
WHOLE: Final = Text("이 롤플레이 전체에 쓴 것: {spent}", "Taken by this role-play as a whole: {spent}")
PROMPT: Final = Text("질문지 {prompts}", "Prompt {prompts}")

FAULTS: Final = {
    "malformed": Text("모델이 양식에 맞지 않게 답했어요.", "The model did not fill in the form."),
    "invented_quotes": Text("모델이 대화에 없는 말을 인용했어요.", "The model quoted what nobody said."),
    "missed_controls": Text(
        "모델이 대화를 읽었으면 틀릴 수 없는 것을 틀려서 넣지 않았어요.", "The model got wrong what nobody who reads gets wrong, so it was left out."
    ),
}
ITEMS: Final = {
    "takes_up": Text("걱정을 먼저 받아 주었는지", "Took up worries before explaining"),
    "asks_on": Text("들은 말에서 이어 물었는지", "Asked on from what was said"),
    "lets_talk": Text("물어봤을 때 설명했는지", "Explained when asked"),
    "builds_on": Text("상대의 말을 이어받았는지", "Built on the buyer's words"),
    "only_for_them": Text("이 사람의 사정을 썼는지", "Used this buyer's particulars"),
    "answers_first": Text("답부터 말했는지", "Answered first"),
    "fixes_next": Text("무엇을, 누가, 언제까지 정했는지", "Fixed what, who and when"),
    "explores": Text("제안하기 전에 알아냈는지", "Found out before proposing"),
    "their_reason": Text("상대의 이유와 이어졌는지", "Tied it to the buyer's reason"),
    "grounds": Text("근거를 대고 모르면 모른다고 했는지", "Gave grounds, admitted the unknown"),
}


def fault_words(fault: str) -> Text:
    return FAULTS.get(fault) or what_happened(fault)
