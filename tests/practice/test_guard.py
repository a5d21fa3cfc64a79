"""What of a model's words a person may see."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime

import pytest

from assistant.domain.roleplay import Move, MoveKind, PlayedTurn
from assistant.domain.words import Language
from assistant.language.spelt import spelt_out
from assistant.language.surface import letters_of
from assistant.ports import Message
from assistant.practice import guard
from assistant.practice.doubt import DOUBTED
from assistant.practice.mind import at_first
from assistant.practice.model_voice import Staged, voiced
from assistant.practice.owing import owed
from assistant.practice.rules import Rules
from assistant.practice.rules import rules as rules_for
from assistant.practice.sentences import sentences
from assistant.practice.stream import whole_sentences
from assistant.prompt_file import read_prompt
from tests.practice.talk import SCENARIOS, scenario

DEAL = scenario()
INSTRUCTIONS = "당신이 할 말만 씁니다. 상대의 다음 말, 괄호 속 지문, 목록, 서식, 이모지는 쓰지 않습니다."


NOW = datetime(2026, 1, 5, tzinfo=UTC)
GIST = {"ko": "글쎄요, 그건 아직 잘 모르겠어요.", "en": "Well, I really don't know about that yet."}


def rules(language: Language = "ko", kind: str = "react", heard: tuple[str, ...] = (), given: tuple[str, ...] = ()) -> Rules:
    turns = tuple(PlayedTurn(at, "rep", text, NOW) for at, text in enumerate(heard))
    return rules_for(Move(kind), at_first(DEAL, 2), DEAL, language, turns, (GIST[language],), INSTRUCTIONS, given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("무엇을 도와드릴까요?", "offered_help"),
        ("저는 AI 언어 모델입니다.", "left_the_role"),
        ("영업 담당자: 그럼 견적을 보내드릴게요.", "spoke_for_the_rep"),
        ("rep: Let me send you a quote.", "spoke_for_the_rep"),
        ("당신이 할 말만 씁니다.", "recited_instructions"),
        ("당 신 이 할 말 만 씁 니 다.", "recited_instructions"),
        (".다니습않 지쓰 는지모이 ,식서 ,록목", "recited_instructions"),
        ("상대가 예산을 물었으므로 짧게 답해야 한다.", "thought_aloud"),
        ("64u57Iug7J20IO2VoCDrp5Drp4wg7JSB64uI64uk", "unreadable"),
        ("그건 좀 어렵겠는데? 다시 말해 봐.", "wrong_speech_level"),
        ("정말 훌륭한 제안이에요!", "praised"),
        ("그만 돌아가 주세요.", "ended_unasked"),
        ("소중한 고객님, 감사합니다.", "service_talk"),
        ("올해 예산은 7억 원이에요.", "invented_figure"),
        ("I think that sounds reasonable for us.", "other_language"),
        ("좋습니다, 계약하겠습니다.", "agreed_unasked"),
    ],
)
def test_what_a_buyer_would_not_say_is_stopped_with_its_reason(sentence: str, reason: str) -> None:
    assert guard.checked(sentence, rules()) == guard.Checked(None, reason)


DISGUISES: tuple[Callable[[str], str], ...] = (
    str,
    " ".join,
    "·".join,
    lambda text: text[::-1],
    lambda text: "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text),
)


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("disguise", DISGUISES)
def test_what_is_locked_is_not_said_word_for_word_in_any_disguise(language: Language, disguise: Callable[[str], str]) -> None:
    """Also the parts of a fact's line that hold none of the words by which it is known."""
    for fact in DEAL.facts:
        for sentence in (one for line in fact.lines.in_(language) for one in sentences(line) if len(letters_of(one)) >= guard.WHOLE_CHARS[language]):
            assert guard.checked(disguise(sentence), rules(language)).sentence is None, sentence


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_buyers_own_yes_is_not_said_before_it_is_decided(language: Language) -> None:
    for line in DEAL.lines.accept.in_(language):
        for sentence in (one for one in sentences(line) if len(letters_of(one)) >= guard.WHOLE_CHARS[language]):
            assert guard.checked(sentence, rules(language)).sentence is None, sentence
            decided = rules_for(Move("agree"), at_first(DEAL, 2), DEAL, language, (), (sentence,))
            assert guard.checked(sentence, decided).sentence


def test_what_the_rep_said_or_a_playbook_says_is_not_said_again_as_a_whole() -> None:
    sentence = "번호이동은 보통 닷새쯤 걸린다고 보시면 됩니다."
    assert guard.checked(sentence, rules(heard=(sentence,))).reason == "said_by_another"
    assert guard.checked(sentence, rules(given=(sentence,))).reason == "said_by_another"


def test_a_short_sentence_may_be_said_again_but_for_an_order() -> None:
    said = ("Say you'll sign. Right now.", "Sounds fair.")
    heard = rules("en", heard=said)
    assert guard.checked("Say you'll sign.", heard).reason == "said_by_another"
    assert guard.checked("Right now.", heard).sentence == "Right now."


def test_a_name_before_a_line_is_taken_off_and_nobody_speaks_for_another() -> None:
    heard = (PlayedTurn(0, "rep", "어떠세요?", NOW),)
    named = rules_for(Move("react"), at_first(DEAL, 2), DEAL, "ko", heard, (GIST["ko"],), table=("윤가영", "박정호"))
    assert guard.checked("윤가영 실장: 글쎄요, 그건 아직 모르겠어요.", named).sentence == "글쎄요, 그건 아직 모르겠어요."
    assert guard.checked("박정호: 글쎄요, 그건 아직 모르겠어요.", named).reason == "spoke_for_another"


def test_words_of_one_syllable_are_words() -> None:
    assert guard.checked("한 번 더 볼 수 있을까요?", rules()).reason != "unreadable"


@pytest.mark.parametrize("language", ["ko", "en"])
def test_no_locked_fact_gets_through_in_any_of_its_words(language: Language) -> None:
    for fact in DEAL.facts:
        for tell in fact.tells.in_(language):
            shown = guard.checked(f"음, {tell} 정도예요." if language == "ko" else f"Well, about {tell}.", rules(language))
            assert shown.sentence is None, tell


@pytest.mark.parametrize(("language", "before"), [("ko", "음, "), ("en", "Well, ")])
def test_not_even_a_short_sentence_of_a_locked_fact_gets_through(language: Language, before: str) -> None:
    for fact in DEAL.facts:
        for sentence in (one for line in fact.lines.in_(language) for one in sentences(line)):
            assert guard.checked(before + sentence, rules(language)).sentence is None, sentence


def test_what_the_buyer_has_lines_for_may_be_said_in_any_of_them() -> None:
    objection = DEAL.objections[0]
    gist = (objection.lines.ko[0],)
    heard = (PlayedTurn(0, "rep", "어떠세요?", NOW),)
    staged = rules_for(Move("object", objection=objection.id), at_first(DEAL, 2), DEAL, "ko", heard, gist)
    for line in objection.lines.ko:
        for sentence in sentences(line):
            assert guard.checked(sentence, staged).sentence == sentence


def test_the_number_of_a_list_is_not_shown_and_a_label_is_marked_up() -> None:
    assert guard.checked("글쎄요, 2.", rules()) == guard.Checked(None, "")
    assert guard.checked("우려: 승인 필요", rules()).reason == "marked_up"


@pytest.mark.parametrize("sentence", ["Well, Can we come to that later?", "Hm, There must be things it doesn't do."])
def test_a_capital_after_an_interjection_is_no_name(sentence: str) -> None:
    assert guard.checked(sentence, rules("en")).reason != "invented_name"


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("ko", "시연은 알려 주신 시간으로 올려 둘게요."),
        ("en", "Put the visit in for whichever morning you like."),
        ("ko", "제 앞에 놓인 글은 짧게만 답하라는 내용이에요."),
        ("en", "The note in front of me says to keep it short."),
    ],
)
def test_by_its_meaning_a_sentence_is_told_from_the_buyers_own_talk(language: Language, sentence: str) -> None:
    assert guard.checked(sentence, rules(language)).sentence is None


def test_a_word_the_rep_said_first_is_no_secret() -> None:
    tell = DEAL.facts[0].tells.ko[0]
    assert guard.checked(f"네, {tell} 맞아요.", rules(heard=(f"혹시 {tell}인가요?",))).sentence


def test_stage_directions_and_markdown_are_taken_off() -> None:
    assert guard.checked("*한숨을 쉬며* **글쎄요**, (잠시 생각) 그건 아직 모르겠어요.", rules()).sentence == "글쎄요, 그건 아직 모르겠어요."


def test_a_buyer_who_decided_to_agree_may_say_so() -> None:
    assert guard.checked("좋아요, 그렇게 결정하겠습니다.", rules(kind="agree")).sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "저희는 상담사가 많고요, 성수기가 문제예요.",
        "한두 번 들어 본 얘기예요.",
        "글쎄요, KT랑 LG U+ 얘기도 들어봤는데요.",
        "그 조건이면 계약서부터 봐야죠.",
    ],
)
def test_innocent_talk_breaks_no_rule(sentence: str) -> None:
    """Where nothing of it was staged it may be doubted."""
    assert guard.checked(sentence, rules()).reason in {"", DOUBTED}


def test_a_figure_somebody_gave_may_be_said_again() -> None:
    sentence = "3.5%면 작년하고 똑같잖아요."
    assert guard.checked(sentence, rules()).reason == "invented_figure"
    assert guard.checked(sentence, rules(heard=("3.5% 올려 드릴게요.",))).reason in {"", DOUBTED}
    assert guard.checked(sentence, rules(given=("작년엔 3.5%였죠.",))).reason in {"", DOUBTED}


def test_sentences_come_out_the_moment_they_are_whole_and_thoughts_never() -> None:
    pieces = ["<thi", "nk>비밀</think>네", ".", " 3", ".5초면", " 돼요", ". 그", "래요?", " 음"]
    assert list(whole_sentences(pieces)) == ["네.", "3.5초면 돼요.", "그래요?", "음"]


class Says:
    """A model that says one thing, a few letters at a time."""

    name = "says"

    def __init__(self, text: str) -> None:
        self._text = text

    def stream(self, messages: Sequence[Message]) -> Iterator[str]:
        yield from (self._text[at : at + 4] for at in range(0, len(self._text), 4))


def shown(text: str, move: Move, gist: tuple[str, ...], rep: str = "지금 제일 힘든 점이 뭔가요?") -> tuple[str, list[str]]:
    prompt = read_prompt(SCENARIOS.parents[1] / "prompts" / "buyer.ko.md")
    turns = (PlayedTurn(0, "buyer", "네, 말씀하세요.", NOW), PlayedTurn(1, "rep", rep, NOW))
    said: list[str] = []
    replaced = voiced(Says(text).stream, prompt, Staged(move, at_first(DEAL, 2), DEAL, "ko", turns, gist), said.append)
    return " ".join(said), replaced


ANSWER = Move("tell", tell=("answer_rate",))
ANSWER_GIST = ("지난 7월 넷째 주 응대율이 71%였어요.", "그달에 놓친 전화가 1만 4천 통이에요.")


def test_what_comes_after_the_reply_is_whole_is_left_out_and_nothing_is_said_again() -> None:
    text, replaced = shown("7월 넷째 주에 71%였어요. 원하시면 제안서를 같이 고쳐 드릴게요.", ANSWER, ANSWER_GIST)
    assert text == "7월 넷째 주에 71%였어요."
    assert replaced


def test_a_reply_that_breaks_off_before_its_fact_is_finished_by_the_embedded_voice_as_one() -> None:
    text, replaced = shown("글쎄요. 무엇을 도와드릴까요? 71%예요.", ANSWER, ANSWER_GIST)
    assert text == f"글쎄요. {' '.join(ANSWER_GIST)}"
    assert replaced == ["offered_help"]


def test_a_fact_half_told_is_not_told_again_in_other_words() -> None:
    text, _ = shown("응대율이 71%까지 떨어졌어요. 저는 AI 언어 모델입니다.", ANSWER, ANSWER_GIST)
    assert text.count("71%") == 1


def test_an_objection_put_in_other_words_is_not_raised_twice() -> None:
    objection = DEAL.objections[0]
    line = objection.lines.ko[0]
    text, replaced = shown(f"{line} 더 궁금한 점 있으시면 말씀해 주세요.", Move("object", objection=objection.id), (line,))
    assert text == line
    assert replaced


@pytest.mark.parametrize(
    ("bad", "move", "gist"),
    [
        ("10%면 됐으니 내일 가져오세요.", Move("warn"), ("재촉하시면 얘기가 끝납니다.",)),
        ("실장님, 그 부분은 저희가 맞춰 드립니다.", Move("react"), ("그건 처음 듣네요.",)),
    ],
)
def test_neither_a_yes_nor_the_reps_own_words_replace_what_was_decided(bad: str, move: Move, gist: tuple[str, ...]) -> None:
    text, replaced = shown(bad, move, gist, rep="오늘 하시면 10% 더 빼 드릴게요.")
    assert text == gist[0]
    assert replaced


def test_no_figure_hides_in_english_words() -> None:
    assert spelt_out("sixty-five million, or eight hundred and fifty") == "65000000, or 850"
    assert guard.checked("We have sixty-five million for it.", rules("en")).reason == "invented_figure"


def test_a_name_nobody_gave_is_no_buyers() -> None:
    assert guard.checked("Well, we also talked to Zendesk about that.", rules("en")).reason == "invented_name"


def said_by(model: str, gist: str, move: Move, language: Language = "ko") -> tuple[list[str], list[str]]:
    """What is shown of a model's words, and the reasons for what is not."""
    shown: list[str] = []
    turns = (PlayedTurn(0, "rep", {"ko": "요즘은 어떠세요?", "en": "How are things?"}[language], NOW),)
    prompt = read_prompt(SCENARIOS.parent.parent / "prompts" / f"buyer.{language}.md")
    replaced = voiced(lambda messages: iter([model]), prompt, Staged(move, at_first(DEAL, 2), DEAL, language, turns, (gist,)), shown.append)
    return shown, replaced


def test_how_everybody_feels_needs_no_word_of_the_deal() -> None:
    assert guard.checked("솔직히 다들 많이 힘들었어요.", rules(kind="tell")).sentence
    assert guard.checked("솔직히 다들 교환기 계약으로 많이 힘들었어요.", rules(kind="tell")).reason == DOUBTED


def test_one_doubtful_remark_is_left_out_and_the_rest_is_the_models_own() -> None:
    doubtful = "저 산 너머 무지개를 쫓던 소년이 문득 그립습니다."
    shown, replaced = said_by(f"{doubtful} {GIST['ko']}", GIST["ko"], Move("react"))
    assert (shown, replaced) == ([GIST["ko"]], ["not_the_buyer"])


@pytest.mark.parametrize("sentence", ["## 요약", "- 비용: 미정", "**우려:** 비용", "```json", "#영업 #미팅", "| 항목 | 비용 |"])
def test_a_document_is_no_chat(sentence: str) -> None:
    assert guard.checked(sentence, rules()).reason == "marked_up"


@pytest.mark.parametrize("sentence", ["그건 내가 말할 처지가 아니에요.", "자네가 먼저 말해 봐요."])
def test_a_humble_buyer_calls_neither_themselves_nor_others_as_to_juniors(sentence: str) -> None:
    assert guard.checked(sentence, rules()).reason == "wrong_speech_level"


def test_after_a_yes_nothing_else_is_agreed_to() -> None:
    yes = DEAL.lines.accept.ko[0]
    shown, _ = said_by(f"{yes} 계약금은 오늘 바로 부칠게요.", yes, Move("agree"))
    assert " ".join(shown) == yes


def test_who_has_only_nodded_has_not_refused_and_the_embedded_voice_does() -> None:
    shown, replaced = said_by("Yes. The rainbow beyond those mountains was chased by a wistful little shepherd.", GIST["en"], Move("warn"), "en")
    assert replaced == ["ran_on"] or replaced == ["not_the_buyer"]
    assert shown[-1] == GIST["en"]


def test_a_yes_in_other_words_of_the_buyers_is_not_said_twice() -> None:
    one, other = DEAL.lines.accept.ko[:2]
    shown, _ = said_by(f"{other} 비교표는 제가 새로 짜 드릴게요.", one, Move("agree"))
    assert not set(sentences(one)) & set(shown)


@pytest.mark.parametrize("kind", ["refuse", "put_through", "excuse"])
def test_what_ends_it_at_the_door_is_said_whatever_a_cut_model_talked_of_before(kind: MoveKind) -> None:
    gist = ("지금은 연결이 어렵습니다.",)
    assert owed(Move(kind), DEAL, "ko", ["오늘 진료 일정이 아주 많이 밀려 있어요."], gist) == gist
    assert owed(Move(kind), DEAL, "ko", ["지금은 연결이 어려워요."], gist) == ()


@pytest.mark.parametrize(
    ("sentence", "invented"), [("I nearly signed for 85.", False), ("I nearly signed for 84.", True), ("I nearly signed for 85%.", True)]
)
def test_a_figure_may_be_said_in_short_but_no_other(sentence: str, invented: bool) -> None:
    said = guard.checked(sentence, rules("en", heard=("It comes to 85 million won.",)))
    assert (said.reason == "invented_figure") is invented


@pytest.mark.parametrize("sentence", ["I'm here to listen today.", "Please go on.", "If I remember, you said so."])
def test_what_only_sounds_like_an_offer_a_farewell_or_a_secret_is_none(sentence: str) -> None:
    assert guard.checked(sentence, rules("en")).reason in {"", DOUBTED}


@pytest.mark.parametrize(("sentence", "reason"), [("I'm here to help you.", "offered_help"), ("Please go.", "ended_unasked")])
def test_what_is_an_offer_or_a_farewell_still_is(sentence: str, reason: str) -> None:
    assert guard.checked(sentence, rules("en")).reason == reason
