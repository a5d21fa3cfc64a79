"""Playbooks: what is in, what it grounds, what it answers."""

from typing import Final

from assistant.domain.playbook import PlaybookState
from assistant.domain.words import Text

TITLE: Final = Text("마주가 우리 일을 얼마나 알고 있나요?", "Does Maju know your business?")
LEAD: Final = Text(
    "제안서, 가격표, 반론 대응집을 올려 두세요. 상대가 우리 업계 이야기를 꺼내고, 채점할 때 내 설명이 문서와 맞는지도 살펴요.",
    "Add proposals, price lists and answers to objections. Buyers will talk about your market, and scoring checks what you say against them.",
)
ADD: Final = Text("문서 올리기", "Add documents")
UPLOAD: Final = Text("HWP, HWPX, DOCX, PPTX, XLSX, PDF, CSV, HTML, Markdown, TXT", "PDF, DOCX, PPTX, XLSX, CSV, HTML, Markdown, TXT, HWP, HWPX")
WHOLE_FOLDER: Final = Text("폴더째 고르기", "Choose a whole folder")
PASSED_OVER: Final = Text("문서가 아닌 파일 {count}개는 넣지 않았어요.", "Files that are no documents, left out: {count}.")
RETRY: Final = Text("다시 읽기", "Read it again")
CHOOSE: Final = Text("파일 고르기", "Choose files")
CHOOSE_FOLDER: Final = Text("폴더 고르기", "Choose a folder")
LIMIT: Final = Text("끌어다 놓아도 돼요. 파일 하나에 100MB까지예요.", "Or drop them here. Up to 100 MB each.")
TOO_BIG: Final = Text("100MB가 넘어서 올리지 않았어요. 나눠서 올려 주세요.", "Over 100 MB, so it stays out. Split it and add the parts.")
PUT_IN: Final = Text("플레이북에 넣기", "Add to playbooks")
NOTHING_CHOSEN: Final = Text("먼저 파일을 골라 주세요.", "Choose files first.")
READING: Final = Text("{name}: 읽고 있어요", "{name}: reading")
READING_PART: Final = Text("{name}: 읽고 있어요 ({share})", "{name}: reading ({share})")
INDEXING: Final = Text("{name}: 찾아볼 수 있게 정리하고 있어요 ({done}/{of})", "{name}: indexing ({done} of {of})")
WAITING: Final = Text("{name}: 차례를 기다리고 있어요", "{name}: waiting its turn")
BECAME: Final[dict[str, Text]] = {
    "added": Text("{name}: 넣었어요. 이제 대목 {passages}개를 쓸 수 있어요.", "{name}: added. Passages to draw on: {passages}."),
    "updated": Text(
        "{name}: {version}판으로 바꿨어요 (대목 {passages}개). 진행 중인 대화는 쓰던 판을 그대로 써요.",
        "{name}: now version {version} (passages: {passages}). Talks already begun keep the version they began with.",
    ),
    "unchanged": Text("{name}: 이미 같은 내용이 들어 있어요.", "{name}: already in, unchanged."),
}
CLEAR: Final = Text("알겠어요", "Got it")
COMING: Final = Text(
    "처음이라 예시 플레이북을 넣고 있어요. 잠시만 기다려 주세요.", "This is the first start: the sample playbooks are being put in. One moment."
)
EMPTY: Final = Text(
    "아직 들어 있는 플레이북이 없어요. 회사 문서를 올리면 다음 대화부터 상대가 그 내용을 알고 말해요.",
    "There is no playbook yet. Add a company document, and from the next talk on the buyer knows it.",
)
LIST: Final = Text("들어 있는 플레이북", "Your playbooks")
STATES: Final[dict[PlaybookState, Text]] = {
    "waiting": Text("차례를 기다리는 중", "Waiting"),
    "reading": Text("읽는 중", "Being read"),
    "read": Text("승인 기다림", "Waiting for approval"),
    "ready": Text("쓰는 중", "In use"),
    "failed": Text("읽지 못했어요", "Could not be read"),
}
UPLOADED: Final = Text("{day}에 올렸어요", "added {day}")
ABOUT: Final = Text("{version}판 · 대목 {passages}개 · {day}에 올렸어요", "version {version} · passages: {passages} · added {day}")
PAGES: Final = Text("{pages}쪽", "pages: {pages}")
GROUNDS: Final = Text("쓰이는 연습: {deals}", "Used with: {deals}")
GROUNDS_NONE: Final = Text("아직 이 내용을 쓰는 연습이 없어요.", "No deal here draws on it yet.")
READ: Final = Text("읽어 보기", "Read it")
REMOVE: Final = Text("빼기", "Remove")
REMOVE_ASK: Final = Text("플레이북을 뺄까요?", "Remove this playbook?")
REMOVE_WHAT: Final = Text(
    "'{name}'의 모든 판을 빼요. 지난 대화에 남은 인용은 그대로 있고, 파일은 언제든 다시 올릴 수 있어요.",
    "Every version of '{name}' goes. What past talks cited stays readable, and you can put the file in again at any time.",
)
BACK: Final = Text("플레이북 목록으로", "All playbooks")
NO_SECTIONS: Final = Text("읽어 낸 내용이 없어요.", "Nothing was read from it.")
SECTION_PAGE: Final = Text("{section} · {page}쪽", "{section} · p. {page}")
UNTITLED: Final = Text("(제목 없음)", "(untitled)")
SEARCH: Final = Text("무엇을 알고 있는지 물어보기", "Ask what it knows")
SEARCH_HINT: Final = Text("예: 번호이동하는 동안 전화가 끊기나요?", "e.g. Are calls lost while the number is ported?")
FOUND_NOTHING: Final = Text(
    "답이 될 만한 대목을 찾지 못했어요. 관련 문서를 올리거나 다른 말로 물어보세요.",
    "No passage answers this. Add a document on it, or ask in other words.",
)
BY_WORDS: Final = Text("맞은 말: {words}", "words found: {words}")
IN_HEADING: Final = Text("제목에도 있는 말: {words}", "in its heading too: {words}")
BY_MEANING: Final = Text("같은 말은 없지만 뜻이 가까워요", "no word in common, but near in meaning")
SHARES: Final = Text("말에서 {words}, 뜻에서 {meaning}", "by words {words}, by meaning {meaning}")
NO_WORDS: Final = Text("찾을 만한 말이 없었어요. 제품이나 절차 이름을 넣어 보세요.", "There was no word to look for. Name a product or a step.")
UNKNOWN_WORDS: Final = Text("어느 문서에도 없는 말: {words}.", "In no document: {words}.")
NEAREST: Final = Text("그나마 가까운 대목은 {where}({percent})이에요.", "The nearest is {where} ({percent}).")
FIT: Final = Text("관련도 {percent}", "match {percent}")
CARE: Final = Text("찾기가 이상한가요?", "Trouble finding things?")
REBUILD: Final = Text("색인 새로 만들기", "Rebuild the index")
REBUILD_WHAT: Final = Text(
    "저장된 문서로 색인을 처음부터 다시 만들어요. 문서는 사라지지 않아요.",
    "This builds the index again from the stored documents. No document is lost.",
)
REBUILDING: Final = Text("색인을 새로 만들고 있어요 ({done}/{of})", "Rebuilding the index ({done} of {of})")
REBUILT: Final = Text("색인을 새로 만들었어요 (대목 {count}개).", "The index is rebuilt (passages: {count}).")
