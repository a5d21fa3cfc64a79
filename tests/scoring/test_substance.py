"""What a rep says is something to hold on to: a figure, a reason, a condition, a limit, for this buyer; not praise, pressing or what is recited."""

import pytest

from tests.scoring.talks import measure, talk


@pytest.mark.parametrize(
    ("buyer", "rep", "worth"),
    [
        ("Will it hold in a storm?", "Up to 40 knots. Above that you take the sail down.", 1.0),
        ("Is an extractor enough for a pizza oven?", "Not for wood, because the soot clogs it in a month.", 1.0),
        ("Can you fix the traffic noise in my studio?", "Panels don't stop a road. I can't sell you a fix for traffic.", 1.0),
        ("Will it hold in a storm?", "It's a beautiful sail and our customers love it.", 0.0),
        ("Will it hold in a storm?", "It should do, people usually take it out to 40 knots.", 0.5),
        ("Will it hold in a storm?", "If you sign today you get 20 percent off.", 0.0),
        ("태풍 때도 버텨요?", "초속 40미터까지는 버텨요. 그 위로는 접으셔야 해요.", 1.0),
        ("마당에 우물을 파면 물이 나올까요?", "물이 나온다고 장담은 못 드려요. 옆집 둘은 120미터에서 나왔어요.", 1.0),
        ("태풍 때도 버텨요?", "디자인도 예쁘고 다들 좋아하세요.", 0.0),
        ("태풍 때도 버텨요?", "아마 초속 40미터까지는 될 거예요.", 0.5),
        ("태풍 때도 버텨요?", "오늘 계약하셔야 20% 할인이 돼요.", 0.0),
    ],
)
def test_a_figure_a_reason_a_condition_or_a_limit_holds(buyer: str, rep: str, worth: float) -> None:
    assert measure(talk(f"buyer: {buyer}", f"rep: {rep}"), "substance") == worth


@pytest.mark.parametrize("rep", ["네, 그러시군요.", "어떤 마당이에요?", "그럼 목요일 오전 10시에 제가 갈게요."])
def test_who_explains_nothing_is_not_measured(rep: str) -> None:
    assert measure(talk("buyer: 마당에 우물을 팔까 해요.", f"rep: {rep}"), "substance") is None


def test_a_sentence_about_nothing_states_nothing() -> None:
    told = "buyer: Twenty foremen got up and left.", "rep: I can see why you're careful."
    assert measure(talk(*told), "substance") is None


def test_what_has_nothing_to_do_with_the_buyer_holds_nothing() -> None:
    recited = "rep: A 24-month term takes 8% off the seat prices."
    assert measure(talk("buyer: My mother died in spring.", recited), "substance") == 0.0
