"""The labelled turns are in order, and perception has not got worse on the half it is tuned on."""

import json

import pytest

from assistant.domain.heard import ACTS
from assistant.domain.words import LANGUAGES, Language
from tests.benchmarks.act_fit import turns as act_turns
from tests.benchmarks.perception import (
    DATA,
    OTHER,
    figures,
    harmless,
    judged,
    kept,
    labelled_turns,
    macro_f1,
    taken_for_insults,
    topic_accuracy,
    topics_by_deal,
)
from tests.benchmarks.rough_turns import ROUGH
from tests.benchmarks.subject_fit import topic_turns

LEAST: dict[Language, int] = {"ko": 500, "en": 350}
LEAST_BY_TOPIC = 400
LEAST_BY_ACT = 300
LEAST_OF_A_HALF = 80


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_label_is_a_known_act_and_a_topic_of_its_deal(language: Language) -> None:
    rows = [json.loads(line) for line in (DATA / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()]
    topics = {deal: {topic.id for topic in about} for deal, about in topics_by_deal().items()}
    assert len(rows) >= LEAST[language]
    assert len({row["id"] for row in rows}) == len(rows)
    assert all(set(row["acts"]) <= set(ACTS) and set(row["topics"]) <= topics[row["deal"]] for row in rows)
    assert len({row["deal"] for row in rows}) == 8


@pytest.mark.parametrize("language", LANGUAGES)
def test_turns_labelled_by_topic_alone_name_topics_of_their_deal(language: Language) -> None:
    topics = {deal: {topic.id for topic in about} for deal, about in topics_by_deal().items()}
    rows = list(topic_turns(language))
    assert len(rows) >= LEAST_BY_TOPIC
    assert all(set(row["topics"]) <= topics[row["deal"]] and row["text"] for row in rows)


@pytest.mark.parametrize("language", LANGUAGES)
def test_turns_labelled_by_act_alone_do_known_acts(language: Language) -> None:
    rows = [row for row in act_turns(language) if row["kind"] == "acts"]
    assert len(rows) >= LEAST_BY_ACT
    assert all(set(row["acts"]) <= set(ACTS) and row["text"] for row in rows)
    assert {act for row in rows for act in row["acts"]} == set(ACTS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_turns_about_other_trades_are_about_no_bundled_deal(language: Language) -> None:
    halves = [labelled_turns(language, held, OTHER) for held in (False, True)]
    topics = {deal: {topic.id for topic in about} for deal, about in topics_by_deal().items()}
    bundled = {row["deal"] for row in labelled_turns(language, False)}
    assert all(len(rows) >= LEAST_OF_A_HALF for rows in halves)
    assert all(set(row["acts"]) <= set(ACTS) and set(row["topics"]) <= topics[row["deal"]] for rows in halves for row in rows)
    assert not bundled & {row["deal"] for rows in halves for row in rows}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_half_it_is_tuned_on_is_heard_well(language: Language) -> None:
    turns = judged(language, held=False, one_in=2)
    assert macro_f1(figures(turns)) >= 0.92
    assert topic_accuracy(turns) >= 0.94


@pytest.mark.parametrize(("language", "name"), [(language, name) for language in LANGUAGES for name in ROUGH[language]])
def test_a_turn_keeps_its_acts_however_it_is_typed(language: Language, name: str) -> None:
    turns = judged(language, held=False, one_in=6)
    assert kept(turns, judged(language, False, ROUGH[language][name], one_in=6)) >= 0.8


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_that_an_insult_could_hold_are_seldom_taken_for_one(language: Language) -> None:
    assert len(harmless(language, held=True)) >= 30
    assert len(taken_for_insults(language, held=False)) <= 0.12 * len(harmless(language, held=False))
