"""What managers mark in playbooks counts in the professional measures, with its words and its opportunity; and required wording is no formula."""

from collections.abc import Sequence
from datetime import UTC, datetime

import pytest

from assistant.domain.memory import Mark, MarkKind
from assistant.domain.playbook import Found
from assistant.domain.scorecard import Scorecard
from assistant.domain.transcript import Transcript
from assistant.scoring import score
from assistant.scoring.talk import Passages
from tests.scoring.talks import default_rubric, found, talk

AT = datetime(2026, 11, 1, tzinfo=UTC)
FEE = "위약금은 남은 약정 요금의 20%입니다."
CAPITAL = "원금은 무조건 보장됩니다."
NOTICE = "이 계약은 청약일부터 15일 안에 철회하실 수 있음을 안내해 드립니다."
ASKS = "buyer: 중간에 해지하면 위약금이 남은 약정 요금에서 얼마나 되나요?"


def mark(kind: MarkKind, words: str) -> Mark:
    return Mark(f"{kind}-{words[:4]}", "약관", kind, words, "m", AT)


def card(transcript: Transcript, *marks: Mark, passages: Passages | None = None) -> Scorecard:
    return score(transcript, rubric=default_rubric(), passages=passages, marks=marks)


def values(made: Scorecard) -> dict[str, float]:
    return {one.name: one.value for one in made.measures}


def quotes(made: Scorecard, measure: str, effect: str) -> list[str]:
    return [one.quote for one in made.evidence if (one.measure, one.effect) == (measure, effect)]


def test_a_point_that_must_be_said_counts_for_the_rep_who_says_it_in_their_own_words() -> None:
    made = card(talk(ASKS, "rep: 해지하시면 위약금이 나와요. 남은 약정 요금의 20%를 내셔야 해요."), mark("must_say", FEE))
    assert values(made)["grounded"] == 1.0
    assert quotes(made, "grounded", "+") != []


@pytest.mark.parametrize("reply", ["해지하실 일은 거의 없으실 거예요. 다들 만족하세요.", "남은 약정 요금에서 위약금이 조금 나와요. 10% 정도예요."])
def test_a_point_whose_subject_came_up_and_that_was_not_said_costs_and_shows_where(reply: str) -> None:
    made = card(talk(ASKS, f"rep: {reply}"), mark("must_say", FEE))
    assert values(made)["grounded"] == 0.0
    (quote,) = quotes(made, "grounded", "-")
    assert quote in reply
    assert "contradicted" not in values(made)


def test_a_point_whose_subject_never_came_up_is_absent_and_not_zero() -> None:
    made = card(talk("buyer: 상담사가 몇 명까지 되나요?", "rep: 지금 몇 분이 일하고 계세요? 거기에 맞춰 볼게요."), mark("must_say", FEE))
    assert "grounded" not in values(made)


@pytest.mark.parametrize(
    ("reply", "said"),
    [
        ("걱정 마세요. 원금은 무조건 보장됩니다.", True),
        ("네, 원금은 무조건 보장이 돼요.", True),
        ("원금은 무조건 보장되지는 않습니다.", False),
        ("원금이 어떻게 되는지 궁금하시죠. 같이 보시죠.", False),
    ],
)
def test_words_that_must_never_be_said_are_a_wrong_claim_where_they_are_said(reply: str, said: bool) -> None:
    made = card(talk("buyer: 원금은 보장되나요?", f"rep: {reply}"), mark("must_not_say", CAPITAL))
    assert values(made).get("contradicted", 0.0) == float(said)
    assert bool(quotes(made, "contradicted", "-")) == said


def test_wording_the_law_wants_is_no_formula_and_the_same_words_unmarked_are() -> None:
    said = "고객님의 소중한 의견에 감사드리며 최선을 다하겠습니다."
    conversation = talk(
        "buyer: 취소할 수 있나요?", f"rep: {said}", "buyer: 네?", f"rep: {said} 더 궁금한 점이 있으세요?", "buyer: 아니요.", f"rep: {said}"
    )
    plain, marked = card(conversation), card(conversation, mark("required", said))
    assert values(marked)["formula_share"] < values(plain)["formula_share"]
    assert not any(said in one or one in said for one in quotes(marked, "formula_share", "-"))


def test_marks_of_another_language_and_no_marks_change_nothing() -> None:
    conversation = talk(ASKS, "rep: 남은 약정 요금의 20%가 위약금이에요.")

    def search(queries: Sequence[str]) -> list[list[Found]]:
        return [found(FEE) for _ in queries]

    plain = card(conversation, passages=search)
    assert card(conversation, mark("must_say", "The cancellation fee is 20% of what is left."), passages=search) == plain


def test_the_advice_for_what_was_left_out_is_the_point_itself() -> None:
    made = card(talk(ASKS, "rep: 남은 약정 요금에서 위약금이 조금 나와요."), mark("must_say", FEE))
    assert made.try_next is None or made.try_next.measure != "grounded" or FEE in (made.try_next.rewrite, made.try_next.passage)
