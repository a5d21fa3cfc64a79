"""My data: what is kept of oneself, who looked at it, taking it along, deleting it."""

from typing import Final

from assistant.domain.words import Text

NAME: Final = Text("내 자료", "My data")
TITLE: Final = Text("내 자료는 어디까지 남나요?", "What is kept of you")
LEAD: Final = Text(
    "내가 한 연습과 올린 대화를 받아 가고, 누가 봤는지 확인하고, 지울 수 있어요.", "Take along what you practised, see who looked, and delete it."
)
WHO_SEES: Final = Text("누가 볼 수 있나요?", "Who can see what")
WHO_SEES_ALONE: Final = Text(
    "이 컴퓨터에서 마주를 쓰는 사람만 볼 수 있어요. 모델을 연결했다면 롤플레이에서 한 말은 개인정보를 가린 채 그 모델에도 전해져요.",
    "Only whoever uses Maju on this machine. Where a model is connected, what you say in a role-play goes to it too, with personal data hidden.",
)
WHO_SEES_TEAM: Final[tuple[Text, ...]] = (
    Text("보내지 않은 연습과 되돌아보며 적은 글: 나만", "Practice that was not shared, and how you looked back on it: you alone"),
    Text(
        "팀에 보낸 연습과 과제로 마친 연습: 그 팀의 트레이너와 매니저. 대화, 점수, 되돌아보며 적은 글, 받은 힌트까지 보여요.",
        "Practice you shared or were assigned, once finished: its trainers and managers, with scores, what you wrote looking back, hints",
    ),
    Text(
        "올린 실제 대화와 그 점수, 내 진척도와 말버릇: 나만. 팀에 보낸 연습에서 나온 말은 동료의 말버릇과 견줄 때 횟수로만 세어요.",
        "Real conversations you upload, your progress and your habits: yours. Shared words are counted beside colleagues'",
    ),
    Text(
        "관리자: 대화는 보지 못하고, 계정과 기록만 봐요. 데이터베이스를 직접 다루는 사람은 막을 수 없어요.",
         "Admins: no talks, only accounts and the record. Whoever runs the server's database cannot be kept out by a program"),
    Text(
        "모델을 연결했다면 롤플레이에서 한 말은 개인정보를 가린 채 그 모델에도 전해져요. 학습 기록 저장소에는 팀에 보낸 연습의 점수만 가요.",
        "Where a model is connected, what you say goes to it, personal data hidden. A learning record store gets the scores of shared practice only",
    ),
)  # fmt: skip
READERS: Final = Text("지금 {team}에서 볼 수 있는 사람: {names}", "Who that is in {team} now: {names}")
NO_READERS: Final = Text("지금 {team}에는 볼 수 있는 사람이 없어요.", "Nobody in {team} can at present.")
LOOKS: Final = Text("내 대화를 본 사람", "Who looked at your talks")
NO_LOOKS: Final = Text("아직 아무도 보거나 내려받지 않았어요.", "Nobody has looked at or taken out anything of yours.")
WHICH_TALK: Final = Text("어떤 대화", "Which talk")
TALK_OF: Final = Text("{day} {title}", "{title}, {day}")
TAKE: Final = Text("받아 가기", "Take it along")
EVERYTHING: Final = Text("내 자료 전부 (ZIP)", "Everything of mine (ZIP)")
EVERYTHING_WHAT: Final = Text(
    "대화, 점수, 되돌아보기, 코멘트, 올린 대화, 기록까지 모두 담아요.",
    "Talks, scores, how you looked back, comments, uploaded conversations, the record.",
)
WHICH: Final = Text("어떤 대화를?", "Which talks")
MINE: Final = Text("내 대화", "Mine")
SEEN: Final = Text("내가 볼 수 있는 대화 모두", "All that I can see")
FILES: Final[dict[str, Text]] = {
    "talks.csv": Text("롤플레이와 점수", "Role-plays and scores"),
    "turns.csv": Text("주고받은 말", "What was said"),
    "measures.csv": Text("측정 항목", "Measures"),
    "quotes.csv": Text("근거가 된 말", "Quotes"),
    "comments.csv": Text("코멘트", "Comments"),
    "progress.csv": Text("점수의 흐름", "Progress"),
    "talks.json": Text("모두 (JSON)", "Everything (JSON)"),
    "xapi.json": Text("학습 기록 (xAPI)", "Experience statements (xAPI)"),
}
TABLES_WHAT: Final = Text(
    "CSV는 엑셀에서 바로 열려요. 수식으로 읽힐 수 있는 글 앞에는 작은따옴표를 붙여요.",
    "CSV opens in Excel. An apostrophe stands before text that could be taken for a formula.",
)
KEPT_UNTIL: Final = Text("얼마나 남나요?", "How long it is kept")
KEPT_FOR_GOOD: Final = Text("지우기 전까지 남아요.", "Until it is deleted.")
KEPT_DAYS: Final = Text("대화는 {days}일 동안 남아요.", "Talks are kept for {days} days.")
NEXT: Final = Text(
    "{day}에 대화 {talks}개를 처음 지워요. 필요하면 그 전에 받아 가세요.",
    "The first go on {day} ({talks}). Take them along before, if you need them.",
)
DELETE: Final = Text("지우기", "Delete")
DELETE_WHAT: Final = Text(
    "대화와 함께 스코어카드, 되돌아보기, 힌트, 그 대화에서 이어 한 대화까지 지워요. 되살릴 수 없어요.",
    "A talk goes with its scorecard, how you looked back, hints, and what was built on it. It cannot be brought back.",
)
DELETE_SHARED: Final = Text(
    "팀에 보낸 대화와 거기서 이어 한 대화 {count}개는 여기서 지울 수 없어요. 되돌린 뒤에 지우거나 관리자에게 부탁해 주세요.",
    "{count} talks that were shared, with what was built on them, cannot be deleted here. Take them back first or ask an admin.",
)
DELETE_ALL: Final = Text("지울 수 있는 대화 {count}개 모두 지우기", "Delete all {count} of mine that can be")
NOTHING: Final = Text("지울 수 있는 대화가 없어요.", "There is nothing to delete.")
SURE: Final = Text("대화 {count}개를 지울까요? 되살릴 수 없어요.", "Delete {count} talks for good?")
DELETED: Final = Text("대화 {count}개를 지웠어요.", "{count} talks are deleted.")
