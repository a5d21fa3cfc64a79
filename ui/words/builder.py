"""Making scenarios: the list, the form, trying a draft, publishing, versions. Names of the scenario's fields stand in `knowledge/builder`."""

from typing import Final

from assistant.domain.words import Text

SCENARIOS: Final = Text("시나리오", "Scenarios")
BUILDER: Final = Text("시나리오 만들기", "Scenario builder")
VERSIONS: Final = Text("시나리오 버전", "Scenario versions")

# The list
TITLE: Final = Text("누구와 마주 앉게 할까요?", "Whom should people sit across from?")
LEAD: Final = Text(
    "있는 시나리오를 고치거나 복사해서 우리 상품, 우리 고객으로 바꿔 보세요. 발행하기 전에는 아무도 볼 수 없어요.",
    "Change a scenario or copy one and make it your product and your customers. Nobody sees it before you publish.",
)
NEW: Final = Text("처음부터 만들기", "Start from nothing")
IMPORT: Final = Text("파일 가져오기", "Import files")
UPLOAD: Final = Text("YAML 파일", "YAML files")
CHOOSE: Final = Text("파일 고르기", "Choose files")
LIMIT: Final = Text("끌어다 놓아도 돼요. 파일 하나에 2MB까지예요.", "Or drop them here. Up to 2 MB each.")
TOO_BIG: Final = Text("2MB가 넘어서 올리지 않았어요.", "Over 2 MB, so it stays out.")
TAKE_IN: Final = Text("초안으로 가져오기", "Take in as drafts")
NOTHING_CHOSEN: Final = Text("먼저 파일을 골라 주세요.", "Choose files first.")
TAKEN_IN: Final = Text("{name}: 초안으로 가져왔어요.", "{name}: taken in as a draft.")
MORE_FAULTS: Final = Text("그 밖에 {count}가지가 더 있어요.", "And more: {count}.")
DRAFTS: Final = Text("만들고 있는 시나리오", "In the making")
LIBRARY: Final = Text("연습할 수 있는 시나리오", "Ready to practise")
OUT_OF_USE: Final = Text("쓰지 않는 시나리오", "Out of use")
BUNDLED: Final = Text("마주에 들어 있어요", "came with Maju")
OWN: Final = Text("우리가 만든 {number}판", "your own, version {number}")
REPLACES: Final = Text("우리가 고친 {number}판", "changed by you, version {number}")
RETIRED: Final = Text("{number}판까지 있어요", "versions up to {number}")
BEING_CHANGED: Final = Text("고치는 중", "being changed")
TO_MEND: Final = Text("고칠 것 {count}", "to mend: {count}")
NOTHING_TO_MEND: Final = Text("발행할 수 있어요", "Ready to publish")
TOUCHED: Final = Text("{at}에 고쳤어요", "changed {at}")
GO_ON: Final = Text("이어서 만들기", "Go on")
EDIT: Final = Text("고치기", "Change")
COPY: Final = Text("복사해서 만들기", "Copy")
OPEN_VERSIONS: Final = Text("버전과 파일", "Versions and file")
UNTITLED: Final = Text("제목 없는 시나리오", "Untitled scenario")
BACK: Final = Text("시나리오 목록으로", "All scenarios")
CHOOSE_DRAFT: Final = Text("먼저 고칠 시나리오를 골라 주세요.", "Choose a scenario first.")
NO_DRAFT: Final = Text("그런 초안을 찾지 못했어요.", "That draft cannot be found.")
CLOSED: Final = Text(
    "이 초안은 발행했거나 버렸어요. 목록에서 다시 열어 주세요.", "This draft was published or put away. Open it again from the list."
)

# The form
SECTION: Final = Text("어느 부분을 고칠까요?", "Which part?")
ABOUT: Final = Text("기본", "Basics")
NOTES: Final = Text("메모로 시작하기", "From notes")
PROPOSED: Final = Text("제안 {count}", "proposals: {count}")
SIDES: Final = Text("보여 줄 언어", "Languages")
BOTH: Final = Text("나란히", "Side by side")
KOREAN: Final = Text("한국어", "Korean")
ENGLISH: Final = Text("영어", "English")
SAVED: Final = Text("모두 저장했어요", "Everything is saved")
UNDO: Final = Text("되돌리기", "Undo")
DOWNLOAD: Final = Text("파일로 받기", "Download")
DISCARD: Final = Text("초안 버리기", "Put away")
DISCARD_WHAT: Final = Text(
    "이 초안을 목록에서 치워요. 발행한 시나리오는 그대로예요.", "The draft leaves the list. What was published stays as it is."
)
MEND: Final = Text("고칠 것", "To mend")
EXPECTED: Final = Text("{what}", "expected {what}")
WHICH: Final = Text("어느 것을 고칠까요?", "Which one?")
MEMBER: Final = Text("{number}. {title}", "{number}. {title}")
BLANK: Final = Text("(아직 비어 있음)", "(still blank)")
NONE_YET: Final = Text("아직 하나도 없어요.", "None yet.")
ADD: Final = Text("추가", "Add")
DUPLICATE: Final = Text("복제", "Duplicate")
UP: Final = Text("위로", "Up")
DOWN: Final = Text("아래로", "Down")
DELETE: Final = Text("삭제", "Delete")
USED: Final = Text("쓰기", "In use")
ONE_PER_LINE: Final = Text("한 줄에 하나씩", "One per line")
MISSING: Final = Text("{id} (없어짐)", "{id} (gone)")
PICK: Final = Text("골라 주세요", "Choose")
LOST: Final = Text("저장하지 못한 내용이에요. 필요하면 다시 적어 주세요.", "This was not saved. Enter it again if it is still needed.")
LOST_CLEAR: Final = Text("알겠어요", "Got it")
UNKNOWN: Final = Text("시나리오에 없는 항목", "Not a field of a scenario")
TAKE_OUT: Final = Text("빼기", "Take out")

# Publishing
PUBLISH: Final = Text("발행하기", "Publish")
PUBLISH_WHAT: Final = Text(
    "발행하면 바로 연습 화면에 나와요. 이미 시작한 연습은 시작할 때의 판을 그대로 써요.",
    "It is on the practice page at once. Talks already begun keep the version they began with.",
)
NOTE: Final = Text("무엇을 바꿨나요? (선택)", "What changed? (optional)")
NOT_YET: Final = Text("아래를 고치면 발행할 수 있어요. 누르면 그 자리로 가요.", "Mend these and it can be published. Each leads to its place.")
NEWER: Final = Text(
    "고치는 동안 {number}판이 나왔어요. 그대로 발행하면 그 내용을 이 초안이 대신해요.",
    "Version {number} came out meanwhile. Publishing puts this draft in its place.",
)
OVER_IT: Final = Text("알고 있어요. 이 초안으로 바꿀게요", "I know. Put this draft in its place")
CHANGES: Final = Text("바뀌는 것 {count}", "Changes: {count}")

# Trying
TRY: Final = Text("이 상대, 진짜 같나요?", "Would this buyer fool me?")
TRY_WHAT: Final = Text("여기서 나눈 말은 기록과 점수에 남지 않아요.", "What is said here counts in no history and no score.")
TRY_START: Final = Text("말 걸어 보기", "Try it")
TRY_AGAIN: Final = Text("처음부터 다시", "Start again")
TRY_STALE: Final = Text(
    "이 대화를 시작한 뒤에 시나리오를 고쳤어요. 다시 시작하면 고친 내용으로 말해요.",
    "The draft has changed since. Start again to talk to it as it is now.",
)
TRY_FIRST: Final = Text("말을 걸어 보려면 먼저 이것을 고쳐 주세요.", "Mend this first to try it.")
TRY_OVER: Final = Text("대화가 끝났어요: {outcome}", "It is over: {outcome}")
SAY: Final = Text("담당자가 되어 말해 보세요", "Speak as the rep")
THINKING: Final = Text("상대가 생각하고 있어요", "The buyer is thinking")
IN_MIND: Final = Text("속마음", "In mind")
TRUST: Final = Text("신뢰", "trust")
PATIENCE: Final = Text("인내심", "patience")
TOLD: Final = Text("말한 사실", "told")
RAISED: Final = Text("꺼낸 반대", "objection")
SETTLED: Final = Text("풀린 반대", "settled")
HELD_BACK: Final = Text("참은 사실", "held back")
NEEDS: Final = Text("{fact} (신뢰 {trust} 필요)", "{fact} (needs trust {trust})")

# From notes
NOTES_WHAT: Final = Text(
    "상품 설명, 고객 메모, 상담 기록을 붙여 넣으면 {model} 모델이 초안을 제안해요. 하나씩 읽어 보고 받을 것만 받으세요.",
    "Paste what you know of the product and the customer, and the model {model} proposes a draft. Read each part and take what is right.",
)
NOTES_OFFLINE: Final = Text(
    "초안을 받으려면 AI 모델이 있어야 해요. .env에 OPENAI_API_KEY와 MAJU_MODEL을 적고 다시 시작해 주세요. 지금은 시나리오를 복사해 보세요.",
    "This takes an AI model: put OPENAI_API_KEY and MAJU_MODEL into .env and start Maju again. Until then, start from a copy.",
)
TO_COPY: Final = Text("복사할 시나리오 고르기", "Choose one to copy")
YOUR_NOTES: Final = Text("메모", "Notes")
NOTES_HINT: Final = Text("무엇을 파는지, 고객이 누구인지, 무엇을 걱정하는지", "What you sell, who the customer is, what worries them")
NOTES_LANGUAGE: Final = Text("메모의 언어", "Language of the notes")
FIND: Final = Text("플레이북에서 대목 찾기", "Find passages in the playbooks")
FOUND: Final = Text("함께 보낼 대목", "Passages to send along")
NOTHING_FOUND: Final = Text("맞는 대목이 없어요. 다른 말로 찾아보세요.", "No passage fits. Try other words.")
PROPOSE: Final = Text("초안 제안받기", "Propose a draft")
PROPOSING: Final = Text("{model} 모델이 쓰고 있어요. 1~2분 걸릴 수 있어요.", "The model {model} is writing. It can take a minute or two.")
PROPOSALS: Final = Text("모델의 제안", "What the model proposes")
PROPOSALS_WHAT: Final = Text(
    "{model} 모델이 {at}에 썼어요. 받기 전에는 초안에 들어가지 않아요.", "Written by {model}, {at}. Nothing is in the draft before you take it."
)
DROPPED: Final = Text("쓸 수 없는 부분 {count}개는 뺐어요.", "Left out because unusable: {count}.")
TAKE: Final = Text("받기", "Take")
PUT_AWAY: Final = Text("치우기", "Put away")
TAKE_ALL: Final = Text("모두 받기", "Take all")
PUT_ALL_AWAY: Final = Text("모두 치우기", "Put all away")

# Versions
HISTORY: Final = Text("발행한 판", "Published versions")
NO_VERSIONS: Final = Text(
    "아직 발행한 판이 없어요. 마주에 들어 있는 시나리오를 그대로 쓰고 있어요.", "Nothing was published yet: the scenario is as it came with Maju."
)
VERSION: Final = Text("{number}판", "Version {number}")
ORIGINAL: Final = Text("마주에 들어 있던 것", "As it came with Maju")
IN_USE: Final = Text("쓰는 중", "In use")
TAKEN_OUT: Final = Text("사용을 그만뒀어요", "Taken out of use")
BY: Final = Text("{at}, {who}", "{at}, {who}")
RESTORE: Final = Text("이 판으로 되돌리기", "Restore")
RESTORED_NOTE: Final = Text("{number}판으로 되돌림", "Back to version {number}")
ORIGINAL_NOTE: Final = Text("마주에 들어 있던 것으로 되돌림", "Back to how it came with Maju")
RETIRE: Final = Text("그만 쓰기", "Take out of use")
RETIRE_ASK: Final = Text("이 시나리오를 그만 쓸까요?", "Take this scenario out of use?")
RETIRE_OWN: Final = Text(
    "연습 화면에서 사라져요. 지난 대화는 그대로 남고, 언제든 되돌릴 수 있어요.",
    "It leaves the practice page. Past talks stay, and any version can be restored.",
)
RETIRE_REPLACING: Final = Text(
    "마주에 들어 있던 시나리오가 다시 나와요. 지난 대화는 그대로 남아요.", "The scenario that came with Maju is back. Past talks stay as they are."
)
COMPARE: Final = Text("두 판 비교하기", "Compare two versions")
BEFORE: Final = Text("이 판에서", "From")
AFTER: Final = Text("이 판으로", "To")
SAME: Final = Text("두 판의 내용이 같아요.", "The two are the same.")
DIFFERENCES: Final = Text("달라진 곳 {count}", "Differences: {count}")
NOTHING_THERE: Final = Text("(없음)", "(nothing)")
FIRST_SHOWN: Final = Text("앞의 {count}곳만 보여 드려요.", "The first {count} are shown.")
NO_SCENARIO: Final = Text("그런 시나리오가 없어요.", "There is no such scenario.")
YES: Final = Text("예", "yes")
NO: Final = Text("아니요", "no")
