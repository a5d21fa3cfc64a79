"""How one meets the buyer: alone, past somebody at the door, several at a table, days later."""

from typing import Final

from assistant.domain.roleplay import Setting
from assistant.domain.words import Text

SETTING: Final = Text("어떤 자리인가요?", "How do you meet?")
SETTINGS: Final[dict[Setting, Text]] = {
    "alone": Text("둘이서", "One to one"),
    "gatekeeper": Text("문 앞부터", "Past the gatekeeper"),
    "committee": Text("여럿과 함께", "Several at the table"),
    "follow_up": Text("며칠 뒤 다시", "A later call"),
}
WHO_IS_THERE: Final = Text("그 자리에 있는 사람", "Who is there")
FIRST_MEETS: Final = Text("먼저 만나는 사람", "Whom you meet first")

EVERYBODY: Final = Text("자리에 있는 분들께 할 말을 적어 주세요", "Say something to the people at the table")
TABLE_THINKS: Final = Text("누가 먼저 말할지 서로 보고 있어요", "They look at each other")
GONE: Final = Text("자리를 떴어요", "has left")
WAITS_INSIDE: Final = Text("아직 연결되지 않았어요", "not on the line yet")
PUT_THROUGH: Final = Text(
    "{buyer} 님께 연결됐어요. 이제부터 하는 말은 {buyer} 님이 들어요.", "You are through to {buyer}. What you say next is said to them."
)

CALL_AGAIN: Final = Text("며칠 뒤 다시 연락하기", "Call again days later")
CALL_AGAIN_WHAT: Final = Text(
    "지난 대화가 있어요. 그때 한 말과 약속을 기억하는 상대와 며칠 뒤에 다시 이야기해요.",
    "You have spoken before. Days later they remember what was said and promised.",
)
CALLING: Final = Text("다시 연락하고 있어요", "Getting in touch again")
LATER: Final = Text("지난 대화 {days}일 뒤예요.", "{days} days after your last conversation.")
LATER_ROW: Final = Text("{days}일 뒤 다시 연락", "called again after {days} days")
READ_FIRST: Final = Text("지난 대화 다시 보기", "Read that conversation")
