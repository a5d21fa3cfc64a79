"""What of a turn's wording is counted: words, pairs of words and phrases that are really there."""

import pytest

from assistant.language.phrases import has
from assistant.scoring.wording import wording
from tests.benchmarks.fit import SELDOM, feature_names


@pytest.mark.parametrize(
    ("name", "plain", "meant"),
    [
        ("insult", "20분이 넘지 않게 짰어요.", "이 넘이 또 그러네."),
        ("insult", "끝까지 들었습니다.", "지들끼리 다 정했네."),
        ("cold", "약속은 지킬게요.", "완전히 속은 기분이에요."),
        ("cold", "대화가 즐거웠어요.", "화가 나네요."),
        ("cold", "희망하시는 날을 알려 주세요.", "그 사업은 망했어요."),
        ("condemns", "감사 기간에는 바쁘시죠.", "사기꾼이네."),
        ("condemns", "저희가 책임지고 옮겨 드릴게요.", "왜 이리 책임 없이 굴어."),
        ("orders", "축하해요.", "조용히 해라."),
        ("reproaches", "얼마나 답답하셨어요.", "참 답답하네."),
        ("rhetorical_no", "많이 겹치더라고요.", "이게 맞다고요?"),
        ("praise", "불친절한 말투였어요.", "참 친절하시네요."),
    ],
)
def test_a_hard_or_kind_word_counts_only_where_it_is_meant(name: str, plain: str, meant: str) -> None:
    assert not has(name, plain, "ko")
    assert has(name, meant, "ko")


def test_pairs_of_english_words_are_the_same_however_they_were_typed() -> None:
    typed = wording("I would love to. Tell me more!", "en")
    assert typed == wording("i would love to tell me more", "en")
    assert "pair:i would" in typed
    assert not any(name.startswith("pair:") for name in wording("그렇게 해 드릴게요.", "ko"))


def test_a_pair_that_one_source_alone_has_gets_no_weight() -> None:
    phones = [{"pair:new screen": 1.0, "pair:over there": 1.0}] * SELDOM
    courts = [{"pair:over there": 1.0}] * SELDOM
    assert feature_names([phones, courts], "en") == ["pair:over there"]
