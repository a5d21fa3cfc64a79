"""The scorecard as people and scripts get it."""

import json
from dataclasses import replace

import pytest

from assistant.domain.transcript import Transcript
from assistant.domain.words import DIMENSIONS
from assistant.scoring import score, scorecard_json
from assistant.scoring.talk import talk_of
from tests.scoring.talks import BAD_EN, GOOD_EN, GOOD_KO, PAIRS, card, default_rubric, found, measure, talk


def test_the_json_has_the_contracts_keys_in_its_order() -> None:
    form = json.loads(json.dumps(scorecard_json(card(GOOD_KO)), ensure_ascii=False))
    assert list(form) == ["id", "language", "scores", "turns", "measures", "evidence", "strength", "try_next", "made_by"]
    assert list(form["scores"]) == list(DIMENSIONS)
    assert list(form["scores"]["warm"]) == ["value", "low", "high", "reason"]
    assert list(form["turns"][0]) == ["turn", "human", "warm", "fast", "professional", "question"]
    assert list(form["measures"][0]) == ["name", "dimension", "value", "unit"]
    assert list(form["evidence"][0]) == ["dimension", "measure", "turn", "quote", "effect"]
    assert list(form["strength"]) == ["turn", "quote", "why"]
    assert list(form["try_next"]) == ["turn", "quote", "rewrite", "rule"]
    assert list(form["made_by"]) == ["scorer", "rubric", "model", "prompts", "version"]
    assert form["made_by"]["scorer"] == "measured"
    assert form["made_by"]["rubric"].startswith("default@")


def test_a_talk_without_a_rep_is_not_scored_and_says_why() -> None:
    for transcript, words in ((talk("buyer: 안녕하세요 여보세요"), "영업 담당자"), (talk("buyer: hello is anybody there"), "rep")):
        made = card(transcript)
        assert all(one.value is None and words in one.reason for one in made.scores.values())
        assert made.turns == ()


def test_what_there_was_nothing_to_see_of_is_null_with_a_reason_in_the_transcripts_language() -> None:
    made = card(talk("rep: 안녕하세요"))
    assert made.scores["professional"].value is None
    assert "전문성" in made.scores["professional"].reason
    assert "professional" in card(talk("rep: good morning to you")).scores["professional"].reason


def test_the_band_narrows_as_the_talk_goes_on() -> None:
    widths = []
    for turns in (2, 6, 11):
        warm = card(Transcript("t", GOOD_KO.turns[:turns])).scores["warm"]
        assert warm.low is not None
        assert warm.high is not None
        widths.append(warm.high - warm.low)
    assert widths[0] > widths[1] > widths[2]


def test_turn_values_are_continuous() -> None:
    values = {turn.warm for _, good, bad in PAIRS for one in (good, bad) for turn in card(one).turns}
    assert len(values) >= 15


def test_warmth_above_the_gate_needs_answers() -> None:
    """The same warm talk, with the buyer's questions answered and with them talked around."""
    warm = (
        "buyer: 주말에 번호가 끊겨서 걱정돼요",
        "rep: 그러셨군요. 주말 내내 번호가 끊겨서 많이 힘드셨겠어요. 혹시 그때 뭐가 제일 걱정되셨어요?",
        "buyer: 번호가 끊겨서 대표님께 혼난 게 제일 걱정이었죠",
        "rep: 대표님께 혼나기까지 하셨으면 정말 억울하고 속상하셨겠어요. 그때 제일 힘드셨던 건 뭐였어요?",
        "buyer: 직원들이 다 저만 쳐다봐서 너무 힘들었어요",
        "rep: 직원분들이 다 쳐다봤으면 얼마나 막막하고 힘드셨겠어요. 그 뒤로는 어떻게 지내셨어요?",
        "buyer: 주말마다 또 끊길까 봐 불안해서 잠을 못 자요",
    )
    asks = "buyer: 번호이동은 며칠 걸리나요?"
    answered, evaded = list(warm), list(warm)
    for _ in range(6):
        answered += [asks, "rep: 번호이동은 5일 걸려요. 그 5일 동안 뭐가 제일 걱정되세요?"]
        evaded += [asks, "rep: 그건 나중에 말씀드릴게요. 그때 많이 힘드셨겠어요."]
    made = score(talk(*evaded), rubric=default_rubric())
    assert made.scores["warm"].value is not None
    assert made.scores["warm"].value <= 70
    free = card(talk(*answered)).scores["warm"].value
    assert free is not None
    assert free > 70


@pytest.mark.parametrize(
    ("said", "playbook", "verdict"),
    [
        ("rep: 38석 기준 이용료는 월 420만 원이에요.", "38석 기준 이용료는 월 420만 원입니다.", (1.0, 0.0)),
        ("rep: 38석 기준 이용료는 월 350만 원이에요.", "38석 기준 이용료는 월 420만 원입니다.", (0.0, 1.0)),
        ("rep: The monthly price for a seat is $90.", "The monthly price for a seat is $90.", (1.0, 0.0)),
        ("rep: The monthly price for a seat is $60.", "The monthly price for a seat is $90.", (0.0, 1.0)),
        ("rep: The monthly price for a seat is $60.", "Our office opens at nine.", (None, None)),
    ],
)
def test_claims_are_held_against_the_playbook(said: str, playbook: str, verdict: tuple[float | None, float | None]) -> None:
    transcript = talk("buyer: 얼마예요?" if "기준" in said else "buyer: how much is it?", said)
    made = score(transcript, rubric=default_rubric(), passages=lambda queries: [found(playbook) for _ in queries])
    values = {one.name: one.value for one in made.measures}
    assert (values.get("grounded"), values.get("contradicted")) == verdict


def test_a_contradicted_claim_is_quoted_and_its_playbook_line_is_shown() -> None:
    transcript = talk("buyer: 38석이면 얼마예요?", "rep: 38석 기준 이용료는 월 350만 원이에요.")
    made = score(transcript, rubric=default_rubric(), passages=lambda queries: [found("38석 기준 이용료는 월 420만 원입니다.") for _ in queries])
    quotes = [one.quote for one in made.evidence if one.measure == "contradicted"]
    assert quotes == ["38석 기준 이용료는 월 350만 원이에요."]


def test_without_a_playbook_claims_are_not_called_anything() -> None:
    names = {one.name for one in card(GOOD_EN).measures}
    assert names.isdisjoint({"grounded", "contradicted"})


@pytest.mark.parametrize(("language", "good", "bad"), PAIRS, ids=["ko", "en"])
def test_advice_quotes_the_rep_and_rewrites_in_their_language(language: str, good: Transcript, bad: Transcript) -> None:
    for transcript in (good, bad):
        advice = card(transcript).try_next
        assert advice is not None
        said = {turn.index: turn.text for turn in transcript.turns}[advice.turn]
        assert advice.quote in said
        assert advice.rewrite
        assert advice.rewrite not in said
        assert "{" not in advice.rewrite + advice.rule
        assert any("가" <= char <= "힣" for char in advice.rewrite) == (language == "ko")


def test_a_formal_rep_gets_a_formal_rewrite() -> None:
    polite = talk("buyer: 끊길까 봐 걱정돼요", "rep: 저희 장비는 좋아요.", "buyer: 글쎄요", "rep: 정말 좋아요. 다들 쓰세요.")
    formal = talk("buyer: 끊길까 봐 걱정돼요", "rep: 저희 장비는 좋습니다.", "buyer: 글쎄요", "rep: 정말 좋습니다. 다들 쓰십니다.")
    assert card(polite).try_next is not None
    rewrite = card(formal).try_next
    assert rewrite is not None
    assert rewrite.rewrite.rstrip(".?!").endswith(("니다", "니까", "시오")), rewrite.rewrite


def test_nothing_good_is_made_up_for_a_talk_without_any() -> None:
    made = card(talk("buyer: it's too expensive", "rep: no.", "buyer: why?", "rep: because I said so, just sign"))
    assert made.strength is None


def test_a_missing_language_is_found() -> None:
    assert card(replace(BAD_EN, language=None)).language == "en"
    assert talk_of(GOOD_KO, "ko").exchanges[0].phase == "opening"


@pytest.mark.parametrize(
    ("before", "insult"),
    [
        ("buyer: 조금 더 생각해 볼게요.", "rep: 너 같은 사람하고는 말이 안 통해. 됐으니까 그만해."),
        ("buyer: I'll think about it.", "rep: Oh shut up and listen for once."),
    ],
)
def test_after_an_insult_nobody_is_warm_however_short_the_talk_was(before: str, insult: str) -> None:
    kind = (
        ("rep: 안녕하세요, 반갑습니다. 요즘 상담센터는 어떠세요?", "buyer: 바쁘죠.")
        if "생각" in before
        else ("rep: Hello, how are things at the clinic?", "buyer: busy")
    )
    made = card(talk("buyer: hello" if "think" in before else "buyer: 안녕하세요", *kind, before, insult))
    for dimension in ("warm", "human"):
        value = made.scores[dimension].value
        assert value is not None
        assert value <= default_rubric().file.gate.insult


@pytest.mark.parametrize(
    "said",
    [
        (
            "buyer: 안녕하세요", "rep: 안녕하세요, 반갑습니다.", "buyer: 저녁에 걸려 오는 전화는 받을 사람이 없어요.",
            "rep: 능력이 안 되는 업체를 만나셨던 거네요. 몇 분이나 기다리셨을까요?",
        ),
        (
            "buyer: hello", "rep: Hello, thank you for your time.", "buyer: We have no reports at all, that's part of the problem.",
            "rep: OK, so right now you can't even see it. What would you do if you could?",
        ),
    ],
)  # fmt: skip
def test_naming_the_buyer_s_plight_is_no_insult(said: tuple[str, ...]) -> None:
    value = measure(talk(*said), "politeness_floor")
    assert value is not None
    assert value > 0.8


@pytest.mark.parametrize(
    ("begun", "guess", "question", "then"),
    [
        (
            ("buyer: 안녕하세요", "rep: 한 달에 몇 분 정도 되세요?"), "buyer: 글쎄요, 열댓 명?", "buyer: 글쎄요, 몇 명이면 되나요?",
            "rep: 그럼 현장을 먼저 보고 싶어요.",
        ),
        (
            ("buyer: hello", "rep: How many is that a month?"), "buyer: Maybe fifteen a month?", "buyer: How many would be enough?",
            "rep: Then I would like to see the place first.",
        ),
    ],
)  # fmt: skip
def test_a_guess_in_the_tone_of_a_question_waits_for_no_answer(begun: tuple[str, ...], guess: str, question: str, then: str) -> None:
    assert measure(talk(*begun, guess, then), "unanswered") is None
    assert measure(talk(*begun, question, then), "unanswered") == 1.0
