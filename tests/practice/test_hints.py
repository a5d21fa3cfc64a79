"""The coach's hints: what is asked follows from how the talk stands, never twice in a row, and gives nothing away."""

from dataclasses import replace
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any, get_args

import pytest

from assistant.domain.buyer import Area
from assistant.domain.hint import HINT_KINDS, Hint, HintKind
from assistant.domain.people import LOCAL_PERSON, Actor
from assistant.domain.playbook import Found, Passage
from assistant.domain.roleplay import BuyerRecord, Ending, Felt, Mind, Move, PlayedTurn, RolePlay
from assistant.domain.words import LANGUAGES, Language
from assistant.errors import InputError, NotFound
from assistant.practice.buyer import Buyer
from assistant.practice.coaching import Coach, read_wordings
from assistant.practice.hints import AREAS, Choice, choices, chosen
from assistant.practice.milestones import milestones
from assistant.practice.room import Room, Words, utc_now
from assistant.settings import HOME
from assistant.store import Store
from tests.practice.talk import SCENARIOS, scenario

DEAL = scenario()
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
CALM = Mind(0.5, 0.8, "neutral", turn=2, acknowledged=True)
HINTS = HOME / "knowledge" / "hints"
ASKED = "상담센터에서 요즘 제일 힘든 점은 무엇인가요?"
TOLD = "저희 제품은 상담석을 한 화면에서 보여 드립니다. 설치도 빠릅니다."


def talk(mind: Mind = CALM, move: Move | None = None, felt: tuple[Felt, ...] = (), said: tuple[str, ...] = (ASKED,)) -> RolePlay:
    """A role-play whose buyer is of this mind after the rep said this."""
    turns = [PlayedTurn(0, "buyer", "앉으세요.", NOW)]
    for line in said:
        record = BuyerRecord(mind, move or Move("react"), felt, "embedded")
        turns += [PlayedTurn(len(turns), "rep", line, NOW), PlayedTurn(len(turns) + 1, "buyer", "네, 그래요.", NOW, record=record)]
    return RolePlay("r1", "local", DEAL.id, "v", "ko", 2, 1, NOW, turns=tuple(turns))


def first(role_play: RolePlay) -> Choice:
    return chosen(DEAL, role_play, ())


ASKED_FIRST: tuple[tuple[HintKind, RolePlay], ...] = (
    ("opening", replace(talk(), turns=talk().turns[:1])),
    ("harm", talk(felt=(Felt("pressure", -0.1, -0.1),), mind=replace(CALM, unanswered="q"))),
    ("unanswered", talk(replace(CALM, unanswered="q", raised=("o",)))),
    ("acknowledge", talk(replace(CALM, raised=("o",), acknowledged=False))),
    ("acknowledge", talk(replace(CALM, raised=("o",)), Move("object", objection="o"))),
    ("objection", talk(replace(CALM, raised=("o",)))),
    ("discount", talk(replace(CALM, discounts=1), said=("10% 할인해 드릴게요.",))),
    ("proposal", talk(replace(CALM, proposals=1), Move("stall"))),
    ("signal", talk(move=Move("volunteer", volunteer=(DEAL.facts[0].id,)))),
    ("telling", talk(said=(TOLD, TOLD))),
    ("closed", talk(replace(CALM, closed_run=2))),
    ("too_early", talk(replace(CALM, refused=(DEAL.facts[0].id,)), Move("deflect"))),
    ("agreed", talk(replace(CALM, agreed=True))),
    ("time", talk(replace(CALM, patience=0.2))),
    ("time", talk(replace(CALM, raised=("o",)), Move("warn"))),
    ("word", talk(move=Move("tell", tell=(DEAL.facts[0].id,)))),
    ("next_step", talk(replace(CALM, revealed=tuple(fact.id for fact in DEAL.facts)))),
    ("area", talk()),
)


@pytest.mark.parametrize(("kind", "role_play"), ASKED_FIRST, ids=[f"{kind}-{number}" for number, (kind, _) in enumerate(ASKED_FIRST)])
def test_what_stands_decides_what_is_asked(kind: HintKind, role_play: RolePlay) -> None:
    assert first(role_play).kind == kind


def test_the_area_named_is_one_that_is_still_open() -> None:
    covered = DEAL.discovery[0]
    role_play = talk(replace(CALM, revealed=covered.facts, touched=DEAL.discovery[1].topics))
    about = [one.about for one in choices(DEAL, role_play) if one.kind == "area"]
    assert covered.area not in about
    assert about
    assert Choice("deeper", DEAL.discovery[1].area) in choices(DEAL, role_play)


def test_what_is_personal_comes_after_everything_else() -> None:
    named = [one.about for one in choices(DEAL, talk()) if one.kind == "area"]
    assert len(named) > 1
    assert named[-1] == "personal"


def test_asked_again_and_again_the_coach_goes_round_the_open_areas() -> None:
    areas = {one.about for one in choices(DEAL, talk()) if one.kind == "area"}
    given: list[Hint] = []
    for turn in range(4 * len(areas)):
        choice = chosen(DEAL, talk(), given)
        given.append(Hint(100 + turn, choice.kind, NOW, choice.about))
    named = [hint.about for hint in given if hint.kind == "area"]
    assert set(named[: len(areas)]) == areas


def test_every_area_of_the_map_has_its_turn() -> None:
    assert set(AREAS) == set(get_args(Area))


def test_a_signal_that_was_picked_up_is_not_asked_about() -> None:
    fact = DEAL.facts[0].id
    role_play = talk(replace(CALM, picked_up=(fact,)), Move("volunteer", volunteer=(fact,)))
    assert Choice("signal") not in choices(DEAL, role_play)


@pytest.mark.parametrize(("kind", "role_play"), ASKED_FIRST, ids=[f"{kind}-{number}" for number, (kind, _) in enumerate(ASKED_FIRST)])
def test_no_hint_is_given_twice_in_a_row_however_often_one_asks(kind: HintKind, role_play: RolePlay) -> None:
    given: list[Hint] = []
    for _ in range(30):
        choice = chosen(DEAL, role_play, given)
        given.append(Hint(role_play.turns[-1].index, choice.kind, NOW, choice.about))
    kinds = [one.kind for one in given]
    assert all(one != other for one, other in pairwise(kinds))
    different = {(one.kind, one.about) for one in given}
    assert len(different) == len(set(choices(DEAL, role_play)))


def test_every_kind_comes_up_somewhere() -> None:
    assert {kind for kind, _ in ASKED_FIRST} | {"deeper", "word", "aim"} == set(HINT_KINDS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_has_its_questions_in_both_languages(language: Language) -> None:
    lines = read_wordings(HINTS / f"{language}.yaml")
    assert set(lines) == set(HINT_KINDS)
    assert all(len(set(said)) >= 2 for said in lines.values())


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", sorted(SCENARIOS.glob("*.yaml")), ids=lambda path: path.stem)
def test_no_question_of_the_coach_gives_a_fact_away(path: Path, language: Language) -> None:
    said = " ".join(line for lines in read_wordings(HINTS / f"{language}.yaml").values() for line in lines).casefold()
    for fact in scenario(path.stem).facts:
        assert not [tell for tell in fact.tells.in_(language) if tell.casefold() in said.split()], fact.id


@pytest.mark.parametrize(
    ("text", "named"),
    [("opening: ['무엇일까요?']", "harm"), ("opening: [말해 보세요.]", "opening"), ("opening: ['{fact}?']", "opening"), ("more: ['네?']", "more")],
)
def test_a_file_that_is_not_as_it_should_be_is_named_with_the_kind(tmp_path: Path, text: str, named: str) -> None:
    path = tmp_path / "ko.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=named):
        read_wordings(path)


PASSAGE = Found(Passage("p1", "가격표", 2, "요금 > 할인", 3, "할인은 " + "조건을 먼저 듣고 나서 말한다. " * 30), 0.8)


class Desk:
    """A room and its coach over one store. `asked`: what the playbooks were asked."""

    def __init__(self, store: Store) -> None:
        self.asked: list[str] = []
        buyer = Buyer(HOME / "prompts", HOME / "knowledge" / "voice", lambda *_: [], None)
        self.room = Room(store.role_plays, scenario, buyer, tuple)
        self.coach = Coach(store.role_plays, store.hints, self._found, HINTS, utc_now)

    def _found(self, words: str, *_: Any) -> list[Found]:
        self.asked.append(words)
        return [PASSAGE]


@pytest.fixture
def desk(store: Store) -> Desk:
    return Desk(store)


def test_a_hint_is_kept_with_its_turn_and_its_passage(desk: Desk, store: Store) -> None:
    role_play = desk.room.begin(LOCAL_PERSON, DEAL.id, "ko", 2, seed=7)
    desk.coach.hint(LOCAL_PERSON, role_play.id)
    assert desk.room.say(LOCAL_PERSON, role_play.id, Words(ASKED, "c1")).wait(20)
    for _ in range(4):
        desk.coach.hint(LOCAL_PERSON, role_play.id)
    kept = store.hints.of(role_play.id)
    assert [hint.turn for hint in kept] == [0, 2, 2, 2, 2]
    assert kept[0].kind == "opening"
    cited = [hint for hint in kept if hint.cited]
    assert cited
    assert cited[0].cited
    assert (cited[0].cited.section, cited[0].cited.page) == ("요금 > 할인", 3)
    assert len(cited[0].passage) <= 221
    assert desk.asked


def _at_issue(desk: Desk, store: Store, mind: Mind, said: str, move: Move) -> str:
    """What the playbooks are asked when the buyer, of this mind, has said this."""
    role_play = desk.room.begin(LOCAL_PERSON, DEAL.id, "ko", 2, seed=7)
    store.role_plays.add_rep_turn(role_play.id, PlayedTurn(1, "rep", TOLD, utc_now(), "c1"))
    store.role_plays.add_buyer_turn(role_play.id, PlayedTurn(2, "buyer", said, utc_now(), record=BuyerRecord(mind, move, (), "embedded")), None)
    desk.coach.hint(LOCAL_PERSON, role_play.id)
    return desk.asked[-1]


def test_a_worry_is_looked_up_by_its_own_line_whatever_else_was_said(desk: Desk, store: Store) -> None:
    worry = DEAL.objections[0]
    line = worry.lines.ko[1]
    mind = replace(CALM, raised=(worry.id,), acknowledged=False)
    assert _at_issue(desk, store, mind, f"말씀은 들었어요. {line}", Move("press", objection=worry.id)) == line


def test_a_question_that_waits_is_looked_up_by_its_own_line(desk: Desk, store: Store) -> None:
    question = DEAL.buyer.curiosities[0]
    line = question.lines.ko[0]
    assert _at_issue(desk, store, replace(CALM, unanswered=question.id), f"그건 됐고요. {line}", Move("ask", ask=question.id)) == line


def test_the_same_kind_again_asks_in_other_words(desk: Desk) -> None:
    given = [Hint(2, "word", NOW), Hint(4, "aim", NOW), Hint(6, "word", NOW)]
    assert desk.coach.words(given[:1], "ko") != desk.coach.words(given, "ko")


def test_there_is_no_hint_for_others_after_the_end_or_while_the_buyer_thinks(desk: Desk, store: Store) -> None:
    role_play = desk.room.begin(LOCAL_PERSON, DEAL.id, "ko", 2)
    with pytest.raises(NotFound):
        desk.coach.hint(Actor("other", "other", frozenset({"trainer"})), role_play.id)
    store.role_plays.add_rep_turn(role_play.id, PlayedTurn(1, "rep", ASKED, utc_now(), "c1"))
    with pytest.raises(InputError):
        desk.coach.hint(LOCAL_PERSON, role_play.id)
    store.role_plays.end(role_play.id, Ending("rep", "open", "rep_finished", utc_now()))
    with pytest.raises(InputError):
        desk.coach.hint(LOCAL_PERSON, role_play.id)
    assert store.hints.of(role_play.id) == ()


@pytest.mark.parametrize(("deal", "setting"), [("apartment-remodel-couple", "committee"), ("ultrasound-clinic-owner", "gatekeeper")])
def test_the_coach_has_something_to_ask_in_every_setting(desk: Desk, deal: str, setting: Any) -> None:
    role_play = desk.room.begin(LOCAL_PERSON, deal, "ko", 2, seed=7, setting=setting)
    for number, line in enumerate((ASKED, TOLD, "오늘 시간 내 주셔서 고맙습니다. 어떤 점이 걱정되세요?")):
        if desk.room.role_play(LOCAL_PERSON, role_play.id).ended:
            break
        assert desk.room.say(LOCAL_PERSON, role_play.id, Words(line, f"c{number}")).wait(20)
        assert milestones(scenario(deal), desk.room.role_play(LOCAL_PERSON, role_play.id))
        if not desk.room.role_play(LOCAL_PERSON, role_play.id).ended:
            assert desk.coach.words([desk.coach.hint(LOCAL_PERSON, role_play.id)], "ko")
    assert desk.coach.given(role_play.id)
