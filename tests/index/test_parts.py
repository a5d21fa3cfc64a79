"""The parts of the index that need no Chroma: terms, BM25, embedded vectors, fusion."""

import subprocess
import sys

import numpy as np
import pytest

from assistant.index.embedded_vectors import EmbeddedVectors
from assistant.index.fusion import Matched, Weights, above_background, best, fused
from assistant.index.lexical import Lexical
from assistant.language.terms import pairs_of, question_terms, words_of


def floats(*values: float) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    return np.array(values, dtype=np.float32)


def test_a_question_loses_the_words_that_only_ask() -> None:
    assert set(question_terms("번호이동은 어떻게 하나요?").words) == {"번호", "이동"}
    assert (
        question_terms("what is the price of number portability?").words == ("price", "number", "portabl")
        or "price" in question_terms("what is the price?").words
    )


def test_asking_how_much_is_asking_for_the_price_and_how_long_is_not() -> None:
    assert "가격" in question_terms("한 석에 얼마예요?").words
    assert "가격" not in question_terms("개통까지 얼마나 걸려요?").words


def test_spacing_does_not_change_syllable_pairs() -> None:
    assert pairs_of("번호 이동 신청") == pairs_of("번호이동신청")
    assert pairs_of("요금, 할인") == ("요금", "할인")


def test_names_with_points_and_dashes_are_found_whole_and_in_parts() -> None:
    words = words_of("apt-get으로 sources.list를 고칩니다")
    assert {"apt-get", "apt", "sources.list", "list"} <= set(words)


def test_decomposed_hangul_is_searched_like_composed() -> None:
    import unicodedata

    text = "번호이동 신청서"
    assert words_of(unicodedata.normalize("NFD", text)) == words_of(text)


def test_latin_words_are_stemmed_in_korean_text_too() -> None:
    assert set(words_of("agents are trained")) & set(words_of("신규 agent 교육")) == {"agent"}


def test_a_passage_with_every_term_gets_the_highest_score_there_is() -> None:
    lexical = Lexical([["번호", "이동"], ["가격"], ["번호"]])
    scores, highest = lexical.scores(["번호", "이동"])
    assert scores[0] == pytest.approx(highest, rel=0.35)
    assert scores[0] > scores[2] > scores[1] == 0


def test_a_term_nobody_uses_lowers_every_share() -> None:
    lexical = Lexical([["번호", "이동"], ["가격"]])
    known, unknown = lexical.scores(["번호"]), lexical.scores(["번호", "비트코인"])
    assert known[0][0] / known[1] > unknown[0][0] / unknown[1]


def test_nothing_indexed_and_nothing_asked_score_nothing() -> None:
    assert Lexical([[], []]).scores(["번호"])[0].tolist() == [0.0, 0.0]
    assert Lexical([["번호"]]).scores([])[1] == 0.0
    assert Lexical([]).scores(["번호"])[0].size == 0


def test_a_question_without_any_known_kind_of_term_is_answered_by_vectors() -> None:
    empty = Matched(floats(0, 0), 0.0)
    assert fused(empty, empty, floats(0.2, 0.8), Weights()).tolist() == pytest.approx([0.2, 0.8])


def test_what_every_passage_shares_with_a_question_counts_for_nothing() -> None:
    assert above_background(floats(0.4, 0.4, 0.7), 0.4).tolist() == pytest.approx([0.0, 0.0, 0.5])


def test_the_best_are_those_allowed_and_above_zero_and_of_equals_the_earlier() -> None:
    scores = floats(0.5, 0.9, 0.5, 0.0)
    assert best(scores, None, 9) == [1, 0, 2]
    assert best(scores, np.array([True, False, True, True]), 1) == [0]


def test_embedded_vectors_have_unit_length_and_alike_texts_are_near() -> None:
    near, same, far = (np.array(one) for one in EmbeddedVectors().vectors(["번호이동 신청서", "번호 이동 신청서류", "아파트 리모델링"]))
    assert np.linalg.norm(near) == pytest.approx(1.0, abs=1e-5)
    assert near @ same > 0.5 > near @ far + 0.3


def test_a_text_without_letters_has_a_vector_too() -> None:
    assert np.linalg.norm(EmbeddedVectors().vectors(["…"])[0]) == pytest.approx(1.0)


def test_embedded_vectors_are_the_same_in_every_process() -> None:
    script = "from assistant.index import EmbeddedVectors; print(EmbeddedVectors().vectors(['번호이동 신청서'])[0])"
    outside = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=120).stdout
    assert outside.strip() == str(EmbeddedVectors().vectors(["번호이동 신청서"])[0])
