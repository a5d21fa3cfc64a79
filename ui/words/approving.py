"""What was read of a document, before and after somebody approves it: hidden words, versions, what changed between them."""

from typing import Final

from assistant.domain.playbook import HiddenKind
from assistant.domain.words import Text

READ: Final = Text(
    "{name}: 다 읽었어요 (대목 {passages}개). 살펴보고 쓰기 시작해 주세요.", "{name}: read (passages: {passages}). Look at it, then put it to use."
)
READ_AGAIN: Final = Text(
    "{name}: {version}판을 다 읽었어요. 쓰기 시작할 때까지는 쓰던 판을 그대로 써요.",
    "{name}: version {version} is read. Until you put it to use, the one before it stays in use.",
)
ALREADY_WAITS: Final = Text("{name}: 이미 올린 내용이에요. 쓰기 시작하기를 기다리고 있어요.", "{name}: already here, waiting to be put to use.")
APPROVE: Final = Text("이대로 쓰기", "Use it")
APPROVE_ALL: Final = Text("모두 쓰기 ({count})", "Use all ({count})")
APPROVED: Final = Text(
    "{name}: 쓰기 시작했어요. 다음 대화부터 상대와 채점이 이 내용을 알아요.", "{name}: in use. From the next talk on, buyers and scoring know it."
)
LOOK: Final = Text("살펴보기", "Look at it")
DISCARD: Final = Text("쓰지 않기", "Do not use it")
WAITS: Final = Text(
    "아직 쓰지 않는 {version}판이에요. 아래 글이 맞는지 보고 쓰기 시작해 주세요. 그때까지 상대도, 힌트도, 채점도 이 내용을 몰라요.",
    "Version {version} is not in use yet. Check the text below, then put it to use. Until then no buyer, hint or score knows it.",
)
IN_USE_MEANWHILE: Final = Text("지금은 {version}판을 쓰고 있어요.", "Version {version} is in use meanwhile.")
HIDDEN_COUNT: Final = Text(
    "눈에 안 보이거나 AI에게 하는 듯한 글이 {count}군데 있어요. 먼저 살펴보세요.",
    "Places with text that nobody sees or that speaks to an AI: {count}. Look at them first.",
)
HIDDEN_LEFT_OUT: Final = Text(
    "문서를 여는 사람 눈에는 안 보이는 글이에요. 읽은 글에 넣지 않았으니, 필요한 내용이면 문서에서 보이게 고쳐 다시 올려 주세요.",
    "Nobody sees this who opens the document. It was left out; if it is needed, make it visible in the document and add it again.",
)
HIDDEN_KEPT: Final = Text(
    "읽은 글에 들어 있어요. 사람에게 하는 말이 아니라면 문서에서 지우고 다시 올려 주세요.",
    "This stands in the text. If it is not meant for people, take it out of the document and add it again.",
)
HIDDEN: Final[dict[HiddenKind, Text]] = {
    "hidden": Text("숨긴 글", "Hidden text"),
    "slide": Text("숨긴 슬라이드", "Hidden slide"),
    "sheet": Text("숨긴 시트", "Hidden sheet"),
    "rows": Text("숨긴 행이나 열", "Hidden row or column"),
    "comment": Text("메모와 설명", "Comment"),
    "deleted": Text("지운 것으로 표시된 글", "Text marked as deleted"),
    "white": Text("바탕과 같은 색 글", "Text in the colour of its ground"),
    "tiny": Text("아주 작은 글", "Tiny text"),
    "off_page": Text("쪽 바깥의 글", "Text off the page"),
    "characters": Text("보이지 않는 문자", "Invisible characters"),
    "order": Text("AI에게 시키는 듯한 말", "Words that seem to order an AI about"),
}
TEXT: Final = Text("읽은 글", "Text")
HIDDEN_TAB: Final = Text("살펴볼 글 ({count})", "To look at ({count})")
VERSIONS: Final = Text("판", "Versions")
VERSION: Final = Text("{version}판", "Version {version}")
ADDED: Final = Text("{moment}에 올렸어요", "added {moment}")
ADDED_BY: Final = Text("{moment}에 {name} 님이 올렸어요", "added by {name}, {moment}")
APPROVED_ON: Final = Text("{moment}부터 쓸 수 있어요", "approved {moment}")
APPROVED_BY: Final = Text("{moment}에 {name} 님이 승인했어요", "approved by {name}, {moment}")
RESTORES: Final = Text("{version}판을 되살렸어요", "brings back version {version}")
RESTORE: Final = Text("이 판 되살리기", "Bring this version back")
RESTORED: Final = Text("{name}: {version}판으로 되살렸어요.", "{name}: brought back as version {version}.")
COMPARE: Final = Text("달라진 점", "What changed")
BEFORE: Final = Text("앞의 판", "Before")
AFTER: Final = Text("뒤의 판", "After")
SAME: Final = Text("두 판의 글이 같아요.", "Both versions say the same.")
CHANGES: Final = Text("달라진 곳 {count}군데", "Changes: {count}")
FIRST_SHOWN: Final = Text("처음 {count}군데만 보여 드려요.", "The first {count} are shown.")
NOT_THERE: Final = Text("(없음)", "(not there)")
