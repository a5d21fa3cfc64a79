"""A model's proposals: what can be used is kept for a person to decide, what cannot is dropped, and a model that fails gives one sentence."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pytest

from assistant.assembly import PROMPTS
from assistant.authoring import Proposer
from assistant.authoring.proposing import ITEMS, MOST_LINE, form, usable
from assistant.domain.people import LOCAL_PERSON
from assistant.domain.words import LANGUAGES
from assistant.errors import InputError, ProviderError, provider_error
from assistant.llm import OpenAiChat
from assistant.ports import Filled, Message, Usage
from assistant.prompt_file import read_prompt
from tests.authoring.bench import REP, Place
from tests.authoring.replies import a_reply
from tests.fakes.openai_endpoint import FakeOpenAI

PROMPT = {language: read_prompt(PROMPTS / f"scenario.{language}.md") for language in LANGUAGES}


class Filling:
    """A model that fills every form the same way."""

    name = "filling"

    def __init__(self, reply: Mapping[str, Any] | Exception) -> None:
        self.reply = reply
        self.asked: list[Sequence[Message]] = []

    def stream(self, messages: Sequence[Message]) -> Iterator[str]:
        raise AssertionError("nobody streams here")

    def fill(self, messages: Sequence[Message], form: Mapping[str, Any]) -> Filled:
        self.asked.append(messages)
        if isinstance(self.reply, Exception):
            raise self.reply
        return Filled(dict(self.reply), Usage(1, 1, True))

    def answers(self) -> str | None:
        return None


def proposer(place: Place, reply: Mapping[str, Any] | Exception) -> tuple[Proposer, Filling]:
    chat = Filling(reply)
    return Proposer(chat, PROMPT, place.store.drafts, place.workshop, place.workshop._now), chat


def fresh(place: Place) -> str:
    return place.workshop.from_nothing(LOCAL_PERSON)


def test_what_a_model_proposes_stands_beside_the_draft_until_it_is_taken(place: Place) -> None:
    draft_id = fresh(place)
    before = place.draft(draft_id).tree
    mine, _ = proposer(place, a_reply())
    made = mine.propose(LOCAL_PERSON, draft_id, "정수기 렌탈 회사에 챗봇을 팝니다.", [], "ko")
    assert place.draft(draft_id).tree == before
    assert made.made_by == "filling"
    assert made.prompt == PROMPT["ko"].version
    assert mine.open(LOCAL_PERSON, place.draft(draft_id)) == (made,)


def test_taken_parts_go_into_the_draft_and_the_rest_stays_to_be_decided(place: Place) -> None:
    draft_id = fresh(place)
    mine, _ = proposer(place, a_reply())
    made = mine.propose(LOCAL_PERSON, draft_id, "메모", [], "ko")
    indices = [i for i, one in enumerate(made.changes) if one.path in {"title", "facts.+"}]
    mine.take(LOCAL_PERSON, place.draft(draft_id), made, indices)
    assert place.holds(draft_id, "title.ko") == "정수기 회사에 챗봇 팔기"
    assert [one["id"] for one in place.holds(draft_id, "facts")] == ["late_nights", "budget", "approval", "fact_4", "fact_5"]
    assert place.workshop.hindrances(place.draft(draft_id)) == []
    (left,) = mine.open(LOCAL_PERSON, place.draft(draft_id))
    assert not {one.path for _, one in left.open()} & {"title", "facts.+"}
    mine.put_away(LOCAL_PERSON, place.draft(draft_id), left, [i for i, _ in left.open()])
    assert mine.open(LOCAL_PERSON, place.draft(draft_id)) == ()


def test_a_taken_part_can_be_taken_back(place: Place) -> None:
    draft_id = fresh(place)
    mine, _ = proposer(place, a_reply())
    made = mine.propose(LOCAL_PERSON, draft_id, "메모", [], "ko")
    before = place.draft(draft_id).tree
    mine.take(LOCAL_PERSON, place.draft(draft_id), made, range(len(made.changes)))
    place.workshop.undo(LOCAL_PERSON, draft_id)
    assert place.draft(draft_id).tree == before


def test_notes_and_passages_stand_in_a_fence_and_are_bounded(place: Place) -> None:
    mine, chat = proposer(place, a_reply())
    mine.propose(LOCAL_PERSON, fresh(place), "메모 $fence {notes}", ["대목 " * 2000, *["짧은 대목"] * 20], "ko")
    system, user = chat.asked[0]
    assert "notes-" in system.text
    assert "메모 $fence {notes}" in user.text
    assert user.text.count("짧은 대목") == 5
    assert len(user.text) < 2500


@pytest.mark.parametrize("notes", ["", "  \n", "가" * 6001])
def test_there_must_be_something_to_go_by_and_not_a_novel(place: Place, notes: str) -> None:
    mine, chat = proposer(place, a_reply())
    with pytest.raises(InputError, match="6,000"):
        mine.propose(LOCAL_PERSON, fresh(place), notes, [], "ko")
    assert chat.asked == []


def test_offline_there_is_nobody_to_ask(place: Place) -> None:
    mine = Proposer(None, PROMPT, place.store.drafts, place.workshop, place.workshop._now)
    assert mine.model is None
    with pytest.raises(InputError, match="No AI model"):
        mine.propose(LOCAL_PERSON, fresh(place), "메모", [], "ko")


def test_a_rep_asks_no_model(place: Place) -> None:
    mine, chat = proposer(place, a_reply())
    with pytest.raises(InputError, match="not allowed"):
        mine.propose(REP, fresh(place), "메모", [], "ko")
    assert chat.asked == []


@pytest.mark.parametrize("reply", [{}, {"title": "no object"}, {"facts": "many"}, {"facts": [{"lines": {}}], "title": {"ko": " ", "en": ""}}])
def test_a_reply_of_nothing_usable_is_a_failed_one(place: Place, reply: dict[str, Any]) -> None:
    mine, _ = proposer(place, reply)
    draft_id = fresh(place)
    with pytest.raises(ProviderError) as caught:
        mine.propose(LOCAL_PERSON, draft_id, "메모", [], "ko")
    assert caught.value.fault == "bad_reply"
    assert mine.open(LOCAL_PERSON, place.draft(draft_id)) == ()


def test_a_model_that_fails_leaves_the_draft_as_it_was(place: Place) -> None:
    mine, _ = proposer(place, provider_error("timeout"))
    draft_id = fresh(place)
    with pytest.raises(ProviderError):
        mine.propose(LOCAL_PERSON, draft_id, "메모", [], "ko")
    assert place.draft(draft_id).revision == 0


def test_what_a_lying_model_says_is_dropped_piece_by_piece(place: Place) -> None:
    tree = place.draft(fresh(place)).tree
    reply = a_reply()
    reply["buyer_manner"] = "furious"
    reply["deal_price_low_won"] = -5
    reply["title"] = {"ko": "제목 " * 500, "en": 7}
    reply["facts"][0]["topics"] = ["astrology", "price"]
    reply["facts"][0]["tells"] = {"ko": ["어디에도 없는 말"], "en": ["nowhere"]}
    reply["facts"][1]["kind"] = "gossip"
    reply["facts"] += [reply["facts"][0]] * 30
    reply["objections"][0]["lines"] = {"ko": [f"- {i}. {'길게 ' * 200}" for i in range(30)], "en": []}
    changes, dropped = usable(reply, tree)
    facts = [one.value for one in changes if one.path == "facts.+"]
    objection = next(one.value for one in changes if one.path == "objections.+")
    assert dropped >= 4
    assert len(facts) == ITEMS["facts"][0]
    assert facts[0]["topics"] == ["price"]
    assert facts[0]["tells"] == {"ko": [], "en": []}
    assert not {"buyer.manner", "deal.price_low_won"} & {one.path for one in changes}
    assert len(next(one.value for one in changes if one.path == "title")["ko"]) <= 700
    assert all(len(line) <= MOST_LINE and not line.startswith("-") for line in objection["lines"]["ko"])
    assert len(objection["lines"]["ko"]) <= 8


def test_the_form_takes_only_topics_of_the_draft(place: Place) -> None:
    asked = form(place.draft(fresh(place)).tree)
    topics = asked["properties"]["facts"]["items"]["properties"]["topics"]
    assert "price" in topics["items"]["enum"]
    assert set(asked["required"]) == set(asked["properties"])


def test_a_real_endpoint_fills_the_form_in_one_call(place: Place) -> None:
    import json

    with FakeOpenAI(lambda body: json.dumps(a_reply(), ensure_ascii=False)) as endpoint:
        chat = OpenAiChat("any", base_url=endpoint.url)
        mine = Proposer(chat, PROMPT, place.store.drafts, place.workshop, place.workshop._now)
        made = mine.propose(LOCAL_PERSON, fresh(place), "notes", [], "en")
        chat.close()
        assert len(endpoint.chats()) == 1
    assert {"title", "facts.+", "objections.+"} <= {one.path for one in made.changes}
    assert made.dropped == 0
