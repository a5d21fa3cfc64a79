"""Making scenarios on the screen: copied, changed, tried, published, compared, restored; nothing lost and nothing published half."""

import json
import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.assembly import Engine
from assistant.domain.draft import Change
from assistant.domain.people import LOCAL_PERSON, Actor
from assistant.domain.roleplay import MoveKind
from assistant.domain.tree import at
from assistant.playbooks import Upload
from assistant.practice import feelings
from assistant.practice.room import Words
from tests.authoring.replies import a_reply
from tests.fakes.openai_endpoint import FakeOpenAI, Reply
from tests.ui.conftest import OPENED, _opened
from tests.ui.pages import SCENARIO, Page, begun
from ui import state
from ui.words import builder, minds


def copied(engine: Engine) -> str:
    return engine.workshop.copy(LOCAL_PERSON, SCENARIO)


def holds(engine: Engine, draft_id: str, path: str) -> object:
    return at(engine.workshop.draft(LOCAL_PERSON, draft_id).tree, path)


def test_a_deal_is_copied_and_opened_for_changing(engine: Engine, opened: OPENED) -> None:
    page = opened("scenarios")
    page.button(f"copy-{SCENARIO}").click()
    page.run()
    assert "(사본)" in page.words
    assert builder.NOTHING_TO_MEND.ko in page.words
    assert page.at.query_params[state.DRAFT] == engine.workshop.fresh(LOCAL_PERSON)[0].draft.id


@pytest.mark.parametrize(
    "part", ["about", "deal", "briefing", "buyer", "topics", "facts", "objections", "discovery", "agreement", "lines", "plain_answers"]
)
def test_every_part_of_the_form_draws(engine: Engine, opened: OPENED, part: str) -> None:
    page = opened("builder", draft=engine.workshop.copy(LOCAL_PERSON, "erp-plant-cfo"), part=part)
    assert builder.SAVED.ko in page.words
    assert page.at.text_area or page.at.text_input or page.at.number_input


def test_the_form_speaks_english_on_an_english_screen(engine: Engine, opened: OPENED) -> None:
    page = opened("builder", "en-GB", draft=copied(engine), part="facts")
    assert builder.SAVED.en in page.words
    assert "What the buyer knows and does not volunteer" in page.words
    assert not any("가" <= letter <= "힣" for one in page.at.text_area for letter in one.label)


def test_what_one_types_is_kept_at_once_and_there_after_a_reload(engine: Engine, opened: OPENED) -> None:
    draft_id = copied(engine)
    page = opened("builder", draft=draft_id, part="facts")
    page.at.text_area(state.field(draft_id, "facts.0.lines.ko")).set_value("첫 번째 말이에요.\n\n두 번째 말이에요.\n")
    page.run()
    assert holds(engine, draft_id, "facts.0.lines.ko") == ["첫 번째 말이에요.", "두 번째 말이에요."]
    assert builder.TO_MEND.ko.format(count=3) in page.words
    again = opened("builder", draft=draft_id, part="facts")
    assert again.at.text_area(state.field(draft_id, "facts.0.lines.ko")).value == "첫 번째 말이에요.\n두 번째 말이에요."


def test_a_change_redraws_only_the_open_part(engine: Engine, opened: OPENED) -> None:
    """Of two thousand values, those of one fact."""
    draft_id = copied(engine)
    page = opened("builder", draft=draft_id, part="facts")
    page.at.text_area(state.field(draft_id, "facts.0.summary.ko")).set_value("다른 요약")
    page.run()
    assert len(page.at.text_area) + len(page.at.text_input) + len(page.at.number_input) < 20
    assert holds(engine, draft_id, "facts.0.summary.ko") == "다른 요약"


def test_a_fact_is_added_filled_in_and_taken_away_again(engine: Engine, opened: OPENED) -> None:
    draft_id = copied(engine)
    page = opened("builder", draft=draft_id, part="facts")
    page.button("add-facts").click()
    page.run()
    assert page.at.selectbox(state.member(draft_id, "facts")).value == 18
    page.at.text_input(state.field(draft_id, "facts.18.id")).set_value("new_fact")
    page.run()
    page.at.multiselect(state.field(draft_id, "facts.18.topics")).set_value(["price"])
    page.run()
    page.at.number_input(state.field(draft_id, "facts.18.trust")).set_value(0.55)
    page.run()
    assert holds(engine, draft_id, "facts.18.id") == "new_fact"
    assert holds(engine, draft_id, "facts.18.topics") == ["price"]
    assert holds(engine, draft_id, "facts.18.trust") == 0.55
    page.button("up-facts").click()
    page.run()
    assert holds(engine, draft_id, "facts.17.id") == "new_fact"
    assert page.at.selectbox(state.member(draft_id, "facts")).value == 17
    page.button("gone-facts").click()
    page.run()
    assert len(holds(engine, draft_id, "facts")) == 18  # type: ignore[arg-type]
    page.button("undo").click()
    page.run()
    assert holds(engine, draft_id, "facts.17.id") == "new_fact"


def test_what_another_window_changed_is_not_written_over_and_what_was_typed_is_not_lost(engine: Engine, opened: OPENED) -> None:
    draft_id = copied(engine)
    page = opened("builder", draft=draft_id)
    engine.workshop.change(LOCAL_PERSON, draft_id, 0, [Change("title.ko", "다른 창의 제목")])
    page.at.text_input(state.field(draft_id, "title.ko")).set_value("내 제목")
    page.run()
    assert "먼저 고쳐서 저장하지 않았어요" in page.words
    assert page.at.code[0].value == "내 제목"
    assert page.at.text_input(state.field(draft_id, "title.ko")).value == "다른 창의 제목"
    page.button("lost-clear").click()
    page.run()
    page.at.text_input(state.field(draft_id, "title.ko")).set_value("내 제목")
    page.run()
    assert holds(engine, draft_id, "title.ko") == "내 제목"


def test_a_problem_is_said_at_its_field_and_the_way_there_is_a_button(engine: Engine, opened: OPENED) -> None:
    draft_id = copied(engine)
    engine.workshop.change(LOCAL_PERSON, draft_id, 0, [Change("objections.2.lines.en", ["Only one."])])
    page = opened("builder", draft=draft_id)
    assert "반대 › 3." in page.words
    page.button("go-0").click()
    page.run()
    assert page.at.selectbox(state.member(draft_id, "objections")).value == 2
    assert "4줄 이상 있어야 하는데 지금은 1줄이에요." in page.words


def test_the_buyer_of_a_draft_answers_beside_the_form_and_says_why_and_counts_nowhere(engine: Engine, opened: OPENED) -> None:
    draft_id = copied(engine)
    engine.workshop.change(
        LOCAL_PERSON, draft_id, 0, [Change("facts.0.lines.ko", [f"오늘은 52석에 6만 4천 콜이라고만 할게요 {i}." for i in "가나다"])]
    )
    page = opened("builder", draft=draft_id)
    page.button("try-start").click()
    page.run()
    page.sends("한 달에 콜이 몇 통이나 들어오나요?")
    for _ in range(50):
        if "라고만 할게요" in page.words:
            break
        time.sleep(0.1)
        page.run()
    words = page.words
    assert "라고만 할게요" in words
    assert minds.MOVES["tell"].ko in words
    assert builder.TOLD.ko in words
    assert "52석이 한 달에 6만 4천 콜을 받고" in words
    assert engine.room.mine(LOCAL_PERSON) == ()
    page.at.text_input(state.field(draft_id, "title.ko")).set_value("바뀐 제목")
    page.run()
    assert builder.TRY_STALE.ko in page.words


def test_whoever_else_is_there_answers_too(engine: Engine, opened: OPENED) -> None:
    draft_id = engine.workshop.copy(LOCAL_PERSON, "erp-plant-cfo")
    page = opened("builder", draft=draft_id, part="committee")
    assert "함께 앉는 사람" in page.words
    begun_at_table = engine.tryouts.begin(LOCAL_PERSON, draft_id, "ko", 2, seed=3, setting="committee")
    people = {one.name.ko for one in engine.library.get("erp-plant-cfo").people()}
    for words in ("안녕하세요, 시간 내 주셔서 고맙습니다. 각자 제일 힘든 점이 어떤 건가요?", "공장장님은 현장에서 뭐가 제일 불편하세요?"):
        reply = engine.tryouts.say(LOCAL_PERSON, begun_at_table.id, Words(words, words))
        assert reply.wait(60)
    page = opened("builder", draft=draft_id, url={"try": begun_at_table.id})
    turns = engine.tryouts.role_play(LOCAL_PERSON, begun_at_table.id).turns
    assert any(turn.person for turn in turns)
    assert any(name in page.words for name in people)
    assert page.html.count('class="maju-mind"') == sum(turn.record is not None for turn in turns)


def test_a_draft_that_cannot_be_tried_says_what_to_mend_first(engine: Engine, opened: OPENED) -> None:
    draft_id = copied(engine)
    engine.workshop.change(LOCAL_PERSON, draft_id, 0, [Change("facts.0.topics", [])])
    page = opened("builder", draft=draft_id)
    page.button("try-start").click()
    page.run()
    assert builder.TRY_FIRST.ko in page.words


def test_publishing_puts_it_into_the_gallery_and_a_talk_keeps_the_version_it_began_with(engine: Engine, opened: OPENED) -> None:
    old = begun(engine)
    draft_id = engine.workshop.edit(LOCAL_PERSON, SCENARIO)
    engine.workshop.change(LOCAL_PERSON, draft_id, 0, [Change("title.ko", "우리 전화 제안")])
    page = opened("builder", draft=draft_id)
    page.at.text_input(f"note-{draft_id}").set_value("제목을 바꿨어요")
    page.button("publish-yes").click()
    page.run()
    assert "제목을 바꿨어요" in page.words
    assert builder.IN_USE.ko in page.words
    assert "우리 전화 제안" in opened("").words
    assert "우리 전화 제안" not in opened("role-plays").words
    assert engine.room.scenario_of(old.id).title.ko != engine.library.get(SCENARIO).title.ko
    assert builder.CLOSED.ko in opened("builder", draft=draft_id).words


def test_versions_are_compared_and_one_is_restored(engine: Engine, opened: OPENED) -> None:
    for title in ("하나", "둘"):
        draft_id = engine.workshop.edit(LOCAL_PERSON, SCENARIO)
        engine.workshop.change(LOCAL_PERSON, draft_id, 0, [Change("title.ko", title)])
        engine.workshop.publish(LOCAL_PERSON, draft_id)
    page = opened("versions", scenario=SCENARIO)
    assert "제목 › 한국어 하나 둘" in " ".join(page.words.split())
    page.button("restore-1").click()
    page.run()
    assert engine.library.get(SCENARIO).title.ko == "하나"
    assert builder.RESTORED_NOTE.ko.format(number=1) in page.words
    page.button("restore-0").click()
    page.run()
    assert engine.library.get(SCENARIO).title.ko.startswith("클라우드 전화")
    page.button("retire").click().run()
    page.button("retire").click()  # a dialog lives in a fragment, which AppTest draws only with its page
    page.button("retire-yes").click().run()
    assert builder.TAKEN_OUT.ko in page.words


def test_files_are_taken_in_and_a_bad_one_says_why_while_the_others_go_on(engine: Engine, opened: OPENED) -> None:
    text = engine.published.exported(LOCAL_PERSON, SCENARIO)
    page = opened("scenarios")
    page.at.file_uploader("scenario-upload").set_value(
        [
            ("bad.yaml", b"id: x\nid: y", "application/yaml"),
            ("mine.yaml", text.replace(f"id: {SCENARIO}\n", "id: mine\n", 1).encode(), "application/yaml"),
        ]
    )
    next(one for one in page.at.button if one.label == builder.TAKE_IN.ko).click()
    page.run()
    assert "bad.yaml:2: 'id' 항목이 두 번 나와요." in page.words
    assert builder.TAKEN_IN.ko.format(name="mine.yaml") in page.words
    assert [at(one.tree, "id") for one in engine.workshop.fresh(LOCAL_PERSON)] == ["mine"]


def test_offline_the_way_from_notes_says_what_it_takes_and_offers_a_copy(engine: Engine, opened: OPENED) -> None:
    page = opened("builder", draft=copied(engine), part="notes")
    assert builder.NOTES_OFFLINE.ko in page.words
    assert builder.TO_COPY.ko in page.words


@pytest.fixture
def modelled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Engine, FakeOpenAI]]:
    with FakeOpenAI(lambda _: json.dumps(a_reply(), ensure_ascii=False)) as endpoint:
        monkeypatch.setenv("OPENAI_BASE_URL", endpoint.url)
        monkeypatch.setenv("OPENAI_API_KEY", "test")
        monkeypatch.setenv("MAJU_MODEL", "fake")
        for engine in _opened(tmp_path, monkeypatch):
            yield engine, endpoint


def proposed(page: Page, until: str) -> Page:
    for _ in range(100):
        page.run()
        if until in page.words:
            return page
        time.sleep(0.1)
    raise AssertionError(page.words)


def test_a_model_proposes_and_a_person_takes(modelled: tuple[Engine, FakeOpenAI]) -> None:
    engine, _ = modelled
    draft_id = engine.workshop.from_nothing(LOCAL_PERSON)
    page = Page("builder", "ko-KR", {"draft": draft_id, "part": "notes"})
    page.at.text_area(f"notes-{draft_id}").set_value("정수기 회사에 챗봇을 팔아요.")
    page.button("propose").click()
    proposed(page, builder.PROPOSALS.ko)
    assert holds(engine, draft_id, "title.ko") == "새 시나리오"
    next(one for one in page.at.button if one.label == builder.TAKE_ALL.ko).click()
    page.run()
    assert holds(engine, draft_id, "title.ko") == "정수기 회사에 챗봇 팔기"
    assert builder.PROPOSALS.ko not in page.words


def test_picked_passages_of_a_playbook_go_along_with_the_notes(modelled: tuple[Engine, FakeOpenAI]) -> None:
    engine, endpoint = modelled
    text = "# 챗봇 요금\n\n## 월 요금\n\n상담 챗봇 요금은 상담 천 건에 월 49만 원이고, 석 달까지는 언제든 멈출 수 있습니다."
    engine.shelf.add(LOCAL_PERSON, Upload("챗봇 요금.md", text.encode()))
    draft_id = engine.workshop.from_nothing(LOCAL_PERSON)
    page = Page("builder", "ko-KR", {"draft": draft_id, "part": "notes"})
    page.at.text_input(f"find-{draft_id}").set_value("상담 챗봇 요금이 얼마인가요")
    page.run()
    picked = page.at.multiselect(f"picked-{draft_id}")
    picked.set_value([picked.options[0]])
    page.run()
    page.button("propose").click()
    proposed(page, builder.PROPOSALS.ko)
    assert "상담 천 건에 월 49만 원" in json.dumps(endpoint.chats()[-1]["messages"], ensure_ascii=False)


def test_a_model_that_fails_says_so_in_one_sentence_and_the_notes_stay(modelled: tuple[Engine, FakeOpenAI]) -> None:
    engine, endpoint = modelled
    endpoint.next(*[Reply("그건 못 하겠어요.")] * 3)
    draft_id = engine.workshop.from_nothing(LOCAL_PERSON)
    page = Page("builder", "ko-KR", {"draft": draft_id, "part": "notes"})
    page.at.text_area(f"notes-{draft_id}").set_value("메모예요.")
    page.button("propose").click()
    proposed(page, "모델이 알아볼 수 없는 답을 보냈어요.")
    assert page.at.text_area(f"notes-{draft_id}").value == "메모예요."


def test_a_rep_sees_no_workshop(engine: Engine, opened: OPENED, monkeypatch: pytest.MonkeyPatch) -> None:
    draft_id = copied(engine)
    rep = Actor("kim", "kim", frozenset({"rep"}))
    monkeypatch.setattr("ui.actor.LOCAL_PERSON", rep)
    assert builder.NEW.ko not in opened("scenarios").words
    assert builder.SAVED.ko not in opened("builder", draft=draft_id).words
    assert builder.HISTORY.ko not in opened("versions", scenario=SCENARIO).words


@pytest.mark.parametrize("query", [{}, {"draft": "nowhere"}])
def test_an_address_that_names_no_draft_says_so(engine: Engine, opened: OPENED, query: dict[str, str]) -> None:
    page = opened("builder", **query)
    assert builder.CHOOSE_DRAFT.ko in page.words or builder.NO_DRAFT.ko in page.words


def test_every_move_and_feeling_of_the_buyers_mind_has_its_words() -> None:
    from typing import get_args

    from assistant.domain.buyer import Mood

    assert set(minds.MOVES) == set(get_args(MoveKind))
    assert set(minds.MOODS) == set(get_args(Mood))
    assert set(minds.FELT) == set(feelings.TRUST) | set(feelings.PATIENCE)
    sources = [path.read_text(encoding="utf-8") for path in Path(feelings.__file__).parent.glob("*.py")]
    reasons = {one for text in sources for one in re.findall(r'because="([a-z_]+)"', text)}
    assert reasons - set(minds.BECAUSE) == set()
