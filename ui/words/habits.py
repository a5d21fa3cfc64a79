"""Habits: what one says without noticing."""

from typing import Final

from assistant.domain.habit import Direction, HabitKind, HabitRole
from assistant.domain.words import Text

HEAD: Final = Text("나도 모르는 말버릇", "Habits you may not know of")
TEAM: Final = Text(
    "내 대화 {own}번을 동료 {colleagues}명의 대화 {others}번과 견줬어요. 같은 상대를 만난 대화끼리 견줘서, 그 거래에서 누구나 하는 말은 빠져요.",
    "Your {own} conversations beside {others} of {colleagues} colleagues, deal by deal, so that what everybody says in a deal is left out.",
)
ALONE: Final = Text(
    "견줄 만한 동료의 대화가 아직 없어서, 내 대화 {own}번을 사람들이 보통 하는 말과 견줬어요. 그래서 아주 뚜렷한 것만 골랐어요.",
    "There are no conversations of colleagues to compare with yet, so your {own} were held against how people usually talk; only what stands out "
    "far is shown.",
)
TOO_FEW: Final = Text(
    "대화를 {more}번 더 마치면 말버릇을 찾아볼 수 있어요. 세 번은 들어 봐야 버릇인지 알 수 있거든요.",
    "Conversations to go until habits can be looked for: {more}. It takes three to tell a habit from a turn of phrase.",
)
ONE_DEAL: Final = Text(
    "지금까지 한 상대만 만났어요. 다른 상대도 만나 보면, 그 거래의 말과 나의 말버릇을 가려낼 수 있어요.",
    "You have met one buyer only. Meet another, and your own words can be told from those of the deal.",
)
NONE: Final = Text(
    "남들보다 눈에 띄게 자주 하는 말은 없었어요. 말버릇이 없다는 건 그때그때 맞춰 말한다는 뜻이기도 해요.",
    "Nothing you say stands out from what others say. That also means you speak to the moment.",
)

ROLES: Final[dict[HabitRole, Text]] = {
    "strength": Text("도움이 되는 말", "What serves you well"),
    "watch": Text("한번 돌아볼 말", "Worth a second look"),
    "reflex": Text("걱정을 들으면 바로 나오는 말", "What comes out after an objection"),
    "signature": Text("나만의 말투", "Your own way of talking"),
}
KINDS: Final[dict[HabitKind, Text]] = {
    "phrase": Text("자주 하는 말이에요.", "You say this often."),
    "opener": Text("말을 꺼낼 때 자주 써요.", "You often begin like this."),
    "closer": Text("말끝에 자주 붙여요.", "You often end like this."),
    "ending": Text("이 말끝을 자주 써요.", "You often end sentences this way."),
}
SAID_IN: Final = Text("대화 {of}번 가운데 {said}번에서 나왔어요.", "In {said} of {of} conversations.")
TEAM_WOULD: Final = Text("동료들이 같은 상대를 만났다면 {expected}번쯤이에요.", "Your colleagues, with the same buyers: about {expected}.")
TEAM_HARDLY: Final = Text("동료들은 같은 상대를 만나도 거의 하지 않아요.", "Your colleagues, with the same buyers: hardly ever.")
PEOPLE_WOULD: Final = Text("보통 사람들이라면 {expected}번쯤이에요.", "People in general: about {expected}.")
PEOPLE_HARDLY: Final = Text("보통 사람들은 거의 하지 않는 말이에요.", "People in general hardly ever say it.")
REFLEX: Final = Text(
    "걱정이나 반대를 들은 뒤에는 {objections}번 가운데 {after}번, 다른 때는 {others}번 가운데 {elsewhere}번 나왔어요.",
    "After an objection or a worry: {after} of {objections} times. Otherwise: {elsewhere} of {others}.",
)
HELPED: Final = Text(
    "스코어카드는 이 말이 든 문장을 좋았던 말로 {helped}번, 아쉬웠던 말로 {cost}번 꼽았어요.",
    "Your scorecards quote sentences with it as helpful {helped} times, as costly {cost} times.",
)
TRENDS: Final[dict[Direction, Text]] = {
    "more": Text("요즘 더 자주 나와요.", "Lately more often."),
    "less": Text("요즘 줄었어요.", "Lately less often."),
    "same": Text("예나 지금이나 비슷해요.", "As often as before."),
}
TREND_FEW: Final = Text(
    "대화 여섯 번부터 줄고 있는지 늘고 있는지 알 수 있어요.", "From six conversations on it can be told whether it grows or fades."
)
OPEN: Final = Text("왜요? 말한 그대로 보기", "Why? See where you said it")
QUOTES: Final = Text("최근에 이렇게 말했어요", "You said, most recently")
COURSE: Final = Text("대화마다 얼마나 나왔나요?", "How often, conversation by conversation:")
COURSE_ABOUT: Final = Text(
    "점은 내 말 가운데 이 말이 든 비율이에요. 옅은 띠 안의 오르내림은 우연이라고 봐요.",
    "A point is the share of your turns that hold it. Ups and downs within the pale band are chance.",
)
COURSE_ALT: Final = Text(
    "“{words}”: 대화 {count}번. 보통 {usual}%, 가장 최근 {latest}%. {trend}",
    "“{words}” over {count} conversations: usually {usual}% of turns, most recently {latest}%. {trend}",
)
SHARE: Final = Text("비율", "share of turns")
CHANCE: Final = Text("우연의 범위", "chance")
MORE: Final = Text("그 밖에", "Also")
MORE_ONE: Final = Text("“{words}” {said}/{of}", "“{words}” {said}/{of}")
