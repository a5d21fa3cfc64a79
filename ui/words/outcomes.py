"""Outcomes beside practice: deals won and lost, figures per month, taken in from a spreadsheet."""

from typing import Final

from assistant.domain.outcome import OutcomeKind
from assistant.domain.words import Text

NAME: Final = Text("성과", "Outcomes")
TITLE: Final = Text("연습이 성과와 함께 가나요?", "Does practice go with results?")
LEAD: Final = Text(
    "CRM에서 내려받은 수주·실주 목록이나 월별 지표를 올리면 연습 곁에 나란히 놓아요. 점수에는 섞이지 않아요.",
    "Add the deals won and lost, or figures per month, from your CRM. They are laid beside practice and mixed into no score.",
)
TO_OUTCOMES: Final = Text("성과 나란히 보기", "Lay outcomes beside it")
BACK: Final = Text("팀으로 돌아가기", "Back to the team")
UPLOAD: Final = Text("CSV 파일", "CSV file")
CHOOSE: Final = Text("파일 고르기", "Choose a file")
LIMIT: Final = Text("엑셀의 CSV를 그대로 올려도 돼요. 2MB까지예요.", "As your spreadsheet saves it. Up to 2 MB.")
TOO_BIG: Final = Text("2MB가 넘어서 올리지 않았어요.", "Over 2 MB, so it stays out.")
SAMPLES: Final[dict[OutcomeKind, Text]] = {
    "deals": Text("수주·실주 예시 받기", "Sample: deals"),
    "kpi": Text("월별 지표 예시 받기", "Sample: figures per month"),
}
KINDS: Final[dict[OutcomeKind, Text]] = {"deals": Text("수주·실주", "deals"), "kpi": Text("월별 지표", "figures per month")}
FITS: Final = Text("{kind} {count}줄을 읽었어요.", "Lines read: {count} ({kind}).")
BAD: Final = Text("쓸 수 없는 줄이 {count}개 있어요. 아직 아무것도 저장하지 않았어요.", "Lines that cannot be used: {count}. Nothing was kept yet.")
BAD_LINE: Final = Text("{line}번째 줄: {why}", "Line {line}: {why}")
MORE_BAD: Final = Text("그 밖에 {count}줄", "and {count} more")
KEEP: Final = Text("저장하기", "Keep it")
KEEP_REST: Final = Text("맞는 {count}줄만 저장하기", "Keep the {count} lines that fit")
KEPT: Final = Text(
    "{count}줄을 저장했어요. 같은 거래나 같은 달의 지표는 새 값으로 바꿨어요.", "Lines kept: {count}. Older ones of the same were replaced."
)
FILES: Final = Text("올린 파일", "Files taken in")
FILE: Final = Text("{name} · {kind} {count}줄 · {day}", "{name} · {kind}, {count} lines · {day}")
REMOVE: Final = Text("지우기", "Remove")
REMOVED: Final = Text("파일에서 온 값을 지웠어요.", "What came from the file was removed.")
NOTHING: Final = Text("아직 올린 성과가 없어요. 예시 파일에 채워서 올려 보세요.", "No outcomes yet. Fill in a sample file and add it.")
NO_TEAM: Final = Text("아직 속한 팀이 없어요. 관리자에게 팀에 넣어 달라고 해 주세요.", "You are in no team yet. Ask your admin to put you in one.")
BESIDE: Final = Text("사람별로 나란히", "Person by person")
PERSON: Final = Text("이름", "Name")
SEEN: Final = Text("함께 본 연습", "Practice seen")
WON: Final = Text("수주", "Won")
WON_OF: Final = Text("{n}건 중 {won}건 ({low}~{high}%)", "{won} of {n} ({low}–{high} %)")
NONE: Final = Text("–", "–")
A_MONTH: Final = Text("{kpi} (한 달 평균)", "{kpi} (mean a month)")
BESIDE_WHAT: Final = Text(
    "괄호 안은 그만큼의 거래로 알 수 있는 수주율의 범위(95%)예요. 이름순이에요.",
    "In brackets: where the share of won deals may really lie with so many deals (95 %). By name.",
)
RELATION: Final = Text("연습 점수와 성과의 관계", "Practice and outcomes")
TOO_FEW: Final = Text(
    "{what}: 둘 다 있는 사람이 {n}명이에요. {fewest}명이 되기 전에는 관계를 말하지 않아요. 몇 사람으로는 우연과 가릴 수 없거든요.",
    "{what}: {n} people have both. Below {fewest} no relation is told: a few people cannot tell it from chance.",
)
RELATED: Final = Text(
    "{what} · {dimension}: 순위 상관 {rho} ({low}~{high}, {n}명)", "{what} · {dimension}: rank correlation {rho} ({low} to {high}, n = {n})"
)
NOT_RELATED: Final = Text("{what}: {dimensions}에는 관계가 있다고 할 수 없어요 ({n}명).", "{what}: no relation to tell with {dimensions} (n = {n}).")
IN_LANGUAGE: Final = Text("{what}, {language} 롤플레이", "{what}, role-plays in {language}")
NO_CAUSE: Final = Text(
    "함께 움직인다고 연습 덕분이라는 뜻은 아니에요. 맡은 고객, 경력, 계절이 둘 다 바꿀 수 있어요.",
    "Going together does not make one the cause: customers, experience and the season may move both.",
)
WON_SHARE: Final = Text("수주율 (거래 {fewest}건 이상인 사람)", "Share won (people with {fewest} deals or more)")
