"""Who tells a story of their own after somebody's worry has not taken it up, however personal the words are."""

import pytest

from assistant.domain.transcript import Transcript, Turn
from assistant.domain.words import LANGUAGES, Language
from assistant.scoring.measures.acknowledging import acknowledgement
from assistant.scoring.talk import talk_of

SAID: dict[Language, tuple[tuple[str, str, str], ...]] = {
    "en": (
        (
            "My foreman quit and I've been covering his shift for a month, I'm worn out.",
            "A month of double shifts, no wonder you're worn out.",
            "I worked nights at a bakery once and I quite liked the quiet.",
        ),
        (
            "I'm scared the whole roof comes down this winter.",
            "You lie under that roof and count the storms, I can see that.",
            "My uncle fell off a roof and he plays golf again now.",
        ),
        (
            "I'm afraid they'll blame me if the new phones don't work.",
            "So it's your name on it if the phones stay silent.",
            "My phone fell into the bath last week, I had to buy another.",
        ),
        (
            "We've lost three nurses since spring and I worry who's next.",
            "Three since spring, and every morning you wonder who hands in the next notice.",
            "My cousin is a nurse too, she never stops talking at parties.",
        ),
    ),
    "ko": (
        (
            "반장이 그만둬서 한 달째 제가 야간까지 서요. 걱정이에요.",
            "한 달을 밤낮으로 서셨으니 몸이 남아나질 않으시겠어요.",
            "저는 예전에 빵집에서 야간 했는데 조용해서 좋았어요.",
        ),
        (
            "올겨울에 지붕이 내려앉을까 봐 무서워요.",
            "눈 오는 밤마다 천장만 보고 계시겠네요.",
            "저희 삼촌이 지붕에서 떨어지셨는데 지금은 골프 치세요.",
        ),
        (
            "새 전화가 안 되면 다들 저를 탓할까 봐 걱정돼요.",
            "전화가 조용하면 그 눈이 다 과장님한테 쏠리는 거네요.",
            "저는 지난주에 폰을 욕조에 빠뜨려서 새로 샀어요.",
        ),
        (
            "봄부터 간호사가 셋이나 나가서 다음이 누굴지 불안해요.",
            "셋이나 나갔으니 아침마다 또 누가 말을 꺼낼까 조마조마하시죠.",
            "제 사촌도 간호사인데 모이면 말이 끝이 없어요.",
        ),
    ),
}


def taken_up(worry: str, reply: str, language: Language) -> float:
    talk = talk_of(Transcript("own-stories", (Turn(0, "buyer", worry), Turn(1, "rep", reply)), language), language)
    found = acknowledgement(talk)
    assert found, worry
    return found.value


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_story_of_ones_own_takes_up_less_than_what_stays_with_the_buyer(language: Language) -> None:
    for worry, stays, story in SAID[language]:
        assert taken_up(worry, stays, language) > taken_up(worry, story, language) + 0.1, story
