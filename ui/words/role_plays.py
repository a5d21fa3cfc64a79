"""My role-plays: the history."""

from typing import Final

from assistant.domain.words import Text

TITLE: Final = Text("내 롤플레이", "My role-plays")
EMPTY: Final = Text("아직 연습한 대화가 없어요. 상대를 골라 마주 앉아 보세요.", "You have not practised yet. Choose a buyer and sit down with them.")
LEVEL: Final = Text("난이도 {level}", "{level} buyer")
TURNS: Final = Text("{turns}번 말했어요", "your turns: {turns}")
NOT_SPOKEN: Final = Text("아직 말을 꺼내지 않았어요", "you have not spoken yet")
NEVER_SPOKEN: Final = Text("말을 꺼내지 않았어요", "you said nothing")
REVIEWED: Final = Text("트레이너가 리뷰했어요", "reviewed by a trainer")
SUBMITTED: Final = Text("트레이너에게 보냈어요", "sent to a trainer")
COMMENTED: Final = Text("트레이너 코멘트 {count}개", "trainer comments: {count}")
