"""The gallery of deals and the briefing."""

from typing import Final

from assistant.domain.words import Text

TITLE: Final = Text("오늘은 누구와 마주 앉을까요?", "Who will you sit across from today?")
LEAD: Final = Text(
    "큰돈이 오가는 거래도 결국 사람과 사람이 마주 앉아 정해요. 가상의 상대와 채팅으로 먼저 겪어 보고, 끝나면 점수와 조언을 받아 보세요.",
    "Big deals are settled between people. Chat with a simulated buyer before the real one, then see your scores and one thing to try.",
)
PRACTICE_MINUTES: Final = Text("연습 {minutes}분쯤", "{minutes}-minute practice")
NEVER_TRIED: Final = Text("아직 만나 보지 않았어요", "You have not met yet")
LAST_TRY: Final = Text("{day} · {outcome}", "{day} · {outcome}")
OPEN_TRY: Final = Text("{day}에 시작한 대화가 남아 있어요", "A talk begun on {day} is still open")
PREPARE: Final = Text("만날 준비하기", "Prepare to meet")
NO_SCENARIOS: Final = Text(
    "연습할 시나리오가 없어요. knowledge/scenarios 폴더에 YAML 파일을 넣고 다시 시작해 주세요.",
    "There is no scenario to practise. Put a YAML file into knowledge/scenarios and start again.",
)

GOAL: Final = Text("오늘의 목표", "What you want from today")
SITUATION: Final = Text("지금 상황", "Where things stand")
KNOWN: Final = Text("상대에 대해 알고 가는 것", "What you know of them")
MAY_OFFER: Final = Text("내가 내놓을 수 있는 것", "What you may offer")
PRODUCT: Final = Text("내가 파는 것", "What you sell")
ABOUT_PRODUCT: Final = Text("제품은 이래요", "About what you sell")
PRICE: Final = Text("계약 금액", "Contract value")
STAGE: Final = Text("거래 단계", "Stage of the deal")
SELDOM: Final = Text("대화 언어와 평가", "Language and assessment")
SIT_DOWN: Final = Text("마주 앉기", "Sit down")
SITTING_DOWN: Final = Text("자리를 마련하고 있어요", "Getting the room ready")
