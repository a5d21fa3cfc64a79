"""The composer: its label, its one line of help, and what became of words that were not sent."""

from typing import Final

from assistant.domain.roleplay import Ending
from assistant.domain.words import Language, Text
from assistant.practice import assessing

LABEL: Final = Text("{buyer} 님께 할 말을 적어 주세요", "Say something to {buyer}")
SEND: Final = Text("보내기", "Send")
KEYS: Final = Text("Enter로 보내고, Shift와 Enter를 함께 누르면 줄을 바꿔요.", "Enter sends; Shift and Enter together begin a new line.")
WAITING: Final = Text("답을 들은 다음에 보낼 수 있어요.", "You can send this once you have been answered.")
UNSENT: Final = Text(
    "연결이 끊겨서 아직 못 보냈어요. 다시 이어지면 바로 보낼게요. 적은 말은 여기에 남아 있어요.",
    "Not sent yet: the connection is gone. It goes out as soon as it is back; your words are safe here.",
)
LEFT: Final = Text("{left}자 더 쓸 수 있어요.", "Characters left: {left}.")
OVER: Final = Text("한 번에 보내기엔 {over}자가 많아요. 조금 줄여 주세요.", "Too long to send, by this many characters: {over}.")
CLOSED: Final = Text(
    "대화가 끝나서 보내지 못한 말이에요. 이 브라우저에만 남아 있어요.",
    "You had not sent this when the conversation ended. It is kept in this browser only.",
)
TIME_UP: Final = Text(
    "시간이 다 되어 보내지 못한 말이에요. 채점에는 들어가지 않고, 이 브라우저에만 남아 있어요.",
    "Time ran out before you sent this. It is not scored, and is kept in this browser only.",
)


def shown(language: Language, label: str, ended: Ending | None) -> dict[str, str]:
    """What the component shows, by its own names; {left} and {over} are the component's to fill."""
    closed = TIME_UP if ended and ended.why == assessing.TIME_LIMIT else CLOSED
    said = {"send": SEND, "keys": KEYS, "waiting": WAITING, "unsent": UNSENT, "left": LEFT, "over": OVER, "closed": closed}
    return {"label": label} | {name: text.in_(language) for name, text in said.items()}
