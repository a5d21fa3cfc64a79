"""The scorecard: what worked, what to try, four bars with their quotes, and nothing made up."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from assistant.assembly import Engine
from assistant.domain.people import LOCAL_PERSON
from assistant.domain.scorecard import Score
from assistant.domain.words import DIMENSIONS, Language
from assistant.errors import ProviderError
from tests.ui import cards
from tests.ui.pages import GOOD, Page, begun, read, reviewed, talked
from ui.words import judging, review

Opened = Callable[..., Page]


@pytest.fixture
def shown(opened: Opened, engine: Engine) -> Page:
    role_play = talked(engine, *GOOD, finished=True)
    cards.keep(engine, role_play, cards.card(role_play))
    return opened("scorecard", role_play=role_play.id)


def test_a_finished_talk_is_scored_when_its_card_is_first_opened_and_once(opened: Opened, engine: Engine) -> None:
    role_play = talked(engine, *GOOD, finished=True)
    page = opened("scorecard", role_play=role_play.id)
    page.button("reflect-skipped").click().run()
    words = page.words
    for name in ("사람다움", "따뜻함", "빠름", "전문성", "잘한 한 가지", "다음에 해 볼 한 가지"):
        assert name in words
    first = engine.scorer.of_role_play(LOCAL_PERSON, role_play.id)
    opened("scorecard", role_play=role_play.id)
    assert engine.scorer.of_role_play(LOCAL_PERSON, role_play.id) == first


def test_the_strength_and_the_one_thing_to_try_come_with_quote_and_way_to_the_moment(shown: Page) -> None:
    words = shown.words
    for expected in (
        "설명하기 전에 상대가 한 말을 먼저 받아 줬어요.",
        "이렇게 말해 볼게요.",
        "설명은 질문을 받은 뒤에 하고, 그 전에 한 가지를 먼저 물어보세요.",
        "번호이동은 일주일 걸립니다.",
    ):
        assert expected in words
    assert 'href="#turn-3"' in shown.html
    assert 'href="#turn-5"' in shown.html


def test_a_number_stands_with_its_band(shown: Page) -> None:
    assert "62" in shown.words
    assert "51~74점 사이일 수 있어요" in shown.words


@pytest.mark.parametrize(("locale", "language", "not_scored"), [("ko-KR", "ko", "채점하지 않았어요"), ("en-GB", "en", "Not scored")])
def test_what_could_not_be_scored_says_so_and_why_in_the_screen_s_language(
    opened: Opened, engine: Engine, locale: str, language: Language, not_scored: str
) -> None:
    role_play = talked(engine, *GOOD, finished=True)
    card = cards.card(role_play)
    cards.keep(engine, role_play, card)
    words = opened("scorecard", language=locale, role_play=role_play.id).words
    assert not_scored in words
    assert engine.scorer.words(card, language).reasons["fast"] in words


def test_a_bar_opens_to_its_quotes_with_the_measure_they_count_for(shown: Page) -> None:
    assert "걱정을 먼저 받아 준 비율" in shown.words
    assert "31%" in shown.words
    assert f"“{GOOD[1][:6]}”" in shown.words


def test_an_old_measure_without_words_keeps_its_name(shown: Page) -> None:
    assert "forgotten_measure" in shown.words


def test_every_link_to_a_turn_has_its_turn(shown: Page) -> None:
    for turn in (1, 3, 5):
        assert f'id="turn-{turn}"' in shown.html


def test_the_transcript_marks_what_helped_and_what_cost(shown: Page) -> None:
    assert f'<mark class="good" title="걱정을 먼저 받아 준 비율">{GOOD[1][:6]}</mark>' in shown.html
    assert '<mark class="less"' in shown.html


def test_the_bars_and_the_line_have_words_for_who_cannot_see_them(shown: Page) -> None:
    assert 'role="img" aria-label="따뜻함 62점, 51점에서 74점 사이"' in shown.html
    assert [one.proto.alt for one in shown.at.get("vega_lite_chart")] == ["내가 말할 때마다의 네 가지 점수"]


def test_a_judge_that_failed_is_said_plainly(opened: Opened, engine: Engine) -> None:
    role_play = talked(engine, *GOOD, finished=True)
    cards.keep(engine, role_play, cards.judged_in_vain(role_play))
    page = opened("scorecard", role_play=role_play.id)
    assert "지어낸 점수는 없어요" in page.at.warning[0].value
    assert "대화에 나온 말만 보고 매긴 점수예요" in page.words


def test_how_the_model_read_along_can_be_opened(opened: Opened, engine: Engine) -> None:
    role_play = talked(engine, *GOOD, finished=True)
    cards.keep(engine, role_play, cards.judged(role_play))
    page = opened("scorecard", role_play=role_play.id)
    for said in (
        "any 모델에게 같은 대화를 3번",
        "걱정을 먼저 받아 주었는지",
        "2점 가운데 2 · 1에서 2 사이",
        "볼 때마다 달라서 반영하지 않았어요",
        "3번 가운데 1번은 답을 받지 못했어요. (모델이 정해진 시간 안에 답을 끝내지 못했어요.)",
        "대화에 없는 말을 인용한 답 1개는 버렸어요.",
        "토큰 12,345개를 읽고 678개를 썼어요 · 2.3초 · 글자 수로 어림한 값 · 비용 0.0123",
        "질문지 judge.ko@0a1b2c3d",
    ):
        assert said in page.words


@pytest.mark.parametrize("fault", ["malformed", "invented_quotes", "refused"])
def test_what_failed_in_the_model_is_said_in_the_language_of_the_screen(opened: Opened, engine: Engine, fault: str) -> None:
    role_play = talked(engine, *GOOD, finished=True)
    failed = cards.judged_in_vain(role_play)
    cards.keep(engine, role_play, replace(failed, made_by=replace(failed.made_by, judge_failed=fault)))
    page = opened("scorecard", role_play=role_play.id)
    assert judging.fault_words(fault).ko in page.at.warning[0].value


def test_which_scorer_made_it_stands_below(shown: Page) -> None:
    assert "기준 default@1a2b3c4d · Maju 0.1.0" in shown.words


def test_the_trainer_s_comment_stands_under_its_turn(opened: Opened, engine: Engine) -> None:
    role_play = talked(engine, *GOOD, finished=True)
    cards.keep(engine, role_play, cards.card(role_play))
    engine.desk.comment(LOCAL_PERSON, role_play.id, 3, "여기서 <b>한 박자</b> 쉬어 보세요.")
    reviewed(engine, role_play)
    page = opened("scorecard", role_play=role_play.id)
    assert "트레이너가 코멘트를 1개 남겼어요." in page.words
    assert '<a href="#turn-3">읽으러 가기</a>' in page.html
    assert "여기서 <b>한 박자</b> 쉬어 보세요." in page.words
    assert "<b>한 박자</b>" not in page.html


def test_an_open_talk_has_no_scorecard_yet(opened: Opened, engine: Engine) -> None:
    role_play = talked(engine, GOOD[0])
    page = opened("scorecard", role_play=role_play.id)
    assert "아직 끝나지 않은 대화예요" in page.words
    assert page.links("room") == [f"role_play={role_play.id}"]


def test_a_talk_in_which_nothing_was_said_is_not_scored(opened: Opened, engine: Engine) -> None:
    role_play = begun(engine)
    engine.room.finish(LOCAL_PERSON, role_play.id)
    page = opened("scorecard", role_play=role_play.id)
    assert "채점할 것이 없어요" in page.words
    assert page.links("briefing")


def test_scoring_that_fails_is_one_sentence(opened: Opened, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    def silent(*_: object) -> None:
        raise ProviderError("timeout", ko="모델이 답하지 않았어요.", en="The model did not answer.")

    role_play = talked(engine, GOOD[0], finished=True)
    monkeypatch.setattr(engine.scorer, "of_role_play", silent)
    page = opened("scorecard", role_play=role_play.id)
    page.button("reflect-skipped").click().run()
    assert read(page.at.error) == ["모델이 답하지 않았어요."]


def test_the_scorecard_exists_in_english(opened: Opened, engine: Engine) -> None:
    role_play = talked(engine, *GOOD, finished=True)
    cards.keep(engine, role_play, cards.card(role_play))
    words = opened("scorecard", language="en-GB", role_play=role_play.id).words
    for expected in ("What worked", "One thing to try next", "could be 51 to 74", "Not scored", "Turn by turn"):
        assert expected in words


def test_where_nothing_could_be_scored_there_is_no_advice_but_an_invitation(opened: Opened, engine: Engine) -> None:
    role_play = talked(engine, GOOD[0], finished=True)
    nothing = dict.fromkeys(DIMENSIONS, Score(None, None, None, "하신 말이 너무 적어요."))
    cards.keep(engine, role_play, replace(cards.card(role_play), scores=nothing, strength=None, try_next=None))
    page = opened("scorecard", role_play=role_play.id)
    assert read(page.at.info) == ["아직 점수를 매길 만큼 이야기를 나누지 않았어요. 다시 마주 앉아 조금 더 이야기해 볼까요?"]
    assert "잘한 한 가지" not in page.words
    assert page.links("briefing")


def test_every_number_answers_why_with_what_was_counted_and_the_quotes(shown: Page) -> None:
    for expected in (
        "아래에서 센 것들을 모은 점수예요.",
        "고객이 걱정이나 반대를 말했을 때, 첫 두 문장 안에서 그 말을 받아 준 경우가 얼마나 되는지 셌어요.",
        "왜 51~74점인가요?",
        "3번 말한 대화라서 우연도 섞여 있어요.",
        "1번째 말",
        "사람다움 50 · 따뜻함 61 · 전문성 40",
        "걱정을 먼저 받아 준 비율 · 좋았어요",
    ):
        assert expected in shown.words


def test_what_a_model_read_answers_under_the_score_it_counts_for(opened: Opened, engine: Engine) -> None:
    role_play = talked(engine, *GOOD, finished=True)
    cards.keep(engine, role_play, cards.judged(role_play))
    html = opened("scorecard", role_play=role_play.id).html
    warm = html[html.index("<h3>따뜻함</h3>") : html.index("<h3>빠름</h3>")]
    assert "any 모델이 읽은 것도 점수에 들어가요." in warm
    assert "2점 가운데 2" in warm
    assert "걱정을 먼저 받아 주었는지" in warm


def weak(engine: Engine) -> str:
    role_play = talked(engine, *GOOD, finished=True)
    low = dict.fromkeys(DIMENSIONS, Score(30.0, 20.0, 40.0, "아쉬워요."))
    cards.keep(engine, role_play, replace(cards.card(role_play), scores=low))
    return role_play.id


def test_after_a_weak_talk_the_page_says_two_things_and_the_rest_is_one_click_away(opened: Opened, engine: Engine) -> None:
    page = opened("scorecard", role_play=weak(engine))
    assert "다음에 해 볼 한 가지" in page.words
    assert page.button("redo-now")
    assert "네 가지로 본 대화" not in page.words
    assert "#turn-" not in page.html, "no link leads to a turn that is not on the page"
    page.button("more").click().run()
    for expected in ("네 가지로 본 대화", "대화 전체", "말할 때마다 어땠나요?"):
        assert expected in page.words
    assert "#turn-" in page.html


def test_a_trainer_reads_everything_of_a_weak_talk(opened: Opened, engine: Engine) -> None:
    role_play = engine.role_plays.get(weak(engine))
    reviewed(engine, role_play)
    assert review.MACHINE_SAW.ko in opened("reading", role_play=role_play.id).words
