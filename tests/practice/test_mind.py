"""What a buyer decides: earned trust opens, pressure and contempt end it, agreement needs its conditions."""

from dataclasses import replace
from random import Random

import pytest

from assistant.domain.heard import Heard, Question, QuestionForm, Sign
from assistant.domain.roleplay import Level, Mind
from assistant.domain.words import Language
from assistant.perception import hear
from assistant.practice import objections
from assistant.practice.agreement import unmet_conditions
from assistant.practice.levels import LEVELS
from assistant.practice.mind import at_first, decide
from tests.practice.talk import SAID, after, asks, did, proposes, scenario

DEAL = scenario()


def ready() -> Mind:
    """A mind that has every reason to agree."""
    return replace(
        at_first(DEAL, 2),
        trust=0.9,
        turn=9,
        revealed=tuple(fact.id for fact in DEAL.facts),
        settled=tuple(objection.id for objection in DEAL.objections),
    )


def test_a_buyer_with_every_reason_agrees_to_a_dated_next_step() -> None:
    decision = after(ready(), proposes())
    assert decision.move.kind == "agree"
    assert decision.mind.agreed


def test_a_next_step_without_a_date_is_asked_for_its_date() -> None:
    decision = after(ready(), proposes(date=None))
    assert decision.move.react == "ask_date"
    assert not decision.mind.agreed


@pytest.mark.parametrize(
    ("lacking", "change"),
    [
        ("trust", {"trust": 0.1}),
        ("facts", {"revealed": ()}),
        ("settled", {"raised": DEAL.agreement.settled[:1], "settled": DEAL.agreement.settled[1:]}),
        ("objection", {"settled": ()}),
    ],
)
def test_nobody_agrees_while_a_condition_is_unmet(lacking: str, change: dict[str, object]) -> None:
    mind = replace(ready(), **change)  # type: ignore[arg-type]
    assert lacking in unmet_conditions(mind, DEAL, LEVELS[2])
    assert after(mind, proposes()).move.kind in {"stall", "object", "press"}


def test_contempt_is_warned_once_and_then_ends_the_talk() -> None:
    first = after(ready(), did("contempt"))
    assert (first.move.kind, first.move.react) == ("warn", "contempt")
    assert after(first.mind, did("contempt")).move.kind == "leave"


@pytest.mark.parametrize("level", [1, 2, 3])
def test_pressure_ends_the_talk_after_what_the_level_bears(level: Level) -> None:
    mind = replace(ready(), patience=1.0)
    for _ in range(LEVELS[level].pressure_borne):
        decision = after(mind, did("pressure"), level)
        assert decision.move.kind == "warn"
        mind = replace(decision.mind, patience=1.0)
    assert after(mind, did("pressure"), level).move.kind == "leave"


def test_an_open_fact_is_told_to_whoever_asks() -> None:
    open_fact = min(DEAL.facts, key=lambda fact: fact.trust)
    decision = after(at_first(DEAL, 2), asks(open_fact.topics[0]))
    assert decision.move.kind == "tell"


@pytest.mark.parametrize("level", [1, 2, 3])
def test_no_fact_is_told_while_trust_is_too_low(level: Level) -> None:
    for fact in DEAL.facts:
        mind = replace(at_first(DEAL, level), trust=0.0)
        decision = after(mind, asks(*fact.topics, also=("acknowledgement",)), level)
        for told in (*decision.move.tell, *decision.move.volunteer):
            assert DEAL.fact(told).trust <= max(0.2, decision.mind.trust + 0.06)


def test_every_fact_is_told_when_asked_well_and_trusted() -> None:
    for fact in DEAL.facts:
        others = tuple(one.id for one in DEAL.facts if one.id != fact.id)
        mind = replace(ready(), revealed=others)
        decision = after(mind, asks(*fact.topics, also=("acknowledgement",)))
        assert fact.id in decision.move.tell, fact.id


def test_a_question_that_names_no_topic_goes_on_with_what_is_talked_of() -> None:
    fact = next(one for one in DEAL.facts if one.trust <= 0.2)
    mind = replace(at_first(DEAL, 2), topic=fact.topics[0])
    assert after(mind, asks(follow_up=True)).move.tell


def test_objections_come_in_their_order_and_one_at_a_time() -> None:
    mind, raised = replace(at_first(DEAL, 2), turn=2), []
    for turn in range(30):
        decision = decide(replace(mind, patience=0.9), DEAL, 2, "ko", did("claim", "acknowledgement", "answer", "reference", "price"), Random(turn))
        mind = decision.mind
        if decision.move.objection and decision.move.objection not in raised:
            raised.append(decision.move.objection)
        assert len(mind.raised) <= 1
    order = [objection.id for objection in DEAL.objections]
    assert raised
    assert raised == [one for one in order if one in raised] or {DEAL.objection(one).raised_on for one in raised} > {"any"}


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("발신번호는 저희 통신운영센터가 맡고, 등록은 1영업일 안에 끝납니다.", 2),
        ("네, 말씀하신 내용은 제가 잘 적어 두었습니다.", 1),
        ("저희 녹취 기능은 정말 다양하고 업계에서 제일 좋습니다.", 1),
    ],
)
def test_of_what_was_just_answered_unasked_nobody_says_the_mildest_line(said: str, line: int) -> None:
    mind, objection = at_first(DEAL, 2), DEAL.objection("phishing_liability")
    turn = objections.handling(hear(said, "4월에 우리 번호로 속인 일이 있었어요.", DEAL.topics, "ko"), mind, DEAL, "ko")
    raised = objections.having_raised(mind, objection, turn)
    assert objection.id in raised.raised
    assert objections.times_said(raised, objection.id) == line


def test_a_brushed_off_objection_returns_and_a_settled_one_never_does() -> None:
    objection = DEAL.objections[0]
    mind = replace(at_first(DEAL, 2), turn=3, trust=0.5, raised=(objection.id,), pressed=((objection.id, 1, 3),))
    returned = False
    for turn in range(4):
        decision = decide(replace(mind, patience=0.9), DEAL, 2, "ko", did("small_talk"), Random(turn))
        mind, returned = decision.mind, returned or decision.move.objection == objection.id
    assert returned
    settled = replace(mind, raised=(), settled=(objection.id,))
    for turn in range(20):
        decision = decide(replace(settled, patience=0.9), DEAL, 2, "ko", did("pitch"), Random(turn))
        assert decision.move.objection != objection.id
        settled = decision.mind


def test_trust_is_earned_slowly_and_lost_quickly() -> None:
    start = at_first(DEAL, 2)
    best = after(start, asks("situation", also=("acknowledgement", "reflection", "justification"), follow_up=True)).mind.trust
    worst = after(start, did("pressure")).mind.trust
    assert 0 < best - start.trust <= 0.11
    assert start.trust - worst > best - start.trust


def test_only_talking_about_the_product_wears_patience_down_until_the_buyer_goes() -> None:
    mind = at_first(DEAL, 2)
    for turn in range(25):
        decision = decide(mind, DEAL, 2, "ko", did("pitch", "claim"), Random(turn))
        mind = decision.mind
        if decision.move.kind == "leave":
            break
    assert decision.move.kind == "leave"


def test_a_buyer_who_liked_the_rep_but_has_no_time_says_an_honest_not_now() -> None:
    decision = after(replace(ready(), patience=0.0, trust=0.6, revealed=()), did("claim"))
    assert decision.move.kind == "not_now"


def test_the_same_words_and_dice_give_the_same_decision() -> None:
    heard = asks("situation", also=("empathy",))
    assert after(at_first(DEAL, 2), heard, seed=7) == after(at_first(DEAL, 2), heard, seed=7)


def test_after_agreeing_the_buyer_still_answers_and_leaves_only_on_a_goodbye() -> None:
    agreed = replace(ready(), agreed=True, revealed=())
    open_fact = min(DEAL.facts, key=lambda fact: fact.trust)
    asked = after(agreed, asks(open_fact.topics[0]))
    assert asked.move.kind == "tell"
    assert not asked.move.objection
    assert after(asked.mind, did("thanks")).move.kind == "farewell"


def test_a_buyer_who_has_only_said_hello_agrees_with_nothing() -> None:
    assert after(at_first(DEAL, 2), asks("situation", also=("acknowledgement",))).move.react != "acknowledged"


def question(*topics: str, form: QuestionForm = "open") -> Question:
    return Question(0, len(SAID), form, False, topics)


def two_questions(first: Question, second: Question) -> Heard:
    return Heard(SAID, (Sign("question", 0, len(SAID)),), (first, second), (*first.topics, *second.topics))


def test_two_facts_are_told_only_to_two_open_questions_about_different_things() -> None:
    mind = replace(ready(), revealed=())
    assert len(after(mind, two_questions(question("carriers"), question("agents"))).move.tell) == 2
    assert len(after(mind, two_questions(question("agents"), question("agents"))).move.tell) == 1
    assert len(after(mind, two_questions(question("carriers", form="leading"), question("agents"))).move.tell) == 1


def test_of_two_questions_about_one_thing_the_last_is_answered() -> None:
    told = after(replace(ready(), revealed=()), two_questions(question("carriers", form="closed"), question("agents"))).move.tell
    assert set(DEAL.fact(told[0]).topics) & {"agents"}


def test_asked_again_a_buyer_recalls_what_was_told() -> None:
    fact = next(one for one in DEAL.facts if one.topics == ("carriers",))
    others = tuple(one.id for one in DEAL.facts)
    decision = after(replace(ready(), revealed=others), hear("회선은 어느 통신사 거예요?", "네.", DEAL.topics, "ko"))
    assert (decision.move.kind, decision.move.react, decision.move.tell) == ("tell", "recall", (fact.id,))


def test_a_dated_proposal_is_answered_before_a_question_beside_it() -> None:
    unready = replace(ready(), revealed=(), trust=0.3)
    both = replace(proposes(), questions=(Question(len(SAID), len(SAID), "open", False, ("carriers",)),))
    decision = after(unready, both)
    assert decision.move.kind == "stall"
    assert decision.move.tell


def test_an_objection_at_a_proposal_says_that_it_comes_first() -> None:
    decision = after(replace(ready(), settled=()), proposes())
    assert (decision.move.kind, decision.move.bridge) == ("object", "first_this")


def test_the_same_objection_does_not_meet_two_proposals_in_a_row() -> None:
    first = after(replace(ready(), settled=()), proposes())
    assert after(first.mind, proposes()).move.kind == "stall"


def test_nothing_is_volunteered_in_the_first_two_turns() -> None:
    for seed in range(20):
        mind = at_first(DEAL, 1)
        for _ in range(2):
            decision = after(mind, did("disclosure"), 1, seed)
            assert not decision.move.volunteer
            mind = decision.mind


def test_what_is_said_unasked_is_led_up_to() -> None:
    moves = [after(replace(ready(), revealed=(), turn=5), did("disclosure"), 1, seed).move for seed in range(20)]
    assert any(move.volunteer for move in moves)
    assert all(move.bridge in {"by_the_way", "speaking_of"} for move in moves if move.volunteer)


def test_a_new_objection_is_not_hung_on_an_answer_about_something_else() -> None:
    for seed in range(30):
        mind = replace(at_first(DEAL, 3), turn=6, trust=0.5)
        decision = after(mind, asks("carriers", form="closed"), 3, seed)
        objection = decision.move.objection
        assert objection is None or set(DEAL.objection(objection).topics) & {"carriers"}


@pytest.mark.parametrize("words", ["식사는 하셨어요?", "주말 잘 보내셨어요?", "오시는 길은 안 막히셨어요?", "날씨가 많이 춥죠?"])
def test_small_talk_is_answered_as_small_talk(words: str) -> None:
    for name in ("cloud-phone-cx-lead", "apartment-remodel-couple"):
        deal = scenario(name)
        decision = after(at_first(deal, 2), hear(words, None, deal.topics, "ko"), of=deal)
        assert decision.move.tell == ()
        assert decision.move.plain or decision.move.react in {"how_are_you", "small_talk"}


def test_a_question_nobody_foresaw_is_not_answered_with_a_fact() -> None:
    heard = hear("혹시 강아지 키우세요?", "네, 그래요.", DEAL.topics, "ko")
    assert after(replace(at_first(DEAL, 2), turn=5, trust=0.6), heard).move.kind == "clarify"


def test_a_boast_settles_no_worry() -> None:
    worry = DEAL.objections[0].id
    mind = replace(at_first(DEAL, 1), turn=5, raised=(worry,), pressed=((worry, 1, 5),), discussing=worry)
    heard = hear("저희는 업계 1위이고 최고의 품질을 자랑합니다.", DEAL.objections[0].lines.ko[0], DEAL.topics, "ko")
    assert after(mind, heard, 1).move.settle is None


def test_one_turn_short_of_an_insult_never_takes_all_trust() -> None:
    mind = replace(ready(), trust=0.6, unanswered=DEAL.buyer.curiosities[0].id)
    worst = after(mind, did("pressure", "discount", "evasion", "boilerplate", "off_topic")).mind.trust
    assert worst >= 0.6 - 0.25


def test_thanks_for_the_time_at_the_beginning_are_courtesy_and_no_formula() -> None:
    heard = hear("안녕하세요. 귀한 시간 내주셔서 감사합니다.", "네, 앉으세요.", DEAL.topics, "ko")
    at_the_start = after(replace(at_first(DEAL, 2), turn=1), heard)
    assert "formula" not in {one.why for one in at_the_start.felt}


@pytest.mark.parametrize(("language", "words"), [("ko", "그럼 언제가 좋으세요?"), ("en", "When would suit you, then?")])
def test_asked_when_would_suit_a_buyer_who_agrees_asks_for_a_day_and_one_who_does_not_says_why(language: Language, words: str) -> None:
    heard = hear(words, None, DEAL.topics, language)
    assert after(ready(), heard, language=language).move.react == "ask_date"
    early = after(replace(at_first(DEAL, 2), turn=4), heard, language=language)
    assert early.move.because == "next_step_too_early"
    assert early.move.tell == ()


def test_would_that_work_belongs_to_the_proposal_before_it() -> None:
    deal = scenario("ultrasound-clinic-owner")
    heard = hear("I can bring it in on Wednesday at noon, twenty minutes, on your hardest patient. Would that work?", None, deal.topics, "en")
    assert after(replace(at_first(deal, 2), turn=4), heard, of=deal, language="en").move.tell == ()


def test_a_buyer_short_of_time_is_not_bored_by_figures_of_the_reps_own() -> None:
    deal = scenario("ultrasound-clinic-owner")
    heard = hear("저희 엔지니어는 수원에 두 명 있고 최근 1년 평균 도착이 2시간 40분입니다.", None, deal.topics, "ko")
    decision = after(replace(at_first(deal, 2), turn=5, patience=0.3, trust=0.5, warned=1), heard, of=deal)
    assert decision.move.kind not in {"bored", "warn"}


def test_what_was_told_already_is_no_answer_to_what_a_plain_answer_is_nearer_to() -> None:
    clinic = scenario("ultrasound-clinic-owner")
    mind = replace(at_first(clinic, 2), turn=3, trust=0.5, revealed=("daily_volume",), lately=("daily_volume",))
    heard = hear("오전에 15건이면 점심은 드세요?", "하루 24건쯤 봐요.", clinic.topics, "ko")
    assert after(mind, heard, of=clinic).move.plain == "lunch_coffee"


def test_a_yes_or_no_about_a_feeling_is_neither_told_nor_unknown() -> None:
    heard = hear("Are you worried about it?", "We have seven weeks.", DEAL.topics, "en")
    assert after(replace(at_first(DEAL, 2), turn=5, trust=0.6), heard, language="en").move.react == "guessed"
