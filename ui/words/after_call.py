"""After the call: the frame around the buyer's own account. What the buyer says in it stands in `knowledge/account`."""

from typing import Final

from assistant.domain.words import Text
from assistant.practice.discovery import Found

NAME: Final = Text("통화 뒤의 속마음", "After the call")
OPEN: Final = Text("상대의 속마음 보기", "What were they thinking?")
TITLE: Final = Text("{buyer} 님의 속마음", "What {buyer} was thinking")
NOTHING_SAID: Final = Text(
    "말을 꺼내지 않고 끝난 대화라, 상대도 떠올릴 것이 없어요.", "You said nothing before this ended, so there is nothing to look back on."
)
STILL_OPEN: Final = Text(
    "아직 끝나지 않은 대화예요. 마친 뒤에 상대의 속마음을 들려 드려요.", "This conversation is still open. The buyer's account comes when it is over."
)
GAINED: Final = Text("마음이 열린 순간", "Where you gained them")
LOST: Final = Text("마음이 멀어진 순간", "Where you lost them")
TO_TURN: Final = Text("그 장면 보기", "See the moment")
FEELING: Final = Text("믿음과 인내심이 움직인 길", "How trust and patience moved")
TRUST: Final = Text("믿음", "Trust")
PATIENCE: Final = Text("인내심", "Patience")
TURN_AXIS: Final = Text("내가 말한 순서", "Your turns")
CHART_ALT: Final = Text(
    "내가 말할 때마다 상대의 믿음과 인내심이 어떻게 움직였는지 그린 선. 처음 믿음은 {first}, 마지막은 {last}.",
    "A line of the buyer's trust and patience over your turns. Trust began at {first} and ended at {last}.",
)
TOLD: Final = Text("사정을 털어놓음", "told you something")
WORRIED: Final = Text("걱정을 꺼냄", "voiced a worry")
SETTLED: Final = Text("걱정이 풀림", "a worry was settled")
AGREED: Final = Text("합의", "agreed")
TURNED_AWAY: Final = Text("등을 돌림", "turned away")
TURN_BY_TURN: Final = Text("한마디 한마디, 속으로는", "Turn by turn, what went on inside")
OPENED: Final = Text("마음이 열림", "opened up")
CLOSED: Final = Text("마음이 닫힘", "closed up")
STEADY: Final = Text("그대로", "unmoved")
INSIDE: Final = Text("{buyer} 님의 속마음", "What {buyer} was thinking")
AGREEMENT: Final = Text("무엇에 합의했을까요?", "What they would have agreed to")
WORRIES: Final = Text("걱정과 그 뒤에 있던 것", "Worries, and what lay behind them")
NO_WORRIES: Final = Text("꺼낸 걱정은 없었어요.", "No worry was voiced.")
BEHIND: Final = Text("그 뒤에 있던 것", "What lay behind it")
MET: Final = Text("풀렸어요", "settled")
NOT_MET: Final = Text("풀리지 않았어요", "not settled")
MAP: Final = Text("알아낸 것과 끝내 못 들은 것", "What you found out, and what you never did")
FOUND: Final[dict[Found, Text]] = {
    "covered": Text("알아냄", "found out"),
    "touched": Text("물어봤지만 못 들음", "asked, not told"),
    "missed": Text("묻지 않음", "never asked"),
}
NEVER_TOLD: Final = Text("못 들은 이야기 {count}가지", "Never told: {count}")
ELSEWHERE: Final = Text("그 밖에", "Besides")
ASK_ABOUT: Final = Text("{topic}에 대해", "About: {topic}")
REP_SPOKE: Final = Text("내가 한 말", "You said")
AGAIN: Final = Text("같은 상대와 다시 하기", "Meet this buyer again")
