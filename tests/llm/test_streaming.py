"""A buyer's reply through the wire: whole, in pieces, one request, on a connection that stays."""

from concurrent.futures import ThreadPoolExecutor

from assistant.llm import OpenAiChat
from assistant.ports import ChatModel, Message
from tests.fakes.openai_endpoint import FakeOpenAI, Reply
from tests.llm.threads import read_to_its_end

ASK = [
    Message("system", "당신은 구매팀장입니다."),
    Message("user", "요즘 통화량은 어떠세요?"),
    Message("assistant", "많아요."),
    Message("user", "얼마나요?"),
]


def test_the_adapter_is_a_chat_model(chat: OpenAiChat) -> None:
    model: ChatModel = chat
    assert model.name == "fake"


def test_a_reply_arrives_in_pieces_that_make_the_whole(endpoint: FakeOpenAI, chat: OpenAiChat) -> None:
    endpoint.next("하루 300통쯤 됩니다.\n요즘은 더 늘었어요.")
    pieces = list(chat.stream(ASK))
    assert len(pieces) > 3
    assert "".join(pieces) == "하루 300통쯤 됩니다.\n요즘은 더 늘었어요."


def test_one_reply_is_one_request_with_the_messages_as_they_were_said(endpoint: FakeOpenAI, chat: OpenAiChat) -> None:
    braces = [Message("system", "{not} a {{template}} $x %s"), Message("user", "{{rep}} 안녕하세요 {0}")]
    list(chat.stream(braces))
    (body,) = endpoint.chats()
    assert body["messages"] == [{"role": one.role, "content": one.text} for one in braces]
    assert body["model"] == "fake"
    assert body["stream"] is True
    assert set(body) == {"messages", "model", "stream"}


def test_the_first_piece_is_there_while_the_rest_is_still_being_said(endpoint: FakeOpenAI, chat: OpenAiChat) -> None:
    endpoint.next(Reply("네. 그런데요", fault="stall", pieces=("네.", " 그런데", "요")))
    reply = chat.stream(ASK)
    assert next(reply) == "네."
    reply.close()  # type: ignore[attr-defined]


def test_whoever_stops_listening_hangs_up_on_the_model(endpoint: FakeOpenAI, chat: OpenAiChat) -> None:
    endpoint.next(Reply("네. 그런데요", fault="stall", pieces=("네.", " 그런데", "요")))
    for _ in chat.stream(ASK):
        break
    assert endpoint.hung_up.wait(10)


def test_whoever_stops_listening_late_does_not_hang_up_on_the_next_reply(endpoint: FakeOpenAI, chat: OpenAiChat) -> None:
    """The first reply has long arrived whole, and another one is being said on its connection."""
    endpoint.next("네. 그런데요.", Reply("하루 300통쯤 됩니다.", between_s=0.2, pieces=("하루", " 300통쯤", " 됩니다.")))
    first = chat.stream(ASK)
    next(first)
    read_to_its_end()
    second = chat.stream(ASK)
    said = next(second)
    first.close()  # type: ignore[attr-defined]
    assert said + "".join(second) == "하루 300통쯤 됩니다."
    assert len({request.connection for request in endpoint.requests}) == 1


def test_replies_use_the_connection_that_is_open(endpoint: FakeOpenAI, chat: OpenAiChat) -> None:
    """A reply is there a moment before its connection is free again, so a second one may be opened; the bare client opens one per reply."""
    chat.warm_up()
    for _ in range(12):
        list(chat.stream(ASK))
    assert len({request.connection for request in endpoint.requests}) <= 3


def test_warming_up_asks_the_model_nothing(endpoint: FakeOpenAI, chat: OpenAiChat) -> None:
    chat.warm_up()
    assert endpoint.chats() == []


def test_a_reply_cut_at_its_length_limit_is_a_reply(endpoint: FakeOpenAI, chat: OpenAiChat) -> None:
    endpoint.next(Reply("길게 말하자면 끝이", finish="length"))
    assert "".join(chat.stream(ASK)) == "길게 말하자면 끝이"


def test_many_reps_talk_at_once_and_each_hears_their_own_buyer(endpoint: FakeOpenAI, chat: OpenAiChat) -> None:
    def ask(n: int) -> str:
        return "".join(chat.stream([Message("user", f"{n}번 고객 이야기")]))

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(ask, range(24))) == [f"{n}번 고객 이야기" for n in range(24)]


def test_thinking_aloud_is_not_shown(endpoint: FakeOpenAI, chat: OpenAiChat) -> None:
    endpoint.next(Reply(pieces=("<thi", "nk>예산을 숨기", "자</th", "ink>\n\n네, ", "2 < 3 <b", ">입니다.")))
    assert "".join(chat.stream(ASK)) == "네, 2 < 3 <b>입니다."


def test_a_model_that_thinks_before_it_speaks_is_not_silent(endpoint: FakeOpenAI, impatient: OpenAiChat) -> None:
    impatient.warm_up()
    endpoint.next(Reply("네.", between_s=0.1, thinking=("음",) * 10))
    assert "".join(impatient.stream(ASK)) == "네."


def test_an_endpoint_that_answers_is_said_to_answer(chat: OpenAiChat) -> None:
    assert chat.answers() is None


def test_nothing_is_loaded_before_a_model_is_asked() -> None:
    import subprocess
    import sys

    program = "import sys, assistant.llm; print(sorted(sys.modules.keys() & {'langchain_core', 'openai', 'httpx2', 'jsonschema'}))"
    assert subprocess.check_output([sys.executable, "-c", program], text=True).strip() == "[]"


def test_no_prompt_is_sent_to_a_tracing_service(endpoint: FakeOpenAI) -> None:
    import os
    import subprocess
    import sys

    program = f"""
import os
from assistant.llm import OpenAiChat
from assistant.ports import Message
print("".join(OpenAiChat("fake", base_url={endpoint.url!r}).stream([Message("user", "네")])))
print(sorted(name for name in os.environ if name.startswith(("LANGSMITH", "LANGCHAIN"))))
"""
    with FakeOpenAI() as spy:
        trace = {"LANGSMITH_TRACING": "true", "LANGCHAIN_TRACING_V2": "true", "LANGSMITH_ENDPOINT": spy.url, "LANGSMITH_API_KEY": "lsv2_x"}
        said = subprocess.check_output([sys.executable, "-c", program], text=True, env=os.environ | trace)
        assert spy.requests == []
    assert said.split() == ["네", "[]"]
