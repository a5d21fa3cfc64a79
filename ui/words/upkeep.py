"""Keeping the playbooks in order: where they are used and silent, where they disagree, what the team proposes; and marks in their words."""

from typing import Final, Literal

from assistant.domain.memory import MarkKind, Use
from assistant.domain.words import Text

NAME: Final = Text("플레이북 돌보기", "Playbook upkeep")
TITLE: Final = Text("플레이북이 제 몫을 하고 있나요?", "Are the playbooks doing their part?")
LINK: Final = Text("쓰임과 빈틈, 어긋나는 곳 보기", "Use, gaps and contradictions")
NOT_YOURS: Final = Text("플레이북을 돌보는 사람만 볼 수 있는 화면이에요.", "This page is for those who look after the playbooks.")
NOTHING_YET: Final = Text("쓰는 중인 플레이북이 아직 없어요. 먼저 문서를 올려 주세요.", "No playbook is in use yet. Add a document first.")
USE: Final = Text("쓰임과 빈틈", "Use and gaps")
AGREEMENT: Final = Text("겹치고 어긋나는 곳", "Doublings and contradictions")
PROPOSALS: Final = Text("제안된 대목", "Proposed passages")
USED: Final[dict[Use, Text]] = {
    "buyer": Text("상대의 말 {count}번", "buyers' words: {count}"),
    "hint": Text("힌트 {count}번", "hints: {count}"),
    "score": Text("채점 {count}번", "scorecards: {count}"),
}
"""Of role-plays in which a passage came up."""
USED_NEVER: Final = Text("아직 한 번도 쓰이지 않았어요", "not used yet")
SINCE: Final = Text("{day}부터", "since {day}")
CAME_UP: Final = Text("대목 {of}개 가운데 {count}개가 쓰였어요", "{count} of {of} passages came up")
NEVER: Final = Text("한 번도 쓰이지 않은 대목 {count}개", "Passages that never came up: {count}")
FIRST: Final = Text("처음 {count}개만 보여 드려요.", "The first {count} are shown.")
GAPS: Final = Text("상대가 말하는데 답이 없는 것", "What buyers bring up without an answer")
GAPS_WHAT: Final = Text(
    "연습 속 상대의 반론과 알아내야 할 것을 지금 플레이북에서 찾아봤어요.",
    "The objections and discovery items of the deals, looked up in today's playbooks.",
)
COVERED: Final = Text("{of}가지 모두 맞는 대목이 있어요.", "All {of} have a passage.")
GAPS_OF: Final = Text("{of}가지 가운데 {count}가지는 맞는 대목이 없어요.", "{count} of {of} have no passage.")
NO_PLAYBOOK: Final = Text("다루는 플레이북이 없는 거래", "Deals no playbook is about")
KINDS: Final[dict[Literal["objection", "discovery"], Text]] = {
    "objection": Text("반론", "Objection"),
    "discovery": Text("알아낼 것", "To find out"),
}
LOOKING: Final = Text("문서를 서로 견주어 보고 있어요", "Holding the documents against each other")
NO_PAIRS: Final = Text("겹치거나 어긋나는 곳이 없어요.", "Nothing doubled, nothing contradictory.")
CONTRADICTION: Final = Text("같은 것을 두고 숫자가 달라요", "Different numbers for one thing")
SAME: Final = Text("거의 같은 대목이에요 ({percent})", "Nearly the same passage ({percent})")
BOTH_HOLD: Final = Text("어긋나지 않아요", "No contradiction")
KEEP_BOTH: Final = Text("그대로 둘게요", "Leave them")
THIS_HOLDS: Final = Text("이 말이 맞아요", "This one holds")
SETTLED: Final = Text("정리한 곳 {count}군데", "Settled: {count}")
SETTLED_HOW: Final[dict[str, Text]] = {
    "both_hold": Text("그대로 두기로 했어요", "left as they are"),
    "one_holds": Text("한쪽이 맞다고 정했어요", "one of them holds"),
}
NO_PROPOSALS: Final = Text(
    "아직 제안된 대목이 없어요. 잘된 대화의 스코어카드에서 한 대목을 골라 제안할 수 있어요.",
    "Nothing is proposed yet. Pick a moment on the scorecard of a talk that went well.",
)
ACCEPT: Final = Text("플레이북에 넣기", "Put it into the playbook")
REFUSE: Final = Text("넣지 않기", "Leave it out")
PROPOSED: Final = Text("'{playbook}'에 넣자는 제안 · {moment}", "proposed for '{playbook}' · {moment}")
PROPOSED_BY: Final = Text("{name} 님이 '{playbook}'에 넣자고 제안 · {moment}", "{name} proposed this for '{playbook}' · {moment}")
SOMEBODY_ELSE: Final = Text("다른 사람이 정할 수 있어요.", "Somebody else decides on this.")
DECIDED: Final[dict[bool, Text]] = {True: Text("플레이북에 들어갔어요", "in the playbook"), False: Text("넣지 않기로 했어요", "left out")}
PROPOSE: Final = Text("이 대화의 한 대목을 플레이북에 제안하기", "Propose a moment of this talk for a playbook")
PROPOSE_WHAT: Final = Text(
    "잘 통한 주고받음을 팀의 방법으로 남겨요. 트레이너가 승인하면 플레이북의 새 판에 들어가요. 이름이나 개인 정보는 지워 주세요.",
    "Keep an exchange that worked as the team's way. Once a trainer approves, it stands in a new version. Take out names and personal data.",
)
MOMENT: Final = Text("어느 대목인가요?", "Which moment?")
FOR_PLAYBOOK: Final = Text("어느 플레이북에 넣을까요?", "For which playbook?")
HEADING: Final = Text("제목", "Heading")
PASSAGE: Final = Text("플레이북에 들어갈 글", "The passage")
WHY: Final = Text("왜 통했나: {why}", "Why it worked: {why}")
BUYER_SAID: Final = Text("상대: {words}", "Buyer: {words}")
REP_SAID: Final = Text("담당자: {words}", "Rep: {words}")
SEND: Final = Text("제안하기", "Propose it")
SENT: Final = Text("제안했어요. 트레이너가 정하면 플레이북에 들어가요.", "Proposed. It goes into the playbook once a trainer has decided.")
MARKS: Final = Text("표시 ({count})", "Marks ({count})")
MARKS_WHAT: Final = Text(
    "꼭 해야 할 말과 하면 안 되는 말은 채점에서 보고, 법이 정한 문구는 판에 박힌 말로 세지 않아요. "
    "인용해도 되는 숫자를 표시하면 상대와 힌트는 그 숫자만 말해요.",
    "Scoring looks for what must and must not be said, and never counts wording the law wants as a formula. "
    "Once numbers are marked as quotable, buyers and hints quote no others.",
)
MARK_KINDS: Final[dict[MarkKind, Text]] = {
    "must_say": Text("꼭 해야 할 말", "Must be said"),
    "must_not_say": Text("하면 안 되는 말", "Must not be said"),
    "required": Text("법이 정한 문구", "Wording required by law"),
    "number": Text("인용해도 되는 숫자", "Number that may be quoted"),
    "superseded": Text("다른 문서가 맞는 말", "Another document holds instead"),
}
MARK_KIND: Final = Text("어떤 말인가요?", "What is it?")
MARK_PASSAGE: Final = Text("어느 대목에 있나요?", "In which passage?")
MARK_WORDS: Final = Text("표시할 말 (읽은 글에서 그대로)", "The words, as they stand in the text")
MARK: Final = Text("표시하기", "Mark")
UNMARK: Final = Text("표시 지우기", "Remove the mark")
NO_MARKS: Final = Text("아직 표시한 말이 없어요.", "Nothing is marked yet.")
GONE: Final = Text("지금 판에는 이 말이 없어요", "no longer in this version")
