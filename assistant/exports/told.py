"""What stands in the archive of everything: its README, in the words of whoever opens it."""

from typing import Final

from assistant.domain.words import Text

CONTENTS: Final = Text(
    ko="""마주(Maju)에 남아 있는 내 자료 전부예요.

account.json         계정: 로그인, 이름, 역할, 팀
talks.json           롤플레이: 주고받은 말, 스코어카드, 되돌아보기, 받은 힌트와 코멘트
watched.json         자리 바꾸기에서 내가 적은 말
conversations.jsonl  올린 실제 대화(개인정보는 가린 그대로)와 점수
record.json          내가 한 일과, 다른 사람이 내 대화를 보거나 내보낸 기록
xapi.json            연습 기록(xAPI 1.0.3)
talks.csv, turns.csv, measures.csv, quotes.csv, comments.csv, progress.csv
                     같은 내용을 엑셀에서 볼 수 있게 나눈 표

표에서 = + - @ 따위로 시작하는 글은 수식으로 계산되지 않게 앞에 작은따옴표를 붙였어요.
올린 파일 원본은 처음부터 저장하지 않았고, 비밀번호는 알아볼 수 없는 꼴로만 저장해서 여기에 없어요.
""",
    en="""Everything that Maju keeps of you.

account.json         your account: login, name, roles, teams
talks.json           role-plays: what was said, scorecards, how you looked back, hints and comments you were given
watched.json         what you wrote while sides were swapped
conversations.jsonl  real conversations you uploaded (personal data hidden as it is kept) and their scores
record.json          what you did, and who looked at or took out your talks
xapi.json            your practice as experience statements (xAPI 1.0.3)
talks.csv, turns.csv, measures.csv, quotes.csv, comments.csv, progress.csv
                     the same as tables for a spreadsheet

In the tables an apostrophe stands before text that begins with = + - @ and the like, so that no spreadsheet calculates it.
The files you uploaded were never kept, and your password only in a form nobody can read, so neither is here.
""",
)
