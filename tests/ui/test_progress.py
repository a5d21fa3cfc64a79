"""My progress: empty, after one, two and three conversations, and with a past."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from random import Random

import pytest

from assistant.assembly import Engine
from assistant.domain.people import LOCAL_PERSON
from assistant.domain.roleplay import Ending, PlayedTurn
from assistant.domain.scorecard import Evidence, MadeBy, Score
from assistant.domain.transcript import Typing
from assistant.domain.words import DIMENSIONS, Language
from tests.store.samples import BEGAN, a_role_play
from tests.ui import cards
from tests.ui.pages import Page

Opened = Callable[..., Page]
DEALS = ("cloud-phone-cx-lead", "ev-van-fleet-lease")
SAYS = {
    "ko": (
        "요즘 제일 불편하신 게 뭔가요?",
        "금요일까지 견적서를 보내 드릴게요.",
        "저희 시스템은 한 화면에서 다 보여요.",
        "그러셨군요, 많이 힘드셨겠어요.",
    ),
    "en": (
        "What bothers you most these days?",
        "I'll send you the quote by Friday.",
        "Our system shows it all on one screen.",
        "That sounds frustrating.",
    ),
}
TIC = {"ko": "솔직히 말씀드리면", "en": "To be honest,"}
LINE = {
    "ko": "저희는 지금 교환기를 구 년째 쓰고 있는데 여름이면 전화가 몰려요.",
    "en": "We have used this exchange for nine years and in summer it is swamped.",
}


def practised(engine: Engine, values: list[float], language: Language = "ko", rubric: str = "default@1a2b3c4d", since: int = 0) -> None:
    """A finished and scored role-play a day, with a habit in half of its turns."""
    dice = Random(7)
    for number, value in enumerate(values, since):
        began = BEGAN + timedelta(days=number)
        turns = []
        for place in range(8):
            shown, key = began + timedelta(minutes=place), began + timedelta(minutes=place, seconds=8)
            said = dice.choice(SAYS[language])
            turns.append(PlayedTurn(2 * place, "buyer", LINE[language], shown))
            text = f"{TIC[language]} {said}" if place % 2 else said
            turns.append(PlayedTurn(2 * place + 1, "rep", text, key + timedelta(seconds=10), typing=Typing(shown, key)))
        ended = Ending("rep", "open", "rep_finished", began + timedelta(minutes=9))
        deal = DEALS[number % 2]
        role_play = a_role_play(f"{language}-{number}", scenario=deal, language=language, turns=tuple(turns), ended=ended, began_at=began)
        engine.role_plays.begin(role_play, engine.library.get(deal))
        score = Score(value, value - 10, value + 10, "")
        quote = Evidence("warm", "tone", 1, turns[1].text, "+")
        made = MadeBy("measured", rubric, "0.1.0")
        cards.keep(
            engine,
            role_play,
            replace(cards.card(role_play), scores=dict.fromkeys(DIMENSIONS, score), evidence=(quote,), made_by=made, language=language),
        )


def test_before_the_first_conversation_it_says_what_will_appear(opened: Opened) -> None:
    page = opened("progress")
    assert "아직 마친 대화가 없어요" in page.words
    assert "세 번째 대화부터" in page.words
    assert page.links("")


@pytest.mark.parametrize(("count", "more"), [(1, 2), (2, 1)])
def test_one_or_two_conversations_show_their_scores_and_no_change(opened: Opened, engine: Engine, count: int, more: int) -> None:
    practised(engine, [40.0, 80.0][:count])
    page = opened("progress")
    assert f"대화 {more}번을 더 마치면" in page.words
    assert "확실히" not in page.words
    assert "올랐어요:" not in page.words
    assert f"지금까지 {count}번" in page.words
    assert "말버릇을 찾아볼 수 있어요" in page.words


def test_a_real_change_is_told_with_the_numbers_behind_it_and_its_quotes(opened: Opened, engine: Engine) -> None:
    practised(engine, [30.0, 31, 32, 50, 52, 60, 70, 71, 72])
    page = opened("progress")
    assert "사람다움, 따뜻함, 빠름, 전문성이 확실히 올랐어요" in page.words
    assert "처음 3번의 평균은 31점, 최근 3번의 평균은 71점이에요" in page.words
    assert "role_play=ko-8&turn=1" in page.links("scorecard"), "the quote behind it leads to its turn"
    assert {"role_play=ko-0", "role_play=ko-8"} <= set(page.links("scorecard"))


def test_scores_that_only_waver_are_not_called_a_change(opened: Opened, engine: Engine) -> None:
    practised(engine, [50.0, 58, 49, 57, 50, 58])
    page = opened("progress")
    assert "달라진 점수는 없어요" in page.words
    assert "아직 달라졌다고 할 수 없어요" in page.words


def test_a_habit_is_a_sentence_whose_quotes_are_one_click_away(opened: Opened, engine: Engine) -> None:
    practised(engine, [50.0] * 8)
    page = opened("progress")
    assert "“솔직히 말씀드리면”" in page.words
    assert "대화 8번 가운데 8번에서 나왔어요" in page.words
    assert "견줄 만한 동료의 대화가 아직 없어서" in page.words
    before = len(page.links("scorecard"))
    key = next(one.key for one in page.at.expander if one.label.startswith("왜요? 말한") and one.key)
    page.at.session_state[key] = True
    page.run()
    assert len(page.links("scorecard")) == before + 3
    assert "예나 지금이나 비슷해요" in page.words


def test_in_english_everything_is_english_and_korean_talks_stay_apart(opened: Opened, engine: Engine) -> None:
    practised(engine, [40.0, 41, 42, 80, 81, 82])
    practised(engine, [70.0, 70, 70], "en")
    page = opened("progress", "en-GB")
    assert "Clearly up" not in page.words
    assert "to be honest" in page.words.lower()
    assert "솔직히" not in page.words
    korean = opened("progress", "ko-KR")
    assert "확실히 올랐어요" in korean.words


def test_another_rubric_s_scores_are_not_mixed_and_can_be_looked_at(opened: Opened, engine: Engine) -> None:
    practised(engine, [20.0, 21, 22], rubric="default@old")
    practised(engine, [60.0, 61, 62], rubric="default@new", since=3)
    page = opened("progress")
    assert "다른 기준으로 채점한 대화가 3번 더 있어요" in page.words
    assert "20점" not in page.words
    page.at.selectbox[0].select("default@old").run()
    assert "처음 20점" in page.words
    assert "60점" not in page.words


def test_roles_rhythm_and_pace_answer_why(opened: Opened, engine: Engine) -> None:
    practised(engine, [50.0] * 4)
    page = opened("progress")
    for word in ("만들기", "팔기", "운영하기", "지난 12주 가운데", "글자 치기: 1분에", "읽기: 1분에 적어도"):
        assert word in page.words
    assert page.words.count("왜요?") >= 4 + 3 + 2
    assert LOCAL_PERSON.id not in page.words


def test_a_quote_leads_to_its_turn(opened: Opened, engine: Engine) -> None:
    practised(engine, [50.0])
    page = opened("scorecard", role_play="ko-0", turn="3")
    assert 'location.hash = "turn-3"' in page.html
    assert "location.hash" not in opened("scorecard", role_play="ko-0").html
    assert "location.hash" not in opened("scorecard", role_play="ko-0", turn="</script>").html
