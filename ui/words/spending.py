"""What models took: tokens, money, a month's budget."""

from typing import Final

from assistant.domain.words import Text

TITLE: Final = Text("이번 달 모델 사용", "This month's use of the model")
NOTHING: Final = Text("이번 달에는 아직 모델을 쓰지 않았어요.", "The model has not been used this month.")
TOKENS: Final = Text("토큰 {tokens:,}개", "{tokens:,} tokens")
ABOUT: Final = Text("토큰 약 {tokens:,}개", "about {tokens:,} tokens")
COST: Final = Text("비용 {cost:,.2f}", "cost {cost:,.2f}")
ALL: Final = Text("전체", "Everybody")
BUDGET: Final = Text("예산 {budget:,.2f} 가운데 {share:.0%}를 썼어요.", "{share:.0%} of the budget of {budget:,.2f} is used.")
NO_BUDGET: Final = Text(
    "정해 둔 예산이 없어요. MAJU_BUDGET에 한 달 예산을 적으면, 넘기 전에 멈추고 내장 구매자로 이어갈 수 있어요.",
    "There is no budget. With MAJU_BUDGET for a month, Maju stops before it is exceeded, and the embedded buyer can go on.",
)
SPENT: Final = Text(
    "이번 달 예산을 거의 다 썼어요. 지금부터는 모델 대신 내장 구매자와 연습할 수 있고, 다음 달 1일에 다시 모델이 답해요.",
    "This month's budget is nearly used up. From now on people can go on with the embedded buyer; the model is back on the first of next month.",
)
RUNS_LOW: Final = Text(
    "이번 달 모델 예산이 {left:.0%} 남았어요. 도중에 다 되면 내장 구매자와 이어갈 수 있어요.",
    "{left:.0%} of this month's budget for the model is left. If it runs out on the way, you can go on with the embedded buyer.",
)
USED_UP: Final = Text(
    "이번 달 모델 예산이 다 되었어요. 앉으시면 내장 구매자와 연습할 수 있고, 다음 달 1일에 다시 모델이 답해요.",
    "This month's budget for the model is used up. You can practise with the embedded buyer; the model is back on the first of next month.",
)
TEAMS: Final = Text("두 팀에 있는 사람은 두 팀에서 모두 세요.", "Somebody in two teams counts in both.")
