"""Calibration: whether the machine can be trusted, whether trainers agree, and what their scores would change."""

from typing import Final

from assistant.domain.words import Text

NAME: Final = Text("보정", "Calibration")
TITLE: Final = Text("기계를 믿어도 될까요?", "Can the machine be trusted?")
LEAD: Final = Text(
    "트레이너가 기계의 점수를 보지 않고 매긴 점수만 셌어요. 막대는 95% 구간이에요.",
    "Only scores that trainers gave without seeing the machine's are counted. The bars are 95 % intervals.",
)
EMPTY: Final = Text(
    "아직 비교할 점수가 없어요. 트레이너가 리뷰에서 채점을 저장하면 여기에서 기계와 견줘요.",
    "Nothing to compare yet. Once trainers keep their scores in Review, they are held against the machine's here.",
)
TALKS: Final = Text("채점한 대화 {talks}개, 트레이너 {trainers}명", "{talks} talks scored, by {trainers} trainers")
LANGUAGE: Final = Text("대화의 언어", "Language of the talks")
LANGUAGES: Final = {"ko": Text("한국어", "Korean"), "en": Text("영어", "English")}
MACHINE: Final = Text("기계와 트레이너", "machine and trainers")
TRAINERS: Final = Text("트레이너끼리", "among trainers")
ALPHA: Final = Text("일치도 (크리펜도르프 알파)", "Agreement (Krippendorff's alpha)")
CHART_ALT: Final = Text("차원마다 기계와 트레이너, 트레이너끼리의 일치도", "Agreement of machine and trainers, and among trainers, by dimension")
CHART_HOW: Final = Text(
    "점선은 믿고 쓸 만하다고 보는 .70이에요. 트레이너끼리의 일치도보다 기계에 더 많은 것을 바랄 수는 없어요.",
    "The dashed line is .70, from where on one may rely on it. Nobody can ask more of the machine than trainers agree among themselves.",
)
TOO_FEW: Final = Text("다섯 개부터 셈해요", "from five talks on")

SPLIT: Final = Text("무엇별로 볼까요?", "Split by")
SPLITS: Final = {"language": Text("언어", "Language"), "scenario": Text("시나리오", "Scenario"), "team": Text("팀", "Team")}
COUNT: Final = Text("대화", "Talks")
ALPHA_SHORT: Final = Text("알파", "Alpha")
KAPPA: Final = Text("가중 카파", "Weighted kappa")
DIFFERENCE: Final = Text("기계 − 트레이너", "Machine − trainers")
AMONG: Final = Text("트레이너끼리", "Among trainers")
SAYS: Final = Text("말할 수 있는 것", "What it says")
INTERVAL: Final = Text("{low}~{high}", "{low} to {high}")
ENOUGH: Final = Text("믿고 쓸 만해요", "good enough")
KINDER: Final = Text("기계가 후해요", "the machine is kinder")
STRICTER: Final = Text("기계가 박해요", "the machine is stricter")
APART: Final = Text("아직 달라요", "still apart")
MORE: Final = Text("{more}개 더 있으면 분명해져요", "{more} more would settle it")
ITEMS: Final = Text("항목마다: 모델과 트레이너", "Item by item: the model and trainers")
OWN: Final = Text("나는 같은 대화를 본 다른 트레이너보다", "On the same talks, beside the other trainers, I am")
OWN_KINDER: Final = Text("{dimension} {points}점 후해요", "{points} points kinder in {dimension}")
OWN_STRICTER: Final = Text("{dimension} {points}점 박해요", "{points} points stricter in {dimension}")

DRIFT: Final = Text("시간이 가면서 달라졌나요?", "Has it drifted?")
DRIFT_HOW: Final = Text(
    "네 주마다 기계가 트레이너보다 몇 점 높았는지예요. 0이면 같아요.",
    "How many points the machine was above trainers, four weeks at a time. Nought is the same.",
)
DRIFT_FEW: Final = Text("네 주 안에 다섯 번 이상 채점하면 흐름을 그려 드려요.", "Drawn from five scores within four weeks on.")
DRIFT_ALT: Final = Text("{dimension}: 네 주마다 기계와 트레이너의 차이", "{dimension}: machine less trainers, every four weeks")

FURTHEST: Final = Text("어디에서 갈렸나요?", "Where do they part?")
FURTHEST_NONE: Final = Text("15점 넘게 갈린 대화가 없어요.", "No talk is more than 15 points apart.")
FURTHEST_ONE: Final = Text("{dimension}: 기계 {machine}, 트레이너 {trainers}", "{dimension}: machine {machine}, trainers {trainers}")
MACHINE_HEARD: Final = Text("기계가 근거로 든 말", "What the machine goes by")
TRAINER_SAYS: Final = Text("트레이너: {reason}", "Trainer: {reason}")
TO_TALK: Final = Text("대화 보기", "To the talk")

REFIT: Final = Text("평가표를 다시 맞출까요?", "Refit the rubric?")
REFIT_FEW: Final = Text(
    "두 트레이너가 함께 채점한 대화가 {talks}개 있어요. {fewest}개부터 다시 맞춰 볼 수 있어요.",
    "{talks} talks have been scored by two trainers. Refitting starts at {fewest}.",
)
REFIT_HOW: Final = Text(
    "두 트레이너가 채점한 대화 {talks}개 가운데 3분의 2로 맞추고, 떼어 둔 나머지에서 지금 평가표와 견줬어요. 트레이너의 후함과 박함은 덜어 냈어요.",
    "Fitted on two thirds of the {talks} talks that two trainers scored, and held against today's rubric on the rest, without trainers' severity.",
)
REFIT_NONE: Final = Text(
    "떼어 둔 대화에서 지금 평가표보다 분명히 가까워지는 차원이 없어요. 그대로 두는 게 좋아요.",
    "On the talks held back no dimension comes clearly closer than today's rubric. Leave it as it is.",
)
HELD: Final = Text("떼어 둔 대화", "Held back")
ERROR: Final = Text("트레이너와의 거리", "Away from trainers")
CHANGES: Final = Text("평가표에서 바뀌는 숫자", "The numbers that move")
TODAY_NEW: Final = Text("{before} → {after}", "{before} → {after}")
MOVES: Final = Text("분명히 가까워져요", "clearly closer")
STAYS: Final = Text("그대로", "stays")
NOT_SURE: Final = Text("분명하지 않아서 그대로", "not clear, so it stays")
PRIOR: Final = Text("시작점", "where a score starts")
JUDGE: Final = Text("모델의 몫", "the model's share")
ACCEPT: Final = Text("이 평가표로 바꾸기", "Use this rubric")
ACCEPT_HOW: Final = Text(
    "앞으로 하는 채점에만 쓰여요. 이미 나온 스코어카드는 그대로고, 언제든 되돌릴 수 있어요.",
    "It counts from the next scoring on. Scorecards that are there stay as they are, and it can be taken back any time.",
)
ACCEPT_WHO: Final = Text("바꾸는 것은 매니저가 정해요.", "A manager decides whether to use it.")
HISTORY: Final = Text("평가표의 이력", "The rubric's history")
VERSION: Final = Text("{number}번 · {day} · {who} · {note}", "No. {number} · {day} · {who} · {note}")
BUNDLED: Final = Text("처음 평가표", "the rubric Maju came with")
BACK_TO: Final = Text("{number}번으로 되돌리기", "Back to no. {number}")
BACK_TO_BUNDLED: Final = Text("처음 평가표로 되돌리기", "Back to the first rubric")
NOW: Final = Text("지금 쓰는 평가표: {rubric}", "In use: {rubric}")
DONE: Final = Text("바꿨어요. 다음 채점부터 쓰여요.", "Done. It counts from the next scoring on.")
