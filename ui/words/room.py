"""The room: the conversation, the narrow side, what ended it."""

from typing import Final

from assistant.domain.buyer import Area
from assistant.domain.roleplay import Outcome
from assistant.domain.words import Text
from assistant.practice.discovery import Found

THINKING: Final = Text("{buyer} 님이 생각하고 있어요", "{buyer} is thinking")
OFFLINE: Final = Text("AI 모델 없이 연습하고 있어요.", "Practising without an AI model.")
WITH_MODEL: Final = Text("상대 역할은 {model} 모델이 맡았어요.", "Played by the model {model}.")
CLOCK: Final = Text("{gone} 지났어요", "{gone} in")
JUST_BEGUN: Final = Text("방금 앉았어요", "Just sat down")
CLOCK_OF: Final = Text("보통 {minutes}분쯤 연습해요", "usually about {minutes} min")
CLOCK_ENDED: Final = Text("{day}에 나눈 대화", "Held on {day}")
FINISH: Final = Text("여기서 마치기", "Finish here")
FINISH_WHAT: Final = Text(
    "마치면 이 대화는 더 이어 갈 수 없어요. 바로 스코어카드를 보여 드려요.",
    "You cannot go on after this. Your scorecard comes next.",
)
FINISH_YES: Final = Text("마치고 채점하기", "Finish and score")
GO_ON_EMBEDDED: Final = Text("내장 구매자와 이어가기", "Go on with the embedded buyer")
EMBEDDED_NOW: Final = Text(
    "이 대화는 모델 대신 내장 구매자가 이어가고 있어요.", "In this conversation the embedded buyer has taken over from the model."
)
WAY_ON: Final = Text("지금 바로 내장 구매자와 이어갈 수도 있어요.", "You can also go on with the embedded buyer right away.")
BACK_TO_MODEL: Final = Text("모델과 이어가기", "Go on with the model")
RETRY: Final = Text("다시 시도", "Try again")
CITED: Final = Text("관련 플레이북", "Related playbook")
PAGE: Final = Text("{page}쪽", "p. {page}")
EARLIER: Final = Text("앞서 오간 말 {count}마디는 스코어카드에서 볼 수 있어요.", "Earlier turns: {count}. The scorecard shows them all.")
MAP: Final = Text("알아낸 것", "What you have found out")
MAP_COUNT: Final = Text("{of}가지 중 {found}가지", "{found} of {of}")
FOUND: Final[dict[Found, Text]] = {
    "covered": Text("알아냄", "found out"),
    "touched": Text("물어봄", "asked about"),
    "missed": Text("아직", "not yet"),
}
REP_SPOKE: Final = Text("내가 한 말", "You said")

AREAS: Final[dict[Area, Text]] = {
    "customer": Text("고객", "Customer"),
    "regulation": Text("법과 규정", "Regulation"),
    "references": Text("레퍼런스", "References"),
    "partners": Text("파트너", "Partners"),
    "price": Text("가격", "Price"),
    "operation": Text("진행과 운영", "Start and running"),
    "personal": Text("개인적인 이유", "Personal reason"),
}

_LEFT: Final = Text("{buyer} 님이 자리에서 일어났어요.", "{buyer} stood up and left.")
_AGREED: Final = Text("{buyer} 님이 다음 단계에 합의했어요.", "{buyer} agreed to a next step.")
_UNDECIDED: Final = Text("결론 없이 대화가 끝났어요.", "The conversation ended without a decision.")
_ENDINGS: Final[dict[tuple[Outcome, str], Text]] = {
    ("committed", "rep_finished"): Text("다음 단계를 약속받고 여기서 대화를 마쳤어요.", "You ended the conversation with a next step agreed."),
    ("committed", "redo_done"): Text("세 마디를 다시 해 봤고, 다음 단계도 약속받았어요.", "Three turns said once more, and a next step agreed."),
    ("open", "redo_done"): Text("세 마디를 다시 해 봤어요.", "Three turns said once more."),
    ("committed", "turn_limit"): Text(
        "다음 단계를 약속받았고, 정해진 만큼 이야기를 다 나눴어요.",
        "With a next step agreed, the conversation reached its full length.",
    ),
    ("open", "rep_finished"): Text("여기서 대화를 마쳤어요. 다음 약속은 잡지 못했어요.", "You ended the conversation here, with no next step fixed."),
    ("committed", "time_limit"): Text("정해진 시간이 다 되었어요. 다음 단계는 약속받았어요.", "Time is up, with a next step agreed."),
    ("open", "time_limit"): Text("정해진 시간이 다 되어 대화가 끝났어요. 다음 약속은 잡지 못했어요.", "Time is up; no next step was fixed."),
    ("open", "rep_left"): Text("인사를 나누고 헤어졌어요. 다음 약속은 잡지 못했어요.", "You said goodbye; no next step was fixed."),
    ("open", "out_of_patience"): Text(
        "{buyer} 님이 더는 시간을 낼 수 없다며 자리를 정리했어요.", "{buyer} had no more time for this and closed the meeting."
    ),
    ("open", "not_put_through"): Text("{buyer} 님께 연결되지 못했어요.", "You were not put through to {buyer}."),
    ("open", "turn_limit"): Text("정해진 만큼 이야기를 다 나눠서 대화가 끝났어요.", "The conversation reached its full length."),
    ("walked_away", "contempt"): Text("무시당했다고 느낀 {buyer} 님이 자리에서 일어났어요.", "{buyer} felt looked down on, stood up and left."),
    ("walked_away", "pressure"): Text("떠밀린다고 느낀 {buyer} 님이 자리에서 일어났어요.", "{buyer} felt pushed, stood up and left."),
    ("walked_away", "out_of_patience"): Text("참을 만큼 참은 {buyer} 님이 자리에서 일어났어요.", "{buyer} ran out of patience, stood up and left."),
}
_BY_OUTCOME: Final[dict[Outcome, Text]] = {"committed": _AGREED, "open": _UNDECIDED, "walked_away": _LEFT}


def ending(outcome: Outcome, why: str) -> Text:
    """What ended a role-play, in one sentence with a place for {buyer}."""
    return _ENDINGS.get((outcome, why), _BY_OUTCOME[outcome])
