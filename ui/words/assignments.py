"""Assignments: what is due to a rep, and what a manager sets and sees done."""

from typing import Final

from assistant.domain.assignment import KnockOut, State
from assistant.domain.passing import Held, Result
from assistant.domain.words import Text

NAME: Final = Text("과제", "Assignments")
COUNTED: Final = Text("{page} ({count})", "{page} ({count})")
NAMED: Final = Text("과제 {kind} · {attempt}번째", "Assigned {kind} · attempt {attempt}")

# A rep's

DUE: Final = Text("해야 할 과제", "Due to you")
COMING: Final = Text("곧 열리는 과제", "Coming up")
LATELY: Final = Text("마친 과제", "Done lately")
STATES: Final[dict[State, Text]] = {
    "to_come": Text("{day}에 열려요", "opens {day}"),
    "open": Text("{day}까지", "until {day}"),
    "due_soon": Text("곧 마감이에요 · {day}까지", "due soon · until {day}"),
    "overdue": Text("기한이 지났어요 · {day}까지였어요", "overdue · was due {day}"),
    "begun": Text("하던 대화가 있어요 · {day}까지", "begun · until {day}"),
    "done": Text("마쳤어요", "done"),
    "missed": Text("말 없이 기회를 다 썼어요", "attempts used up without a word"),
    "ended": Text("매니저가 끝냈어요", "ended by a manager"),
}
OPEN_IT: Final = Text("과제 준비하기", "Prepare for it")
LEFT: Final = Text("남은 기회 {left}번 (모두 {of}번)", "{left} of {of} attempts left")
ANY_TIMES: Final = Text("횟수 제한 없음", "as many attempts as you like")
MINUTES: Final = Text("{minutes}분 안에 마쳐요", "{minutes} minutes")
CALENDAR: Final = Text("달력에 넣기", "Add to calendar")
CALENDAR_WHAT: Final = Text("달력 파일(.ics)이에요. 하루 전에 알려 줘요.", "A calendar file (.ics) that reminds you a day before.")
CALENDAR_TITLE: Final = Text("마주 과제: {title}", "Maju assignment: {title}")
LATE: Final = Text(
    "기한이 지나서 이제 과제로는 시작할 수 없어요. 매니저에게 기한을 늘려 달라고 부탁하거나 연습으로 만나 보세요.",
    "It is past its end and cannot be begun any more. Ask your manager for more time, or practise with this buyer.",
)
NOT_YET: Final = Text("{day}부터 시작할 수 있어요.", "You can begin on {day}.")
USED_UP: Final = Text(
    "정해진 기회를 모두 썼어요. 연습으로는 얼마든지 만날 수 있어요.",
    "You have used every attempt. You can still practise with this buyer as often as you like.",
)
WAS_ENDED: Final = Text(
    "매니저가 이 과제를 끝냈어요. 연습으로는 얼마든지 만날 수 있어요.",
    "A manager has ended this assignment. You can still practise with this buyer as often as you like.",
)
FROM_MANAGER: Final = Text("{name} 님이 낸 과제", "Set by {name}")
WHO_SEES: Final = Text(
    "이 과제는 끝나면 바로 {team}에 공유돼요. {names} 님이 대화와 점수를 볼 수 있고, 되돌릴 수 없어요. 하는 동안에는 나만 봐요.",
    "Once it ends, this is shared with {team}: {names} can read the talk and its scores, and it cannot be taken back. Until then only you see it.",
)
NOBODY_YET: Final = Text(
    "이 과제는 끝나면 바로 {team}의 매니저, 트레이너와 공유되고 되돌릴 수 없어요. 하는 동안에는 나만 봐요.",
    "As soon as it ends, this is shared with the managers and trainers of {team}, and it cannot be taken back. Until then only you see it.",
)
IS_SHARED: Final = Text(
    "과제로 한 롤플레이라서 {teams}의 매니저와 트레이너가 볼 수 있어요.", "This was an assignment, so managers and trainers of {teams} can see it."
)
THERE_IS_ONE: Final = Text(
    "이 상대와 할 과제가 있어요. 여기서 그냥 만나면 과제로 세지 않아요.", "This buyer is assigned to you. Meeting here does not count for it."
)
TO_PASS: Final = Text("통과하려면", "To pass")
BAR: Final = Text("{dimension} {points}점 이상", "{dimension}: at least {points}")
KNOCK_OUTS: Final[dict[KnockOut, Text]] = {
    "no_contradiction": Text("플레이북과 어긋나는 말 없음", "No claim against the playbook"),
    "no_overclaim": Text("지나친 장담 없음", "Nothing promised beyond measure"),
    "half_answered": Text("상대 질문의 절반 이상에 답함", "At least half of the buyer's questions answered"),
    "next_step": Text("다음 약속을 구체적으로 제안함 (누가, 무엇을, 언제 중 셋 이상)", "A concrete next step proposed (three of its four parts)"),
    "stays_polite": Text("거의 모든 말이 공손함 (열에 아홉)", "Polite in nine turns of ten"),
    "buyer_stays": Text("상대가 자리를 뜨지 않음", "The buyer does not walk away"),
}
RESULTS: Final[dict[Result, Text]] = {
    "passed": Text("통과했어요", "passed"),
    "not_passed": Text("통과하지 못했어요", "not passed"),
    "close": Text("가르기엔 너무 비슷해요", "too close to tell"),
    "unscored": Text("점수를 매기지 못한 항목이 있어요", "something could not be scored"),
}
RESULT_WHAT: Final[dict[Result, Text]] = {
    "passed": Text("정해진 기준을 모두 분명히 넘었어요.", "Everything that was asked for was surely reached."),
    "not_passed": Text("아래 ✕ 항목이 기준에 못 미쳤어요.", "What is marked ✕ below was not reached."),
    "close": Text(
        "기준 점수가 오차 범위 안에 있어서 한 번의 대화로는 가를 수 없어요. 한 번 더 하거나 트레이너에게 봐 달라고 하세요.",
        "The bar lies within what one talk can tell. Try once more, or ask a trainer to look at it.",
    ),
    "unscored": Text(
        "말이 적어서 점수를 매기지 못한 항목이 있어요. 한 번 더 해 보세요.", "There was too little said to score everything. Try once more."
    ),
}
HELD: Final[dict[Held, Text]] = {
    "held": Text("넘었어요", "reached"),
    "missed": Text("못 미쳤어요", "not reached"),
    "close": Text("가르기 어려워요", "too close to tell"),
    "unseen": Text("해당하는 장면이 없었어요", "nothing called for it"),
}
HELD_ITEM: Final[dict[Held, Text]] = HELD | {"held": Text("지켰어요", "kept"), "missed": Text("지키지 못했어요", "missed")}
ON_BAR: Final = Text("{points}점 ({low}~{high} 사이)", "{points} ({low}–{high})")
YOUR_RESULT: Final = Text("과제 결과: {result}", "The assignment: {result}")

# A manager's

TITLE: Final = Text("누가 무엇을 연습할까요?", "Who practises what?")
LEAD: Final = Text(
    "연습이나 평가를 내고 누가 어디까지 했는지 봐요. 과제로 한 대화는 끝나면 팀과 공유되고, 담당자는 시작하기 전에 그 말을 읽어요.",
    "Set practice and see who has done what. An assigned talk is shared with the team when it ends; the rep reads so before it begins.",
)
NEW: Final = Text("과제 내기", "Set an assignment")
SCENARIO: Final = Text("시나리오", "Scenario")
KIND: Final = Text("방식", "Kind")
KIND_WHAT: Final = Text(
    "평가에는 힌트, 상대의 표정, 알아낸 것 목록, 되돌아가기가 없어요.",
    "An assessment has no hints, no mood, no map of what was found out and no way back.",
)
TEAMS: Final = Text("팀", "Teams")
PEOPLE: Final = Text("사람", "People")
EVERYBODY: Final = Text("비워 두면 팀의 담당자 모두 (나중에 와도)", "Empty: every rep of the team, also who joins later")
FROM: Final = Text("시작", "From")
UNTIL: Final = Text("마감 (그날 밤까지)", "Until (the end of that day)")
ATTEMPTS: Final = Text("기회 (0이면 제한 없음)", "Attempts (0: no limit)")
TIME: Final = Text("평가 시간 (분)", "Minutes, of an assessment")
TALK: Final = Text("대화 언어", "Talk in")
REP_CHOOSES: Final = Text("담당자가 골라요", "the rep chooses")
RULE: Final = Text("통과 기준 (없으면 해 보는 것으로 충분해요)", "Pass rule (without one, taking part is enough)")
BARS: Final = Text("점수 기준 (0이면 보지 않음)", "Scores to reach (0: not looked at)")
BARS_WHAT: Final = Text(
    "한 번의 대화로 아는 점수에는 ±5~15점쯤 오차가 있어요. 기준이 그 안에 들면 '가르기엔 너무 비슷해요'라고 알려 줘요.",
    "One talk tells a score to about ±5 to 15 points. A bar within that is told as too close to tell.",
)
MUST_NOT_MISS: Final = Text("꼭 지킬 것 (하나라도 어기면 통과하지 못해요)", "Knock-out items (missing one fails the attempt)")
NO_KNOCK_OUTS: Final = Text("없음", "none")
NOTE: Final = Text("담당자에게 한마디", "A word to the reps")
NOTE_HINT: Final = Text("예: 가격보다 먼저 하루 통화량을 물어보세요.", "e.g. Ask about their call volume before you talk of price.")
SET: Final = Text("과제 내기", "Set it")
WAS_SET: Final = Text("과제를 냈어요: {title}", "It is set: {title}")
CHANGED: Final = Text("과제를 바꿨어요.", "The assignment was changed.")
SAVE: Final = Text("바꾸기", "Change it")
CHANGE: Final = Text("바꾸기", "Change")
END: Final = Text("끝내기", "End it")
END_WHAT: Final = Text(
    "이제 아무도 새로 시작하지 못해요. 하던 대화는 마칠 수 있고, 한 일은 그대로 남아요.",
    "Nobody can begin it any more. What goes on may be finished, and what was done stays.",
)
END_YES: Final = Text("이 과제를 끝낼게요", "Yes, end it")
ENDED: Final = Text("과제를 끝냈어요.", "The assignment was ended.")
EMPTY: Final = Text("아직 낸 과제가 없어요. 첫 과제를 내 볼까요?", "Nothing is set yet. Shall we set the first one?")
NO_TEAM: Final = Text(
    "아직 속한 팀이 없어서 과제를 낼 곳이 없어요. 관리자에게 팀에 넣어 달라고 해 주세요.",
    "You are in no team yet, so there is nobody to set practice for. Ask your admin to put you in one.",
)
RUNNING: Final = Text("하는 중", "Running")
TO_COME: Final = Text("예정", "To come")
PAST: Final = Text("지난 과제", "Past")
LINE: Final = Text("{title} · {team} · {kind} · {done}/{of}명 마침", "{title} · {team} · {kind} · {done} of {of} done")
BETWEEN: Final = Text("{first}~{last}", "{first} – {last}")
WAS_ENDED_ON: Final = Text("{day}에 끝냄", "ended {day}")
NOBODY: Final = Text("해당하는 사람이 없어요.", "There is nobody it is for.")
TRIES: Final = Text("{count}번 함", "{count} attempts")
ONE_TRY: Final = Text("1번 함", "1 attempt")
NOT_SCORED: Final = Text("아직 채점 전", "not scored yet")
OPEN_TRY: Final = Text("{number}번째 보기", "See attempt {number}")
NOT_BEGUN: Final = Text("아직 안 함", "not yet")
OVERDUE: Final = Text("기한 지남", "overdue")
GOING_ON: Final = Text("하는 중", "going on")
IS_DONE: Final = Text("마침", "done")
