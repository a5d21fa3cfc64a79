"""Real conversations: files in, who is who, scores out."""

from typing import Final

from assistant.domain.conversation import Part, Personal
from assistant.domain.words import Text

NAME: Final = Text("실제 대화", "Real conversations")
ONE: Final = Text("실제 대화 스코어카드", "Real conversation")
TITLE: Final = Text("고객과 실제로 나눈 대화는 어땠나요?", "How did your real conversations go?")
LEAD: Final = Text(
    "카카오톡 대화 내보내기나 상담 기록을 올리면 연습과 똑같은 기준으로 봐 드려요. 전화번호, 주민등록번호, 카드와 계좌 번호, 이메일은 "
    "저장하기 전에 가려요. 올린 파일은 남기지 않아요.",
    "Upload KakaoTalk exports or chat logs and see them through the same four questions as your practice. Phone, ID, card and account numbers and "
    "e-mail addresses are hidden before anything is kept. The file itself is not.",
)
ADD: Final = Text("대화 올리기", "Add conversations")
UPLOAD: Final = Text("카카오톡 내보내기(TXT, CSV), JSON, JSONL, CSV, TXT", "KakaoTalk exports (TXT, CSV), JSON, JSONL, CSV, TXT")
PUT_IN: Final = Text("읽고 채점하기", "Read and score")
BECAME: Final = Text("{name}: 대화 {count}개를 읽었어요.", "{name}: conversations read: {count}.")
EMPTY: Final = Text(
    "아직 올린 대화가 없어요. 카카오톡 대화방의 설정에서 '대화 내용 내보내기'를 눌러 받은 파일을 그대로 올리면 돼요.",
    "Nothing here yet. In a KakaoTalk chat, open its settings, choose Export chat, and put the file in as it is.",
)

WHO: Final = Text("누가 누구인가요?", "Who is who?")
WHO_LEAD: Final = Text(
    "한 번만 골라 주세요. 같은 이름이 나오는 다음 대화에도 그대로 쓸게요.", "Say it once. The next conversations between the same names will use it."
)
GROUP: Final = Text("이 사람들이 나눈 대화: {count}개", "Conversations between these people: {count}")
MORE_GROUPS: Final = Text(
    "이 밖에도 {count}모둠이 더 있어요. 위에서 고르면 이어서 보여 드려요.", "More groups of speakers: {count}. They follow once these are settled."
)
PARTS: Final[dict[Part, Text]] = {"rep": Text("영업 담당자", "Rep"), "buyer": Text("고객 쪽", "Buyer's side"), "out": Text("빼기", "Leave out")}
USE: Final = Text("이렇게 채점하기", "Score it this way")

RESULTS: Final = Text("결과", "Results")
SCORING: Final = Text("{of}개 가운데 {done}개를 채점했어요. 화면을 닫아도 계속돼요.", "Scored {done} of {of}. It goes on when you close this page.")
OPEN: Final = Text("보기", "Open")
NO_SCORE: Final = Text("채점하기에는 말이 너무 적어요", "Too little was said to score")
FAILED: Final = Text("채점하지 못했어요", "Could not be scored")
IN_LINE: Final = Text("채점을 기다리고 있어요", "Waiting to be scored")
RETRY: Final = Text("다시 하기", "Try again")

FILES: Final = Text("올린 파일", "Files")
FILE: Final = Text("{day}에 올림 · 대화 {count}개", "added {day} · conversations: {count}")
BROKEN_OFF: Final = Text("읽다가 멈췄어요. 같은 파일을 다시 올리면 이어서 읽어요.", "Reading broke off. Put the same file in again and it goes on.")
HIDDEN: Final = Text("가린 것: {kinds}", "Hidden: {kinds}")
HIDDEN_NONE: Final = Text("가릴 개인정보는 없었어요", "No personal data was found to hide")
KINDS: Final[dict[Personal, Text]] = {
    "phone": Text("전화번호 {count}개", "phone numbers: {count}"),
    "resident": Text("주민등록번호 {count}개", "resident numbers: {count}"),
    "e_mail": Text("이메일 {count}개", "e-mail addresses: {count}"),
    "card": Text("카드 번호 {count}개", "card numbers: {count}"),
    "account": Text("계좌 번호 {count}개", "account numbers: {count}"),
    "other_id": Text("신분 번호 {count}개", "identity numbers: {count}"),
}
BAD: Final = Text("쓰지 못한 대화 {count}개", "Conversations that could not be used: {count}")
BAD_LINE: Final = Text("{line}번째 줄: {why}", "line {line}: {why}")
DELETE: Final = Text("지우기", "Delete")
DELETE_ASK: Final = Text("지울까요?", "Delete it?")
DELETE_FILE: Final = Text(
    "'{name}'에서 읽은 대화와 스코어카드를 모두 지워요. 되돌릴 수 없어요.", "All conversations from '{name}' go, with their scorecards, for good."
)
DELETE_ONE: Final = Text("이 대화와 스코어카드를 지워요. 되돌릴 수 없어요.", "This conversation goes with its scorecard, for good.")
BACK: Final = Text("실제 대화 목록으로", "All real conversations")
REMAP: Final = Text("누가 누구인지 바꾸기", "Change who is who")
TURN_COUNT: Final = Text("말 {count}번", "turns: {count}")
