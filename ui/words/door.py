"""The door: logging in, accepting an invitation, one's account, logging out."""

from typing import Final

from assistant.domain.people import Role
from assistant.domain.words import Text

LOG_IN: Final = Text("로그인", "Log in")
LOG_IN_LEAD: Final = Text("회사에서 받은 계정으로 들어와 주세요.", "Use the account your company gave you.")
LOGIN: Final = Text("이메일", "E-mail")
PASSWORD: Final = Text("비밀번호", "Password")
FORGOT: Final = Text("비밀번호를 잊으셨다면 관리자에게 새 링크를 부탁해 주세요.", "Forgot your password? Ask your admin for a new link.")
BY_COMPANY: Final = Text("{name} 로그인", "Log in with {name}")
COMPANY: Final = Text("회사 계정", "your company account")
OR: Final = Text("또는 비밀번호로", "or with a password")
WELCOME: Final = Text("{name} 님, 반가워요", "Welcome, {name}")
WELCOME_LEAD: Final = Text("{login} 계정에 쓸 비밀번호를 정해 주세요.", "Choose a password for {login}.")
ADVICE: Final = Text(
    "10자 이상이면 무엇이든 좋아요. 낱말 서너 개를 이어 붙이면 외우기 쉽고 짐작하기 어려워요. 붙여 넣어도 돼요.",
    "Anything of 10 characters or more. Three or four words in a row are easy to keep and hard to guess. Pasting works.",
)
NEW_PASSWORD: Final = Text("새 비밀번호", "New password")
OLD_PASSWORD: Final = Text("지금 비밀번호", "Present password")
SET: Final = Text("비밀번호 정하고 시작하기", "Set it and begin")
ACCOUNT: Final = Text("내 계정", "My account")
ROLES: Final = Text("역할", "Roles")
TEAMS: Final = Text("팀", "Teams")
NO_TEAM: Final = Text("아직 속한 팀이 없어요.", "You are in no team yet.")
ROLE_NAMES: Final[dict[Role, Text]] = {
    "rep": Text("담당자", "Rep"),
    "manager": Text("매니저", "Manager"),
    "trainer": Text("트레이너", "Trainer"),
    "admin": Text("관리자", "Admin"),
}
CHANGE: Final = Text("비밀번호 바꾸기", "Change password")
CHANGED: Final = Text("비밀번호를 바꿨어요. 다른 브라우저는 모두 로그아웃했어요.", "The password is changed. Every other browser was logged out.")
LOG_OUT: Final = Text("로그아웃", "Log out")
LOGGED_OUT: Final = Text("로그아웃했어요.", "You are logged out.")
BACK: Final = Text("마주로 돌아가기", "Back to Maju")
TO_LOG_IN: Final = Text("로그인하러 가기", "Go to the login page")
ENDED: Final = Text("로그인이 끝났어요. 다시 들어오면 보던 곳으로 돌아가요.", "Your login has ended. Log in again and you are back where you were.")
FOREIGN: Final = Text(
    "다른 사이트에서 보낸 요청이라 받지 않았어요. 이 페이지에서 다시 해 주세요.",
    "That came from another site, so it was not done. Try again from this page.",
)
NOT_YOURS: Final = Text(
    "이 화면을 볼 수 있는 역할이 아니에요. 필요하면 관리자에게 부탁해 주세요.", "Your role does not include this page. Ask an admin if you need it."
)
WHO_SEES: Final = Text(
    "연습은 본인만 볼 수 있어요. 과제로 한 것과 스코어카드에서 팀에 보낸 것만 그 팀의 트레이너와 매니저가 읽어요. 관리자는 대화를 읽지 않아요.",
    "Practice is yours alone. Only what is assigned, or what you share from its scorecard, is read by the team's trainers and managers. "
    "Admins read no talks.",
)
