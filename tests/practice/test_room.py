"""The practice room end to end below the screens: kept words, exactly one reply, faults that lose nothing, secrets that stay locked."""

import json
from collections.abc import Iterator
from threading import Thread

import pytest

from assistant.domain.people import LOCAL_PERSON, Actor
from assistant.domain.playbook import Found, Passage
from assistant.domain.words import LANGUAGES, Language
from assistant.errors import InputError, NotFound
from assistant.language.analysis import warm_up
from assistant.llm import Deadlines, OpenAiChat
from assistant.ports import ChatModel
from assistant.practice.buyer import Buyer
from assistant.practice.room import Room, Words
from assistant.settings import HOME
from assistant.store import Store
from tests.fakes.openai_endpoint import FakeOpenAI, Reply
from tests.practice.talk import scenario

QUESTIONS: dict[Language, tuple[str, ...]] = {
    "ko": ("안녕하세요, 오늘 시간 내주셔서 감사합니다.", "지금 상담센터에서 가장 답답한 점이 뭔가요?", "그렇군요, 예산은 어느 정도 생각하세요?"),
    "en": (
        "Hello, thank you for making the time.",
        "What bothers you most about the contact centre today?",
        "I see. What budget do you have in mind?",
    ),
}
PASSAGE = Found(Passage("p1", "플레이북", 1, "이동 > 번호이동 절차", 3, "번호이동은 영업일 기준 5일이 걸린다."), 0.8)
OFTEN = 6
WAIT_S = 90.0
"""Longer than a busy machine takes to import what a first call needs."""
SHORT = Deadlines(first_token_s=0.4, between_tokens_s=0.4, total_s=2.0)


@pytest.fixture(autouse=True, scope="module")
def warm() -> None:
    """No test waits for the Korean model to load."""
    warm_up()


@pytest.fixture
def endpoint() -> Iterator[FakeOpenAI]:
    with FakeOpenAI(lambda body: "음, 그렇군요. 조금 더 들어볼게요.") as opened:
        yield opened


def room(store: Store, chat: ChatModel | None = None, found: tuple[Found, ...] = ()) -> Room:
    buyer = Buyer(HOME / "prompts", HOME / "knowledge" / "voice", lambda words, deal, playbooks: list(found), chat)
    return Room(store.role_plays, lambda name: scenario(name), buyer, tuple)


@pytest.fixture
def chat(endpoint: FakeOpenAI) -> Iterator[OpenAiChat]:
    opened = OpenAiChat("fake", base_url=endpoint.url, api_key="k")
    yield opened
    opened.close()


@pytest.fixture
def hasty(endpoint: FakeOpenAI) -> Iterator[OpenAiChat]:
    """A client that soon gives up on a model."""
    opened = OpenAiChat("fake", base_url=endpoint.url, api_key="k", deadlines=SHORT)
    yield opened
    opened.close()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_rep_talks_with_the_embedded_buyer_and_nobody_says_a_sentence_twice(store: Store, language: Language) -> None:
    here = room(store)
    role_play = here.begin(LOCAL_PERSON, "cloud-phone-cx-lead", language, 1, seed=3)
    for number, text in enumerate(QUESTIONS[language] * OFTEN):
        if store.role_plays.get(role_play.id).ended:
            break
        assert here.say(LOCAL_PERSON, role_play.id, Words(text, f"c{number}")).wait(WAIT_S)
    turns = store.role_plays.get(role_play.id).turns
    assert [turn.speaker for turn in turns] == ["buyer", *("rep", "buyer") * ((len(turns) - 1) // 2)]
    said = [turn.text for turn in turns if turn.speaker == "buyer"]
    assert all(said)
    assert len(said) == len(set(said))


def test_a_phone_number_a_rep_types_is_neither_kept_nor_sent(store: Store, endpoint: FakeOpenAI, chat: OpenAiChat) -> None:
    here = room(store, chat)
    role_play = here.begin(LOCAL_PERSON, "cloud-phone-cx-lead", "ko", 2, seed=1)
    assert here.say(LOCAL_PERSON, role_play.id, Words("제 번호는 010-1234-5678이에요.", "c1")).wait(WAIT_S)
    assert store.role_plays.get(role_play.id).turns[1].text == "제 번호는 •••-••••-••••이에요."
    assert "1234" not in json.dumps([one.body for one in endpoint.requests])


def test_the_same_seed_and_words_give_the_same_talk(store: Store) -> None:
    here = room(store)

    def talk() -> list[str]:
        role_play = here.begin(LOCAL_PERSON, "cloud-phone-cx-lead", "ko", 2, seed=11)
        for number, text in enumerate(QUESTIONS["ko"]):
            here.say(LOCAL_PERSON, role_play.id, Words(text, f"c{number}")).wait(WAIT_S)
        return [turn.text for turn in store.role_plays.get(role_play.id).turns]

    assert talk() == talk()


def test_a_double_click_is_one_turn_with_one_reply(store: Store, endpoint: FakeOpenAI, chat: OpenAiChat) -> None:
    here = room(store, chat)
    role_play = here.begin(LOCAL_PERSON, "cloud-phone-cx-lead", "ko", 2)
    words = Words("지금 가장 답답한 점이 뭔가요?", "same")
    clicks = [Thread(target=lambda: here.say(LOCAL_PERSON, role_play.id, words).wait(WAIT_S)) for _ in range(4)]
    for click in clicks:
        click.start()
    for click in clicks:
        click.join()
    assert [turn.speaker for turn in store.role_plays.get(role_play.id).turns] == ["buyer", "rep", "buyer"]
    assert len(endpoint.chats()) == 1


def test_a_model_is_called_once_a_turn_and_never_told_a_locked_fact(store: Store, endpoint: FakeOpenAI, chat: OpenAiChat) -> None:
    here = room(store, chat, (PASSAGE,))
    deal = scenario()
    role_play = here.begin(LOCAL_PERSON, deal.id, "ko", 2, seed=5)
    for number, text in enumerate(QUESTIONS["ko"] * 2):
        here.say(LOCAL_PERSON, role_play.id, Words(text, f"c{number}")).wait(WAIT_S)
        mind = store.role_plays.get(role_play.id).mind()
        assert mind
        sent = json.dumps(endpoint.chats()[-1], ensure_ascii=False)
        for fact in deal.facts:
            if fact.id not in mind.revealed:
                assert not any(tell in sent for tell in fact.tells.ko), fact.id
        assert PASSAGE.passage.text in sent
    turns = store.role_plays.get(role_play.id).turns
    assert len(endpoint.chats()) == sum(turn.speaker == "rep" for turn in turns)
    assert turns[-1].record
    assert turns[-1].record.voice == "fake"
    assert turns[-1].record.cited[0].section == "이동 > 번호이동 절차"


def test_what_the_buyer_decided_to_tell_is_told_even_when_the_model_forgets_it(store: Store, endpoint: FakeOpenAI, chat: OpenAiChat) -> None:
    here = room(store, chat)
    deal = scenario()
    role_play = here.begin(LOCAL_PERSON, deal.id, "ko", 1, seed=5)
    here.say(LOCAL_PERSON, role_play.id, Words("지금 상담센터에서 가장 답답한 점이 뭔가요?", "c0")).wait(WAIT_S)
    reply = store.role_plays.get(role_play.id).turns[-1]
    assert reply.record
    assert reply.record.move.tell
    for fact_id in reply.record.move.tell:
        assert any(tell in reply.text for tell in deal.fact(fact_id).tells.ko)


@pytest.mark.parametrize(
    "fault",
    ["unfinished", "refused", "html", "server_error", "unavailable", "reset", "silence", "stall", "keep_alive", "malformed", "empty"],
)
def test_when_the_model_fails_the_words_stay_the_reply_is_absent_and_retry_gives_exactly_one(
    store: Store, endpoint: FakeOpenAI, hasty: OpenAiChat, fault: str
) -> None:
    here = room(store, hasty)
    role_play = here.begin(LOCAL_PERSON, "cloud-phone-cx-lead", "ko", 2)
    endpoint.next(Reply("음, 그렇군요, 조금 더 들어볼게요.", fault=fault))  # type: ignore[arg-type]
    reply = here.say(LOCAL_PERSON, role_play.id, Words("안녕하세요, 반갑습니다.", "c0"))
    assert reply.wait(WAIT_S)
    assert reply.fault
    kept = store.role_plays.get(role_play.id)
    assert [turn.speaker for turn in kept.turns] == ["buyer", "rep"]
    assert kept.fault == reply.fault
    again = here.retry(LOCAL_PERSON, role_play.id)
    assert again
    assert again.wait(WAIT_S)
    after = store.role_plays.get(role_play.id)
    assert [turn.speaker for turn in after.turns] == ["buyer", "rep", "buyer"]
    assert after.fault is None
    assert here.retry(LOCAL_PERSON, role_play.id) is None


@pytest.mark.parametrize(
    "misbehaved",
    [
        "무엇을 도와드릴까요? 말씀만 해 주세요.",
        "영업 담당자: 그럼 보내드릴게요.",
        "Sure! I can help you with that.",
        "좋습니다, 바로 계약하겠습니다.",
    ],
)
def test_a_model_that_steps_out_of_the_role_is_not_shown(store: Store, endpoint: FakeOpenAI, chat: OpenAiChat, misbehaved: str) -> None:
    here = room(store, chat)
    role_play = here.begin(LOCAL_PERSON, "cloud-phone-cx-lead", "ko", 2)
    endpoint.next(misbehaved)
    here.say(LOCAL_PERSON, role_play.id, Words("지금 가장 답답한 점이 뭔가요?", "c0")).wait(WAIT_S)
    reply = store.role_plays.get(role_play.id).turns[-1]
    assert reply.speaker == "buyer"
    assert misbehaved.split()[0] not in reply.text
    assert reply.record
    assert reply.record.replaced
    assert len(endpoint.chats()) == 1


def test_a_model_that_says_a_sentence_again_is_not_heard_twice(store: Store, endpoint: FakeOpenAI, chat: OpenAiChat) -> None:
    again = "그 이야기는 조금 더 들어 보고 싶습니다."
    endpoint.answer = lambda body: f"네. {again}"
    practice = room(store, chat)
    role_play = practice.begin(LOCAL_PERSON, "cloud-phone-cx-lead", "ko", 2, 1)
    for number, words in enumerate(QUESTIONS["ko"]):
        practice.say(LOCAL_PERSON, role_play.id, Words(words, f"c{number}")).wait()
    said = " ".join(turn.text for turn in store.role_plays.get(role_play.id).turns if turn.speaker == "buyer")
    assert said.count(again) == 1


def test_whoever_follows_late_sees_the_reply_from_its_start(store: Store, endpoint: FakeOpenAI, chat: OpenAiChat) -> None:
    here = room(store, chat)
    role_play = here.begin(LOCAL_PERSON, "cloud-phone-cx-lead", "ko", 2)
    reply = here.say(LOCAL_PERSON, role_play.id, Words("안녕하세요.", "c0"))
    first = list(reply.follow())
    assert first
    assert list(reply.follow()) == first
    assert here.in_the_making(role_play.id) is None


@pytest.mark.parametrize("text", ["", "   ", "가" * 4001])
def test_words_that_cannot_be_used_are_refused_and_nothing_is_written(store: Store, text: str) -> None:
    here = room(store)
    role_play = here.begin(LOCAL_PERSON, "cloud-phone-cx-lead", "ko", 2)
    with pytest.raises(InputError):
        here.say(LOCAL_PERSON, role_play.id, Words(text, "c0"))
    assert len(store.role_plays.get(role_play.id).turns) == 1


def test_somebody_elses_role_play_is_not_there(store: Store) -> None:
    here = room(store)
    role_play = here.begin(LOCAL_PERSON, "cloud-phone-cx-lead", "ko", 2)
    with pytest.raises(NotFound):
        here.say(Actor("other", "other", frozenset({"rep"})), role_play.id, Words("안녕하세요", "c0"))


def test_finishing_twice_ends_it_once_and_nothing_can_be_said_afterwards(store: Store) -> None:
    here = room(store)
    role_play = here.begin(LOCAL_PERSON, "cloud-phone-cx-lead", "ko", 2)
    ended = here.finish(LOCAL_PERSON, role_play.id).ended
    assert here.finish(LOCAL_PERSON, role_play.id).ended == ended
    with pytest.raises(InputError):
        here.say(LOCAL_PERSON, role_play.id, Words("잠깐만요", "c0"))


def test_one_calls_again_after_a_talk_that_has_ended_and_the_buyer_remembers(store: Store) -> None:
    practice = room(store)
    first = practice.begin(LOCAL_PERSON, "cloud-phone-cx-lead", "ko", 2, 1)
    practice.say(LOCAL_PERSON, first.id, Words("견적서는 제가 금요일까지 보내 드리겠습니다.", "c1")).wait(30)
    with pytest.raises(InputError):
        practice.call_again(LOCAL_PERSON, first.id)
    practice.finish(LOCAL_PERSON, first.id)
    later = practice.call_again(LOCAL_PERSON, first.id)
    assert (later.setting, later.follows, later.days_later, later.scenario_version) == ("follow_up", first.id, 7, first.scenario_version)
    assert "견적서는 제가 금요일까지 보내 드리겠습니다" in later.turns[0].text
    practice.say(LOCAL_PERSON, later.id, Words("견적서는 여기 가져왔습니다.", "c2")).wait(30)
    assert len(practice.role_play(LOCAL_PERSON, later.id).turns) == 3
    with pytest.raises(NotFound):
        practice.call_again(Actor("somebody", "somebody", frozenset({"rep", "trainer"})), first.id)


def test_a_setting_a_deal_is_not_written_for_cannot_be_begun(store: Store) -> None:
    with pytest.raises(InputError):
        room(store).begin(LOCAL_PERSON, "cloud-phone-cx-lead", "ko", 2, 1, "committee")
    with pytest.raises(InputError):
        room(store).begin(LOCAL_PERSON, "apartment-remodel-couple", "ko", 2, 1, "follow_up")


def test_nobody_calls_again_who_never_got_past_the_desk(store: Store) -> None:
    practice = room(store)
    refused = practice.begin(LOCAL_PERSON, "ultrasound-clinic-owner", "ko", 2, 1, "gatekeeper")
    practice.say(LOCAL_PERSON, refused.id, Words("저 원장님 대학 동창이에요.", "c1")).wait(30)
    ended = practice.role_play(LOCAL_PERSON, refused.id)
    assert ended.ended
    assert (ended.ended.why, [turn.person for turn in ended.turns]) == ("not_put_through", ["gatekeeper", None, "gatekeeper"])
    with pytest.raises(InputError):
        practice.call_again(LOCAL_PERSON, refused.id)


def test_the_embedded_voice_answers_once_the_rep_has_chosen_it_and_never_before(store: Store, endpoint: FakeOpenAI, chat: OpenAiChat) -> None:
    practised = room(store, chat)
    role_play = practised.begin(LOCAL_PERSON, "cloud-phone-cx-lead", "ko", 2, seed=1)
    endpoint.next(Reply(fault="server_error"))
    reply = practised.say(LOCAL_PERSON, role_play.id, Words(QUESTIONS["ko"][0], "one"))
    assert reply.wait(WAIT_S)
    waiting = practised.role_play(LOCAL_PERSON, role_play.id)
    assert (waiting.fault, waiting.voice, len(waiting.turns)) == ("server_error", "model", 2)
    practised.speak_with(LOCAL_PERSON, role_play.id, "embedded")
    again = practised.retry(LOCAL_PERSON, role_play.id)
    assert again
    assert again.wait(WAIT_S)
    assert practised.say(LOCAL_PERSON, role_play.id, Words(QUESTIONS["ko"][1], "two")).wait(WAIT_S)
    assert len(endpoint.chats()) == 1
    practised.speak_with(LOCAL_PERSON, role_play.id, "model")
    assert practised.say(LOCAL_PERSON, role_play.id, Words(QUESTIONS["ko"][2], "three")).wait(WAIT_S)
    voices = [turn.record.voice for turn in practised.role_play(LOCAL_PERSON, role_play.id).turns if turn.record]
    assert voices == ["embedded", "embedded", "embedded", "fake"]  # a greeting is always the scenario's
    assert len(endpoint.chats()) == 2
