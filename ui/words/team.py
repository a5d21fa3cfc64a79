"""The manager's page: what a team practises, how it stands, what it finds hard, what would help most."""

from typing import Final

from assistant.domain.team import HardKind
from assistant.domain.words import Text

NAME: Final = Text("우리 팀", "Team")
TITLE: Final = Text("누구에게 무엇이 도움이 될까요?", "Who needs me, and for what?")
WHAT_IS_IN: Final = Text(
    "과제로 했거나 담당자가 팀에 보낸 롤플레이만 담았어요. 혼자 한 연습은 몇 번인지도 여기 나오지 않고, 실제 대화도 들어 있지 않아요. "
    "사람은 이름순이고, 순위는 매기지 않아요.",
    "Only role-plays that were assigned or shared with the team. What people practise by themselves is not in it, not even counted, and no real "
    "conversation is. People stand by name; nobody is ranked.",
)
ALL_TEAMS: Final = Text("모든 팀", "All teams")
WHICH: Final = Text("어느 팀을 볼까요?", "Which team?")
NO_TEAM: Final = Text(
    "아직 속한 팀이 없어서 볼 것이 없어요. 관리자에게 팀에 넣어 달라고 해 주세요.", "You are in no team yet. Ask your admin to put you in one."
)
EMPTY: Final = Text(
    "아직 팀과 공유된 롤플레이가 없어요. 과제를 내면 마치는 대로 여기에 모여요.",
    "Nothing has been shared with the team yet. Set an assignment, and what is done for it gathers here.",
)
TO_ASSIGN: Final = Text("과제 내러 가기", "Set an assignment")
UNSCORED: Final = Text(
    "아직 채점하지 않은 롤플레이 {count}번은 점수에 없어요. 스코어카드를 열면 들어가요.",
    "Not scored yet, so not in the scores: {count}. Opening their scorecards scores them.",
)
OTHER_RUBRIC: Final = Text("다른 기준으로 채점한 {count}번은 섞지 않았어요.", "Scored by another rubric and not mixed in: {count}.")

NEXT: Final = Text("지금 가장 도움이 될 것 하나", "What would help most now")
NEXT_WHY: Final = Text(
    "최근 롤플레이에서 {of_people}명 중 {people}명이 여기서 점수를 가장 많이 놓쳤어요 ({of}번 중 {count}번).",
    "In their latest role-plays {people} of {of_people} people lose most here ({count} of {of} talks).",
)
NEXT_WHERE: Final = Text("특히 '{scenario}'에서 그랬어요.", "Most of all with “{scenario}”.")
NEXT_RULE: Final = Text("이렇게 해 보게 하세요: {rule}", "What to have them try: {rule}")
NEXT_NOTHING: Final = Text(
    "여럿이 되풀이해서 놓치는 것은 없어요. 한 사람씩 아래에서 살펴보세요.",
    "There is nothing that several of them miss again and again. Look person by person below.",
)

PEOPLE: Final = Text("사람별로", "Person by person")
PERSON: Final = Text("이름", "Name")
PRACTISED: Final = Text("최근 4주 (모두)", "Last 4 weeks (all)")
COUNTS: Final = Text("{lately}번 ({all}번)", "{lately} ({all})")
LATEST: Final = Text("마지막", "Latest")
NEVER: Final = Text("아직 없음", "none yet")
NO_SCORE: Final = Text("–", "–")
CELL: Final = Text("{points} ({low}~{high})", "{points} ({low}–{high})")
CELLS: Final = Text(
    "점수는 가장 최근 것이고, 괄호 안은 그 점수가 있을 법한 범위예요. ▲▼는 처음과 최근이 우연이라기엔 크게 달라졌을 때만 붙어요.",
    "Scores are the latest, with where they may really lie. ▲▼ stand only where first and latest differ by more than chance would bring.",
)
LOOK_AT: Final = Text("시간에 따라 볼 사람", "Over time")

HARD: Final = Text("팀이 어려워하는 것", "What the team finds hard")
NOTHING_HARD: Final = Text("세 번 넘게 되풀이된 어려움은 아직 없어요.", "Nothing has come up three times and gone wrong in two of five yet.")
HARD_KINDS: Final[dict[HardKind, Text]] = {
    "measure": Text("말하는 방식", "Ways of talking"),
    "objection": Text("풀지 못한 반론", "Objections left standing"),
    "discovery": Text("알아내지 못한 것", "Not found out"),
    "passage": Text("다시 봐야 할 플레이북 대목", "Playbook passages to read again"),
}
HARD_MEASURE: Final = Text("{of_people}명 중 {people}명 · {of}번 중 {count}번", "{people} of {of_people} people · {count} of {of} talks")
HARD_DEAL: Final = Text("{scenario} · {of}번 중 {count}번, {people}명", "{scenario} · {count} of {of} talks, people: {people}")
HARD_PASSAGE: Final = Text("조언이 {of}번 중 {count}번 가리켰어요", "advice pointed to it in {count} of {of} talks")
LATEST_ONLY: Final = Text(
    "사람마다 최근 다섯 번까지만 봐요. 이미 나아진 것은 세지 않아요.",
    "Each person's latest five talks at most: what they have learnt does not count against them.",
)

GROUPS: Final = Text("묶어서 견주기", "Groups beside each other")
BY_TEAM: Final = Text("팀과 팀", "Team and team")
BY_JOINING: Final = Text("들어온 때", "When they joined")
PERIOD: Final = Text("들어온 기간", "Joined between")
CAME_THEN: Final = Text("이 기간에 들어온 사람", "Joined then")
CAME_ELSE: Final = Text("다른 사람들", "Everybody else")
GROUP: Final = Text("{name} · {people}명, 롤플레이 {count}번", "{name} · people: {people}, role-plays: {count}")
TOO_FEW: Final = Text("3명 미만", "under 3")
GROUPS_WHAT: Final = Text(
    "사람마다 최근 점수의 평균을 내고, 그 평균을 모은 값과 95% 범위예요. 3명이 안 되면 한 사람의 점수가 드러나서 보여 주지 않아요.",
    "Each person's mean of their latest scores, averaged, with its 95 % interval. Below three people nothing is shown: it would be one person's.",
)
APART: Final = Text("{dimension}: {second} 쪽이 {by}점 높아요 ({low}~{high}점).", "{dimension}: {second} is {by} points higher ({low} to {high}).")
NOT_APART: Final = Text("{names}: 우연이라고 보기 어려울 만한 차이가 없어요.", "{names}: no difference that chance would not make.")
MAYBE_OTHERWISE: Final = Text(
    "차이가 있어도 그 까닭까지 말해 주지는 않아요. 누가 무엇을 공유했는지, 어떤 상대를 만났는지도 달라요.",
    "A difference does not say why: what was shared, and whom they met, differ too.",
)
